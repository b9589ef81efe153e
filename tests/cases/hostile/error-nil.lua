-- An error that is nothing.
-- expect: error: no text but a nil
error(nil)
