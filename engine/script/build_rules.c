/* build_rules.c: reads a rule pack. */
#include <string.h>

#include "script/build.h"

/* Looks a word up among acts and cues; -1 with a fault when it is neither. */
static bool add_word(struct build *build, struct reader *reader, struct operand *operand)
{
    const struct vocabulary *words = build->vocabulary;
    const char *known[ACT_MAX + CUE_MAX];
    int count = 0;
    if (lua_type(reader->lua, -1) != LUA_TSTRING) {
        reader_fault(reader, NULL, "expected the name of an act or a cue here");
        return false;
    }
    const char *word = lua_tostring(reader->lua, -1);
    int act = term_find(words->acts, words->act_count, word);
    int cue = term_find(words->cues, words->cue_count, word);
    if (act >= 0)
        operand->acts |= UINT64_C(1) << act;
    if (cue >= 0)
        operand->cues |= UINT64_C(1) << cue;
    if (act >= 0 || cue >= 0)
        return true;
    for (int i = 0; i < words->act_count; i++)
        known[count++] = words->acts[i].id;
    for (int i = 0; i < words->cue_count; i++)
        known[count++] = words->cues[i].id;
    reader_fault(reader, NULL, "'%s' is neither an act nor a cue%s", word,
                 reader_suggestion(reader, word, known, count));
    return false;
}

struct operand build_operand(struct build *build, struct reader *reader)
{
    struct operand operand = {0};
    int kind = construct_kind(reader->lua, -1);
    if (kind != CONSTRUCT_ANY && kind != CONSTRUCT_ALL) {
        add_word(build, reader, &operand);
        return operand;
    }
    operand.all = kind == CONSTRUCT_ALL;
    construct_push(reader->lua, -1, 1);
    int length = reader_length(reader);
    if (length == 0)
        reader_fault(reader, NULL, "%s { } is empty", construct_name((enum construct_kind)kind));
    for (int i = 1; i <= length; i++) {
        lua_rawgeti(reader->lua, -1, i);
        add_word(build, reader, &operand);
        lua_pop(reader->lua, 1);
    }
    lua_pop(reader->lua, 1);
    if (operand.all && operand.acts && operand.cues)
        reader_fault(reader, NULL, "all { } can't mix acts and cues: they never share a step");
    return operand;
}

/* existence(a, n) and exactly(a, n): the number is the last argument, 1 when left out. */
static void build_times(struct reader *reader, struct rule *rule, int arguments)
{
    rule->times = 1;
    if (arguments < 3)
        return;
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
        construct_push(reader->lua, -1, 1);
        word = reader_string(reader, NULL);
        lua_pop(reader->lua, 1);
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
    reader_check_keys(reader, known);
    if (reader_field(reader, "template")) {
        size_t mark = reader_enter(reader, "template");
        if (construct_kind(reader->lua, -1) == CONSTRUCT_TEMPLATE)
            build_template(build, reader, rule);
        else
            reader_fault(reader, NULL, "write a template here, such as response(\"a\", \"b\")");
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
        build_check_source(build, reader, rule->source);
    snprintf(key, sizeof key, "%.40s/%.40s", pack, rule->id);
    rule->title = reader_text_field(reader, "title", true, key);
    rule->why = reader_text_field(reader, "why", true, key);
    rule->instead = reader_text_field(reader, "instead", true, key);
    const char *fault = rule->operand_count > 0 ? rule_fault(rule) : NULL;
    if (fault)
        reader_fault(reader, "template", "%s", fault);
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

static bool is_duplicate(const struct rule *rules, int count)
{
    for (int i = 0; i < count; i++) {
        if (rules[i].pack == rules[count].pack && strcmp(rules[i].id, rules[count].id) == 0)
            return true;
    }
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
        if (count == RULE_MAX) {
            reader_fault(reader, NULL, "more than %d rules in all packs together", RULE_MAX);
        } else {
            rules[count] = (struct rule){.pack = pack};
            build_rule(build, reader, &rules[count], term->id);
            if (rules[count].id && is_duplicate(rules, count))
                reader_fault(reader, NULL, "a second rule '%s' in this pack", rules[count].id);
            else if (rules[count].id && adjust(build, &rules[count], term->id))
                count++;
        }
        lua_pop(reader->lua, 1);
        reader_leave(reader, mark);
    }
    lua_pop(reader->lua, 1);
    return count;
}
