-- Closures that hold one another.
-- expect: work
local last
while true do
  local previous = last
  last = function() return previous end
end
