--zh 一个可以改着用的小情景：林女士在等号。注释说明每一处写什么。
--zh   yanlian check new-scenario.lua   把所有对话走一遍，说出哪里不对
--zh   yanlian try new-scenario.lua     作者控制台：跳到某一步，看规则，存用例
--zh   yanlian play new-scenario.lua    像学员一样练
--zh 能用的动作、信号和结局都在 scenarios/vocabulary.lua 里，写法全在 scenarios/README.md 里。
--en A small scenario to make your own: Ms Lin waits for her number. Comments say what goes where.
--en   yanlian check new-scenario.lua   plays every conversation and says what is wrong
--en   yanlian try new-scenario.lua     the author's console: jump, watch the rules, save a case
--en   yanlian play new-scenario.lua    as a learner does
--en Acts, cues and endings are those of scenarios/vocabulary.lua; scenarios/README.md tells it all.

--zh 函数只看状态 s，同样的状态给同样的答案。errand 是抽出来的，见下面的 draws。
--en Functions see the state s and nothing else: the same state, the same answer. errand is drawn, see below.
local function errand(s) return s.errand end
local function has_slip(s) return s.errand == "slip" end
local function has_card(s) return s.errand == "card" end
local function temper(s) return s.patience > 0 and "calm" or "cross" end

return scenario "new-scenario" {
  title = { zh = "等号的客户", en = "Waiting for a number" },
  role = "lobby-manager",
  --zh 依据：课程里的段落号，见 scenarios/sources.lua。
  --en What it teaches: paragraphs of the curriculum, see scenarios/sources.lua.
  source = { "FE-1.1", "FE-5" },
  --zh brief 给学员看，card 只给演客户的人看。
  --en The brief is for the trainee; the card is only for whoever plays the customer.
  brief = {
    zh = "你是大堂经理。一位女士拿着号等了一会儿。问清她办什么，带她到该去的窗口，送她出门。",
    en = "You are the lobby manager. A woman has been waiting with her number. Find out what she needs,"
      .. " show her where to go, and see her off.",
  },
  card = {
    zh = "你是林女士。有人招呼，你就好说话；把你晾着，你就不高兴。",
    en = "You are Ms Lin. Easy to get along with when somebody bothers, and cross when nobody does.",
  },
  --zh 由哪些规则包评判。一条规则可以加重，用不上就关掉，都要写明理由。
  --en The packs of rules that judge it. A rule may weigh more, or be switched off where it can't apply;
  --en give the reason.
  rules = { "service" },
  adjust = {
    ["service/name-customer"] = {
      weight = 5,
      reason = { zh = "这一场练的就是叫得出姓。", en = "Using her name is what this one is about." },
    },
    ["service/thank"] = {
      off = true,
      reason = { zh = "这里不引荐，也不留电话。", en = "Nobody is introduced or gives a number." },
    },
    ["service/mind-the-hurry"] = {
      off = true,
      reason = { zh = "她不赶时间。", en = "She has the time." },
    },
  },
  customer = {
    name = { zh = "林女士", en = "Ms Lin" }, surname = { zh = "林", en = "Lin" },
    age = 52, familiarity = 1, mood = "neutral",
    looks = { { zh = "手里捏着号票", en = "Holds her ticket tight" } },
  },
  --zh 变量：int(最小, 最大, 开始) 或 flag()。抽签：取值 = 权重，由种子决定，学员看不到。
  --en Variables: int(low, high, start) or flag(). Draws: value = weight, decided by the seed, hidden.
  vars = { patience = int(0, 2, 2) },
  draws = { errand = { card = 1, slip = 1 } },
  turns = 8,
  start = "waiting",

  nodes = {
    --zh 一步：看到什么 (scene)，客户说什么 (says)，这些是什么信号 (cues)，可以怎么回 (responses)。
    --en A node: what can be seen (scene), what the customer says, what cues that is, and the responses.
    ["waiting"] = {
      scene = { zh = "她看看号，又看看钟，往你这边望。", en = "She looks at her ticket, the clock, and you." },
      cues = { "waits" },
      hint = "greet",
      --zh 考核时限时作答；到时等于说了 timeout 那一句。
      --en In an exam the clock runs; when it is out, the timeout is what was said.
      seconds = 40, timeout = "silence",
      responses = {
        --zh acts 是这句话做了什么，规则只看它；remark 是练习时教练的话；effect 改变量和情绪。
        --en acts are what the sentence does, and all that rules see. remark is the coach's word in practice;
        --en effect changes variables and mood.
        { id = "screen", acts = { "notice", "guide" }, to = "tells", effect = { patience = -1 },
          say = { zh = "您的号还差两位，留意屏幕就行。", en = "Two to go before yours. Keep an eye on the screen." },
          remark = { zh = "看到她了，话也没错，就是还得干等。", en = "You saw her, and it's true. She still just waits." } },
        { id = "tablet", acts = { "ignore" }, to = "tells", effect = { patience = -1, mood = -1 },
          say = { zh = "（低头弄平板，等她自己开口）", en = "(busy with the tablet; she'll ask if she needs something)" },
          remark = { zh = "她看过你，你没抬头。", en = "She looked at you, and you didn't look up." } },
        { id = "hello", acts = { "greet", "tell-wait" }, to = "tells", effect = { mood = 1 },
          say = { zh = "上午好！前面还有两位，今天办什么？", en = "Morning! Two ahead of you. What is it today?" },
          remark = { zh = "招呼了，也说了要等多久。", en = "A greeting, and how long it takes." } },
        --zh silent 的回应不给学员选，只代表超时。
        --en A silent response is never offered: it is what running out of time looks like.
        { id = "silence", silent = true, acts = { "silence" }, to = "tells", effect = { patience = -1 },
          say = { zh = "（没有接话）", en = "(says nothing)" },
          remark = { zh = "等着的人，一分钟像十分钟。", en = "A minute alone feels like ten." } },
      },
    },

    ["tells"] = {
      --zh pick：由函数说出用哪一种。cues 也一样。
      --en pick: the function says which one it is. The same goes for cues.
      says = pick(errand, {
        card = { zh = "我姓林，卡在机器上取不出钱。", en = "I'm Lin. The machine won't take my card." },
        slip = { zh = "我姓林，汇这笔钱，单子对不对？", en = "I'm Lin. I'm sending this. Is the slip right?" },
      }),
      cues = pick(errand, {
        card = { "gives-name", "tells-business" },
        slip = { "gives-name", "tells-business", "amount-in-view" },
      }),
      responses = {
        --zh when 是条件：成立才给选。
        --en when is a guard: offered only while it holds.
        { id = "aloud", when = has_slip, acts = { "name-customer", "guide" }, to = "leaving",
          say = { zh = "林女士，对的，这个数去二号窗口汇。", en = "That's right, Ms Lin. Counter two for that amount." },
          remark = { zh = "单子还摊着，旁边的人都看得见。", en = "The slip still lies open for all to see." } },
        { id = "cover", when = has_slip, acts = { "protect-privacy", "guide" }, to = "leaving", effect = { mood = 1 },
          say = { zh = "（扣过单子）对的，二号窗口。", en = "(turns the slip over) All correct. Counter two." },
          remark = { zh = "先护住金额。出门再叫声林女士。", en = "The figure is safe. Her name can still come." } },
        { id = "chip", when = has_card, acts = { "name-customer", "guide" }, to = "leaving", effect = { mood = 1 },
          say = { zh = "林女士，多半是芯片，二号窗口换。", en = "Probably the chip, Ms Lin. Counter two will swap it." },
          remark = { zh = "叫了姓，也指了路。", en = "Her name, and where to go." } },
        { id = "manual", when = has_card, acts = { "guide" }, to = "leaving",
          say = { zh = "机器旁边贴着说明，您照着再试一回。", en = "There's a notice by the machine, have another go." },
          remark = { zh = "她来找人，你让她回去找机器。", en = "She came to a person and was sent to a notice." } },
        { id = "busy", acts = { "ignore" }, to = pick(temper, { calm = "leaving", cross = "annoyed" }),
          effect = { patience = -1, mood = -1 },
          say = { zh = "等会儿啊，我这边还没弄完，您先坐。", en = "In a minute, I'm not done here yet. Do sit down." },
          remark = { zh = "再忙，也先把她的事接住。", en = "However busy: take what she brought you first." } },
      },
    },

    ["annoyed"] = {
      says = { zh = "我站了二十分钟，没一个人理我。", en = "Twenty minutes, and not a soul has asked me." },
      cues = { "annoyed" },
      responses = {
        { id = "short", acts = { "explain-fact" }, to = "leaving",
          say = { zh = "今天人手少，大家都在等，不光您一位。", en = "We're short of people, everybody is waiting today." },
          remark = { zh = "理由是你的，气是她的。", en = "The reason is yours, the anger is hers." } },
        { id = "sorry", acts = { "apologise", "guide" }, to = "leaving", effect = { mood = 1 },
          say = { zh = "让您久等了，对不住。二号窗口，我带您。", en = "I'm sorry, that's too long. Counter two, come." },
          remark = { zh = "先把这口气接住。", en = "The anger first, then the rest." } },
        { id = "rules", acts = { "argue" }, to = "left",
          say = { zh = "没有二十分钟吧？取号机上有时间。", en = "Surely not twenty? The ticket has the time on it." },
          remark = { zh = "争赢了，人走了。", en = "You won, and she is gone." } },
      },
    },

    ["leaving"] = {
      scene = { zh = "一刻钟后，她办完了，往门口走。", en = "A quarter of an hour later she is done, and makes for the door." },
      says = { zh = "行了，办好了。", en = "Right, that's that." },
      cues = { "leaves" },
      responses = {
        { id = "machine", acts = { "guide" }, to = "served",
          say = { zh = "下回这种事在机器上就能办，用不着排队。", en = "Next time the machine can do that, no need to queue." },
          remark = { zh = "她听见的是“别来”。", en = "What she hears is: don't come." } },
        { id = "bye", acts = { "see-off", "name-customer" }, to = "served",
          say = { zh = "林女士慢走，门口有台阶。", en = "Take care, Ms Lin. Mind the step." },
          remark = { zh = "她带走的就是这一句。", en = "That is what she takes home." } },
        { id = "nod", acts = { "see-off" }, to = "served",
          say = { zh = "慢走啊。", en = "Bye, then." },
          remark = { zh = "送了。叫声姓更好。", en = "Seen off. Her name would have been nice." } },
      },
    },

    --zh 有 ending 的一步就是结局，没有回应。
    --en A node with an ending ends the conversation, and has no responses.
    ["served"] = { ending = "served", says = { zh = "再见。", en = "Goodbye." } },
    ["left"] = { ending = "left", says = { zh = "算了，我去别家。", en = "Forget it, I'll go elsewhere." } },
  },
}
