-- Fewer arguments than conversions.
-- expect: error: number expected
return ("%d %d"):format(1)
