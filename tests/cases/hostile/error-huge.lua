-- An error as long as a text may be.
-- expect: error: xxxxxxxx
error(("x"):rep(65000))
