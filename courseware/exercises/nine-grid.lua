-- Nine customers, one for each cell of the grid; each is placed twice, by familiarity and by mood.

local customers = {
  { "monthly", { zh = "两样产品都挣着，月月聊：“不急用，别太久就行。”",
      en = "Two products, doing well, you talk monthly: \"No rush, but not too long.\"" } },
  { "stranger", { zh = "名单刚转给你，头一通电话：“保险？从来不买。”",
      en = "Just handed over to you, first call: \"Insurance? I never buy that.\"" } },
  { "when-selling", { zh = "只在卖产品时联系过：“我看下半年债市要涨。”",
      en = "You call only when selling: \"I think bonds will rise this year.\"" } },
  { "met-once", { zh = "沙龙上见过一面：“不大懂，你说说看。”",
      en = "You met once, at a seminar: \"I don't know much. Go on, tell me.\"" } },
  { "quarterly", { zh = "两笔定期，每季通话，聊得来：“我只放短的。”",
      en = "Two deposits, an easy call each quarter: \"Short term only, for me.\"" } },
  { "loser", { zh = "基金亏着，你不敢打。她说：“只要保本的。”",
      en = "Her fund is down, you dread calling: \"Guaranteed principal only.\"" } },
  { "asks-first", { zh = "在别家买基金也先问你：“想配点年金，怎么配？”",
      en = "Asks you even before buying elsewhere: \"How much should go into annuities?\"" } },
  { "renewal", { zh = "来换过证件信息，聊过两回：“小亏点没事。”",
      en = "Came to renew his ID, you chatted twice: \"A small loss is all right.\"" } },
  { "sleeper", { zh = "睡眠户，头回打通就问：“年金有哪几种？”",
      en = "Dormant; you get through for the first time: \"What annuities do you have?\"" } },
}

-- The nine as cards: which bin, and why.
local function cards(source, answers)
  local list = {}
  for i, customer in ipairs(customers) do
    local answer = answers[customer[1]]
    list[i] = {
      id = customer[1], text = customer[2], bin = answer[1], why = answer[2], source = source,
    }
  end
  return list
end

return exercise "nine-grid" {
  title = { zh = "九宫格：熟不熟，什么情绪", en = "The nine-grid: how familiar, in what mood" },
  source = { "HN-3", "HN-3.1", "HN-3.2" },
  minutes = 7,
  brief = {
    zh = "九位客户，每位一句话。先看你跟他熟到哪一层，再听他是什么情绪，正好放进九宫格。",
    en = "Nine customers, a line about each. How familiar are you? And in what mood is the customer? Place"
      .. " them in the grid.",
  },
  model = {
    zh = "熟不熟，看来往，不看买没买过：没打过交道的陌生，办过事、找过人的认识，隔三差五聊着、有事先问你的才叫熟悉。情绪听话音："
      .. "一口回绝是抗拒，“说说看”是中立，主动问、有看法是积极。两样凑起来，才知道这通电话是去认人、去听，"
      .. "还是带着市场比较去谈。",
    en = "Familiarity is how we deal with each other, not whether they bought: a stranger, someone I have"
      .. " dealt with, or someone who is at ease and asks me first. Mood I hear: a flat no is resistant,"
      .. " \"go on\" is neutral, asking and having views is positive. Together they tell me whether to get"
      .. " acquainted, to listen, or to bring a comparison of the market.",
  },
  why = {
    zh = "周一打电话前先想一格：生人别谈方案，抗拒的别追问，积极的别当成已经成交。",
    en = "Before Monday's calls, think of the cell: no plans for strangers, no questions for the resistant,"
      .. " and the positive haven't signed yet.",
  },
  tasks = {
    { id = "familiarity", kind = "classify",
      ask = { zh = "你跟他熟到哪一层？", en = "How familiar are you with each other?" },
      bins = {
        { id = "unknown", label = { zh = "0至3：陌生", en = "0-3: unknown" } },
        { id = "known", label = { zh = "3至6：认识、有来往", en = "3-6: known, in touch" } },
        { id = "familiar", label = { zh = "6至9：熟悉、自在", en = "6-9: familiar, at ease" } },
      },
      cards = cards("HN-3.1", {
        stranger = { "unknown", {
          zh = "名单刚到手，还没打过交道。",
          en = "Just handed over: you have never dealt with each other.",
        } },
        ["met-once"] = { "unknown", {
          zh = "活动上见一面，不算认识。",
          en = "Meeting once at an event doesn't make an acquaintance.",
        } },
        sleeper = { "unknown", {
          zh = "睡眠户，话接得再热，也是头一回。",
          en = "Dormant: however warm it sounds, it's the first time.",
        } },
        loser = { "known", {
          zh = "有来往，可亏着，你怕打，这种停在中间。",
          en = "In touch, but with a loss you fear to talk about: halfway.",
        } },
        renewal = { "known", {
          zh = "办过事、聊过天，是认识，还不到熟悉。",
          en = "Routine service and a chat: known, no more than that.",
        } },
        ["when-selling"] = { "known", {
          zh = "只有卖东西才找他，买过也不等于熟。",
          en = "In touch only to sell. Buying doesn't make a relationship.",
        } },
        quarterly = { "familiar", {
          zh = "有存款，每季聊，聊着自在，嘴上拒绝也是熟人。",
          en = "Deposits, a talk every quarter, at ease: a friend may say no, too.",
        } },
        monthly = { "familiar", {
          zh = "产品挣着钱，月月有话说。",
          en = "Doing well, and you talk every month.",
        } },
        ["asks-first"] = { "familiar", {
          zh = "别家的事也先问你，这是真信任。",
          en = "Asking you first, even about other banks: that is real trust.",
        } },
      }) },
    { id = "mood", kind = "classify",
      ask = { zh = "听这句话，他是什么情绪？", en = "From what is said: in what mood?" },
      bins = {
        { id = "resistant", label = { zh = "抗拒", en = "Resistant" } },
        { id = "neutral", label = { zh = "中立", en = "Neutral" } },
        { id = "positive", label = { zh = "积极", en = "Positive" } },
      },
      cards = cards("HN-3.2", {
        stranger = { "resistant", {
          zh = "“从来不买”，门关上了；先接住，别问为什么。",
          en = "\"Never\": the door is shut. Accept it, and don't ask why.",
        } },
        ["met-once"] = { "neutral", {
          zh = "不懂，但愿意听。",
          en = "Knows little and is willing to listen.",
        } },
        sleeper = { "positive", {
          zh = "主动问年金；也可能正在几家银行之间比。",
          en = "Asks for annuities; may well be comparing banks.",
        } },
        loser = { "resistant", {
          zh = "亏过，就只认保本，这是安全性上的抗拒。",
          en = "After a loss, only a guarantee will do: resistant, over safety.",
        } },
        renewal = { "neutral", {
          zh = "小亏受得了，没拒绝，也没要买。",
          en = "Can bear a little; neither refuses nor asks to buy.",
        } },
        ["when-selling"] = { "positive", {
          zh = "自己有市场看法；你要客观，带着比较去。",
          en = "Has views on the market. Stay objective and bring comparisons.",
        } },
        quarterly = { "resistant", {
          zh = "“只放短的”，是流动性上的抗拒，人熟也一样。",
          en = "\"Short term only\": resistant, over liquidity, friend or not.",
        } },
        monthly = { "neutral", {
          zh = "不急用，又不想太久，可以讲讲几类产品怎么搭配。",
          en = "Not needed soon, not too long: may hear how kinds of products combine.",
        } },
        ["asks-first"] = { "positive", {
          zh = "点名要配年金，离成交还差一次面谈。",
          en = "Asks for annuities by name. A meeting still stands before a deal.",
        } },
      }) },
  },
}
