-- A zero byte from string.char.
-- expect: error: out of range
return string.char(0)
