-- expect: 3: a value without a name stands here: write name = value
-- as: sources.lua
return sources {
  { zh = "字", en = "words" },
  ["S-1"] = { zh = "第一段", en = "The first paragraph" },
  ["S-2.1"] = { zh = "第二段", en = "The second paragraph" },
}
