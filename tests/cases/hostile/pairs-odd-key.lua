-- A table as a key has no order that is the same everywhere.
-- expect: error: only integers, strings and booleans
local fields = { [{}] = 1 }
for key in pairs(fields) do local k = key end
