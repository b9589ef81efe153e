-- Chance.
-- expect: error: attempt to call a nil value
return math.random()
