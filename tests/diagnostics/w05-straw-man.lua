-- W05 straw-man
--
-- Meaning: a response that in every play costs more than 15 points: nobody would say it, so it
--           teaches nothing and makes guessing easier.
-- Cure:    make it tempting: let it keep some rule, or cost less.

local on = pick(function(s) return s.left > 0 and "on" or "out" end, { on = "talk", out = "bye" })

return scenario "w05-straw-man" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk", "critical" },
  adjust = {
    ["talk/answer-each"] = { weight = 4, reason = { zh = "重", en = "It counts" } }, --@ bad
    --~ ["talk/answer-each"] = { weight = 9, reason = { zh = "重", en = "It counts" } },
  },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 7, 7) },
  turns = 9,
  start = "door",
  nodes = {
    ["door"] = {
      says = { zh = "你好。", en = "Hello." },
      responses = {
        { id = "sing", say = { zh = "啦。", en = "La." }, acts = { "sing" },
          to = "talk" },
        { id = "shout", say = { zh = "出去！", en = "Out!" }, acts = { "shout" }, --@ here
          to = "talk" },
      },
    },
    ["talk"] = {
      says = { zh = "为什么？", en = "Why?" }, cues = { "asks" },
      responses = {
        { id = "mumble", say = { zh = "嗯。", en = "Hm." }, acts = { "silence" },
          to = on, effect = { left = -1, mood = -1 } },
        { id = "answer", say = { zh = "因为下雨。", en = "It rains." }, acts = { "answer" },
          to = on, effect = { left = -1 } },
        { id = "sing", say = { zh = "啦啦啦。", en = "La la la." }, acts = { "sing" },
          to = on, effect = { left = -1, familiarity = 1 } },
      },
    },
    ["bye"] = { ending = "done" },
  },
}
