-- expect: 15: 10 responses: a node has 1 to 9
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
        { id = "x0", acts = {}, say = T, to = "z" },
{ id = "x1", acts = {}, say = T, to = "z" },
{ id = "x2", acts = {}, say = T, to = "z" },
{ id = "x3", acts = {}, say = T, to = "z" },
{ id = "x4", acts = {}, say = T, to = "z" },
{ id = "x5", acts = {}, say = T, to = "z" },
{ id = "x6", acts = {}, say = T, to = "z" },
{ id = "x7", acts = {}, say = T, to = "z" },
{ id = "x8", acts = {}, say = T, to = "z" },
{ id = "x9", acts = {}, say = T, to = "z" },
      },
    },
    z = { ending = "done", says = T },
  },
}
