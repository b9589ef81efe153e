-- W01 longest-is-best
--
-- Meaning: in either language, the strictly longest response is a best one in most states of more
--           than half of the nodes: whoever picks by length does well.
-- Cure:    cut the right ones, or make wrong ones as full.
-- also: W03

local on = pick(function(s) return s.left == 0 and "out" or "node-" .. s.left % 3 end, {
  ["node-0"] = "apple", ["node-1"] = "pear", ["node-2"] = "plum", out = "bye" })

-- A node whose right answer is as long as said.
local function ask(words)
  return {
    says = { zh = "为什么？", en = "Why?" }, cues = { "asks" },
    responses = {
      { id = "mumble", say = { zh = "嗯，这个嘛。", en = "Hm, well." }, acts = { "silence" },
        to = on, effect = { left = -1 } },
      { id = "answer", say = words, acts = { "answer" },
        to = on, effect = { left = -1 } },
      { id = "sing", say = { zh = "啦啦啦啦。", en = "La la la." }, acts = { "sing" },
        to = on, effect = { left = -1, familiarity = 1 } },
      { id = "shout", say = { zh = "别问了。", en = "Stop it." }, acts = { "shout" },
        to = on, effect = { left = -1, mood = -1 } },
    },
  }
end

return scenario "w01-longest-is-best" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk" },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 7, 7) },
  turns = 8,
  start = "pear",
  nodes = {
    ["pear"] = ask { zh = "因为今天一直在下雨。", en = "Because it rains all day." }, --@ here
    ["apple"] = ask { zh = "因为今天一直在下雨。", en = "Because it rains all day." }, --@ bad
    --~ ["apple"] = ask { zh = "雨。", en = "Rain." },
    ["plum"] = ask { zh = "雨。", en = "Rain." },
    ["bye"] = { ending = "done" },
  },
}
