-- Three turns whose every score can be worked out on paper: for the review.
local T = { zh = "字", en = "words" }

return scenario "review" {
  title = T, brief = T, card = T,
  role = "teller", source = { "S-1" }, rules = { "small" },
  customer = { name = T, surname = T, age = 30, familiarity = 0, mood = "neutral" },
  turns = 3,
  start = "start",
  nodes = {
    ["start"] = {
      says = T, cues = { "objects" }, seconds = 20, timeout = "quiet",
      responses = {
        { id = "shrug", say = T, acts = {}, to = chance { middle = 1, gone = 3 } },
        { id = "push", say = T, acts = { "push" }, to = "middle" },
        { id = "accept", say = T, acts = { "acknowledge" }, to = "middle" },
        { id = "quiet", silent = true, say = T, acts = { "silence" }, to = "middle" },
      },
    },
    ["middle"] = {
      says = T,
      responses = {
        { id = "bye", say = T, acts = {}, to = "done" },
        { id = "again", say = T, acts = {}, to = "objects-again" },
        { id = "ask", say = T, acts = { "ask" }, to = "done" },
      },
    },
    ["objects-again"] = {
      says = T, cues = { "objects" },
      responses = {
        { id = "shrug", say = T, acts = {}, to = "done" },
        { id = "accept", say = T, acts = { "acknowledge" }, to = "done" },
      },
    },
    ["done"] = { ending = "done", says = T },
    ["gone"] = { ending = "done", says = T },
  },
}
