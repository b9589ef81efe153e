-- A table with ever more names.
-- expect: table
local fields = {}
for i = 1, 1000000 do fields["name" .. i] = i end
