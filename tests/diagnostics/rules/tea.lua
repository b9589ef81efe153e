-- The customer gets what was wanted.

return pack "tea" { title = { zh = "tea", en = "tea" } } {
  rule "tea" {
    template = chain_response("wants-tea", "serve-tea"), weight = 1, source = "T-1",
    title = { zh = "规则", en = "Rule" }, why = { zh = "因为", en = "Because" },
    instead = { zh = "这样", en = "Like this" },
  },

  rule "coffee" {
    template = chain_response("wants-coffee", "serve-coffee"), weight = 1, source = "T-1",
    title = { zh = "规则", en = "Rule" }, why = { zh = "因为", en = "Because" },
    instead = { zh = "这样", en = "Like this" },
  },
}
