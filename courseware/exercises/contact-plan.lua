-- The contact plan of P110. The rule gives 4, 2 and 1 contacts a year; everything else may be the
-- branch's own. With the numbers given: 60 x 4 = 240, 180 x 2 = 360, 900 x 1 = 900, together 1,500 a
-- year, 30 a week, 10 for each of 3 managers, who can hold 8: two too many. High and mid alone are
-- 600, 12 and 4, which leaves 4 free for mass customers worth a call. That is what the two cautions
-- are about.

local function chosen(n) return n.high * 4 + n.mid * 2 end
local function everyone(n) return chosen(n) + n.mass end
local function weekly(count) return function(n) return count(n) / n.weeks end end
local function each(count) return function(n) return count(n) / n.weeks / n.managers end end
local function spare(count)
  return function(n) return n.capacity - count(n) / n.weeks / n.managers end
end
local function capacity(n) return n.capacity end

-- Spare below zero by as much as is shown.
local function lacks(spare_each) return spare_each < -0.005 end

-- First whether it fits, then who takes the diary.
local function model_zh(n, show)
  local all, upper = spare(everyone)(n), spare(chosen)(n)
  local text = "照规矩全算上，一年" .. show(everyone(n)) .. "次，每周" .. show(weekly(everyone)(n)) .. "次，"
    .. show(n.managers) .. "位客户经理每人" .. show(each(everyone)(n)) .. "次，"
  if lacks(all) then
    text = text .. "可一个人一周只能认真联系" .. show(n.capacity) .. "位，差" .. show(-all) .. "次。所以先排轻重："
  else
    text = text .. "一个人一周能认真联系" .. show(n.capacity) .. "位，装得下。轻重照样先排："
  end
  if lacks(upper) then
    text = text .. "光是高端、中端，每人每周就要" .. show(each(chosen)(n)) .. "次，还差" .. show(-upper)
      .. "次，先排其中需求明、机会大的。"
  elseif show(upper) == "0" then
    text = text .. "高端、中端每人每周" .. show(each(chosen)(n)) .. "次，刚好排满。"
  else
    text = text .. "高端、中端每人每周" .. show(each(chosen)(n)) .. "次，雷打不动；剩下" .. show(upper)
      .. "次，留给大众客户里需求明、机会大的。"
  end
  return text .. "够不上的不写进日程。每周跟进会上，和网点负责人对一遍。"
end

local function model_en(n, show)
  local all, upper = spare(everyone)(n), spare(chosen)(n)
  local text = "Counting everybody, the rule asks for " .. show(everyone(n)) .. " contacts a year: "
    .. show(weekly(everyone)(n)) .. " a week, " .. show(each(everyone)(n)) .. " for each manager. A manager can do "
    .. show(n.capacity) .. " properly, so "
  if lacks(all) then
    text = text .. "we are " .. show(-all) .. " short. Priorities first, then: "
  else
    text = text .. "it fits. Priorities first all the same: "
  end
  if lacks(upper) then
    text = text .. "high and mid alone want " .. show(each(chosen)(n)) .. " a week each, " .. show(-upper)
      .. " too many, so we start with those who have a clear need or a good chance. "
  elseif show(upper) == "0" then
    text = text .. "high and mid take " .. show(each(chosen)(n)) .. " a week each, which fills the diary. "
  else
    text = text .. "high and mid take " .. show(each(chosen)(n)) .. " a week each and are fixed. The other "
      .. show(upper) .. " go to mass customers with a clear need or a good chance. "
  end
  return text .. "The rest stay out of the diary, and the branch head goes through it with us weekly."
end

return exercise "contact-plan" {
  title = { zh = "填一份客户联系计划", en = "Fill in the contact plan" },
  source = { "EC-3.7", "EC-3.8" },
  minutes = 5,
  brief = {
    zh = "算一算：网点的客户一年要联系多少次，摊到每位客户经理每周是几次，日程装不装得下。数字可以换成你们网点自己的。",
    en = "Work out how many contacts your customers need in a year, what that means for each manager in a"
      .. " week, and whether the diary can hold it. Use your own branch's numbers if you have them.",
  },
  model = function(n, show) return { zh = model_zh(n, show), en = model_en(n, show) } end,
  why = {
    zh = "周一一早翻开日程，上面是几个该联系的名字，不是一句“多打电话”，这一周才真有人去做。",
    en = "On Monday morning a diary with names in it gets done. A good intention to call more"
      .. " customers doesn't.",
  },
  numbers = {
    high = { label = { zh = "高端客户（资产超过10万元）", en = "High end (over 100,000 yuan)" },
      unit = { zh = "户", en = "customers" }, value = 60, low = 0, high = 100000, whole = true },
    mid = { label = { zh = "中端客户（5万至10万元）", en = "Mid (50,000 to 100,000 yuan)" },
      unit = { zh = "户", en = "customers" }, value = 180, low = 0, high = 100000, whole = true },
    mass = { label = { zh = "大众客户（不到5万元）", en = "Mass (under 50,000 yuan)" },
      unit = { zh = "户", en = "customers" }, value = 900, low = 0, high = 1000000, whole = true },
    managers = { label = { zh = "客户经理", en = "Client managers" },
      unit = { zh = "人", en = "people" }, value = 3, low = 1, high = 200, whole = true },
    weeks = { label = { zh = "一年的工作周", en = "Working weeks a year" },
      unit = { zh = "周", en = "weeks" }, value = 50, low = 1, high = 53, whole = true },
    capacity = { label = { zh = "每人每周能认真联系", en = "Proper contacts a manager can hold" },
      unit = { zh = "次", en = "a week" }, value = 8, low = 1, high = 200, whole = true },
  },
  tasks = {
    { id = "year", kind = "table",
      ask = {
        zh = "一年要联系多少次？高端至少四次，中端两次，大众一次。",
        en = "How many contacts a year? High end at least four each, mid two, mass one.",
      },
      corner = { zh = "客户", en = "Class" },
      columns = {
        { id = "customers", label = { zh = "户数", en = "Customers" } },
        { id = "each", label = { zh = "每户每年", en = "Each, a year" } },
        { id = "contacts", label = { zh = "全年次数", en = "Contacts" } },
      },
      rows = {
        { id = "high", label = { zh = "高端", en = "High end" }, cells = {
          customers = { given = function(n) return n.high end },
          each = 4,
          contacts = { expect = function(n) return n.high * 4 end, tolerance = 0,
            why = {
              zh = "至少四次，合一个季度一次：户数乘四。",
              en = "At least four a year means about one every quarter: customers times four.",
            } },
        } },
        { id = "mid", label = { zh = "中端", en = "Mid" }, cells = {
          customers = { given = function(n) return n.mid end },
          each = 2,
          contacts = { expect = function(n) return n.mid * 2 end, tolerance = 0,
            why = {
              zh = "中端半年一次，户数乘二。人比高端多，次数往往反超。",
              en = "Once every half year. There are more of them, so they often outweigh the high end.",
            } },
        } },
        { id = "mass", label = { zh = "大众", en = "Mass" }, cells = {
          customers = { given = function(n) return n.mass end },
          each = 1,
          contacts = { expect = function(n) return n.mass end, tolerance = 0,
            why = {
              zh = "一年只有一次，可架不住人多：最占日程的往往是这一行。",
              en = "Only one each, yet this is usually the line that fills the diary.",
            } },
        } },
        { id = "total", label = { zh = "合计", en = "Total" }, cells = {
          customers = { sum = { "high.customers", "mid.customers", "mass.customers" } },
          contacts = { sum = { "high.contacts", "mid.contacts", "mass.contacts" } },
        } },
      } },

    { id = "week", kind = "table",
      ask = {
        zh = "摊到每周、每人，日程装得下吗？装不下，富余就填负数；除不尽，留一位小数。",
        en = "Per week and per manager: will the diary hold it? If not, the spare is a minus. One decimal is"
          .. " enough.",
      },
      corner = { zh = "每周次数", en = "Contacts a week" },
      columns = {
        { id = "all", label = { zh = "全部客户", en = "All classes" } },
        { id = "upper", label = { zh = "只算高端中端", en = "High and mid" } },
      },
      rows = {
        { id = "branch", label = { zh = "全网点", en = "Whole branch" }, cells = {
          all = { expect = weekly(everyone), tolerance = 0.1,
            why = {
              zh = "全年次数除以工作周，不是五十二周：过节放假打不了电话。",
              en = "Divide by working weeks, not by 52: nobody calls customers over the holidays.",
            } },
          upper = { expect = weekly(chosen), tolerance = 0.1,
            why = {
              zh = "只把高端、中端两行加起来，再除以工作周。",
              en = "Add the high and mid lines only, then divide by the working weeks.",
            } },
        } },
        { id = "manager", label = { zh = "每位客户经理", en = "Each manager" }, cells = {
          all = { expect = each(everyone), tolerance = 0.1,
            why = {
              zh = "落到一个人头上，才看得出做不做得到。",
              en = "Only the share of one person shows whether it can be done.",
            } },
          upper = { expect = each(chosen), tolerance = 0.1,
            why = {
              zh = "这几次是底线，先写进日程。",
              en = "These are the ones that go into the diary first.",
            } },
        } },
        { id = "capacity", label = { zh = "一人能装下", en = "One can hold" }, cells = {
          all = { given = capacity },
          upper = { given = capacity },
        } },
        { id = "spare", label = { zh = "富余", en = "Spare" }, cells = {
          all = { expect = spare(everyone), tolerance = 0.1,
            why = {
              zh = "能装下的减去要做的。负数就是装不下，得先排轻重。",
              en = "What fits minus what is needed. Below zero it doesn't fit, and priorities must decide.",
            } },
          upper = { expect = spare(chosen), tolerance = 0.1,
            why = {
              zh = "有富余，才轮到大众客户里机会大的。",
              en = "Whatever is spare goes to the mass customers with the best chance.",
            } },
        } },
      } },

    { id = "cautions", kind = "choose",
      ask = { zh = "开始排日程之前，想清楚三件事。", en = "Three things to settle before you book anything." },
      questions = {
        { id = "first", source = "EC-3.7",
          ask = {
            zh = "名单拿到手，日程还空着，第一步做什么？",
            en = "You have the list and an empty diary. What comes first?",
          },
          choices = {
            { id = "spread", text = { zh = "把名单平均摊到每一周", en = "Spread the list evenly over the weeks" } },
            { id = "rank", text = { zh = "先排出谁轻谁重，再定日子", en = "Settle who matters most, then set dates" },
              right = true },
            { id = "easy", text = { zh = "从最熟、最好说话的打起", en = "Start with the ones easiest to talk to" } },
            { id = "dates", text = { zh = "先把日子占住，名字后补", en = "Block the days now, add names later" } },
          },
          why = {
            zh = "日子一占，人情和惯性就替你做主；轻重要排在前面。",
            en = "Once the days are taken, habit decides. Priorities have to come before dates.",
          } },
        { id = "who", source = "EC-3.7",
          ask = { zh = "哪些客户写进日程？", en = "Which customers go into the diary?" },
          choices = {
            { id = "all", text = { zh = "名单上的全写，一个不落", en = "Every name on the list" } },
            { id = "rich", text = { zh = "只写资产超过十万元的", en = "Only those above 100,000 yuan" } },
            { id = "worth", text = { zh = "只写值得跟进的", en = "Only those worth following up" }, right = true },
            { id = "phone", text = { zh = "只写留了电话的", en = "Only those who left a number" } },
          },
          why = {
            zh = "日程就这么大；值不值得，看需求和机会，不光看资产。",
            en = "The diary is small. Need and chance decide who is worth it, not assets alone.",
          } },
        { id = "review", source = "EC-3.7",
          ask = {
            zh = "网点负责人多久过一遍跟进情况？",
            en = "How often does the branch head go through the follow-up?",
          },
          choices = {
            { id = "week", text = { zh = "每周", en = "Every week" }, right = true },
            { id = "month", text = { zh = "每月", en = "Every month" } },
            { id = "quarter", text = { zh = "每季度", en = "Every quarter" } },
            { id = "when", text = { zh = "指标落后的时候", en = "Whenever targets slip" } },
          },
          why = {
            zh = "周跟进：晚了七天还补得回来，晚了一个季度，时机早过了。",
            en = "Weekly: a week's slip can be mended. After a quarter the moment has gone.",
          } },
      } },
  },
}
