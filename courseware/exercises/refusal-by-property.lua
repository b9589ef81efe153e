-- What a no is about: liquidity, return or safety; then what to say to it.

return exercise "refusal-by-property" {
  title = { zh = "拒绝背后是哪一性", en = "Which property is the refusal about?" },
  source = { "HN-3.2", "HN-4" },
  minutes = 6,
  brief = {
    zh = "先把九句拒绝分到流动性、收益性、安全性；再替自己选好接下来的四句话。",
    en = "Sort nine refusals by liquidity, return and safety. Then choose what you say next, four times.",
  },
  model = {
    zh = "怕要用钱拿不出，是流动性；嫌挣得少，是收益性；怕亏、怕出事，是安全性。客户一拒绝，我不问为什么，"
      .. "先说“很多人起初都这么想”；再假设只有这一类可选，请他零到十打个分。一两分就是口子，零分也把话留着，换个时候再聊。",
    en = "Can't get at it: liquidity. Earns too little: return. Might lose it: safety. When a customer"
      .. " refuses, I don't ask why. I say that many feel so at first, then suppose: if this were the only"
      .. " kind there was, how willing, from 0 to 10? A one or two is an opening, and at zero we stay on"
      .. " speaking terms.",
  },
  why = {
    zh = "周一准会听见“我不买”。当场追问，他把旧账翻一遍，心更硬；接住了，下回还能聊。",
    en = "You will hear a no on Monday. Ask why, and the customer lives through it again and hardens. Accept"
      .. " it, and there is a next time.",
  },
  tasks = {
    { id = "property", kind = "classify",
      ask = { zh = "他担心的是哪一性？", en = "Which property is the worry about?" },
      bins = {
        { id = "liquidity", label = { zh = "流动性", en = "Liquidity" } },
        { id = "return", label = { zh = "收益性", en = "Return" } },
        { id = "safety", label = { zh = "安全性", en = "Safety" } },
      },
      cards = {
        { id = "deposit", bin = "return",
          text = { zh = "“交了五年，算下来还不如存定期。”", en = "\"Five years of it, and a deposit would have paid more.\"" },
          why = { zh = "嫌挣得少，比的是收益。", en = "Too little came of it: a matter of return." } },
        { id = "ten-years", bin = "liquidity",
          text = { zh = "“放十年？家里急用，我上哪儿取去？”", en = "\"Ten years? And if we suddenly need it?\"" },
          why = { zh = "怕急用时拿不出来。", en = "The fear is not getting at it in time." } },
        { id = "principal", bin = "safety",
          text = { zh = "“本金有一点风险的，我都不碰。”", en = "\"If I could lose any of it, I won't touch it.\"" },
          why = { zh = "盯着本金，要的是安全。", en = "The eye is on the principal: safety." } },
        { id = "short", bin = "liquidity",
          text = { zh = "“我只放短的，三个月顶天了。”", en = "\"Short term only. Three months at the most.\"" },
          why = { zh = "只要短的，说的是期限。", en = "Short term is about time, not about risk." } },
        { id = "business", bin = "return",
          text = { zh = "“我拿去做生意，一年挣得比这多。”", en = "\"I make more in my own business in a year.\"" },
          why = { zh = "有更好的去处，嫌收益低。", en = "The money earns more elsewhere: return." } },
        { id = "company", bin = "safety",
          text = { zh = "“万一公司倒了，谁认这张保单？”", en = "\"And if the company goes under, who honours it?\"" },
          why = { zh = "担心出事没人管，是安全性。", en = "The worry is that nobody will pay up: safety." } },
        { id = "stock", bin = "liquidity",
          text = { zh = "“店里说进货就进货，这钱不能锁住。”", en = "\"I restock at a day's notice. I can't lock it up.\"" },
          why = { zh = "生意要周转，对流动性要求高。", en = "A business turns its money over: it must be free." } },
        { id = "sister", bin = "safety",
          text = { zh = "“我表姐那款爆了雷，本都没回来。”", en = "\"My cousin's blew up. She never saw it again.\"" },
          why = {
            zh = "听来的坏经历，伤的是安全感。",
            en = "A bad experience, even somebody else's, hurts the sense of safety.",
          } },
        { id = "prices", bin = "return",
          text = { zh = "“这点收益连物价都跑不过，折腾啥。”", en = "\"It doesn't even keep up with prices. Why bother?\"" },
          why = { zh = "跑不赢物价，说的还是收益。", en = "Losing to prices is about return as well." } },
      } },

    { id = "next", kind = "choose",
      ask = { zh = "接下来，你说哪一句？", en = "What do you say next?" },
      questions = {
        { id = "never", source = "HN-4",
          ask = { zh = "客户：“保险？我从来不买。”", en = "Customer: \"Insurance? I never buy that.\"" },
          choices = {
            { id = "why", text = {
              zh = "“您是碰上过什么不愉快的事吗？”", en = "\"Has something unpleasant happened to you?\"" } },
            { id = "accept", text = {
              zh = "“明白，很多人起初都这么想。”", en = "\"I see. Many people feel that way at first.\"" },
              right = true },
            { id = "better", text = {
              zh = "“现在的产品跟从前不一样了。”", en = "\"The products are not what they used to be.\"" } },
            { id = "others", text = {
              zh = "“您的邻居可都买了，就差您。”", en = "\"Your neighbours all have one, you know.\"" } },
          },
          why = {
            zh = "先接住情绪。问经过，是让他把难受再过一遍；讲产品，是跟他顶着来。",
            en = "Accept the feeling first. Asking makes them relive it; arguing makes them defend it.",
          } },
        { id = "scale", source = "HN-4",
          ask = {
            zh = "他脸色松了些。接下来哪一句，能探出他的意愿？",
            en = "He relaxes a little. Which sentence finds out how willing he is?",
          },
          choices = {
            { id = "suppose", text = {
              zh = "“要是只有这一类可选，零到十，您愿意几分？”",
              en = "\"If this kind were all there was, how willing are you, 0 to 10?\"" }, right = true },
            { id = "guarantee", text = {
              zh = "“要是保您不亏，还比存款高，您考虑不考虑？”",
              en = "\"If I promise you can't lose, would you think about it then?\"" } },
            { id = "reason", text = {
              zh = "“那您不愿意的主要原因，能不能跟我讲一讲？”",
              en = "\"Could you tell me your main reason for being against it?\"" } },
            { id = "fear", text = {
              zh = "“您现在不做打算，将来养老靠什么，想过吗？”",
              en = "\"If you do nothing now, what will you live on when you're old?\"" } },
          },
          why = {
            zh = "假设一句，打个分，不逼他表态；保证不亏的话，今天一句也不能说。",
            en = "A supposition and a number press nobody. A promise not to lose is against the rules today.",
          } },
        { id = "two", source = "HN-4",
          ask = { zh = "他说：“也就两分吧。”", en = "\"Two, maybe,\" he says." },
          choices = {
            { id = "stop", text = {
              zh = "两分太低，客气两句，收起话题", en = "Two is too low: be polite and drop it" } },
            { id = "close", text = {
              zh = "趁他松口，马上把产品材料递上", en = "Strike now: hand over the product papers" } },
            { id = "open", text = {
              zh = "两分也是口子，听听他看重什么", en = "It's an opening: hear what matters to him" },
              right = true },
            { id = "minus", text = {
              zh = "问他那八分丢在哪儿，一样样说", en = "Ask where the other eight points went" } },
          },
          why = {
            zh = "有一两分就有得聊；问丢了哪八分，又绕回“为什么不”。",
            en = "One or two is an opening. Asking about the other eight is \"why not\" again.",
          } },
        { id = "zero", source = "HN-4",
          ask = { zh = "另一位说：“零分。”", en = "Another customer: \"Zero.\"" },
          choices = {
            { id = "thanks", text = {
              zh = "“谢谢您直说，有别的事照样找我。”", en = "\"Thanks for being frank. My door stays open.\"" },
              right = true },
            { id = "sure", text = {
              zh = "“不会吧？一分都不给，再想想？”", en = "\"Really, not even one? Do think again.\"" } },
            { id = "what", text = {
              zh = "“零分？当时到底出了什么事？”", en = "\"Zero? What on earth did they do to you?\"" } },
            { id = "bye", text = {
              zh = "“那这块我以后都不跟您提了。”", en = "\"Then I won't ever bring the subject up again.\"" } },
          },
          why = {
            zh = "零分也不关门：谢一声，话留着；缘由换个时候他自己会说。",
            en = "Even at zero keep the talk open. The cause can wait for another moment.",
          } },
      } },
  },
}
