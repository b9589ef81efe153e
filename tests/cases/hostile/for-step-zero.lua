-- A loop that would never move.
-- expect: error: step is zero
for i = 1, 10, 0 do local x = i end
