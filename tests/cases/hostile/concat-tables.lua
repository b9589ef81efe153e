-- Joining what has no text.
-- expect: error: invalid value
return table.concat({ {}, {} })
