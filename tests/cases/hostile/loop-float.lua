-- A numeric loop whose step is too small to ever arrive.
-- expect: work
for x = 1e300, 2e300, 1 do local y = x end
