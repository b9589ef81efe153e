-- A scenario that breaks the promise of pure functions: what is open depends on how often it was asked.
local T = { zh = "字", en = "words" }
local asked = 0

return scenario "moody" {
  title = T, brief = T, card = T,
  role = "teller", source = { "S-1" }, rules = { "small" },
  customer = { name = T, surname = T, age = 30, familiarity = 0, mood = "neutral" },
  turns = 20,
  start = "hub",
  nodes = {
    ["hub"] = {
      says = T,
      responses = {
        { id = "stay", say = T, acts = {}, to = "hub" },
        { id = "now", say = T, acts = { "ask" }, to = "hub", when = function()
          asked = asked + 1
          return asked < 4
        end },
      },
    },
    ["end"] = { ending = "done", says = T },
  },
}
