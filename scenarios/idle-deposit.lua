-- Mr Wang puts a large sum into a current account. Where the money comes from (why) and what the day
-- allows (today) are drawn; each shows before it matters: today in his first words (door), why in what
-- lies beside the slip (slip) and in his own words once he is asked.

local function why(s) return s.why end
local function today(s) return s.today end

local function from_flat(s) return s.why == "flat" end
local function from_shop(s) return s.why == "shop" end
local function long_idle(s) return s.why == "idle" end
local function not_flat(s) return s.why ~= "flat" end
local function not_shop(s) return s.why ~= "shop" end
local function not_idle(s) return s.why ~= "idle" end
local function wary(s) return s.today == "wary" end
local function asked(s) return s.asked end
local function unasked(s) return not s.asked end
local function may_take_card(s) return not s.card and not s.booked and s.mood ~= "resistant" end

local where_the_money_is_from =
  pick(why, { flat = "flat-money", shop = "goods-money", idle = "idle-money" })

-- What he says to "shall I get Ms Zhou?": wary or cross, he won't; in a hurry, he can't.
local function answer(s)
  if s.mood == "resistant" or s.today == "wary" then return "no" end
  if s.today == "pressed" then return "later" end
  return "yes"
end

local answer_to_offer = pick(answer, { yes = "agrees", later = "no-time", no = "declines" })

-- The same when he hasn't been told what she could do for him.
local answer_to_bare_offer = pick(
  function(s) return s.today == "pressed" and s.mood ~= "resistant" and "later" or "no" end,
  { later = "no-time", no = "declines" })

-- He is offered the wrong thing: the first time he bristles, the second time he has had enough.
local after_a_miss = pick(
  function(s) return s.rebuffed and "again" or "once" end,
  { once = "brushes-off", again = "had-enough" })

local answer_to_contact = pick(
  function(s) return (s.today == "wary" or s.mood == "resistant") and "no" or "yes" end,
  { yes = "consents", no = "keeps-number" })

local answer_to_date = pick(
  function(s) return s.mood == "resistant" and "no" or "yes" end,
  { yes = "booked", no = "declines" })

-- What he goes home with.
local function parting(s)
  if s.booked then return "booked" end
  if s.card then return "card" end
  if s.mood == "resistant" then return "cold" end
  return "easy"
end

local after_goodbye = pick(
  function(s)
    if s.booked then return "booked" end
    if s.card then return "card" end
    return s.offered and "refused" or "served"
  end,
  { booked = "desk-booked", card = "desk-card", refused = "declined", served = "served" })

return scenario "idle-deposit" {
  title = { zh = "大额闲置存款", en = "A large idle deposit" },
  role = "lobby-manager",
  source = { "FE-3.1", "FE-2", "FE-5.1", "CD-1" },
  brief = {
    zh = "你是大堂经理，站在门口。王先生要存一笔不小的钱，存活期。他办过卡，没打过交道，也没做过风险测评。"
      .. "你的活儿是看出来、问一句、引荐给客户经理周经理，产品由她讲。钱从哪儿来，今天有没有空，"
      .. "都要你自己看、自己听。人走了，表当场填。",
    en = "You are the lobby manager, by the door. Mr Wang is about to put a good deal of money into a"
      .. " current account. He has a card with us, nobody knows him, and he has done no risk assessment."
      .. " Your part is to notice, to ask, and to introduce him to Ms Zhou, the client manager: products"
      .. " are hers. Where the money comes from and whether he has time is for you to see and hear."
      .. " Once he has gone, fill in the form.",
  },
  card = {
    zh = "你是王先生，四十六岁，来存一笔钱，存活期。程序抽两样：钱的来历（卖房款，两个月后交首付；店里货款；"
      .. "放了几年没管）和今天的情形（有空；车停路边，赶时间；刚挂了推销电话，防着人）。"
      .. "问到你才说用途。有人嚷嚷金额、追着卖东西，你就冷下来；实话实说的，你愿意听。",
    en = "You are Mr Wang, 46, here to put money into a current account. The program draws two things: where"
      .. " it comes from (a flat you sold, with a down payment in two months; the shop's takings; savings"
      .. " you never looked at) and your day (time to spare; the car at the kerb; fed up with sales calls)."
      .. " You say what it's for when asked. Say the sum aloud or push, and you go cold. You like a"
      .. " straight answer.",
  },
  rules = { "service", "objection", "referral", "conduct" },
  adjust = {
    ["referral/offer-when-interested"] = {
      weight = 6,
      reason = {
        zh = "他瞄了一眼利率牌，接住这一眼，就是这一场的正题。",
        en = "He glances at the rates. Making something of that glance is what this one is about.",
      },
    },
    ["conduct/plain-answer-on-guarantee"] = {
      weight = 4,
      reason = {
        zh = "“保本吗”是他最要紧的一问，答得直不直，分量要重。",
        en = "Whether it is guaranteed is the question he cares most about, so the answer weighs more.",
      },
    },
    ["service/privacy"] = {
      weight = 4,
      reason = {
        zh = "数目大，又在大堂里，护住金额比平时更要紧。",
        en = "A large sum in an open lobby: hiding the figure matters more than usual.",
      },
    },
    ["service/see-off"] = {
      weight = 4,
      reason = {
        zh = "头一回打交道，他记住的多半是临走那句话。",
        en = "A first meeting: what he remembers will mostly be the goodbye.",
      },
    },
    ["objection/no-reliving"] = {
      weight = 1,
      reason = {
        zh = "他没有什么旧伤，这条在这里分量轻。",
        en = "He carries no old hurt, so this weighs less here.",
      },
    },
    ["objection/scale-question"] = {
      off = true,
      reason = {
        zh = "大堂里只识别引荐，打分的问题留给客户经理坐下来问。",
        en = "In the lobby you spot and refer. The 0-10 question belongs at the manager's desk.",
      },
    },
    ["objection/sort-by-property"] = {
      off = true,
      reason = { zh = "本情景不打分。", en = "Nobody gives a number here." },
    },
    ["objection/zero-stays-open"] = {
      off = true,
      reason = { zh = "本情景不打分。", en = "Nobody gives a number here." },
    },
  },
  customer = {
    name = { zh = "王先生", en = "Mr Wang" }, surname = { zh = "王", en = "Wang" },
    age = 46, familiarity = 2, mood = "neutral",
    looks = {
      { zh = "灰夹克，袖口磨得发亮", en = "Grey jacket, shiny at the cuffs" },
      { zh = "双肩包背在胸前，手护着", en = "Wears his backpack in front, a hand on it" },
    },
  },
  vars = {
    asked = flag(),    -- what the money is for has come up
    rebuffed = flag(), -- he has bristled once
    offered = flag(),  -- he was offered a talk with the manager
    card = flag(),     -- he has the manager's card
    booked = flag(),   -- he is to see the manager on Thursday
  },
  draws = {
    why = { flat = 1, shop = 1, idle = 1 },
    today = { free = 3, pressed = 2, wary = 2 },
  },
  turns = 12,
  start = "door",
  nodes = {
    ["door"] = {
      scene = {
        zh = "上午十点多，一个男人推门进来，站住了，往四下看。",
        en = "Just after ten. A man pushes the door open, stops, and looks around.",
      },
      says = pick(today, {
        free = {
          zh = "你好，填单子在哪边？不急，你先忙。",
          en = "Hi, where do I fill in a slip? No rush, finish what you're doing.",
        },
        pressed = {
          zh = "填单子在哪边？我车还停路边呢。",
          en = "Where do I fill in a slip? I've left the car at the kerb.",
        },
        wary = {
          zh = "（对着手机）不买，别再打了！……哎，填单子在哪边？",
          en = "(into his phone) No, and stop calling! ... Sorry, where do I fill in a slip?",
        },
      }),
      cues = pick(today, {
        free = { "enters" }, pressed = { "enters", "in-a-hurry" }, wary = { "enters" },
      }),
      hint = "greet",
      seconds = 25, timeout = "silence",
      responses = {
        { id = "machine",
          say = {
            zh = "早上好！存取钱不用填单，那边机器上办，快得很。",
            en = "Morning! You don't need a slip for cash, the machine over there is much quicker.",
          },
          acts = { "greet", "guide", "assume" }, to = "slip",
          remark = {
            zh = "他办什么你还没问。大额现金，机器也吃不下。",
            en = "You haven't asked what he's here for. And a machine won't swallow a large sum.",
          } },
        { id = "walk",
          say = {
            zh = "早上好，台子在这边，我带您过去。今天办什么？",
            en = "Morning! It's over here, I'll show you. What are you in for today?",
          },
          acts = { "greet", "guide", "ask-business" }, to = "slip", effect = { familiarity = 1 },
          remark = {
            zh = "招呼打了，路带了，话也搭上了。",
            en = "A greeting, a hand with the way, and you're already talking.",
          } },
        { id = "those-calls",
          say = {
            zh = "这种电话是够烦的。早上好，台子在这边。",
            en = "Those calls are a pain, aren't they? Morning. It's just over here.",
          },
          acts = { "greet", "acknowledge", "guide" }, when = wary, to = "slip",
          effect = { familiarity = 2 },
          remark = {
            zh = "你听见他烦推销了，他也知道你不是来推销的。",
            en = "You heard what annoys him, and he can tell you won't be doing it too.",
          } },
        { id = "seat",
          say = {
            zh = "早上好，外头热吧？您先坐，喝口水再填。",
            en = "Morning, warm out, isn't it? Have a seat and a drink of water first.",
          },
          acts = { "greet", "offer-comfort" }, to = "slip",
          remark = {
            zh = "不赶时间的人听着舒服，赶时间的人听着着急。",
            en = "Lovely for someone with time. For someone in a rush it's one more delay.",
          } },
        { id = "point",
          say = {
            zh = "（抬手一指）那边，填好了取个号。",
            en = "(points) Just over there. Take a number when you've done it.",
          },
          acts = { "guide" }, to = "slip",
          remark = {
            zh = "路是指对了，连声好都没有，他就是个号。",
            en = "The right way, and no hello. To you he's a number already.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（低头看平板，没应声）", en = "(looks at the tablet, doesn't answer)" },
          acts = { "silence" }, to = "slip", effect = { familiarity = -1 },
          remark = {
            zh = "进门头几秒，先抬头应一声。",
            en = "In those first few seconds, look up and say something.",
          } },
      },
    },

    ["slip"] = {
      scene = pick(why, {
        flat = {
          zh = "填单台边上有人等着。单子摊开，户名姓王，存活期，一长串零；旁边是个房产中介的文件袋。",
          en = "People are waiting by the desk. His slip lies open: Wang, current account, a long row of"
            .. " zeros. Next to it, an estate agent's folder.",
        },
        shop = {
          zh = "填单台边上有人等着。单子摊开，户名姓王，存活期，一长串零；他兜里插着送货单，手机老响。",
          en = "People are waiting by the desk. His slip lies open: Wang, current account, a long row of"
            .. " zeros. Delivery notes stick out of his pocket, and his phone keeps buzzing.",
        },
        idle = {
          zh = "填单台边上有人等着。单子摊开，户名姓王，存活期，一长串零；旁边是本旧存折，卷了角。",
          en = "People are waiting by the desk. His slip lies open: Wang, current account, a long row of"
            .. " zeros. Next to it, an old passbook with curled corners.",
        },
      }),
      says = {
        zh = "（瞄了一眼墙上的利率牌）劳驾看看，这么填行不行？就存活期。",
        en = "(glances at the rates on the wall) Could you check this? It's for my current account.",
      },
      cues = { "tells-business", "gives-name", "large-deposit", "amount-in-view", "shows-interest" },
      hint = "protect-privacy",
      seconds = 25, timeout = "silence",
      responses = {
        { id = "swap",
          say = {
            zh = "放活期多亏啊，我给您换张定期单子。",
            en = "Current account? What a waste. I'll get you a term deposit slip.",
          },
          acts = { "assume" }, to = "brushes-off", effect = { mood = "resistant" },
          remark = {
            zh = "好心，可他什么时候用钱你还没问，就替他做了主。",
            en = "Kindly meant, but you've decided for him without asking when he needs it.",
          } },
        { id = "read-out",
          say = {
            zh = "我看看啊，王先生，四十万整，存活期，一点儿没错。",
            en = "Let's see, Mr Wang. Four hundred thousand, current account. Yes, that's all correct.",
          },
          acts = { "name-customer", "expose-amount" }, to = "hush", effect = { mood = -1 },
          remark = {
            zh = "核对归核对，数目一念出来，半个大堂都听见了。",
            en = "Checking is fine. Reading it out tells half the lobby.",
          } },
        { id = "cover-ask",
          say = {
            zh = "（把单子扣过来）填得没错。这笔钱近期要用吗？",
            en = "(turns the slip over) That's all fine. Will you be needing this soon?",
          },
          acts = { "notice", "protect-privacy", "ask-need" }, to = where_the_money_is_from,
          effect = { asked = true, familiarity = 1 },
          remark = {
            zh = "先护住数目，再轻轻问一句用途，他愿意答。",
            en = "You hide the figure first and then ask lightly. He's happy to answer.",
          } },
        { id = "cover-wait",
          say = {
            zh = "（挡住金额）都对，王先生。您先坐，我给您取号。",
            en = "(covers the figure) All correct, Mr Wang. Have a seat, I'll get you a number.",
          },
          acts = { "protect-privacy", "name-customer", "guide" }, to = "waiting",
          effect = { familiarity = 1 },
          remark = {
            zh = "护住了数目，姓也记住了。等号的工夫，还能问一句。",
            en = "The figure is covered and you have his name. The wait leaves room for a question.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（盯着单子，没说话）", en = "(stares at the slip and says nothing)" },
          acts = { "silence" }, to = "waiting", effect = { familiarity = -1 },
          remark = {
            zh = "他等着你回话，单子还敞着呢。",
            en = "He's waiting for an answer, and the slip is still lying open.",
          } },
      },
    },

    ["hush"] = {
      scene = {
        zh = "他一把按住单子，回头看了看身后的人。",
        en = "He slaps a hand over the slip and looks at the people behind him.",
      },
      says = {
        zh = "你小点声！这么一嚷，我一会儿怎么出这个门？",
        en = "Keep it down! How am I supposed to walk out of here now?",
      },
      cues = { "annoyed" },
      hint = "apologise",
      responses = {
        { id = "sorry-cover",
          say = {
            zh = "对不起，是我大意了。单子扣着，咱到边上说。",
            en = "I'm sorry, that was careless. It's face down now. Shall we step aside?",
          },
          acts = { "apologise", "protect-privacy" }, to = "waiting", effect = { mood = 1 },
          remark = {
            zh = "认错认得快，还挪了个地方，他的火下去一半。",
            en = "A quick apology and a quieter spot. Half his anger is gone.",
          } },
        { id = "guards",
          say = {
            zh = "您放心，门口有保安，到处都是监控，安全得很。",
            en = "Don't worry, there's a guard on the door and cameras everywhere.",
          },
          acts = { "explain-fact" }, to = "waiting",
          remark = {
            zh = "他要的不是保安，是你认一句“我不该念”。",
            en = "He wasn't asking for a guard. He wanted you to see what you'd done.",
          } },
        { id = "nobody",
          say = {
            zh = "没事没事，这会儿人少，没人往这边听。",
            en = "It's fine, it's fine. Hardly anyone's in, nobody was listening.",
          },
          acts = { "argue" }, to = "waiting", effect = { familiarity = -1 },
          remark = {
            zh = "他怕的事你说不要紧，他更来气。",
            en = "He's frightened and you tell him it's nothing. That makes it worse.",
          } },
        { id = "sorry-ask",
          say = {
            zh = "不好意思啊。那这笔钱存活期，是近期要用？",
            en = "Sorry about that. So is it the current account because you need it soon?",
          },
          acts = { "apologise", "ask-need" }, to = where_the_money_is_from,
          effect = { asked = true },
          remark = {
            zh = "歉道了，可话头转得太快，他气还没顺。",
            en = "You did say sorry, only you moved on before he'd calmed down.",
          } },
      },
    },

    ["waiting"] = {
      scene = {
        zh = "他坐下了，背包抱在怀里，眼睛盯着叫号屏。",
        en = "He sits, hugging the backpack, with his eyes on the number screen.",
      },
      says = pick(today, {
        free = {
          zh = "我这号，前头还有几个？",
          en = "How many are there in front of me?",
        },
        pressed = {
          zh = "还得多久？车要是贴了条，可就麻烦了。",
          en = "How much longer? I don't want a ticket on that car.",
        },
        wary = {
          zh = "（又按掉一个电话）前头还有几个？",
          en = "(rejects another call) How many in front of me?",
        },
      }),
      cues = pick(today, {
        free = { "waits" }, pressed = { "waits", "in-a-hurry" }, wary = { "waits" },
      }),
      hint = "tell-wait",
      responses = {
        { id = "guess",
          say = {
            zh = "您先喝口水。看您这样，是做买卖的吧？",
            en = "Here, have some water. You're in business, aren't you? I can always tell.",
          },
          acts = { "offer-comfort", "assume" }, to = where_the_money_is_from,
          effect = { asked = true },
          remark = {
            zh = "水端得好，就是猜人家做什么的，猜不准还招人防。",
            en = "The water was nice. Guessing what he does is a gamble, and it puts people on guard.",
          } },
        { id = "own-way",
          say = {
            zh = "号在您手上，叫到了直接去三号窗，我先忙那边去。",
            en = "It's on your ticket. Window three when it comes up, I'm needed over there.",
          },
          acts = { "guide", "ignore" }, to = "goodbye",
          remark = {
            zh = "窗口是指了，人撂下了，这笔钱你一个字也没问。",
            en = "He knows the window, and he's on his own. You never asked about the money.",
          } },
        { id = "best-seller",
          say = {
            zh = "还有两位。这款卖得最火，等的工夫您看看。",
            en = "Two to go. This one's our best seller, have a look while you wait.",
          },
          acts = { "tell-wait", "give-leaflet", "pitch" }, to = "brushes-off",
          effect = { mood = "resistant" },
          remark = {
            zh = "测评没做，需求没问，产品先递上去了，他只想躲。",
            en = "No assessment, no question, and already a product. He just wants to get away.",
          } },
        { id = "ask",
          say = {
            zh = "还有两位，五六分钟。王先生，这钱近期要用吗？",
            en = "Two more, five or six minutes. Will you need the money soon, Mr Wang?",
          },
          acts = { "tell-wait", "ask-need", "name-customer" }, to = where_the_money_is_from,
          effect = { asked = true, familiarity = 1 },
          remark = {
            zh = "先说清等多久，他心里踏实，才有心思答你那句话。",
            en = "Once he knows how long it takes, he has a mind for your question.",
          } },
      },
    },

    ["flat-money"] = {
      says = {
        zh = "卖房子的钱。看好一套，俩月后交首付，到时候得取得出来。",
        en = "I've sold my flat. The down payment on the next one's in two months. I can't have it stuck.",
      },
      cues = { "needs-access", "fears-lockup" },
      hint = "match-property",
      responses = {
        { id = "year",
          say = {
            zh = "那也能先存一年定期，利息高，急用了再提前取呗。",
            en = "You could still take a one-year term, it pays better, and break it if you need to.",
          },
          acts = { "mismatch" }, to = after_a_miss, effect = { mood = "resistant" },
          remark = {
            zh = "他说俩月，你说一年，他觉得你没在听。",
            en = "He says two months and you say a year. He thinks you weren't listening.",
          } },
        { id = "short",
          say = {
            zh = "那就得取得快。活期利率低，俩月能取的也有。",
            en = "So it has to come out in time. This account pays little, and there are others.",
          },
          acts = { "match-property", "explain-fact" }, to = "curious", effect = { familiarity = 1 },
          remark = {
            zh = "先顺着他的日子说，利率低就提一句，他自己会往下问。",
            en = "You start from his date and mention the rate once. He'll ask the rest himself.",
          } },
        { id = "thirty-days",
          say = {
            zh = "俩月正好，买款三十天的理财滚两轮。",
            en = "Two months is just right for our thirty-day product, twice over.",
          },
          acts = { "pitch" }, to = "curious",
          remark = {
            zh = "日子算得挺巧，可没做测评就推产品，首付亏了谁担？",
            en = "Neat sums, but no assessment. If the down payment shrinks, who answers for it?",
          } },
        { id = "call-zhou",
          say = {
            zh = "买房是大事，我请我们周经理来跟您聊聊？",
            en = "Buying a place is a big thing. Shall I ask our Ms Zhou to have a word?",
          },
          acts = { "offer-referral" }, to = answer_to_bare_offer, effect = { offered = true },
          remark = {
            zh = "人请得对，可聊什么没说，他想不出为什么要见。",
            en = "The right person, but you didn't say what for, so why would he?",
          } },
      },
    },

    ["goods-money"] = {
      says = {
        zh = "店里的货款，今天进明天出，要是压住了，供货商得堵门。",
        en = "It's the shop's money, in one day and out the next. If it gets stuck, my suppliers go mad.",
      },
      cues = { "needs-transfer", "fears-lockup" },
      hint = "match-property",
      responses = {
        { id = "daily",
          say = {
            zh = "那买个天天能赎的，跟活期一样用。",
            en = "Then get the one you can cash any day. Works just like this account.",
          },
          acts = { "pitch" }, to = "curious",
          remark = {
            zh = "听着两全其美，可那是理财，测评没做你不能推。",
            en = "Sounds perfect, but it's a wealth product, and nobody has done an assessment.",
          } },
        { id = "part",
          say = {
            zh = "明白。进进出出的，里头有没有一块是长年不动的？",
            en = "I see. With all that in and out, is there a part that never really moves?",
          },
          acts = { "ask-need", "reflect" }, to = "curious",
          remark = {
            zh = "周转的不碰，只问不动的那块，他一想，还真有。",
            en = "You leave the working money alone and ask about the rest. Come to think of it, there is some.",
          } },
        { id = "quarter",
          say = {
            zh = "先锁三个月，利息高不少，货款您这阵子先倒腾一下。",
            en = "Lock it in for three months, it pays a lot more. You can juggle the bills a bit.",
          },
          acts = { "mismatch" }, to = after_a_miss, effect = { mood = "resistant" },
          remark = {
            zh = "他怕的就是压住，你偏让他锁上。",
            en = "Getting stuck is the very thing he fears, and you tell him to lock it up.",
          } },
        { id = "fees",
          say = {
            zh = "那打款顺手最要紧。汇得多，贵宾卡能省手续费。",
            en = "So paying out comes first. If you transfer a lot, our VIP card cuts the fees.",
          },
          acts = { "match-property", "explain-fact" }, to = "curious", effect = { familiarity = 1 },
          remark = {
            zh = "说到他天天花的那笔手续费，他抬头看你了。",
            en = "Those fees he pays every day. Now he's looking at you.",
          } },
      },
    },

    ["idle-money"] = {
      says = {
        zh = "没什么用处，就放着呗。好几年了，一直活期，懒得弄。",
        en = "Nothing special. It's sat in that account for years, I never got round to it.",
      },
      hint = "explain-fact",
      responses = {
        { id = "ahead",
          say = {
            zh = "那往后两三年，家里有什么要用钱的打算没有？",
            en = "And is there anything coming up at home in the next two or three years?",
          },
          acts = { "ask-open" }, to = "curious", effect = { familiarity = 1 },
          remark = {
            zh = "他没想过，你帮他往前想了一步。",
            en = "He'd never thought about it. You've just helped him look ahead.",
          } },
        { id = "call-zhou",
          say = {
            zh = "那正好，周经理在，我请她来给您规划规划？",
            en = "Good timing, Ms Zhou's in. Shall I get her to plan something with you?",
          },
          acts = { "offer-referral" }, to = "declines", effect = { offered = true },
          remark = {
            zh = "他还没觉得缺什么，你先搬个人来，他只会说不用。",
            en = "He doesn't feel he's missing anything yet, so the answer's no thanks.",
          } },
        { id = "scold",
          say = {
            zh = "放了好几年活期？哎哟，您可亏大了，早问我们啊。",
            en = "Years, in a current account? You've lost a fortune! You should have asked us.",
          },
          acts = { "argue", "assume" }, to = after_a_miss, effect = { mood = "resistant" },
          remark = {
            zh = "亏没亏你还不知道呢，他听着就是在数落他。",
            en = "You don't know what he's lost, if anything. What he hears is a telling-off.",
          } },
        { id = "five-years",
          say = {
            zh = "那存个五年的两全险，跟定期一样，利息还高。",
            en = "Then put it in a five-year endowment. Same as a term deposit, only it pays more.",
          },
          acts = { "pitch", "call-deposit" }, to = "curious",
          remark = {
            zh = "保险不是存款，提前退要亏。他听信了，回头找的是你。",
            en = "It's insurance, and cashing in early costs. He believes you now, and remembers later.",
          } },
        { id = "little",
          say = {
            zh = "那跟您提一句，活期利率低，放一年也没几个利息。",
            en = "Just so you know, this account pays next to nothing. A year of it hardly shows.",
          },
          acts = { "explain-fact" }, to = "curious",
          remark = {
            zh = "只说事实，不说教，让他自己心里一动。",
            en = "A plain fact and no lecture. It sets him thinking on his own.",
          } },
      },
    },

    ["curious"] = {
      scene = {
        zh = "他把背包往腿边一放，身子转过来一点。",
        en = "He lets the backpack slide to his knees and turns towards you a little.",
      },
      says = pick(why, {
        flat = {
          zh = "俩月的也有放法？那……保本吗？买房的钱，亏不起。",
          en = "Even for two months? Is that ... guaranteed? It's my house money, I can't lose any.",
        },
        shop = {
          zh = "有一块倒是老不动。放理财的话，保本吗？",
          en = "There is a bit that just sits there. If I put that in a product, is it guaranteed?",
        },
        idle = {
          zh = "孩子上大学还得几年呢。那放理财是不是多点？保本吗？",
          en = "My kid's a few years off university. So would a product pay more? Is it guaranteed?",
        },
      }),
      cues = pick(why, {
        flat = { "shows-interest", "asks-guarantee" },
        shop = { "shows-interest", "asks-guarantee", "asks-product", "needs-growth" },
        idle = { "shows-interest", "asks-guarantee", "asks-product", "needs-growth" },
      }),
      hint = "state-risk",
      seconds = 20, timeout = "silence",
      responses = {
        { id = "never-lost",
          say = {
            zh = "我们行的您放心，低风险那几款，这些年从来没亏过。",
            en = "You're all right with us. The low-risk ones have never lost anybody a penny, not once.",
          },
          acts = { "promise-return" }, to = "weighs", effect = { mood = 1 },
          remark = {
            zh = "他听得舒坦，可“没亏过”就是变着法儿保本。红线。",
            en = "He likes hearing it. But never lost is a promise in disguise, and that's the line.",
          } },
        { id = "plain",
          say = {
            zh = "理财不保本，有涨有跌。存款五十万以内有保险。",
            en = "No, products go up and down. Deposits are the safe bit, insured up to 500,000.",
          },
          acts = { "state-risk", "explain-fact" }, to = "weighs", effect = { mood = 1 },
          remark = {
            zh = "一句实话，他反倒更信你。",
            en = "One straight answer, and he trusts you more for it.",
          } },
        { id = "zhou-knows",
          say = {
            zh = "这个周经理最清楚，我请她过来跟您细说？",
            en = "Ms Zhou knows all about that. Shall I get her over to explain?",
          },
          acts = { "offer-referral" }, to = answer_to_offer, effect = { offered = true },
          remark = {
            zh = "引荐没错，可他问的是保不保本，你绕过去，他就当是保。",
            en = "Fetching her is fine, but you ducked his question, and he'll take that as a yes.",
          } },
        { id = "plain-test",
          say = {
            zh = "不保本。真想买，得先做个风险测评，看合不合适。",
            en = "No, it isn't. And before you buy there's a risk assessment, to see if it suits.",
          },
          acts = { "state-risk", "mention-profile" }, to = "weighs", effect = { mood = 1 },
          remark = {
            zh = "不保本说在前头，测评也说到了，干干净净。",
            en = "Not guaranteed, assessment first. All said, and nothing to take back later.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（笑了笑，没有回答）", en = "(smiles and doesn't answer)" },
          acts = { "silence" }, to = "weighs", effect = { mood = -1 },
          remark = {
            zh = "问到保本，笑一笑就过去，他会往好里想。",
            en = "Smile past that question and he'll believe what he'd like to.",
          } },
      },
    },

    ["weighs"] = {
      scene = {
        zh = "他没走的意思，拿号条在手里一折一折地叠。",
        en = "He shows no sign of going. He is folding his ticket smaller and smaller.",
      },
      says = pick(why, {
        flat = {
          zh = "嗯，我再想想。你说这利率，俩月里还会往下降吗？",
          en = "Hm, I'll think about it. These rates, will they drop again before I pay?",
        },
        shop = {
          zh = "嗯，我再想想，进货的钱不敢动。你说这利率还降不降？",
          en = "Hm, I'd have to think. Stock money's stock money. Will rates keep dropping, do you reckon?",
        },
        idle = {
          zh = "嗯，我再想想，亏了可舍不得。你说这利率还降不降？",
          en = "Hm, I'd have to think. I'd hate to lose any. Will rates keep dropping, do you reckon?",
        },
      }),
      cues = { "asks-forecast" },
      hint = "offer-referral",
      responses = {
        { id = "offer",
          say = {
            zh = "谁也说不准。周经理做这行十年了，请她给您看看？",
            en = "No one can tell. Ms Zhou's been at this ten years, shall I ask her over?",
          },
          acts = { "offer-referral", "present-manager" }, to = answer_to_offer,
          effect = { offered = true },
          remark = {
            zh = "不猜利率，把懂的人请出来，还说了她凭什么懂。",
            en = "No guess about rates. You offer someone who knows, and say why she does.",
          } },
        { id = "now-or-never",
          say = {
            zh = "肯定还得降，今天就定吧，我去叫周经理？",
            en = "Down, for certain. Fix it today. Shall I get Ms Zhou?",
          },
          acts = { "predict", "offer-referral" }, to = answer_to_offer,
          effect = { offered = true },
          remark = {
            zh = "拿没准的事催他。说错了，他头一个想起你。",
            en = "You hurry him with a guess. If it's wrong, you're the one he'll remember.",
          } },
        { id = "which",
          say = {
            zh = "不好说。您自己更看重随时能用，还是多点利息？",
            en = "Hard to say. What matters more to you, having it handy or a bit more interest?",
          },
          acts = { "ask-property" }, to = "property", effect = { familiarity = 1 },
          remark = {
            zh = "利率你不猜，转过来问他自己要什么，这才有得谈。",
            en = "You leave rates alone and ask what he wants. That you can talk about.",
          } },
        { id = "test-first",
          say = {
            zh = "没准的事。请周经理来，先做个测评，再看怎么放？",
            en = "Could go either way. Shall Ms Zhou run the assessment, and see from there?",
          },
          acts = { "offer-referral", "mention-profile" }, to = answer_to_offer,
          effect = { offered = true },
          remark = {
            zh = "先测评再谈，他知道不是一坐下就卖东西。",
            en = "Assessment first. He can see nobody's going to sell him something on sight.",
          } },
        { id = "take-card",
          say = {
            zh = "这说不准。周经理的名片您拿着，想好了打给她。",
            en = "Nobody knows. Here's Ms Zhou's card, ring her when you've had a think.",
          },
          acts = { "give-card", "leave-door-open" }, to = "card-taken", effect = { card = true },
          remark = {
            zh = "他说再想想，你就让他想，手里留了个能问的人。",
            en = "He wants to think, so you let him, and he knows who to ask.",
          } },
      },
    },

    ["property"] = {
      says = pick(why, {
        flat = {
          zh = "到日子得拿得出来，晚一天人家房子就不卖我了。",
          en = "It has to be there on the day. One day late and I lose the place.",
        },
        shop = {
          zh = "打款得方便，供货商可不等人。",
          en = "Paying out has to be easy. Suppliers don't wait.",
        },
        idle = {
          zh = "多点利息吧，别今天涨明天跌就行。",
          en = "A bit more interest, I'd say, as long as it doesn't jump about.",
        },
      }),
      cues = pick(why, {
        flat = { "needs-access" }, shop = { "needs-transfer" }, idle = { "needs-growth" },
      }),
      hint = "match-property",
      responses = {
        { id = "by-date",
          say = {
            zh = "那就按您的日子排。请周经理帮您看看哪种取得出来？",
            en = "Then we go by your date. Shall Ms Zhou see what would come out in time?",
          },
          acts = { "match-property", "offer-referral" }, when = from_flat, to = answer_to_offer,
          effect = { offered = true },
          remark = {
            zh = "他在意日子，你就说日子，这话他接得住。",
            en = "He cares about the date and you talk about the date.",
          } },
        { id = "by-date-amiss",
          say = {
            zh = "那就按您的日子排。请周经理帮您看看哪种取得出来？",
            en = "Then we go by your date. Shall Ms Zhou see what would come out in time?",
          },
          acts = { "mismatch", "offer-referral" }, when = not_flat, to = "declines",
          effect = { offered = true },
          remark = {
            zh = "他没提日子，你答的是别人的心事。",
            en = "He never mentioned a date. That's somebody else's worry.",
          } },
        { id = "steady",
          say = {
            zh = "那就往稳当里多挣点。请周经理先给您做测评？",
            en = "A little more, and steady. Shall Ms Zhou start you on the assessment?",
          },
          acts = { "match-property", "offer-referral", "mention-profile" }, when = long_idle,
          to = answer_to_offer, effect = { offered = true },
          remark = {
            zh = "他要稳当，你说稳当，还把测评放在了前头。",
            en = "He wants it steady, you say steady, and the assessment comes first.",
          } },
        { id = "steady-amiss",
          say = {
            zh = "那就往稳当里多挣点。请周经理先给您做测评？",
            en = "A little more, and steady. Shall Ms Zhou start you on the assessment?",
          },
          acts = { "mismatch", "offer-referral", "mention-profile" }, when = not_idle, to = "declines",
          effect = { offered = true },
          remark = {
            zh = "他刚说了钱要用，你还在说多挣。",
            en = "He's just told you he needs the money, and you talk about earning more.",
          } },
        { id = "ticks-all",
          say = {
            zh = "巧了，有一款又方便利息又高，您看看。",
            en = "There's one that's handy and pays well. Let me pull it up for you.",
          },
          acts = { "pitch" }, to = "declines",
          remark = {
            zh = "到嘴边的引荐，让一句推销搅黄了。",
            en = "You had the introduction in hand, and a pitch knocked it away.",
          } },
        { id = "transfers",
          say = {
            zh = "那先把打款理顺。请周经理看看怎么省事省手续费？",
            en = "Then payments first. Shall Ms Zhou see how to make them easier and cheaper?",
          },
          acts = { "match-property", "offer-referral" }, when = from_shop, to = answer_to_offer,
          effect = { offered = true },
          remark = {
            zh = "做生意的人，省一步是一步，他听进去了。",
            en = "In business every step saved counts. He's listening.",
          } },
        { id = "transfers-amiss",
          say = {
            zh = "那先把打款理顺。请周经理看看怎么省事省手续费？",
            en = "Then payments first. Shall Ms Zhou see how to make them easier and cheaper?",
          },
          acts = { "mismatch", "offer-referral" }, when = not_shop, to = "declines",
          effect = { offered = true },
          remark = {
            zh = "他不天天打款，省手续费跟他没关系。",
            en = "He doesn't send payments all day, so saving on them means nothing to him.",
          } },
      },
    },

    ["brushes-off"] = {
      scene = {
        zh = "他往后撤了半步，背包又抱紧了。",
        en = "He takes half a step back and hugs the backpack again.",
      },
      says = {
        zh = "别跟我推销啊，我就存个活期，用着方便。",
        en = "Don't start selling me things. It stays in my current account, where I can use it.",
      },
      cues = { "objects" },
      hint = "acknowledge",
      seconds = 25, timeout = "silence",
      responses = {
        { id = "you-are-right",
          say = {
            zh = "您说得是，钱用着方便最要紧，就照您说的存。",
            en = "Fair enough, you need it where you can use it. Current it is, then.",
          },
          acts = { "acknowledge" }, to = "softens", effect = { mood = 1, rebuffed = true },
          remark = {
            zh = "不顶不绕，先认他这句，他反倒松下来。",
            en = "You don't argue or dodge. You give him that one, and he eases up.",
          } },
        { id = "burnt",
          say = {
            zh = "您这么防着，是不是以前买理财亏过？",
            en = "You sound wary. Did you lose money on something once?",
          },
          acts = { "probe-past" }, to = "had-enough",
          remark = {
            zh = "人家正烦着，你还翻旧账，这口气更顺不了。",
            en = "He's annoyed already and you go digging. That won't calm him.",
          } },
        { id = "just-one-thing",
          say = {
            zh = "不推销。我就问一句，这钱您什么时候要用？",
            en = "I'm not selling. Just one question: when do you need the money?",
          },
          acts = { "steer", "ask-need" }, when = unasked, to = where_the_money_is_from,
          effect = { asked = true, rebuffed = true },
          remark = {
            zh = "该问的话，问早了一步。他那句“方便”你还没接呢。",
            en = "The right question, a step too soon. You haven't answered his handy yet.",
          } },
        { id = "for-your-sake",
          say = {
            zh = "我是替您着急，活期那点利息，真跟没有一样。",
            en = "I'm only thinking of you. What that account pays, you might as well get nothing.",
          },
          acts = { "argue" }, to = "had-enough",
          remark = {
            zh = "理是这个理，可他说了别推销，你还接着讲。",
            en = "You may be right, but he's just asked you to stop.",
          } },
        { id = "as-you-like",
          say = {
            zh = "行，听您的。哪天想问问怎么放，再来找我。",
            en = "Sure, as you like. If you ever want to ask about it, come and find me.",
          },
          acts = { "acknowledge", "leave-door-open" }, to = "goodbye", effect = { mood = 1 },
          remark = {
            zh = "退得干净，门也没关死。他走之前，记着留张名片。",
            en = "A clean step back with the door left open. Give him a card before he goes.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（有点下不来台，没吭声）", en = "(is put out and says nothing)" },
          acts = { "silence" }, to = "goodbye",
          remark = {
            zh = "应一句“好，听您的”，场面就圆过来了。",
            en = "A plain sure, as you like, would have been enough.",
          } },
      },
    },

    ["softens"] = {
      scene = {
        zh = "他看了你一眼，背包带松了松。",
        en = "He looks at you, and his grip on the backpack loosens.",
      },
      says = {
        zh = "你倒不缠人。这活期，真就长不出几个钱？",
        en = "Well, you don't push. Does a current account really pay that little?",
      },
      cues = pick(why, {
        flat = { "shows-interest" }, shop = { "shows-interest" },
        idle = { "shows-interest", "needs-growth" },
      }),
      hint = "steer",
      responses = {
        { id = "ask",
          say = {
            zh = "是不高。那这笔钱，您大概什么时候要用？",
            en = "It isn't much, no. When would you be needing this, roughly?",
          },
          acts = { "steer", "explain-fact", "ask-need" }, when = unasked,
          to = where_the_money_is_from, effect = { asked = true, familiarity = 1 },
          remark = {
            zh = "实话答了，再把一开头该问的那句补上。",
            en = "An honest answer, and then the question you should have begun with.",
          } },
        { id = "offer",
          say = {
            zh = "是不高。要不请周经理给您看看？听听，不买也行。",
            en = "Not much, no. Shall Ms Zhou take a look? Just hear her out, no need to buy.",
          },
          acts = { "steer", "explain-fact", "offer-referral" }, when = asked,
          to = answer_to_offer, effect = { offered = true },
          remark = {
            zh = "先认了他，再顺着他自己的话引荐，不硬。",
            en = "You gave him his point first, and the offer comes out of his own question.",
          } },
        { id = "offer-blind",
          say = {
            zh = "是不高。要不请周经理给您看看？听听，不买也行。",
            en = "Not much, no. Shall Ms Zhou take a look? Just hear her out, no need to buy.",
          },
          acts = { "steer", "explain-fact", "offer-referral" }, when = unasked,
          to = "declines", effect = { offered = true },
          remark = {
            zh = "钱什么时候用你还不知道，周经理来了跟他聊什么？",
            en = "You still don't know when he needs the money. What would she talk to him about?",
          } },
        { id = "card",
          say = {
            zh = "低是低，看您怎么用。周经理的名片您收着，不急。",
            en = "It's low. Depends what it's for. Here's Ms Zhou's card, there's no hurry.",
          },
          acts = { "give-card", "leave-door-open" }, to = "card-taken", effect = { card = true },
          remark = {
            zh = "见好就收，给他留个能问的人。",
            en = "You stop while it's going well, and he has someone to ask.",
          } },
        { id = "told-you",
          say = {
            zh = "对吧？早听我的换一换多好。",
            en = "See? You should have let me change it.",
          },
          acts = { "argue" }, to = "had-enough", effect = { mood = -1 },
          remark = {
            zh = "他刚给你个台阶，你非要争个对错。",
            en = "He meets you halfway, and you want to have been right.",
          } },
      },
    },

    ["agrees"] = {
      scene = {
        zh = "他看了看叫号屏，还没轮到他。",
        en = "He checks the screen. It isn't his turn yet.",
      },
      says = {
        zh = "行，那就聊两句。她人在哪儿？",
        en = "All right, a quick word, then. Where is she?",
      },
      cues = { "agrees-referral" },
      hint = "confirm-time",
      responses = {
        { id = "come-along",
          say = {
            zh = "太好了，谢谢您。您跟我来，她就在里头。",
            en = "Great, thank you. Come with me, she's just through here.",
          },
          acts = { "thank", "move-customer" }, to = chance { ["barges-in"] = 2, ["zhou-free"] = 1 },
          remark = {
            zh = "她有没有空你没问。赶上她正忙，两头都尴尬。",
            en = "You haven't asked if she's free. If she isn't, it's awkward for all three of you.",
          } },
        { id = "put-in-a-word",
          say = {
            zh = "她一般只见大客户，您这个数，我去替您说说。",
            en = "She mostly sees big clients. With your amount, let me put in a word for you.",
          },
          acts = { "confirm-time", "belittle" },
          to = chance { ["zhou-free"] = 3, ["zhou-busy"] = 2 }, effect = { mood = -1 },
          remark = {
            zh = "想抬周经理，结果把客户踩了一脚。",
            en = "You meant to build her up, and you did it by putting him down.",
          } },
        { id = "check",
          say = {
            zh = "谢谢您。您坐，我先看看她这会儿有没有空。",
            en = "Thank you. Have a seat, I'll just go and see whether she's free.",
          },
          acts = { "thank", "confirm-time" }, to = chance { ["zhou-free"] = 3, ["zhou-busy"] = 2 },
          remark = {
            zh = "先问再带，谁都不用干站着。",
            en = "Check first, and nobody is left standing about.",
          } },
        { id = "praise",
          say = {
            zh = "她口碑好，好些人专门找她。您坐，我去问问有没有空。",
            en = "People ask for her by name. Have a seat, I'll find out if she's free.",
          },
          acts = { "present-manager", "confirm-time" },
          to = chance { ["zhou-free"] = 3, ["zhou-busy"] = 2 },
          remark = {
            zh = "见面前先夸一句，他坐下就愿意说。记着谢他一声。",
            en = "A good word beforehand, and he'll talk to her. Remember to thank him too.",
          } },
      },
    },

    ["zhou-free"] = {
      scene = {
        zh = "里间，周经理合上文件夹，抬头看你：“好了，我这会儿有空。什么情况？”",
        en = [[In the back office Ms Zhou closes a folder and looks up: "Right, I'm free. Who is it?"]],
      },
      cues = { "manager-free" },
      hint = "brief-manager",
      responses = {
        { id = "brief-flat",
          say = {
            zh = "王先生，卖房的钱，俩月后交首付，就怕到时取不出来。",
            en = "Mr Wang. Sold his flat, pays for the next in two months, scared of it being stuck.",
          },
          acts = { "brief-manager" }, when = from_flat, to = "meets",
          remark = {
            zh = "什么钱、哪天用、怕什么，一句话全有，数目一个没提。",
            en = "What it is, when he needs it, what he fears. All there, and no figure.",
          } },
        { id = "brief-shop",
          say = {
            zh = "王先生，店里的货款，要打款方便，就怕压住。",
            en = "Mr Wang. Shop money, pays suppliers all week, scared of it being stuck.",
          },
          acts = { "brief-manager" }, when = from_shop, to = "meets",
          remark = {
            zh = "一句话交了底，周经理一坐下就能往下谈。",
            en = "One line and she knows where to start.",
          } },
        { id = "hurry-up",
          say = {
            zh = "有位客户等着呢，您快出来一趟。",
            en = "There's a customer waiting for you, could you come quickly?",
          },
          acts = { "move-customer" }, to = "meets",
          remark = {
            zh = "周经理两眼一抹黑，王先生还得从头再说一遍。",
            en = "She knows nothing, so he'll have to tell it all over again.",
          } },
        { id = "target",
          say = {
            zh = "王先生，钱不少。给他配款收益高的，这月任务就有了。",
            en = "Mr Wang, plenty of money. Put him in something that pays, and there's our target.",
          },
          acts = { "brief-manager", "assume" }, to = "meets",
          remark = {
            zh = "他要什么你一句没说，倒先替他选好了。",
            en = "Not a word about what he needs, and you've already picked for him.",
          } },
        { id = "brief-idle",
          say = {
            zh = "王先生，闲了几年的钱，想多点利息，又怕亏。",
            en = "Mr Wang. Money that's sat for years. He'd like a bit more and hates to lose any.",
          },
          acts = { "brief-manager" }, when = long_idle, to = "meets",
          remark = {
            zh = "他想什么、怕什么都说到了，周经理心里有数。",
            en = "What he'd like and what he fears. She knows where she is.",
          } },
        { id = "through-the-door",
          say = {
            zh = "（冲着门外）存四十万的王先生，就是门口那位！",
            en = "(through the open door) Mr Wang, the one with four hundred thousand, by the door!",
          },
          acts = { "brief-manager", "expose-amount" }, to = "meets", effect = { mood = -1 },
          remark = {
            zh = "门开着，排队的人全扭头看他。",
            en = "The door is open, and the whole queue turns to look at him.",
          } },
      },
    },

    ["meets"] = {
      scene = {
        zh = "周经理跟你走出来，王先生站起身，手在裤子上擦了擦。",
        en = "Ms Zhou comes out with you. Mr Wang gets up and wipes his hand on his trousers.",
      },
      says = {
        zh = "哎，你好你好。这位就是……？",
        en = "Hello, hello. And this is ...?",
      },
      hint = "introduce-both",
      responses = {
        { id = "both",
          say = {
            zh = "王先生，这是周经理。周经理，这是王先生。谢谢您抽空。",
            en = "Mr Wang, this is Ms Zhou. Ms Zhou, Mr Wang. Thank you for making the time.",
          },
          acts = { "introduce-both", "name-customer", "thank" }, to = "desk-referred",
          effect = { familiarity = 1 },
          remark = {
            zh = "两头都引见到，再谢一声，他坐得踏实。",
            en = "Both introduced, and a thank-you. He sits down easy.",
          } },
        { id = "hand-over",
          say = {
            zh = "人给您带到了，你们聊，我前头还有客户。",
            en = "Here we are, then. I'll leave you to it, it's busy out front.",
          },
          acts = { "guide" }, to = "desk-referred",
          remark = {
            zh = "两个人谁也不认识谁，头一句话都不知道怎么开口。",
            en = "Two strangers, and neither knows how to begin.",
          } },
        { id = "wants-products",
          say = {
            zh = "王先生，这是我们周经理。周经理，他想买点收益高的产品。",
            en = "Mr Wang, this is Ms Zhou. Ms Zhou, he's after something with a good return.",
          },
          acts = { "introduce-both", "name-customer", "assume" }, to = "desk-referred",
          effect = { mood = -1 },
          remark = {
            zh = "这话他可没说过，当着面替他说，他脸上挂不住。",
            en = "He never said that, and now he has to deny it to her face.",
          } },
        { id = "both-with-praise",
          say = {
            zh = "王先生，周经理做这行十年了。周经理，这就是王先生。",
            en = "Mr Wang, Ms Zhou has done this for ten years. Ms Zhou, this is Mr Wang.",
          },
          acts = { "present-manager", "introduce-both", "name-customer" }, to = "desk-referred",
          effect = { familiarity = 1 },
          remark = {
            zh = "她是谁、凭什么听她的，一句话他就放心了。",
            en = "Who she is and why to listen. One line, and he relaxes.",
          } },
      },
    },

    ["zhou-busy"] = {
      scene = {
        zh = "周经理对面坐着客户，她朝你伸出一根手指，又比了个五：还要一刻钟。",
        en = "Someone is sitting with Ms Zhou. She holds up one finger, then five: a quarter of an hour.",
      },
      says = {
        zh = "怎么，她那儿有人啊？",
        en = "What, has she got someone in there?",
      },
      cues = { "manager-busy", "waits" },
      hint = "apologise",
      seconds = 30, timeout = "silence",
      responses = {
        { id = "who-it-is",
          say = {
            zh = "不好意思，建材城刘总正在办大额存单，马上就能完。",
            en = "Sorry, it's Mr Liu from the builders' market with a big deposit. They're nearly done.",
          },
          acts = { "apologise", "disclose" }, to = "zhou-free", effect = { mood = -1 },
          remark = {
            zh = "他会想：下回我办什么，你也这么跟别人说？",
            en = "What he's thinking: so that's how you'll talk about me.",
          } },
        { id = "any-minute",
          say = {
            zh = "快了快了，您再坐会儿，她那边马上就好。",
            en = "Any minute now. Just hang on, she'll be right with you.",
          },
          acts = {}, to = "zhou-free", effect = { mood = -1 },
          remark = {
            zh = "明明还要一刻钟，说“马上”，等到第五分钟他就坐不住了。",
            en = "It's fifteen minutes and you say any minute. By the fifth he's fidgeting.",
          } },
        { id = "quarter-hour",
          say = {
            zh = "不好意思，还得一刻钟。您里头坐，我给您沏茶。",
            en = "Sorry, a quarter of an hour. Come and sit inside, I'll make you some tea.",
          },
          acts = { "apologise", "tell-wait", "offer-comfort" }, to = "zhou-free",
          effect = { familiarity = 1 },
          remark = {
            zh = "等多久、坐哪儿、喝什么都有了，一刻钟就不长。",
            en = "How long, where to sit, something to drink. Fifteen minutes goes by.",
          } },
        { id = "thursday",
          say = {
            zh = "真不巧。要不周四上午十点？我请周经理专门等您。",
            en = "I'm sorry, bad timing. Thursday at ten? I'll have Ms Zhou keep it free for you.",
          },
          acts = { "apologise", "propose-meeting", "fix-time", "bring-adviser" },
          to = answer_to_date,
          remark = {
            zh = "不让他耗着，日子、钟点、人都说好了，算数。",
            en = "You don't keep him hanging. A day, an hour and a name: that counts.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（往里张望，没顾上回答）", en = "(peers inside, forgets to answer)" },
          acts = { "silence" }, to = "zhou-free", effect = { mood = -1 },
          remark = {
            zh = "他问你呢，先回他一句还要多久。",
            en = "He asked you something. Tell him how long, at least.",
          } },
      },
    },

    ["barges-in"] = {
      scene = {
        zh = "门一推开，周经理对面坐着客户，桌上摊着合同。两个人都抬头看你们。",
        en = "You push the door open. Ms Zhou has a customer, papers all over the desk. Both look up.",
      },
      says = {
        zh = "这不有人吗？把我领来干站着？",
        en = "She's got someone in. So you brought me here to stand about?",
      },
      cues = { "manager-busy", "annoyed" },
      hint = "apologise",
      responses = {
        { id = "stand-here",
          say = {
            zh = "她这就完，也就十分钟，您在这儿等等就行。",
            en = "She's nearly finished, ten minutes or so. You can just wait here.",
          },
          acts = { "tell-wait" }, to = "zhou-free", effect = { mood = -1 },
          remark = {
            zh = "时间说了，歉没道，还让他杵在人家谈事的边上。",
            en = "You gave him a time and no apology, right beside other people's business.",
          } },
        { id = "break-in",
          say = {
            zh = "周经理，刘总那单先放放？这边有位要紧的客户。",
            en = "Ms Zhou, could Mr Liu's deposit wait? I've an important customer here.",
          },
          acts = { "disclose" }, to = "left", effect = { mood = "resistant" },
          remark = {
            zh = "当着人把刘总的业务说出来，两个客户都得罪了。",
            en = "You've told the room what Mr Liu is doing, and upset two customers in one go.",
          } },
        { id = "another-day",
          say = {
            zh = "对不住，怪我。您这周哪天方便再来一趟，我给您安排好？",
            en = "Sorry, that's on me. Could you come back one day this week? I'll sort it out.",
          },
          acts = { "apologise", "propose-meeting" }, to = "booked",
          remark = {
            zh = "歉道了，可哪天几点、见谁都没说，多半就没下文了。",
            en = "You did apologise. But no day, no hour, no name: that mostly comes to nothing.",
          } },
        { id = "my-fault-sit",
          say = {
            zh = "怪我没先问，不好意思。十分钟，您外头坐，我沏茶。",
            en = "My fault, I should have checked. Ten minutes. Sit outside, I'll bring tea.",
          },
          acts = { "apologise", "tell-wait", "offer-comfort" }, to = "zhou-free",
          remark = {
            zh = "认了是自己没先问，再给他安顿好，算是补回来了。",
            en = "You own it and make him comfortable. That mends most of it.",
          } },
      },
    },

    ["no-time"] = {
      scene = {
        zh = "叫号屏跳到了他的号，他一边起身一边往窗外看车。",
        en = "His number comes up. He gets to his feet, looking out at the car.",
      },
      says = {
        zh = "今天真不行，存完就得走，改天吧。",
        en = "Not today, I really can't. I've got to go as soon as this is in.",
      },
      cues = { "no-time", "in-a-hurry" },
      hint = "give-card",
      seconds = 20, timeout = "silence",
      responses = {
        { id = "two-minutes",
          say = {
            zh = "就两分钟，误不了您，听她说完您再走，成不成？",
            en = "It's two minutes, it won't hold you up. Just hear her out before you go, eh?",
          },
          acts = { "press", "tell-wait" }, to = "had-enough", effect = { mood = "resistant" },
          remark = {
            zh = "他说了没空，两分钟也是两分钟，他只会更急。",
            en = "He said no time. Two minutes is still two minutes, and he's watching the car.",
          } },
        { id = "copy-number",
          say = {
            zh = "我抄下单子上的电话，让周经理打给您。",
            en = "I'll copy the number off your slip and have her ring you.",
          },
          acts = { "take-contact" }, to = "goodbye", effect = { mood = -1 },
          remark = {
            zh = "单子上的电话是办业务用的，他没点头你就不能抄。",
            en = "That number is there for the deposit. Without his yes it isn't yours to copy.",
          } },
        { id = "thursday",
          say = {
            zh = "那周四上午十点呢？我请周经理给您留半个钟头。",
            en = "How about Thursday at ten? I'll have Ms Zhou keep half an hour for you.",
          },
          acts = { "propose-meeting", "fix-time", "bring-adviser" }, to = "booked",
          remark = {
            zh = "不占他今天的工夫，给个准日子，他好安排。",
            en = "You leave today alone and offer a proper time he can plan around.",
          } },
        { id = "card",
          say = {
            zh = "没事，您先忙。周经理的名片拿着，想问随时打。",
            en = "No problem, you get on. Here's Ms Zhou's card, ring her any time.",
          },
          acts = { "give-card", "leave-door-open" }, to = "card-taken", effect = { card = true },
          remark = {
            zh = "不耽误他，名片进了兜，改天他想得起来。",
            en = "You don't hold him up, and with the card in his pocket he'll remember.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（没拦也没说话，看着他往窗口走）", en = "(watches him go to the window, says nothing)" },
          acts = { "silence" }, to = "goodbye",
          remark = {
            zh = "一张名片、一句“您先忙”，几秒钟的事。",
            en = "A card and a you get on would have taken three seconds.",
          } },
      },
    },

    ["booked"] = {
      says = {
        zh = "那就周四吧，上午我有空。",
        en = "Thursday, then. I'm free in the morning.",
      },
      cues = { "agrees-meeting" },
      hint = "thank",
      responses = {
        { id = "card-too",
          say = {
            zh = "谢谢您。名片您带上，来不了打个电话就行。",
            en = "Thank you. Take her card. If something comes up, just ring, that's fine.",
          },
          acts = { "thank", "give-card", "leave-door-open" }, to = "goodbye",
          effect = { booked = true, card = true },
          remark = {
            zh = "谢了他，名片也给了，还给他留了余地。",
            en = "Thanked, card in hand, and room to change his mind.",
          } },
        { id = "bring-id",
          say = {
            zh = "那说定了，周四十点，记得带身份证。",
            en = "That's settled, Thursday at ten. Bring your ID, and don't be late.",
          },
          acts = { "fix-time" }, to = "goodbye", effect = { booked = true },
          remark = {
            zh = "人家是来帮衬你的，倒像是来报到的。",
            en = "He's doing you a favour, and you make it sound like an order.",
          } },
        { id = "reminder",
          say = {
            zh = "好，单子上有您的电话，我记一下，头天给您提个醒。",
            en = "Lovely. Your number's on the slip, I'll note it and remind you the day before.",
          },
          acts = { "take-contact" }, to = "goodbye", effect = { booked = true, mood = -1 },
          remark = {
            zh = "提醒是周到，可电话得先问他肯不肯留。",
            en = "A reminder is thoughtful. Ask for the number first.",
          } },
        { id = "straight-to-her",
          say = {
            zh = "谢谢您信得过。我跟周经理说好，您来了直接找她。",
            en = "I appreciate it. I'll let Ms Zhou know, so just ask for her when you come.",
          },
          acts = { "thank", "bring-adviser" }, to = "goodbye", effect = { booked = true },
          remark = {
            zh = "谁等他、来了找谁，都说清楚了。",
            en = "He knows who'll be waiting and who to ask for.",
          } },
      },
    },

    ["card-taken"] = {
      says = pick(function(s) return s.mood == "positive" and "warm" or "cool" end, {
        warm = {
          zh = "行，我收好。你们这儿说话实在。",
          en = "I'll hang on to it. You people give a straight answer.",
        },
        cool = {
          zh = "行，先搁我这儿。",
          en = "All right, I'll take it.",
        },
      }),
      cues = { "takes-card" },
      hint = "ask-contact",
      responses = {
        { id = "off-the-slip",
          say = {
            zh = "您单子上有电话，我顺手抄给周经理，省得您再打了。",
            en = "Your number's on the slip. I'll pass it to Ms Zhou and save you ringing her.",
          },
          acts = { "take-contact" }, to = "goodbye", effect = { mood = -1 },
          remark = {
            zh = "“顺手”两个字，把他的电话送了人，他没答应过。",
            en = "Saving him trouble, you've given his number away without asking.",
          } },
        { id = "ask-number",
          say = {
            zh = "您要愿意，留个电话？周经理只跟您说这笔钱的事。",
            en = "If you like, leave a number. Ms Zhou would only ring about this money.",
          },
          acts = { "ask-contact" }, to = answer_to_contact,
          remark = {
            zh = "先问愿不愿意，再说清只为什么事，他好答应也好回绝。",
            en = "You ask, and say what for. That makes it easy to say yes, or no.",
          } },
        { id = "must-have",
          say = {
            zh = "电话总得留一个，不然她怎么找您？",
            en = "You'll have to leave a number, or how will she find you?",
          },
          acts = { "press", "press-contact" }, to = "keeps-number", effect = { mood = -1 },
          remark = {
            zh = "“总得”一出口，好好的名片也变味了。",
            en = "Have to is the wrong word. It spoils the card you'd just given.",
          } },
        { id = "to-the-window",
          say = {
            zh = "到您的号了，王先生，三号窗，我陪您过去。",
            en = "That's your number, Mr Wang. Window three, I'll walk you over.",
          },
          acts = { "guide", "name-customer" }, to = "goodbye",
          remark = {
            zh = "名片给了就够了，先让他把正事办好。",
            en = "The card is enough. Now you see to what he came for.",
          } },
      },
    },

    ["consents"] = {
      says = {
        zh = "行，你记吧。就说这个事啊，别的别打。",
        en = "Go on, then. Just about this, mind. Nothing else.",
      },
      cues = { "gives-consent" },
      hint = "thank",
      responses = {
        { id = "read-back",
          say = {
            zh = "记下了，我这就转给周经理。",
            en = "Got it. I'll pass it to Ms Zhou straight away.",
          },
          acts = { "reflect" }, to = "goodbye",
          remark = {
            zh = "办得利索，少了一声谢，电话可不是白给的。",
            en = "Prompt enough. But a number is a favour, and nobody said thank you.",
          } },
        { id = "offers-too",
          say = {
            zh = "谢谢您！往后有活动、新产品，我也一块儿通知您。",
            en = "Thanks! I'll let you know about offers and new products while I'm at it.",
          },
          acts = { "thank", "take-contact" }, to = "goodbye", effect = { mood = -1 },
          remark = {
            zh = "他只同意说这一件事，多出来的都没得他点头。",
            en = "He agreed to one thing. Everything beyond it has no consent.",
          } },
        { id = "only-this",
          say = {
            zh = "谢谢您。只打这一回，就说这个事，别的不打扰。",
            en = "Thank you. Just this and nothing else, I'll tell Ms Zhou so myself.",
          },
          acts = { "thank" }, to = "goodbye", effect = { familiarity = 1 },
          remark = {
            zh = "谢了他，也把他那句“别的别打”接住了。",
            en = "You thank him, and show you heard the nothing else.",
          } },
      },
    },

    ["keeps-number"] = {
      says = {
        zh = "电话就不留了，天天有人打，烦。",
        en = "I'd rather not leave a number. I get calls all day long.",
      },
      cues = { "declines-contact" },
      hint = "leave-door-open",
      responses = {
        { id = "fine",
          say = {
            zh = "不留也好，清静。想起来了，名片上有电话。",
            en = "That's fine, enjoy the quiet. Her number's on the card if you want it.",
          },
          acts = { "acknowledge", "leave-door-open" }, to = "goodbye", effect = { familiarity = 1 },
          remark = {
            zh = "顺着他说，主动权在他手里，他反倒可能打来。",
            en = "It's his call now, in both senses. He may well make it.",
          } },
        { id = "wechat",
          say = {
            zh = "那加个微信吧？微信不响铃，平时绝对不吵您。",
            en = "How about WeChat, then? It doesn't ring, it won't bother you.",
          },
          acts = { "ask-contact" }, to = "goodbye", effect = { mood = -1 },
          remark = {
            zh = "换了个法子还是要，他听得出来。",
            en = "A different way of asking the same thing, and he can tell.",
          } },
        { id = "my-word",
          say = {
            zh = "就留一个，我跟您保证，没人乱打。",
            en = "Just the one number. You have my word nobody will pester you.",
          },
          acts = { "press-contact" }, to = "had-enough", effect = { mood = "resistant" },
          remark = {
            zh = "他刚说天天有人打，你就成了下一个。",
            en = "He's just told you about the calls, and now you're one of them.",
          } },
      },
    },

    ["declines"] = {
      scene = {
        zh = "他摆了摆手。",
        en = "He waves it away.",
      },
      says = pick(function(s) return s.mood == "resistant" and "cold" or "polite" end, {
        polite = {
          zh = "不用麻烦了，我自己先琢磨琢磨。",
          en = "No, don't trouble her. I'd rather think it over myself first.",
        },
        cold = {
          zh = "算了，别叫谁了，我存完就走。",
          en = "Forget it, don't call anyone. I'll put this in and go.",
        },
      }),
      cues = { "declines-referral", "objects" },
      hint = "acknowledge",
      seconds = 25, timeout = "silence",
      responses = {
        { id = "her-diary",
          say = {
            zh = "她平时可难约，正好今天有空，就五分钟？",
            en = "She's usually booked solid and today she's free. Five minutes?",
          },
          acts = { "press", "offer-referral" }, to = "had-enough", effect = { mood = "resistant" },
          remark = {
            zh = "他说不用，你换个理由再来一遍，还是劝。",
            en = "He said no, and you ask again with a new reason.",
          } },
        { id = "easy-to-slip",
          say = {
            zh = "这里头弯弯绕多，自己琢磨容易吃亏。",
            en = "It's full of twists, this stuff. You could easily go wrong on your own.",
          },
          acts = { "argue" }, to = "had-enough", effect = { mood = "resistant" },
          remark = {
            zh = "等于说他自己弄不明白，他当然不爱听。",
            en = "That says he can't work it out, and who likes hearing that?",
          } },
        { id = "the-shop-next-door",
          say = {
            zh = "隔壁开店的老李也这么说，跟周经理一聊，当场办了。",
            en = "Mr Li from next door said that too. Ten minutes with Ms Zhou and he'd signed.",
          },
          acts = { "disclose", "press" }, to = "had-enough", effect = { mood = "resistant" },
          remark = {
            zh = "老李办了什么，轮不到他知道。他想的是，下一个被说的就是我。",
            en = "What Mr Li did isn't his to know. He's thinking: next time it'll be me.",
          } },
        { id = "card",
          say = {
            zh = "应该的，自己想清楚踏实。名片您收着，随时来问。",
            en = "Quite right, take your time. Here's her card, come and ask whenever you like.",
          },
          acts = { "acknowledge", "give-card", "leave-door-open" }, to = "card-taken",
          effect = { card = true },
          remark = {
            zh = "先认他的，再留张名片，这个“不”就不是句号。",
            en = "You agree with him and leave a card. His no stays friendly.",
          } },
        { id = "as-you-say",
          say = {
            zh = "好，听您的，先把钱存好。往后想问再来找我。",
            en = "Sure, let's get this paid in. If you want to ask later, come and find me.",
          },
          acts = { "acknowledge", "leave-door-open" }, to = "goodbye",
          remark = {
            zh = "一个不字接得漂漂亮亮，他走得舒坦。",
            en = "A no, nicely taken. He can leave feeling good.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（有点失望，没接话）", en = "(looks let down and says nothing)" },
          acts = { "silence" }, to = "goodbye", effect = { mood = -1 },
          remark = {
            zh = "他说不，你一沉脸，他下回就不来问了。",
            en = "He says no and your face falls. Next time he won't ask you.",
          } },
      },
    },

    ["had-enough"] = {
      scene = {
        zh = "他嗓门高了，旁边的人都看过来。",
        en = "He's raised his voice. People are looking over.",
      },
      says = {
        zh = "你这人怎么没完了？我存我的钱，不行吗？",
        en = "Don't you ever stop? It's my money. Can I just pay it in?",
      },
      cues = { "annoyed", "objects" },
      hint = "apologise",
      seconds = 25, timeout = "silence",
      responses = {
        { id = "anyone-would-ask",
          say = {
            zh = "您别误会，谁见着四十万放活期，都得问一句啊。",
            en = "Please don't take it wrong. Four hundred thousand and no interest, anyone would ask.",
          },
          acts = { "argue", "expose-amount" }, to = "left",
          remark = {
            zh = "他在气头上，你替自己辩，还把数目当众抖了出来。",
            en = "He's angry, you defend yourself, and now the whole room has the figure.",
          } },
        { id = "last-word",
          say = {
            zh = "不好意思，最后就一句，活期放久了真不划算。",
            en = "Sorry. One last thing, though: leaving it there really is a waste.",
          },
          acts = { "apologise", "press" }, to = "left",
          remark = {
            zh = "歉还没道完又劝上了，他转身就走。",
            en = "Half an apology and straight back to it. He turns on his heel.",
          } },
        { id = "colleague",
          say = {
            zh = "那我换个同事来接待您，您稍等一下。",
            en = "I'll get a colleague to look after you instead. One moment.",
          },
          acts = { "guide" }, to = "goodbye",
          remark = {
            zh = "人换了，气还在，一句对不起都没听着。",
            en = "A new face, the same anger, and nobody has said sorry.",
          } },
        { id = "my-fault",
          say = {
            zh = "对不住，是我话多了，您别生气。这就办活期。",
            en = "I'm sorry, I went on too much. You've every right. Let's get it paid in.",
          },
          acts = { "apologise", "acknowledge" }, to = "goodbye", effect = { mood = 1 },
          remark = {
            zh = "认下“话多了”，马上办他要办的，气就消了一半。",
            en = "You own it and do what he came for. Half the anger is gone.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（愣在那儿，说不出话）", en = "(stands there, lost for words)" },
          acts = { "silence" }, to = "left",
          remark = {
            zh = "哪怕一句“对不住”，都比愣着强。",
            en = "Even a bare sorry beats standing there.",
          } },
      },
    },

    ["goodbye"] = {
      scene = {
        zh = "存好了，他把回单折两折塞进内兜，往门口走。",
        en = "It's paid in. He folds the receipt twice, puts it in his inside pocket and makes for the door.",
      },
      says = pick(parting, {
        booked = { zh = "那我走了，周四见。", en = "I'm off, then. See you Thursday." },
        card = { zh = "办好了，名片在这儿呢。走了啊。", en = "All done. Got the card here. Bye, then." },
        easy = { zh = "办好了，走了啊。", en = "All done. Bye, then." },
        cold = { zh = "（没看你）办完了。", en = "(not looking at you) Done." },
      }),
      cues = pick(function(s) return s.card and "card" or "none" end, {
        card = { "leaves", "takes-card" }, none = { "leaves" },
      }),
      hint = "see-off",
      seconds = 20, timeout = "silence",
      responses = {
        { id = "mind-the-bag",
          say = {
            zh = "王先生慢走，包拿好，外头人多，路上当心。",
            en = "Take care, Mr Wang. Got your bag? Mind how you go, it's busy out.",
          },
          acts = { "see-off", "name-customer" }, to = after_goodbye, effect = { familiarity = 1 },
          remark = {
            zh = "叫得出姓，还惦记他的包，他记得住你。",
            en = "His name and a thought for his bag. He'll remember you.",
          } },
        { id = "next-one",
          say = {
            zh = "（点了下头，转身招呼下一位）来，您办什么？",
            en = "(nods and turns to the next in line) Hello, what can I do for you?",
          },
          acts = { "ignore" }, to = after_goodbye,
          remark = {
            zh = "前脚还聊着，后脚就没他这个人了。",
            en = "A minute ago you were chatting. Now he's been swapped for the next one.",
          } },
        { id = "all-safe",
          say = {
            zh = "王先生慢走！四十万都在卡里了，您就踏踏实实的。",
            en = "Take care, Mr Wang! That's four hundred thousand safely in, you can relax now.",
          },
          acts = { "see-off", "name-customer", "expose-amount" }, to = after_goodbye,
          effect = { mood = -1 },
          remark = {
            zh = "话是暖的，数目跟着他一块儿出了门，他一路得回头看。",
            en = "Warm words, and the figure follows him out. He'll be looking over his shoulder.",
          } },
        { id = "ask-family",
          say = {
            zh = "钱放着真可惜，回去再想想啊。",
            en = "It's a shame to let it sit there. Do think it over.",
          },
          acts = { "press" }, to = after_goodbye, effect = { mood = -1 },
          remark = {
            zh = "都要出门了还在劝，他带走的就是这句。",
            en = "Still at it on the doorstep. That's the line he'll take home.",
          } },
        { id = "card-at-the-door",
          say = {
            zh = "您慢走。这张周经理的名片带着，哪天用得上再说。",
            en = "Take care. Here's Ms Zhou's card to take along, in case it's ever useful.",
          },
          acts = { "see-off", "give-card" }, when = may_take_card, to = "desk-card",
          remark = {
            zh = "送他出门，顺手留个能问的人，不占他工夫。",
            en = "You see him out and leave him someone to ask. It takes no time.",
          } },
        { id = "door",
          say = {
            zh = "（拉开门）您慢走。往后有事，进来找我就行。",
            en = "(holds the door) Take care now. Anything you need, just come in and ask for me.",
          },
          acts = { "see-off", "leave-door-open" }, to = after_goodbye,
          remark = {
            zh = "送到门口，留一句话，这趟就圆满了。",
            en = "To the door, with a word to come back on. A good ending.",
          } },
        { id = "silence", silent = true,
          say = { zh = "（在看平板，没注意他走了）", en = "(is on the tablet and doesn't see him go)" },
          acts = { "silence" }, to = after_goodbye, effect = { familiarity = -1 },
          remark = {
            zh = "抬个头、说声慢走，两秒钟。",
            en = "Look up and say goodbye. It takes two seconds.",
          } },
      },
    },

    ["desk-referred"] = {
      scene = {
        zh = "里间的门关上了，周经理给他倒了茶。你回到台前，推荐表就在抽屉里。",
        en = "The door closes behind them. Ms Zhou pours him tea. Back at your post, the form is in the drawer.",
      },
      says = {
        zh = "（隔着玻璃冲你点点头）谢谢啊。",
        en = "(nods at you through the glass) Thanks.",
      },
      cues = { "meets-manager", "thanks", "form-due" },
      hint = "file-form",
      form = "referred",
      responses = {
        { id = "zhou-knows",
          say = {
            zh = "（人都见上了，周经理自己会记，表就不填了吧）",
            en = "(they've met, Ms Zhou will make her own notes, no need for the form)",
          },
          acts = { "skip-form" }, to = "referred",
          remark = {
            zh = "周经理记的是她那头，你看到的信号只有你写得出来。",
            en = "She notes her half. What you saw at the desk, only you can write.",
          } },
        { id = "after-work",
          say = {
            zh = "（门口又来人了，下班再一块儿补吧）",
            en = "(someone's coming in, I'll do them all together after work)",
          },
          acts = { "skip-form" }, to = "referred",
          remark = {
            zh = "到下班已经过了十几个人，谁是谁就记混了。",
            en = "By then you'll have seen a dozen more and mixed them up.",
          } },
      },
    },

    ["desk-card"] = {
      scene = {
        zh = "他出了门，你回到台前，推荐表就在抽屉里。",
        en = "He's gone. Back at your post, the form is in the drawer.",
      },
      cues = { "takes-card", "form-due" },
      hint = "file-form",
      form = "card",
      responses = {
        { id = "wait-for-call",
          say = {
            zh = "（名片给了，等他打来再说，先不填）",
            en = "(he has the card, no point filling anything in until he rings)",
          },
          acts = { "skip-form" }, to = "card",
          remark = {
            zh = "他真打来，周经理问“您是哪位”，今天就白聊了。",
            en = "And when he does, Ms Zhou asks who he is. So much for today.",
          } },
        { id = "tell-her",
          say = {
            zh = "（一会儿吃饭跟周经理说一声，比填表快）",
            en = "(I'll tell Ms Zhou over lunch, it's quicker than a form)",
          },
          acts = { "skip-form" }, to = "card",
          remark = {
            zh = "饭桌上说的话，下午就忘了，表上的还在。",
            en = "What's said over lunch is gone by three. The form isn't.",
          } },
      },
    },

    ["desk-booked"] = {
      scene = {
        zh = "他出了门，你回到台前，推荐表就在抽屉里。离周四还有几天。",
        en = "He's gone. Back at your post, the form is in the drawer. Thursday is days away.",
      },
      cues = { "form-due" },
      hint = "file-form",
      form = "deferred",
      responses = {
        { id = "on-thursday",
          say = {
            zh = "（周四见了面再填，那会儿写得更全）",
            en = "(I'll fill it in on Thursday, there'll be more to write then)",
          },
          acts = { "skip-form" }, to = "deferred",
          remark = {
            zh = "周经理要靠这张表准备，等见了面再填就晚了。",
            en = "Ms Zhou prepares from that form. On Thursday it's too late.",
          } },
        { id = "calendar",
          say = {
            zh = "（给周经理的日历上记个“十点王先生”就够了）",
            en = "(a line in Ms Zhou's calendar will do: ten, Mr Wang)",
          },
          acts = { "skip-form" }, to = "deferred",
          remark = {
            zh = "光有个姓，她不知道他要什么、怕什么。",
            en = "A name tells her nothing about what he wants or fears.",
          } },
      },
    },

    ["referred"] = {
      ending = "referred",
      scene = {
        zh = "玻璃那头，王先生把背包搁到了脚边，说得挺起劲。",
        en = "Behind the glass Mr Wang has put the backpack by his feet. He's talking away.",
      },
    },

    ["card"] = {
      ending = "card",
      scene = {
        zh = "门外，王先生把名片又看了一眼，夹进了手机壳。",
        en = "Outside, Mr Wang looks at the card again and slips it into his phone case.",
      },
    },

    ["deferred"] = {
      ending = "deferred",
      scene = {
        zh = "周四上午十点，周经理的日程上写着：王先生。",
        en = "Thursday, ten o'clock, in Ms Zhou's diary: Mr Wang.",
      },
    },

    ["declined"] = {
      ending = "declined",
      scene = {
        zh = "王先生走远了。钱照他的意思，存了活期。",
        en = "Mr Wang is gone. The money went where he wanted it.",
      },
    },

    ["served"] = {
      ending = "served",
      scene = {
        zh = "王先生走远了。那笔钱躺在活期里，周经理不知道有这么个人。",
        en = "Mr Wang is gone. The money earns next to nothing, and Ms Zhou has never heard of him.",
      },
    },

    ["left"] = {
      ending = "left",
      scene = {
        zh = "他抓起单子和背包，门在他身后晃了好几下。",
        en = "He grabs the slip and the backpack. The door swings behind him.",
      },
      says = { zh = "我上别家存去！", en = "I'll take it somewhere else!" },
    },
  },
}
