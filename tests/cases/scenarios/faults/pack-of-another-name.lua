-- expect: 5: this file holds pack "smal", but its name says "small"
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "smal" { title = T } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
