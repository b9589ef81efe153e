-- An unknown escape.
-- expect: error: invalid escape
return "\q"
