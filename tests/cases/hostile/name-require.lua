-- Loading a module.
-- expect: error: unknown name 'require'
return require("os")
