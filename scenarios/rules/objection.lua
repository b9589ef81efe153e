-- What to do when the customer says no (HN-3.2, HN-4), and how a meeting is agreed (HN-5, RC-3.2).

return pack "objection" { title = { zh = "异议处理", en = "Handling objections" } } {
  rule "accept-first" {
    template = chain_response("objects", "acknowledge"), weight = 3, source = "HN-4",
    title = { zh = "先接住感受", en = "Accept the feeling first" },
    why = {
      zh = "客户一说不，您就解释，他只好接着顶。先认了，话才能往下说。",
      en = "Explain, and they have to push back harder. Accept it, and they can relax.",
    },
    instead = {
      zh = "“您这么想很正常，好多人一开始也这么说。”",
      en = [["That makes sense. A lot of people feel that way at first."]],
    },
  },

  rule "accept-before-steering" {
    template = alternate_precedence("acknowledge", "steer"), weight = 2, source = "HN-4",
    title = { zh = "先认后引", en = "Accept, then steer" },
    why = {
      zh = "没接住就拐回正题，客户听着就是“您说您的，我说我的”。",
      en = "Going straight back to your subject tells them you never heard a word.",
    },
    instead = {
      zh = "“钱要随时能动，这我懂。那暂时用不着的那部分呢？”",
      en = [["You want it within reach, I get that. What about the part you won't touch this year?"]],
    },
  },

  rule "no-reliving" {
    template = absence "probe-past", when = mood "resistant", weight = 3, source = "HN-4",
    title = { zh = "不揭伤疤", en = "Don't reopen the wound" },
    why = {
      zh = "追着问“当时怎么了”，等于让客户再气一回，只会更不想谈。",
      en = "Ask what went wrong and they live through it again. The no only gets firmer.",
    },
    instead = {
      zh = "“这事搁谁身上都不痛快，今天咱们不提它。”",
      en = [["Anyone would be upset by that. Let's leave it there for today."]],
    },
  },

  rule "no-arguing" {
    template = not_succession(
      any { "objects", "recalls-hurt", "fears-lockup", "doubts-return", "fears-loss" }, "argue"),
    weight = 2, source = "HN-4",
    title = { zh = "不争对错", en = "Don't argue" },
    why = {
      zh = "道理您讲赢了，客户也走了。",
      en = "You can win the argument and lose the customer in the same minute.",
    },
    instead = {
      zh = "“您说的有道理，换了我也会这么想。”",
      en = [["Fair point. I'd probably say the same."]],
    },
  },

  rule "scale-question" {
    template = responded_existence(any { "fears-lockup", "doubts-return", "fears-loss" }, "ask-scale"),
    weight = 2, source = "HN-4",
    title = { zh = "请客户打个分", en = "Ask for a number, 0 to 10" },
    why = {
      zh = "问要不要，答的就是不要。问几分，很少有人说零，一两分也有得聊。",
      en = "Yes or no gets a no. Asked for a number, few say zero, and even a one is an opening.",
    },
    instead = {
      zh = "“打个比方，要是只剩这一类可选，0到10分，您愿意打几分？”",
      en = [["Say this were the only kind there was. From 0 to 10, how willing would you be?"]],
    },
  },

  rule "sort-by-property" {
    template = response(any { "scale-low", "scale-high" }, "ask-property"), weight = 2, source = "HN-3.2",
    title = { zh = "问最看重哪样", en = "Ask what matters most" },
    why = {
      zh = "不愿意的背后无非三样：怕取不出、嫌赚得少、怕不安全。知道是哪样才好答。",
      en = "Behind the number sits one of three: access, return or safety. Find out which.",
    },
    instead = {
      zh = "“用钱方便、收益高、稳当，这三样您最看重哪样？”",
      en = [["What counts most for you: getting at the money, the return, or safety?"]],
    },
  },

  rule "zero-stays-open" {
    template = response("scale-zero", any { "ask-property", "leave-door-open" }),
    weight = 2, source = "HN-4",
    title = { zh = "零分也留个话", en = "Stay open at zero" },
    why = {
      zh = "零分只是今天不想谈。话说得轻松，往后客户想起来还会来问您。",
      en = "They said zero today, that is all. Keep it light, and they may well come back.",
    },
    instead = {
      zh = "“零分也没事，您肯说实话就好。哪天想了解，随时找我。”",
      en = [["Zero's fine, thanks for being straight. If you ever get curious, just ask me."]],
    },
  },

  rule "answer-the-property" {
    template = response("ask-property", "match-property"), weight = 2, source = "HN-3.2",
    title = { zh = "答到点子上", en = "Answer what matters" },
    why = {
      zh = "问了又不照着答，客户会觉得您刚才那句是套话。",
      en = "Ask, then answer something else, and the question looks like a sales trick.",
    },
    instead = {
      zh = "“您怕急用取不出，那一年内要用的先别动，只看剩下的。”",
      en = [["You may need it fast. So leave this year's money alone, and we only look at the rest."]],
    },
  },

  rule "no-talking-past" {
    template = not_succession(
      any { "ask-property", "fears-lockup", "doubts-return", "fears-loss" }, "mismatch"),
    weight = 2, source = "HN-3.2",
    title = { zh = "不答非所问", en = "Don't talk past them" },
    why = {
      zh = "客户担心取不出，您大讲收益，说的就不是一件事。",
      en = "They worry about getting it out, you praise the return. That's two conversations.",
    },
    instead = {
      zh = "“您担心的是要用的时候能不能取，咱们就先说这个。”",
      en = [["You're worried about getting it out when you need it. Let's stay with that."]],
    },
  },

  rule "leave-door-open" {
    template = response(any { "declines-referral", "declines-meeting", "no-time" }, "leave-door-open"),
    weight = 2, source = "HN-4",
    title = { zh = "留个话口", en = "Leave the door open" },
    why = {
      zh = "今天不行，下个月也许就行。这会儿走得轻松，下回才好开口。",
      en = "No today may be yes next month, if today ends easily.",
    },
    instead = {
      zh = "“没事，您先忙。什么时候想问，过来找我就行。”",
      en = [["No problem at all. Whenever you want to ask, I'm here."]],
    },
  },

  rule "no-pressing" {
    template = not_succession(
      any { "objects", "declines-referral", "declines-meeting", "no-time" }, "press"),
    weight = 3, source = "FE-3",
    title = { zh = "不追着劝", en = "Take no for an answer" },
    why = {
      zh = "说了不您还劝，客户只想快点走，下回见了您就绕着走。",
      en = "Push past a no and they just want out. Next time they'll walk around you.",
    },
    instead = {
      zh = "“好，听您的，今天不聊这个。”",
      en = [["Sure, your call. We'll leave it for today."]],
    },
  },

  rule "ask-before-inviting" {
    template = precedence(any { "ask-property", "ask-need", "ask-open" }, "propose-meeting"),
    weight = 2, source = "HN-3.2",
    title = { zh = "先问再约", en = "Ask before you invite" },
    why = {
      zh = "不知道客户在意什么就约，见了面没的谈，客户也想不出为什么要来。",
      en = "If you don't know what they care about, they have no reason to come.",
    },
    instead = {
      zh = "“您在意的是随时能用，我照这个做个方案，下周给您看看？”",
      en = [["You want it within reach. Shall I work something out and show you next week?"]],
    },
  },

  rule "never-alone" {
    template = responded_existence("agrees-meeting", "bring-adviser"), weight = 1, source = "HN-5",
    title = { zh = "不单打独斗", en = "Never go alone" },
    why = {
      zh = "有顾问在场，客户问到投资、保险，当场就有人答得上来。",
      en = "With an adviser at the table, the hard questions get answered on the spot.",
    },
    instead = {
      zh = "“到时候我请保险顾问一起，您有什么尽管问她。”",
      en = [["I'll ask our insurance adviser to join us, so you can put anything to her."]],
    },
  },

  rule "fix-the-time" {
    template = responded_existence("agrees-meeting", "fix-time"), weight = 1, source = "RC-3.2",
    title = { zh = "敲定时间", en = "Fix the time" },
    why = {
      zh = "“改天”多半就没有那一天，定下几点才算约上了。",
      en = [["Some time" mostly means never. A day and an hour make it a meeting.]],
    },
    instead = {
      zh = "“周四下午三点，您方便吗？”",
      en = [["Thursday at three, would that suit you?"]],
    },
  },
}
