-- An error that is a table.
-- expect: error: no text but a table
error({ code = 1 })
