-- A small exercise without a fault, of the two kinds that kinds.lua has no room for.
local function t(words) return { zh = words, en = words } end

return exercise "orders" {
  title = t "Orders",
  source = { "S-1" },
  minutes = 3,
  brief = t "Brief",
  model = t "Model",
  why = t "Why",
  tasks = {
    { id = "steps", kind = "order", ask = t "In order",
      items = {
        { id = "first", text = t "First" },
        { id = "second", text = t "Second" },
        { id = "also", text = t "Also second", rank = 2 },
        { id = "last", text = t "Last" },
      } },
    { id = "sides", kind = "match", ask = t "Match",
      pairs = {
        { id = "one", left = t "1", right = t "I" },
        { id = "two", left = t "2", right = t "II" },
      },
      extra = {
        { id = "three", right = t "III" },
      } },
  },
}
