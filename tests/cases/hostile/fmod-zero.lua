-- The same through math.
-- expect: error: zero
return math.fmod(1, 0)
