-- As many values as are allowed, over and over.
-- expect: work
local list = {}
for i = 1, 250 do list[i] = i end
while true do select("#", table.unpack(list)) end
