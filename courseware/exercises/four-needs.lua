-- What customers say, and which of the four needs it is; then how much they contribute. Two cards of
-- the second task tempt to go by looks or by income.

return exercise "four-needs" {
  title = { zh = "听话听音：四类需求", en = "Hear the need: four kinds" },
  source = { "EC-3.1" },
  minutes = 5,
  brief = {
    zh = "先听客户一句话，分出是哪一类需求；再看六位客户，标出大众还是中高端。",
    en = "First decide which need a customer's sentence is about. Then mark six customers as mass, or mid"
      .. " and high end.",
  },
  model = {
    zh = "听动词就能分：存着、交费，是基本业务；别缩水、慢慢攒，是保值增值；转到哪、到没到、归到一处，是资金转移和管理；随手能取、"
      .. "随处能花，是便捷使用。标档次只看在我们这儿的资产，不看穿着，也不看挣多少。档次管的是怎么安排服务，招呼人人一样。",
    en = "Listen for the verb. Keep it, pay it: basic transactions. Don't let it shrink, build it up:"
      .. " preserve and grow. Send it, track it, bring it together: move and manage. Draw it or spend it"
      .. " anywhere: convenient use. For the class I look at what they hold with us, not at clothes or"
      .. " salaries. And it changes how I plan my service, not how I say good morning.",
  },
  why = {
    zh = "周一第一位客户开口，你就能在信息表上勾出一类。勾对了，后面谈什么才对路。",
    en = "When Monday's first customer opens her mouth, you can tick a box. Tick the right one, and you'll"
      .. " know what to talk about next.",
  },
  tasks = {
    { id = "needs", kind = "classify",
      ask = { zh = "这句话说的是哪一类需求？", en = "Which need is the customer talking about?" },
      bins = {
        { id = "basic", label = { zh = "基本业务交易", en = "Basic transactions" } },
        { id = "grow", label = { zh = "资产保值增值", en = "Preserve and grow assets" } },
        { id = "move", label = { zh = "资金转移和管理", en = "Move and manage funds" } },
        { id = "use", label = { zh = "便捷使用账户", en = "Convenient account use" } },
      },
      cards = {
        { id = "shrink", bin = "grow",
          text = {
            zh = "“这笔钱两三年不动，可别越放越不值钱。”",
            en = "\"I won't touch it for two or three years. I just don't want it to be worth less.\"",
          },
          why = {
            zh = "有期限，又怕贬值，要的是保值。",
            en = "A term, and the wish not to lose value: preserving.",
          } },
        { id = "bills", bin = "basic",
          text = {
            zh = "“水费、燃气费，在你们这儿能一起交吧？”",
            en = "\"Can I pay water and gas here in one go?\"",
          },
          why = {
            zh = "缴费是最基本的业务，也是绑住大众客户的入口。",
            en = "Paying bills is as basic as it gets, and the way in to bind a mass customer.",
          } },
        { id = "night", bin = "use",
          text = {
            zh = "“出差半夜要用现金，上哪儿取？”",
            en = "\"If I need cash at midnight on a trip, where do I get it?\"",
          },
          why = { zh = "随时随地有现金用，是便捷。", en = "Cash at hand, any place, any hour: convenience." } },
        { id = "pool", bin = "move",
          text = {
            zh = "“三家店的营业款，能自动归到一个户上吗？”",
            en = "\"Could the takings of my three shops end up in one account by themselves?\"",
          },
          why = {
            zh = "几个户的钱归拢到一处，是资金管理。",
            en = "Bringing money together from several places is managing funds.",
          } },
        { id = "keep", bin = "basic",
          text = { zh = "“这点钱先存卡里，别丢了就行。”", en = "\"Just put it on my card, so I don't lose it.\"" },
          why = {
            zh = "只求放得稳当，没说要涨，是把钱存着。",
            en = "Safe keeping is all that's asked for; nothing about growing.",
          } },
        { id = "mother", bin = "move",
          text = {
            zh = "“每月五号给我妈转生活费，别误了。”",
            en = "\"Something for my mother on the fifth of each month. It mustn't be late.\"",
          },
          why = {
            zh = "定时把钱送到别人手里，是资金转移。",
            en = "Getting money to somebody on time is moving funds.",
          } },
        { id = "tuition", bin = "grow",
          text = {
            zh = "“女儿六年后上大学，学费得慢慢攒。”",
            en = "\"My girl's off to university in six years. I'd better start saving up.\"",
          },
          why = {
            zh = "为一个中期目标攒钱，要的是增值。",
            en = "Building up money for a goal some years off: growing.",
          } },
        { id = "abroad", bin = "use",
          text = {
            zh = "“这卡出了国，吃饭坐车刷得了吗？”",
            en = "\"Will this card work abroad, in restaurants and taxis?\"",
          },
          why = { zh = "问的是花着方不方便。", en = "The question is how easily it can be spent." } },
        { id = "arrived", bin = "move",
          text = {
            zh = "“货款打出去三天了，对方到底收到没有？”",
            en = "\"I sent the payment three days ago. Has it got there or not?\"",
          },
          why = {
            zh = "要查钱走到哪儿了，属于资金的跟踪。",
            en = "Tracking where money has got to is part of moving it.",
          } },
      } },

    { id = "class", kind = "classify",
      ask = {
        zh = "在信息表上标哪一档？资产五万元及以上，标中高端。",
        en = "Which class goes on the form? From 50,000 yuan up it is mid and high end.",
      },
      bins = {
        { id = "mass", label = { zh = "大众", en = "Mass" } },
        { id = "upper", label = { zh = "中高端", en = "Mid and high end" } },
      },
      cards = {
        { id = "car", bin = "mass", source = "CD-3",
          text = {
            zh = "开好车来，户里常年一千多块",
            en = "Comes in a fine car; a thousand or so in the account, year in, year out",
          },
          why = {
            zh = "车是线索，不是贡献；先标大众，慢慢了解。",
            en = "The car is a hint, not a contribution. Mass for now, and worth getting to know.",
          } },
        { id = "sack", bin = "upper", source = "CD-3",
          text = {
            zh = "胶鞋上带泥，在我们这儿有十二万定期",
            en = "Muddy boots; 120,000 with us in time deposits",
          },
          why = {
            zh = "看资产，不看鞋。",
            en = "Look at what is held, not at the boots.",
          } },
        { id = "student", bin = "mass", source = "EC-3.4",
          text = {
            zh = "大三学生，余额八百，天天刷手机付款",
            en = "A student; 800 in the account, pays by phone every day",
          },
          why = {
            zh = "用得勤，资产少，是大众；正好多绑几样。",
            en = "Used a lot, little in it: mass, and a good one to bind.",
          } },
        { id = "salary", bin = "mass", source = "EC-3.7",
          text = {
            zh = "月薪两万，发薪当天全转走",
            en = "Earns 20,000 a month and moves it all out on payday",
          },
          why = {
            zh = "挣得多，没留下，贡献还是大众；沉淀率低说的就是他。",
            en = "Well paid, but nothing stays: as a contribution it's mass. This is what low retention"
              .. " looks like.",
          } },
        { id = "pensioner", bin = "upper", source = "EC-3.7",
          text = {
            zh = "退休教师，三笔定期，一共九万",
            en = "A retired teacher; three time deposits, 90,000 in all",
          },
          why = { zh = "九万，够中端。", en = "90,000 is mid." } },
        { id = "shop", bin = "upper", source = "EC-3.7",
          text = {
            zh = "小超市老板，户里常年留着六七万",
            en = "Runs a corner shop; always leaves 60,000 to 70,000 with us",
          },
          why = { zh = "钱常年留在这儿，够中端。", en = "It stays at 60,000 or more: mid." } },
      } },
  },
}
