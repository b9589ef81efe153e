-- A scenario with a way into an endless guard, and one past it.
local T = { zh = "字", en = "words" }

return scenario "trap" {
  title = T, brief = T, card = T,
  role = "teller", source = { "S-1" }, rules = { "small" },
  customer = { name = T, surname = T, age = 30, familiarity = 0, mood = "neutral" },
  turns = 4,
  start = "hub",
  nodes = {
    ["hub"] = {
      says = T, hint = "ask",
      responses = {
        { id = "fall", say = T, acts = {}, to = "pit" },
        { id = "bomb", say = T, acts = {}, to = "hub", effect = function()
          local t = {}
          for i = 1, 1000 do t[i] = string.rep("x", 60000) .. i end
        end },
        { id = "pass", say = T, acts = { "ask" }, to = "hub" },
        { id = "out", say = T, acts = {}, to = "end" },
      },
    },
    ["pit"] = {
      says = T,
      responses = {
        { id = "up", say = T, acts = {}, to = "hub", when = function() while true do end end },
      },
    },
    ["end"] = { ending = "done", says = T },
  },
}
