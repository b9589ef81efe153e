-- Ordering two long equal texts over and over.
-- expect: work
local a, b = ("x"):rep(65536), ("x"):rep(65536)
local n = 0
while true do
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
  if a < b then n = 1 end
end
