-- The same through the environment.
-- expect: error: not declared
_ENV.leftover = 1
