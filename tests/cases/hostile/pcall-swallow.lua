-- Catching the end of the budget and going on.
-- expect: work
while true do
  pcall(function() while true do end end)
end
