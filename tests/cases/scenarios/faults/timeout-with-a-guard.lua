-- expect: 15: 'x' has a guard: running out of time can't depend on one
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
        { id = "x", say = T, acts = {}, to = "z", when = function() return true end },
      },
    },
    z = { ending = "done", says = T },
  },
}
