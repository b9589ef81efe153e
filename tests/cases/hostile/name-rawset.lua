-- Writing around metatables.
-- expect: error: unknown name 'rawset'
rawset(_ENV, "x", 1)
