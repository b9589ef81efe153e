-- expect: 24: 17 packs: at most 16
-- expect: 24: there is no rule pack 'a'
-- expect: 24: there is no rule pack 'b'
-- expect: 24: there is no rule pack 'c'
-- expect: 24: there is no rule pack 'd'
-- expect: 24: there is no rule pack 'e'
-- expect: 24: there is no rule pack 'f'
-- expect: 24: there is no rule pack 'g'
-- expect: 24: there is no rule pack 'h'
-- expect: 24: there is no rule pack 'i'
-- expect: 24: there is no rule pack 'j'
-- expect: 24: there is no rule pack 'k'
-- expect: 24: there is no rule pack 'l'
-- expect: 24: there is no rule pack 'm'
-- expect: 24: there is no rule pack 'n'
-- expect: 24: there is no rule pack 'o'
-- expect: 24: there is no rule pack 'p'
local T = { zh = "字", en = "words" }

return scenario "fault" {
  title = T, brief = T, card = T,
  role = "teller",
  source = { "S-1" },
  rules = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q" },
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
    z = { ending = "done", says = T },
  },
}
