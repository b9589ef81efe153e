-- No shouting after an answer.

return pack "voices" { title = { zh = "voices", en = "voices" } } {
  rule "no-shouting-after" {
    template = not_succession("answer-well", "shout"), weight = 1, source = "T-1",
    title = { zh = "规则", en = "Rule" }, why = { zh = "因为", en = "Because" },
    instead = { zh = "这样", en = "Like this" },
  },
}
