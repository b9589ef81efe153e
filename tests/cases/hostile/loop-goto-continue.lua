-- Skipping the rest of the body in a loop without end.
-- expect: work
while true do
  if type then goto continue end
  error("never here")
  ::continue::
end
