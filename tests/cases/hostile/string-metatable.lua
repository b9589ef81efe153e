-- Reaching the table behind all texts.
-- expect: error: attempt to
local library = ("x").__index
library.upper = 1
