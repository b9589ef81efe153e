-- A talk that goes round in circles until its turns are spent: for the moves of a session.
local T = { zh = "字", en = "words" }

local function mood(s) return s.mood end

return scenario "talk" {
  title = T, brief = T, card = T,
  role = "teller", source = { "S-1" }, rules = { "small" },
  customer = { name = T, surname = T, age = 30, familiarity = 8, mood = "neutral" },
  vars = { steps = int(-2, 3, 0), ready = flag() },
  draws = { kind = { rare = 1, usual = 2, common = 5 } },
  turns = 6,
  start = "hub",
  nodes = {
    ["hub"] = {
      says = pick(mood, { resistant = T, neutral = T, positive = T }),
      cues = pick(mood, { resistant = { "objects" }, neutral = {}, positive = { "consents" } }),
      hint = "ask", form = "desk",
      seconds = 20, timeout = "quiet",
      responses = {
        { id = "ask", say = T, acts = { "ask" }, to = "hub", effect = { steps = 1, mood = 1 } },
        { id = "push", say = T, acts = { "push" }, to = "hub", effect = { steps = -5, mood = -1 } },
        { id = "wait", say = T, acts = {}, to = "hub", effect = { familiarity = 3 } },
        { id = "see", say = T, acts = { "acknowledge" }, to = "hub",
          effect = function(s) s.steps = s.steps * 10 s.ready = true s.familiarity = -4 end },
        { id = "roll", say = T, acts = {}, to = chance { low = 1, middle = 3, high = 4 } },
        { id = "late", say = T, acts = {}, to = "end", when = function(s) return s.ready end },
        { id = "quiet", silent = true, say = T, acts = { "silence" }, to = "hub",
          effect = { mood = "resistant" } },
      },
    },
    ["low"] = { says = T, responses = { { id = "back", say = T, acts = {}, to = "hub" } } },
    ["middle"] = { says = T, responses = { { id = "back", say = T, acts = {}, to = "hub" } } },
    ["high"] = { scene = T, responses = { { id = "back", say = T, acts = {}, to = "hub" } } },
    ["desk"] = {
      says = T, cues = { "tells-need" },
      responses = { { id = "back", say = T, acts = {}, to = "hub" } },
    },
    ["end"] = { ending = "done", says = T },
  },
}
