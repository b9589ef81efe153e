-- Sorting a large table over and over.
-- expect: work
local fields = {}
for i = 1, 500 do fields["name" .. i] = i end
while true do pairs(fields) end
