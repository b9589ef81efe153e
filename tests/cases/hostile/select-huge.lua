-- Selecting from far beyond the end.
-- expect: ok
assert(select("#", select(math.maxinteger, 1, 2)) == 0)
