-- A small exercise without a fault, of every kind: what tests change, a line at a time, to make one.
local T = { zh = "字", en = "words" }
local function t(words) return { zh = words, en = words } end
local calls = 0

return exercise "kinds" {
  title = { zh = "小练习", en = "A small exercise" },
  source = { "S-1", "S-2.1" },
  minutes = 5,
  brief = T,
  model = { zh = "范答", en = "A model answer" },
  why = T,
  dialogue = {
    { who = t "A", say = t "Good morning." },
    { who = t "B", say = t "Hello." },
  },
  numbers = {
    high = { label = t "High", unit = t "people", value = 10, low = 0, high = 100, whole = true },
    share = { label = t "Share", value = 0.5, low = 0.1, high = 1 },
  },
  tasks = {
    { id = "sort", kind = "classify", ask = T,
      bins = { { id = "left", label = t "Left" }, { id = "right", label = t "Right" } },
      cards = {
        { id = "one", text = t "One", bin = "left", why = t "Because", source = "S-2.1" },
        { id = "two", text = t "Two", bin = { "left", "right" } },
      } },
    { id = "plan", kind = "table", ask = T, corner = t "Class",
      columns = { { id = "year", label = t "Year" }, { id = "week", label = t "Week" } },
      rows = {
        { id = "a", label = t "A", cells = {
          year = { given = function(n) return n.high end },
          week = { expect = function(n) return n.high * n.share end, tolerance = 0.5, why = T } } },
        { id = "b", label = t "B", cells = { year = 7, week = { expect = 3 } } },
        { id = "sum", label = t "Sum", cells = {
          year = { sum = { "a.year", "b.year" } },
          week = { sum = { "a.week", "b.week" } } } },
      } },
    { id = "form", kind = "form", ask = T,
      fields = {
        { id = "who", label = t "Who", choices = {
          { id = "x", text = t "X", right = true }, { id = "y", text = t "Y" } } },
        { id = "many", label = t "How many", expect = 46, tolerance = 1 },
        { id = "words", label = t "Say it", accept = { "payroll", "工资" }, model = t "The payroll" },
      } },
    { id = "more", kind = "choose", ask = T,
      questions = {
        { id = "all", ask = t "Which?", choices = {
          { id = "p", text = t "P", right = true },
          { id = "q", text = t "Q", right = true },
          { id = "r", text = t "R" } } },
      } },
  },
  curve = {
    title = t "Two lines",
    series = {
      { label = t "A", task = "plan", cells = { "a.year", "a.week" } },
      { label = t "B", task = "plan", cells = { "b.year", "b.week" } },
    },
  },
}
