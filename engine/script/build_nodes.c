/* build_nodes.c: reads the graph: nodes, lines, responses, targets. */
#include <string.h>

#include "script/build.h"

/* Text keys: "node", "node.response", "node.says.variant". */
static const char *key_of(struct build *build, const char *node, const char *part)
{
    return part ? arena_printf(build->arena, "%s.%s", node, part) : node;
}

static int keep_function(struct build *build, struct reader *reader)
{
    if (lua_isfunction(reader->lua, -1))
        return functions_keep(build->functions);
    reader_fault(reader, NULL, "expected function(s) ... end here");
    return FUNCTION_NONE;
}

static int build_function_field(struct build *build, struct reader *reader, const char *key)
{
    if (!reader_field(reader, key))
        return FUNCTION_NONE;
    size_t mark = reader_enter(reader, key);
    int function = keep_function(build, reader);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return function;
}

static struct selector single_case(struct build *build)
{
    const char **cases = arena_alloc(build->arena, 1, sizeof *cases);
    cases[0] = "";
    return (struct selector){.function = FUNCTION_NONE, .case_count = 1, .cases = cases};
}

/*
 * pick(function, { case = value }): reads the function and leaves the table of cases at the top
 * (one value more on the stack). The caller pops it.
 */
static struct selector open_pick(struct build *build, struct reader *reader)
{
    struct selector selector = {.function = FUNCTION_NONE};
    reader_check_arguments(reader, 2);
    construct_push(reader->lua, -1, 1);
    selector.function = keep_function(build, reader);
    lua_pop(reader->lua, 1);
    construct_push(reader->lua, -1, 2);
    const char *const *keys;
    selector.case_count = reader_keys(reader, &keys);
    selector.cases = keys;
    if (selector.case_count == 0)
        reader_fault(reader, NULL, "write pick(function(s) return \"case\" end, { case = ... })");
    return selector;
}

static bool is_pick(struct reader *reader)
{
    return construct_kind(reader->lua, -1) == CONSTRUCT_PICK;
}

static struct line build_line(struct build *build, struct reader *reader, const char *key,
                              const char *text_key)
{
    struct line line = {.selector = {.function = FUNCTION_NONE}};
    if (!reader_field(reader, key))
        return line;
    size_t mark = reader_enter(reader, key);
    if (!is_pick(reader)) {
        struct text *text = arena_alloc(build->arena, 1, sizeof *text);
        *text = reader_text(reader, text_key);
        line = (struct line){.selector = single_case(build), .variants = text};
    } else {
        line.selector = open_pick(build, reader);
        struct text *texts =
            arena_alloc(build->arena, (size_t)line.selector.case_count + 1, sizeof *texts);
        for (int i = 0; i < line.selector.case_count; i++)
            texts[i] = reader_text_field(reader, line.selector.cases[i], true,
                                         key_of(build, text_key, line.selector.cases[i]));
        line.variants = texts;
        lua_pop(reader->lua, 1);
    }
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return line;
}

static struct cue_set build_cues(struct build *build, struct reader *reader)
{
    const struct vocabulary *words = build->vocabulary;
    struct cue_set cues = {.selector = {.function = FUNCTION_NONE}};
    if (!reader_field(reader, "cues"))
        return cues;
    size_t mark = reader_enter(reader, "cues");
    bool picked = is_pick(reader);
    cues.selector = picked ? open_pick(build, reader) : single_case(build);
    uint64_t *sets = arena_alloc(build->arena, (size_t)cues.selector.case_count + 1, sizeof *sets);
    cues.variants = sets;
    if (!picked)
        sets[0] = reader_terms(reader, "cue", words->cues, words->cue_count);
    for (int i = 0; picked && i < cues.selector.case_count; i++) {
        size_t at = reader_enter(reader, cues.selector.cases[i]);
        reader_field(reader, cues.selector.cases[i]);
        sets[i] = reader_terms(reader, "cue", words->cues, words->cue_count);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    if (picked)
        lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return cues;
}

/* ------------------------------------------------------------------------------ targets ---- */

static int find_target(struct build *build, struct reader *reader, const char *id)
{
    const char *known[1000];
    const struct scenario *scenario = build->scenario;
    int index = scenario_find_node(scenario, id);
    if (index >= 0)
        return index;
    for (int i = 0; i < scenario->node_count; i++)
        known[i] = scenario->nodes[i].id;
    reader_fault(reader, NULL, "there is no node '%s'%s", id,
                 reader_suggestion(reader, id, known, scenario->node_count));
    return 0;
}

/* A node's name as the string at the top. */
static int build_target_name(struct build *build, struct reader *reader)
{
    if (lua_type(reader->lua, -1) == LUA_TSTRING)
        return find_target(build, reader, lua_tostring(reader->lua, -1));
    reader_fault(reader, NULL, "expected the name of a node, chance { } or pick( ) here");
    return 0;
}

static void build_chance(struct build *build, struct reader *reader, struct target *target)
{
    const char *const *keys;
    reader_check_arguments(reader, 1);
    construct_push(reader->lua, -1, 1);
    target->count = reader_keys(reader, &keys);
    int *nodes = arena_alloc(build->arena, (size_t)target->count + 1, sizeof *nodes);
    unsigned *weights = arena_alloc(build->arena, (size_t)target->count + 1, sizeof *weights);
    for (int i = 0; i < target->count; i++) {
        size_t mark = reader_enter(reader, keys[i]);
        nodes[i] = find_target(build, reader, keys[i]);
        reader_leave(reader, mark);
        weights[i] = (unsigned)reader_integer_field(reader, keys[i], true, 1, 1000, 1);
        target->weight_sum += weights[i];
    }
    if (target->count < 2)
        reader_fault(reader, NULL, "chance { node = weight, ... } needs two nodes at least");
    target->nodes = nodes;
    target->weights = weights;
    lua_pop(reader->lua, 1);
}

static void build_chosen(struct build *build, struct reader *reader, struct target *target)
{
    target->selector = open_pick(build, reader);
    target->count = target->selector.case_count;
    int *nodes = arena_alloc(build->arena, (size_t)target->count + 1, sizeof *nodes);
    for (int i = 0; i < target->count; i++) {
        size_t mark = reader_enter(reader, target->selector.cases[i]);
        reader_field(reader, target->selector.cases[i]);
        nodes[i] = build_target_name(build, reader);
        lua_pop(reader->lua, 1);
        reader_leave(reader, mark);
    }
    target->nodes = nodes;
    lua_pop(reader->lua, 1);
}

static struct target build_target(struct build *build, struct reader *reader)
{
    struct target target = {.kind = TARGET_FIXED, .count = 1};
    if (!reader_field(reader, "to")) {
        reader_fault(reader, NULL, "'to' is missing: where does this response lead?");
        target.nodes = arena_alloc(build->arena, 1, sizeof *target.nodes);
        return target;
    }
    size_t mark = reader_enter(reader, "to");
    int kind = construct_kind(reader->lua, -1);
    if (kind == CONSTRUCT_CHANCE) {
        target.kind = TARGET_CHANCE;
        build_chance(build, reader, &target);
    } else if (kind == CONSTRUCT_PICK) {
        target.kind = TARGET_CHOSEN;
        build_chosen(build, reader, &target);
    } else {
        int *nodes = arena_alloc(build->arena, 1, sizeof *nodes);
        nodes[0] = build_target_name(build, reader);
        target.nodes = nodes;
    }
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return target;
}

/* ------------------------------------------------------------------------------ effects ---- */

static void build_mood_change(struct reader *reader, struct change *change)
{
    static const char *const moods[MOOD_COUNT] = {"resistant", "neutral", "positive"};
    change->kind = CHANGE_MOOD;
    if (lua_type(reader->lua, -1) == LUA_TNUMBER) {
        change->amount = reader_integer(reader, -(MOOD_COUNT - 1), MOOD_COUNT - 1, 0);
        return;
    }
    const char *word = reader_string(reader, NULL);
    change->set = true;
    change->amount = word ? -1 : 0;
    for (int i = 0; word && i < MOOD_COUNT; i++) {
        if (strcmp(word, moods[i]) == 0)
            change->amount = i;
    }
    if (change->amount < 0) {
        reader_fault(reader, NULL, "'%s' is no mood: use resistant, neutral, positive, or +1, -1",
                     word);
        change->amount = 0;
    }
}

static void build_variable_change(struct build *build, struct reader *reader, const char *name,
                                  struct change *change)
{
    const struct scenario *scenario = build->scenario;
    const char *known[VARIABLE_MAX + 2] = {"mood", "familiarity"};
    int count = 2, variable = -1;
    for (int i = 0; i < scenario->variable_count; i++) {
        known[count++] = scenario->variables[i].id;
        if (strcmp(scenario->variables[i].id, name) == 0)
            variable = i;
    }
    if (variable < 0) {
        reader_fault(reader, NULL, "there is no variable '%s'%s", name,
                     reader_suggestion(reader, name, known, count));
        return;
    }
    change->variable = variable;
    change->set = scenario->variables[variable].is_flag;
    if (change->set)
        change->amount = reader_boolean(reader, false);
    else
        change->amount = reader_integer(reader, -60000, 60000, 0);
}

static void build_change(struct build *build, struct reader *reader, const char *name,
                         struct change *change)
{
    if (strcmp(name, "mood") == 0) {
        build_mood_change(reader, change);
    } else if (strcmp(name, "familiarity") == 0) {
        change->kind = CHANGE_FAMILIARITY;
        change->amount = reader_integer(reader, -FAMILIARITY_MAX, FAMILIARITY_MAX, 0);
    } else {
        change->kind = CHANGE_VARIABLE;
        build_variable_change(build, reader, name, change);
    }
}

static struct effect build_effect(struct build *build, struct reader *reader)
{
    struct effect effect = {.function = FUNCTION_NONE};
    const char *const *keys;
    if (!reader_field(reader, "effect"))
        return effect;
    size_t mark = reader_enter(reader, "effect");
    if (lua_isfunction(reader->lua, -1)) {
        effect.function = keep_function(build, reader);
    } else {
        effect.change_count = reader_keys(reader, &keys);
        struct change *changes =
            arena_alloc(build->arena, (size_t)effect.change_count + 1, sizeof *changes);
        for (int i = 0; i < effect.change_count; i++) {
            size_t at = reader_enter(reader, keys[i]);
            reader_field(reader, keys[i]);
            build_change(build, reader, keys[i], &changes[i]);
            lua_pop(reader->lua, 1);
            reader_leave(reader, at);
        }
        effect.changes = changes;
    }
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return effect;
}

/* ---------------------------------------------------------------------------- responses ---- */

static uint64_t engine_acts(const struct vocabulary *words)
{
    return UINT64_C(1) << words->act_file_form | UINT64_C(1) << words->act_form_truthful |
           UINT64_C(1) << words->act_form_incomplete | UINT64_C(1) << words->act_form_unfounded |
           UINT64_C(1) << words->act_form_no_consent;
}

static uint64_t build_acts(struct build *build, struct reader *reader)
{
    const struct vocabulary *words = build->vocabulary;
    if (!reader_field(reader, "acts")) {
        reader_fault(reader, NULL, "'acts' is missing: what does this response do?");
        return 0;
    }
    size_t mark = reader_enter(reader, "acts");
    uint64_t acts = reader_terms(reader, "act", words->acts, words->act_count);
    if (acts & engine_acts(words))
        reader_fault(reader, NULL,
                     "the engine gives the acts of a filed form: leave them out here");
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return acts;
}

static void build_response(struct build *build, struct reader *reader, const char *node,
                           struct response *response)
{
    static const char *const known[] = {"id",     "say",    "acts",   "to", "when",
                                        "effect", "remark", "silent", NULL};
    response->file_line = reader_line(reader);
    response->guard = FUNCTION_NONE;
    response->id = "";
    if (!reader_check_keys(reader, known))
        return;
    if (reader_field(reader, "id")) {
        size_t mark = reader_enter(reader, "id");
        const char *id = reader_id(reader);
        response->id = id ? id : "";
        reader_leave(reader, mark);
        lua_pop(reader->lua, 1);
    } else {
        reader_fault(reader, NULL, "'id' is missing: a short name for this response");
    }
    response->key = key_of(build, node, response->id);
    response->say = reader_text_field(reader, "say", true, response->key);
    response->silent = reader_boolean_field(reader, "silent", false);
    response->acts = build_acts(build, reader);
    response->guard = build_function_field(build, reader, "when");
    response->effect = build_effect(build, reader);
    response->target = build_target(build, reader);
    response->remark =
        reader_text_field(reader, "remark", false, key_of(build, response->key, "remark"));
}

static void build_responses(struct build *build, struct reader *reader, struct node *node)
{
    if (!reader_field(reader, "responses")) {
        reader_fault(reader, NULL, "node '%s' has neither responses nor an ending", node->id);
        return;
    }
    size_t mark = reader_enter(reader, "responses");
    int length = reader_length(reader);
    if (length > RESPONSE_MAX || length == 0) {
        reader_fault(reader, NULL, "%d responses: a node has 1 to %d", length, RESPONSE_MAX);
        length = length > RESPONSE_MAX ? RESPONSE_MAX : 0;
    }
    struct response *responses = arena_alloc(build->arena, (size_t)length + 1, sizeof *responses);
    for (int i = 0; i < length; i++) {
        size_t at = reader_enter_at(reader, i + 1);
        lua_rawgeti(reader->lua, -1, i + 1);
        build_response(build, reader, node->id, &responses[i]);
        for (int j = 0; j < i; j++)
            if (responses[i].id[0] && strcmp(responses[i].id, responses[j].id) == 0)
                reader_fault(reader, "id", "a second response '%s' at this node", responses[i].id);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    node->responses = responses;
    node->response_count = length;
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

/* ---------------------------------------------------------------------------- think time ---- */

static void check_timeout_response(struct reader *reader, const struct node *node)
{
    for (int i = 0; i < node->response_count; i++) {
        const struct response *response = &node->responses[i];
        if (i == node->timeout && response->guard != FUNCTION_NONE)
            reader_fault(reader, "timeout",
                         "'%s' has a guard: running out of time can't depend on one", response->id);
        if (i != node->timeout && response->silent)
            reader_fault(reader, "responses", "'%s' is silent, but no timeout leads to it",
                         response->id);
    }
    for (int i = 0; i < node->response_count; i++) {
        if (!node->responses[i].silent)
            return;
    }
    if (node->response_count > 0)
        reader_fault(reader, "responses", "every response here is silent: nothing can be said");
}

static void build_think_time(struct reader *reader, struct node *node)
{
    node->timeout = -1;
    node->seconds = reader_integer_field(reader, "seconds", false, 5, 600, 0);
    const char *name = reader_string_field(reader, "timeout", false, NULL);
    if ((node->seconds > 0) != (name != NULL))
        reader_fault(reader, NULL,
                     "'seconds' and 'timeout' go together: how long, and which response running "
                     "out of time stands for");
    if (name) {
        node->timeout = node_find_response(node, name);
        if (node->timeout < 0)
            reader_fault(reader, "timeout", "there is no response '%s' at this node", name);
    }
    check_timeout_response(reader, node);
}

/* --------------------------------------------------------------------------------- nodes ---- */

static int build_hint(struct build *build, struct reader *reader)
{
    if (!reader_field(reader, "hint"))
        return -1;
    size_t mark = reader_enter(reader, "hint");
    int act = reader_term(reader, "act", build->vocabulary->acts, build->vocabulary->act_count);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return act;
}

static void build_ending(struct build *build, struct reader *reader, struct node *node)
{
    static const char *const only_inside[] = {"responses", "seconds", "timeout", "form", "hint"};
    const struct vocabulary *words = build->vocabulary;
    size_t mark = reader_enter(reader, "ending");
    node->ending = reader_term(reader, "ending", words->endings, words->ending_count);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    node->timeout = node->form_target = node->hint = -1;
    for (size_t i = 0; i < sizeof only_inside / sizeof *only_inside; i++) {
        if (reader_field(reader, only_inside[i])) {
            lua_pop(reader->lua, 1);
            reader_fault(reader, only_inside[i], "an ending has no '%s'", only_inside[i]);
        }
    }
}

static void build_node(struct build *build, struct reader *reader, struct node *node)
{
    static const char *const known[] = {"scene",   "says", "cues",      "hint",   "seconds",
                                        "timeout", "form", "responses", "ending", NULL};
    if (!reader_check_keys(reader, known))
        return;
    node->scene = build_line(build, reader, "scene", key_of(build, node->id, "scene"));
    node->says = build_line(build, reader, "says", key_of(build, node->id, "says"));
    node->cues = build_cues(build, reader);
    if (reader_field(reader, "ending")) {
        build_ending(build, reader, node);
        return;
    }
    node->ending = -1;
    node->hint = build_hint(build, reader);
    node->form_target = -1;
    if (reader_field(reader, "form")) {
        size_t mark = reader_enter(reader, "form");
        node->form_target = build_target_name(build, reader);
        reader_leave(reader, mark);
        lua_pop(reader->lua, 1);
    }
    build_responses(build, reader, node);
    build_think_time(reader, node);
}

static void build_start(struct build *build, struct reader *reader)
{
    const char *start = reader_string_field(reader, "start", true, NULL);
    if (!start)
        return;
    size_t mark = reader_enter(reader, "start");
    build->scenario->start = find_target(build, reader, start);
    int found = scenario_find_node(build->scenario, start);
    if (found >= 0 && build->scenario->nodes[found].ending >= 0)
        reader_fault(reader, NULL, "the conversation can't start at an ending");
    reader_leave(reader, mark);
}

void build_nodes(struct build *build, struct reader *reader)
{
    const char *const *keys;
    if (!reader_field(reader, "nodes")) {
        reader_fault(reader, NULL, "'nodes' is missing here");
        return;
    }
    size_t mark = reader_enter(reader, "nodes");
    int count = reader_keys(reader, &keys);
    if (count == 0)
        reader_fault(reader, NULL, "a scenario needs nodes");
    struct node *nodes = arena_alloc(build->arena, (size_t)count + 1, sizeof *nodes);
    for (int i = 0; i < count; i++) {
        nodes[i].id = keys[i];
        nodes[i].ending = -1;
    }
    build->scenario->nodes = nodes; /* ids are there now: targets can be looked up */
    build->scenario->node_count = count;
    for (int i = 0; i < count; i++) {
        size_t at = reader_enter(reader, keys[i]);
        nodes[i].file_line = reader_line(reader);
        if (!id_is_valid(keys[i]))
            reader_fault(reader, NULL,
                         "'%s' can't be a node: use lower-case letters, digits and hyphens",
                         keys[i]);
        reader_field(reader, keys[i]);
        build_node(build, reader, &nodes[i]);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
    build_start(build, reader);
}
