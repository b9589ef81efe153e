-- A zero byte in hexadecimal.
-- expect: error: zero byte
return "\x00"
