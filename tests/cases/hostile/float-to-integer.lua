-- A number that is no integer as an index.
-- expect: error: no integer representation
return ("x"):rep(1e300)
