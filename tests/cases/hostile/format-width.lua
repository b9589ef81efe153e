-- A width of a thousand million.
-- expect: error: does not know this conversion
return ("%1000000000d"):format(1)
