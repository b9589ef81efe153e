-- Living just below the cap, so that every request collects everything.
-- expect: memory
local half = ("x"):rep(30000)
local kept = {}
for i = 1, 270 do kept[i] = half .. half end
while true do local rubbish = half .. half end
