-- A conversion cut off by the end.
-- expect: error: does not know this conversion
return ("100%"):format(1)
