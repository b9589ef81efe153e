-- Shouting fails the session.

return pack "critical" { title = { zh = "critical", en = "critical" } } {
  rule "no-shouting" {
    template = absence "shout", weight = 1, critical = true, source = "T-1",
    title = { zh = "规则", en = "Rule" }, why = { zh = "因为", en = "Because" },
    instead = { zh = "这样", en = "Like this" },
  },
}
