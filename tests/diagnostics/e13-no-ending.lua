-- E13 no-ending
--
-- Meaning: no play comes to a node with 'ending' before the turns run out.
-- Cure:    lead some response to an ending.
-- also: E09 E15 E18 W11

local on = pick(function(s) return s.left > 0 and "on" or "out" end, {
  on = "talk", out = "talk" }) --@ bad
  --~ on = "talk", out = "bye" })

return scenario "e13-no-ending" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk" },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 7, 7) },
  turns = 8, --@ here
  start = "talk",
  nodes = {
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
