-- Fields added during pairs are not visited, so this ends.
-- expect: ok
local fields = { a = 1 }
local count = 0
for key in pairs(fields) do
  count = count + 1
  fields[key .. "x"] = 1
end
assert(count == 1)
