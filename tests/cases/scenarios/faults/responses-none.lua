-- expect: 15: 0 responses: a node has 1 to 9
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
        
      },
    },
    z = { ending = "done", says = T },
  },
}
