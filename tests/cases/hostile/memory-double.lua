-- A text that doubles.
-- expect: text
local s = "x"
while true do s = s .. s end
