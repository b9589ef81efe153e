-- A loop over text parses the text each time.
-- expect: work
local digits = "0x" .. ("1"):rep(65000)
while true do
  for i = digits, digits, digits do break end
end
