-- The 90-minute course: what it is, why do it, how to do it. The weight lies on how: from minute 19
-- on, the class works on its own customers, plans the contacts and then practises in threes.

return course "existing-customers" {
  title = { zh = "发掘现有客户资源", en = "Mining existing customers" },
  aim = {
    zh = "明白老客户为什么要紧，当场走出发掘老客户的头几步，带着一份联系计划回网点。",
    en = "See why existing customers matter, take the first steps in mining them, and go back to the branch"
      .. " with a contact plan.",
  },
  source = { "EC-0", "EC-1", "EC-2", "EC-3", "EC-4" },
  minutes = 90,
  frame = {
    role_play = { 30, 45 }, discussions = 6,
    times = { { 2, 3 }, { 1, 2 }, { 1, 2 }, { 2, 3 } },
    exercise = 5,
  },
  segments = {

    -- ---- what -------------------------------------------------------------------------------

    { id = "opening", kind = "talk", minutes = 3, source = { "EC-0" },
      title = { zh = "抽屉里的客户", en = "The customers in your drawer" },
      objectives = {
        { zh = "说得出这九十分钟要带走什么", en = "Say what you will take home from these 90 minutes" },
      },
      notes = {
        {
          zh = "不念课程名，先问一句：“上个月，你们网点给几位老客户主动打过电话？心里有个数就行。”停五秒，让大家真的去想。",
          en = "Don't read out the title. Ask: \"How many of your existing customers did your branch phone"
            .. " last month, without being asked to? Just think of a number.\" Wait five seconds, so that"
            .. " people really do.",
        },
        {
          zh = "接着说：“这个数，下课前我还要问一遍，问的是下个月。今天不教大家去街上找人，就找已经在我们系统里、在抽屉里的那些人。”",
          en = "Then: \"Before we finish I'll ask again, about next month. Today isn't about finding new"
            .. " people in the street. It's about those who are already in our system, and in your drawer.\"",
        },
        {
          zh = "交代安排：是什么、为什么，讲得快；怎么做，讲得细。中间有一道五分钟的计算题，后面三人一组演练三十五分钟，"
            .. "人人都要当一回学员。",
          en = "Give the plan: what and why go quickly, how takes the time. There is a five-minute sum to"
            .. " do, and 35 minutes of role-play in threes, where everybody plays the trainee once.",
        },
        {
          zh = "立两条规矩：说到客户，不说全名，不报金额，用“王先生”“这笔钱”代替；别人演得不好不笑，说他下回可以怎么做。",
          en = "Two house rules. When we speak of customers: no full names, no amounts. And when a role-play"
            .. " goes badly, nobody laughs: say what to try next time.",
        },
      },
      slides = {
        { zh = "发掘现有客户资源", en = "Mining existing customers" },
        { zh = "是什么 · 为什么 · 怎么做", en = "What · why · how" },
        { zh = "带走：一份自己网点的联系计划", en = "To take home: a contact plan for your branch" },
        { zh = "不说全名，不报金额", en = "No full names, no amounts" },
      },
      prompts = {
        {
          zh = "上个月，你们网点主动联系过几位老客户？",
          en = "How many existing customers did your branch contact last month, unasked?",
        },
      },
    },

    { id = "traces", kind = "discuss", minutes = 2, source = { "EC-1" },
      title = { zh = "客户的信息散在哪儿", en = "Where do traces of customers lie?" },
      objectives = {
        { zh = "说得出网点里至少五处客户信息", en = "Name five places in a branch that hold customer information" },
      },
      notes = {
        {
          zh = "问题抛出去，让大家抢答，你在板上一条一行地记，先不评对错。",
          en = "Put the question and take answers as they come. One line each on the board, no comments yet.",
        },
        {
          zh = "冷场就点一个柜员：“今天早上第一位客户，你从他手里接过来的东西，上面写着什么？”柜员一开口，大堂的人就接上了。",
          en = "If nobody starts, ask a teller: \"Your first customer this morning: what was written on what"
            .. " he handed you?\" Once a teller talks, the lobby staff follow.",
        },
        {
          zh = "收的时候圈出“人听来的”那几条：系统里没有，只在某个同事脑子里，人一调走就没了。这正是要建档的理由。",
          en = "To close, circle what somebody heard from a customer. No system holds it, only a colleague's"
            .. " head, and when the colleague moves on, it's gone. That is the case for keeping files.",
        },
        {
          zh = "有人会说“翻客户的朋友圈”。借这句讲明白：收集信息要客户同意、要说清用途，打听来的不往表上写。",
          en = "Someone will mention looking people up online. Use it: what goes on file needs the"
            .. " customer's consent and a stated purpose. Gossip stays off the form.",
        },
      },
      slides = {
        { zh = "客户的信息，散在网点的哪些地方？", en = "Where in your branch do traces of customers lie?" },
        { zh = "系统里的", en = "In the system" },
        { zh = "纸上的", en = "On paper" },
        { zh = "同事脑子里的", en = "In a colleague's head" },
      },
      prompts = {
        {
          zh = "不出网点，你能从哪些地方知道一位客户的事？",
          en = "Without leaving the branch, where could you learn something about a customer?",
        },
        {
          zh = "哪些只在某位同事的脑子里？",
          en = "Which of it is only in somebody's head?",
        },
      },
      answers = {
        { zh = "业务系统：账户、产品、流水、到期日", en = "Systems: accounts, products, movements, dates of maturity" },
        { zh = "单据和开户资料", en = "Slips and account-opening papers" },
        { zh = "推荐表、信息记录表、客户经理的台账", en = "Referral forms, record forms, the managers' own lists" },
        { zh = "代发工资单位、POS商户名册", en = "Payroll employers and POS merchants" },
        { zh = "大堂和柜台里聊来的话，投诉登记", en = "What is said in the lobby and at the window; complaints" },
        { zh = "总行、分行下发的客户名单", en = "Customer lists sent down by head office" },
      },
    },

    { id = "what", kind = "talk", minutes = 3, source = { "EC-1", "CD-3" },
      title = { zh = "什么是发掘现有客户", en = "What mining existing customers is" },
      objectives = {
        { zh = "用自己的话说出从数据到跟进的五个动作", en = "Tell in your own words how data becomes a follow-up" },
        { zh = "知道客户信息表由谁填、填什么", en = "Know who fills in the customer information form, and with what" },
      },
      notes = {
        {
          zh = "指着板上说：“这些东西，网点有，总行也有，各个渠道都在收。光收着没用，得从里头拣出能带来一次谈话的，"
            .. "按职责分给客户经理。”",
          en = "Point at the board. \"The branch has this, head office has more, and it comes in by every"
            .. " channel. Collecting it does nothing. Somebody must pick out what may lead to a"
            .. " conversation, and hand it by duty to a client manager.\"",
        },
        {
          zh = "客户经理拿到以后干两件事：填客户信息表，建客户档案；然后筛选、定位、跟进。板书一条线：收集—提取—分派—建档—跟进。",
          en = "The client manager then does two things: fills in the customer information form and keeps"
            .. " the file; then screens, positions and follows up. Draw a line on the board: gather,"
            .. " extract, assign, file, follow up.",
        },
        {
          zh = "举个身边的例子：柜员发现一位客户每月十号转出一笔钱。这是数据。“十号前问问他转去做什么”，才是发掘。",
          en = "Give an everyday case. A teller notices that a customer moves money out on the tenth of"
            .. " every month. That is data. \"Ask him before the tenth what it's for\" is mining.",
        },
        {
          zh = "最后强调今天的规矩：信息表不是查户口。客户同意、用途说清，才往上写；没说过的就空着，写“还不知道”，不猜。",
          en = "Then today's rule. The form is no interrogation. It holds what the customer agreed to, for a"
            .. " purpose you stated. What he hasn't told you stays open: write \"not known yet\", don't"
            .. " guess.",
        },
      },
      slides = {
        { zh = "收集 → 提取 → 分派 → 建档 → 跟进", en = "Gather → extract → assign → file → follow up" },
        { zh = "客户信息表：客户经理填，全员供料", en = "The form: filled by the client manager, fed by all" },
        { zh = "先同意，说用途", en = "With consent, for a purpose" },
        { zh = "不知道就写“不知道”", en = "Not known is an answer" },
      },
      prompts = {
        {
          zh = "“每月十号转出一笔”，这条信息该交到谁手里？",
          en = "\"Moves money out every tenth\": who should get that piece of information?",
        },
      },
      answers = {
        {
          zh = "他的客户经理；还没有，就交给网点负责人分派",
          en = "His client manager; if he has none, the branch head, who assigns one",
        },
      },
    },

    -- ---- why --------------------------------------------------------------------------------

    { id = "state", kind = "discuss", minutes = 3, time = { 2, 3 }, source = { "EC-2.2" },
      title = { zh = "我们的老客户什么样", en = "What are our customers like?" },
      objectives = {
        { zh = "用自己网点的事，说出老客户的毛病", en = "Describe the state of your own branch's customers" },
      },
      notes = {
        {
          zh = "“两个人一对，聊一分半钟：你们网点的老客户，什么多，什么少？什么高，什么低？”板上先画好两多、两少、两高、两低四个空格。",
          en = "\"In pairs, a minute and a half: of your existing customers, what is there too much of, and"
            .. " too little? What is too high, too low?\" Have four empty boxes on the board: two many, two"
            .. " few, two high, two low.",
        },
        {
          zh = "计时。到一分半喊停，一对只报一条，别人说过的不重复。你听着往格子里放，放错了也先放着。",
          en = "Keep time and stop them. Each pair gives one thing, no repeats. You drop it into a box; if"
            .. " it is the wrong one, leave it for now.",
        },
        {
          zh = "最后半分钟问：“有哪一条放错了格子？”常错的是这一对：户睡着是“多”，叫不醒才是“激活率低”。",
          en = "In the last half minute ask: \"Is anything in the wrong box?\" The usual mix-up: that"
            .. " accounts sleep is a \"many\"; that they don't wake when called is low reactivation.",
        },
        {
          zh = "有人报数字就追一句“从哪儿看来的”。说得出出处的数字，回去才用得上。",
          en = "When somebody gives a figure, ask where it comes from. Only figures with a source are of use"
            .. " back home.",
        },
      },
      slides = {
        { zh = "你们的老客户：", en = "Your existing customers:" },
        { zh = "什么多？什么少？", en = "What is too many, too few?" },
        { zh = "什么高？什么低？", en = "What is too high, too low?" },
      },
      prompts = {
        {
          zh = "你们网点的老客户，什么太多，什么太少？",
          en = "Of your existing customers, what is there too much of, and too little?",
        },
        { zh = "什么太高，什么太低？", en = "What is too high, and what too low?" },
      },
      answers = {
        { zh = "两多：睡眠户多，低效客户多", en = "Two many: dormant accounts, low-yield customers" },
        { zh = "两少：持有产品少，开发渠道少", en = "Two few: products held, channels to develop them" },
        { zh = "两高：流失率高，开发成本高", en = "Two high: attrition, cost of development" },
        { zh = "两低：沉淀率低，激活率低", en = "Two low: funds retained, reactivation" },
        { zh = "每条都带一件自己网点的事或一个有出处的数", en = "Each with a case, or a figure that has a source" },
      },
    },

    { id = "why", kind = "talk", minutes = 4, source = { "EC-2.1", "EC-2.2" },
      title = { zh = "两多两少两高两低，病根在哪", en = "What lies behind the four twos" },
      objectives = {
        { zh = "记住两多两少两高两低", en = "Remember two many, two few, two high, two low" },
        { zh = "说明白为什么解决问题就是服务", en = "Explain why solving a problem is the service" },
      },
      notes = {
        {
          zh = "对着板上四个格子，把大家的话归到八个词上，念一遍：睡眠户、低效客户；持有产品、开发渠道；流失率、开发成本；沉淀率、"
            .. "激活率。请全班合上本子背一遍。",
          en = "Go round the four boxes and tie what people said to the eight terms: dormant accounts and"
            .. " low-yield customers; products held and channels; attrition and cost of development; funds"
            .. " retained and reactivation. Books shut, the class says them back.",
        },
        {
          zh = "问：“隔壁银行的存款，跟我们的差多少？”差不了多少。产品都差不多，客户凭什么留下？凭他遇上事的时候，有没有人替他办好。",
          en = "Ask: \"How different is a deposit across the road from ours?\" Hardly at all. So why would"
            .. " anyone stay? Because when something went wrong, somebody here put it right.",
        },
        {
          zh = "讲一个场面：客户来吵，说手机银行上钱转不出去。柜员帮他调了限额，他消了气，随口说：“我每个月都要给儿子转房租。”"
            .. "问题解决了，需求也露出来了。解决问题、投诉、不满，本身就是服务。",
          en = "Tell a scene. A man comes in furious: the app won't let him transfer. The teller sorts out"
            .. " his limit, he calms down and says, \"I send my son his rent every month.\" The problem is"
            .. " solved, and a need has come to light. Solving a problem, a complaint, a bad mood: that is"
            .. " the service.",
        },
        {
          zh = "别说成“投诉是坏事，得赶紧打发”。今天起换个听法：每一次投诉，都是客户在告诉我们他要什么。",
          en = "Nobody should go home thinking of complaints as something to get rid of. From today they"
            .. " hear it differently: with every complaint a customer tells us what he needs.",
        },
        {
          zh = "过渡：“毛病这么多，那去拉新客户行不行？咱们算笔账。”",
          en = "Lead on: \"With all these troubles, why not go and find new ones? Let's see what that"
            .. " costs.\"",
        },
      },
      slides = {
        { zh = "两多：睡眠户、低效客户", en = "Two many: dormant accounts, low-yield customers" },
        { zh = "两少：持有产品、开发渠道", en = "Two few: products held, channels to develop" },
        { zh = "两高：流失率、开发成本", en = "Two high: attrition, cost of development" },
        { zh = "两低：沉淀率、激活率", en = "Two low: funds retained, reactivation" },
        { zh = "产品差不多，差的是服务", en = "Products hardly differ. Service does" },
        { zh = "解决问题就是服务", en = "Solving the problem is the service" },
      },
      prompts = {
        {
          zh = "最近一次客户投诉，露出了他的什么需求？",
          en = "The last complaint you handled: what need did it show?",
        },
      },
    },

    { id = "cost", kind = "discuss", minutes = 2, time = { 1, 2 }, source = { "EC-2.3" },
      title = { zh = "新客户贵多少", en = "What does a new customer cost?" },
      objectives = {
        { zh = "说得出新老客户的成本差几倍", en = "Know how much dearer a new customer is" },
      },
      notes = {
        {
          zh = "先让每人在纸上写一个数：“拉一个新客户花的钱，是留一个老客户的几倍？”写好再报，免得跟着别人走。",
          en = "Everybody writes down a number first: \"For what one new customer costs, how many old ones"
            .. " could you keep?\" Then they say it. That way nobody just follows.",
        },
        {
          zh = "从最小的报到最大的，记在板上。再公布：五到十倍。",
          en = "Collect them from the lowest to the highest, then give the figure: five to ten times.",
        },
        {
          zh = "追问：“这钱花在哪儿了？”大家数得出来：礼品、场地、跑腿、一次次上门，还有那些来一趟就不见了的人。",
          en = "Then ask where the money goes. They know it: gifts, rooms, leg-work, visit after visit, and"
            .. " all those who came once and were never seen again.",
        },
        {
          zh = "只有一两分钟，别展开辩论。有人说“新客户也得要”，点头：要，先算清楚哪边便宜。",
          en = "You have a minute or two, so no debate. If someone says we need new customers as well: yes,"
            .. " we do. Just know which costs less.",
        },
      },
      slides = {
        { zh = "拉一个新的，等于留几个老的？", en = "For the price of one new one, how many could you keep?" },
        { zh = "写下你的数", en = "Write down your number" },
        { zh = "钱花在哪儿了？", en = "Where does the money go?" },
      },
      prompts = {
        {
          zh = "拉来一个新客户，花费是留住一个老客户的几倍？",
          en = "For what one new customer costs, how many old ones could you keep?",
        },
        { zh = "这些钱都花在哪儿？", en = "Where does that money go?" },
      },
      answers = {
        { zh = "五到十倍", en = "Five to ten times" },
        { zh = "礼品、广告、场地、活动", en = "Gifts, advertising, rooms, events" },
        { zh = "人工：一次次上门、打电话、重新认识", en = "People's time: visits, calls, starting from nothing" },
        { zh = "来了又走的那些，花的钱打了水漂", en = "All that went on those who came and left" },
      },
    },

    { id = "worth", kind = "talk", minutes = 2, source = { "EC-2.3", "VC-5" },
      title = { zh = "盯住账户动态，能得到什么", en = "What watching the accounts brings" },
      objectives = {
        { zh = "说得出盯账户动态的几样好处", en = "Name what comes of watching account movements" },
      },
      notes = {
        {
          zh = "“五到十倍，说的是省。再说说赚。”看着账户的动静去联系，能带来交叉销售、转介绍，产品多了，用得勤了，人也忠诚了，"
            .. "走的就少了。",
          en = "\"Five to ten times is what we save. Now for what we gain.\" Contact people because their"
            .. " account moved, and you get cross-selling and referrals, more products held, more use, more"
            .. " loyalty. And fewer leave.",
        },
        {
          zh = "给一个数，写大一点：手里三样以内，留住的机会百分之十八；四样以上，接近百分之百。问一句：“你手上的客户，平均几样？”",
          en = "Write one figure large: with three products or fewer the chance of keeping a customer is 18"
            .. " per cent, with four or more it nears 100. Ask: \"How many do your customers hold, on"
            .. " average?\"",
        },
        {
          zh = "提醒一句：四样是四样用得上的，不是塞给他四样。做过风险测评、合他的需要，才谈产品；大堂和柜台只管认人、引见。",
          en = "Add: that means four he has a use for, not four pressed on him. Products come after the risk"
            .. " assessment, and where they fit. Lobby and window only spot and introduce.",
        },
        {
          zh = "“为什么”到此为止，往下全是“怎么做”。",
          en = "That's all on why. From here on it is how.",
        },
      },
      slides = {
        { zh = "新客户的花费是老客户的5至10倍", en = "New costs 5 to 10 times old" },
        { zh = "交叉销售、转介绍、更多更勤地用", en = "Cross-selling, referrals, more products, more use" },
        { zh = "3样以内：留住18%", en = "Up to 3 products: 18% stay" },
        { zh = "4样以上：接近100%", en = "4 or more: close to 100%" },
      },
      prompts = {
        {
          zh = "你手上的客户，平均持有几样产品？",
          en = "How many products do your customers hold, on average?",
        },
      },
    },

    -- ---- how: file, screen, strategy -------------------------------------------------------------

    { id = "file", kind = "talk", minutes = 4, source = { "EC-3", "EC-3.1", "VC-2" },
      title = { zh = "第一步：建档，听出四类需求", en = "Step 1: build the file, hear the need" },
      objectives = {
        { zh = "从客户一句话里听出四类需求中的一类", en = "Hear which of the four needs a sentence is about" },
        { zh = "在信息表上标出大众还是中高端", en = "Mark the class on the form: mass, or mid and high" },
      },
      notes = {
        {
          zh = "“第一步两个词：收集，建立。谁来收集？不光客户经理，保安、大堂、柜员都算。”问一句保安师傅知道什么，一般都能笑出来："
            .. "谁家孩子上了大学，他最清楚。",
          en = "\"Step one is two words: collect, build. Who collects? Not the client manager alone: lobby,"
            .. " window and the guard at the door.\" Ask what the guard knows. People laugh, because he does"
            .. " know whose daughter has started university.",
        },
        {
          zh = "四类需求，一类配一句客户的话：“把钱存着，交个电费”，是基本业务交易；“放三年，别越放越少”，是保值增值；"
            .. "“货款走到哪儿了”，是资金转移和管理；“楼下有没有取款机”，是便捷使用账户。",
          en = "Four needs, each with a customer's words. \"Just keep it, and pay my electricity\" is basic"
            .. " transactions. \"For three years, and I don't want it to shrink\" is preserving and growing"
            .. " assets. \"Where has the payment got to?\" is moving and managing funds. \"Is there a"
            .. " machine near my house?\" is convenient use.",
        },
        {
          zh = "当场试两句，让全班用手指报一二三四：“工资一到就帮我还房贷。”（三）“出门只带手机，哪儿都能付最好。”（四）",
          en = "Try two on the class, answers by fingers, one to four: \"Pay my mortgage as soon as the"
            .. " wages are in.\" (three) \"I'd like to pay with my phone and nothing else.\" (four)",
        },
        {
          zh = "再按贡献标一档：大众，还是中高端，记在信息表上。标的是服务的安排，不是脸色：谁进门，招呼都一样热情。",
          en = "Then mark the class by contribution: mass, or mid and high end. It goes on the form. It"
            .. " decides how we plan our service, never how we greet: that's the same for everyone who comes"
            .. " in.",
        },
        {
          zh = "还要说清一条：表上写的，是客户愿意告诉我们的，用途当面讲明；写完收好，不摆在台面上。",
          en = "One thing more. The form holds what customers chose to tell us, for a purpose we named, and"
            .. " it doesn't lie about on the counter.",
        },
      },
      slides = {
        { zh = "收集，建立：人人有份", en = "Collect, build: everyone takes part" },
        { zh = "1 基本业务交易", en = "1 Basic transactions" },
        { zh = "2 资产保值增值", en = "2 Preserve and grow assets" },
        { zh = "3 资金转移和管理", en = "3 Move and manage funds" },
        { zh = "4 便捷使用账户", en = "4 Convenient account use" },
        { zh = "标一档：大众／中高端", en = "Mark the class: mass / mid and high end" },
      },
      prompts = {
        {
          zh = "“工资一到就帮我还房贷。”是哪一类？",
          en = "\"Pay my mortgage as soon as the wages are in.\" Which need?",
        },
        {
          zh = "“出门只带手机，哪儿都能付最好。”又是哪一类？",
          en = "\"I'd like to pay with my phone and nothing else.\" And this one?",
        },
      },
      answers = {
        {
          zh = "还房贷：资金转移和管理，钱要按时走到该去的地方",
          en = "The mortgage: moving and managing funds, so that money gets there in time",
        },
        { zh = "手机付款：便捷使用账户，花着方便", en = "Paying by phone: convenient use of the account" },
      },
    },

    { id = "first", kind = "discuss", minutes = 2, time = { 1, 2 }, source = { "EC-3.2" },
      title = { zh = "一个电话，先打给谁", en = "One call, whom first?" },
      objectives = {
        { zh = "说得出先后的理由，不凭感觉", en = "Give a reason for who comes first" },
      },
      notes = {
        {
          zh = "板上写三个人：甲，刚开户的新客户，资产三十万，没聊出需求；乙，存了六年的老客户，资产二十万，到期日下周；丙，"
            .. "用了八年的老客户，资产两万，想学手机银行。",
          en = "Write three people on the board. A: new, just opened an account, 300,000, no need found. B:"
            .. " six years with us, 200,000, a deposit maturing next week. C: eight years with us, 20,000,"
            .. " wants to learn the app.",
        },
        {
          zh = "“下班前只够打一个电话，打给谁？举手表决，说一句理由。”大多数人会选甲，因为钱多。别急着纠正，先把理由记下来。",
          en = "\"You have time for one call before closing. Whom? Hands up, and one reason.\" Many choose A"
            .. " for the money. Don't correct them yet, note the reasons.",
        },
        {
          zh = "再问：“第二个呢？”选乙之后，丙还是甲？先老后新，所以丙在甲前面，这里会有人不服，正好引出下一节。",
          en = "Then: \"And second?\" After B, is it C or A? Old comes before new, so C. Some will object,"
            .. " which leads straight to the next part.",
        },
        {
          zh = "掐着时间，两分钟一定收。这三位都是编的，别让大家报真名真数。",
          en = "Two minutes, no more. The three are invented; don't let people bring in real names and sums.",
        },
      },
      slides = {
        { zh = "甲：新客户，30万，没聊出需求", en = "A: new, 300,000, no need found" },
        { zh = "乙：老客户，20万，下周到期", en = "B: old, 200,000, matures next week" },
        { zh = "丙：老客户，2万，想学手机银行", en = "C: old, 20,000, wants to learn the app" },
        { zh = "只够打一个电话，打给谁？", en = "One call left today. Whom?" },
      },
      prompts = {
        { zh = "下班前只够打一个电话，打给谁？为什么？", en = "One call before closing: whom, and why?" },
        { zh = "第二个呢？", en = "And the second?" },
      },
      answers = {
        { zh = "先乙：老客户、中高端、需求就在眼前", en = "B first: old, mid or high end, a need in plain sight" },
        { zh = "再丙：先老后新，需求也说出来了", en = "Then C: old before new, and the need is clear" },
        { zh = "后甲：人新，需求还没摸清，先建档", en = "A last: new, the need not yet found; build the file first" },
        { zh = "理由要是一条规矩，不是“钱多”", en = "The reason is a rule, not \"more money\"" },
      },
    },

    { id = "screen", kind = "talk", minutes = 4, source = { "EC-3.2", "EC-3.3" },
      title = { zh = "第二步：筛选、分类、分配", en = "Step 2: screen, classify, assign" },
      objectives = {
        { zh = "分得清筛选和分类", en = "Tell screening from classifying" },
        { zh = "会看、会填网点客户分配表", en = "Read and fill the branch's allocation table" },
      },
      notes = {
        {
          zh = "“筛选，排的是先后；分类，求的是平衡。”先后按四条：先老后新；先中高端后大众；先准优质后一般；先需求明的，再隐的，"
            .. "最后没有的。",
          en = "\"Screening is an order. Classifying is a balance.\" The order has four parts: old before"
            .. " new; mid and high before mass; likely good before ordinary; a clear need, then a hidden"
            .. " one, then none.",
        },
        {
          zh = "回到刚才甲乙丙：请一位学员用这四条从头讲一遍。讲顺了，再问全班还有谁不服。",
          en = "Back to A, B and C: have a trainee go through them by these four. When it is clear, ask"
            .. " whether anyone still objects.",
        },
        {
          zh = "再看分配表：贵宾64，投资、保险30，POS 680，代发工资115，个金账户212，每一组都要落到某位客户经理名下。"
            .. "问：“六百八十户POS全给一个人，行不行？”这就是分类要管的平衡。",
          en = "Now the allocation table: VIP 64, investment and insurance 30, POS 680, payroll 115, retail"
            .. " accounts 212. Each group goes to named client managers. Ask: \"Could one person take all"
            .. " 680 POS customers?\" That is the balance we are after.",
        },
        {
          zh = "填表分三道：统计——谁够得上贵宾，谁只用一样，谁没有代发、没有POS；分类——客户、需求、产品线对齐；"
            .. "策略——给每组选一个打法。前两道回去就能做，第三道马上讲。",
          en = "It is worked in three passes. Count: who qualifies for VIP, who uses one product only, who"
            .. " lacks payroll or POS. Sort: customer, need and product line in a row. Choose a strategy:"
            .. " that comes next.",
        },
        {
          zh = "提醒：名单按职责给，谁跟进谁看得到，别在群里甩整张表。",
          en = "A word of care: lists go to those whose duty it is to follow up, and to nobody else. No"
            .. " posting them in the group chat.",
        },
      },
      slides = {
        { zh = "筛选是先后，分类是平衡", en = "Screening is an order, classifying a balance" },
        { zh = "先老后新 · 先中高端后大众", en = "Old before new · mid and high before mass" },
        { zh = "先准优质后一般 · 需求：明、隐、无", en = "Likely good before ordinary · need: clear, hidden, none" },
        { zh = "贵宾64 投资保险30 POS680 代发115 个金212", en = "VIP 64, inv./ins. 30, POS 680, payroll 115, retail"
          .. " 212" },
        { zh = "统计 → 分类 → 策略", en = "Count → sort → strategy" },
      },
      prompts = {
        { zh = "六百八十户POS全给一个人，行不行？", en = "Could one person take all 680 POS customers?" },
      },
      answers = {
        {
          zh = "不行：一个人跟不过来，别人手上又空；按户数和难易摊匀",
          en = "No: too many for one, too little for the rest. Share them out by number and effort",
        },
      },
    },

    { id = "strategy", kind = "talk", minutes = 4, source = { "EC-3.4", "EC-3.5", "CD-2" },
      title = { zh = "策略三个字：绑、提、转", en = "Strategy: bind, lift, transfer" },
      objectives = {
        { zh = "给一组客户选出绑、提、转中的一个", en = "Choose bind, lift or transfer for a group" },
        { zh = "说出选它的动作是什么", en = "Say what one then does" },
      },
      notes = {
        {
          zh = "三个字写大：绑、提、转。绑，对大众：多几样常用的、用得更勤，手机银行、电子渠道最管用。提，对中高端：贵宾卡、贵宾体验，"
            .. "分层服务。转，对高端：交叉销售，把他引见给合适的同事，团队里共享资源。",
          en = "Three words, written large. Bind, for mass customers: more of the everyday products, used"
            .. " more often, e-banking above all. Lift, for mid and high: a VIP card or a VIP experience,"
            .. " service by tier. Transfer, for the high end: cross-selling, introducing them to the right"
            .. " colleague, sharing resources in the team.",
        },
        {
          zh = "每个字要一句人话。绑：“您每月来交电费，我教您在手机上点一下，以后不用跑。”提：“您够得上贵宾卡了，"
            .. "今天先试一回贵宾室。”转：“您问的这块，我们周经理最熟，我请她来，一起坐坐？”",
          en = "Put each into words. Bind: \"You come in every month to pay the electricity. Let me show you"
            .. " how on your phone.\" Lift: \"You qualify for our VIP card. Try the VIP room today.\""
            .. " Transfer: \"Ms Zhou knows this far better than I do. Shall I ask her to join us?\"",
        },
        {
          zh = "“转”最难，舍不得。问一句：“把你最好的客户介绍给同事，你担心什么？”听两个回答，再说：客户只认得你一个人，"
            .. "你一休假他就走；认得三个人，就是网点的客户。",
          en = "Transfer is the hard one: nobody likes to share. Ask: \"What worries you about introducing"
            .. " your best customer to a colleague?\" Take two answers. Then: a customer who knows only you"
            .. " leaves when you're on holiday. One who knows three of us belongs to the branch.",
        },
        {
          zh = "今天的规矩：没做风险测评，不荐产品；转给有资格的人去讲，就是合规的做法。保本、收益多少，一句不许承诺。",
          en = "Today's rules: no product before the risk assessment. Passing the customer to someone"
            .. " licensed to advise is exactly how it's done. And nobody promises principal or return.",
        },
        {
          zh = "效果怎么看？教材有一张前后对比表，数字没印。那就自己填：今天先记下各组户数、人均产品数，三个月后再填一遍。",
          en = "How do we see if it works? The workbook has a before-and-after table without its figures. So"
            .. " fill in your own: note the counts and products per customer today, and again in three"
            .. " months.",
        },
      },
      slides = {
        { zh = "绑：大众，多几样、用得勤", en = "Bind: mass, more products, used more" },
        { zh = "提：中高端，贵宾体验、分层服务", en = "Lift: mid and high, VIP experience, service by tier" },
        { zh = "转：高端，交叉销售、引见同事", en = "Transfer: high end, cross-sell, introduce a colleague" },
        { zh = "先测评，后产品；不承诺保本和收益", en = "Risk profile before product; no promise of return" },
        { zh = "今天记一遍，三个月后再记一遍", en = "Note the figures today, and in three months" },
      },
      prompts = {
        {
          zh = "把最好的客户介绍给同事，你担心什么？",
          en = "What worries you about introducing your best customer to a colleague?",
        },
      },
    },

    -- ---- how: moments, plan ------------------------------------------------------------------

    { id = "moments", kind = "discuss", minutes = 3, time = { 2, 3 }, source = { "EC-3.6", "RC-3.1" },
      title = { zh = "什么时候联系", en = "When do you call?" },
      objectives = {
        { zh = "为自己的客户找出这个月的三个时机", en = "Find three moments this month for your own customers" },
      },
      notes = {
        {
          zh = "“翻开手机日历，就看这个月。三人一组，一分半钟，找联系客户的由头，越多越好。一个由头得说得出打给哪一类人。”",
          en = "\"Open the calendar on your phone, this month only. In threes, a minute and a half: find as"
            .. " many reasons to call as you can. For each, say what kind of customer it's for.\"",
        },
        {
          zh = "板上分三栏：外部、内部、客户自己。各组轮流报，你往栏里写。",
          en = "Three columns on the board: external, internal, the customer's own. Groups take turns, you"
            .. " write.",
        },
        {
          zh = "“客户自己”那一栏总是最短，这正说明平时听得少。追一句：“孩子升学、开店、搬家，你是怎么知道的？他愿意你知道吗？”",
          en = "The third column is always the shortest, which shows how little we listen. Ask: \"The new"
            .. " shop, the child's school: how did you get to know? And does the customer want you to?\"",
        },
        {
          zh = "最后留一个包袱：“下大雨、下大雪，该不该联系客户？”先不给答案，请大家在纸上写该或不该。",
          en = "Leave them with a riddle: \"Pouring rain or snow: a good day to see a customer, or not?\""
            .. " Everybody notes yes or no. The answer comes in a minute.",
        },
      },
      slides = {
        { zh = "这个月，有哪些联系客户的由头？", en = "This month: what reasons are there to call?" },
        { zh = "外部的 · 内部的 · 客户自己的", en = "External · internal · the customer's own" },
        { zh = "每个由头，打给哪一类人？", en = "For each: what kind of customer?" },
        { zh = "下大雨，该不该联系？", en = "Pouring rain: a good day or not?" },
      },
      prompts = {
        { zh = "这个月，有哪些联系客户的由头？", en = "What reasons to call are there this month?" },
        { zh = "下大雨的日子，是不是时机？", en = "Is a day of pouring rain a good moment?" },
      },
      answers = {
        {
          zh = "外部：政策变动、突发事件、影响日子的大事",
          en = "External: policy, politics, sudden events that touch daily life",
        },
        {
          zh = "内部：产品到期、保费到期、新品、优惠、客户活动",
          en = "Internal: a maturity, a premium due, a launch, a promotion, a get-together",
        },
        {
          zh = "客户自己：开店、升职、结婚、添丁、纪念日、一时的难处、对别家不满",
          en = "The customer's own: a shop, a promotion, a wedding, a birth, a hard time, unhappy with a"
            .. " rival",
        },
        {
          zh = "恶劣天气也算：别人不出门，你去了他记得",
          en = "Foul weather counts: others stay in, so you are remembered",
        },
        {
          zh = "每个由头都配得上一类客户和一句开场白",
          en = "Each reason goes with a kind of customer and an opening sentence",
        },
      },
    },

    { id = "timing", kind = "talk", minutes = 3, source = { "EC-3.6", "RC-3.2", "CD-3" },
      title = { zh = "第三步：抓住时机", en = "Step 3: take the moment" },
      objectives = {
        { zh = "把时机分进外部、内部、客户自身三类", en = "Sort moments: external, internal, the customer's own" },
        { zh = "用一个时机说出第一句话", en = "Turn a moment into a first sentence" },
      },
      notes = {
        {
          zh = "先揭包袱：恶劣天气是好时机，归在“客户自身”这一类。别的业务员都在屋里待着，你这时候去一趟，或者打个电话问声平安，"
            .. "他记一年。",
          en = "Solve the riddle first: foul weather is a good moment, and it belongs with the customer's"
            .. " own. Other salespeople stay in. Go round, or just ring to ask if all is well, and it'll be"
            .. " remembered for a year.",
        },
        {
          zh = "三类过一遍，每类一句开场白。外部：“公积金的办法改了，您那笔贷款可能有变化，我给您讲讲？”内部：“您的定期下周三到期，"
            .. "看您哪天方便，我先把到期的手续备好？”客户自身：“听您说新店这个月开张，恭喜！收款那块要不要我过去看看？”",
          en = "Go through the three, each with an opening. External: \"The housing-fund rules have changed,"
            .. " and your loan may be affected. Shall I explain?\" Internal: \"Your deposit matures next"
            .. " Wednesday. When would suit you, so I can have the papers ready?\" Own: \"You said the shop"
            .. " opens this month. Congratulations! Shall I come and look at how you'll take payments?\"",
        },
        {
          zh = "电话三步顺带一讲：为什么打，对他有什么好处，问一句把时间定下来。说不清第一步，就别拨号。",
          en = "The phone in three steps: why I call, what's in it for you, a question that fixes a time. If"
            .. " you can't say the first, don't dial.",
        },
        {
          zh = "有难处的客户最要分寸：去帮忙，不去卖东西。他没跟你说过的事，哪怕你知道，也别从你嘴里先说出来。",
          en = "With a customer in difficulty, take care: go to help, not to sell. And what he never told"
            .. " you, you don't bring up, even if you know.",
        },
      },
      slides = {
        { zh = "外部时机：政策、突发事件", en = "External: policy, sudden events" },
        { zh = "内部时机：到期、缴费、新品、活动", en = "Internal: maturities, premiums, launches, events" },
        { zh = "客户自身时机：喜事、难处、坏天气", en = "The customer's own: joys, hardships, foul weather" },
        { zh = "为什么打 · 有什么好处 · 定个时间", en = "Why I call · what's in it · fix a time" },
      },
      prompts = {
        {
          zh = "挑板上一个时机，第一句话怎么说？",
          en = "Take one moment from the board. What's your first sentence?",
        },
      },
    },

    { id = "plan", kind = "talk", minutes = 3, source = { "EC-3.7" },
      title = { zh = "联系计划：几次，给谁，谁来盯", en = "The contact plan: how often, who, who checks" },
      objectives = {
        { zh = "记住高端四次、中端两次、大众一次", en = "Remember four, two and one contact a year" },
        { zh = "说得出排日程的两条提醒", en = "Give the two cautions about the diary" },
      },
      notes = {
        {
          zh = "三行写板上：资产超过十万，高端，一年至少四次；五万到十万，中端，两次；不到五万，大众，一次。问：“一年四次，"
            .. "合多久一次？”一个季度一次，这算不上打扰。",
          en = "Three lines on the board: over 100,000 yuan, high end, at least four contacts a year; 50,000"
            .. " to 100,000, mid, two; under 50,000, mass, one. Ask: \"Four a year is one every...?\" A"
            .. " quarter. Nobody feels pestered by that.",
        },
        {
          zh = "金额线是教材当年定的，你们行的线不一样，就换成自己的，算法不变。",
          en = "The amounts are those of the workbook. If your bank draws other lines, use yours; the sum"
            .. " works the same.",
        },
        {
          zh = "两条提醒，写红字：一，先定轻重，再约日子；二，日程里只放值得跟进的客户。日程一满，人就挑软的打，所以轻重要定在前头。",
          en = "Two cautions, in red. Settle priorities before you book. And only worthwhile customers go"
            .. " into the diary. When a diary is full, people call whoever is easiest; so decide before.",
        },
        {
          zh = "谁来盯？网点负责人，每周过一遍，叫周跟进：上周该联系的联系了没有，结果怎样，下周是谁。十分钟够了。",
          en = "Who checks? The branch head, every week: who was due, what came of it, who is next. Ten"
            .. " minutes will do.",
        },
        {
          zh = "“下面五分钟，用你们网点自己的数算一遍。”请大家把户数、客户经理人数写在纸角上，不知道的先用题里给的数。",
          en = "\"Now five minutes with your own numbers.\" Have them jot down customers per class and"
            .. " client managers. Whoever doesn't know takes the numbers given.",
        },
      },
      slides = {
        { zh = "超过10万：高端，每年至少4次", en = "Over 100,000: high end, at least 4 a year" },
        { zh = "5万至10万：中端，2次", en = "50,000 to 100,000: mid, 2 a year" },
        { zh = "不到5万：大众，1次", en = "Under 50,000: mass, 1 a year" },
        { zh = "先定轻重，再约日子", en = "Priorities first, then dates" },
        { zh = "日程里只放值得跟进的", en = "Only worthwhile customers in the diary" },
        { zh = "网点负责人：周跟进", en = "The branch head reviews weekly" },
      },
      prompts = {
        { zh = "一年四次，合多久一次？", en = "Four a year is one every how long?" },
      },
      answers = {
        { zh = "一个季度一次", en = "Once a quarter" },
      },
    },

    { id = "plan-exercise", kind = "exercise", minutes = 5, exercise = "contact-plan",
      source = { "EC-3.7", "EC-3.8" },
      title = { zh = "算一算装不装得下", en = "Will the diary hold it?" },
      objectives = {
        { zh = "算出每位客户经理每周的联系次数", en = "Work out contacts per manager and week" },
        { zh = "判断日程装不装得下，怎么取舍", en = "Judge whether it fits, and what to leave out" },
      },
      notes = {
        {
          zh = "“五分钟，各做各的，别对答案。手头有网点的数就用自己的，没有就用题里的。”开始计时，写在板上。",
          en = "\"Five minutes, on your own, no comparing. Use your branch's numbers if you have them,"
            .. " otherwise those given.\" Start the clock and write the end on the board.",
        },
        {
          zh = "走动看，不讲答案。卡住的多半卡在两处：拿五十二周去除，或者忘了除以人数。用手指一指题目就够了。",
          en = "Walk round, give no answers. People stick in two places: they divide by 52 weeks, or forget"
            .. " to divide by the managers. Pointing at the line is enough.",
        },
        {
          zh = "用题里的数：全年一千五百次，每周三十次，每人十次，一个人只装得下八次，差两次。只算高端、中端，每人四次，还余四次。",
          en = "With the numbers given: 1,500 a year, 30 a week, 10 per manager, who can hold 8: two short."
            .. " High and mid alone come to 4 each, with 4 to spare.",
        },
        {
          zh = "用自己数的，“差”和“富余”都可能，别当成算错。剩一分钟时提醒一声，先写完的想想：装不下，谁先出去？",
          en = "With their own numbers it may come out either way, and neither is a mistake. Call the last"
            .. " minute. Those who are done think: if it doesn't fit, who goes first?",
        },
      },
      slides = {
        { zh = "五分钟，各做各的", en = "Five minutes, on your own" },
        { zh = "一年几次 → 一周几次 → 每人几次", en = "A year → a week → each manager" },
        { zh = "装得下吗？装不下，先放谁？", en = "Does it fit? If not, who comes first?" },
      },
    },

    { id = "present", kind = "discuss", minutes = 3, source = { "EC-3.8", "EC-3.7" },
      title = { zh = "把你的计划讲一讲", en = "Show us your plan" },
      objectives = {
        { zh = "用三句话讲清自己网点的计划", en = "Present your branch's plan in three sentences" },
      },
      notes = {
        {
          zh = "请两三位上来，每人不超过四十秒，就三句：每人每周几次；装得下还是装不下；打算怎么办。最好挑一个装得下的，一个装不下的。",
          en = "Two or three present, 40 seconds each, three sentences: how many a week per manager; does it"
            .. " fit; what will you do. Ideally one whose diary holds it and one whose doesn't.",
        },
        {
          zh = "讲完不急着点评，先问全班：“他先放进日程的，是谁？没放进去的，怎么照应？”",
          en = "Before you comment, ask the class: \"Who did he put in first? And what happens to those left"
            .. " out?\"",
        },
        {
          zh = "只点评一样：有没有先定轻重。数字算错了，下来私下说。",
          en = "Comment on one thing only: were priorities settled first? Slips in the arithmetic you"
            .. " mention in private.",
        },
        {
          zh = "报数只报户数和次数，不提哪一位客户有多少钱。",
          en = "Counts and contacts may be said aloud; who owns how much may not.",
        },
      },
      slides = {
        { zh = "每人每周几次？", en = "How many a week, each?" },
        { zh = "装得下吗？", en = "Does it fit?" },
        { zh = "打算怎么办？", en = "What will you do?" },
      },
      prompts = {
        {
          zh = "你的日程装得下吗？装不下，先放谁？",
          en = "Does your diary hold it? If not, who goes in first?",
        },
        {
          zh = "没放进日程的客户，怎么照应？",
          en = "What happens to the customers left out?",
        },
      },
      answers = {
        { zh = "先放高端、中端，次数不打折", en = "High and mid go in first, in full" },
        {
          zh = "剩下的给大众里机会大、需求明的",
          en = "What is left goes to mass customers with a good chance and a clear need",
        },
        {
          zh = "没放进去的：大堂里照常服务，手机银行、短信照应，有了时机再联系",
          en = "The rest: served in the lobby as ever, by e-banking and SMS, and called when a moment comes",
        },
        { zh = "谁、哪一周、哪位客户经理，落到名字", en = "Who, which week, which manager: with names" },
        { zh = "网点负责人每周过一遍", en = "The branch head goes through it every week" },
      },
    },

    -- ---- practice ----------------------------------------------------------------------------

    { id = "role-play", kind = "role-play", minutes = 35,
      source = { "EC-0", "FE-3.1", "FE-2.1", "HN-4", "CD-1", "CD-2", "CD-3" },
      scenarios = { "idle-deposit", "insurance-refusal", "forex-browser" },
      title = { zh = "三人一组，轮流上场", en = "In threes, taking turns" },
      objectives = {
        { zh = "在对话里看出信号、问出需求、把人引见出去", en = "Notice, ask, and introduce, in a live conversation" },
        { zh = "遇到拒绝先接住，不追问", en = "Meet a refusal without asking why" },
        { zh = "按清单观察，说得出看见听见了什么", en = "Observe by the checklist: what was seen and heard" },
      },
      notes = {
        {
          zh = "布置，四分钟。三人一组：学员、客户、观察员，人数除不尽就有四人组。发卡片：学员只看任务，客户看自己的底牌，观察员看清单。"
            .. "说清楚：“客户的底牌别给学员看，问到了才说。观察员不出声，只打钩。”",
          en = "Briefing, four minutes. Threes: trainee, customer, observer; some groups may be four. Hand"
            .. " out the cards. The trainee sees the task, the customer a hidden hand, the observer a"
            .. " checklist. \"Customers: keep it hidden, and tell only what you're asked. Observers: not a"
            .. " word, just ticks.\"",
        },
        {
          zh = "三轮，每轮九分钟：演五分钟，反馈三分钟，换角色一分钟。三个场景轮着来：大额闲置存款、从来不买保险的李女士、"
            .. "外汇牌价前的客户。每人当一回学员。四人组每轮压到六分半，多出来的人也当观察员。",
          en = "Three rounds of nine minutes: five to play, three for feedback, one to change roles. Three"
            .. " scenarios in turn: the idle deposit, Ms Li who never buys insurance, the customer at the"
            .. " rate board. Everyone is the trainee once. Groups of four take six and a half minutes a"
            .. " round; the fourth observes too.",
        },
        {
          zh = "反馈的次序固定：学员先说自己哪一句满意；客户说哪一句让他愿意讲下去；观察员照清单说看见、听见了什么，"
            .. "最后只提一条下回可以试的。不打分，不说“你这人”。",
          en = "Feedback always runs in this order. The trainee: which sentence am I happy with? The"
            .. " customer: which one made me want to go on? The observer: what I saw and heard, by the list,"
            .. " and one thing to try next time. No marks, and nothing about the person.",
        },
        {
          zh = "你在教室里走，只盯三件事：有没有抢着卖产品；有没有大声报金额；客户一拒绝，学员有没有追着问为什么。看见了不打断，记下来，"
            .. "最后一起说。",
          en = "Walk round and watch for three things: selling instead of introducing; an amount said aloud;"
            .. " asking why at the first refusal. Don't interrupt. Note it for the end.",
        },
        {
          zh = "不许说的话，开演前念一遍：保本、稳赚、比存款高多少。谁说了，那一场不算数，重来一句合规的。没做风险测评的客户，只引见，"
            .. "不荐产品。",
          en = "Before they start, read out what must not be said: guaranteed, can't lose, so much more than"
            .. " a deposit. Whoever says it has lost that round, and finds the lawful sentence. A customer"
            .. " without a risk assessment is introduced, not sold to.",
        },
        {
          zh = "收尾，四分钟。每组报一句今天听到的最好的话，你写在板上，让全班齐声念一遍。再挑一条共性的毛病，当场示范一遍。",
          en = "Last four minutes, all together. Each group gives the best sentence it heard; write them up"
            .. " and have the class say them. Then take one common fault and show how it goes.",
        },
      },
      slides = {
        { zh = "学员 · 客户 · 观察员，三轮轮换", en = "Trainee, customer, observer: three rounds" },
        { zh = "演5分钟，反馈3分钟，换1分钟", en = "5 to play, 3 for feedback, 1 to change" },
        { zh = "客户：问到了才说", en = "Customer: tell only what you're asked" },
        { zh = "观察员：不出声，只打钩", en = "Observer: no words, just ticks" },
        { zh = "反馈：学员 → 客户 → 观察员", en = "Feedback: trainee → customer → observer" },
        { zh = "引见人，不卖产品；不承诺，不报金额", en = "Introduce, don't sell; promise nothing; no sums aloud" },
      },
      prompts = {
        { zh = "今天在你们组听到的最好的一句话是什么？", en = "What was the best sentence you heard in your group?" },
        { zh = "客户是在哪一句之后愿意往下讲的？", en = "After which sentence did the customer open up?" },
      },
      answers = {
        {
          zh = "看见信号就轻轻提一句：“放活期利息低，近期要用吗？”",
          en = "Notice and say so lightly: \"The rate's low on this account. Will you need it soon?\"",
        },
        {
          zh = "被拒绝先接住：“很多人一开始都这么想。”",
          en = "Accept the refusal: \"Many people feel that way at first.\"",
        },
        {
          zh = "客户经理再假设一句：“要是只有这一类，零到十，您愿意几分？”",
          en = "A client manager then supposes: \"If this were the only kind, how willing, 0 to 10?\"",
        },
        {
          zh = "引见前讲清是谁、能帮什么，问他愿不愿意",
          en = "Say who the colleague is and what for, and ask whether they'd like it",
        },
        {
          zh = "不愿留电话，就指给他看折页上的名片，不勉强",
          en = "No number? Point out the card on the leaflet, and leave it at that",
        },
      },
    },

    -- ---- wrap-up -----------------------------------------------------------------------------

    { id = "wrap-up", kind = "wrap-up", minutes = 5, source = { "EC-4", "HN-7" },
      title = { zh = "四十八小时内用起来", en = "Use it within 48 hours" },
      objectives = {
        { zh = "不看笔记讲出四步", en = "Give the four steps without notes" },
        { zh = "定下四十八小时内要做的一件事", en = "Settle one thing to do within 48 hours" },
      },
      notes = {
        {
          zh = "合上本子，请四个人接力，一人一步：建档；筛选分类；安排、定策略；联系跟进。谁卡住，旁边的人接。"
            .. "讲课时我们把筛选和策略放在一起，所以是三步，拆开就是这四步。",
          en = "Books shut. Four people, one step each: file; screen and classify; arrange and choose a"
            .. " strategy; contact and follow up. If one sticks, the neighbour helps. We taught it as three,"
            .. " with the strategy inside the screening; taken apart, it is these four.",
        },
        {
          zh = "回到开场那个数：“下个月，你们网点准备主动联系几位老客户？”跟开场心里的数比一比，不用说出来。",
          en = "Back to the number from the start: \"How many existing customers will your branch contact"
            .. " next month?\" They compare it with the first one, silently.",
        },
        {
          zh = "“学了不用，四十八小时就开始丢，最多七十二小时，丢光。”请每人在计划表背面写一件事：后天之前，联系哪一位，用哪个时机，"
            .. "第一句话怎么说。",
          en = "\"What you don't use within 48 hours, 72 at the most, is lost.\" On the back of the plan"
            .. " everybody writes one thing: whom I'll contact by the day after tomorrow, by which moment,"
            .. " with which first sentence.",
        },
        {
          zh = "念给旁边的人听，互相约好，后天问一声：“打了没有？”",
          en = "They read it to the person beside them and agree to ask each other the day after tomorrow:"
            .. " \"Did you call?\"",
        },
        {
          zh = "散场前交代：计划表交网点负责人，下次周跟进就用它开头。角色卡收回，写了客户信息的纸别落在教室里。",
          en = "Before they go: the plan goes to the branch head and opens the next weekly review. Collect"
            .. " the cards. Nothing with customers' details stays in the room.",
        },
      },
      slides = {
        { zh = "建档", en = "File" },
        { zh = "筛选分类", en = "Screen and classify" },
        { zh = "安排、定策略", en = "Arrange, choose a strategy" },
        { zh = "联系跟进", en = "Contact and follow up" },
        { zh = "48小时内用，最多72小时", en = "Use it within 48 hours, 72 at most" },
      },
      prompts = {
        {
          zh = "后天之前，你联系哪一位，第一句话怎么说？",
          en = "Whom will you contact by the day after tomorrow, and with what first sentence?",
        },
        {
          zh = "下个月，你们网点准备主动联系几位老客户？",
          en = "How many existing customers will your branch contact next month?",
        },
      },
    },
  },
}
