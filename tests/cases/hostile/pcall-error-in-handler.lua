-- An error while an error is handled.
-- expect: error: second
local caught = pcall(error, "first")
assert(not caught)
pcall(error)
error("second")
