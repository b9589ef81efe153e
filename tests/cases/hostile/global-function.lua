-- A global function.
-- expect: error: not declared
function helper() end
