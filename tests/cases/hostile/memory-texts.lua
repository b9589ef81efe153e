-- Many texts, each below the limit.
-- expect: memory
local half = ("x"):rep(30000)
local kept = {}
for i = 1, 1000 do kept[i] = half .. half .. i end
