-- Spotting who should meet the client manager, and handing them over well (FE-1, FE-2, FE-3, FE-5.1).

return pack "referral" { title = { zh = "识别推荐", en = "Spotting and referring" } } {
  rule "judge-before-referring" {
    template = precedence(any { "ask-business", "ask-need", "ask-open" }, "offer-referral"),
    weight = 2, source = "FE-1",
    title = { zh = "先问后荐", en = "Ask before you refer" },
    why = {
      zh = "没问清就往客户经理那儿带，客户白跑一趟，经理白等一场。",
      en = "Refer without asking, and the customer lands in front of the wrong person.",
    },
    instead = {
      zh = "“这笔钱您近期要用吗？”",
      en = [["Will you be needing this money any time soon?"]],
    },
  },

  rule "need-before-offer" {
    template = precedence(
      any { "needs-growth", "needs-transfer", "needs-access", "trades-forex", "pays-abroad",
        "asks-product" },
      "offer-referral"),
    weight = 2, source = "FE-2",
    title = { zh = "见到需求再引荐", en = "See a need, then offer" },
    why = {
      zh = "客户自己说出来的需求，才是他愿意见客户经理的理由。",
      en = "A need in their own words is the best reason they have to meet the manager.",
    },
    instead = {
      zh = "“您说半年内用不上，要不请客户经理帮您看看怎么放合适？”",
      en = [["Not for six months, you said. Would you like our manager to look at where to keep it?"]],
    },
  },

  rule "ask-about-the-sum" {
    template = response("large-deposit", any { "ask-need", "ask-open" }), weight = 2, source = "FE-3.1",
    title = { zh = "大额先问用途", en = "A large sum? Ask what it's for" },
    why = {
      zh = "这笔钱近期用不用，决定了能谈什么。不问，后面全是猜。",
      en = "When the money is needed decides what can be offered. Unasked, the rest is guesswork.",
    },
    instead = {
      zh = "“这笔钱近期用得着吗？”",
      en = "\"Will you be needing this money any time soon?\"",
    },
  },
  rule "ask-not-guess" {
    template = absence "assume", weight = 2, source = "FE-2",
    title = { zh = "先问，别猜", en = "Ask, don't guess" },
    why = {
      zh = "看牌价的，有做外汇的，有交学费的，也有闲看的，猜错了就尴尬。",
      en = "The person at the board may trade, pay school fees or just be bored. A wrong guess jars.",
    },
    instead = {
      zh = "“您是自己做外汇，还是先看看行情？”",
      en = [["Are you trading, or just seeing what the rates are up to?"]],
    },
  },

  rule "offer-when-interested" {
    template = responded_existence("shows-interest",
      any { "offer-referral", "propose-meeting", "give-card" }),
    weight = 2, source = "FE-3",
    title = { zh = "有意就引荐", en = "Offer while they're interested" },
    why = {
      zh = "客户动了心，当场没人接，出了门就凉了。",
      en = "Interest cools at the door. Give them someone to talk to while it's warm.",
    },
    instead = {
      zh = "“我们有客户经理专做这个，请他过来跟您聊几分钟？”",
      en = [["Our manager does exactly this. Shall I ask her over for a few minutes?"]],
    },
  },

  rule "confirm-before-moving" {
    template = precedence("confirm-time", "move-customer"), weight = 3, source = "FE-5.1",
    title = { zh = "先确认，再带人", en = "Check first, then walk them over" },
    why = {
      zh = "人领过去了经理却在忙，客户干站着，谁都下不来台。",
      en = "Walk over to a busy manager, and the customer is left standing while you apologise.",
    },
    instead = {
      zh = "“您先坐，我问一下周经理这会儿有没有空。”",
      en = [["Have a seat, let me just check that Ms Zhou is free."]],
    },
  },

  rule "manager-busy" {
    template = chain_response("manager-busy",
      any { "apologise", "tell-wait", "offer-comfort", "fix-time", "give-card" }),
    weight = 1, source = "FE-5",
    title = { zh = "经理忙，要交代", en = "Manager busy? Say so kindly" },
    why = {
      zh = "说清楚等多久、坐哪儿等，客户多半愿意等。",
      en = "People will wait if they know how long, and have somewhere to sit.",
    },
    instead = {
      zh = "“真不好意思，周经理还得十分钟。您到里边坐，我给您倒杯水。”",
      en = [["I'm sorry, she'll be ten minutes. Come and sit inside, I'll bring you some water."]],
    },
  },

  rule "brief-then-introduce" {
    template = precedence("brief-manager", "introduce-both"), weight = 2, source = "FE-5.1",
    title = { zh = "先交底，再引见", en = "Brief, then introduce" },
    why = {
      zh = "同样的话客户不想说两遍。您先跟经理交个底，坐下就能谈正事。",
      en = "Nobody likes telling it twice. Brief the manager, and they start where you left off.",
    },
    instead = {
      zh = "先跟经理说：“王先生，活期有笔钱半年不用，想稳一点。”",
      en = [[To the manager first: "Mr Wang, money in current, six months to spare, likes it safe."]],
    },
  },

  rule "present-the-manager" {
    template = precedence("present-manager", "introduce-both"), weight = 1, source = "FE-5.1",
    title = { zh = "先介绍经理", en = "Say who they'll meet" },
    why = {
      zh = "知道对面是谁、擅长什么，客户才愿意把钱的事跟他说。",
      en = "People talk money more easily with someone they've heard something good about.",
    },
    instead = {
      zh = "“周经理做理财十来年了，好些老客户专门来找她。”",
      en = [["Ms Zhou has been doing this for ten years. A lot of our regulars ask for her."]],
    },
  },

  rule "introduce-both" {
    template = response("agrees-referral", any { "introduce-both", "fix-time" }),
    weight = 2, source = "FE-5.1",
    title = { zh = "当面引见", en = "Introduce them in person" },
    why = {
      zh = "客户点了头，就当面引见；今天见不成，也要约好哪天见。",
      en = "They said yes, so hand them over in person. If it can't be now, agree when.",
    },
    instead = {
      zh = "“王先生，这位是周经理。周经理，这就是我说的王先生。”",
      en = [["Mr Wang, this is Ms Zhou. Ms Zhou, this is Mr Wang, who I told you about."]],
    },
  },

  rule "card-when-no-time" {
    template = responded_existence(any { "no-time", "declines-contact" }, "give-card"),
    weight = 2, source = "FE-3",
    title = { zh = "没空就给名片", en = "No time? Give the card" },
    why = {
      zh = "手里有张名片，客户哪天想起来，知道该找谁。",
      en = "With a card in hand, they know who to call when they do have a moment.",
    },
    instead = {
      zh = "“没关系，这是周经理的名片，您什么时候想问都行。”",
      en = [["No problem. Here's Ms Zhou's card, call her whenever it suits you."]],
    },
  },

  rule "no-pressing-for-contact" {
    template = not_succession("declines-contact", any { "press-contact", "ask-contact" }),
    weight = 3, source = "FE-3",
    title = { zh = "不强要电话", en = "Don't push for a number" },
    why = {
      zh = "不肯留就是还不放心，再要一遍，刚才那点好感也没了。",
      en = "They'd rather not. Ask again, and you lose the goodwill you had.",
    },
    instead = {
      zh = "“不留也没事，资料上有客户经理的电话。”",
      en = [["That's fine. The manager's number is on the leaflet."]],
    },
  },

  rule "form-when-due" {
    template = response("form-due", "file-form"), weight = 2, source = "FE-1",
    title = { zh = "推荐表当场填", en = "File the form" },
    why = {
      zh = "表不填，同事就不知道，客户下回来又得从头说。",
      en = "Without the form your colleagues know nothing, and the customer starts all over.",
    },
    instead = {
      zh = "客户一走就动笔：“趁还记得，我先把表填了。”",
      en = [[As soon as they've gone: "Let me write this up while I remember."]],
    },
  },

  rule "form-truthful" {
    template = response("file-form", "form-truthful"), weight = 3, source = "FE-1",
    title = { zh = "推荐表写实情", en = "Keep the form true" },
    why = {
      zh = "把猜的写成真的，客户经理照着打电话，一开口就错。",
      en = "Put a guess on the form, and the manager's first call gets it wrong.",
    },
    instead = {
      zh = "“用途他没说，我就填‘没有看出来’。”",
      en = [["He never said what it's for, so I'll put 'not known'."]],
    },
  },

  rule "no-selling" {
    template = absence "pitch", weight = 2, source = "FE-3.2",
    title = { zh = "只引荐，不推销", en = "Spot and refer, don't sell" },
    why = {
      zh = "大堂里三言两语推产品，没做测评，客户也会防着您。",
      en = "Half a minute in the lobby and no assessment: a pitch here only puts them on guard.",
    },
    instead = {
      zh = "“具体产品请有资质的经理跟您讲，我来帮您约。”",
      en = [["A licensed manager should take you through the products. I can set that up."]],
    },
  },
}
