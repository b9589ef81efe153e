-- expect: 7: unknown curriculum id 'S-3' (did you mean 'S-1'?)
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, source = "S-3",
    title = T, why = T, instead = T,
  },
}
