-- The debug library.
-- expect: error: unknown name 'debug'
return debug.getregistry()
