-- Replacing a library function.
-- expect: error: read-only
string.format = nil
