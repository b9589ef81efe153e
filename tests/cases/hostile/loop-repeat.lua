-- A repeat loop whose condition never holds.
-- expect: work
repeat until false
