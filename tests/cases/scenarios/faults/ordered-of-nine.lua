-- expect: 7: template takes at most 8 values
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = ordered("ask", "push", "ask", "push", "ask", "push", "ask", "push"), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
