-- How a customer is received, looked after and seen off (FE-1.1, FE-4, FE-5, FE-6).

return pack "service" { title = { zh = "服务礼仪", en = "Service" } } {
  rule "greet-first" {
    template = init(any { "greet", "notice" }), weight = 2, source = "FE-1.1",
    title = { zh = "先打招呼", en = "Greet first" },
    why = {
      zh = "客户来了头几秒没人理，心先凉半截，后面说什么都费劲。",
      en = "A customer nobody looks at in the first few seconds starts off feeling in the way.",
    },
    instead = {
      zh = "“上午好！外面热吧？今天过来办点什么？”",
      en = [["Morning! Warm out there, isn't it? What brings you in today?"]],
    },
  },

  rule "name-customer" {
    template = response("gives-name", "name-customer"), weight = 1, source = "FE-1.1",
    title = { zh = "叫得出姓", en = "Use their name" },
    why = {
      zh = "客户刚报过姓名，您叫得出来，他就知道您在听。",
      en = "They have just told you who they are. Using it shows that you listened.",
    },
    instead = {
      zh = "“王先生，这是您的回单，您核对一下。”",
      en = [["Here's your slip, Mr Wang. Have a quick look, would you?"]],
    },
  },

  rule "thank" {
    template = response(any { "agrees-referral", "agrees-meeting", "gives-consent" }, "thank"),
    weight = 1, source = "FE-4",
    title = { zh = "道声谢", en = "Say thank you" },
    why = {
      zh = "客户肯花时间、肯留电话，是信得过咱们，别当成应该的。",
      en = "Time and a phone number are favours. People who get thanked will give them again.",
    },
    instead = {
      zh = "“谢谢您抽这个时间，也谢谢您信得过我们。”",
      en = [["Thanks for taking the time, I really appreciate it."]],
    },
  },

  rule "see-off" {
    template = chain_response("leaves", "see-off"), weight = 2, source = "FE-4",
    title = { zh = "送一送", en = "See them off" },
    why = {
      zh = "不管谈成没谈成，客户带走的是临出门那一句。",
      en = "Whatever the answer was, the last ten seconds are what they take home.",
    },
    instead = {
      zh = "“您慢走，门口有台阶，当心脚下。”",
      en = [["Take care, Mr Wang. Mind the step on your way out."]],
    },
  },

  rule "privacy" {
    template = chain_response("amount-in-view", "protect-privacy"), weight = 2, source = "FE-5",
    title = { zh = "护住金额", en = "Shield the amount" },
    why = {
      zh = "单子让旁人瞟上一眼，客户这一路回去都不踏实。",
      en = "One glance from a stranger at that slip, and the customer worries all the way home.",
    },
    instead = {
      zh = "“单子我先帮您扣过来，咱们到边上说。”",
      en = [["Let me turn that face down. Shall we step over here?"]],
    },
  },

  rule "mind-the-hurry" {
    template = chain_response("in-a-hurry",
      any { "tell-wait", "guide", "give-card", "fix-time", "leave-door-open", "see-off" }),
    weight = 1, source = "FE-4",
    title = { zh = "体谅赶时间", en = "Respect the hurry" },
    why = {
      zh = "人家在看表，您还慢慢聊，再好的事也听不进去。",
      en = "Someone watching the clock hears nothing else. Say how long it takes, or let them go.",
    },
    instead = {
      zh = "“就两分钟。要是来不及，名片您先拿着。”",
      en = [["Two minutes, that's all. If that's too long, just take the card for now."]],
    },
  },

  rule "care-while-waiting" {
    template = chain_response("waits",
      any { "greet", "notice", "offer-comfort", "tell-wait", "ask-business", "apologise" }),
    weight = 1, source = "FE-5",
    title = { zh = "等候有人管", en = "Look after those who wait" },
    why = {
      zh = "干等的时候一分钟像十分钟，有人过来问一句就不一样。",
      en = "A minute alone feels like ten. One word from you makes the wait shorter.",
    },
    instead = {
      zh = "“您前面还有三位，大概一刻钟。先坐会儿，我给您倒杯水。”",
      en = [["Three ahead of you, about fifteen minutes. Have a seat, I'll get you some water."]],
    },
  },

  rule "no-cold-shoulder" {
    template = absence(any { "ignore", "silence" }), weight = 2, source = "FE-6",
    title = { zh = "不冷落客户", en = "No cold shoulder" },
    why = {
      zh = "没人接话，客户会觉得自己是来添麻烦的，下回就去别家了。",
      en = "Left without an answer, people feel like a nuisance and try another bank.",
    },
    instead = {
      zh = "手上再忙也先应一声：“您稍等，我马上过来。”",
      en = [[Even with your hands full: "I'll be right with you."]],
    },
  },

  rule "mend-it" {
    template = chain_response("annoyed", any { "apologise", "acknowledge" }),
    weight = 1, source = "EC-2.1",
    title = { zh = "先让客户消气", en = "Put it right first" },
    why = {
      zh = "客户心里有气，别的话都听不进去。先把这口气接住，就是服务。",
      en = "While they're annoyed nothing else gets through. Dealing with it is the service.",
    },
    instead = {
      zh = "“是我说急了，对不住。您接着说，我听着。”",
      en = [["Sorry, that was pushy of me. Go on, please, I'm listening."]],
    },
  },
}
