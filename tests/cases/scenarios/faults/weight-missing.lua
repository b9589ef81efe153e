-- expect: 6: 'weight' is missing here
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), source = "S-1",
    title = T, why = T, instead = T,
  },
}
