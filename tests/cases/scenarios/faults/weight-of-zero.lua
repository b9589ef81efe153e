-- expect: 7: 0 is out of range: use 1 to 100
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 0, source = "S-1",
    title = T, why = T, instead = T,
  },
}
