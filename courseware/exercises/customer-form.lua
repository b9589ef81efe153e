-- The customer information form, filled from a short talk. What the customer did not say stays "not
-- known yet", however easily it could be guessed: a daughter about to leave school gives no age.

local not_known = { zh = "还不知道", en = "Not known yet" }

return exercise "customer-form" {
  title = { zh = "听完对话，填客户信息表", en = "From a talk to the customer form" },
  source = { "EC-1", "VC-2", "CD-3" },
  minutes = 6,
  brief = {
    zh = "读一段对话，替陈经理把信息表填上。只填客户亲口说的；她没说的，填“还不知道”，不猜。",
    en = "Read the talk and fill in the form for Ms Chen. Only what the customer said herself goes on it;"
      .. " whatever she didn't say is \"not known yet\". No guessing.",
  },
  model = {
    zh = "客观的：小学老师，工资我们代发。主观的：手机银行用惯了，白天别打电话，发微信。变化的：女儿明年高考，考完想换房。关联的："
      .. "老家的母亲，学校的同事，还有她的单位。年龄、爱人的工作、家里多少钱，她没说，空着。建档前说了用途，她点了头，"
      .. "这张表才站得住。",
    en = "Objective: she teaches at a primary school, and we pay her wages. Subjective: she lives on the"
      .. " app; no calls by day, WeChat instead. Changing: her daughter's exam next year, then perhaps a new"
      .. " flat. Linked: her mother, her colleagues, her school. Her age, her husband's job, their savings:"
      .. " not said, left open. And the form may exist at all because we said what it was for, and she"
      .. " agreed.",
  },
  why = {
    zh = "周一谁接手这位客户，看表就能接着往下聊，不用从头问；空着的格子，就是下回该聊的。",
    en = "Whoever looks after her on Monday can go on from here. And the empty boxes say what to talk about"
      .. " next.",
  },
  dialogue = {
    { who = { zh = "陈经理", en = "Ms Chen" },
      say = {
        zh = "转账办好了。我给您建份档，以后跟进好有个数，只在网点里用，行吗？",
        en = "That's done. May I keep a file, so we can follow up properly? It stays in this branch.",
      } },
    { who = { zh = "刘女士", en = "Ms Liu" },
      say = { zh = "行，记几样可以，别到处给就成。", en = "All right, as long as it goes nowhere else." } },
    { who = { zh = "陈经理", en = "Ms Chen" },
      say = { zh = "不外传。您现在做哪一行？", en = "It won't. What do you do?" } },
    { who = { zh = "刘女士", en = "Ms Liu" },
      say = {
        zh = "在二小教语文，十六年了，工资就是你们代发的。",
        en = "I teach at No. 2 Primary, sixteen years now. You pay our wages.",
      } },
    { who = { zh = "陈经理", en = "Ms Chen" },
      say = { zh = "有事怎么找您方便？", en = "What's the best way to reach you?" } },
    { who = { zh = "刘女士", en = "Ms Liu" },
      say = {
        zh = "白天上课，别打电话，发微信，我晚上回。转账我都用手机，今天限额不够才来。",
        en = "WeChat, I answer at night. No calls, I'm in class. I only came in because of the app's limit.",
      } },
    { who = { zh = "陈经理", en = "Ms Chen" },
      say = { zh = "记下了。这是每个月都要转的？", en = "Noted. Is this a monthly payment?" } },
    { who = { zh = "刘女士", en = "Ms Liu" },
      say = {
        zh = "给老家我妈的，每月十号前得到。学校好几位老师也这么转。",
        en = "For my mother back home, by the tenth of each month. Several of us at school do that.",
      } },
    { who = { zh = "陈经理", en = "Ms Chen" },
      say = { zh = "往后一两年，家里有什么安排吗？", en = "Any plans for the next year or two?" } },
    { who = { zh = "刘女士", en = "Ms Liu" },
      say = {
        zh = "女儿明年高考。等她考完，想换套离学校近的房子。",
        en = "My daughter takes her university entrance exam next year. After that, a flat nearer school.",
      } },
  },
  tasks = {
    { id = "form", kind = "form",
      ask = {
        zh = "填表：客观信息、主观信息、变化信息、关联需求。",
        en = "Fill in the form: objective, subjective, changing, linked.",
      },
      fields = {
        { id = "purpose", source = "CD-3",
          label = { zh = "同意：她答应的用途", en = "Consent: for what purpose" },
          choices = {
            { id = "follow", text = { zh = "网点内跟进服务", en = "Follow-up within the branch" }, right = true },
            { id = "partner", text = { zh = "转给合作保险公司", en = "Sharing with an insurance partner" } },
            { id = "any", text = { zh = "行里各项营销", en = "Any marketing by the bank" } },
            { id = "none", text = not_known },
          },
          why = {
            zh = "她应下的就是这一样，多一样都得再问。",
            en = "That is what she agreed to. Anything else needs asking again.",
          } },
        { id = "job", source = "VC-2",
          label = { zh = "客观：职业", en = "Objective: job" },
          choices = {
            { id = "head", text = { zh = "小学校长", en = "Head of a primary school" } },
            { id = "primary", text = { zh = "小学老师", en = "Primary school teacher" }, right = true },
            { id = "middle", text = { zh = "中学老师", en = "Secondary school teacher" } },
            { id = "none", text = not_known },
          },
          why = { zh = "“在二小教语文”，她自己说的。", en = "\"I teach at No. 2 Primary\": her own words." } },
        { id = "years", source = "VC-2",
          label = { zh = "客观：教了几年书", en = "Objective: years of teaching" },
          expect = 16, tolerance = 0,
          why = { zh = "十六年，说得明明白白。", en = "Sixteen, she said so." } },
        { id = "age", source = "CD-3",
          label = { zh = "客观：年龄", en = "Objective: age" },
          choices = {
            { id = "thirties", text = { zh = "三十多岁", en = "In her thirties" } },
            { id = "forties", text = { zh = "四十多岁", en = "In her forties" } },
            { id = "fifties", text = { zh = "五十多岁", en = "In her fifties" } },
            { id = "none", text = not_known, right = true },
          },
          why = {
            zh = "教龄和女儿的年纪都推不出她几岁，猜的不上表。",
            en = "Neither her years of teaching nor her daughter gives an age. Guesses stay off the form.",
          } },
        { id = "reach", source = "VC-2",
          label = { zh = "主观：怎么联系她", en = "Subjective: how to reach her" },
          choices = {
            { id = "day", text = { zh = "白天打电话", en = "Phone by day" } },
            { id = "night", text = { zh = "晚上打电话", en = "Phone in the evening" } },
            { id = "wechat", text = { zh = "发微信", en = "WeChat" }, right = true },
            { id = "none", text = not_known },
          },
          why = {
            zh = "她要的是微信；“晚上回”不等于晚上可以打电话。",
            en = "WeChat is what she asked for. Answering at night isn't the same as taking calls.",
          } },
        { id = "day", source = "VC-2",
          label = { zh = "主观：每月转账，几号前要到", en = "Subjective: monthly payment due by day" },
          expect = 10, tolerance = 0,
          why = { zh = "十号前，这是提前联系的时机。", en = "By the tenth: a good date to be a little ahead of." } },
        { id = "event", source = "VC-2",
          label = { zh = "变化：明年家里有什么大事", en = "Changing: what comes next year" },
          accept = { "高考", "考大学", "上大学", "university", "entrance", "exam", "college", "gaokao" },
          model = { zh = "女儿高考", en = "Her daughter's university entrance exam" },
          why = {
            zh = "下一步要来的事，带着下一步的需求。",
            en = "What comes next brings the next need with it.",
          } },
        { id = "plan", source = "VC-2",
          label = { zh = "变化：之后打算做什么", en = "Changing: and after that" },
          accept = { "房", "搬", "flat", "house", "home", "apartment", "move", "moving" },
          model = { zh = "换套离学校近的房子", en = "A flat nearer the school" },
          why = {
            zh = "换房牵着卖旧买新、贷款和周转，先记下，别急着谈。",
            en = "A move means selling, buying, perhaps a loan. Note it; there is no hurry to discuss it.",
          } },
        { id = "linked", source = "VC-2",
          label = { zh = "关联：她提到还有谁也有需求", en = "Linked: who else has a need" },
          choices = {
            { id = "husband", text = { zh = "爱人和他的同事", en = "Her husband and his colleagues" } },
            { id = "school", text = { zh = "学校的同事", en = "Colleagues at her school" }, right = true },
            { id = "neighbours", text = { zh = "同一小区的邻居", en = "Neighbours on her estate" } },
            { id = "none", text = not_known },
          },
          why = {
            zh = "好几位老师也每月转账，又都是代发户，是一串需求。",
            en = "Several teachers send money the same way, and are paid through us: a whole row of needs.",
          } },
        { id = "husband", source = "CD-3",
          label = { zh = "关联：爱人的工作", en = "Linked: her husband's job" },
          choices = {
            { id = "teacher", text = { zh = "也是老师", en = "He teaches too" } },
            { id = "away", text = { zh = "在外地上班", en = "He works elsewhere" } },
            { id = "business", text = { zh = "做生意", en = "He runs a business" } },
            { id = "none", text = not_known, right = true },
          },
          why = {
            zh = "她一个字没提，连有没有爱人都不知道。",
            en = "Not a word about him. We don't even know that there is a husband.",
          } },
      } },
  },
}
