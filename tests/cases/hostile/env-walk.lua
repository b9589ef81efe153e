-- Walking the environment shows nothing.
-- expect: ok
local count = 0
for _ in pairs(_ENV) do count = count + 1 end
for _ in pairs(string) do count = count + 1 end
assert(count == 0 and #_ENV == 0)
