-- A question counts as answered by anything but silence, song and shouting.

return pack "answered" { title = { zh = "answered", en = "answered" } } {
  rule "answer-somehow" {
    template = chain_response("asks", any { "answer", "answer-well" }), weight = 1, source = "T-1",
    title = { zh = "规则", en = "Rule" }, why = { zh = "因为", en = "Because" },
    instead = { zh = "这样", en = "Like this" },
  },
}
