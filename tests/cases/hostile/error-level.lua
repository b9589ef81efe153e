-- An error raised for a caller that does not exist.
-- expect: error: nobody
error("nobody", 1000000)
