-- A key that is nil.
-- expect: error: index is nil
local fields = {}
fields[nil] = 1
