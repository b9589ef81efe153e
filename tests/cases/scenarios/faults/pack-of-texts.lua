-- expect: 6: expected rule "name" { ... } here
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  "rule",
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
