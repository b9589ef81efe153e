-- A list without end.
-- expect: table
local list = {}
while true do list[#list + 1] = 1 end
