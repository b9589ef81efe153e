-- All integers at once.
-- expect: error: values at once
return table.unpack({}, math.mininteger, math.maxinteger)
