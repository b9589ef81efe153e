-- expect: 19: only an effect may assign to the state
-- play: x
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
        { id = "x", say = T, acts = {}, to = "a", effect = function(s) T.kept = s end,
          when = function() if T.kept then
            T.kept.v = 1 end return true end },
        { id = "y", say = T, acts = {}, to = "z" },
      },
    },
    z = { ending = "done", says = T },
  },
}
