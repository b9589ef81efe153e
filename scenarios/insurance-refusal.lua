-- Ms Li never buys insurance. Behind the refusal stands one of three worries (HN-3.2): getting at the
-- money, a poor return, or safety. Each shows before it matters: in what she carries (seat), in how she
-- grumbles (plan, refuses) and in what she says once she feels heard (opens-up).

-- How she answers the 0-10 question: pushed or made to relive it, she says zero whatever was drawn.
local function number(s)
  if s.hurt or s.openness == "closed" then return "zero" end
  if s.openness == "ajar" then return "low" end
  return "high"
end

local function refusal(s) return s.refusal end

-- The refusal, and whether the talk has already gone wrong once.
local function refusal_and_hurt(s)
  if s.hurt then return s.refusal .. "-hurt" end
  return s.refusal
end

local function wants_access(s) return s.refusal == "liquidity" end
local function wants_yield(s) return s.refusal == "return" end
local function wants_safety(s) return s.refusal == "safety" end
local function not_access(s) return s.refusal ~= "liquidity" end
local function not_yield(s) return s.refusal ~= "return" end
local function not_safety(s) return s.refusal ~= "safety" end

local function warm(s) return s.mood == "positive" end
local function cool(s) return s.mood ~= "positive" end
local function unhurt(s) return not s.hurt end
local function hurt(s) return s.hurt end
local function adviser_free(s) return s.adviser == "free" end
local function adviser_busy(s) return s.adviser == "busy" end

-- What she leaves with.
local function parting(s)
  if s.booked then
    if s.hand == 2 then return "met" end
    if s.hand == 1 then return "booked-card" end
    return "booked"
  end
  if s.hand == 1 then return "card" end
  if s.mood == "resistant" then return "cold" end
  return "easy"
end

local after_goodbye = pick(parting, {
  ["met"] = "desk-booked", ["booked-card"] = "desk-booked", ["booked"] = "desk-booked",
  ["card"] = "desk-card", ["easy"] = "parted", ["cold"] = "declined",
})

-- Answered well about her deposit, she asks of her own accord, unless the door was shut from the start.
local after_deposit = pick(function(s)
  return (s.hurt or s.openness == "closed") and "closed" or "curious"
end, { closed = "deposit-done", curious = "ready" })

local answer_to_scale = pick(number, { zero = "zero", low = "low", high = "high" })

return scenario "insurance-refusal" {
  title = { zh = "从来不买保险的李女士", en = "Ms Li never buys insurance" },
  role = "client-manager",
  source = { "HN-3.2", "HN-4", "HN-5", "CD-2" },
  brief = {
    zh = "你是客户经理。李女士在你这儿存过两回定期，算认识，还谈不上熟。今天她有一笔定期到期。"
      .. "她没做过风险测评，所以今天不推荐产品：把转存办好，听出她在意什么，谈得来就约一次，"
      .. "请保险顾问周老师一起。",
    en = "You are the client manager. Ms Li has placed two time deposits with you: you know her, though not"
      .. " well. One of them matures today. She has never done a risk assessment, so nothing is to be sold."
      .. " Roll the deposit over, hear what matters to her, and if it goes well, agree a meeting together"
      .. " with Ms Zhou, the insurance adviser.",
  },
  card = {
    zh = "你是李女士，五十二岁，来转存。一听“保险”“放几年”，就说从来不买。原因三选一，由程序抽："
      .. "母亲住院时钱取不出来；姐姐交了十年没赚到；表哥买的产品出了事。"
      .. "对方追问往事你就冷下来，肯听你说你就松一点。",
    en = "You are Ms Li, 52, here to roll over a deposit. At the word insurance, or at anything long-term,"
      .. " you say you never buy it. The program draws one of three reasons: money you couldn't get out"
      .. " when your mother was in hospital; your sister's ten years of premiums for nothing; a cousin's"
      .. " product that blew up. Questions about it make you cold. Being heard makes you ease up.",
  },
  rules = { "service", "objection", "referral", "conduct" },
  adjust = {
    ["objection/accept-first"] = { weight = 6, reason = {
      zh = "这一场练的就是怎么接住一个“不”。", en = "Taking a no well is what this scenario is for." } },
    ["objection/no-reliving"] = { weight = 5, reason = {
      zh = "她的伤心事就藏在这声拒绝后面，一问就碰着。",
      en = "Her bad memory sits right behind the refusal, and one question touches it." } },
    ["objection/no-arguing"] = { weight = 4, reason = {
      zh = "道理她都听过，再争只会把她争走。",
      en = "She has heard all the arguments. One more drives her away." } },
    ["objection/no-pressing"] = { weight = 4, reason = {
      zh = "她一上来就说了不，每追一步都是在赶客。",
      en = "She begins with a no, so every push is a push to the door." } },
    ["objection/scale-question"] = { weight = 5, reason = {
      zh = "打分是这一场要练会的一招。", en = "The number from 0 to 10 is the move to learn here." } },
    ["objection/answer-the-property"] = { weight = 4, reason = {
      zh = "三种心结，三种答法，答对才算听懂了她。",
      en = "Three worries, three answers: the right one shows you heard her." } },
    ["referral/ask-about-the-sum"] = { off = true, reason = {
      zh = "钱是到期续存的，不是新存的大额。", en = "The money is a deposit falling due, no new sum." } },
    ["referral/ask-not-guess"] = { off = true, reason = {
      zh = "这一条说的是大堂里认人。她在意哪样，由“问最看重哪样”来管。",
      en = "That rule is about spotting people in the lobby. Here asking what matters most covers it." } },
    ["referral/no-selling"] = { off = true, reason = {
      zh = "客户经理可以谈产品，前提是先做测评，由“先测评，再谈产品”来管。",
      en = "A client manager may discuss products once there is an assessment, which has its own rule." } },
  },
  customer = {
    name = { zh = "李女士", en = "Ms Li" }, surname = { zh = "李", en = "Li" },
    age = 52, familiarity = 3, mood = "neutral",
    looks = {
      { zh = "短发，布包洗得发白", en = "Short hair, a cloth bag washed pale" },
      { zh = "说话快，不绕弯", en = "Talks fast, comes to the point" },
    },
  },
  vars = {
    hurt = flag(),         -- she was argued with, pushed, or made to relive it
    depositing = flag(),   -- the talk has turned from insurance to her deposit
    with_adviser = flag(), -- the adviser was part of the invitation
    consent = flag(),      -- she was asked whether she may be called, and said yes
    booked = flag(),       -- she agreed to come
    hand = int(0, 2, 0),   -- 0 nothing, 1 holds the adviser's card, 2 has met the adviser
  },
  draws = {
    refusal = { liquidity = 1, ["return"] = 1, safety = 1 },
    openness = { closed = 2, ajar = 3, open = 3 },
    adviser = { free = 1, busy = 1 },
  },
  turns = 12,
  start = "seat",
  nodes = {
    ["seat"] = {
      scene = pick(refusal, {
        liquidity = {
          zh = "李女士坐在你桌前等着，存单摊在桌上，金额朝外，后面就是排队的人。"
            .. "她包口露出半截医院的片子袋。",
          en = "Ms Li is waiting at your desk, the deposit slip open on it, the amount facing the queue."
            .. " An X-ray envelope sticks out of her bag.",
        },
        ["return"] = {
          zh = "李女士坐在你桌前等着，存单摊在桌上，金额朝外，后面就是排队的人。"
            .. "她手里折着张纸，抄着几家银行的利率。",
          en = "Ms Li is waiting at your desk, the deposit slip open on it, the amount facing the queue."
            .. " On a folded sheet she has copied out several banks' rates.",
        },
        safety = {
          zh = "李女士坐在你桌前等着，存单摊在桌上，金额朝外，后面就是排队的人。"
            .. "她正抬头看墙上那块存款保险的牌子。",
          en = "Ms Li is waiting at your desk, the deposit slip open on it, the amount facing the queue."
            .. " She is reading the deposit insurance plate on the wall.",
        },
      }),
      says = {
        zh = "我那张定期今天到期，身份证也给你，转一下就行。",
        en = "My one-year's up today. Here's my ID, just roll it over for me.",
      },
      cues = { "waits", "tells-business", "gives-name", "amount-in-view", "deposit-matures" },
      hint = "protect-privacy",
      seconds = 30, timeout = "silence",
      responses = {
        { id = "comfort",
          say = {
            zh = "李女士，好久没见了！快坐，我先给您倒杯水。",
            en = "Ms Li, it's been a while! Sit down, let me get you some water first.",
          },
          acts = { "greet", "name-customer", "offer-comfort" }, to = "plan",
          effect = { familiarity = 1 },
          remark = {
            zh = "热情是够了，可存单还敞着，后面的人一低头就看见。",
            en = "A warm start, but the slip still lies open for the whole queue to read.",
          } },
        { id = "cover",
          say = {
            zh = "（把存单翻过去）李女士来啦，坐。这笔钱近期用得着吗？",
            en = "(turns the slip over) Ms Li, hello, have a seat. Will you need this one soon?",
          },
          acts = { "greet", "protect-privacy", "name-customer", "ask-need" }, to = "plan",
          effect = { familiarity = 1 },
          remark = {
            zh = "一个小动作护住了金额，再问一句用途，她觉得你上心。",
            en = "One small gesture hides the amount, and your question shows you care where it goes.",
          } },
        { id = "count",
          say = {
            zh = "李女士来啦！二十万、一年期的，今天到期，对吧？",
            en = "Ms Li, hello! Two hundred thousand, one year, up today, is that right?",
          },
          acts = { "greet", "name-customer", "expose-amount" }, to = "plan",
          effect = { mood = -1 },
          remark = {
            zh = "核对是应该的，指着单子核就行，念出来半个大堂都听见了。",
            en = "Do check it, with a finger on the slip. Spoken, half the lobby knows.",
          } },
        { id = "brisk",
          say = {
            zh = "好，证件存单先放这儿，密码器在左手边，您输一下密码。",
            en = "Right, leave the ID and the slip here. Keypad's on your left, put your PIN in for me.",
          },
          acts = { "guide" }, to = "plan",
          remark = {
            zh = "快是快，她等了半天，连声招呼也没听着。",
            en = "Quick, but she sat waiting and didn't get so much as a hello.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（盯着屏幕，没抬头）", en = "(stares at the screen, doesn't look up)" },
          acts = { "silence" }, to = "plan", effect = { familiarity = -1 },
          remark = {
            zh = "她就坐在你对面，先抬头看她一眼。",
            en = "She's sitting right across from you. Look up first.",
          } },
      },
    },

    ["plan"] = {
      scene = {
        zh = "桌角立着一块保险的小牌子，她扫了一眼，马上挪开了。",
        en = "A little insurance sign stands on your desk. Her eyes touch it and move away at once.",
      },
      says = pick(refusal, {
        liquidity = {
          zh = "先转一年吧。要不半年？手边总得有能动的钱。",
          en = "A year, I suppose. Or six months? I like to have something I can get at.",
        },
        ["return"] = {
          zh = "先转一年吧。这点利息，还跑不过菜价。",
          en = "A year, I suppose. Not that the interest even keeps up with the shopping.",
        },
        safety = {
          zh = "先转一年吧。存单在我抽屉里锁着，我看着踏实。",
          en = "A year, I suppose. I like having the slip locked in my own drawer.",
        },
      }),
      hint = "ask-open",
      responses = {
        { id = "swap",
          say = {
            zh = "一年太亏了。这款两全险，一样是存，存五年划算得多。",
            en = "One year's a waste. Save into this endowment plan, five years, you'd do far better.",
          },
          acts = { "pitch", "call-deposit" }, to = "refuses", effect = { mood = "resistant" },
          remark = {
            zh = "测评没做就推荐，还把保险叫成“存”，两条红线一块儿踩了。",
            en = "A product before any assessment, and insurance sold as saving: two red lines at once.",
          } },
        { id = "fetch",
          say = {
            zh = "正好我们保险顾问在，我请她过来给您讲讲长期的？",
            en = "Our insurance adviser's in. Shall I get her over to tell you about longer plans?",
          },
          acts = { "offer-referral" }, to = "waves-off", effect = { mood = "resistant" },
          remark = {
            zh = "她要什么你还不知道，先搬个人来，她只想躲。",
            en = "You don't know what she wants yet. Bringing someone over only makes her duck.",
          } },
        { id = "future",
          say = {
            zh = "行，先听您的。往后这几年，这笔钱您怎么打算的？",
            en = "Sure, whatever suits you. What have you got in mind for it, the next few years?",
          },
          acts = { "ask-open" }, to = "refuses", effect = { mood = "resistant" },
          remark = {
            zh = "问打算，不问产品。“几年”两个字会碰到她的心结，听她怎么说。",
            en = "You ask about her plans. The word years will touch the sore spot, so listen closely.",
          } },
        { id = "types",
          say = {
            zh = "除了定期，也有放得长些的，像保险这类，您了解过吗？",
            en = "There are longer things besides deposits, insurance and so on. Ever looked at them?",
          },
          acts = { "describe-types" }, to = "refuses", effect = { mood = "resistant" },
          remark = {
            zh = "只说类别，没推产品，可以。她的反应会告诉你很多。",
            en = "A kind, no product: that's all right. Her reaction will tell you a lot.",
          } },
      },
    },

    ["waves-off"] = {
      scene = {
        zh = "她往后一靠，一只手按在了存单上。",
        en = "She leans back and puts a hand flat on the slip.",
      },
      says = {
        zh = "别叫别叫。保险我从来不买，谁来讲都一样。",
        en = "No, don't. I never buy insurance, doesn't matter who does the talking.",
      },
      cues = { "objects", "declines-referral" },
      hint = "acknowledge",
      responses = {
        { id = "five-minutes",
          say = {
            zh = "就五分钟，听听又不花钱，您就当多了解了解。",
            en = "It's five minutes, and it costs nothing to listen. Just so you know what's out there.",
          },
          acts = { "press" }, to = "stiff", effect = { hurt = true },
          remark = {
            zh = "她刚说了不，你接着劝，后面的话她都不想听了。",
            en = "She's just said no. Push now and she stops listening to all the rest.",
          } },
        { id = "story",
          say = {
            zh = "我看您挺反感的，是不是以前在这上头吃过亏？",
            en = "You really don't like it, do you? Did you get burnt by it once?",
          },
          acts = { "probe-past" }, to = "relives", effect = { hurt = true },
          remark = {
            zh = "听着像关心，其实是让她当着你的面再难受一回。",
            en = "It sounds kind, and it makes her go through it all again in front of you.",
          } },
        { id = "better",
          say = {
            zh = "那是您没碰上专业的，我们顾问跟外面卖的不一样。",
            en = "You just haven't met a good one. Ours isn't like the ones out there.",
          },
          acts = { "argue" }, to = "stiff", effect = { hurt = true },
          remark = {
            zh = "等于说她看走了眼，她只好把话说得更死。",
            en = "That tells her she was wrong, so she has to dig in deeper.",
          } },
        { id = "step-back",
          say = {
            zh = "好，不叫。不想买很正常，哪天您想问，我都在。",
            en = "Fine, I won't. Plenty of people feel that way. If you're ever curious, I'm here.",
          },
          acts = { "acknowledge", "leave-door-open" }, to = "opens-up",
          remark = {
            zh = "说停就停，她的手从存单上松开了。",
            en = "You stopped when she asked. Her hand comes off the slip.",
          } },
      },
    },

    ["refuses"] = {
      scene = {
        zh = "她身子往后一撤，语气硬了。",
        en = "She draws back, and her voice goes hard.",
      },
      says = pick(refusal, {
        liquidity = {
          zh = "说来说去，又是保险吧？我从来不买。钱进去容易，要用的时候你试试。",
          en = "It's insurance again, isn't it? I never buy it. Easy to put in. You try getting it out.",
        },
        ["return"] = {
          zh = "说来说去，又是保险吧？我从来不买。到手那几个钱，我拿计算器按过。",
          en = "It's insurance again, isn't it? I never buy it. I've done the sums on what you get.",
        },
        safety = {
          zh = "说来说去，又是保险吧？我从来不买。嘴上都说得好，真出了事找谁去？",
          en = "It's insurance again, isn't it? I never buy it. All smiles, and when it goes bad?",
        },
      }),
      cues = pick(refusal, {
        liquidity = { "objects", "fears-lockup" },
        ["return"] = { "objects", "doubts-return" },
        safety = { "objects", "fears-loss" },
      }),
      hint = "acknowledge",
      seconds = 25, timeout = "silence",
      responses = {
        { id = "accept",
          say = {
            zh = "您这么想一点不奇怪，好多人都这样。咱先办转存。",
            en = "I can see why, a lot of people feel like that. Let's do your rollover first.",
          },
          acts = { "acknowledge" }, to = "opens-up",
          remark = {
            zh = "没劝也没问，她反倒愿意多说两句。",
            en = "You neither coaxed nor asked, and that is what makes her say a little more.",
          } },
        { id = "what-happened",
          say = {
            zh = "您是不是碰上过什么事？跟我说说，兴许我能帮上忙。",
            en = "Did something happen to put you off? Tell me, maybe I can do something about it.",
          },
          acts = { "probe-past" }, to = "relives", effect = { hurt = true },
          remark = {
            zh = "你是好心，可一问她就得从头再难受一遍。",
            en = "You mean well, but to answer she has to go through it all again.",
          } },
        { id = "old-days",
          say = {
            zh = "那都是老皇历了，现在监管严，跟从前不一样了。",
            en = "That was years ago. It's strictly regulated now, nothing like it used to be.",
          },
          acts = { "argue" }, to = "stiff", effect = { hurt = true },
          remark = {
            zh = "道理没错，可她还在气头上，听着就是你在顶嘴。",
            en = "True enough, but to someone upset it's just you answering back.",
          } },
        { id = "neighbour",
          say = {
            zh = "您对门的张姐原先也这么说，上月还在我这儿办了。",
            en = "Mrs Zhang across from you said just that, and last month she took one out with me.",
          },
          acts = { "disclose" }, to = "stiff", effect = { hurt = true },
          remark = {
            zh = "她马上想到：我办了什么，你也会跟别人说。",
            en = "Her next thought: so you'll be telling people about me as well.",
          } },
        { id = "rush-scale",
          say = {
            zh = "那我问您，要是只有保险能选，0到10分您打几分？",
            en = "Then tell me, if insurance were all there was, what would you give it, 0 to 10?",
          },
          acts = { "ask-scale", "steer" }, to = "zero",
          remark = {
            zh = "问法是对的，早了一步。她的话还没人接，自然打零分。",
            en = "Right question, one step early. Nobody has heard her yet, so of course it's zero.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（愣住了，半天没接话）", en = "(is caught out and says nothing)" },
          acts = { "silence" }, to = "quiet", effect = { hurt = true },
          remark = {
            zh = "她把话撂在那儿了，哪怕先说一句“我明白”。",
            en = "She's left it hanging there. Even a simple I understand would do.",
          } },
      },
    },

    ["relives"] = {
      scene = {
        zh = "她别过脸去，眼圈有点红。",
        en = "She turns her face away. Her eyes have gone red.",
      },
      says = pick(refusal, {
        liquidity = {
          zh = "我妈躺在医院等着交钱，我的钱锁在里头，到处求人也取不出来。……不说了。",
          en = "My mother's in hospital, they want paying, and my money's locked up. I begged. Leave it.",
        },
        ["return"] = {
          zh = "我姐紧巴巴交了十年，拿回来还不如存定期，现在见了我都抬不起头。……不说了。",
          en = "My sister scraped ten years of payments together. A deposit would've paid more. Leave it.",
        },
        safety = {
          zh = "我表哥一辈子的积蓄，那家说垮就垮了，人急得住了院。……不说了。",
          en = "My cousin's whole savings. It folded overnight, and he ended up in hospital. Leave it.",
        },
      }),
      cues = { "recalls-hurt" },
      hint = "apologise",
      responses = {
        { id = "and-then",
          say = {
            zh = "那后来呢？这笔钱最后是怎么处理的？",
            en = "And then? What happened to the money in the end?",
          },
          acts = { "probe-past" }, to = "walkout",
          remark = {
            zh = "她说了“不说了”，你还往下问，她只能起身走人。",
            en = "She said leave it. Ask once more and all she can do is get up.",
          } },
        { id = "lesson",
          say = {
            zh = "所以说啊，您更得有个保障，真碰上事了它能顶一顶。",
            en = "All the more reason to have proper cover, so there's something behind you next time.",
          },
          acts = { "steer", "argue" }, to = "quiet",
          remark = {
            zh = "拿她的难处当话头来劝，她听着心凉。",
            en = "You've turned her trouble into your opening line, and she can tell.",
          } },
        { id = "not-us",
          say = {
            zh = "那是那一家的问题，我们行做的可不会这样。",
            en = "That was that one company. It wouldn't happen with ours.",
          },
          acts = { "argue" }, to = "quiet",
          remark = {
            zh = "她在说难受的事，你在替产品说话。",
            en = "She's telling you what hurt, and you're standing up for a product.",
          } },
        { id = "sorry",
          say = {
            zh = "对不住，不该让您再想这些。不提了，咱先办转存。",
            en = "I'm sorry, I shouldn't have brought it up. Let's leave it and do your rollover.",
          },
          acts = { "apologise", "acknowledge" }, to = "opens-up",
          remark = {
            zh = "认了错就停，她缓过来一点，话还能往下说。",
            en = "You own it and stop. She collects herself, and you can still talk.",
          } },
      },
    },

    ["stiff"] = {
      scene = {
        zh = "她看了看表，手指在桌面上敲。",
        en = "She looks at her watch. Her fingers tap the desk.",
      },
      says = {
        zh = "你们都是一个口径。我就转个存，你办不办？",
        en = "You all sing the same song. I came to roll over a deposit. Are you doing it or not?",
      },
      cues = { "objects", "annoyed" },
      hint = "apologise",
      responses = {
        { id = "do-it",
          say = {
            zh = "办，马上。一年期，您按一下密码，两分钟就好。",
            en = "Right away. One year, if you'd put your PIN in. Two minutes.",
          },
          acts = { "tell-wait" }, to = "quiet",
          remark = {
            zh = "事办得快，她的气还搁在那儿，没人接。",
            en = "Prompt, but she's still cross and nobody has said a word about it.",
          } },
        { id = "own-it",
          say = {
            zh = "是我话多了，您不想买太正常了。现在就给您办。",
            en = "I went on too long, sorry. Not wanting it is perfectly fine. I'll do it now.",
          },
          acts = { "apologise", "acknowledge" }, to = "opens-up",
          remark = {
            zh = "认一句“我话多了”，气就顺了一半。",
            en = "Own up to talking too much and half the annoyance is gone.",
          } },
        { id = "over-your-head",
          say = {
            zh = "这里头门道多，一般人听不太明白，不怪您。",
            en = "It's a complicated business. Most people can't really follow it, don't worry.",
          },
          acts = { "belittle" }, to = "quiet",
          remark = {
            zh = "你是想给台阶，她听见的是“你不懂”。",
            en = "You meant to let her off lightly. What she hears is: you're too dim.",
          } },
        { id = "last-word",
          say = {
            zh = "办，这就办。就最后一句，您听完再定行不行？",
            en = "Yes, doing it. Just one last thing, hear me out and then decide, all right?",
          },
          acts = { "press" }, to = "quiet",
          remark = {
            zh = "手上应了，嘴上没停，她不信你了。",
            en = "You said yes and kept on selling. She no longer believes you.",
          } },
      },
    },

    ["opens-up"] = {
      scene = pick(function(s) return s.hurt and "hurt" or "fine" end, {
        fine = {
          zh = "她看了你一眼，肩膀松了下来。",
          en = "She looks at you for a moment. Her shoulders come down.",
        },
        hurt = {
          zh = "她缓了口气，眼睛还看着别处。",
          en = "She takes a breath, still looking somewhere else.",
        },
      }),
      says = pick(refusal_and_hurt, {
        liquidity = {
          zh = "你倒不劝我。我就认一年一年地存，到日子钱就回来，心里有数。",
          en = "Well, you don't nag. I like it a year at a time. The day comes, it's back in my hand.",
        },
        ["return"] = {
          zh = "你倒不劝我。不是我抠，捂上好几年，总得比定期强一截吧？",
          en = "Well, you don't nag. I'm not mean, but sit on it for years and it ought to beat a deposit.",
        },
        safety = {
          zh = "你倒不劝我。那合同几十页，哪句算数哪句不算，我看不出来。",
          en = "Well, you don't nag. Those contracts, forty pages, who knows which line will hold?",
        },
        ["liquidity-hurt"] = {
          zh = "行了，办吧。我的钱，得是我说拿就能拿的。",
          en = "All right, get on with it. My money has to be there when I say so.",
        },
        ["return-hurt"] = {
          zh = "行了，办吧。捂那么久也多不了几个，我图什么。",
          en = "All right, get on with it. All those years for next to nothing, what's the point.",
        },
        ["safety-hurt"] = {
          zh = "行了，办吧。存单揣自己兜里，我才睡得着。",
          en = "All right, get on with it. I sleep when the slip's in my own pocket.",
        },
      }),
      cues = pick(refusal, {
        liquidity = { "fears-lockup" }, ["return"] = { "doubts-return" }, safety = { "fears-loss" },
      }),
      hint = "ask-scale",
      responses = {
        { id = "which-time",
          say = {
            zh = "您说的那回，是取不出来，还是亏了？我帮您看看。",
            en = "That other time, was it stuck, or did you lose on it? I could have a look.",
          },
          acts = { "probe-past" }, when = unhurt, to = "relives", effect = { hurt = true },
          remark = {
            zh = "她才松了点口，又被拉回那件事里去了。",
            en = "She'd only just eased up, and you've pulled her right back into it.",
          } },
        { id = "which-time-again",
          say = {
            zh = "您心里那道坎，到底是怎么来的？说开了就好。",
            en = "This thing you've got about it, where does it come from? Best to talk it out.",
          },
          acts = { "probe-past" }, when = hurt, to = "walkout",
          remark = {
            zh = "刚缓过来又追问，她一分钟都不想再坐了。",
            en = "She'd barely recovered and you ask again. She won't sit here another minute.",
          } },
        { id = "lecture",
          say = {
            zh = "那我给您说说保险都分哪几类，您听听就行，不买没关系。",
            en = "Let me just run you through the kinds of insurance, then. No need to buy anything at all.",
          },
          acts = { "press", "steer", "describe-types" }, to = "quiet", effect = { hurt = true },
          remark = {
            zh = "她刚觉得你肯听，你又讲上课了。",
            en = "She'd just begun to think you listen, and here comes the lecture.",
          } },
        { id = "scale",
          say = {
            zh = "不说买。要是往后只剩保险能选，0到10分您打几分？",
            en = "No buying. Just suppose insurance was all there was. 0 to 10, how keen would you be?",
          },
          acts = { "ask-scale", "steer" }, to = answer_to_scale,
          effect = function(s) if number(s) == "high" then s.mood = "neutral" end end,
          remark = {
            zh = "假设的问题不逼人，几分都是话头。",
            en = "A what-if doesn't corner anyone, and any number gives you something to go on.",
          } },
        { id = "straight-to-it",
          say = {
            zh = "那要是您来挑，好取、收益、稳当，哪样最要紧？",
            en = "If you were choosing: easy access, return or safety, what matters most?",
          },
          acts = { "ask-property" }, to = "property",
          effect = function(s) if not s.hurt then s.mood = "neutral" end end,
          remark = {
            zh = "问到点子上了，就是少了那个打分，不知道门开了多大。",
            en = "The right thing to ask. Without the number, though, you don't know how open she is.",
          } },
        { id = "drop-it",
          say = {
            zh = "好，那这个就不提了，我给您转一年，您稍等。",
            en = "All right, we'll drop it. I'll roll it over for a year, just a moment.",
          },
          acts = { "leave-door-open" }, to = "quiet",
          remark = {
            zh = "客气是客气，她在意什么，你还是不知道。",
            en = "Polite, and you still don't know what she cares about.",
          } },
      },
    },

    ["zero"] = {
      scene = {
        zh = "她想都没想，摆了摆手。",
        en = "She doesn't even think about it, just waves a hand.",
      },
      says = {
        zh = "零分。只剩这一样，我宁可把钱搁枕头底下。",
        en = "Zero. If that's all there was, I'd keep it under my pillow.",
      },
      cues = { "scale-zero", "objects" },
      hint = "leave-door-open",
      seconds = 30, timeout = "silence",
      responses = {
        { id = "why-zero",
          say = {
            zh = "零分总有个缘故吧？您说说，我心里也好有个数。",
            en = "There must be a reason for a zero. Tell me, so I know where I stand.",
          },
          acts = { "probe-past" }, to = "quiet", effect = { hurt = true },
          remark = {
            zh = "问缘故就是让她回头看那件事，零分只会更牢。",
            en = "Asking why sends her straight back to it. The zero only sets harder.",
          } },
        { id = "about-deposits",
          say = {
            zh = "零分也行。光说存款：好取、利息、稳当，您先看哪样？",
            en = "Fair enough, zero it is. Just on your deposit then: access, interest or safety first?",
          },
          acts = { "acknowledge", "ask-property" }, to = "deposit-talk",
          effect = { mood = 1, depositing = true },
          remark = {
            zh = "零分也接着聊，聊她本来就要办的存款，她不为难。",
            en = "You keep talking, about the deposit she came for. That's easy for her.",
          } },
        { id = "let-it-rest",
          say = {
            zh = "明白，那今天不说它了。往后您想问，随时问我。",
            en = "Understood, we'll leave it there today. If you ever want to ask, ask me.",
          },
          acts = { "acknowledge", "leave-door-open" }, to = "quiet", effect = { mood = 1 },
          remark = {
            zh = "不追零分，留一句话，往后她还能来问你。",
            en = "You don't chase the zero, and she knows she can still come and ask.",
          } },
        { id = "not-zero",
          say = {
            zh = "零分太绝对了吧？您给我两分钟，就说一条，听完再打分。",
            en = "Zero's a bit harsh, isn't it? Give me two minutes, one point, and then score it again.",
          },
          acts = { "press", "argue" }, to = chance { walkout = 1, quiet = 4 }, effect = { hurt = true },
          remark = {
            zh = "她给了实话，你跟她还价，她不会再给第二句。",
            en = "She was honest and you haggled. You won't get a second honest answer.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（一时不知道怎么接）", en = "(doesn't know what to say to that)" },
          acts = { "silence" }, to = "quiet",
          remark = {
            zh = "零分也要接，说句“明白”就不冷场。",
            en = "Answer a zero as well. A plain understood keeps it from going cold.",
          } },
      },
    },

    ["low"] = {
      scene = {
        zh = "她撇了撇嘴，倒是认真想了想。",
        en = "She pulls a face, but she does think about it.",
      },
      says = {
        zh = "一两分吧，真没别的可选了再说。",
        en = "One, maybe two. If there was really nothing else.",
      },
      cues = { "scale-low" },
      hint = "ask-property",
      responses = {
        { id = "which-matters",
          say = {
            zh = "有一两分就行。好取、收益、稳当，哪样您最放不下？",
            en = "One or two will do. Access, return, safety: which of those matters to you most?",
          },
          acts = { "ask-property" }, to = "property", effect = { mood = 1 },
          remark = {
            zh = "接住那一两分，顺着问她最在意的，门就开了条缝。",
            en = "You take the one or two as it is and ask what matters. The door opens a crack.",
          } },
        { id = "missing-eight",
          say = {
            zh = "那八分是怎么丢的？您说说，我看能不能补上。",
            en = "So where did the other eight go? Tell me, maybe I can win them back.",
          },
          acts = { "probe-past" }, to = "quiet", effect = { hurt = true },
          remark = {
            zh = "问丢在哪儿，她就得从头想那件不痛快的事。",
            en = "To answer that she has to go back to the bad part.",
          } },
        { id = "make-it-five",
          say = {
            zh = "才一两分啊？您把家里老人孩子都想上，怎么也值个五分。",
            en = "Only one or two? When you think of the whole family, it must be worth five at least.",
          },
          acts = { "argue" }, to = "quiet", effect = { hurt = true },
          remark = {
            zh = "她好不容易给了一两分，一讨价就缩回去了。",
            en = "She offered you a one or two. Haggle, and she takes it back.",
          } },
        { id = "book-now",
          say = {
            zh = "一两分就好办，周四我约上保险顾问，您来坐坐？",
            en = "That's a start. Thursday, with our insurance adviser, would you drop in?",
          },
          acts = { "propose-meeting", "bring-adviser", "offer-referral" }, to = "hesitates",
          remark = {
            zh = "她在意什么还没问，她想不出为什么要来。",
            en = "You haven't asked what she cares about, so why would she come?",
          } },
      },
    },

    ["high"] = {
      scene = {
        zh = "她自己也笑了一下，像是没想到会说出这个数。",
        en = "She smiles a little, as if the number surprised her too.",
      },
      says = {
        zh = "五六分吧。东西我倒不恨，就看是怎么个买法。",
        en = "Five, six maybe. I've nothing against it as such. Depends how it's done.",
      },
      cues = { "scale-high", "shows-interest" },
      hint = "ask-property",
      responses = {
        { id = "annuity",
          say = {
            zh = "五六分不低了，有款年金正合您这岁数，我翻给您看。",
            en = "Five or six is plenty! There's an annuity just right for your age, look here.",
          },
          acts = { "pitch" }, to = "hesitates", effect = { mood = -1 },
          remark = {
            zh = "门刚开就把产品塞进去，测评还没做呢。",
            en = "The door opens and you shove a product through it, with no assessment done.",
          } },
        { id = "guess",
          say = {
            zh = "那您就是怕不安全，这一条我能给您讲明白。",
            en = "So it's safety that bothers you. I can clear that up for you.",
          },
          acts = { "assume" }, to = "not-it", effect = { mood = -1 },
          remark = {
            zh = "猜中了她也不领情，问一句才算数。",
            en = "Even a lucky guess earns nothing. One question would have settled it.",
          } },
        { id = "book-now",
          say = {
            zh = "那好办，周四我请保险顾问一起，当面给您说清楚？",
            en = "Good. Shall we say Thursday, with our insurance adviser, and go through it?",
          },
          acts = { "propose-meeting", "bring-adviser", "offer-referral" },
          to = chance { agrees = 1, hesitates = 1 }, effect = { with_adviser = true },
          remark = {
            zh = "约得快了点，她在意哪样，顾问来了也不知道。",
            en = "A bit quick. What she cares about, the adviser won't know either.",
          } },
        { id = "which-first",
          say = {
            zh = "那就好聊了。好取、收益、稳当，您先看哪一样？",
            en = "Good to hear. Access, return, safety: which do you look at first?",
          },
          acts = { "ask-property" }, to = "property", effect = { mood = 1 },
          remark = {
            zh = "分数高也别急，先问清她看重哪样。",
            en = "A good number is no reason to hurry. Find out first what she looks for.",
          } },
      },
    },

    ["quiet"] = {
      scene = {
        zh = "打印机响着，她望着窗外。",
        en = "The printer hums. She looks out of the window.",
      },
      says = pick(function(s) return s.hurt and "cold" or "calm" end, {
        calm = { zh = "嗯，转一年，辛苦你了。", en = "A year, yes. Thanks for doing that." },
        cold = {
          zh = "不说这个了。一年，麻烦快点。",
          en = "Let's not. One year, and quick about it, please.",
        },
      }),
      hint = "ask-property",
      responses = {
        { id = "card",
          say = {
            zh = "好。顾问的名片您收着，哪天想问再问，不急。",
            en = "Done. Take our adviser's card, there's no rush, ask whenever you feel like it.",
          },
          acts = { "give-card", "leave-door-open" }, to = "goodbye", effect = { hand = 1 },
          remark = {
            zh = "留了名片，没追着问，大方。她在意什么还是没听到。",
            en = "A card and no pushing: graceful. You still haven't heard what she cares about.",
          } },
        { id = "lightly",
          say = {
            zh = "好。光说这张存单，您图好取、图利息，还是图稳当？",
            en = "Sure. Just on this deposit: is it access, interest or safety you're after?",
          },
          acts = { "ask-property" }, to = "deposit-talk",
          effect = function(s) s.depositing = true; if not s.hurt then s.mood = "neutral" end end,
          remark = {
            zh = "不提保险，只问眼前这张存单，她答得轻松。",
            en = "No insurance, just the slip in front of her. That's easy to answer.",
          } },
        { id = "head-down",
          say = {
            zh = "（不再搭话，低头打单子，办好了往前一推）",
            en = "(says no more, prints the slip and pushes it across)",
          },
          acts = { "ignore" }, to = "goodbye", effect = { mood = -1 },
          remark = {
            zh = "她想清静，可不是想被晾着，办完了也该说句话。",
            en = "She wanted peace, and got the cold shoulder. Say a word when it's done.",
          } },
        { id = "ring-you",
          say = {
            zh = "好嘞。往后要有合适的，我打个电话跟您说一声，行吧？",
            en = "There we go. If something good comes up, can I give you a ring?",
          },
          acts = { "ask-contact" }, to = "no-calls",
          remark = {
            zh = "她正想清静，这时候要电话，多半要不来。",
            en = "She wants some peace just now. It's the wrong moment to ask for a number.",
          } },
      },
    },

    ["property"] = {
      scene = pick(function(s) return s.hurt and "hurt" or "fine" end, {
        fine = {
          zh = "她把椅子往前挪了挪。",
          en = "She pulls her chair a little closer.",
        },
        hurt = {
          zh = "她没看你，话倒是答了。",
          en = "She doesn't look at you, but she does answer.",
        },
      }),
      says = pick(refusal_and_hurt, {
        liquidity = {
          zh = "随时能拿回来。去年我妈住院，钱有，就是当天取不出来，我急得在走廊里直转。",
          en = "Getting it back. My mother was in hospital, I had the money and couldn't touch it.",
        },
        ["return"] = {
          zh = "得划算。我姐交了十年，到头来跟定期差不多，那我图什么？",
          en = "It has to pay. My sister put in ten years and did no better than a deposit. Why bother?",
        },
        safety = {
          zh = "得牢靠。我表哥买的那个，说没就没了，我可担不起那份心。",
          en = "It has to hold. What my cousin bought was gone overnight. I couldn't live with that.",
        },
        ["liquidity-hurt"] = {
          zh = "还是那句，我要用的时候，它得拿得出来。",
          en = "Same as I said. When I need it, I have to be able to get it.",
        },
        ["return-hurt"] = {
          zh = "还是那句，放那么久，得放得值。",
          en = "Same as I said. If it sits that long, it has to be worth it.",
        },
        ["safety-hurt"] = {
          zh = "还是那句，别让我提心吊胆。",
          en = "Same as I said. I don't want to lie awake over it.",
        },
      }),
      cues = pick(refusal_and_hurt, {
        liquidity = { "needs-access", "recalls-hurt" },
        ["return"] = { "needs-growth", "recalls-hurt" },
        safety = { "needs-growth", "recalls-hurt" },
        ["liquidity-hurt"] = { "needs-access" },
        ["return-hurt"] = { "needs-growth" },
        ["safety-hurt"] = { "needs-growth" },
      }),
      hint = "match-property",
      seconds = 40, timeout = "silence",
      responses = {
        { id = "sums",
          say = {
            zh = "那先算账：合同里写死的能拿多少，跟定期摆一块儿比。",
            en = "Then let's do the sums first: what the contract commits to, next to a plain deposit.",
          },
          acts = { "match-property" }, when = wants_yield, to = "asks-yield", effect = { mood = 1 },
          remark = {
            zh = "她要划算，你就跟她算账，算的还是写死的数。",
            en = "She wants it to pay, so you do the sums, and only with figures in writing.",
          } },
        { id = "sums-amiss",
          say = {
            zh = "那先算账：合同里写死的能拿多少，跟定期摆一块儿比。",
            en = "Then let's do the sums first: what the contract commits to, next to a plain deposit.",
          },
          acts = { "mismatch" }, when = not_yield, to = "not-it", effect = { mood = -1 },
          remark = {
            zh = "账算得再清，答的也不是她问的那样。",
            en = "Neat sums, in answer to something she didn't ask.",
          } },
        { id = "clauses",
          say = {
            zh = "那先看保障：谁来担、哪句写进合同，一条条核给您看。",
            en = "Then safety first. Who stands behind it, what's in writing: we'll go line by line.",
          },
          acts = { "match-property" }, when = wants_safety, to = "asks-safe", effect = { mood = 1 },
          remark = {
            zh = "她怕的是不算数，你就带她看白纸黑字。",
            en = "She fears promises that don't hold, so you show her what's in black and white.",
          } },
        { id = "clauses-amiss",
          say = {
            zh = "那先看保障：谁来担、哪句写进合同，一条条核给您看。",
            en = "Then safety first. Who stands behind it, what's in writing: we'll go line by line.",
          },
          acts = { "mismatch" }, when = not_safety, to = "not-it", effect = { mood = -1 },
          remark = {
            zh = "话很稳妥，她在意的却是另一样。",
            en = "Sound enough, but she cares about something else.",
          } },
        { id = "brochure",
          say = {
            zh = "您说的这个，有款年金正好对路，我给您打份计划书？",
            en = "There's an annuity made for exactly that. Shall I print you a proposal?",
          },
          acts = { "pitch" }, to = "hesitates", effect = { mood = -1 },
          remark = {
            zh = "测评没做，计划书一打，她就知道前面都是铺垫。",
            en = "No assessment, and a proposal: now she knows what it was all leading to.",
          } },
        { id = "ways-out",
          say = {
            zh = "那先看怎么取：急用时几天到手、扣多少，先问个明白。",
            en = "Then access first: how fast could you get it out, and what would that cost you?",
          },
          acts = { "match-property" }, when = wants_access, to = "asks-access", effect = { mood = 1 },
          remark = {
            zh = "她怕急用拿不出，你第一句就答这个。",
            en = "She's afraid of not getting it in time, and that is what you answer first.",
          } },
        { id = "ways-out-amiss",
          say = {
            zh = "那先看怎么取：急用时几天到手、扣多少，先问个明白。",
            en = "Then access first: how fast could you get it out, and what would that cost you?",
          },
          acts = { "mismatch" }, when = not_access, to = "not-it", effect = { mood = -1 },
          remark = {
            zh = "好取当然好，可她刚才说的不是这个。",
            en = "Easy access is nice. It just isn't what she said.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（低头翻资料，没有回答）", en = "(leafs through papers, gives no answer)" },
          acts = { "silence" }, to = "not-it", effect = { mood = -1 },
          remark = {
            zh = "她把心里话说了，先应一声。",
            en = "She's just told you what's on her mind. Say something.",
          } },
      },
    },

    ["deposit-talk"] = {
      scene = {
        zh = "说到存款，她的话顺了。",
        en = "On deposits she talks more easily.",
      },
      says = pick(refusal, {
        liquidity = {
          zh = "那得好拿。我妈岁数大了，说用就用，等不了。",
          en = "Something I can get at. My mother's old. When she needs it, it can't wait.",
        },
        ["return"] = {
          zh = "那得多点儿。放一年是一年，总不能越存越少。",
          en = "A bit more. Year after year, it shouldn't be getting less.",
        },
        safety = {
          zh = "那得牢靠。多几块少几块我不在乎，别让我半夜惦记。",
          en = "Something solid. A few yuan either way, who cares. I don't want to lie awake.",
        },
      }),
      cues = pick(refusal, {
        liquidity = { "needs-access" }, ["return"] = { "needs-growth" }, safety = { "needs-growth" },
      }),
      hint = "match-property",
      responses = {
        { id = "ladder",
          say = {
            zh = "那分成几张，三个月、半年、一年错开，总有快到期的。",
            en = "Then split it: three months, six, a year. There's always one about to come up.",
          },
          acts = { "match-property" }, when = wants_access,
          to = after_deposit,
          effect = { mood = 1, familiarity = 1 },
          remark = {
            zh = "错开了日子，急用时总有一张拿得出来，她记你的好。",
            en = "Staggered like that, one is always near. She'll remember you for it.",
          } },
        { id = "ladder-amiss",
          say = {
            zh = "那分成几张，三个月、半年、一年错开，总有快到期的。",
            en = "Then split it: three months, six, a year. There's always one about to come up.",
          },
          acts = { "mismatch" }, when = not_access, to = "not-it", effect = { mood = -1 },
          remark = {
            zh = "好办法，可惜答的是别人的心事。",
            en = "A good idea, for somebody else's worry.",
          } },
        { id = "compare",
          say = {
            zh = "那把各档利率摊开，够得上大额存单的也一起比比。",
            en = "Then let's lay out every rate, and see if you qualify for the large-deposit one.",
          },
          acts = { "match-property" }, when = wants_yield,
          to = after_deposit,
          effect = { mood = 1, familiarity = 1 },
          remark = {
            zh = "她爱算账，你把数都摊开，她心里就有底了。",
            en = "She likes to do the sums, so you put all the figures in front of her.",
          } },
        { id = "compare-amiss",
          say = {
            zh = "那把各档利率摊开，够得上大额存单的也一起比比。",
            en = "Then let's lay out every rate, and see if you qualify for the large-deposit one.",
          },
          acts = { "mismatch" }, when = not_yield, to = "not-it", effect = { mood = -1 },
          remark = {
            zh = "利息她没问，这会儿讲利率等于没听见。",
            en = "She didn't ask about interest. Talking rates says you weren't listening.",
          } },
        { id = "two-minutes",
          say = {
            zh = "您要的这点，保险里也有，我就说两分钟，行不？",
            en = "You know, insurance can do that too. Two minutes, all right?",
          },
          acts = { "press", "steer" }, to = "goodbye", effect = { mood = "resistant", hurt = true },
          remark = {
            zh = "绕一圈又回到保险，她觉得前面都白说了。",
            en = "Round the houses and back to insurance. She feels she's been had.",
          } },
        { id = "insured",
          say = {
            zh = "那还是定期。存款保险，本息五十万以内全额赔，您放心。",
            en = "Then stay with the deposit. It's insured in full up to 500,000, so you're all right.",
          },
          acts = { "match-property", "explain-fact" }, when = wants_safety,
          to = after_deposit,
          effect = { mood = 1, familiarity = 1 },
          remark = {
            zh = "存款保险是写在条例里的，说给她听正合适。",
            en = "Deposit insurance is set down in law, and it's just what she needed to hear.",
          } },
        { id = "insured-amiss",
          say = {
            zh = "那还是定期。存款保险，本息五十万以内全额赔，您放心。",
            en = "Then stay with the deposit. It's insured in full up to 500,000, so you're all right.",
          },
          acts = { "mismatch", "explain-fact" }, when = not_safety, to = "not-it", effect = { mood = -1 },
          remark = {
            zh = "话不假，可她操心的不是这个。",
            en = "True, and it isn't what's on her mind.",
          } },
      },
    },

    ["not-it"] = {
      scene = {
        zh = "她皱了皱眉，往后坐了坐。",
        en = "She frowns and sits back a little.",
      },
      says = pick(refusal, {
        liquidity = {
          zh = "我问的是，急用的时候这钱拿不拿得出来。",
          en = "What I asked was whether I can get at it in a pinch.",
        },
        ["return"] = {
          zh = "我问的是，放这么久到底划不划算。",
          en = "What I asked was whether it's worth leaving it that long.",
        },
        safety = {
          zh = "我问的是，到头来这钱牢不牢靠。",
          en = "What I asked was whether the money's safe in the end.",
        },
      }),
      cues = pick(refusal, {
        liquidity = { "needs-access" }, ["return"] = { "needs-growth" }, safety = { "needs-growth" },
      }),
      hint = "apologise",
      responses = {
        { id = "both-count",
          say = {
            zh = "您说的也要紧，不过我刚才那条，您也该想想。",
            en = "That counts too, but do think about what I just said as well.",
          },
          acts = { "mismatch", "argue" }, to = "goodbye", effect = { mood = -1 },
          remark = {
            zh = "她已经纠正你一回了，再拧着说就没意思了。",
            en = "She's put you right once. Insisting just wears her out.",
          } },
        { id = "mend",
          say = {
            zh = "是我听岔了。就照您说的这条，一样样给您问清楚。",
            en = "Sorry, I got that wrong. Then that's what we'll look at, point by point.",
          },
          acts = { "apologise", "match-property" },
          to = pick(function(s) return s.depositing and "deposit" or "talk" end,
            { deposit = "deposit-done", talk = "ready" }),
          remark = {
            zh = "听岔了就认，马上拐回她那条，还来得及。",
            en = "You misheard, you say so, and you're back on her point in time.",
          } },
        { id = "leaflets",
          say = {
            zh = "要不我把几类资料都给您，您回去自己对着看？",
            en = "How about I give you the leaflets for all of them, and you compare them at home?",
          },
          acts = { "give-leaflet", "describe-types" }, to = "goodbye",
          remark = {
            zh = "她问了一个问题，你给她一摞纸。",
            en = "She asked one question and got a pile of paper.",
          } },
        { id = "ask-her",
          say = {
            zh = "这个得问顾问，我约她周四跟您当面说，您看行吗？",
            en = "That's one for our adviser. Shall I set up Thursday with her?",
          },
          acts = { "propose-meeting", "bring-adviser", "offer-referral" }, to = "hesitates",
          remark = {
            zh = "她的话你没接住，先推给别人，她觉得被打发了。",
            en = "You didn't answer her, you passed her on, and she notices.",
          } },
      },
    },

    ["asks-access"] = {
      says = {
        zh = "那我问你，真要急用，中间拿得出来吗？会不会又卡我？",
        en = "So tell me, if I really need it halfway, can I get it out? Or am I stuck again?",
      },
      cues = { "asks-product" },
      hint = "mention-cooling",
      seconds = 40, timeout = "silence",
      responses = {
        { id = "like-a-deposit",
          say = {
            zh = "您放心，跟存款一个样，急用了拿着单子来就能取。",
            en = "Don't worry, it works just like a deposit. Bring the papers in and take it out.",
          },
          acts = { "call-deposit" }, to = "ready",
          remark = {
            zh = "她最怕取不出，你偏在这上头说了假话。",
            en = "This is her worst fear, and it's exactly where you weren't true with her.",
          } },
        { id = "straight",
          say = {
            zh = "能退，可过了犹豫期，头几年退要亏。这个您得先知道。",
            en = "You can, but past the cooling-off days you'd lose some in the first few years.",
          },
          acts = { "state-risk", "mention-cooling" }, to = "ready",
          effect = { mood = 1, familiarity = 1 },
          remark = {
            zh = "难听的话说在前头，她反而信你。",
            en = "You said the unpleasant part first, and she trusts you for it.",
          } },
        { id = "depends",
          say = {
            zh = "一般都能拿，条款里都写着呢，到时候您看一眼就清楚了。",
            en = "Usually you can, it's all there in the terms. You'll see for yourself when we get to it.",
          },
          acts = { "mismatch" }, to = "ready", effect = { mood = -1 },
          remark = {
            zh = "“一般”“到时候”，正是上回坑了她的那种话。",
            en = "Usually, when you get there: the very words that caught her out before.",
          } },
        { id = "assess-first",
          say = {
            zh = "有的早退要亏钱。所以先做测评，合不合适再往下谈。",
            en = "Some lose money if you leave early. So first an assessment, then we see what fits.",
          },
          acts = { "state-risk", "mention-profile" }, to = "ready", effect = { familiarity = 1 },
          remark = {
            zh = "风险说了，规矩也讲了，稳当。",
            en = "The risk, and how it's properly done: solid.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（翻条款，翻了半天）", en = "(goes on leafing through the terms)" },
          acts = { "silence" }, to = "ready", effect = { mood = -1 },
          remark = {
            zh = "一时答不上，就说“我查清楚告诉您”。",
            en = "If you don't know, say you'll find out and let her know.",
          } },
      },
    },

    ["asks-yield"] = {
      says = {
        zh = "那你交个底，到手能有多少？往后还会再往下掉吗？",
        en = "Then level with me. What would I end up with? Is it going to drop even more?",
      },
      cues = { "asks-product", "asks-forecast" },
      hint = "state-risk",
      seconds = 40, timeout = "silence",
      responses = {
        { id = "assess-first",
          say = {
            zh = "涨跌我说不准。先做个测评，再看合同里写死的是多少。",
            en = "Up or down, I can't tell you. Assessment first, then what the contract commits to.",
          },
          acts = { "explain-fact", "mention-profile" }, to = "ready", effect = { familiarity = 1 },
          remark = {
            zh = "说不准就说不准，她听惯了大话，这句新鲜。",
            en = "I can't tell you: after all the big talk she's heard, that's refreshing.",
          } },
        { id = "lock-in",
          say = {
            zh = "利率肯定还得往下走，早点锁住，早点占便宜。",
            en = "Rates are only going one way. Lock it in now and you're ahead.",
          },
          acts = { "predict" }, to = "ready", effect = { mood = -1 },
          remark = {
            zh = "“肯定”两个字一出口，将来对不上的都算你的。",
            en = "Only going one way: if it doesn't, she'll remember who said so.",
          } },
        { id = "three-percent",
          say = {
            zh = "给您交个底，一年三个点打不住，这个我敢跟您保证。",
            en = "Between you and me, three percent a year at the very least. You have my word on that.",
          },
          acts = { "promise-return" }, to = "ready",
          remark = {
            zh = "保证收益是红线，她姐姐当年听的也是这句。",
            en = "A promised return is a red line, and the very line her sister was sold.",
          } },
        { id = "straight",
          say = {
            zh = "写进合同的才算数，分红不保证。犹豫期里反悔能退。",
            en = "Only what's in the contract is sure, bonuses aren't. And there's a cooling-off time.",
          },
          acts = { "state-risk", "mention-cooling" }, to = "ready",
          effect = { mood = 1, familiarity = 1 },
          remark = {
            zh = "哪些准、哪些不准，一句分清楚，她爱算账就爱听这个。",
            en = "What's sure and what isn't, in one breath. She's one for sums, she likes that.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（含糊地笑了笑）", en = "(smiles vaguely)" },
          acts = { "silence" }, to = "ready", effect = { mood = -1 },
          remark = {
            zh = "笑一笑她就当你心虚，直说“说不准”更好。",
            en = "She takes the smile for a bad conscience. Just say you can't tell.",
          } },
      },
    },

    ["asks-safe"] = {
      says = {
        zh = "那能保本吗？你别绕，给我句准话。",
        en = "So is my money guaranteed? Don't go round it, give me a straight answer.",
      },
      cues = { "asks-guarantee", "asks-product" },
      hint = "state-risk",
      seconds = 40, timeout = "silence",
      responses = {
        { id = "in-our-bank",
          say = {
            zh = "准话就是能。银行里卖的，还能让您亏着不成？",
            en = "Straight answer: yes, it is. It's sold in a bank, we'd hardly let you lose money on it.",
          },
          acts = { "promise-return" }, to = "ready",
          remark = {
            zh = "她表哥当年也是听了这么一句准话。",
            en = "That's the same straight answer her cousin once got.",
          } },
        { id = "depends",
          say = {
            zh = "这要看是哪一款。先做测评，顾问会跟您讲清楚的。",
            en = "Depends on which one. Do the assessment first and our adviser will explain.",
          },
          acts = { "mention-profile" }, to = "ready", effect = { mood = -1 },
          remark = {
            zh = "规矩讲对了，可她要的准话你没给，她当你绕。",
            en = "Proper procedure, and no answer. She'll think you went round it.",
          } },
        { id = "straight",
          say = {
            zh = "不敢说保本。它不是存款，早退会亏，犹豫期里能退。",
            en = "I can't say it is. It's no deposit: past the cooling-off days, leaving early costs you.",
          },
          acts = { "state-risk", "mention-cooling" }, to = "ready",
          effect = { mood = 1, familiarity = 1 },
          remark = {
            zh = "她要准话，你给了准话，哪怕不好听。",
            en = "She wanted it straight and got it straight, pleasant or not.",
          } },
        { id = "like-a-deposit",
          say = {
            zh = "跟存款一个道理，本金在那儿搁着，谁也动不了。",
            en = "It's the same as a deposit, really. The principal sits there, nobody touches it.",
          },
          acts = { "call-deposit" }, to = "ready",
          remark = {
            zh = "保险说成存款，她信的那块牌子就白挂了。",
            en = "Call it a deposit, and the plate on the wall she trusts means nothing.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（支吾了一下）", en = "(hums and haws)" },
          acts = { "silence" }, to = "ready", effect = { mood = -1 },
          remark = {
            zh = "一支吾，她就当是保不了还想瞒着。",
            en = "Hesitate, and she decides that it isn't and you'd rather not say.",
          } },
      },
    },

    ["ready"] = {
      scene = pick(function(s) return warm(s) and "warm" or "cool" end, {
        warm = {
          zh = "她点点头，脸上有了点笑模样。",
          en = "She nods. There's something like a smile.",
        },
        cool = {
          zh = "她把身份证收进包里，拉上了拉链。",
          en = "She puts her ID in the bag and zips it up.",
        },
      }),
      says = pick(function(s)
        if cool(s) then return "cool" end
        return s.depositing and "deposit" or "talk"
      end, {
        talk = {
          zh = "你说话还算实在。那再往细了，我找谁问？",
          en = "Well, you're straight with me. And for the finer points, who would I ask?",
        },
        deposit = {
          zh = "你倒不硬劝。你们是不是有个专门讲这些的？",
          en = "You don't push, I'll give you that. Isn't there somebody here who explains all this?",
        },
        cool = { zh = "哦，我知道了。", en = "Right. I see." },
      }),
      cues = pick(function(s) return warm(s) and "warm" or "cool" end, {
        warm = { "shows-interest" }, cool = {},
      }),
      hint = "bring-adviser",
      responses = {
        { id = "alone",
          say = {
            zh = "周四您来一趟，我把账给您列出来，慢慢说。",
            en = "Come in on Thursday, I'll put the figures together and we'll take our time.",
          },
          acts = { "propose-meeting" }, when = warm, to = chance { agrees = 3, ["busy-week"] = 1 },
          remark = {
            zh = "约得好，就是一个人上，她问深了你接不住。",
            en = "Good to ask her in. On your own, though, you may not have all the answers.",
          } },
        { id = "alone-cool",
          say = {
            zh = "周四您来一趟，我把账给您列出来，慢慢说。",
            en = "Come in on Thursday, I'll put the figures together and we'll take our time.",
          },
          acts = { "propose-meeting" }, when = cool, to = "hesitates",
          remark = {
            zh = "包都拉上了，这会儿开口约，她多半要推。",
            en = "Her bag is zipped. Ask now and she'll most likely put you off.",
          } },
        { id = "together",
          say = {
            zh = "周四顾问周老师在，咱仨坐坐，先测评再聊，行吗？",
            en = "Ms Zhou's in on Thursday. The three of us, assessment first. Would that suit you?",
          },
          acts = { "propose-meeting", "bring-adviser", "offer-referral", "mention-profile" },
          when = warm, to = chance { agrees = 3, ["busy-week"] = 1 }, effect = { with_adviser = true },
          remark = {
            zh = "有人、有日子、有规矩，她知道来了干什么。",
            en = "Who, when and how it's done: she knows what she's coming for.",
          } },
        { id = "together-cool",
          say = {
            zh = "周四顾问周老师在，咱仨坐坐，先测评再聊，行吗？",
            en = "Ms Zhou's in on Thursday. The three of us, assessment first. Would that suit you?",
          },
          acts = { "propose-meeting", "bring-adviser", "offer-referral", "mention-profile" },
          when = cool, to = chance { hesitates = 2, ["busy-week"] = 1 },
          remark = {
            zh = "话说得周全，可她心里还没暖过来，只怕要推。",
            en = "Nicely put, but she hasn't quite warmed up yet, and may put you off.",
          } },
        { id = "number",
          say = {
            zh = "您留个手机号吧，我请顾问打过去，细细地给您讲一遍。",
            en = "Leave me your mobile number, and I'll have our adviser ring and explain it properly.",
          },
          acts = { "ask-contact", "bring-adviser" }, to = "no-calls",
          remark = {
            zh = "先要号码，她第一个想到的是推销电话。",
            en = "Ask for the number first and she thinks of sales calls.",
          } },
        { id = "card",
          say = {
            zh = "不急，这是顾问周老师的名片，想好了您找她。",
            en = "No rush. Here's Ms Zhou's card, she's our adviser. Call her when you're ready.",
          },
          acts = { "give-card", "leave-door-open" }, to = "goodbye", effect = { hand = 1 },
          remark = {
            zh = "不逼她当场定，名片在手，主动权在她。",
            en = "No need to decide now. She has the card, and the next move is hers.",
          } },
      },
    },

    ["agrees"] = {
      scene = {
        zh = "她掏出个小本子，翻到周四那一页。",
        en = "She takes out a little diary and turns to Thursday.",
      },
      says = pick(function(s) return s.with_adviser and "three" or "two" end, {
        three = {
          zh = "行，那就见见你们那位顾问。先说好，不买也行啊。",
          en = "All right, I'll meet this adviser of yours. I'm not buying anything, mind.",
        },
        two = {
          zh = "行，那我周四来听听。先说好，不买也行啊。",
          en = "All right, I'll come and listen on Thursday. I'm not buying anything, mind.",
        },
      }),
      cues = pick(function(s) return s.with_adviser and "three" or "two" end, {
        three = { "agrees-meeting", "agrees-referral" }, two = { "agrees-meeting" },
      }),
      hint = "fix-time",
      responses = {
        { id = "add-you",
          say = {
            zh = "好嘞！您号码系统里有，我让周老师先加您微信。",
            en = "Great! I've got your number on the system, Ms Zhou will add you on WeChat.",
          },
          acts = { "take-contact" }, to = "adviser-by", effect = { booked = true },
          remark = {
            zh = "系统里的号码是办业务留的，给别人用得她点头。",
            en = "That number was given for her account. Passing it on needs her yes.",
          } },
        { id = "pin-and-ask",
          say = {
            zh = "那就周四下午三点，谢谢您。前一天给您打个电话，行吗？",
            en = "Three on Thursday then, thank you. May I ring you the day before to remind you?",
          },
          acts = { "fix-time", "thank", "ask-contact" },
          to = chance { ["adviser-by"] = 2, ["no-calls"] = 1 },
          effect = { booked = true, consent = true },
          remark = {
            zh = "几点定了，谢也道了，打电话先问一声，周到。",
            en = "An hour, a thank-you, and you ask before you ring: nothing missing.",
          } },
        { id = "any-time",
          say = {
            zh = "太好了，谢谢您！周四您什么时候方便就什么时候来，我都在。",
            en = "Lovely, thank you so much! Come in whenever you like on Thursday, I'm here all day.",
          },
          acts = { "thank" }, to = "adviser-by", effect = { booked = true },
          remark = {
            zh = "“什么时候都行”，到头来多半是哪个时候都没来。",
            en = "Whenever you like tends to turn into never.",
          } },
        { id = "pin",
          say = {
            zh = "当然行。周四下午三点，我和顾问周老师等您，谢谢您。",
            en = "Of course. Three on Thursday, Ms Zhou and I will be waiting. Thank you.",
          },
          acts = { "fix-time", "bring-adviser", "thank" }, to = "adviser-by",
          effect = { booked = true, with_adviser = true },
          remark = {
            zh = "先应了她“不买也行”，再把钟点敲定，她来得安心。",
            en = "You agree she needn't buy, then set the hour. She'll come with an easy mind.",
          } },
      },
    },

    ["adviser-by"] = {
      scene = pick(function(s) return s.adviser end, {
        free = {
          zh = "隔着两张桌子，保险顾问周老师刚送走客户，端起杯子喝水。",
          en = "Two desks away, Ms Zhou the adviser has just seen a customer off and is sipping her tea.",
        },
        busy = {
          zh = "隔着两张桌子，保险顾问周老师正陪一位客户一页页核对合同。",
          en = "Two desks away, Ms Zhou the adviser is going through a contract with a customer.",
        },
      }),
      says = pick(function(s) return s.consent and "yes" or "unasked" end, {
        yes = {
          zh = "行，打我手机，别一大早打。那位就是你们顾问吧？",
          en = "Fine, ring my mobile, not first thing though. Is that your adviser over there?",
        },
        unasked = {
          zh = "那我记上了，周四。那位就是你们顾问？",
          en = "I'll write it down, Thursday. Is that your adviser over there?",
        },
      }),
      cues = pick(function(s) return (s.consent and "yes-" or "unasked-") .. s.adviser end, {
        ["yes-free"] = { "gives-consent", "manager-free" },
        ["yes-busy"] = { "gives-consent", "manager-busy" },
        ["unasked-free"] = { "manager-free" },
        ["unasked-busy"] = { "manager-busy" },
      }),
      hint = "present-manager",
      responses = {
        { id = "walk",
          say = {
            zh = "就是她。走，我这就带您过去认识一下。",
            en = "That's her. Come on, I'll walk you over to say hello.",
          },
          acts = { "move-customer" }, when = adviser_free, to = "goodbye", effect = { hand = 2 },
          remark = {
            zh = "说走就走，周老师对她一无所知，只能干笑。",
            en = "Off you went. Ms Zhou knew nothing about her and could only smile.",
          } },
        { id = "walk-busy",
          say = {
            zh = "就是她。走，我这就带您过去认识一下。",
            en = "That's her. Come on, I'll walk you over to say hello.",
          },
          acts = { "move-customer" }, when = adviser_busy, to = "goodbye", effect = { mood = -1 },
          remark = {
            zh = "人家正核合同呢，她站在边上进也不是退也不是。",
            en = "In the middle of a contract. Ms Li stood there not knowing where to look.",
          } },
        { id = "call-first",
          say = {
            zh = "（拨内线交代两句）她做保障十来年，正好有空，我陪您去。",
            en = "(rings over, says who's coming) Ten years in this, and she's free. Let me take you.",
          },
          acts = { "confirm-time", "brief-manager", "present-manager", "introduce-both", "move-customer" },
          when = adviser_free, to = "goodbye", effect = { hand = 2, familiarity = 1 },
          remark = {
            zh = "先问空不空，再交个底，见面第一句就对得上。",
            en = "You checked, you briefed her, and the first hello already fits.",
          } },
        { id = "card",
          say = {
            zh = "对，她专做家庭保障。名片您拿着，周四我给您写背面。",
            en = "That's her, family cover is what she does. Her card, with Thursday on the back.",
          },
          acts = { "present-manager", "give-card" }, to = "goodbye", effect = { hand = 1 },
          remark = {
            zh = "今天不多耽误她，名片先替周老师打个招呼。",
            en = "The card says hello for Ms Zhou, and keeps Ms Li no longer today.",
          } },
        { id = "shout",
          say = {
            zh = "周老师！您方便来一下吗？这位就是周四要见您的李女士。",
            en = "Ms Zhou! Have you got a second? This is Ms Li, she's coming to see you on Thursday.",
          },
          acts = { "introduce-both", "name-customer" }, to = "goodbye",
          effect = function(s) s.hand = 2; if s.adviser == "busy" then s.mood = "neutral" end end,
          remark = {
            zh = "隔着大堂喊，周老师没准备，李女士也不自在。",
            en = "Called across the lobby: Ms Zhou isn't ready and Ms Li feels stared at.",
          } },
        { id = "in-the-middle",
          say = {
            zh = "对，她这会儿走不开，不好意思。周四见了您再细聊。",
            en = "Yes, she's tied up just now, I'm sorry. You'll have plenty of time on Thursday.",
          },
          acts = { "apologise" }, when = adviser_busy, to = "goodbye",
          remark = {
            zh = "道声歉是对的，再给张名片，她回去有个凭据。",
            en = "Right to say sorry. A card would have given her something to hold on to.",
          } },
      },
    },

    ["busy-week"] = {
      scene = {
        zh = "她手机响了，看了一眼就站起来收拾东西。",
        en = "Her phone goes. One look, and she's up, gathering her things.",
      },
      says = {
        zh = "这礼拜真排不开，我妈还等着我送饭呢，得赶紧走。",
        en = "This week's no good. My mother's waiting for her lunch, I've really got to run.",
      },
      cues = { "no-time", "in-a-hurry" },
      hint = "give-card",
      seconds = 20, timeout = "silence",
      responses = {
        { id = "next-week",
          say = {
            zh = "那下周四呢？还是三点，就半个小时，我给您记上？",
            en = "What about the Thursday after? Three again, half an hour. Shall I put you down?",
          },
          acts = { "press", "fix-time" }, to = "goodbye", effect = { mood = -1 },
          remark = {
            zh = "人都站起来了还在约，她只会说“再看吧”。",
            en = "She's on her feet and you're still booking. All you'll get is we'll see.",
          } },
        { id = "number",
          say = {
            zh = "那您留个电话，等您得空了，我请顾问联系您？",
            en = "Leave me a number then, and our adviser can call when things calm down?",
          },
          acts = { "ask-contact" }, to = "no-calls",
          remark = {
            zh = "人家赶着走，你让她停下来报号码。",
            en = "She's rushing off, and you want her to stop and spell out a number.",
          } },
        { id = "next-time",
          say = {
            zh = "您快去忙，正事要紧。下回来了咱们再聊。",
            en = "You get going, that comes first. We'll talk next time you're in.",
          },
          acts = { "leave-door-open" }, to = "goodbye",
          remark = {
            zh = "让她先走是对的，手里再塞张名片就更好。",
            en = "Right to let her go. A card in her hand would have been better still.",
          } },
        { id = "card",
          say = {
            zh = "不耽误您。顾问的名片拿着，得空了您定时间。",
            en = "Don't let me keep you. Take our adviser's card, you pick the day.",
          },
          acts = { "give-card", "leave-door-open" }, to = "goodbye", effect = { hand = 1 },
          remark = {
            zh = "三秒钟递张名片，时间让她定，不耽误她送饭。",
            en = "Three seconds for a card, the day is hers to choose, and lunch stays warm.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（还没想好怎么说）", en = "(hasn't worked out what to say)" },
          acts = { "silence" }, to = "goodbye", effect = { familiarity = -1 },
          remark = {
            zh = "她赶时间，先说一句“您快去忙”。",
            en = "She's in a hurry. A quick off you go would do.",
          } },
      },
    },

    ["hesitates"] = {
      scene = {
        zh = "她摆摆手，把椅子往后挪了一点。",
        en = "She shakes her head and slides her chair back a bit.",
      },
      says = {
        zh = "再说吧，先不约了，我回去想想。",
        en = "Let's see. I won't fix anything now, I'd like to think about it.",
      },
      cues = { "declines-meeting" },
      hint = "leave-door-open",
      responses = {
        { id = "take-your-time",
          say = {
            zh = "该想想。名片给您，哪天想问就问，问完不买也行。",
            en = "Do think about it. Here's our adviser's card. Ask any time, no need to buy.",
          },
          acts = { "give-card", "leave-door-open" }, to = "goodbye", effect = { hand = 1 },
          remark = {
            zh = "顺着她说“该想想”，她收名片就收得痛快。",
            en = "Agree that she should think, and she takes the card gladly.",
          } },
        { id = "half-hour",
          say = {
            zh = "就半个钟头，先做测评，有款年金合不合适，当场就知道。",
            en = "It's half an hour. An assessment first, then you'd know if our annuity suits you.",
          },
          acts = { "press", "mention-profile", "pitch" }, to = "goodbye", effect = { mood = "resistant" },
          remark = {
            zh = "一句“再说吧”是客气，再劝就不客气了。",
            en = "Let's see was her being polite. Push and she won't be.",
          } },
        { id = "another-day",
          say = {
            zh = "周四不方便的话，周五呢？要不周末我也在。",
            en = "If Thursday doesn't suit you, how about Friday? I'm in at the weekend as well.",
          },
          acts = { "press" }, to = "goodbye", effect = { mood = -1 },
          remark = {
            zh = "听着是体贴，其实还在逼她定。",
            en = "It sounds obliging, and it's still making her decide.",
          } },
        { id = "no-hurry",
          say = {
            zh = "行，不着急。存单到期还早，什么时候想聊都行。",
            en = "Fine, no hurry. Your deposit has a while to run. We can talk whenever you like.",
          },
          acts = { "leave-door-open" }, to = "goodbye",
          remark = {
            zh = "一点不逼，她走得轻松，下回见你不躲。",
            en = "No pressure at all. She leaves easy and won't avoid you next time.",
          } },
      },
    },

    ["deposit-done"] = {
      scene = {
        zh = "她把存单凑近了看，一项一项对。",
        en = "She holds the new slip close and checks it line by line.",
      },
      says = {
        zh = "行，就照你说的办。保险那头，你可别给我约啊。",
        en = "Good, let's do it your way. But don't go booking me in for insurance.",
      },
      cues = { "declines-meeting" },
      hint = "leave-door-open",
      responses = {
        { id = "card",
          say = {
            zh = "不约。顾问的名片给您一张，哪天想问，问完不买也行。",
            en = "I won't. Here's our adviser's card, just in case. Asking doesn't mean buying.",
          },
          acts = { "give-card", "leave-door-open" }, to = "goodbye", effect = { hand = 1 },
          remark = {
            zh = "先说“不约”，再递名片，她就没什么好防的。",
            en = "You say you won't before the card comes out, so she has nothing to fend off.",
          } },
        { id = "cup-of-tea",
          say = {
            zh = "那就不聊买的事，周四过来喝杯茶，总行吧？",
            en = "No talk of buying then. Just drop by for a cup of tea on Thursday?",
          },
          acts = { "press", "propose-meeting" }, to = "goodbye", effect = { mood = "resistant" },
          remark = {
            zh = "她刚说别约，换个说法还是约，前面的好白攒了。",
            en = "She said no meeting. A cup of tea is a meeting, and the goodwill is gone.",
          } },
        { id = "first-to-hear",
          say = {
            zh = "不约不约。那您留个手机号，有好产品我头一个告诉您？",
            en = "No, no. But leave me your mobile, and you'll be the first to hear of anything good?",
          },
          acts = { "ask-contact" }, to = "no-calls", effect = { mood = -1 },
          remark = {
            zh = "嘴上不约，转头就要号码，她听得明白。",
            en = "No meeting, but a number for selling things. She can put two and two together.",
          } },
        { id = "as-you-like",
          say = {
            zh = "好，听您的，不约。往后存单的事，您来找我就行。",
            en = "As you say, no meeting. And for your deposits, you know where I am.",
          },
          acts = { "leave-door-open" }, to = "goodbye",
          remark = {
            zh = "答应得干脆，她下回存单到期还来找你。",
            en = "Agreed without fuss. When the next one matures, she'll come to you.",
          } },
      },
    },

    ["no-calls"] = {
      scene = {
        zh = "她把手机扣在了桌上。",
        en = "She puts her phone face down on the desk.",
      },
      says = pick(function(s) return s.booked and "booked" or "open" end, {
        booked = {
          zh = "电话就算了，天天接推销的。周四我自己来。",
          en = "No calls, please, I get sales people all day. I'll be here on Thursday.",
        },
        open = {
          zh = "电话就免了吧，天天接推销的，烦都烦死了。",
          en = "I'd rather not, thanks. I get sales people all day, I'm sick of it.",
        },
      }),
      cues = { "declines-contact" },
      hint = "give-card",
      responses = {
        { id = "wechat",
          say = {
            zh = "那加个微信吧，我只发消息提醒，绝不打电话。",
            en = "WeChat then? I'd only send a message, I'd never call.",
          },
          acts = { "ask-contact" }, to = "goodbye", effect = { mood = -1 },
          remark = {
            zh = "换个法子要，还是要，她听得出来。",
            en = "Another way of asking is still asking.",
          } },
        { id = "on-file",
          say = {
            zh = "没事，您开户那会儿留过号码，我抄给顾问就行。",
            en = "That's all right, we've still got the one on your account. I'll just pass that on to her.",
          },
          acts = { "take-contact" }, to = "goodbye", effect = { mood = "resistant" },
          remark = {
            zh = "她刚说不留，你转手就抄，这是违法的。",
            en = "She's just said no, and you copy it out anyway. That breaks the law.",
          } },
        { id = "card",
          say = {
            zh = "好，不打。顾问的名片您拿着，有事您找我们。",
            en = "No calls, then. Take our adviser's card, and you get in touch if you want to.",
          },
          acts = { "give-card", "leave-door-open" }, to = "goodbye", effect = { hand = 1 },
          remark = {
            zh = "不留就给名片，电话由她来打，她放心。",
            en = "No number, so she gets yours. The call is hers to make.",
          } },
        { id = "fine",
          say = {
            zh = "好，那就不打。您什么时候想起来，直接过来找我。",
            en = "Fine, no calls. Whenever you feel like it, just come and find me.",
          },
          acts = { "leave-door-open" }, to = "goodbye",
          remark = {
            zh = "没强要，很好，再有张名片她找你就方便了。",
            en = "You didn't push, good. With a card she'd know how to reach you.",
          } },
      },
    },

    ["goodbye"] = {
      scene = {
        zh = "新存单她对过了，夹进本子里，站起身来。",
        en = "She has checked the new slip, tucked it into her diary, and gets up.",
      },
      says = pick(parting, {
        ["met"] = {
          zh = "周老师看着挺和气。那周四见，我先走了。",
          en = "Ms Zhou seems nice enough. Thursday then, I'm off.",
        },
        ["booked-card"] = {
          zh = "名片我收好了。那周四见，我先走了。",
          en = "I've got the card. Thursday then, I'm off.",
        },
        ["booked"] = {
          zh = "那就周四再说吧，我先走了。",
          en = "We'll see on Thursday, then. I'm off.",
        },
        ["card"] = {
          zh = "名片我收着，用得着再说。走了啊。",
          en = "I'll hang on to the card. We'll see. I'm off.",
        },
        ["easy"] = {
          zh = "行，麻烦你了，我走了。",
          en = "Well, thanks for doing that. I'm off.",
        },
        ["cold"] = {
          zh = "办好了吧？那我走了。",
          en = "All done? I'm going, then.",
        },
      }),
      cues = pick(parting, {
        ["met"] = { "meets-manager", "leaves" },
        ["booked-card"] = { "takes-card", "leaves" },
        ["booked"] = { "leaves" },
        ["card"] = { "takes-card", "leaves" },
        ["easy"] = { "thanks", "leaves" },
        ["cold"] = { "leaves" },
      }),
      hint = "see-off",
      seconds = 20, timeout = "silence",
      responses = {
        { id = "desk-thanks",
          say = {
            zh = "好，谢谢您啊李女士。（低头收拾单据）",
            en = "All right, thank you, Ms Li. (already sorting the papers)",
          },
          acts = { "thank", "name-customer" }, to = after_goodbye,
          remark = {
            zh = "谢了，人没送。抬个头站起来，就差这一步。",
            en = "Thanked, but not seen off. Look up, stand up: that's all it takes.",
          } },
        { id = "scan",
          say = {
            zh = "对了，您临走扫个码，加上我微信，往后有通知也方便些。",
            en = "Oh, before you go, scan this and add me on WeChat, so I can keep you posted.",
          },
          acts = { "press-contact" }, to = after_goodbye, effect = { mood = -1 },
          remark = {
            zh = "人都站起来了还递个码，她扫也是碍着面子。",
            en = "She's up and leaving. If she scans, it's only to get away.",
          } },
        { id = "to-the-door",
          say = {
            zh = "（起身送到门口）谢谢您，李女士，台阶滑，慢着点。",
            en = "(walks her to the door) Thank you, Ms Li. Mind the step, it's slippery.",
          },
          acts = { "thank", "see-off", "name-customer" }, to = after_goodbye,
          effect = { familiarity = 1 },
          remark = {
            zh = "送到门口，叫得出姓，她带走的是这一句。",
            en = "To the door and by name: that's what she takes home.",
          } },
        { id = "wave",
          say = {
            zh = "（站起来点点头）您慢走，有事随时过来。",
            en = "(stands up and nods) Take care, and come by any time.",
          },
          acts = { "see-off" }, to = after_goodbye,
          remark = {
            zh = "送了，也客气，叫一声李女士会更亲。",
            en = "Seen off, and kindly. Her name would have made it warmer.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（没顾上抬头）", en = "(doesn't look up in time)" },
          acts = { "silence" }, to = after_goodbye, effect = { familiarity = -1 },
          remark = {
            zh = "人走了才抬头，前面的好少了一半。",
            en = "You looked up when she'd gone, and half the good work went with her.",
          } },
      },
    },

    ["walkout"] = {
      scene = {
        zh = "她把存单往包里一塞，站了起来。",
        en = "She stuffs the slip in her bag and stands up.",
      },
      says = {
        zh = "不在你这儿办了，我上柜台去。",
        en = "I'm not doing it here. I'll go to the counter.",
      },
      cues = { "annoyed", "leaves" },
      hint = "apologise",
      seconds = 20, timeout = "silence",
      responses = {
        { id = "wait",
          say = {
            zh = "哎，您别走啊，我马上就给您办，我不说了还不行吗？",
            en = "No, please don't go, I'll do it right now, I'll stop talking about it, all right?",
          },
          acts = { "press" }, to = "left",
          remark = {
            zh = "拦着不让走，还带着委屈，她走得更快。",
            en = "Blocking her way and sounding hurt about it: she only walks faster.",
          } },
        { id = "counter",
          say = {
            zh = "行，柜台在您右手边，取个号就能办，您慢走。",
            en = "All right, the counter's on your right, just take a number. Goodbye.",
          },
          acts = { "guide", "see-off" }, to = "left",
          remark = {
            zh = "路指对了，她那口气没人接，下回不找你了。",
            en = "The right way to the counter, and nothing about why she's upset.",
          } },
        { id = "own-it",
          say = {
            zh = "对不住，李女士，是我没好好听。我陪您去取号。",
            en = "I'm sorry, Ms Li, I didn't listen. Let me come and get you a number.",
          },
          acts = { "apologise", "see-off", "name-customer" }, to = "declined",
          remark = {
            zh = "认错，再陪几步路，至少下回她还进得了这个门。",
            en = "Own it and walk with her a few steps. At least she can come back here.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（看着她走开）", en = "(watches her go)" },
          acts = { "silence" }, to = "left",
          remark = {
            zh = "再尴尬也要起身送一句。",
            en = "However awkward, get up and say a word.",
          } },
      },
    },

    ["desk-booked"] = {
      scene = {
        zh = "她出了门。桌上还有一张空白推荐表，周老师下班前要排周四的日程。",
        en = "She's gone. A blank referral form lies on your desk, and Ms Zhou plans Thursday this evening.",
      },
      cues = { "form-due" },
      hint = "file-form",
      form = "booked",
      responses = {
        { id = "by-mouth",
          say = {
            zh = "（走过去跟周老师口头说一声，表就不填了）",
            en = "(walks over and tells Ms Zhou, no need for the form)",
          },
          acts = { "brief-manager", "skip-form" }, to = "booked-loose",
          remark = {
            zh = "说过的话，到周四就剩一半了。",
            en = "By Thursday, half of what you said will be forgotten.",
          } },
        { id = "later",
          say = {
            zh = "（先叫下一位，等下班前一块儿补）",
            en = "(calls the next customer, will catch up on forms before closing)",
          },
          acts = { "skip-form" }, to = "booked-loose",
          remark = {
            zh = "忙到下班，她在意哪样你也记混了。",
            en = "By closing time you'll have mixed her up with somebody else.",
          } },
        { id = "on-the-day",
          say = {
            zh = "（周四当面谈完再填，那时候写得更全）",
            en = "(fills it in after Thursday's talk, when there's more to put)",
          },
          acts = { "skip-form" }, to = "booked-loose",
          remark = {
            zh = "周老师要的是谈之前那几行字。",
            en = "Ms Zhou needs those few lines before the talk.",
          } },
      },
    },

    ["desk-card"] = {
      scene = {
        zh = "她出了门。桌上还有一张空白推荐表，周老师的名片盒敞着。",
        en = "She's gone. A blank referral form lies on your desk, beside Ms Zhou's box of cards.",
      },
      cues = { "form-due" },
      hint = "file-form",
      form = "card-filed",
      responses = {
        { id = "no-promise",
          say = {
            zh = "（人家又没答应什么，填了也是空的，算了）",
            en = "(she didn't agree to anything, so there's nothing to put, leave it)",
          },
          acts = { "assume", "skip-form" }, to = "card-loose",
          remark = {
            zh = "名片给了，她的顾虑也听了几句，这些就该写上。",
            en = "A card given, and a worry or two you heard: that's what goes on it.",
          } },
        { id = "later",
          say = {
            zh = "（先叫下一位，她要真打电话来了再填）",
            en = "(calls the next customer, will fill it in if she ever rings)",
          },
          acts = { "skip-form" }, to = "card-loose",
          remark = {
            zh = "等她打来，接电话的人什么都不知道。",
            en = "When she rings, whoever picks up won't know a thing.",
          } },
        { id = "sticky-note",
          say = {
            zh = "（在便签上记一句“李女士，已给名片”，贴显示器上）",
            en = "(sticks a note on the screen: Ms Li, got the card)",
          },
          acts = { "skip-form" }, to = "card-loose",
          remark = {
            zh = "便签过两天就掉了，同事也看不见。",
            en = "The note falls off in two days, and no colleague ever sees it.",
          } },
      },
    },

    ["booked"] = {
      ending = "meeting",
      scene = {
        zh = "周四下午，李女士早到了五分钟。周老师看过你写的表，开口问的正是她惦记的那件事。",
        en = "On Thursday Ms Li is five minutes early. Ms Zhou has read your form, and begins"
          .. " with the very thing on her mind.",
      },
    },
    ["booked-loose"] = {
      ending = "meeting",
      scene = {
        zh = "周四下午，周老师开口就问：“您今天想了解点什么？”李女士看了你一眼：“我不都跟你说过了吗？”",
        en = "On Thursday Ms Zhou opens with: so what would you like to know? Ms Li looks at you."
          .. " Didn't I tell you all that?",
      },
    },
    ["card-filed"] = {
      ending = "parted",
      scene = {
        zh = "过了半个月，名片上的电话响了：“我姓李，我就问一句啊。”周老师翻出了你那张表。",
        en = "Two weeks on, the number on the card rings. Li here, just one question."
          .. " Ms Zhou reaches for your form.",
      },
    },
    ["card-loose"] = {
      ending = "parted",
      scene = {
        zh = "过了半个月她打来电话，接的人问：“您哪位？想了解什么？”她说打错了。",
        en = "Two weeks on she does ring. Who's calling, and what is it about?"
          .. " Sorry, she says, wrong number.",
      },
    },
    ["parted"] = {
      ending = "parted",
      scene = {
        zh = "她走到门口，回头冲你点了点头。",
        en = "At the door she turns and gives you a nod.",
      },
    },
    ["declined"] = {
      ending = "declined",
      scene = {
        zh = "她没再多说。事情办完，她径直出了门。",
        en = "She says no more. When it's done she goes straight out.",
      },
    },
    ["left"] = {
      ending = "left",
      scene = {
        zh = "她在柜台前排上了队，一次也没往你这边看。",
        en = "She joins the queue at the counter and never once looks your way.",
      },
    },
  },
}
