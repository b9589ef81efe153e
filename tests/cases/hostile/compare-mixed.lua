-- Comparing a number with a text.
-- expect: error: attempt to compare
return 1 < "2"
