-- The load is harmless; the function that is returned never ends.
-- expect: work: 100000 steps
return function() while true do end end
