-- Adding to a library around the refusal.
-- expect: error: read-only
table.insert(math, 42)
