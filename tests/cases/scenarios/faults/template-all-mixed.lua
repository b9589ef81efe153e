-- expect: 7: 'accept-first' wants acts and cues on one step
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = absence(all { "ask", "objects" }), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
