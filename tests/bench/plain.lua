-- plain.lua: the generated story as a Lua programmer would write it without the engine: tables, functions,
-- and the eight rules by hand. It is given the story's table and returns a function that plays.

local story = ...
local floor = math.floor

local weights = {
  init = 1, existence = 2, absence = 3, response = 2, chain_response = 1, precedence = 2,
  responded_existence = 2, not_succession = 3,
}

-- What the rules remember of a session.
local function new_rules()
  return {
    greeted = nil, asked = 0, promised = false,
    objections = 0, open_objections = 0, accepted = 0,
    questions = 0, open_question = false, explained = 0,
    offers = 0, offers_after_ask = 0,
    interests = 0, open_interests = 0, met = 0,
    refusals = 0, quiet_refusals = 0,
  }
end

local function hear(rules, cues)
  if cues.objects then
    rules.objections = rules.objections + 1
    rules.open_objections = rules.open_objections + 1
  end
  if cues.asks then
    rules.questions = rules.questions + 1
    rules.open_question = true
  end
  if cues.interest then
    rules.interests = rules.interests + 1
    if rules.offers > 0 then
      rules.met = rules.met + 1
    else
      rules.open_interests = rules.open_interests + 1
    end
  end
  if cues.refuses then
    rules.refusals = rules.refusals + 1
    rules.quiet_refusals = rules.quiet_refusals + 1
  end
end

local function say(rules, acts)
  if rules.greeted == nil then
    rules.greeted = acts.greet or false
  end
  if acts.ask then
    rules.asked = rules.asked + 1
  end
  if acts.promise then
    rules.promised = true
  end
  if acts.acknowledge then
    rules.accepted = rules.accepted + rules.open_objections
    rules.open_objections = 0
  end
  if rules.open_question then
    if acts.explain then
      rules.explained = rules.explained + 1
    end
    rules.open_question = false
  end
  if acts.offer then
    rules.offers = rules.offers + 1
    if rules.asked > 0 then
      rules.offers_after_ask = rules.offers_after_ask + 1
    end
    rules.met = rules.met + rules.open_interests
    rules.open_interests = 0
  end
  if acts.press then
    rules.quiet_refusals = 0
  end
end

local function score(rules)
  local earned, weight = 0, weights.init + weights.existence + weights.absence
  local function relation(name, fulfilled, activated)
    if activated > 0 then
      earned = earned + weights[name] * fulfilled / activated
      weight = weight + weights[name]
    end
  end
  if rules.greeted then
    earned = earned + weights.init
  end
  if rules.asked >= 2 then
    earned = earned + weights.existence
  end
  if not rules.promised then
    earned = earned + weights.absence
  end
  relation("response", rules.accepted, rules.objections)
  relation("chain_response", rules.explained, rules.questions)
  relation("precedence", rules.offers_after_ask, rules.offers)
  relation("responded_existence", rules.met, rules.interests)
  relation("not_succession", rules.quiet_refusals, rules.refusals)
  return 100 * earned / weight
end

local function play(random)
  local state = { v0 = 0, v1 = 0, v2 = 0, v3 = 0, v4 = 0, v5 = 0 }
  local rules = new_rules()
  local number = 1
  local open = {}
  local nodes = story.nodes
  hear(rules, nodes[1].cues)
  for _ = 1, story.turns do
    local responses = nodes[number].responses
    local count = 0
    for i = 1, #responses do
      local response = responses[i]
      local when = response.when
      if not when or when(state) then
        count = count + 1
        open[count] = response
      end
    end
    random = random ~ random << 13
    random = random ~ random >> 7
    random = random ~ random << 17
    local response = open[((random >> 32) * count >> 32) + 1]
    if response.effect then
      response.effect(state)
    end
    number = response.to
    say(rules, response.acts)
    hear(rules, nodes[number].cues)
  end
  return random, score(rules), number
end

return function(sessions, random)
  local checksum = 0
  for _ = 1, sessions do
    local points, number
    random, points, number = play(random)
    local value = floor(points * 1000 + 0.500001) * 256 + number - 1
    checksum = (checksum ~ value) * 1099511628211
  end
  return checksum, random
end
