-- Replacing a function that others use.
-- expect: error: not declared
pairs = nil
