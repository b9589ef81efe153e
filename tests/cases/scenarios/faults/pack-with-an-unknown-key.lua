-- expect: 5: unknown key 'titel' (did you mean 'title'?)
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T, titel = T } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
