-- A loop over text that is no number.
-- expect: error: number expected, got string
for i = "one", 10 do local x = i end
