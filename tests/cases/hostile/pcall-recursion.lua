-- Recursion that goes through pcall, to dodge the limit on calls.
-- expect: ok
local depth = 0
local function down()
  depth = depth + 1
  return pcall(down)
end
down()
assert(depth < 250)
