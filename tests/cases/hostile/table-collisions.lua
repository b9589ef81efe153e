-- Integer keys chosen to collide make one lookup as long as the table.
-- expect: work
local fields = {}
for i = 1, 500 do fields[i * 511] = true end
local absent = 511 * 5000
while true do
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
  local a, b, c, d = fields[absent], fields[absent], fields[absent], fields[absent]
end
