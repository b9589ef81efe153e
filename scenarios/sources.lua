-- What a rule, scenario or exercise may name as its source: the paragraphs of the curriculum, by id.
-- An id that is not here is an error; reports and the debrief show the title beside it.

return sources {
  -- mining existing customers: the 90-minute course
  ["EC-0"]   = { zh = "课程框架：九十分钟", en = "The 90-minute course" },
  ["EC-1"]   = { zh = "什么是发掘现有客户", en = "What mining existing customers is" },
  ["EC-2"]   = { zh = "为什么要发掘现有客户", en = "Why existing customers matter" },
  ["EC-2.1"] = { zh = "解决问题就是服务", en = "Solving the problem is the service" },
  ["EC-2.2"] = { zh = "两多两少两高两低", en = "Two many, two few, two high, two low" },
  ["EC-2.3"] = { zh = "老客户与新客户的成本", en = "What old and new customers cost" },
  ["EC-3"]   = { zh = "怎么做：三个步骤", en = "How: the three steps" },
  ["EC-3.1"] = { zh = "建立客户档案与四类需求", en = "The customer file and the four needs" },
  ["EC-3.2"] = { zh = "筛选、分类、分配", en = "Screen, classify, assign" },
  ["EC-3.3"] = { zh = "网点客户分配表", en = "The branch's allocation table" },
  ["EC-3.4"] = { zh = "客户策略：绑、提、转", en = "Strategy: bind, lift, transfer" },
  ["EC-3.5"] = { zh = "策略前后对比", en = "Before and after the strategy" },
  ["EC-3.6"] = { zh = "跟进与联系时机", en = "Following up, and when to call" },
  ["EC-3.7"] = { zh = "客户联系计划", en = "The contact plan" },
  ["EC-3.8"] = { zh = "练习：填写联系计划", en = "Exercise: fill in the contact plan" },
  ["EC-4"]   = { zh = "课程小结", en = "Summary of the course" },

  -- marketing to and keeping valuable customers: five steps
  ["VC-1"] = { zh = "识别价值客户", en = "Recognising valuable customers" },
  ["VC-2"] = { zh = "分析客户需求", en = "Analysing needs" },
  ["VC-3"] = { zh = "制定营销方案", en = "Making the plan" },
  ["VC-4"] = { zh = "实施营销", en = "Carrying it out" },
  ["VC-5"] = { zh = "客户维护的四个平衡", en = "Keeping customers: four balances" },

  -- mid and high-net-worth clients: rhythm, classes, objections
  ["HN-1"]   = { zh = "以终为始，节奏前置", en = "Begin with the end in mind" },
  ["HN-2"]   = { zh = "月度业务节奏", en = "The month's rhythm" },
  ["HN-2.1"] = { zh = "目标分解示例", en = "A target, worked through" },
  ["HN-2.2"] = { zh = "没有计划的两种结果", en = "Two ways to fail without a plan" },
  ["HN-3"]   = { zh = "九宫格客户分类", en = "The nine-grid" },
  ["HN-3.1"] = { zh = "熟悉程度", en = "Familiarity" },
  ["HN-3.2"] = { zh = "客户情绪与三性", en = "Mood, and the three properties" },
  ["HN-4"]   = { zh = "处理拒绝", en = "Handling refusal" },
  ["HN-5"]   = { zh = "面谈：孤狼难行", en = "Meetings: never alone" },
  ["HN-6"]   = { zh = "客户分类表", en = "The classification sheet" },
  ["HN-7"]   = { zh = "学了就用", en = "Use it or lose it" },

  -- sharp eyes: identify, refer, guide, divert in the lobby
  ["FE-1"]   = { zh = "大堂经理工作流程", en = "The lobby manager's flow" },
  ["FE-1.1"] = { zh = "第一时间关注客户", en = "First notice" },
  ["FE-2"]   = { zh = "三个时机与望闻问切", en = "Three moments: look, listen, ask, feel" },
  ["FE-2.1"] = { zh = "外汇牌价前的客户", en = "At the rate board" },
  ["FE-3"]   = { zh = "推荐与引见", en = "Referral" },
  ["FE-3.1"] = { zh = "大额存款案例", en = "The large-deposit case" },
  ["FE-3.2"] = { zh = "演练：基金净值牌前的客户", en = "Drill: at the fund board" },
  ["FE-4"]   = { zh = "柜员七步曲", en = "The teller's seven steps" },
  ["FE-4.1"] = { zh = "演练：大额转账与大额存款", en = "Drills: large transfer, large deposit" },
  ["FE-5"]   = { zh = "引导贵宾客户", en = "Guiding VIPs" },
  ["FE-5.1"] = { zh = "引导潜在贵宾客户", en = "Guiding potential VIPs" },
  ["FE-5.2"] = { zh = "分流普通客户", en = "Diverting ordinary customers" },
  ["FE-6"]   = { zh = "多看一眼，多说一句", en = "One more look, one more sentence" },

  -- reactivating existing customers
  ["RC-0"]   = { zh = "存量客户的价值", en = "What existing customers are worth" },
  ["RC-1"]   = { zh = "四种挤压", en = "The four squeezes" },
  ["RC-2"]   = { zh = "两条路径", en = "The two paths" },
  ["RC-3"]   = { zh = "盘活四步", en = "Four steps to reactivation" },
  ["RC-3.1"] = { zh = "不能错过的五个时机", en = "Five moments never to miss" },
  ["RC-3.2"] = { zh = "电话邀约三步法", en = "Phone invitation: purpose, benefit, check" },
  ["RC-3.3"] = { zh = "微信经营", en = "WeChat" },
  ["RC-4"]   = { zh = "从资产配置做交叉销售", en = "Cross-selling from asset allocation" },
  ["RC-4.1"] = { zh = "吸引行外资金", en = "Winning money held elsewhere" },

  -- conduct today
  ["CD-1"] = { zh = "不承诺保本和收益", en = "No promise of principal or return" },
  ["CD-2"] = { zh = "适当性与保险销售规范", en = "Suitability, and how insurance is sold" },
  ["CD-3"] = { zh = "个人信息、金额与一视同仁", en = "Personal data, amounts, equal courtesy" },
}
