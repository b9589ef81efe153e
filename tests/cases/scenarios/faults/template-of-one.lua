-- expect: 7: 'accept-first' takes two things to look for
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = response "objects", weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
