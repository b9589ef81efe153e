-- More flags than C has.
-- expect: error: does not know this conversion
return ("%------------------------------------d"):format(1)
