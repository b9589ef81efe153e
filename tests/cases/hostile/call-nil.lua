-- Calling what is not there.
-- expect: error: attempt to call a nil value
local s = "x"
return s:find("x")
