-- Today's rules of conduct (CD-1, CD-2, CD-3). One break of a critical rule fails the session. A trainer
-- who wants the historical reading leaves this pack out.

return pack "conduct" { title = { zh = "合规底线", en = "Conduct" } } {
  rule "no-promise" {
    template = absence "promise-return", weight = 1, critical = true, source = "CD-1",
    title = { zh = "不承诺保本收益", en = "Never promise a return" },
    why = {
      zh = "理财不保本，收益也没准数。嘴上一保，亏了就成了您骗他。",
      en = "Wealth products carry no guarantee. Promise one, and the first loss makes you a liar.",
    },
    instead = {
      zh = "“理财有涨有跌，不保本。您能接受多大起伏，咱们先看测评。”",
      en = [["It can go down as well as up. Let's first see how much of that you're easy with."]],
    },
  },

  rule "plain-answer-on-guarantee" {
    template = chain_response("asks-guarantee", "state-risk"), weight = 2, source = "CD-1",
    title = { zh = "保不保本要直说", en = "Guaranteed? Say it straight" },
    why = {
      zh = "客户问保不保本，您一绕开，他就当是保了。",
      en = "Dodge that question, and they'll take it as a yes.",
    },
    instead = {
      zh = "“不保本。要是一分都不能亏，那还是看存款。”",
      en = [["No, it isn't. If you can't afford to lose any of it, stay with a deposit."]],
    },
  },

  rule "no-forecast" {
    template = not_succession(any { "asks-forecast", "watches-board", "trades-forex" }, "predict"),
    weight = 2, source = "CD-1",
    title = { zh = "不猜涨跌", en = "No forecasts" },
    why = {
      zh = "说中了是运气，说错了，亏的钱都算在您头上。",
      en = "Get it right and you were lucky. Get it wrong and the loss is your fault.",
    },
    instead = {
      zh = "“涨跌谁也说不准。请客户经理帮您盯着，到价了告诉您？”",
      en = [["Nobody can call that. Our manager could watch the rate and let you know."]],
    },
  },

  rule "profile-first" {
    template = precedence("mention-profile", "pitch"), weight = 1, critical = true, source = "CD-2",
    title = { zh = "先测评，再谈产品", en = "Assessment before product" },
    why = {
      zh = "不知道客户担得起多大风险就推荐，是拿人家的钱冒险。",
      en = "Recommend before you know what risk they can bear, and you gamble with their money.",
    },
    instead = {
      zh = "“先花五分钟做个风险测评，才知道哪些适合您。”",
      en = [["Let's do the risk assessment first. Five minutes, and we know what fits."]],
    },
  },

  rule "insurance-is-no-deposit" {
    template = absence "call-deposit", weight = 1, critical = true, source = "CD-2",
    title = { zh = "保险不说成存款", en = "Insurance is no deposit" },
    why = {
      zh = "当成存款买了，急用时一退就亏，客户回头找的还是您。",
      en = "Take it for a deposit, and cashing in early is a nasty surprise. They'll come to you.",
    },
    instead = {
      zh = "“这是保险，跟存款两码事，提前退会有损失。”",
      en = [["This is insurance, it isn't a deposit. Cash in early and you lose some of it."]],
    },
  },

  rule "suitability-told" {
    template = responded_existence("asks-product", any { "mention-profile", "mention-cooling" }),
    weight = 2, source = "CD-2",
    title = { zh = "问产品先讲规矩", en = "Asked for a product? Terms first" },
    why = {
      zh = "要做测评、要双录、签了还能反悔，这些客户该先知道。",
      en = "The assessment, the recording, the right to cancel: they should hear of these up front.",
    },
    instead = {
      zh = "“买之前要先做测评。要是保险，还得录音录像，有犹豫期能退。”",
      en = [["There's an assessment first. For insurance we also record it, and you can cancel early on."]],
    },
  },

  rule "contact-with-consent" {
    template = absence(any { "take-contact", "form-no-consent" }),
    weight = 1, critical = true, source = "CD-3",
    title = { zh = "留电话先问同意", en = "No contact without consent" },
    why = {
      zh = "电话是客户自己的，人家没点头，您记下来就是违法。",
      en = "The number is theirs. Noting it down without a yes breaks the law.",
    },
    instead = {
      zh = "“方便留个电话吗？只在汇率到价的时候通知您。”",
      en = [["May I take your number? Only to tell you when the rate gets there."]],
    },
  },

  rule "amount-not-aloud" {
    template = absence "expose-amount", weight = 1, critical = true, source = "CD-3",
    title = { zh = "金额不说出口", en = "Keep the amount quiet" },
    why = {
      zh = "大堂里人多耳杂，数目一报出来，客户出门都不安心。",
      en = "You don't know who's listening. Say the sum, and they walk out worried.",
    },
    instead = {
      zh = "指着单子小声问：“是这个数，对吧？”",
      en = [[Point at the slip: "This figure here, is that right?"]],
    },
  },

  rule "no-disclosure" {
    template = absence "disclose", weight = 1, critical = true, source = "CD-3",
    title = { zh = "不说别人的事", en = "Never discuss other customers" },
    why = {
      zh = "您今天跟他说别人的，他就知道明天您会跟别人说他的。",
      en = "Talk about someone else, and they know that you'll talk about them too.",
    },
    instead = {
      zh = "“别的客户我不方便说，咱们就看您的情况。”",
      en = [["I can't talk about other customers. Let's look at what suits you."]],
    },
  },

  rule "no-looking-down" {
    template = absence "belittle", weight = 1, critical = true, source = "CD-3",
    title = { zh = "不看人下菜碟", en = "Same courtesy for everyone" },
    why = {
      zh = "穿着看不出家底。再说了，谁进门都该一样客气。",
      en = "Clothes say nothing about the account, and everyone who comes in gets the same courtesy.",
    },
    instead = {
      zh = "“您坐，慢慢说，我听着呢。”",
      en = [["Have a seat, take your time, I'm listening."]],
    },
  },
}
