-- W12 hundred-by-luck
--
-- Meaning: some plays score 100, and yet the best play expects less, though no draw is hidden: a
--           chance { } leads where points are lost whatever is said.
-- Cure:    let chance change what is right, never whether anything is.
-- also: W08

local on = pick(function(s) return s.left > 0 and "on" or "out" end, { on = "talk", out = "bye" })

return scenario "w12-hundred-by-luck" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk" },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 7, 7) },
  turns = 9,
  start = "door",
  nodes = {
    ["door"] = { --@ here
      says = { zh = "你好。", en = "Hello." },
      responses = {
        { id = "sing", say = { zh = "啦。", en = "La." }, acts = { "sing" },
          to = chance { talk = 1, quiz = 1 } },
        { id = "shout", say = { zh = "喂！", en = "Hey!" }, acts = { "shout" },
          to = chance { talk = 1, quiz = 1 }, effect = { mood = -1 } },
      },
    },
    ["quiz"] = {
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
