-- expect: 7: write a template here, such as response("a", "b")
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = "response", weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
