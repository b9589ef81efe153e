-- A zero byte as a character.
-- expect: error: zero byte
return "\u{0000}"
