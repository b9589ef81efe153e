-- E10 unreachable-response
--
-- Meaning: the node is reached, but only with the last turn, so that none of its responses can ever
--           be given.
-- Cure:    allow more turns, or lead to it sooner.
-- also: W11 E15 E18

local on = pick(function(s) return s.left > 0 and "on" or "out" end, { on = "talk", out = "bye" })
local late = pick(function(s) return s.left > 0 and "on" or "out" end, { on = "talk", out = "late" })

return scenario "e10-unreachable-response" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk" },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 7, 7) },
  turns = 7, --@ bad
  --~ turns = 8,
  start = "talk",
  nodes = {
    ["late"] = { --@ here
      says = { zh = "为什么？", en = "Why?" }, cues = { "asks" },
      responses = {
        { id = "nod", say = { zh = "好。", en = "Fine." }, acts = { "answer" },
          to = "bye" },
        { id = "sigh", say = { zh = "唉。", en = "Oh." }, acts = { "silence" },
          to = "bye" },
      },
    },
    ["talk"] = {
      says = { zh = "为什么？", en = "Why?" }, cues = { "asks" },
      responses = {
        { id = "mumble", say = { zh = "嗯。", en = "Hm." }, acts = { "silence" },
          to = on, effect = { left = -1 } },
        { id = "answer", say = { zh = "因为下雨。", en = "It rains." }, acts = { "answer" },
          to = late, effect = { left = -1 } },
        { id = "sing", say = { zh = "啦啦啦。", en = "La la la." }, acts = { "sing" },
          to = on, effect = { left = -1, familiarity = 1 } },
        { id = "shout", say = { zh = "别问了！", en = "Stop asking!" }, acts = { "shout" },
          to = on, effect = { left = -1, mood = -1 } },
      },
    },
    ["bye"] = { ending = "done" },
  },
}
