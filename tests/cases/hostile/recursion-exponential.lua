-- Ackermann's function.
-- expect: work
local function a(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return a(m - 1, 1) end
  return a(m - 1, a(m, n - 1))
end
local sum = 0
while true do sum = sum + a(2, 3) end
