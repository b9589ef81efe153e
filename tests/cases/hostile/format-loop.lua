-- The slowest conversion, over and over.
-- expect: work
while true do local s = ("%99.99f"):format(1e308) end
