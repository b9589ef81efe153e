-- expect: 7: expected true or false here
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, critical = "yes", source = "S-1",
    title = T, why = T, instead = T,
  },
}
