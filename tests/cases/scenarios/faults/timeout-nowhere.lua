-- expect: 15: there is no response 'y' at this node
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
      timeout = "y",
      responses = {
        { id = "x", say = T, acts = { "ask" }, to = "z" },
      },
    },
    z = { ending = "done", says = T },
  },
}
