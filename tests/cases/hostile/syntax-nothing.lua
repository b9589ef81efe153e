-- An unfinished string.
-- expect: error: unfinished string
return "abc
