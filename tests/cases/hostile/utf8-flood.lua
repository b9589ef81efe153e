-- Characters without end.
-- expect: work
local s = ""
while true do s = utf8.char(0x10FFFF, 0x10FFFF) end
