-- A zero byte: texts full of them take Lua minutes to compare.
-- expect: error: zero byte
return "a\0b"
