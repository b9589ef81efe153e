-- A hundred million values at once.
-- expect: error: values at once
return table.unpack({}, 1, 100000000)
