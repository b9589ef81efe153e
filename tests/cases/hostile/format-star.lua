-- A width taken from the arguments.
-- expect: error: does not know this conversion
return ("%*d"):format(1000000, 1)
