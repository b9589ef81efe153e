-- One item at a huge index takes no huge list.
-- expect: ok
local list = {}
list[1000000000000] = 1
list[-1] = 2
assert(#list == 0)
