-- The teller's seven steps: first their order, then what is said at each. Two sentences are left
-- over: they belong to no step.

return exercise "teller-seven-steps" {
  title = { zh = "柜员七步曲", en = "The teller's seven steps" },
  source = { "FE-4" },
  minutes = 5,
  brief = {
    zh = "一位客户来柜台办一笔大额转账。先把七步排好，再给每一步配上一句话；有两句哪步都用不上。",
    en = "A customer comes to your window to transfer a large sum. Put the seven steps in order, then find"
      .. " the words for each. Two of the sentences belong nowhere.",
  },
  model = {
    zh = "站相迎，笑相问，礼貌接，及时办，巧推荐，提醒递，目相送。业务接下来先判断一回，办着再判断一回；推荐只推人，不推产品："
      .. "问他愿不愿意，再请大堂经理引见。人走了，把推荐表补上。",
    en = "Stand to greet, smile and ask, receive politely, handle promptly, recommend deftly, remind and"
      .. " hand back, see off with the eyes. I judge value from the business, and again while I work. What I"
      .. " recommend is a person, not a product: I ask if he'd like it, then have the lobby manager"
      .. " introduce him. Once he has gone, I fill in the referral form.",
  },
  why = {
    zh = "一笔业务就几分钟，步子熟了，眼睛和耳朵才腾得出来看人、听话。",
    en = "You have a few minutes with each customer. When the steps come by themselves, your eyes and ears"
      .. " are free.",
  },
  tasks = {
    { id = "steps", kind = "order",
      ask = { zh = "从客户走近柜台开始，排出七步。", en = "From the customer's approach: put the steps in order." },
      items = {
        { id = "greet", text = { zh = "站相迎", en = "Stand to greet" },
          why = { zh = "人还没到窗口，你先站起来。", en = "You are on your feet before the customer is at the window." } },
        { id = "ask", text = { zh = "笑相问", en = "Smile and ask" },
          why = {
            zh = "先问清办什么、还有没有别的，再伸手接东西。",
            en = "Ask what it is, and whether there is anything else, before you take the papers.",
          } },
        { id = "receive", text = { zh = "礼貌接", en = "Receive politely" },
          why = {
            zh = "双手接过单据证件；看见是什么业务，就能判断第一回。",
            en = "Take the papers with both hands. The business itself gives you a first idea of value.",
          } },
        { id = "handle", text = { zh = "及时办", en = "Handle promptly" },
          why = {
            zh = "报个时间，递张折页，手上办着，眼里再看一回。",
            en = "Say how long, hand over the leaflet, and judge a second time as you work.",
          } },
        { id = "recommend", text = { zh = "巧推荐", en = "Recommend deftly" },
          why = {
            zh = "手上的业务有了着落，两回判断也有了，才谈得上推荐。",
            en = "Only when the work is under way and you have judged twice is there something to recommend.",
          } },
        { id = "return", text = { zh = "提醒递", en = "Remind and hand back" },
          why = {
            zh = "东西一交回去，客户就要起身，推荐得赶在这之前。",
            en = "Once the papers are back the customer gets up, so this comes after the recommendation.",
          } },
        { id = "see-off", text = { zh = "目相送", en = "See off with the eyes" },
          why = {
            zh = "看着人转身走开，才叫下一位，再补推荐表。",
            en = "Watch him go before you call the next, and then see to the form.",
          } },
      } },

    { id = "words", kind = "match",
      ask = { zh = "每一步，柜员说的是哪一句？", en = "Which sentence goes with which step?" },
      pairs = {
        { id = "greet", left = { zh = "站相迎", en = "Stand to greet" },
          right = { zh = "您好，这边请，请坐。", en = "Good morning, over here. Do sit down." },
          why = { zh = "招呼加一个“请”，人坐下来。", en = "A welcome and a seat, no business yet." } },
        { id = "ask", left = { zh = "笑相问", en = "Smile and ask" },
          right = {
            zh = "今天办什么业务？还有别的，一块儿给您办了。",
            en = "What can I do for you today, and is there anything else while you're here?",
          },
          why = {
            zh = "多问一句“还有别的吗”，省得他再排一次队。",
            en = "The \"anything else\" saves the customer a second queue.",
          } },
        { id = "receive", left = { zh = "礼貌接", en = "Receive politely" },
          right = {
            zh = "谢谢，单子和身份证都给我了，转账，对吧？",
            en = "Thank you, the slip and your ID card. It's a transfer, isn't it?",
          },
          why = {
            zh = "东西点清，业务说清，金额不念出声。",
            en = "Papers and business confirmed aloud, the amount not.",
          } },
        { id = "handle", left = { zh = "及时办", en = "Handle promptly" },
          right = {
            zh = "大概五分钟，您先翻翻这张折页。",
            en = "It'll take about five minutes. Here's a leaflet to look at meanwhile.",
          },
          why = { zh = "有个准数，等着就不心焦。", en = "Waiting is easier when you know how long." } },
        { id = "recommend", left = { zh = "巧推荐", en = "Recommend deftly" },
          right = {
            zh = "您常转大额，要不要请我们客户经理跟您认识一下？",
            en = "You make large transfers quite often. Would you like to meet our client manager?",
          },
          why = {
            zh = "引见人，不推产品；用问的，让他自己拿主意。",
            en = "It offers a person, not a product, and leaves the choice to him.",
          } },
        { id = "return", left = { zh = "提醒递", en = "Remind and hand back" },
          right = {
            zh = "证件、回单请收好，核对一下，再麻烦您按个评价。",
            en = "Your ID card and receipt. Please check them, and press a rating if you would.",
          },
          why = { zh = "递还、核对、请评价，都在这一步。", en = "Return, check, rating: all three belong here." } },
        { id = "see-off", left = { zh = "目相送", en = "See off with the eyes" },
          right = { zh = "您慢走，路上小心。", en = "Goodbye, and safe home." },
          why = { zh = "一句道别，目光跟着人走。", en = "A farewell, and your eyes go with it." } },
      },
      extra = {
        { id = "pushed", right = {
          zh = "这笔别转了，我给您换个保本的，稳赚。",
          en = "Don't move it. I have something guaranteed that can only go up.",
        } },
        { id = "shouted", right = {
          zh = "一共五十万整，转给老家的哥哥，没错吧？",
          en = "That's half a million to your brother back home, is that right?",
        } },
      } },
  },
}
