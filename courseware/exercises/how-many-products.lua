-- 18 % and 100 % (VC-5): who will stay. With the numbers given: 200 x 18 % = 36, 150 x 18 % = 27,
-- 100 x 18 % = 18, and all of 40 and 10: 131 of 500. If 50 of those with three take a fourth, 9 become
-- 50: 41 more. "Nears 100 %" is reckoned as 100.

local few = 18
local enough = 100

local function customers(words, value)
  return { label = words, unit = { zh = "户", en = "customers" }, value = value, low = 0, high = 1000000, whole = true }
end

-- A row: how many hold that many products (given), the chance to keep one, how many stay.
local function line(id, label, chance, why_chance, why_stay)
  return { id = id, label = label, cells = {
    held = { given = function(n) return n[id] end },
    chance = { expect = chance, tolerance = 0, why = why_chance },
    stay = { expect = function(n) return n[id] * chance / 100 end, tolerance = 0.5, why = why_stay },
  } }
end

local function held(n) return n.one + n.two + n.three + n.four + n.five end
local function stay(n) return ((n.one + n.two + n.three) * few + (n.four + n.five) * enough) / 100 end
local function gain(n) return n.added * (enough - few) / 100 end

-- Customers come whole: 37.26 of them are about 37.
local function about(count, show, word)
  local whole = (count + 0.5) // 1
  return (whole == count and "" or word) .. show(whole)
end

local one = { zh = "持有1样", en = "1 product" }
local two = { zh = "持有2样", en = "2 products" }
local three = { zh = "持有3样", en = "3 products" }
local four = { zh = "持有4样", en = "4 products" }
local five = { zh = "5样及以上", en = "5 or more" }

return exercise "how-many-products" {
  title = { zh = "百分之十八与百分之百", en = "18 per cent and 100 per cent" },
  source = { "VC-5", "RC-4" },
  minutes = 5,
  brief = {
    zh = "客户手里有几样产品，决定留不留得住。算一算网点的客户能留下多少，多配一样又能多留多少。",
    en = "How many products a customer holds decides whether he stays. Work out how many of yours will, and"
      .. " what one more product is worth.",
  },
  model = function(n, show)
    return {
      zh = "三样以内，留住的机会都只有百分之十八，一样和三样没差别；到第四样，接近百分之百。所以" .. show(held(n)) .. "户里能留下"
        .. about(stay(n), show, "约") .. "户。最划算的是手里已有三样的：" .. show(n.added) .. "户添上第四样，就多留"
        .. about(gain(n), show, "约") .. "户。添什么看缺口，先做风险测评，不是凑数。",
      en = "Up to three products the chance is 18 per cent, whether one or three; at the fourth it nears 100."
        .. " So " .. about(stay(n), show, "about ") .. " of our " .. show(held(n)) .. " stay. The best place to work"
        .. " is with those who hold three: if " .. show(n.added) .. " of them take a fourth, "
        .. about(gain(n), show, "about ") .. " more stay. Which one depends on the gap in what they hold, after the"
        .. " risk profile. It's not about making up the number.",
    }
  end,
  why = {
    zh = "周一先把手里三样的客户挑出来，看看各缺哪一块：离四样最近，一次谈话就可能留住一位。",
    en = "On Monday pick out those with three and see what each is lacking. They are the nearest to four:"
      .. " one conversation may keep a customer.",
  },
  numbers = {
    one = customers(one, 200),
    two = customers(two, 150),
    three = customers(three, 100),
    four = customers(four, 40),
    five = customers(five, 10),
    added = customers({ zh = "从3样添到4样的", en = "Of those with 3, take a fourth" }, 50),
  },
  tasks = {
    { id = "keep", kind = "table",
      ask = {
        zh = "留住的机会是百分之几？能留下几户？接近百分之百的，按一百算。",
        en = "What is the chance to keep them, in per cent, and how many stay? Count \"nears 100\" as 100.",
      },
      corner = { zh = "持有产品", en = "Products held" },
      columns = {
        { id = "held", label = { zh = "户数", en = "Customers" } },
        { id = "chance", label = { zh = "机会%", en = "Chance, %" } },
        { id = "stay", label = { zh = "留下", en = "Stay" } },
      },
      rows = {
        line("one", one, few,
          { zh = "三样以内，都是百分之十八。", en = "Three or fewer: 18 per cent." },
          { zh = "留下的不到五分之一。", en = "Fewer than one in five stay." }),
        line("two", two, few,
          { zh = "两样和一样，机会一个样。", en = "Two are no safer than one." },
          { zh = "户数乘百分之十八。", en = "Customers times 18 per cent." }),
        line("three", three, few,
          { zh = "三样还在线下，只差一步。", en = "Three is still below the line, by one." },
          { zh = "走掉的八成多，正是最该下功夫的。", en = "More than eight in ten are lost: here the work pays." }),
        line("four", four, enough,
          { zh = "到了四样，接近百分之百。", en = "Four: it nears 100." },
          { zh = "按一百算，全留下。", en = "At 100, all of them." }),
        line("five", five, enough,
          { zh = "过了四样，都按接近百分之百算。", en = "Beyond four it nears 100 as well." },
          { zh = "个个都稳。", en = "Every one of them is safe." }),
        { id = "total", label = { zh = "合计", en = "Total" }, cells = {
          held = { sum = { "one.held", "two.held", "three.held", "four.held", "five.held" } },
          stay = { sum = { "one.stay", "two.stay", "three.stay", "four.stay", "five.stay" } },
        } },
      } },

    { id = "fourth", kind = "table",
      ask = {
        zh = "三样的客户里，有人配上了第四样。这些人原来能留下几户，现在几户，多留几户？",
        en = "Some of those with three take a fourth. How many of them would have stayed, how many stay now,"
          .. " and how many more is that?",
      },
      corner = { zh = "这些客户", en = "Of these" },
      columns = { { id = "number", label = { zh = "户数", en = "Customers" } } },
      rows = {
        { id = "added", label = { zh = "添到四样的", en = "Take a fourth" }, cells = {
          number = { given = function(n) return n.added end },
        } },
        { id = "before", label = { zh = "原来能留下", en = "Would have stayed" }, cells = {
          number = { expect = function(n) return n.added * few / 100 end, tolerance = 0.5,
            why = { zh = "原来三样，按百分之十八。", en = "With three, 18 per cent." } },
        } },
        { id = "after", label = { zh = "现在能留下", en = "Stay now" }, cells = {
          number = { expect = function(n) return n.added * enough / 100 end, tolerance = 0.5,
            why = { zh = "四样了，按一百算。", en = "With four, reckoned as 100." } },
        } },
        { id = "gain", label = { zh = "多留", en = "More than before" }, cells = {
          number = { expect = function(n) return n.added * (enough - few) / 100 end, tolerance = 0.5,
            why = {
              zh = "现在的减原来的，这就是第四样的分量。",
              en = "Now minus then: that is what the fourth product weighs.",
            } },
        } },
      } },

    { id = "balances", kind = "choose",
      ask = { zh = "留住客户的四个平衡。", en = "Keeping customers: four balances." },
      questions = {
        { id = "heavier", source = "VC-5",
          ask = {
            zh = "四对里头，两边都要，哪一边更该多下功夫？选四个。",
            en = "Four pairs. Both sides count, but which deserves more? Choose four.",
          },
          choices = {
            { id = "feeling", text = { zh = "感情", en = "Feeling" } },
            { id = "product", text = { zh = "产品", en = "Product" }, right = true },
            { id = "every-day", text = { zh = "平日", en = "Every day" }, right = true },
            { id = "occasions", text = { zh = "年节", en = "Occasions" } },
            { id = "leaders", text = { zh = "领导", en = "Leaders" } },
            { id = "team", text = { zh = "团队", en = "Team" }, right = true },
            { id = "deposits", text = { zh = "存款", en = "Deposits" } },
            { id = "whole", text = { zh = "整体", en = "The whole" }, right = true },
          },
          why = {
            zh = "产品重于感情，平日重于年节，团队重于领导，整体重于存款。",
            en = "Product over feeling, every day over occasions, team over leaders, the whole over"
              .. " deposits.",
          } },
      } },
  },
}
