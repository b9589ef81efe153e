-- A character that does not exist.
-- expect: error: no character
return utf8.char(0x7FFFFFFF)
