-- Printing numbers over and over.
-- expect: work
local n = 1.7976931348623157e308
while true do local s = n .. "" end
