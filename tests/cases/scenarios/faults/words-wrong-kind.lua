-- expect: 3: this file must return vocabulary ...
-- as: vocabulary.lua
return sources {
  roles = { ["teller"] = { zh = "柜员", en = "Teller" } },
  acts = {
    ["acknowledge"] = { zh = "接纳感受", en = "accept the feeling" },
    ["ask"] = { zh = "询问", en = "ask" },
    ["push"] = { zh = "强推", en = "push" },
    ["silence"] = { zh = "没有接话", en = "say nothing" },
    ["file-form"] = { zh = "填表", en = "fill in the form" },
    ["form-truthful"] = { zh = "属实", en = "truthful" },
    ["form-incomplete"] = { zh = "有遗漏", en = "with gaps" },
    ["form-unfounded"] = { zh = "没依据", en = "unfounded" },
    ["form-no-consent"] = { zh = "未经同意", en = "without consent" },
  },
  cues = {
    ["enters"] = { zh = "进门", en = "comes in" },
    ["objects"] = { zh = "拒绝", en = "objects" },
    ["tells-need"] = { zh = "说出需求", en = "tells the need" },
    ["consents"] = { zh = "同意联系", en = "agrees to be contacted" },
  },
  endings = {
    ["done"] = { zh = "办成", en = "Done" },
    ["left"] = { zh = "离开", en = "Left" },
  },
  form = {
    consent = { "consents" },
    signal = {
      { id = "entry", zh = "进门", en = "Came in", shown_by = { "enters" } },
      { id = "unknown", zh = "不明", en = "Not known", always = true },
    },
    business = { { id = "unknown", zh = "不明", en = "Not known", always = true } },
    need = {
      { id = "told", zh = "说过", en = "Told", shown_by = { "tells-need", "ask" } },
      { id = "unknown", zh = "不明", en = "Not known", always = true },
    },
    outcome = { { id = "none", zh = "暂无", en = "None yet", always = true } },
  },
}
