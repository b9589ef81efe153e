-- expect: 7: ordered takes at most 6 acts or cues
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = ordered("ask", "push", "ask", "push", "ask", "push", "ask"), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
