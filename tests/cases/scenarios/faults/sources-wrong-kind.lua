-- expect: 3: this file must return sources ...
-- as: sources.lua
return scenario "x" {
  ["S-1"] = { zh = "第一段", en = "The first paragraph" },
  ["S-2.1"] = { zh = "第二段", en = "The second paragraph" },
}
