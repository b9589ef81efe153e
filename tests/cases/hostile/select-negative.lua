-- Selecting from before the start.
-- expect: error: index out of range
return select(-5, 1, 2)
