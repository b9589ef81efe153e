-- Doing something after the budget was caught.
-- expect: work
local caught = pcall(function() while true do end end)
return { still = "alive", caught = caught }
