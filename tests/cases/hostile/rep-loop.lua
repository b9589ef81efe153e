-- The longest text that is allowed, over and over.
-- expect: work
while true do local s = ("x"):rep(65536) end
