-- A broken number as a key.
-- expect: error: only integers, strings and booleans
for key in pairs({ [1.5] = 1 }) do local k = key end
