-- An error that claims another place.
-- expect: error: other.lua:7: here
error("other.lua:7: here", 0)
