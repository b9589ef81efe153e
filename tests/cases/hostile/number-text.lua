-- A text of digits is no number: converting it costs time.
-- expect: error: attempt to perform arithmetic
return "10" + 1
