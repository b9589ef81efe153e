-- expect: 7: 'accept-first' takes no 'within'
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, within = 3, source = "S-1",
    title = T, why = T, instead = T,
  },
}
