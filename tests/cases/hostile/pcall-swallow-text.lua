-- Catching the refusal of a long text and going on.
-- expect: text
local s = ("x"):rep(40000)
local caught, message = pcall(function() return s .. s end)
return { caught = caught, message = message }
