-- What format says of a table is no address.
-- expect: ok
assert(("%s %s"):format({}, type) == "table function")
