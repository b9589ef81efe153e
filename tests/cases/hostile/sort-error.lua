-- A comparator that fails; the list stays as it was.
-- expect: error: no order
local list = { 3, 1, 2 }
assert(not pcall(table.sort, list, function() error("x") end))
assert(list[1] == 3 and list[2] == 1 and list[3] == 2)
table.sort(list, function() error("no order") end)
