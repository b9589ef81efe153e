-- A function that keeps more at each call.
-- expect: memory
local half = ("x"):rep(30000)
local kept, count = {}, 0
return function()
  for _ = 1, 40 do
    count = count + 1
    kept[count] = half .. half
  end
end
