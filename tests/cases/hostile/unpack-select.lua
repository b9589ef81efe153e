-- Counting values that do not fit.
-- expect: error: values at once
return select("#", table.unpack({}, 1, 1000000))
