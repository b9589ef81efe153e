-- What a scenario, rule pack, vocabulary, course or exercise may use: the surface of the sandbox
-- (engine/script/sandbox.h) and nothing of Lua's own library beyond it.
std = {
  read_globals = {
    -- the language, as far as the sandbox gives it
    "assert", "error", "ipairs", "next", "pairs", "pcall", "select", "tonumber", "tostring", "type",
    string = { fields = {
      "byte", "char", "format", "len", "lower", "rep", "reverse", "sub", "upper",
    } },
    table = { fields = { "concat", "insert", "remove", "sort", "unpack" } },
    math = { fields = {
      "abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min", "mininteger", "pi", "tointeger",
      "type",
    } },
    utf8 = { fields = { "char", "codepoint", "len", "offset" } },

    -- what a file returns
    "scenario", "pack", "vocabulary", "sources", "course", "exercise", "rubric",

    -- scenarios
    "int", "flag", "chance", "pick",

    -- rules
    "rule", "mood", "any", "all",
    "existence", "absence", "exactly", "init", "last",
    "responded_existence",
    "response", "alternate_response", "chain_response",
    "precedence", "alternate_precedence", "chain_precedence",
    "succession", "alternate_succession", "chain_succession",
    "not_coexistence", "not_succession", "ordered",
  },
}

max_line_length = 120
max_cyclomatic_complexity = 15
codes = true
