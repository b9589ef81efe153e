-- A chunk that returns nothing is no error of the sandbox.
-- expect: ok
local nothing
