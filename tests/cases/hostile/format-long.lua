-- Many long numbers in one text.
-- expect: error: longer than 64 KiB
local one = ("%.99f"):rep(30)
local n = 1e308
local all = one:format(n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n)
return ("%s%s%s%s%s%s"):format(all, all, all, all, all, all)
