-- Sorting over and over.
-- expect: work
local list = {}
for i = 1, 1000 do list[i] = i end
while true do table.sort(list) end
