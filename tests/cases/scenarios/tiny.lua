-- Everything that a scenario may hold, once.
local function need(s) return s.need end

return scenario "tiny" {
  title = { zh = "小场景", en = "A tiny scenario" },
  role = "teller",
  source = { "S-1", "S-2.1" },
  brief = { zh = "简短说明", en = "What the trainee is told" },
  card = { zh = "顾客的卡片", en = "What the customer is told" },
  rules = { "small", "other" },
  adjust = {
    ["small/accept-first"] = { weight = 3, reason = { zh = "这里重要", en = "It matters here" } },
    ["other/truth"] = { off = true, reason = { zh = "这里不评", en = "Not judged here" } },
  },
  customer = {
    name = { zh = "王先生", en = "Mr Wang" }, surname = { zh = "王", en = "Wang" },
    age = 46, familiarity = 2, mood = "neutral",
    looks = { { zh = "灰外套", en = "A grey coat" }, { zh = "拿着号", en = "Holds a ticket" } },
  },
  vars = { patience = int(0, 4, 3), asked = flag() },
  draws = { need = { saving = 2, ["return"] = 1 }, hurry = { yes = 1, no = 3 } },
  turns = 4,
  start = "counter",
  nodes = {
    ["counter"] = {
      scene = { zh = "他走过来", en = "He comes up" },
      says = pick(need, {
        saving = { zh = "存钱", en = "To save" },
        ["return"] = { zh = "要收益", en = "For a return" },
      }),
      cues = { "enters" },
      hint = "ask",
      seconds = 20, timeout = "silence",
      responses = {
        { id = "ask", say = { zh = "问", en = "I ask" }, acts = { "ask" },
          to = pick(need, { saving = "answer", ["return"] = "refusal" }),
          effect = { patience = -1, asked = true, mood = 1, familiarity = 2 },
          remark = { zh = "问得好", en = "Well asked" } },
        { id = "push", say = { zh = "推", en = "I push" }, acts = { "push" },
          when = function(s) return s.patience > 0 end,
          effect = function(s) s.patience = 0 s.mood = "resistant" end,
          to = chance { refusal = 3, gone = 1 } },
        { id = "silence", silent = true, say = { zh = "（没说话）", en = "(says nothing)" },
          acts = { "silence" }, effect = { mood = "resistant" }, to = "refusal" },
      },
    },
    ["answer"] = {
      says = { zh = "我想存钱", en = "I want to save" },
      cues = pick(need, { saving = { "tells-need", "consents" }, ["return"] = {} }),
      form = "thanks",
      responses = {
        { id = "again", say = { zh = "再问", en = "I ask again" }, acts = "ask", to = "answer" },
        { id = "stop", say = { zh = "好的", en = "Fine" }, acts = {}, to = "thanks" },
      },
    },
    ["refusal"] = {
      says = { zh = "不要", en = "No" }, cues = "objects",
      responses = {
        { id = "accept", say = { zh = "明白", en = "I see" }, acts = { "acknowledge" }, to = "answer" },
        { id = "push", say = { zh = "再推", en = "I push again" }, acts = { "push" }, to = "gone" },
      },
    },
    ["thanks"] = { ending = "done", says = { zh = "谢谢", en = "Thanks" } },
    ["gone"] = { ending = "left", scene = { zh = "他走了", en = "He goes" } },
  },
}
