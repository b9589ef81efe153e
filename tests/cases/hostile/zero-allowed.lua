-- What only looks like a zero byte.
-- expect: ok
assert("\010\x0A" == "\n\u{A}" and "\\0" ~= nil)
