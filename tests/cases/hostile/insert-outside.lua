-- Inserting far outside the list.
-- expect: error: out of bounds
table.insert({}, math.maxinteger, 1)
