-- Errors raised and caught without end.
-- expect: work
while true do pcall(error, "again") end
