-- Tables in tables in tables.
-- expect: work
local chain = {}
while true do chain = { chain } end
