-- expect: 20: the state is indexed by names only
-- play:
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
        { id = "x", say = T, acts = {}, to = "z" },
        { id = "y", say = T, acts = {}, to = "z",
          when = function(s)
            return s[1] end },
      },
    },
    z = { ending = "done", says = T },
  },
}
