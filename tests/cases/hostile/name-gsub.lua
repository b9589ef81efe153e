-- A pattern that takes for ever on a short text.
-- expect: error: attempt to call a nil value
return (("a"):rep(30)):gsub(("a*"):rep(30) .. "b", "")
