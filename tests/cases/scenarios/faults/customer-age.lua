-- expect: 9: 400 is out of range: use 16 to 120
local T = { zh = "字", en = "words" }

return scenario "fault" {
  title = T, brief = T, card = T,
  role = "teller",
  source = { "S-1" },
  rules = { "small" },
  customer = { name = T, surname = T, age = 400, familiarity = 0, mood = "neutral" },
  turns = 3,
  start = "a",
  nodes = {
    a = {
      says = T,
      responses = {
        { id = "x", say = T, acts = { "ask" }, to = "z" },
      },
    },
    z = { ending = "done", says = T },
  },
}
