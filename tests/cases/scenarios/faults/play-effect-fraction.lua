-- expect: 20: 'v' is a whole number: assign one
-- play: x
local T = { zh = "字", en = "words" }

return scenario "fault" {
  title = T, brief = T, card = T,
  role = "teller",
  source = { "S-1" },
  rules = { "small" },
  customer = { name = T, surname = T, age = 40, familiarity = 0, mood = "neutral" },
  vars = { v = int(0, 3, 1), f = flag() },
  turns = 3,
  start = "a",
  nodes = {
    a = {
      says = T,
      responses = {
        { id = "x", say = T, acts = {}, to = "a",
          effect = function(s)
            s.v = 4 / 2 end },
      },
    },
    z = { ending = "done", says = T },
  },
}
