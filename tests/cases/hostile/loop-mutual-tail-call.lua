-- Two functions that hand over to each other for ever.
-- expect: work
local ping, pong
function ping() return pong() end
function pong() return ping() end
return ping()
