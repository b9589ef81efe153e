-- Leaving something behind for the next chunk.
-- expect: error: not declared
leftover = 1
