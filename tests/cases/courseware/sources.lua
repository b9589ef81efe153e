-- Two paragraphs of a curriculum.
return sources {
  ["S-1"] = { zh = "第一段", en = "The first paragraph" },
  ["S-2.1"] = { zh = "第二段", en = "The second paragraph" },
}
