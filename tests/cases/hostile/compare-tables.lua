-- Comparing two tables.
-- expect: error: attempt to compare
return {} < {}
