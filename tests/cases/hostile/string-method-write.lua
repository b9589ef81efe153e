-- A field of a text.
-- expect: error: attempt to index a string value
("x").y = 1
