-- Nor is it one as an argument.
-- expect: error: number expected
return math.floor(("1"):rep(60000))
