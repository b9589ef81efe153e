-- E16 pass-not-attainable
--
-- Meaning: no play reaches 60 points without breaking a critical rule: nobody can pass.
-- Cure:    offer a response that keeps the critical rule, or make the rule uncritical.
-- also: E15

local on = pick(function(s) return s.left > 0 and "on" or "out" end, { on = "talk", out = "bye" })

return scenario "e16-pass-not-attainable" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk", "critical" },
  adjust = { ["talk/answer-each"] = { weight = 9, reason = { zh = "重", en = "It counts" } } },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 7, 7) },
  turns = 8,
  start = "talk",
  nodes = {
    ["talk"] = { --@ here
      says = { zh = "为什么？", en = "Why?" }, cues = { "asks" },
      responses = {
        { id = "mumble", say = { zh = "嗯。", en = "Hm." }, acts = { "silence" },
          to = on, effect = { left = -1 } },
        { id = "answer", say = { zh = "因为下雨。", en = "It rains." },
          acts = { "answer", "shout" }, --@ bad
          --~ acts = { "answer" },
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
