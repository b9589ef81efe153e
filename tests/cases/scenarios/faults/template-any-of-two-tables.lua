-- expect: 7: any takes 1 value, not 2
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T } {
  rule "accept-first" {
    template = absence(any({ "ask" }, { "push" })), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
}
