-- expect: 5: this file must return pack ...
-- as: rules/small.lua
local T = { zh = "字", en = "words" }

return pack "small" { title = T }
