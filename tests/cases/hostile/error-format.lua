-- An error that looks like a format.
-- expect: error: %s%s%n
error("%s%s%n%d")
