-- Passing many values on, over and over.
-- expect: work
local function pass(...) return ... end
local function run(...)
  while true do pass(pass(...)) end
end
local list = {}
for i = 1, 150 do list[i] = i end
run(table.unpack(list))
