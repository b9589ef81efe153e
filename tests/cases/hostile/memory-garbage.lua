-- Rubbish only: bounded by the budget, not by memory.
-- expect: work
local half = ("x"):rep(30000)
while true do local rubbish = half .. half end
