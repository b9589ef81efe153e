-- expect: 7: mood takes 1 value, not 2
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, when = mood("resistant", "neutral"), source = "S-1",
    title = T, why = T, instead = T,
  },
}
