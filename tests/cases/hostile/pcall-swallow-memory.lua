-- Catching the lack of memory and asking again.
-- expect: memory
local half = ("x"):rep(30000)
local kept = {}
while true do
  pcall(function() while true do kept[#kept + 1] = half .. half end end)
end
