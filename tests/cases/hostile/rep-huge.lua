-- A repetition of 1e18 times.
-- expect: error: longer than 64 KiB
return ("x"):rep(1000000000000000000)
