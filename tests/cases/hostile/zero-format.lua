-- A zero byte from string.format.
-- expect: error: out of range
return ("%c"):format(0)
