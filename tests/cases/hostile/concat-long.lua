-- Joining few texts into a huge one.
-- expect: error: longer than 64 KiB
local long = ("x"):rep(60000)
return table.concat({ long, long })
