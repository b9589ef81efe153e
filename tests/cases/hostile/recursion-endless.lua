-- A function that calls itself without end.
-- expect: depth
local function down() return 1 + down() end
return down()
