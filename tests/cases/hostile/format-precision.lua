-- A precision of a thousand million.
-- expect: error: does not know this conversion
return ("%.1000000000f"):format(1)
