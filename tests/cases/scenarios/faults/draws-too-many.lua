-- expect: 10: 5 draws: at most 4
local T = { zh = "字", en = "words" }

return scenario "fault" {
  title = T, brief = T, card = T,
  role = "teller",
  source = { "S-1" },
  rules = { "small" },
  customer = { name = T, surname = T, age = 40, familiarity = 0, mood = "neutral" },
  draws = { a = { x = 1, y = 1 }, b = { x = 1, y = 1 }, c = { x = 1, y = 1 },
    d = { x = 1, y = 1 }, e = { x = 1, y = 1 } },
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
