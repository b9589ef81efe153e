-- The one division that overflows.
-- expect: ok
assert(math.mininteger // -1 == math.mininteger and math.mininteger % -1 == 0)
assert(math.fmod(math.mininteger, -1) == 0 and math.abs(math.mininteger) == math.mininteger)
