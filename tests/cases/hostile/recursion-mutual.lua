-- Two functions that call each other without end.
-- expect: depth
local ping, pong
function ping() return 1 + pong() end
function pong() return 1 + ping() end
return ping()
