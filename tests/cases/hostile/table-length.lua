-- The length of a table whose keys are powers of two.
-- expect: work
local fields = { 1 }
local key = 1
for _ = 1, 62 do
  key = key * 2
  fields[key] = 1
end
while true do local n = #fields + #fields + #fields + #fields end
