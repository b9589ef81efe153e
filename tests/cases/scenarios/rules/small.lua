-- Three rules, of which one is critical.
local T = { zh = "字", en = "words" }

return pack "small" { title = { zh = "小规则", en = "Small rules" } } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 2, source = "S-1",
    title = T, why = T, instead = T,
  },
  rule "ask-once" {
    template = existence("ask"), weight = 1, source = "S-2.1",
    title = T, why = T, instead = T,
  },
  rule "no-push" {
    template = absence "push", weight = 1, critical = true, source = "S-1",
    title = T, why = T, instead = T,
  },
}
