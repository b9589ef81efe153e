-- Joining 1e18 items that are not there.
-- expect: error: invalid value
return table.concat({}, ",", 1, 1000000000000000000)
