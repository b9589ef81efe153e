-- expect: 20: 'a' is here twice: what stands on line 14 is lost
-- expect: 12: the conversation can't start at an ending
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
        { id = "x", say = T, acts = { "ask" }, to = "z" },
      },
    },
    a = { ending = "left" },
    z = { ending = "done", says = T },
  },
}
