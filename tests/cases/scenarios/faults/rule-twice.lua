-- expect: 10: a second rule 'accept-first' in this pack
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
  rule "accept-first" { template = absence "push", weight = 1, source = "S-1",
    title = T, why = T, instead = T },
}
