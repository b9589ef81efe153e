-- The month's target, managed and unmanaged. The figures are the printed ones (HN-2.1): of 229, week 1
-- takes 60 % = 137.4 (printed 137); of the 91.6 left, weeks 2 and 3 take half each = 45.8 (printed 45);
-- week 4 nothing. Unmanaged: 229 / 4 = 57.25 a week (printed 57), 11.45 a day (printed 11). A tolerance
-- of 1 takes both the printed and the exact.

local function first(n) return n.target * n.first / 100 end
local function rest(n) return n.target - first(n) end
local function second(n) return rest(n) * n.second / 100 end
local function third(n) return rest(n) - second(n) end
local function even(n) return n.target / 4 end

return exercise "rhythm-plan" {
  title = { zh = "一个月怎么走：节奏前置", en = "A month's rhythm: work ahead" },
  source = { "HN-2", "HN-2.1" },
  minutes = 6,
  brief = {
    zh = "同一个目标，两种走法：有规划的抢在前头，没规划的一周一周平着来。把每周的数填出来，看两条线怎么涨。",
    en = "One target, two months. Managed: well ahead. Unmanaged: the same every week. Fill in the weeks and"
      .. " watch the two lines rise.",
  },
  model = function(n, show)
    return {
      zh = "目标" .. show(n.target) .. "万元，第一周拿下" .. show(n.first) .. "%，" .. show(first(n)) .. "万元；剩下的，第二周"
        .. show(second(n)) .. "万元，第三周" .. show(third(n)) .. "万元；第四周不压任务，腾出来备下个月。平着走，每周"
        .. show(even(n)) .. "万元，一天" .. show(even(n) / n.days) .. "万元，哪天落下都得往后追。"
        .. "第一周能开门红，是因为上个月第三周就开始备客户、先做了一两成。",
      en = "In units of 10,000 yuan: of " .. show(n.target) .. ", week 1 takes " .. show(n.first) .. " per cent, "
        .. show(first(n)) .. "; of the rest, week 2 takes " .. show(second(n)) .. " and week 3 " .. show(third(n))
        .. "; week 4 owes nothing and fills next month's pipeline. At an even pace it is " .. show(even(n))
        .. " a week, " .. show(even(n) / n.days) .. " a day, and any bad day has to be made up. Week 1 only opens"
        .. " like that because we started in week 3 of the month before.",
    }
  end,
  why = {
    zh = "周一是哪一周，就做哪一周的事：第三周收尾，也是下个月的开头。不排节奏，月底不是摆烂，就是忙得团团转没结果。",
    en = "Which week is it this Monday? Week 3 ends this month and starts the next. Without a rhythm, people"
      .. " give up by the end of the month or run themselves ragged for nothing.",
  },
  numbers = {
    target = { label = { zh = "本月目标", en = "Target of the month" },
      unit = { zh = "万元", en = "x 10,000 yuan" }, value = 229, low = 1, high = 1000000 },
    first = { label = { zh = "第一周占目标", en = "Week 1, share of the target" },
      unit = { zh = "%", en = "%" }, value = 60, low = 0, high = 100 },
    second = { label = { zh = "第二周占余下的", en = "Week 2, share of the rest" },
      unit = { zh = "%", en = "%" }, value = 50, low = 0, high = 100 },
    days = { label = { zh = "每周工作日", en = "Working days a week" },
      unit = { zh = "天", en = "days" }, value = 5, low = 1, high = 7, whole = true },
  },
  tasks = {
    { id = "plan", kind = "table",
      ask = {
        zh = "单位万元，差一以内都算对。有规划：第三周做完余下的，第四周不留任务。没规划：四周一样多。",
        en = "In units of 10,000 yuan, within 1. Managed: week 3 takes all that is left, week 4 nothing."
          .. " Unmanaged: four equal weeks.",
      },
      corner = { zh = "走法", en = "Month" },
      columns = {
        { id = "w1", label = { zh = "第一周", en = "Week 1" } },
        { id = "w2", label = { zh = "第二周", en = "Week 2" } },
        { id = "w3", label = { zh = "第三周", en = "Week 3" } },
        { id = "w4", label = { zh = "第四周", en = "Week 4" } },
        { id = "total", label = { zh = "合计", en = "Total" } },
      },
      rows = {
        { id = "managed", label = { zh = "有规划", en = "Managed" }, cells = {
          w1 = { expect = first, tolerance = 1,
            why = {
              zh = "目标乘第一周的占比：开门就红，一个月心里不慌。",
              en = "The target times the first share: a strong opening takes the pressure off.",
            } },
          w2 = { expect = second, tolerance = 1,
            why = {
              zh = "先减掉第一周，再乘，别拿整个目标去乘。",
              en = "Take week 1 off first; it's a share of the rest, not of the target.",
            } },
          w3 = { expect = third, tolerance = 1,
            why = {
              zh = "余下的做完，第三周本月收官，下月起步。",
              en = "Whatever is left: by week 3 the month is done and the next begins.",
            } },
          w4 = { expect = 0, tolerance = 0.5,
            why = {
              zh = "不是歇着，是把下个月的客户备足。",
              en = "Not a holiday: this week fills the pipeline for next month.",
            } },
          total = { sum = { "managed.w1", "managed.w2", "managed.w3", "managed.w4" } },
        } },
        { id = "unmanaged", label = { zh = "没规划", en = "Unmanaged" }, cells = {
          w1 = { expect = even, tolerance = 1,
            why = { zh = "目标除以四周。", en = "The target over four weeks." } },
          w2 = { expect = even, tolerance = 1,
            why = {
              zh = "每周都一样，没有一周松口气。",
              en = "The same again: no week to draw breath.",
            } },
          w3 = { expect = even, tolerance = 1,
            why = {
              zh = "到这儿才四分之三，有规划的已经做完了。",
              en = "Three quarters by now; those who worked ahead are through.",
            } },
          w4 = { expect = even, tolerance = 1,
            why = {
              zh = "最后一周还压着四分之一，出点岔子就完不成。",
              en = "A quarter still hangs on the last week. One mishap and it's missed.",
            } },
          total = { sum = { "unmanaged.w1", "unmanaged.w2", "unmanaged.w3", "unmanaged.w4" } },
        } },
        { id = "managed-sum", label = { zh = "有规划，累计", en = "Managed, so far" }, cells = {
          w1 = { sum = { "managed.w1" } },
          w2 = { sum = { "managed.w1", "managed.w2" } },
          w3 = { sum = { "managed.w1", "managed.w2", "managed.w3" } },
          w4 = { sum = { "managed.w1", "managed.w2", "managed.w3", "managed.w4" } },
        } },
        { id = "unmanaged-sum", label = { zh = "没规划，累计", en = "Unmanaged, so far" }, cells = {
          w1 = { sum = { "unmanaged.w1" } },
          w2 = { sum = { "unmanaged.w1", "unmanaged.w2" } },
          w3 = { sum = { "unmanaged.w1", "unmanaged.w2", "unmanaged.w3" } },
          w4 = { sum = { "unmanaged.w1", "unmanaged.w2", "unmanaged.w3", "unmanaged.w4" } },
        } },
      } },

    { id = "day", kind = "table",
      ask = { zh = "第一周里，平均一天要做多少？", en = "In week 1, how much is that a day?" },
      corner = { zh = "走法", en = "Month" },
      columns = { { id = "day", label = { zh = "每天", en = "A day" } } },
      rows = {
        { id = "managed", label = { zh = "有规划", en = "Managed" }, cells = {
          day = { expect = function(n) return first(n) / n.days end, tolerance = 0.5,
            why = {
              zh = "一天做这么多，靠的是上月备下的客户。",
              en = "A day like that is only possible with a pipeline filled last month.",
            } },
        } },
        { id = "unmanaged", label = { zh = "没规划", en = "Unmanaged" }, cells = {
          day = { expect = function(n) return even(n) / n.days end, tolerance = 0.5,
            why = {
              zh = "看着不多，可天天如此，落一天就欠一天。",
              en = "It looks little, but it comes every day, and a missed day is a debt.",
            } },
        } },
      } },

    { id = "before", kind = "choose",
      ask = { zh = "再答两题。", en = "Two more questions." },
      questions = {
        { id = "start", source = "HN-2",
          ask = { zh = "这个月的活儿，从什么时候动手？", en = "When does work for this month begin?" },
          choices = {
            { id = "own-first", text = { zh = "本月第一周", en = "Week 1 of this month" } },
            { id = "last-first", text = { zh = "上月第一周", en = "Week 1 of last month" } },
            { id = "last-third", text = { zh = "上月第三周", en = "Week 3 of last month" }, right = true },
            { id = "last-day", text = { zh = "上月最后一天", en = "The last day of last month" } },
          },
          why = {
            zh = "上月第三周备客户，先做成一到两成；第四周做到两到五成，接着备。",
            en = "Week 3 of last month: fill the pipeline and do 10-20%. Week 4: 20-50%, and keep filling.",
          } },
        { id = "pipeline", source = "HN-1",
          ask = {
            zh = "备客户时听到四句话，哪一句离成交最近？",
            en = "While filling the pipeline you hear four sentences. Which is nearest to a deal?",
          },
          choices = {
            { id = "family", text = { zh = "“我得回家商量商量。”", en = "\"I must ask my family.\"" } },
            { id = "transfer", text = { zh = "“我周一把钱转过来。”", en = "\"On Monday I transfer the money.\"" },
              right = true },
            { id = "good", text = { zh = "“方案挺好，容我想想。”", en = "\"Good plan. Let me think it over.\"" } },
            { id = "send", text = { zh = "“资料先发我看看吧。”", en = "\"Send me the papers, I'll have a look.\"" } },
          },
          why = {
            zh = "潜在成交也分成色：有日子、有动作的，才排进第一周。",
            en = "A pipeline has degrees. What has a date and an action belongs in week 1.",
          } },
      } },
  },
  curve = {
    title = { zh = "累计完成：有规划与没规划", en = "Done so far: managed and unmanaged" },
    series = {
      { label = { zh = "有规划", en = "Managed" }, task = "plan",
        cells = { "managed-sum.w1", "managed-sum.w2", "managed-sum.w3", "managed-sum.w4" } },
      { label = { zh = "没规划", en = "Unmanaged" }, task = "plan",
        cells = { "unmanaged-sum.w1", "unmanaged-sum.w2", "unmanaged-sum.w3", "unmanaged-sum.w4" } },
    },
  },
}
