-- expect: 5: the text in 'en' is missing
-- as: sources.lua
return sources {
  ["S-1"] = { zh = "第一段", en = "The first paragraph" },
  ["S-2.1"] = { zh = "第二段" },
}
