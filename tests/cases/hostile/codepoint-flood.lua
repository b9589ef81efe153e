-- All characters of a long text at once.
-- expect: error: values at once
return utf8.codepoint(("x"):rep(60000), 1, -1)
