-- expect: 7: write when = mood "resistant", mood "neutral" or mood "positive"
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, when = "resistant", source = "S-1",
    title = T, why = T, instead = T,
  },
}
