-- A numeric loop of 1e18 steps.
-- expect: work
local sum = 0
for i = 1, 1000000000000000000 do sum = sum + i end
return sum
