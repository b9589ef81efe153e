-- expect: 8: unknown curriculum id 'S-2.2' (did you mean 'S-2.1'?)
local T = { zh = "字", en = "words" }

return scenario "fault" {
  title = T, brief = T, card = T,
  role = "teller",
  source = { "S-1",
    "S-2.2" },
  rules = { "small" },
  customer = { name = T, surname = T, age = 40, familiarity = 0, mood = "neutral" },
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
