-- Every question wants an answer: what nearly all examples are scored by.

return pack "talk" { title = { zh = "talk", en = "talk" } } {
  rule "answer-each" {
    template = chain_response("asks", "answer"), weight = 1, source = "T-1",
    title = { zh = "规则", en = "Rule" }, why = { zh = "因为", en = "Because" },
    instead = { zh = "这样", en = "Like this" },
  },
}
