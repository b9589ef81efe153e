-- A constant environment, which once broke the compiler.
-- expect: error: attempt to call a nil value
local _ENV <const> = {}
local function f() return x end
f()
print()
