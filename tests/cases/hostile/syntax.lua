-- A syntax error.
-- expect: error: near
return foo(
