-- A break outside a loop.
-- expect: error: break outside loop
break
