-- Handing pcall to pcall, to catch the end of the budget.
-- expect: work
while true do pcall(pcall, function() while true do end end) end
