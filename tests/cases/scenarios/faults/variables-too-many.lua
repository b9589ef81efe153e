-- expect: 10: 17 variables: at most 16
local T = { zh = "字", en = "words" }

return scenario "fault" {
  title = T, brief = T, card = T,
  role = "teller",
  source = { "S-1" },
  rules = { "small" },
  customer = { name = T, surname = T, age = 40, familiarity = 0, mood = "neutral" },
  vars = {
    v0 = flag(),
    v1 = flag(),
    v2 = flag(),
    v3 = flag(),
    v4 = flag(),
    v5 = flag(),
    v6 = flag(),
    v7 = flag(),
    v8 = flag(),
    v9 = flag(),
    v10 = flag(),
    v11 = flag(),
    v12 = flag(),
    v13 = flag(),
    v14 = flag(),
    v15 = flag(),
    v16 = flag(),
  },
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
