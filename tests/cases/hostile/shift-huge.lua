-- Shifting by more bits than there are.
-- expect: ok
assert(1 << 64 == 0 and 1 >> 1000 == 0 and 1 << math.mininteger == 0)
