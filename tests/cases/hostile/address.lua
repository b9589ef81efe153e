-- No value tells its address.
-- expect: ok
assert(tostring({}) == "table" and tostring(type) == "function")
assert(tostring(nil) == "nil" and tostring(1 == 1) == "true")
