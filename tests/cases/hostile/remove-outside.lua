-- Removing far outside the list.
-- expect: error: out of bounds
table.remove({}, math.mininteger)
