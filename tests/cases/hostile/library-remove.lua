-- Removing from a library around the refusal.
-- expect: error: read-only
table.remove(table, 1)
