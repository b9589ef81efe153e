-- Writing through a pointer, as C once allowed.
-- expect: error: does not know this conversion
return ("%n"):format(1)
