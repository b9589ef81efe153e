-- E15 hundred-not-attainable
--
-- Meaning: no play scores 100: somewhere a rule is broken whatever is said, so that even perfect
--           handling loses points.
-- Cure:    see in the best line which rule breaks; offer a response that keeps it, or leave the
--           rule out with 'adjust'.
-- also: E18 W08

local on = pick(function(s) return s.left > 0 and "on" or "out" end, { on = "talk", out = "bye" })

return scenario "e15-hundred-not-attainable" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk" },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 7, 7) },
  turns = 9,
  start = "quiz",
  nodes = {
    ["quiz"] = { --@ here
      says = { zh = "为什么？", en = "Why?" }, cues = { "asks" },
      responses = {
        { id = "mumble", say = { zh = "嗯。", en = "Hm." }, acts = { "silence" },
          to = "talk" },
        { id = "sing", say = { zh = "啦啦啦。", en = "La la la." }, acts = { "sing" },
          to = "talk", effect = { familiarity = 1 } },
        --~ { id = "answer", say = { zh = "好。", en = "Fine." }, acts = { "answer" }, to = "talk" },
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
