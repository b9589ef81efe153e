-- A long list that is counted whenever its one other key changes.
-- expect: work
local list = {}
for i = 1, 1024 do list[i] = 1 end
list.a = 1
while true do
  list.a = nil
  list.b = 1
  list.b = nil
  list.a = 1
end
