-- The one source that the examples' rules and scenarios name.

return sources {
  ["T-1"] = { zh = "测试", en = "For tests" },
}
