-- Half of a character.
-- expect: error: no character
return utf8.char(0xD800)
