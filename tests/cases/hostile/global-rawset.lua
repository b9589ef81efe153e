-- Writing around the refusal.
-- expect: error: read-only
table.insert(_ENV, 1)
