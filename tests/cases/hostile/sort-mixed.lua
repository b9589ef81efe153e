-- Sorting numbers with texts.
-- expect: error: attempt to compare
table.sort({ 1, "2", 3 })
