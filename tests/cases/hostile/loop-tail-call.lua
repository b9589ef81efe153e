-- Tail calls use no stack, so only the budget ends them.
-- expect: work
local function again() return again() end
return again()
