-- expect: 7: existence takes an act or cue and a number, nothing more
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = existence("ask", 2, 3), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
