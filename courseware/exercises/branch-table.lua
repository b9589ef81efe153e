-- The allocation table of P107 with its printed counts: 64 + 30 + 680 + 115 + 212 = 1,101 customers,
-- for each of three managers 21, 10, 227, 38 and 71 (21.3, 10, 226.7, 38.3 and 70.7, to the nearest
-- customer), 367 in all. Then bind, lift or transfer.

local function share(name)
  return function(n) return (n[name] / n.managers + 0.5) // 1 end
end

local function count(words, value)
  return { label = words, unit = { zh = "户", en = "customers" }, value = value, low = 0, high = 1000000, whole = true }
end

local vip = { zh = "贵宾", en = "VIP" }
local insured = { zh = "投资/保险", en = "Investment/insurance" }
local pos = { zh = "POS", en = "POS" }
local payroll = { zh = "代发工资", en = "Payroll" }
local retail = { zh = "个金账户", en = "Retail accounts" }

local function line(id, label, why)
  return { id = id, label = label, cells = {
    count = { given = function(n) return n[id] end },
    share = { expect = share(id), tolerance = 0.5, why = why },
  } }
end

-- The group with most customers.
local function largest(n)
  local best = "vip"
  for _, name in ipairs { "insured", "pos", "payroll", "retail" } do
    if n[name] > n[best] then best = name end
  end
  return best
end

local function model(n, show)
  local groups = { vip = vip, insured = insured, pos = pos, payroll = payroll, retail = retail }
  local total, each, most = 0, 0, largest(n)
  for name in pairs(groups) do
    total = total + n[name]
    each = each + share(name)(n)
  end
  return {
    zh = show(total) .. "户，" .. show(n.managers) .. "个人分，每人" .. show(each) .. "户，其中最多的是"
      .. groups[most].zh .. "，" .. show(share(most)(n)) .. "户。所以不能一组整个给一个人，要摊匀。"
      .. "大众客户绑，多几样常用的，多用手机银行；中高端提，贵宾卡、贵宾室，分层服务；高端转，请合适的同事一起来，交叉销售。",
    en = show(total) .. " customers among the " .. show(n.managers) .. " of us: " .. show(each) .. " each, "
      .. show(share(most)(n)) .. " of them from the largest group (" .. groups[most].en .. "), so no group"
      .. " should go to one person whole. Mass customers I bind: more everyday products, e-banking. Mid and"
      .. " high I lift: the VIP card, the VIP room, service by tier. The high end I transfer: I bring in the"
      .. " right colleague, and we cross-sell as a team.",
  }
end

return exercise "branch-table" {
  title = { zh = "客户分配表与绑提转", en = "The allocation table: bind, lift, transfer" },
  source = { "EC-3.3", "EC-3.4" },
  minutes = 6,
  brief = {
    zh = "先把五组客户匀到每位客户经理名下，再给九位客户各选一个字：绑、提、转。户数可以换成你们网点的。",
    en = "Share five groups among the client managers, then choose bind, lift or transfer for nine cases."
      .. " Put in your own branch's counts if you like.",
  },
  model = model,
  why = {
    zh = "周一分名单，有了这张表，谁名下多少户、拿哪个字去做，一句话说得清。",
    en = "When the list is shared out on Monday, this table tells everyone how many are theirs and what to"
      .. " do with them.",
  },
  numbers = {
    vip = count(vip, 64),
    insured = count(insured, 30),
    pos = count({ zh = "POS商户", en = "POS merchants" }, 680),
    payroll = count(payroll, 115),
    retail = count(retail, 212),
    managers = { label = { zh = "客户经理", en = "Client managers" },
      unit = { zh = "人", en = "people" }, value = 3, low = 1, high = 200, whole = true },
  },
  tasks = {
    { id = "table", kind = "table",
      ask = {
        zh = "每组平均摊到一位客户经理名下是几户？四舍五入到整户就行。",
        en = "How many of each group for one manager? The nearest whole customer will do.",
      },
      corner = { zh = "客户组", en = "Group" },
      columns = {
        { id = "count", label = { zh = "户数", en = "Customers" } },
        { id = "share", label = { zh = "每人名下", en = "Per manager" } },
      },
      rows = {
        line("vip", vip, {
          zh = "一户一户都要有名有姓地落到人。",
          en = "Each of them should be somebody's by name.",
        }),
        line("insured", insured, {
          zh = "谈得最久；平均数之外，还得看谁有资格讲。",
          en = "The longest talks. Beside the average, mind who is licensed to advise.",
        }),
        line("pos", pos, {
          zh = "这一组摊不匀，就有人忙死、有人闲着。",
          en = "Share these badly and one drowns while another waits.",
        }),
        line("payroll", payroll, {
          zh = "平均数心里有底，真分的时候一个单位归一个人跟。",
          en = "The average is a guide; in practice give each employer to one manager.",
        }),
        line("retail", retail, {
          zh = "先看谁只用一样产品，那就是下一步的机会。",
          en = "See first who uses one product only: that is the next step.",
        }),
        { id = "total", label = { zh = "合计", en = "Total" }, cells = {
          count = { sum = { "vip.count", "insured.count", "pos.count", "payroll.count", "retail.count" } },
          share = { sum = { "vip.share", "insured.share", "pos.share", "payroll.share", "retail.share" } },
        } },
      } },

    { id = "strategy", kind = "classify",
      ask = { zh = "绑、提、转，选哪个字？", en = "Bind, lift or transfer?" },
      bins = {
        { id = "bind", label = { zh = "绑：大众，多用几样", en = "Bind: mass, more products and use" } },
        { id = "lift", label = { zh = "提：中高端，贵宾体验", en = "Lift: mid and high, VIP experience" } },
        { id = "transfer", label = { zh = "转：高端，引见同事", en = "Transfer: high end, to a colleague" } },
      },
      cards = {
        { id = "queue", bin = "lift", source = "EC-3.4",
          text = {
            zh = "资产七万，跑业务常来，回回排普通号",
            en = "70,000 with us, here every week, always in the ordinary queue",
          },
          why = {
            zh = "中端客户，请他体验一回贵宾服务，分层就显出来了。",
            en = "Mid: one visit to the VIP room shows what service by tier means.",
          } },
        { id = "electricity", bin = "bind", source = "EC-3.4",
          text = { zh = "余额三千，每月到柜台交电费", en = "3,000 in the account, pays electricity at the window" },
          why = { zh = "大众客户，教会手机缴费，就多绑一样。", en = "Mass: teach the app, and that's one more tie." } },
        { id = "factory", bin = "transfer", source = "EC-3.4",
          text = {
            zh = "资产三百万，想问厂里和家里的钱怎么分开管",
            en = "3 million; how to keep the factory's and the family's money apart?",
          },
          why = {
            zh = "高端客户，一个人讲不全，转给顾问一起谈。",
            en = "High end, and more than one person can answer: bring in the adviser.",
          } },
        { id = "teach", bin = "bind", source = "EC-3.4",
          text = {
            zh = "你做的：给买菜的大姐开通短信提醒、扫码收款",
            en = "You set up text notices and code payments for a market stall",
          },
          why = { zh = "多一样、用得勤，正是绑。", en = "One more product, in daily use: that is binding." } },
        { id = "three", bin = "transfer", source = "EC-3.4",
          text = {
            zh = "你做的：约上理财经理，陪高端客户一起谈",
            en = "You ask the wealth manager to join your meeting with a high-end customer",
          },
          why = { zh = "资源共享，客户认得的是一个团队。", en = "Shared: the customer gets to know a team." } },
        { id = "card", bin = "lift", source = "EC-3.4",
          text = { zh = "资产刚过九万，快够贵宾卡的线了", en = "Just over 90,000, nearly at the line for a VIP card" },
          why = { zh = "再提一步就到，体验卡先递上。", en = "One step short: offer the experience card now." } },
        { id = "wages", bin = "bind", source = "EC-3.4",
          text = { zh = "代发户，余额不多，只有卡，没开手机银行", en = "Payroll, small balance, the card only, no e-banking" },
          why = {
            zh = "只有一样，用得又少，从电子银行绑起。",
            en = "One product, little used: begin with e-banking.",
          } },
        { id = "insurance", bin = "transfer", source = "EC-3.4",
          text = {
            zh = "资产八十万，问的保险安排你没资格讲",
            en = "800,000; asks about insurance you aren't licensed to explain",
          },
          why = {
            zh = "高端客户，引见给有资格的同事，正合规矩。",
            en = "High end: introduce the licensed colleague, as the rules want it too.",
          } },
        { id = "room", bin = "lift", source = "EC-3.4",
          text = {
            zh = "你做的：请中端客户到贵宾室办一回业务",
            en = "You invite a mid customer to do business in the VIP room",
          },
          why = { zh = "贵宾体验，是提的第一招。", en = "A taste of VIP service is how lifting starts." } },
      } },
  },
}
