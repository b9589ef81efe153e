-- expect: 7: 'object' is neither an act nor a cue (did you mean 'objects'?)
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = chain_response("object", "acknowledge"), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
