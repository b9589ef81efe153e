-- A variable to be closed, with nothing to close it.
-- expect: error: non-closable
local x <close> = {}
