/* story.c: makes the generated story and writes it as Lua. */
#include "bench/story.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static const char *const acts[STORY_ACTS] = {"greet", "ask",         "listen", "explain",
                                             "offer", "acknowledge", "press",  "pitch",
                                             "thank", "confirm",     "argue",  "promise"};
static const char *const cues[STORY_CUES] = {"waits",  "asks",     "objects", "refuses",
                                             "agrees", "interest", "worries", "smiles"};

/* ---------------------------------------------------------------------------- making ---- */

static uint64_t thrown;

/* A number in 0 .. sides - 1. */
static int dice(int sides)
{
    enum { SEED = 20261121 };
    return (int)random_below(SEED, RANDOM_TRAINEE, thrown++, (uint64_t)sides);
}

static struct guard make_guard(void)
{
    struct guard guard = {.variable = dice(STORY_VARIABLES), .high = STORY_HIGH};
    switch (dice(3)) {
    case 0: /* v > 0 */
        guard.low = 1;
        break;
    case 1: /* v < 2 */
        guard.high = STORY_HIGH - 1;
        break;
    default: /* v == 0 */
        guard.high = 0;
    }
    return guard;
}

static struct reply make_reply(bool guarded)
{
    struct reply reply = {.acts = 1U << dice(STORY_ACTS), .guard.variable = -1};
    if (dice(2) == 0)
        reply.acts |= 1U << dice(STORY_ACTS);
    if (guarded)
        reply.guard = make_guard();
    if (dice(3) == 0) {
        reply.shift_count = 1 + dice(STORY_SHIFTS);
        for (int i = 0; i < reply.shift_count; i++)
            reply.shifts[i] = (struct shift){dice(STORY_VARIABLES), dice(3) == 0 ? -1 : 1};
    }
    reply.target = dice(STORY_NODES);
    return reply;
}

/* What asks for variables that a smaller story lacks is dropped. */
static void leave_out(struct reply *reply, int variables)
{
    int kept = 0;
    if (reply->guard.variable >= variables)
        reply->guard.variable = -1;
    for (int i = 0; i < reply->shift_count; i++) {
        if (reply->shifts[i].variable < variables)
            reply->shifts[kept++] = reply->shifts[i];
    }
    reply->shift_count = kept;
}

void story_make(struct story *story, int turns, int variables)
{
    memset(story, 0, sizeof *story);
    story->turns = turns;
    story->variables = variables;
    thrown = 0;
    for (int i = 0; i < STORY_NODES; i++) {
        struct scene *scene = &story->scenes[i];
        for (int cue = dice(3); cue > 0; cue--)
            scene->cues |= 1U << dice(STORY_CUES);
        for (int j = 0; j < STORY_RESPONSES; j++) {
            scene->replies[j] = make_reply(j > 0 && dice(3) == 0);
            leave_out(&scene->replies[j], variables);
        }
    }
}

/* ------------------------------------------------------------------- as a scenario ---- */

static void write_words(struct buffer *out, unsigned bits, const char *const *words)
{
    buffer_add(out, "{ ");
    for (int i = 0; bits >> i; i++) {
        if (bits >> i & 1)
            buffer_printf(out, "\"%s\", ", words[i]);
    }
    buffer_add(out, "}");
}

static void write_condition(struct buffer *out, const struct guard *guard)
{
    if (guard->low > 0)
        buffer_printf(out, "s.v%d > %d", guard->variable, guard->low - 1);
    else
        buffer_printf(out, "s.v%d < %d", guard->variable, guard->high + 1);
}

static void write_reply(struct buffer *out, const struct reply *reply, int number)
{
    buffer_printf(out, "    { id = \"r%d\", say = T\"reply %d\", acts = ", number, number);
    write_words(out, reply->acts, acts);
    buffer_printf(out, ", to = \"n%d\"", reply->target);
    if (reply->guard.variable >= 0) {
        buffer_add(out, ", when = function(s) return ");
        write_condition(out, &reply->guard);
        buffer_add(out, " end");
    }
    if (reply->shift_count > 0) {
        buffer_add(out, ", effect = function(s)");
        for (int i = 0; i < reply->shift_count; i++)
            buffer_printf(out, " s.v%d = s.v%d %c 1", reply->shifts[i].variable,
                          reply->shifts[i].variable, reply->shifts[i].by > 0 ? '+' : '-');
        buffer_add(out, " end");
    }
    buffer_add(out, " },\n");
}

static const char scenario_head[] =
    "local function T(words) return { zh = \"中\" .. words, en = words } end\n"
    "return scenario \"story\" { title = T\"story\", role = \"clerk\", source = { \"S-1\" },\n"
    "brief = T\"brief\", card = T\"card\", rules = { \"drill\" },\n"
    "customer = { name = T\"Mr Wang\", surname = T\"Wang\", age = 46, familiarity = 2,\n"
    "  mood = \"neutral\", looks = { T\"a coat\" } },\n";

static void write_scenario(struct buffer *out, const struct story *story)
{
    buffer_add(out, scenario_head);
    buffer_printf(out, "turns = %d, start = \"n0\", vars = {", story->turns);
    for (int i = 0; i < story->variables; i++)
        buffer_printf(out, " v%d = int(0, %d, 0),", i, STORY_HIGH);
    buffer_add(out, " },\nnodes = {\n");
    for (int i = 0; i < STORY_NODES; i++) {
        buffer_printf(out, "  n%d = { says = T\"line %d\", cues = ", i, i);
        write_words(out, story->scenes[i].cues, cues);
        buffer_add(out, ", responses = {\n");
        for (int j = 0; j < STORY_RESPONSES; j++)
            write_reply(out, &story->scenes[i].replies[j], j);
        buffer_add(out, "  } },\n");
    }
    buffer_add(out, "} }\n");
}

static void write_terms(struct buffer *out, const char *kind, const char *const *words, int count)
{
    buffer_printf(out, "%s = {", kind);
    for (int i = 0; i < count; i++)
        buffer_printf(out, " [\"%s\"] = T\"%s\",", words[i], words[i]);
    buffer_add(out, " },\n");
}

static void write_vocabulary(struct buffer *out)
{
    static const char *const roles[] = {"clerk"}, *const endings[] = {"parted"};
    static const char *const form_acts[] = {"file-form", "form-truthful", "form-incomplete",
                                            "form-unfounded", "form-no-consent"};
    const char *all[STORY_ACTS + COUNT(form_acts)];
    memcpy(all, acts, sizeof acts);
    memcpy(all + STORY_ACTS, form_acts, sizeof form_acts);
    buffer_add(out,
               "local function T(words) return { zh = \"中\" .. words, en = words } end\n"
               "local none = { { id = \"none\", zh = \"无\", en = \"none\", always = true } }\n"
               "return vocabulary {\n");
    write_terms(out, "roles", roles, COUNT(roles));
    write_terms(out, "acts", all, COUNT(all));
    write_terms(out, "cues", cues, COUNT(cues));
    write_terms(out, "endings", endings, COUNT(endings));
    buffer_add(out, "form = { signal = none, business = none, need = none, outcome = none } }\n");
}

static const char sources[] = "return sources { [\"S-1\"] = { zh = \"源\", en = \"source\" } }\n";

static const char pack[] =
    "local function T(words) return { zh = \"中\" .. words, en = words } end\n"
    "local function r(id, weight, template)\n"
    "  return rule(id) { template = template, weight = weight, source = \"S-1\",\n"
    "    title = T(id), why = T\"why\", instead = T\"instead\" }\n"
    "end\n"
    "return pack \"drill\" { title = T\"drill\" } {\n"
    "  r(\"init\", 1, init \"greet\"),\n"
    "  r(\"existence\", 2, existence(\"ask\", 2)),\n"
    "  r(\"absence\", 3, absence \"promise\"),\n"
    "  r(\"response\", 2, response(\"objects\", \"acknowledge\")),\n"
    "  r(\"chain-response\", 1, chain_response(\"asks\", \"explain\")),\n"
    "  r(\"precedence\", 2, precedence(\"ask\", \"offer\")),\n"
    "  r(\"responded-existence\", 2, responded_existence(\"interest\", \"offer\")),\n"
    "  r(\"not-succession\", 3, not_succession(\"refuses\", \"press\")),\n"
    "}\n";

static void add_file(struct bundle *bundle, const char *name, struct buffer *text)
{
    bundle_add(bundle, name, text->data, text->length);
    buffer_free(text);
}

struct bundle *story_bundle(const struct story *story)
{
    struct bundle *bundle = bundle_new("");
    struct buffer text = {0};
    write_scenario(&text, story);
    add_file(bundle, "story.lua", &text);
    write_vocabulary(&text);
    add_file(bundle, "vocabulary.lua", &text);
    bundle_add(bundle, "sources.lua", sources, strlen(sources));
    bundle_add(bundle, "rules/drill.lua", pack, strlen(pack));
    bundle_seal(bundle);
    return bundle;
}

struct loaded *story_load(const struct bundle *bundle)
{
    struct error error = {0};
    struct loaded *loaded = scenario_load(bundle, NULL, &error);
    if (!loaded) {
        error_print(&error, stderr);
        exit(1);
    }
    return loaded;
}

/* -------------------------------------------------------------------- as plain Lua ---- */

static void write_set(struct buffer *out, unsigned bits, const char *const *words)
{
    buffer_add(out, "{ ");
    for (int i = 0; bits >> i; i++) {
        if (bits >> i & 1)
            buffer_printf(out, "%s = true, ", words[i]);
    }
    buffer_add(out, "}");
}

static void write_plain_reply(struct buffer *out, const struct reply *reply)
{
    buffer_add(out, "    { acts = ");
    write_set(out, reply->acts, acts);
    buffer_printf(out, ", to = %d", reply->target + 1);
    if (reply->guard.variable >= 0) {
        buffer_add(out, ", when = function(s) return ");
        write_condition(out, &reply->guard);
        buffer_add(out, " end");
    }
    if (reply->shift_count > 0) {
        buffer_add(out, ", effect = function(s)");
        for (int i = 0; i < reply->shift_count; i++) {
            int v = reply->shifts[i].variable;
            if (reply->shifts[i].by > 0)
                buffer_printf(out, " if s.v%d < %d then s.v%d = s.v%d + 1 end", v, STORY_HIGH, v,
                              v);
            else
                buffer_printf(out, " if s.v%d > 0 then s.v%d = s.v%d - 1 end", v, v, v);
        }
        buffer_add(out, " end");
    }
    buffer_add(out, " },\n");
}

void story_write_plain(const struct story *story, struct buffer *out)
{
    buffer_printf(out, "return { turns = %d, nodes = {\n", story->turns);
    for (int i = 0; i < STORY_NODES; i++) {
        buffer_add(out, "  { cues = ");
        write_set(out, story->scenes[i].cues, cues);
        buffer_add(out, ", responses = {\n");
        for (int j = 0; j < STORY_RESPONSES; j++)
            write_plain_reply(out, &story->scenes[i].replies[j]);
        buffer_add(out, "  } },\n");
    }
    buffer_add(out, "} }\n");
}
