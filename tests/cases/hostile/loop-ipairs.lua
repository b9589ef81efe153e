-- A list that grows while it is walked.
-- expect: table
local list = { 1 }
for i, value in ipairs(list) do list[#list + 1] = value + i end
