-- Text that is broken in the middle.
-- expect: error: invalid UTF-8
return utf8.codepoint("\xE4\xB8", 1, -1)
