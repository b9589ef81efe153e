-- W04 same-effect
--
-- Meaning: responses that always lead to the same next lines with the same acts: no rule can tell
--           which was said. Two wrong ones may do that; it smells when three do at once, or when
--           one of them is somewhere the best.
-- Cure:    give one another act, effect or target, or drop it.

local on = pick(function(s) return s.left > 0 and "on" or "out" end, { on = "talk", out = "bye" })

return scenario "w04-same-effect" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk" },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 7, 7) },
  turns = 8,
  start = "talk",
  nodes = {
    ["talk"] = {
      says = { zh = "为什么？", en = "Why?" }, cues = { "asks" },
      responses = {
        { id = "mumble", say = { zh = "嗯。", en = "Hm." }, acts = { "silence" }, --@ here
          to = on, effect = { left = -1 } },
        { id = "answer", say = { zh = "因为下雨。", en = "It rains." }, acts = { "answer" },
          to = on, effect = { left = -1 } },
        { id = "murmur", say = { zh = "哦。", en = "Oh." }, acts = { "silence" },
          to = on, effect = { left = -1 } },
        { id = "mutter", say = { zh = "呃。", en = "Er." },
          acts = { "silence" }, --@ bad
          --~ acts = { "sing" },
          to = on, effect = { left = -1 } },
        { id = "shout", say = { zh = "别问了！", en = "Stop asking!" }, acts = { "shout" },
          to = on, effect = { left = -1, mood = -1 } },
      },
    },
    ["bye"] = { ending = "done" },
  },
}
