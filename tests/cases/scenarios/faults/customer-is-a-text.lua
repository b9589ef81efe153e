-- expect: 9: expected { ... } here, found a string
local T = { zh = "字", en = "words" }

return scenario "fault" {
  title = T, brief = T, card = T,
  role = "teller",
  source = { "S-1" },
  rules = { "small" },
  customer = "Mr Wang",
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
