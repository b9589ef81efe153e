-- The order of priority. Each of the four rules decides only where those before it have not, so the
-- right order is strict; the first two customers are alike under all four and may stand either way.

return exercise "screening-order" {
  title = { zh = "先联系谁：筛选的次序", en = "Whom first: the order of screening" },
  source = { "EC-3.2" },
  minutes = 4,
  brief = {
    zh = "八位客户，都该联系，可得一位一位来。照四条规矩排出先后。",
    en = "Eight customers, all worth a call, but one at a time. Put them in order by the four rules.",
  },
  model = {
    zh = "先看新老，老的在前；都是老客户，中高端在前；档次一样，准优质的在前；还一样，看需求，明的、隐的、没有的。"
      .. "排的时候一条一条往下看，前一条分出来了，就不翻后一条。排好先后是筛选，再匀到各人手里、对上产品，才是分类。",
    en = "Old before new. Among the old, mid and high end before mass. In the same class, likely good before"
      .. " ordinary. Still equal: a clear need, a hidden one, none. I go down the rules and stop at the"
      .. " first that decides. That is screening, an order. Sharing them out so that people and products"
      .. " match is classifying, a balance.",
  },
  why = {
    zh = "周一手里一份名单、半天空当，先打给谁不能看心情。有了次序，没打完也不亏。",
    en = "A list, half a free morning: don't leave it to your mood whom you ring. With an order, the calls"
      .. " you don't get round to are the ones that can wait.",
  },
  tasks = {
    { id = "order", kind = "order",
      ask = {
        zh = "先老后新；先中高端后大众；先准优质后一般；需求先明、再隐、后无。前一条分出先后，就不看后一条。",
        en = "Old before new; mid/high before mass; likely good before ordinary; need clear, hidden, none."
          .. " The first rule that decides, decides.",
      },
      items = {
        { id = "tuition", rank = 1,
          text = { zh = "老客户，中高端，想给孩子攒学费", en = "Old, mid/high; wants to save for school fees" },
          why = {
            zh = "老、中高端、需求明，一路占先。",
            en = "Old, mid/high, need clear: nobody comes before.",
          } },
        { id = "maturing", rank = 1,
          text = { zh = "老客户，中高端，问到期的钱怎么放", en = "Old, mid/high; asks where to put a maturing deposit" },
          why = {
            zh = "条条和攒学费那位一样，谁先都行。",
            en = "Equal on every rule with the school fees: either may come first.",
          } },
        { id = "leaflet", rank = 2,
          text = {
            zh = "老客户，中高端，没开口，理财折页拿了两回",
            en = "Old, mid/high; says nothing, but took the wealth leaflet twice",
          },
          why = { zh = "需求藏着没说，排在说出来的后面。", en = "A hidden need comes after a spoken one." } },
        { id = "content", rank = 3,
          text = { zh = "老客户，中高端，聊过，眼下不缺什么", en = "Old, mid/high; we talked, wants nothing just now" },
          why = {
            zh = "没有需求，可档次在前，仍排在大众之前。",
            en = "No need, but the class decides first: still ahead of mass.",
          } },
        { id = "rising", rank = 4,
          text = { zh = "老客户，大众，刚当上店长，收入看涨", en = "Old, mass; just made shop manager, income rising" },
          why = { zh = "眼下是大众，往后有望，这叫准优质。", en = "Mass today, with prospects: likely good." } },
        { id = "app", rank = 5,
          text = {
            zh = "老客户，大众，一般，想学手机缴费",
            en = "Old, mass, ordinary; wants to learn to pay by phone",
          },
          why = {
            zh = "需求是明的，但先比的是准优质还是一般。",
            en = "The need is clear, but the rule before it decides: likely good comes first.",
          } },
        { id = "newcomer", rank = 6,
          text = { zh = "新客户，中高端，需求还没摸清", en = "New, mid/high; need not yet found out" },
          why = {
            zh = "资产再多也是新客户；先建档，摸清需求再说。",
            en = "However much there is, new comes after old. Build the file first.",
          } },
        { id = "texts", rank = 7,
          text = { zh = "新客户，大众，想开短信提醒", en = "New, mass; wants text notices" },
          why = {
            zh = "新客户里，中高端先于大众；这件事大堂顺手就办了。",
            en = "Among the new, mid/high before mass. The lobby can do this one on the spot.",
          } },
      } },
    { id = "words", kind = "choose",
      ask = { zh = "筛选还是分类？", en = "Screening or classifying?" },
      questions = {
        { id = "screening",
          ask = { zh = "下面哪件事是筛选？", en = "Which of these is screening?" },
          choices = {
            { id = "share", text = { zh = "把名单匀给三位客户经理", en = "Sharing the list among three managers" } },
            { id = "line", text = { zh = "把名单排出先打给谁", en = "Deciding who on the list is called first" },
              right = true },
            { id = "match", text = { zh = "把客户和产品线对齐", en = "Matching customers with product lines" } },
            { id = "write", text = { zh = "把客户的情况写进表里", en = "Writing what we know onto the form" } },
          },
          why = { zh = "筛选出来的是先后次序。", en = "What screening gives you is an order." } },
        { id = "balance", source = "EC-3.3",
          ask = {
            zh = "一位客户经理名下六百户，另一位三十户。哪一步没做好？",
            en = "One manager has 600 customers, another 30. Which step went wrong?",
          },
          choices = {
            { id = "collect", text = { zh = "收集，信息没收全", en = "Collecting: something is missing" } },
            { id = "screen", text = { zh = "筛选，先后没排对", en = "Screening: the order is off" } },
            { id = "class", text = { zh = "分类，轻重没摊匀", en = "Classifying: the load is uneven" }, right = true },
            { id = "follow", text = { zh = "跟进，电话没打够", en = "Following up: too few calls" } },
          },
          why = {
            zh = "分类求的是平衡：人、需求、产品线，样样摊得匀、对得上。",
            en = "Classifying is a balance: people, needs and product lines, evenly shared and matched.",
          } },
      } },
  },
}
