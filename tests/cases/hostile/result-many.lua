-- Only the first result counts.
-- expect: ok
return 1, 2, 3
