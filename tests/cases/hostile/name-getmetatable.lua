-- The metatable of texts.
-- expect: error: unknown name 'getmetatable'
getmetatable("").__index.upper = nil
