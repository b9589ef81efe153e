/* build_rules.c: reads a rule pack. */
#include <lauxlib.h>
#include <string.h>

#include "script/build.h"

void build_word(struct build *build, struct reader *reader, struct operand *operand)
{
    const struct vocabulary *words = build->vocabulary;
    const char *known[ACT_MAX + CUE_MAX];
    int count = 0;
    if (lua_type(reader->lua, -1) != LUA_TSTRING) {
        reader_fault(reader, NULL, "expected the name of an act or a cue here, found a %s",
                     luaL_typename(reader->lua, -1));
        return;
    }
    const char *word = lua_tostring(reader->lua, -1);
    int act = term_find(words->acts, words->act_count, word);
    int cue = term_find(words->cues, words->cue_count, word);
    if (act >= 0)
        operand->acts |= UINT64_C(1) << act;
    if (cue >= 0)
        operand->cues |= UINT64_C(1) << cue;
    if (act >= 0 || cue >= 0)
        return;
    for (int i = 0; i < words->act_count; i++)
        known[count++] = words->acts[i].id;
    for (int i = 0; i < words->cue_count; i++)
        known[count++] = words->cues[i].id;
    reader_fault(reader, NULL, "'%s' is neither an act nor a cue%s", word,
                 reader_suggestion(reader, word, known, count));
}

struct operand build_operand(struct build *build, struct reader *reader)
{
    struct operand operand = {0};
    int kind = construct_kind(reader->lua, -1);
    if (kind != CONSTRUCT_ANY && kind != CONSTRUCT_ALL) {
        build_word(build, reader, &operand);
        return operand;
    }
    operand.all = kind == CONSTRUCT_ALL;
    reader_check_arguments(reader, 1);
    construct_push(reader->lua, -1, 1);
    int length = reader_length(reader);
    if (length == 0)
        reader_fault(reader, NULL, "%s { } is empty", construct_name((enum construct_kind)kind));
    for (int i = 1; i <= length; i++) {
        lua_rawgeti(reader->lua, -1, i);
        build_word(build, reader, &operand);
        lua_pop(reader->lua, 1);
    }
    lua_pop(reader->lua, 1);
    return operand;
}

/* existence(a, n) and exactly(a, n): the number is the last argument, 1 when left out. */
static void build_times(struct reader *reader, struct rule *rule, int arguments)
{
    rule->times = 1;
    if (arguments < 3)
        return;
    if (arguments > 3)
        reader_fault(reader, NULL, "%s takes an act or cue and a number, nothing more",
                     rule_template_name(rule->template));
    construct_push(reader->lua, -1, 3);
    rule->times = reader_integer(reader, 1, TURN_MAX, 1);
    lua_pop(reader->lua, 1);
}

static void build_template(struct build *build, struct reader *reader, struct rule *rule)
{
    int arguments = construct_count(reader->lua, -1);
    construct_push(reader->lua, -1, 1);
    rule->template = rule_template_find(lua_tostring(reader->lua, -1));
    lua_pop(reader->lua, 1);
    bool counted = rule->template == RULE_EXISTENCE || rule->template == RULE_EXACTLY;
    int operands = counted && arguments > 1 ? 1 : arguments - 1;
    if (operands > ORDERED_MAX) {
        reader_fault(reader, NULL, "%s takes at most %d acts or cues",
                     rule_template_name(rule->template), ORDERED_MAX);
        operands = ORDERED_MAX;
    }
    rule->operand_count = operands;
    for (int i = 0; i < operands; i++) {
        construct_push(reader->lua, -1, i + 2);
        rule->operands[i] = build_operand(build, reader);
        lua_pop(reader->lua, 1);
    }
    rule->times = 1;
    if (counted)
        build_times(reader, rule, arguments);
}

static void build_when(struct reader *reader, struct rule *rule)
{
    static const char *const moods[MOOD_COUNT] = {"resistant", "neutral", "positive"};
    rule->when = -1;
    if (!reader_field(reader, "when"))
        return;
    size_t mark = reader_enter(reader, "when");
    const char *word = NULL;
    if (construct_kind(reader->lua, -1) == CONSTRUCT_MOOD) {
        reader_check_arguments(reader, 1);
        construct_push(reader->lua, -1, 1);
        if (lua_type(reader->lua, -1) == LUA_TSTRING)
            word = lua_tostring(reader->lua, -1);
        lua_pop(reader->lua, 1); /* the value that holds it stays */
    }
    for (int i = 0; word && i < MOOD_COUNT; i++) {
        if (strcmp(word, moods[i]) == 0)
            rule->when = i;
    }
    if (rule->when < 0)
        reader_fault(reader, NULL,
                     "write when = mood \"resistant\", mood \"neutral\" or mood \"positive\"");
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
}

static void build_rule_body(struct build *build, struct reader *reader, struct rule *rule,
                            const char *pack)
{
    static const char *const known[] = {"template", "when",  "within", "weight",  "critical",
                                        "source",   "title", "why",    "instead", NULL};
    char key[128];
    bool built = false;
    reader_check_keys(reader, known);
    if (reader_field(reader, "template")) {
        int faults = reader_faults(reader);
        size_t mark = reader_enter(reader, "template");
        if (construct_kind(reader->lua, -1) == CONSTRUCT_TEMPLATE)
            build_template(build, reader, rule);
        else
            reader_fault(reader, NULL, "write a template here, such as response(\"a\", \"b\")");
        built = reader_faults(reader) == faults;
        reader_leave(reader, mark);
        lua_pop(reader->lua, 1);
    } else {
        reader_fault(reader, NULL, "'template' is missing from this rule");
    }
    build_when(reader, rule);
    rule->within = reader_integer_field(reader, "within", false, 1, 2 * TURN_MAX, 0);
    rule->weight = reader_integer_field(reader, "weight", true, 1, 100, 1);
    rule->critical = reader_boolean_field(reader, "critical", false);
    rule->source = reader_string_field(reader, "source", true, "");
    if (rule->source[0])
        build_check_source(build, reader, "source", rule->source);
    snprintf(key, sizeof key, "%.40s/%.40s", pack, rule->id);
    rule->title = reader_text_field(reader, "title", true, key);
    rule->why = reader_text_field(reader, "why", true, key);
    rule->instead = reader_text_field(reader, "instead", true, key);
    const char *fault = built ? rule_fault(rule) : NULL;
    if (fault)
        reader_fault(reader, "template", "'%s' %s", rule->id, fault);
}

static void build_rule(struct build *build, struct reader *reader, struct rule *rule,
                       const char *pack)
{
    if (construct_kind(reader->lua, -1) != CONSTRUCT_RULE) {
        reader_fault(reader, NULL, "expected rule \"name\" { ... } here");
        return;
    }
    construct_push(reader->lua, -1, 1);
    rule->id = reader_id(reader);
    lua_pop(reader->lua, 1);
    if (!rule->id)
        return;
    rule->file = reader->file;
    rule->file_line = reader_line(reader);
    construct_push(reader->lua, -1, 2);
    build_rule_body(build, reader, rule, pack);
    lua_pop(reader->lua, 1);
}

/* Applies the scenario's `adjust`; false when the rule is left out. */
static bool adjust(struct build *build, struct rule *rule, const char *pack)
{
    char name[128];
    snprintf(name, sizeof name, "%s/%s", pack, rule->id);
    for (int i = 0; i < build->adjustment_count; i++) {
        if (strcmp(build->rule_adjustments[i], name) != 0)
            continue;
        struct adjustment *adjustment = (struct adjustment *)&build->adjustments[i];
        adjustment->used = true;
        if (adjustment->weight > 0)
            rule->weight = adjustment->weight;
        return !adjustment->off;
    }
    return true;
}

/* Whether rule `number` of the list below the top has the name of one before it. */
static bool is_duplicate(struct reader *reader, int number)
{
    bool found = false;
    construct_push(reader->lua, -1, 1);
    for (int i = 1; !found && i < number; i++) {
        lua_rawgeti(reader->lua, -3, i);
        if (construct_kind(reader->lua, -1) == CONSTRUCT_RULE) {
            construct_push(reader->lua, -1, 1);
            found = lua_rawequal(reader->lua, -1, -3);
            lua_pop(reader->lua, 1);
        }
        lua_pop(reader->lua, 1);
    }
    lua_pop(reader->lua, 1);
    return found;
}

/* The array of rules has one place more than a scenario may have. */
static bool has_room(struct reader *reader, int count)
{
    if (count < RULE_MAX)
        return true;
    reader_fault(reader, NULL, "more than %d rules in all packs together", RULE_MAX);
    return false;
}

static void build_pack_title(struct build *build, struct reader *reader, struct term *pack)
{
    static const char *const known[] = {"title", NULL};
    construct_push(reader->lua, -1, 1);
    const char *id = reader_string(reader, "");
    lua_pop(reader->lua, 1);
    if (strcmp(id, pack->id) != 0)
        reader_fault(reader, NULL, "this file holds pack \"%s\", but its name says \"%s\"", id,
                     pack->id);
    construct_push(reader->lua, -1, 2);
    reader_check_keys(reader, known);
    pack->label = reader_text_field(reader, "title", true, pack->id);
    lua_pop(reader->lua, 1);
    (void)build;
}

int build_pack(struct build *build, struct reader *reader, int pack, struct rule *rules, int count)
{
    struct term *term = (struct term *)&build->scenario->packs[pack];
    build_pack_title(build, reader, term);
    construct_push(reader->lua, -1, 3);
    int length = reader_length(reader);
    for (int i = 1; i <= length; i++) {
        size_t mark = reader_enter_at(reader, i);
        lua_rawgeti(reader->lua, -1, i);
        rules[count] = (struct rule){.pack = pack};
        build_rule(build, reader, &rules[count], term->id);
        if (rules[count].id && is_duplicate(reader, i))
            reader_fault(reader, NULL, "a second rule '%s' in this pack", rules[count].id);
        else if (rules[count].id && adjust(build, &rules[count], term->id))
            count += has_room(reader, count);
        lua_pop(reader->lua, 1);
        reader_leave(reader, mark);
    }
    lua_pop(reader->lua, 1);
    return count;
}
