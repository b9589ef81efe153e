-- expect: 7: expected a whole number here, found a string
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = exactly("ask", "twice"), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
