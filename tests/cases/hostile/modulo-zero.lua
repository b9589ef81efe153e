-- The remainder of a division by zero.
-- expect: error: attempt to perform 'n%
return 1 % 0
