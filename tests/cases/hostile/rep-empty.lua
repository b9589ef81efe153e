-- Nothing, repeated 1e18 times.
-- expect: ok
assert((""):rep(1000000000000000000) == "")
