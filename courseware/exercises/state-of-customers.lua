-- Two many, two few, two high, two low, as they sound in a branch: two cards for each.

return exercise "state-of-customers" {
  title = { zh = "两多两少两高两低", en = "Two many, two few, two high, two low" },
  source = { "EC-2.2", "EC-2.3" },
  minutes = 3,
  brief = {
    zh = "下面八句话，是同一个网点的人随口说的。每句说的是哪一种毛病？",
    en = "Eight things people in one branch said in passing. Which trouble is each of them about?",
  },
  model = {
    zh = "客户不是没有：睡眠户、低效客户一大堆，手里的产品却少，能找到他们的路子也少。于是人走得多，开发一个花钱也多；钱留不住，"
      .. "睡着的叫不醒。病根都在老客户身上，所以先从老客户下手。",
    en = "We don't lack customers: we have too many dormant and low-yield ones, who hold too few products"
      .. " and whom we have too few ways to reach. So attrition and cost of development are high, while the"
      .. " money that stays and the accounts that wake up are few. It all sits with the customers we already"
      .. " have.",
  },
  why = {
    zh = "毛病叫得出名字，周一才知道先治哪一样：是去敲睡眠户的门，还是先给工资卡客户配上第二个产品。",
    en = "Name the trouble and you know where to start on Monday: with the sleeping accounts, or with a"
      .. " second product for those who hold only a payroll card.",
  },
  tasks = {
    { id = "bins", kind = "classify",
      ask = { zh = "把每句话放进一栏。", en = "Put each remark into one of the four." },
      bins = {
        { id = "many", label = { zh = "两多：睡眠户、低效客户", en = "Two many: dormant, low-yield" } },
        { id = "few", label = { zh = "两少：持有产品、开发渠道", en = "Two few: products held, channels to develop" } },
        { id = "high", label = { zh = "两高：流失率、开发成本", en = "Two high: attrition, development cost" } },
        { id = "low", label = { zh = "两低：沉淀率、激活率", en = "Two low: funds retained, reactivation" } },
      },
      cards = {
        { id = "leaving", bin = "high",
          text = {
            zh = "“上季度来销户的，比来开户的还多。”",
            en = "\"Last quarter more people closed accounts than opened them.\"",
          },
          why = {
            zh = "走的比来的多，流失率高。",
            en = "More leave than come: attrition is high.",
          } },
        { id = "asleep", bin = "many",
          text = {
            zh = "“系统里拉了一遍，四成的户两年没动过。”",
            en = "\"I ran the list: four accounts in ten haven't moved for two years.\"",
          },
          why = {
            zh = "户开着，人不来，这就是睡眠户；多到四成，就是“多”。",
            en = "Open but not used: dormant accounts, and a great many of them.",
          } },
        { id = "no-answer", bin = "low",
          text = {
            zh = "“给三百个老户发短信，重新用起来的就四个。”",
            en = "\"We texted 300 sleeping accounts. Four are in use again.\"",
          },
          why = {
            zh = "叫了，没叫醒，是激活率低；户睡着是一回事，叫不醒是另一回事。",
            en = "We called and they didn't wake: low reactivation. Being asleep is another matter.",
          } },
        { id = "one-card", bin = "few",
          text = {
            zh = "“代发的三百多人，九成只有一张工资卡。”",
            en = "\"Of 300 on the payroll, nine in ten have the wage card and that's it.\"",
          },
          why = {
            zh = "一个人手里只有一样，是持有产品少。",
            en = "One product each: too few products held.",
          } },
        { id = "small-change", bin = "many",
          text = {
            zh = "“叫到八十多号，大半是换零钱、取几百块的。”",
            en = "\"Eighty numbers called, mostly coins and small withdrawals.\"",
          },
          why = {
            zh = "来得勤，给网点带来的收益薄，这样的是低效客户。",
            en = "They come often and bring the branch little: low-yield customers.",
          } },
        { id = "dear", bin = "high",
          text = {
            zh = "“办场沙龙花了八千，成了两户。”",
            en = "\"The seminar cost eight thousand and won us two customers.\"",
          },
          why = {
            zh = "一户摊四千，说的是开发成本高。",
            en = "Four thousand apiece: the cost of development is high.",
          } },
        { id = "wait", bin = "few",
          text = {
            zh = "“除了等他们自己进门，还能上哪儿找人？”",
            en = "\"Other than waiting for them to walk in, how do we reach them?\"",
          },
          why = {
            zh = "能接触客户的路子就大堂一条，是开发渠道少。",
            en = "The lobby is the only way to meet them: too few channels.",
          } },
        { id = "gone-by-noon", bin = "low",
          text = {
            zh = "“工资早上到账，中午就转光了。”",
            en = "\"Wages arrive in the morning and are moved out by noon.\"",
          },
          why = {
            zh = "客户还在，钱过一过手就走，是沉淀率低。",
            en = "The customer stays, the money doesn't: few funds are retained.",
          } },
      } },
    { id = "cost", kind = "choose",
      ask = { zh = "再想一步。", en = "One step further." },
      questions = {
        { id = "times", source = "EC-2.3",
          ask = {
            zh = "拉来一个新客户的花费，大约是留住一个老客户的几倍？",
            en = "Winning a new customer costs about how many times as much as keeping an old one?",
          },
          choices = {
            { id = "same", text = { zh = "差不多", en = "About the same" } },
            { id = "two", text = { zh = "2至3倍", en = "2 to 3 times" } },
            { id = "five", text = { zh = "5至10倍", en = "5 to 10 times" }, right = true },
            { id = "twenty", text = { zh = "20至30倍", en = "20 to 30 times" } },
          },
          why = {
            zh = "五到十倍。同样的钱，先花在老客户身上划算。",
            en = "Five to ten times. The same money goes further with the customers you have.",
          } },
      } },
  },
}
