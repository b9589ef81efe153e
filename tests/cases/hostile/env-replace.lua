-- An environment of one's own reaches nothing.
-- expect: error: attempt to call a nil value
local error = error
local _ENV = {}
print("x")
