-- expect: 18: this function must give the name of one of its cases, and 'nowhere' is none of them
-- play: x
local T = { zh = "字", en = "words" }

return scenario "fault" {
  title = T, brief = T, card = T,
  role = "teller",
  source = { "S-1" },
  rules = { "small" },
  customer = { name = T, surname = T, age = 40, familiarity = 0, mood = "neutral" },
  turns = 3,
  start = "a",
  nodes = {
    a = {
      says = T,
      responses = {
        { id = "x", say = T, acts = {},
          to = pick(function() return "nowhere" end, { a = "a" }) },
      },
    },
    z = { ending = "done", says = T },
  },
}
