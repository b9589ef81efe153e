-- Joining up to the last integer.
-- expect: error: invalid value
return table.concat({ 1 }, "", math.maxinteger - 1, math.maxinteger)
