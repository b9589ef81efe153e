-- The words of the examples: few, and none of the bank's.

return vocabulary {
  roles = { ["clerk"] = { zh = "店员", en = "Clerk" } },

  acts = {
    ["answer"]          = { zh = "回答", en = "answer" },
    ["answer-well"]     = { zh = "答得好", en = "answer well" },
    ["shout"]           = { zh = "吼", en = "shout" },
    ["sing"]            = { zh = "唱", en = "sing" },
    ["silence"]         = { zh = "不说话", en = "say nothing" },
    ["serve-tea"]       = { zh = "上茶", en = "serve tea" },
    ["serve-coffee"]    = { zh = "上咖啡", en = "serve coffee" },
    ["file-form"]       = { zh = "填表", en = "file the form" },
    ["form-truthful"]   = { zh = "表属实", en = "a truthful form" },
    ["form-incomplete"] = { zh = "表有遗漏", en = "a form with gaps" },
    ["form-unfounded"]  = { zh = "表没依据", en = "an unfounded form" },
    ["form-no-consent"] = { zh = "未经同意", en = "a form without consent" },
  },

  cues = {
    ["asks"]        = { zh = "提问", en = "asks" },
    ["wants-tea"]   = { zh = "想喝茶", en = "wants tea" },
    ["wants-coffee"] = { zh = "想喝咖啡", en = "wants coffee" },
    ["hums"]        = { zh = "哼歌", en = "hums" },
  },

  endings = { ["done"] = { zh = "完成", en = "Done" } },

  form = {
    signal = { { id = "none", zh = "无", en = "None", always = true } },
    business = { { id = "none", zh = "无", en = "None", always = true } },
    need = { { id = "none", zh = "无", en = "None", always = true } },
    outcome = { { id = "none", zh = "无", en = "None", always = true } },
  },
}
