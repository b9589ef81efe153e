-- Each level catches two more: 2 ^ 200 calls.
-- expect: work
local function split()
  pcall(split)
  pcall(split)
end
split()
