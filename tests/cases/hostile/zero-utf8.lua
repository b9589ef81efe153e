-- A zero byte from utf8.char.
-- expect: error: no character
return utf8.char(0)
