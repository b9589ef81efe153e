-- Parsing a long number over and over.
-- expect: work
local digits = "0." .. ("1"):rep(60000)
while true do local n = tonumber(digits) end
