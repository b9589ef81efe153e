-- All bytes of a long text at once.
-- expect: error: values at once
return ("x"):rep(60000):byte(1, -1)
