-- expect: 5: this file must return pack ...
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return vocabulary {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
