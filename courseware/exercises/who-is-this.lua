-- Nine people in the lobby: VIP, potential VIP or ordinary; then what to do with four of them. Dress is
-- laid as a trap both ways (CD-3).

return exercise "who-is-this" {
  title = { zh = "这位客户是谁", en = "Who is this customer?" },
  source = { "FE-1", "FE-2", "FE-3" },
  minutes = 6,
  brief = {
    zh = "你站在大堂，看九位客户：贵宾、潜在贵宾，还是普通客户？再替其中几位定下一步。",
    en = "You stand in the lobby and watch nine people. VIP, potential VIP, or ordinary? Then decide what to"
      .. " do for some of them.",
  },
  model = {
    zh = "名单上的、拿贵宾卡的，是贵宾，叫出称呼，领着走。大额、敏感业务，折页站着看、办完又回来看，守着外汇牌价抄，是潜在贵宾，"
      .. "问一句，有空就当面引见，没空给体验卡，不肯留电话就指指折页上的名片。其余的分流到合适的窗口和机器。衣着只是线索，"
      .. "礼数一样周全。",
    en = "On the list, or with a VIP card: a VIP, greeted by name and shown the way. A large sum, a"
      .. " sensitive question, leaflets read standing or after the business, figures copied off the rate"
      .. " board: a potential VIP. I ask, then introduce them at once; no time, I give the card; no number,"
      .. " I point out the name on the leaflet. Everyone else gets to the right counter or machine. Clothes"
      .. " are a hint at most, and the courtesy is the same for all.",
  },
  why = {
    zh = "周一早高峰，一个人从进门到坐下就十几秒。看业务、看举动，别看鞋，才不会漏掉该引见的人。",
    en = "In Monday's rush you have ten seconds between the door and the chair. Watch what people do and not"
      .. " their shoes, and you won't miss the ones to introduce.",
  },
  tasks = {
    { id = "who", kind = "classify",
      ask = { zh = "凭这些信号，先当哪一类客户接待？", en = "By these signals, how do you take this customer?" },
      bins = {
        { id = "vip", label = { zh = "贵宾", en = "VIP" } },
        { id = "potential", label = { zh = "潜在贵宾", en = "Potential VIP" } },
        { id = "ordinary", label = { zh = "普通", en = "Ordinary" } },
      },
      cards = {
        { id = "handbag", bin = "ordinary", source = "CD-3",
          text = { zh = "名牌包、墨镜，只问水费在哪儿交", en = "Designer bag, sunglasses; asks only where to pay water" },
          why = {
            zh = "眼下只有缴费一件事，照普通业务分流；包不说明什么。",
            en = "A bill is all there is so far. The bag proves nothing either way.",
          } },
        { id = "returns", bin = "potential", source = "FE-2",
          text = { zh = "缴完费又折回来，把理财折页看到底", en = "Pays a bill, then comes back and reads the wealth leaflet" },
          why = {
            zh = "业务办完还回来看，是真上心。",
            en = "Coming back after the business means real interest.",
          } },
        { id = "card", bin = "vip", source = "FE-1",
          text = { zh = "他掏出贵宾卡，问陈经理在不在", en = "He shows a VIP card and asks for Ms Chen" },
          why = {
            zh = "有贵宾卡，又有自己的客户经理，领过去就是。",
            en = "A VIP card and a manager of his own: take him there.",
          } },
        { id = "cement", bin = "potential", source = "CD-3",
          text = { zh = "裤脚沾着水泥，存款单上写着一长串零", en = "Cement on his trousers; a row of zeros on his slip" },
          why = {
            zh = "大额存款就是信号，裤脚不是；说话时别念出数目。",
            en = "A large deposit is the signal. Trousers aren't. And don't say the sum aloud.",
          } },
        { id = "pension", bin = "ordinary", source = "FE-4",
          text = { zh = "来查退休金到没到，到了就回家", en = "Only wants to know if her pension has arrived" },
          why = {
            zh = "查余额是普通业务，礼数照样做全。",
            en = "A balance is ordinary business and gets the full courtesy.",
          } },
        { id = "rates", bin = "potential", source = "FE-2.1",
          text = { zh = "站在外汇牌价前，一行行往本子上抄", en = "Stands at the rate board and copies it line by line" },
          why = {
            zh = "守着牌价看，先问一声：想做，还是了解行情？",
            en = "Ask first: to trade, or to follow the news?",
          } },
        { id = "known", bin = "vip", source = "FE-1.1",
          text = {
            zh = "你认得她：上月在贵宾室签过约，今天直奔取号机",
            en = "You know her from the VIP room; she heads for the number machine",
          },
          why = {
            zh = "认得的贵宾要叫准称呼迎上去，不让她自己排。",
            en = "A known VIP is met and greeted by name, not left to queue.",
          } },
        { id = "fee", bin = "potential", source = "FE-2",
          text = { zh = "问柜员：八十万一笔转走，手续费多少？", en = "Asks about the fee for transferring 800,000 at once" },
          why = {
            zh = "金额和业务都敏感，柜员该马上告诉大堂经理。",
            en = "A large sum, a telling question: the teller lets the lobby manager know at once.",
          } },
        { id = "glance", bin = "ordinary", source = "FE-2",
          text = { zh = "取三百块，瞟了眼折页就走开", en = "Draws 300; a glance at the leaflet and away" },
          why = {
            zh = "扫一眼就走，小额取款，教他用机器。",
            en = "A glance and away, a small withdrawal: show the machine.",
          } },
      } },

    { id = "refer", kind = "choose",
      ask = { zh = "下一步怎么做？", en = "What do you do now?" },
      questions = {
        { id = "free", source = "FE-3",
          ask = {
            zh = "沾水泥的先生有空，也想听听怎么放更合适。",
            en = "The man with the cement has time, and would like to hear what to do with the money.",
          },
          choices = {
            { id = "later", text = {
              zh = "递上贵宾服务体验卡，请他改天再来", en = "Give him the experience card and ask him to come again" } },
            { id = "now", text = {
              zh = "当面引见客户经理，再填信息记录表", en = "Introduce the client manager, then fill in the record" },
              right = true },
            { id = "advise", text = {
              zh = "你先把合适的几款产品给他讲一遍", en = "Explain some products that might suit him yourself" } },
            { id = "queue", text = {
              zh = "请他先排队存好，回头再打电话", en = "Let him queue for now and phone him afterwards" } },
          },
          why = {
            zh = "有空就趁热引见；产品由有资格的人讲，先测风险。",
            en = "He has time, so introduce him now. Products are for the licensed, after the risk profile.",
          } },
        { id = "hurry", source = "FE-3",
          ask = {
            zh = "问手续费的女士有兴趣，可二十分钟后要赶火车。",
            en = "The woman who asked about the fee is interested, but has a train in 20 minutes.",
          },
          choices = {
            { id = "call", text = {
              zh = "请她再等两分钟，去把客户经理叫来", en = "Ask her to wait a minute while you fetch the manager" } },
            { id = "experience", text = {
              zh = "给贵宾服务体验卡，再填推荐表", en = "Give her the VIP experience card and fill in the form" },
              right = true },
            { id = "let-go", text = {
              zh = "不耽误她，等她下次来了再说", en = "Don't hold her up; there'll be a next time" } },
            { id = "number", text = {
              zh = "照着单子把电话记下来，晚上打给她", en = "Copy her phone number off the slip and ring her tonight" } },
          },
          why = {
            zh = "没空就给体验卡、填推荐表；单子上的电话，没经她同意不能记去用。",
            en = "No time: the card and the form. A number on a slip isn't yours to use without her consent.",
          } },
        { id = "no-number", source = "FE-3",
          ask = {
            zh = "抄牌价的客户愿意了解，但说了两回，不留联系方式。",
            en = "The customer at the rate board is interested, but has said twice: no phone number.",
          },
          choices = {
            { id = "again", text = {
              zh = "说明只用来报汇率，再劝一次", en = "Say it's only for rates, and ask once more" } },
            { id = "follow", text = {
              zh = "记下取号单，办业务时查联系方式", en = "Note the queue number and look up the contact" } },
            { id = "point", text = {
              zh = "指给客户看折页上客户经理的名片", en = "Point out the manager's card on the leaflet" },
              right = true },
            { id = "drop", text = {
              zh = "客气一句，回到门口接着迎客", en = "Say something polite and go back to the door" } },
          },
          why = {
            zh = "把找我们的路留给客户，不催，也不偷着查。",
            en = "Leave the way open from the customer's side. No pressing, no looking things up.",
          } },
        { id = "ordinary", source = "FE-3",
          ask = {
            zh = "查退休金的阿姨说：“我也想买点国债。”",
            en = "\"I'd like some government bonds, too,\" says the woman with the pension.",
          },
          choices = {
            { id = "counter", text = {
              zh = "请到开放式柜台，坐下细问", en = "Take her to the open counter for that" }, right = true },
            { id = "vip-card", text = {
              zh = "给张贵宾服务体验卡，改天再约", en = "Give her the VIP experience card" } },
            { id = "leaflet", text = {
              zh = "递张折页，请她回家先看", en = "Give her a leaflet to take home" } },
            { id = "closed", text = {
              zh = "请她到现金窗口取号排队", en = "Give her a number for the cash window" } },
          },
          why = {
            zh = "普通客户有需求，开放式柜台或客户经理接着谈。",
            en = "An ordinary customer with a need goes to the open counter, or to a client manager.",
          } },
      } },
  },
}
