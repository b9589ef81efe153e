-- A generic loop whose iterator never ends.
-- expect: work
for value in function() return 1 end do local x = value end
