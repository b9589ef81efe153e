-- expect: 5: expected a plain list { ..., ... } of at most
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  one = rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
