-- Packing many values, over and over.
-- expect: work
local function run(...)
  while true do local list = { ... } end
end
local list = {}
for i = 1, 250 do list[i] = i end
run(table.unpack(list))
