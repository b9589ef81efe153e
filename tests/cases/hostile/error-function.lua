-- An error that is a function.
-- expect: error: no text but a function
error(function() end)
