-- Sorting a library.
-- expect: error: read-only
table.sort(string)
