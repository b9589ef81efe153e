-- W02 first-is-best
--
-- Meaning: the first response in the file is a best one in most states of more than half of the
--           nodes. Practice and exam shuffle; class mode shows the file's order.
-- Cure:    put right responses in other places.
-- also: W03

local on = pick(function(s) return s.left == 0 and "out" or "node-" .. s.left % 3 end, {
  ["node-0"] = "apple", ["node-1"] = "pear", ["node-2"] = "plum", out = "bye" })

-- A node whose right answer is where it is put.
local function ask(place)
  local responses = {
    { id = "mumble", say = { zh = "嗯，这个嘛。", en = "Hm, well." }, acts = { "silence" },
      to = on, effect = { left = -1 } },
    { id = "sing", say = { zh = "啦啦啦啦。", en = "La la la." }, acts = { "sing" },
      to = on, effect = { left = -1, familiarity = 1 } },
    { id = "shout", say = { zh = "别问了。", en = "Stop it." }, acts = { "shout" },
      to = on, effect = { left = -1, mood = -1 } },
  }
  table.insert(responses, place, {
    id = "answer", say = { zh = "因为下雨。", en = "It rains." }, acts = { "answer" },
    to = on, effect = { left = -1 } })
  return {
    says = { zh = "为什么？", en = "Why?" }, cues = { "asks" },
    responses = responses,
  }
end

return scenario "w02-first-is-best" {
  title = { zh = "例", en = "Example" }, role = "clerk", source = { "T-1" },
  brief = { zh = "回答。", en = "Answer." }, card = { zh = "提问。", en = "Ask." },
  rules = { "talk" },
  customer = { name = { zh = "客户", en = "Customer" }, surname = { zh = "客", en = "C" }, age = 40,
    familiarity = 1, mood = "neutral", looks = { { zh = "站着", en = "Stands" } } },
  vars = { left = int(0, 7, 7) },
  turns = 8,
  start = "pear",
  nodes = {
    ["pear"] = ask(1), --@ here
    ["apple"] = ask(1), --@ bad
    --~ ["apple"] = ask(3),
    ["plum"] = ask(4),
    ["bye"] = { ending = "done" },
  },
}
