-- A comparator that sorts, and so on.
-- expect: depth
local list = { 3, 1, 2 }
local function less(a, b)
  table.sort({ a, b, 1 }, less)
  return a < b
end
table.sort(list, less)
