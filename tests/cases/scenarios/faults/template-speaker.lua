-- expect: 7: name acts only or cues only
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = init(any { "ask", "objects" }), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
