-- expect: 6: 'template' is missing from this rule
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
