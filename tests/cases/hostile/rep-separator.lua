-- A long separator, repeated.
-- expect: error: longer than 64 KiB
return ("x"):rep(1000, ("y"):rep(1000))
