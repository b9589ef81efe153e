-- An error that says nothing.
-- expect: error: without words
error("", 0)
