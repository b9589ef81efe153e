-- A second pack, for scenarios that name two.
local T = { zh = "字", en = "words" }

return pack "other" { title = { zh = "另一组", en = "The other rules" } } {
  rule "truth" {
    template = responded_existence("file-form", "form-truthful"), weight = 1, source = "S-1",
    title = T, why = T, instead = T,
  },
}
