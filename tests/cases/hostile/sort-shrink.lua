-- A comparator that empties the list that is sorted.
-- expect: ok
local list = {}
for i = 1, 200 do list[i] = 200 - i end
table.sort(list, function(a, b)
  for i = 1, #list do list[i] = nil end
  return a < b
end)
