-- expect: 7: 0 is out of range: use 1 to 30
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = existence("ask", 0), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
