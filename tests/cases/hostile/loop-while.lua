-- A loop that does not end.
-- expect: work: ran too long
while true do end
