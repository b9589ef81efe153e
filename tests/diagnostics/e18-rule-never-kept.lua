-- E18 rule-never-kept
--
-- Meaning: the rule applies, and no play keeps it: no response does what it asks for.
-- Cure:    offer a response that keeps it, or leave it out with 'adjust'.
-- also: E15 W08

local on = pick(function(s) return s.left > 0 and "on" or "out" end, { on = "talk", out = "bye" })

return scenario "e18-rule-never-kept" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk", "singing" }, --@ here
  adjust = { ["talk/answer-each"] = { weight = 6, reason = { zh = "重", en = "It counts" } } },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 7, 7) },
  turns = 9,
  start = "humming",
  nodes = {
    ["humming"] = {
      says = { zh = "哼哼……", en = "Hm-hm..." }, cues = { "hums" },
      responses = {
        { id = "mumble", say = { zh = "嗯。", en = "Hm." }, acts = { "silence" },
          to = "talk" },
        { id = "answer", say = { zh = "好。", en = "Fine." }, acts = { "answer" },
          to = "talk", effect = { familiarity = 1 } },
        --~ { id = "sing", say = { zh = "啦。", en = "La." }, acts = { "sing" }, to = "talk" },
      },
    },
    ["talk"] = {
      says = { zh = "为什么？", en = "Why?" }, cues = { "asks" },
      responses = {
        { id = "mumble", say = { zh = "嗯。", en = "Hm." }, acts = { "silence" },
          to = on, effect = { left = -1 } },
        { id = "answer", say = { zh = "因为下雨。", en = "It rains." }, acts = { "answer" },
          to = on, effect = { left = -1 } },
        { id = "sing", say = { zh = "啦啦啦。", en = "La la la." }, acts = { "sing" },
          to = on, effect = { left = -1, familiarity = 1 } },
        { id = "shout", say = { zh = "别问了！", en = "Stop asking!" }, acts = { "shout" },
          to = on, effect = { left = -1, mood = -1 } },
      },
    },
    ["bye"] = { ending = "done" },
  },
}
