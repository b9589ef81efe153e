-- W03 one-answer-fits-all
--
-- Meaning: at nine nodes of ten one response is the only best in every state of the node: the
--           scenario is a list to learn by heart, whatever mood, draws and earlier words are.
-- Cure:    let the right answer depend on something somewhere.
-- also: E17

local on = pick(function(s) return s.left == 0 and "out" or "node-" .. s.left % 3 end, {
  ["node-0"] = "apple", ["node-1"] = "pear", ["node-2"] = "plum", out = "bye" })

-- A node whose right answer is always the same.
local function ask()
  return {
    says = { zh = "为什么？", en = "Why?" }, cues = { "asks" },
    responses = {
      { id = "mumble", say = { zh = "嗯，这个嘛。", en = "Hm, well." }, acts = { "silence" },
        to = on, effect = { left = -1 } },
      { id = "answer", say = { zh = "因为下雨。", en = "It rains." }, acts = { "answer" },
        to = on, effect = { left = -1 } },
      { id = "sing", say = { zh = "啦啦啦啦。", en = "La la la." }, acts = { "sing" },
        to = on, effect = { left = -1, familiarity = 1 } },
      { id = "shout", say = { zh = "别问了。", en = "Stop it." }, acts = { "shout" },
        to = on, effect = { left = -1, mood = -1 } },
    },
  }
end

return scenario "w03-one-answer-fits-all" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk", "tea" },
  adjust = { ["talk/answer-each"] = { weight = 5, reason = { zh = "重", en = "It counts" } } },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 11, 11) },
  draws = { drink = { tea = 1, coffee = 1 } },
  turns = 12,
  start = "plum",
  nodes = {
    ["pear"] = ask(),
    ["apple"] = ask(),
    ["plum"] = { --@ here
      says = { zh = "渴了。", en = "I'm thirsty." },
      cues = pick(function(s) return s.drink end, {
        tea = { "wants-tea" }, coffee = { "wants-tea" } }), --@ bad
        --~ tea = { "wants-tea" }, coffee = { "wants-coffee" } }),
      scene = pick(function(s) return s.drink end, {
        tea = { zh = "看茶", en = "Eyes the tea" }, coffee = { zh = "看咖啡", en = "Eyes the coffee" } }),
      responses = {
        { id = "mumble", say = { zh = "嗯。", en = "Hm." }, acts = { "silence" },
          to = on, effect = { left = -1 } },
        { id = "tea", say = { zh = "喝茶？", en = "Tea?" }, acts = { "serve-tea" },
          to = on, effect = { left = -1 } },
        { id = "coffee", say = { zh = "喝咖啡？", en = "Coffee?" }, acts = { "serve-coffee" },
          to = on, effect = { left = -1 } },
      },
    },
    ["bye"] = { ending = "done" },
  },
}
