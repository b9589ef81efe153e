-- An error that is too long with its place before it.
-- expect: text
error(("x"):rep(65536))
