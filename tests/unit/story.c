/* story.c: writes scenarios. */
#include "unit/story.h"

#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/random.h"
#include "core/rule.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static const char *const acts[] = {"greet", "ask", "listen", "pitch", "press", "explain"};
static const char *const form_acts[] = {"file-form", "form-truthful", "form-incomplete",
                                        "form-unfounded", "form-no-consent"};
static const char *const cues[] = {"waits", "asks", "frowns", "agrees", "smiles", "leaves"};
static const char *const moods[] = {"resistant", "neutral", "positive"};
static const char *const needs[] = {"growth", "safety", "access"};

struct writer {
    struct buffer out;
    uint64_t seed, thrown;
    int nodes, endings, needs; /* needs: values of the first draw; 0: no draws */
    bool hastes;               /* there is a second draw */
    bool has_level, has_count, has_flag;
    bool reads_turn, has_forms;
};

/* A number in 0 .. sides - 1. */
static int dice(struct writer *writer, int sides)
{
    return (int)random_below(writer->seed, RANDOM_TRAINEE, writer->thrown++, (uint64_t)sides);
}

static bool percent(struct writer *writer, int chance)
{
    return dice(writer, 100) < chance;
}

#define PICK(writer, words) (words)[dice(writer, COUNT(words))]
#define WRITE(writer, ...) buffer_printf(&(writer)->out, __VA_ARGS__)

/* ------------------------------------------------------------------------------ functions ---- */

static bool write_test(struct writer *writer)
{
    switch (dice(writer, 8)) {
    case 0:
        WRITE(writer, "s.mood == \"%s\"", PICK(writer, moods));
        return true;
    case 1:
        WRITE(writer, "s.familiarity > %d", 1 + dice(writer, 5));
        return true;
    case 2:
        if (writer->reads_turn)
            WRITE(writer, "s.turn > %d", dice(writer, 3));
        return writer->reads_turn;
    case 3:
        if (writer->has_count)
            WRITE(writer, "s.count > %d", dice(writer, 3));
        return writer->has_count;
    case 4:
        if (writer->has_level)
            WRITE(writer, "s.level < %d", dice(writer, 3) - 1);
        return writer->has_level;
    case 5:
        if (writer->has_flag)
            WRITE(writer, "s.flag");
        return writer->has_flag;
    case 6:
        if (writer->needs > 0)
            WRITE(writer, "s.need == \"%s\"", needs[dice(writer, writer->needs)]);
        return writer->needs > 0;
    default:
        if (writer->hastes)
            WRITE(writer, "s.haste == \"yes\"");
        return writer->hastes;
    }
}

static void write_condition(struct writer *writer, int depth)
{
    int kind = depth > 0 ? dice(writer, 6) : 5;
    if (kind >= 3) {
        while (!write_test(writer))
            continue;
        return;
    }
    WRITE(writer, kind == 0 ? "not (" : "(");
    write_condition(writer, depth - 1);
    if (kind > 0) {
        WRITE(writer, kind == 1 ? " and " : " or ");
        write_condition(writer, depth - 1);
    }
    WRITE(writer, ")");
}

/* One of the cases of `pick`, which are then to be written: by need, or "x" and "y". */
static bool write_chooser(struct writer *writer)
{
    bool by_need = writer->needs > 0 && percent(writer, 60);
    if (by_need) {
        WRITE(writer, "pick(function(s) return s.need end, {");
        return true;
    }
    WRITE(writer, "pick(function(s) if ");
    write_condition(writer, 2);
    WRITE(writer, " then return \"x\" end return \"y\" end, {");
    return false;
}

/* Writes either one value or a choice, each value by `write_value`. */
static void write_maybe_picked(struct writer *writer, int chance,
                               void (*write_value)(struct writer *))
{
    if (!percent(writer, chance)) {
        write_value(writer);
        return;
    }
    bool by_need = write_chooser(writer);
    int cases = by_need ? writer->needs : 2;
    assert(cases <= COUNT(needs));
    for (int i = 0; i < cases; i++) {
        WRITE(writer, " %s = ", by_need ? needs[i] : i ? "y" : "x");
        write_value(writer);
        WRITE(writer, ",");
    }
    WRITE(writer, " })");
}

/* --------------------------------------------------------------------------------- nodes ---- */

static void write_text(struct writer *writer)
{
    WRITE(writer, "T\"words %d\"", dice(writer, 4));
}

static void write_some(struct writer *writer, const char *const *words, int count, int limit)
{
    WRITE(writer, "{");
    for (int i = dice(writer, limit + 1); i > 0; i--)
        WRITE(writer, " \"%s\",", words[dice(writer, count)]);
    WRITE(writer, " }");
}

static void write_cues(struct writer *writer)
{
    write_some(writer, cues, COUNT(cues), 2);
}

static void write_lines(struct writer *writer)
{
    if (percent(writer, 40)) {
        WRITE(writer, "    scene = ");
        write_maybe_picked(writer, 30, write_text);
        WRITE(writer, ",\n");
    }
    if (percent(writer, 80)) {
        WRITE(writer, "    says = ");
        write_maybe_picked(writer, 40, write_text);
        WRITE(writer, ",\n");
    }
    if (percent(writer, 85)) {
        WRITE(writer, "    cues = ");
        write_maybe_picked(writer, 35, write_cues);
        WRITE(writer, ",\n");
    }
}

static void write_node_name(struct writer *writer)
{
    WRITE(writer, "\"n%d\"", dice(writer, writer->nodes));
}

static void write_chance(struct writer *writer)
{
    static const int weights[][3] = {{1, 1, 0}, {1, 2, 0}, {1, 3, 0}, {1, 1, 2},
                                     {5, 1, 0}, {1, 2, 3}, {5, 7, 0}};
    const int *chosen = weights[dice(writer, COUNT(weights))];
    int first = dice(writer, writer->nodes);
    WRITE(writer, "chance {");
    for (int i = 0; i < 3 && chosen[i] > 0; i++)
        WRITE(writer, " n%d = %d,", (first + i) % writer->nodes, chosen[i]);
    WRITE(writer, " }");
}

static void write_change_table(struct writer *writer)
{
    WRITE(writer, "{");
    if (writer->has_count && percent(writer, 50))
        WRITE(writer, " count = %d,", dice(writer, 5) - 2);
    if (writer->has_level && percent(writer, 50))
        WRITE(writer, " level = %d,", dice(writer, 5) - 2);
    if (writer->has_flag && percent(writer, 50))
        WRITE(writer, " flag = %s,", percent(writer, 70) ? "true" : "false");
    if (percent(writer, 30))
        WRITE(writer, " mood = %d,", percent(writer, 50) ? 1 : -1);
    else if (percent(writer, 20))
        WRITE(writer, " mood = \"%s\",", PICK(writer, moods));
    if (percent(writer, 20))
        WRITE(writer, " familiarity = %d,", dice(writer, 7) - 3);
    WRITE(writer, " }");
}

static void write_assignment(struct writer *writer)
{
    int kind = dice(writer, 5);
    if (kind == 0 && writer->has_count)
        WRITE(writer, "s.count = s.count + %d", dice(writer, 3) - 1);
    else if (kind == 1 && writer->has_level)
        WRITE(writer, "s.level = -s.level + %d", dice(writer, 3) - 1);
    else if (kind == 2 && writer->has_flag)
        WRITE(writer, "s.flag = not s.flag");
    else if (kind == 3)
        WRITE(writer, "s.familiarity = s.familiarity + %d", dice(writer, 9) - 4);
    else
        WRITE(writer, "s.mood = \"%s\"", PICK(writer, moods));
}

static void write_effect(struct writer *writer)
{
    if (percent(writer, 50)) {
        write_change_table(writer);
        return;
    }
    WRITE(writer, "function(s) if ");
    write_condition(writer, 1);
    WRITE(writer, " then ");
    write_assignment(writer);
    WRITE(writer, " else ");
    write_assignment(writer);
    WRITE(writer, " end end");
}

static void write_response(struct writer *writer, int number, bool silent)
{
    WRITE(writer, "      { id = \"r%d\", say = T\"r%d\", acts = ", number, number);
    write_some(writer, acts, COUNT(acts), 2);
    WRITE(writer, ", to = ");
    if (percent(writer, 25))
        write_chance(writer);
    else
        write_maybe_picked(writer, writer->needs > 0 ? 40 : 15, write_node_name);
    if (percent(writer, 45)) {
        WRITE(writer, ", effect = ");
        write_effect(writer);
    }
    if (silent)
        WRITE(writer, ", silent = true");
    else if (percent(writer, number == 0 ? 4 : 35)) {
        WRITE(writer, ", when = function(s) return ");
        write_condition(writer, 2);
        WRITE(writer, " end");
    }
    WRITE(writer, " },\n");
}

static void write_node(struct writer *writer, int number)
{
    WRITE(writer, "  n%d = {\n", number);
    write_lines(writer);
    if (number >= writer->nodes - writer->endings) {
        WRITE(writer, "    ending = \"%s\",\n  },\n", percent(writer, 50) ? "good" : "bad");
        return;
    }
    int responses = 1 + dice(writer, STORY_RESPONSES);
    bool silent = responses > 1 && percent(writer, 12);
    if (silent)
        WRITE(writer, "    seconds = 30, timeout = \"r%d\",\n", responses - 1);
    if (writer->has_forms && percent(writer, 35)) {
        WRITE(writer, "    form = ");
        write_node_name(writer);
        WRITE(writer, ",\n");
    }
    WRITE(writer, "    responses = {\n");
    for (int i = 0; i < responses; i++)
        write_response(writer, i, silent && i == responses - 1);
    WRITE(writer, "    },\n  },\n");
}

/* ------------------------------------------------------------------------------ scenario ---- */

static void write_weights(struct writer *writer, const char *const *values, int count)
{
    static const int pairs[][3] = {{1, 1, 0}, {1, 2, 0}, {3, 1, 0}, {1, 5, 0}},
                     triples[][3] = {{1, 1, 1}, {1, 1, 2}, {2, 1, 3}, {5, 1, 6}};
    const int *weights = count == 2 ? PICK(writer, pairs) : PICK(writer, triples);
    assert(count <= 3);
    WRITE(writer, "{");
    for (int i = 0; i < count; i++)
        WRITE(writer, " %s = %d,", values[i], weights[i]);
    WRITE(writer, " }");
}

static void write_hidden(struct writer *writer)
{
    static const char *const hastes[] = {"yes", "no"};
    WRITE(writer, "vars = {");
    if (writer->has_count)
        WRITE(writer, " count = int(0, 3, %d),", dice(writer, 4));
    if (writer->has_level)
        WRITE(writer, " level = int(-2, 2, %d),", dice(writer, 5) - 2);
    if (writer->has_flag)
        WRITE(writer, " flag = flag(),");
    WRITE(writer, " },\n");
    if (writer->needs == 0)
        return;
    WRITE(writer, "draws = { need = ");
    write_weights(writer, needs, writer->needs);
    if (writer->hastes) {
        WRITE(writer, ", haste = ");
        write_weights(writer, hastes, COUNT(hastes));
    }
    WRITE(writer, " },\n");
}

static void choose_frame(struct writer *writer)
{
    int draws = dice(writer, STORY_DRAWS + 1);
    writer->nodes = 3 + dice(writer, 5);
    writer->endings = dice(writer, writer->nodes > 4 ? 3 : 2);
    writer->needs = draws > 0 ? 2 + dice(writer, 2) : 0;
    writer->hastes = draws > 1;
    writer->has_count = percent(writer, 60);
    writer->has_level = percent(writer, 40);
    writer->has_flag = percent(writer, 60);
    writer->reads_turn = percent(writer, 25);
    writer->has_forms = percent(writer, 35);
}

static const char prelude[] =
    "local function T(words) return { zh = \"中\" .. words, en = words } end\n"
    "local function R(id, acts, to, more)\n"
    "  local response = more or {}\n"
    "  response.id, response.say, response.acts, response.to = id, T(id), acts, to\n"
    "  return response\n"
    "end\n"
    "return scenario \"story\" { title = T\"title\", role = \"clerk\", source = { \"S-1\" },\n"
    "brief = T\"brief\", card = T\"card\", rules = { \"drill\" },\n";

static const char customer[] = "customer = { name = T\"Mr Wang\", surname = T\"Wang\", age = 46,\n"
                               "  familiarity = %d, mood = \"%s\" },\n";

static void write_scenario(struct writer *writer, int turns)
{
    WRITE(writer, "%s", prelude);
    WRITE(writer, customer, dice(writer, 8), PICK(writer, moods));
    write_hidden(writer);
    WRITE(writer, "turns = %d, start = \"n0\",\nnodes = {\n", turns);
    for (int i = 0; i < writer->nodes; i++)
        write_node(writer, i);
    WRITE(writer, "} }\n");
}

/* ---------------------------------------------------------------------------- vocabulary ---- */

static void write_terms(struct writer *writer, const char *key, const char *const *words, int count)
{
    WRITE(writer, "%s = {", key);
    for (int i = 0; i < count; i++)
        WRITE(writer, " [\"%s\"] = T\"%s\",", words[i], words[i]);
    if (words == acts) {
        for (int i = 0; i < COUNT(form_acts); i++)
            WRITE(writer, " [\"%s\"] = T\"%s\",", form_acts[i], form_acts[i]);
    }
    WRITE(writer, " },\n");
}

/* The option that claims nothing stands first, last or alone. */
static void write_form_field(struct writer *writer, const char *field)
{
    static const char always[] = " { id = \"unknown\", zh = \"不\", en = \"no\", always = true },";
    int options = dice(writer, 3);
    bool first = percent(writer, 50);
    WRITE(writer, "  %s = {%s", field, first ? always : "");
    for (int i = 0; i < options; i++)
        WRITE(writer, " { id = \"o%d\", zh = \"选\", en = \"o\", shown_by = { \"%s\", \"%s\" } },",
              i, PICK(writer, acts), PICK(writer, cues));
    WRITE(writer, "%s },\n", first ? "" : always);
}

static void write_vocabulary(struct writer *writer)
{
    static const char *const fields[] = {"signal", "business", "need", "outcome"};
    static const char *const endings[] = {"good", "bad"}, *const roles[] = {"clerk"};
    WRITE(writer, "local function T(words) return { zh = \"中\" .. words, en = words } end\n"
                  "return vocabulary {\n");
    write_terms(writer, "roles", roles, COUNT(roles));
    write_terms(writer, "acts", acts, COUNT(acts));
    write_terms(writer, "cues", cues, COUNT(cues));
    write_terms(writer, "endings", endings, COUNT(endings));
    WRITE(writer, "form = { consent = { \"agrees\" },\n");
    for (int i = 0; i < COUNT(fields); i++)
        write_form_field(writer, fields[i]);
    WRITE(writer, "} }\n");
}

/* --------------------------------------------------------------------------------- rules ---- */

static const char pack_head[] =
    "local T = { zh = \"话\", en = \"words\" }\n"
    "local function r(id, body)\n"
    "  body.weight = body.weight or 1\n"
    "  body.source, body.title, body.why, body.instead = \"S-1\", T, T, T\n"
    "  return rule(id)(body)\n"
    "end\n"
    "return pack \"drill\" { title = T } {\n";

enum wanted { WANTED_EITHER, WANTED_ACTS, WANTED_CUES };

static const char *some_label(struct writer *writer, enum wanted wanted)
{
    bool act = wanted == WANTED_ACTS || (wanted == WANTED_EITHER && percent(writer, 55));
    if (act && writer->has_forms && percent(writer, 25))
        return PICK(writer, form_acts);
    return act ? PICK(writer, acts) : PICK(writer, cues);
}

static void write_operand(struct writer *writer, bool one_speaker)
{
    int kind = dice(writer, 10);
    enum wanted wanted = WANTED_EITHER;
    if (one_speaker || kind < 2)
        wanted = percent(writer, 50) ? WANTED_ACTS : WANTED_CUES;
    if (kind >= 5) {
        WRITE(writer, "\"%s\"", some_label(writer, wanted));
        return;
    }
    WRITE(writer, kind < 2 ? "all {" : "any {");
    for (int i = 0; i < 2; i++)
        WRITE(writer, " \"%s\",", some_label(writer, wanted));
    WRITE(writer, " }");
}

static bool wants_one_speaker(enum rule_template template, int index)
{
    switch (template) {
    case RULE_INIT:
    case RULE_LAST:
    case RULE_CHAIN_PRECEDENCE:
        return index == 0;
    case RULE_CHAIN_RESPONSE:
        return index == 1;
    default:
        return template == RULE_CHAIN_SUCCESSION;
    }
}

static bool takes_within(enum rule_template template)
{
    switch (template) {
    case RULE_INIT:
    case RULE_LAST:
    case RULE_CHAIN_RESPONSE:
    case RULE_CHAIN_PRECEDENCE:
    case RULE_CHAIN_SUCCESSION:
    case RULE_ORDERED:
        return false;
    default:
        return true;
    }
}

static void write_template(struct writer *writer, enum rule_template template)
{
    int operands = rule_template_is_trace_wide(template) ? 1 : 2;
    if (template == RULE_ORDERED)
        operands += dice(writer, 2);
    WRITE(writer, "%s(", rule_template_name(template));
    for (int i = 0; i < operands; i++) {
        WRITE(writer, i ? ", " : "");
        write_operand(writer, wants_one_speaker(template, i));
    }
    if (template == RULE_EXISTENCE || template == RULE_EXACTLY)
        WRITE(writer, ", %d", 1 + dice(writer, 3));
    WRITE(writer, ")");
}

static void write_rule(struct writer *writer, int number)
{
    enum rule_template template = (enum rule_template)dice(writer, RULE_TEMPLATE_COUNT);
    WRITE(writer, "  r(\"r%d\", { template = ", number);
    write_template(writer, template);
    if (takes_within(template) && percent(writer, 35))
        WRITE(writer, ", within = %d", 1 + dice(writer, 5));
    if (percent(writer, 25))
        WRITE(writer, ", when = mood \"%s\"", PICK(writer, moods));
    if (percent(writer, 20))
        WRITE(writer, ", critical = true");
    WRITE(writer, ", weight = %d }),\n", 1 + dice(writer, 4));
}

static void write_pack(struct writer *writer)
{
    int rules = 2 + dice(writer, STORY_WEIGHT / 4 - 1);
    WRITE(writer, "%s", pack_head);
    for (int i = 0; i < rules; i++)
        write_rule(writer, i);
    WRITE(writer, "}\n");
}

/* -------------------------------------------------------------------------------- loading ---- */

static const char sources[] = "return sources { [\"S-1\"] = { zh = \"源\", en = \"source\" } }\n";

/* Adds what was written since the last time as a file. */
static void add_file(struct story *story, struct writer *writer, const char *name)
{
    bundle_add(story->bundle, name, writer->out.data, writer->out.length);
    buffer_free(&writer->out);
}

static struct loaded *load(const struct story *story)
{
    struct error error = {0};
    struct loaded *loaded = scenario_load(story->bundle, NULL, &error);
    if (!loaded)
        fail_msg("%s:%d: %s in\n%s\n%s", error.file, error.line, error.message,
                 story->bundle->files[0].text, story->bundle->files[3].text);
    return loaded;
}

static void load_twice(struct story *story)
{
    bundle_seal(story->bundle);
    story->loaded = load(story);
    story->fresh = load(story);
}

void story_random(struct story *story, uint64_t seed, int turns)
{
    struct writer writer = {.seed = seed};
    story->bundle = bundle_new("");
    choose_frame(&writer);
    write_scenario(&writer, turns);
    add_file(story, &writer, "story.lua");
    write_vocabulary(&writer);
    add_file(story, &writer, "vocabulary.lua");
    bundle_add(story->bundle, "sources.lua", sources, strlen(sources));
    write_pack(&writer);
    add_file(story, &writer, "rules/drill.lua");
    load_twice(story);
}

static const char written_form[] =
    "form = { consent = { \"agrees\" },\n"
    "  signal = { { id = \"unknown\", zh = \"不\", en = \"no\", always = true },\n"
    "    { id = \"waiting\", zh = \"等\", en = \"waiting\", shown_by = { \"waits\" } } },\n"
    "  business = { { id = \"unknown\", zh = \"不\", en = \"no\", always = true },\n"
    "    { id = \"asked\", zh = \"问\", en = \"asked\", shown_by = { \"ask\" } } },\n"
    "  need = { { id = \"unknown\", zh = \"不\", en = \"no\", always = true } },\n"
    "  outcome = { { id = \"unknown\", zh = \"不\", en = \"no\", always = true } } } }\n";

static void write_plain_vocabulary(struct writer *writer)
{
    static const char *const endings[] = {"good", "bad"}, *const roles[] = {"clerk"};
    WRITE(writer, "local function T(words) return { zh = \"中\" .. words, en = words } end\n"
                  "return vocabulary {\n");
    write_terms(writer, "roles", roles, COUNT(roles));
    write_terms(writer, "acts", acts, COUNT(acts));
    write_terms(writer, "cues", cues, COUNT(cues));
    write_terms(writer, "endings", endings, COUNT(endings));
    WRITE(writer, "%s", written_form);
}

void story_written(struct story *story, const char *fields, const char *rules)
{
    struct writer writer = {0};
    story->bundle = bundle_new("");
    WRITE(&writer, "%s", prelude);
    WRITE(&writer, customer, 0, moods[MOOD_NEUTRAL]);
    WRITE(&writer, "%s }\n", fields);
    add_file(story, &writer, "story.lua");
    write_plain_vocabulary(&writer);
    add_file(story, &writer, "vocabulary.lua");
    bundle_add(story->bundle, "sources.lua", sources, strlen(sources));
    WRITE(&writer, "%s%s }\n", pack_head, rules);
    add_file(story, &writer, "rules/drill.lua");
    load_twice(story);
}

void story_close(struct story *story)
{
    loaded_free(story->loaded);
    loaded_free(story->fresh);
    bundle_free(story->bundle);
}
