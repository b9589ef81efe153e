-- Adding to a library.
-- expect: error: read-only
math.answer = 42
