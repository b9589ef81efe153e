-- A function as a key would give its address away.
-- expect: error: only integers, strings and booleans
for key in pairs({ [type] = 1 }) do local k = key end
