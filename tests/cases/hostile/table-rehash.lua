-- Taking one name out and another in, so that the table is rebuilt each time.
-- expect: work
local fields = {}
for i = 1, 512 do fields["k" .. i] = 1 end
local i = 0
while true do
  i = i + 1
  fields["k" .. i] = nil
  fields["k" .. i + 512] = 1
end
