-- An error object that cannot be joined.
-- expect: error: attempt to concatenate
error("x" .. {})
