-- A key that is not a number.
-- expect: error: index is NaN
local fields = {}
fields[0 / 0] = 1
