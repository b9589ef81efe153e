-- Twelve events, and whose moment each is. The snow is meant to surprise: the course counts foul
-- weather among the customer's own moments.

return exercise "moments-of-contact" {
  title = { zh = "什么时候联系：三类时机", en = "When to call: three kinds of moment" },
  source = { "EC-3.6" },
  minutes = 4,
  brief = {
    zh = "十二件事，件件是联系客户的由头。分一分：外部的、内部的，还是客户自己的？",
    en = "Twelve events, and each is a reason to call. Is the moment external, internal, or the customer's"
      .. " own?",
  },
  model = {
    zh = "外头的事，大家都赶上，是外部时机；我们行里的事，到期、缴费、新品、活动，是内部时机；他家里、店里、心里的事，"
      .. "是客户自身时机。坏天气也算他自己的：别人不出门，你去了，他记得住。喜事去道贺，难处去帮忙，都不是去推销。",
    en = "What happens out there to everybody is external. What happens in the bank, a maturity, a premium,"
      .. " a launch, a get-together, is internal. What happens in their family, shop or mind is their own."
      .. " Foul weather belongs there too: the others stay in, so they remember who came. You call to"
      .. " congratulate or to help, not to push.",
  },
  why = {
    zh = "周一翻日历，翻客户档案，这周有哪几件事，就有哪几个电话；没由头的电话，客户当骚扰。",
    en = "On Monday look at the calendar and the files: every event this week is a call. A call without a"
      .. " reason is just a nuisance.",
  },
  tasks = {
    { id = "moments", kind = "classify",
      ask = { zh = "这是哪一类时机？", en = "Whose moment is it?" },
      bins = {
        { id = "external", label = { zh = "外部时机", en = "External" } },
        { id = "internal", label = { zh = "内部时机", en = "Internal" } },
        { id = "own", label = { zh = "客户自身时机", en = "The customer's own" } },
      },
      cards = {
        { id = "maturing", bin = "internal",
          text = { zh = "她的三年定期，下月十二号到期", en = "Her three-year deposit matures on the twelfth" },
          why = { zh = "产品到期，日子在我们系统里。", en = "A maturity: the date is in our own system." } },
        { id = "bistro", bin = "own",
          text = { zh = "他说起，小饭馆月底开张", en = "He mentioned that his diner opens this month" },
          why = {
            zh = "客户开店创业，收款、贷款都用得着人。",
            en = "Opening a business: payments and loans will come up.",
          } },
        { id = "rates", bin = "external",
          text = { zh = "存款利率下调，上了晚间新闻", en = "Deposit rates are cut; it's on the evening news" },
          why = { zh = "政策、经济的变化，谁都碰得上。", en = "Policy and the economy touch everyone." } },
        { id = "rival", bin = "own",
          text = { zh = "他抱怨：那家银行电话总没人接", en = "\"That other bank never picks up the phone,\" he grumbles" },
          why = {
            zh = "对别家不满是他自己的心思，这时候服务到位最管用。",
            en = "Unhappy with a rival: good service counts double now.",
          } },
        { id = "launch", bin = "internal",
          text = { zh = "手机银行下周上线新版", en = "A new version of our app comes out next week" },
          why = { zh = "行里推新，是内部时机。", en = "Our own launch: internal." } },
        { id = "snow", bin = "own",
          text = { zh = "大雪天，别家的业务员都不出门", en = "Heavy snow: other banks' salespeople stay in" },
          why = {
            zh = "没想到吧？坏天气算客户自身时机：他正闲着，来的只有你。",
            en = "Surprised? Foul weather counts as the customer's own: he has time, and only you turned up.",
          } },
        { id = "medical", bin = "external",
          text = { zh = "医保报销办法改了，街坊都在打听", en = "New rules for medical refunds; the whole street asks" },
          why = {
            zh = "政策影响了过日子，讲得清的人受欢迎。",
            en = "Policy on daily life: whoever can explain it is welcome.",
          } },
        { id = "party", bin = "internal",
          text = { zh = "支行周六办亲子插花，二十个名额", en = "Saturday's flower class at the branch has 20 places" },
          why = { zh = "自家办活动，请人最自然。", en = "A get-together of ours is an easy reason to invite." } },
        { id = "newborn", bin = "own",
          text = { zh = "她抱上了孙女，逢人就讲", en = "She has a new granddaughter and tells everyone" },
          why = { zh = "添丁是客户自家的喜事，先道贺。", en = "A birth in the family. Congratulate first." } },
        { id = "fraud", bin = "external",
          text = { zh = "一起盗刷案，一天传遍全城", en = "A card fraud is the talk of the town overnight" },
          why = { zh = "突发事件，正好提醒客户怎么防。", en = "A sudden event: call to say how to stay safe." } },
        { id = "premium", bin = "internal",
          text = { zh = "他的保单，该交第二年保费了", en = "His second yearly premium falls due" },
          why = { zh = "续期缴费，是我们该提醒的事。", en = "A premium falls due: it's for us to remind him." } },
        { id = "hospital", bin = "own",
          text = { zh = "她说父亲住院，手头一时紧", en = "Her father is in hospital, and money is tight, she says" },
          why = {
            zh = "一时的难处，去问能帮什么，别谈产品。",
            en = "A passing hardship. Ask how you can help, and leave products out of it.",
          } },
      } },
  },
}
