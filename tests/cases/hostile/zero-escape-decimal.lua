-- A zero byte in three digits, after a backslash that is meant.
-- expect: error: zero byte
return "\\\0001"
