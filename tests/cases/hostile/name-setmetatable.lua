-- A metatable, with code that runs when memory is freed.
-- expect: error: unknown name 'setmetatable'
setmetatable({}, { __gc = function() while true do end end })
