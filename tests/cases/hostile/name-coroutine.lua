-- A coroutine, whose instructions would be counted apart.
-- expect: error: unknown name 'coroutine'
return coroutine.wrap(function() while true do end end)()
