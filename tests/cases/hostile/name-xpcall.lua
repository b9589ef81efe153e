-- A handler that runs while errors are raised.
-- expect: error: unknown name 'xpcall'
xpcall(error, function() while true do end end)
