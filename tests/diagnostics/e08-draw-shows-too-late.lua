-- E08 draw-shows-too-late
--
-- Meaning: a hidden draw comes to light, but only after something had to be decided that it makes
--           right or wrong, or only for a costly pick. Knowing it from the start would be worth
--           points: the learner is judged by luck.
-- Cure:    let a scene, a line or a cue show it before it matters.
-- also: W08

local on = pick(function(s) return s.left > 0 and "on" or "out" end, { on = "talk", out = "bye" })

return scenario "e08-draw-shows-too-late" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk" },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 7, 7) },
  draws = { drink = { tea = 1, coffee = 1 } }, --@ here
  turns = 9,
  start = "door",
  nodes = {
    ["door"] = {
      says = { zh = "渴了。", en = "I'm thirsty." },
      --~ scene = pick(function(s) return s.drink end, {
      --~   tea = { zh = "看茶", en = "Eyes the tea" }, coffee = { zh = "看咖啡", en = "Eyes the coffee" } }),
      responses = {
        { id = "tea", say = { zh = "茶？", en = "Tea?" }, acts = { "serve-tea" },
          to = pick(function(s) return s.drink end, { tea = "talk", coffee = "cross" }) },
        { id = "coffee", say = { zh = "咖啡？", en = "Coffee?" }, acts = { "serve-coffee" },
          to = pick(function(s) return s.drink end, { tea = "cross", coffee = "talk" }) },
      },
    },
    ["cross"] = {
      says = { zh = "这个？", en = "This?" }, cues = { "asks" },
      responses = {
        { id = "mumble", say = { zh = "嗯。", en = "Hm." }, acts = { "silence" }, to = "talk" },
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
