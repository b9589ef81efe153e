-- A table constructor with a million items, made by a loop.
-- expect: table
local row = {}
for i = 1, 1000000 do row[i] = i end
