-- Compiling text.
-- expect: error: unknown name 'load'
return load("return 1")
