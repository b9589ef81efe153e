-- Nobody sings.

return pack "quiet" { title = { zh = "quiet", en = "quiet" } } {
  rule "no-singing" {
    template = absence "sing", weight = 1, source = "T-1",
    title = { zh = "规则", en = "Rule" }, why = { zh = "因为", en = "Because" },
    instead = { zh = "这样", en = "Like this" },
  },
}
