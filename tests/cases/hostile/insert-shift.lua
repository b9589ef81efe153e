-- Moving a whole list up and down, over and over.
-- expect: work
local list = {}
for i = 1, 1000 do list[i] = i end
while true do
  table.insert(list, 1, 0)
  table.remove(list, 1)
end
