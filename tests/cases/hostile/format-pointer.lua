-- The address of a table.
-- expect: error: does not know this conversion
return ("%p"):format({})
