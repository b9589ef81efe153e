-- expect: 7: unknown key 'weights' (did you mean 'weight'?)
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weights = 2, weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
