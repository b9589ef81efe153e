-- expect: 7: 'accept-first' takes one thing to look for
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = absence(), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
