-- expect: 16: every response here is silent: nothing can be said
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
      says = T, seconds = 20,
      timeout = "x",
      responses = {
        { id = "x", silent = true, say = T, acts = {}, to = "z" },
      },
    },
    z = { ending = "done", says = T },
  },
}
