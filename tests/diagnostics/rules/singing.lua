-- Who hums is sung to.

return pack "singing" { title = { zh = "singing", en = "singing" } } {
  rule "sing-along" {
    template = chain_response("hums", "sing"), weight = 1, source = "T-1",
    title = { zh = "规则", en = "Rule" }, why = { zh = "因为", en = "Because" },
    instead = { zh = "这样", en = "Like this" },
  },
}
