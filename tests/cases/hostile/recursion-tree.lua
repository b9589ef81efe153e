-- A small function that takes 2 ^ n steps.
-- expect: work
local function tree(n) return n == 0 and 1 or tree(n - 1) + tree(n - 1) end
return tree(60)
