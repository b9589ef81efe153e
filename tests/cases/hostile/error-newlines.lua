-- An error of several lines becomes one.
-- expect: error: first second
error("first\nsecond\r\nthird")
