-- expect: 7: expected the name of an act or a cue here, found a number
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = absence(5), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
