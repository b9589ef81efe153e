-- A comparator that never returns.
-- expect: work
table.sort({ 3, 1, 2 }, function() while true do end end)
