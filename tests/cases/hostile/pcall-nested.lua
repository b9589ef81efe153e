-- pcall nested 100000 deep.
-- expect: ok
local function deeper(n)
  if n == 0 then return true end
  return pcall(deeper, n - 1)
end
return deeper(100000)
