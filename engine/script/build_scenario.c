/* build_scenario.c: reads a scenario's head: texts, customer, variables, draws, packs. */
#include <string.h>

#include "script/build.h"

static enum mood build_mood(struct reader *reader)
{
    static const struct term moods[MOOD_COUNT] = {
        {.id = "resistant"}, {.id = "neutral"}, {.id = "positive"}};
    int mood = MOOD_NEUTRAL;
    if (!reader_field(reader, "mood")) {
        reader_fault(reader, NULL, "'mood' is missing here");
        return MOOD_NEUTRAL;
    }
    size_t mark = reader_enter(reader, "mood");
    mood = reader_term(reader, "mood", moods, MOOD_COUNT);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return mood < 0 ? MOOD_NEUTRAL : (enum mood)mood;
}

static void build_looks(struct build *build, struct reader *reader, struct customer *customer)
{
    char key[32];
    if (!reader_field(reader, "looks"))
        return;
    size_t mark = reader_enter(reader, "looks");
    customer->look_count = reader_length(reader);
    struct text *looks = arena_alloc(build->arena, (size_t)customer->look_count + 1, sizeof *looks);
    for (int i = 1; i <= customer->look_count; i++) {
        size_t at = reader_enter_at(reader, i);
        lua_rawgeti(reader->lua, -1, i);
        snprintf(key, sizeof key, "customer.looks.%d", i);
        looks[i - 1] = reader_text(reader, key);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    customer->looks = looks;
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

static void build_customer(struct build *build, struct reader *reader)
{
    static const char *const known[] = {"name", "surname", "age", "familiarity",
                                        "mood", "looks",   NULL};
    struct customer *customer = &build->scenario->customer;
    customer->name = customer->surname = text_empty("customer.name");
    if (!reader_field(reader, "customer")) {
        reader_fault(reader, NULL, "'customer' is missing here");
        return;
    }
    size_t mark = reader_enter(reader, "customer");
    if (!reader_check_keys(reader, known)) {
        lua_pop(reader->lua, 1);
        reader_leave(reader, mark);
        return;
    }
    customer->name = reader_text_field(reader, "name", true, "customer.name");
    customer->surname = reader_text_field(reader, "surname", true, "customer.surname");
    customer->age = reader_integer_field(reader, "age", true, 16, 120, 40);
    customer->familiarity =
        reader_integer_field(reader, "familiarity", true, 0, FAMILIARITY_MAX, 0);
    customer->mood = build_mood(reader);
    build_looks(build, reader, customer);
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

/* ---------------------------------------------------------------------- variables, draws ---- */

static bool name_is_taken(struct reader *reader, const char *name)
{
    static const char *const built_in[] = {"mood", "familiarity", "turn"};
    if (!id_is_valid(name) || strchr(name, '-')) {
        reader_fault(reader, NULL,
                     "'%s' can't be a variable: use lower-case letters, digits and underscores",
                     name);
        return true;
    }
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
        if (strcmp(name, built_in[i]) == 0) {
            reader_fault(reader, NULL, "'%s' is built in: choose another name", name);
            return true;
        }
    }
    return false;
}

static int int_argument(struct reader *reader, int number)
{
    construct_push(reader->lua, -1, number);
    int value = reader_integer(reader, -30000, 30000, 0);
    lua_pop(reader->lua, 1);
    return value;
}

static void build_variable(struct reader *reader, struct variable *variable)
{
    int kind = construct_kind(reader->lua, -1);
    variable->file_line = reader_line(reader);
    if (kind == CONSTRUCT_FLAG) {
        variable->is_flag = true;
        variable->high = 1;
        if (construct_count(reader->lua, -1) > 0)
            reader_fault(reader, NULL, "write flag(): it takes nothing, and starts false");
        return;
    }
    if (kind != CONSTRUCT_INT || construct_count(reader->lua, -1) != 3) {
        reader_fault(reader, NULL, "write int(low, high, start) or flag() here");
        return;
    }
    int faults = reader_faults(reader);
    variable->low = int_argument(reader, 1);
    variable->high = int_argument(reader, 2);
    variable->start = int_argument(reader, 3);
    bool ordered = variable->low < variable->high && variable->low <= variable->start &&
                   variable->start <= variable->high;
    if (!ordered && reader_faults(reader) == faults)
        reader_fault(reader, NULL, "int(%d, %d, %d): low is below high, and start between them",
                     variable->low, variable->high, variable->start);
}

static void build_variables(struct build *build, struct reader *reader)
{
    const char *const *keys;
    if (!reader_field(reader, "vars"))
        return;
    size_t mark = reader_enter(reader, "vars");
    int found = reader_keys(reader, &keys);
    if (found > VARIABLE_MAX) {
        reader_fault(reader, NULL, "%d variables: at most %d", found, VARIABLE_MAX);
        found = VARIABLE_MAX;
    }
    struct variable *variables = arena_alloc(build->arena, (size_t)found + 1, sizeof *variables);
    for (int i = 0; i < found; i++) {
        size_t at = reader_enter(reader, keys[i]);
        reader_field(reader, keys[i]);
        variables[i].id = keys[i];
        name_is_taken(reader, keys[i]);
        build_variable(reader, &variables[i]);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    build->scenario->variables = variables;
    build->scenario->variable_count = found;
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

/* { value = weight, ... } for draws. */
static void build_draw(struct build *build, struct reader *reader, struct draw *draw)
{
    const char *const *keys;
    draw->file_line = reader_line(reader);
    int found = reader_keys(reader, &keys);
    if (found > VALUE_MAX || found < 2) {
        reader_fault(reader, NULL, "a draw has 2 to %d values, not %d", VALUE_MAX, found);
        found = found > VALUE_MAX ? VALUE_MAX : found;
    }
    unsigned *weights = arena_alloc(build->arena, (size_t)found + 1, sizeof *weights);
    for (int i = 0; i < found; i++) {
        weights[i] = (unsigned)reader_integer_field(reader, keys[i], true, 1, 1000, 1);
        draw->weight_sum += weights[i];
    }
    draw->values = keys;
    draw->weights = weights;
    draw->value_count = found;
}

static void build_draws(struct build *build, struct reader *reader)
{
    const char *const *keys;
    if (!reader_field(reader, "draws"))
        return;
    size_t mark = reader_enter(reader, "draws");
    int found = reader_keys(reader, &keys);
    if (found > DRAW_MAX) {
        reader_fault(reader, NULL, "%d draws: at most %d", found, DRAW_MAX);
        found = DRAW_MAX;
    }
    struct draw *draws = arena_alloc(build->arena, (size_t)found + 1, sizeof *draws);
    for (int i = 0; i < found; i++) {
        size_t at = reader_enter(reader, keys[i]);
        reader_field(reader, keys[i]);
        draws[i].id = keys[i];
        if (!name_is_taken(reader, keys[i]))
            build_draw(build, reader, &draws[i]);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    for (int i = 0; i < build->scenario->variable_count; i++)
        for (int j = 0; j < found; j++)
            if (strcmp(build->scenario->variables[i].id, draws[j].id) == 0)
                reader_fault(reader, draws[j].id, "'%s' is both a variable and a draw",
                             draws[j].id);
    build->scenario->draws = draws;
    build->scenario->draw_count = found;
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

/* ------------------------------------------------------------------- sources and packs ---- */

int build_strings(struct build *build, struct reader *reader, const char *key,
                  const char *const **strings)
{
    *strings = NULL;
    if (!reader_field(reader, key)) {
        reader_fault(reader, NULL, "'%s' is missing here", key);
        return 0;
    }
    size_t mark = reader_enter(reader, key);
    int faults = reader_faults(reader);
    int length = reader_length(reader);
    const char **list = arena_alloc(build->arena, (size_t)length + 1, sizeof *list);
    for (int i = 1; i <= length; i++) {
        size_t at = reader_enter_at(reader, i);
        lua_rawgeti(reader->lua, -1, i);
        list[i - 1] = reader_string(reader, "");
        if (strcmp(key, "source") == 0 && list[i - 1][0])
            build_check_source(build, reader, NULL, list[i - 1]);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    if (length == 0 && reader_faults(reader) == faults)
        reader_fault(reader, NULL, "'%s' is empty", key);
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
    *strings = list;
    return length;
}

static void build_packs(struct build *build, struct reader *reader)
{
    const char *const *names;
    int count = build_strings(build, reader, "rules", &names);
    struct term *packs = arena_alloc(build->arena, (size_t)count + 1, sizeof *packs);
    for (int i = 0; i < count; i++)
        packs[i] = (struct term){.id = names[i], .label = text_empty(names[i])};
    for (int i = 0; i < count; i++)
        for (int j = 0; j < i; j++)
            if (strcmp(names[i], names[j]) == 0)
                reader_fault(reader, "rules", "pack '%s' is named twice", names[i]);
    if (count > PACK_MAX) {
        reader_fault(reader, "rules", "%d packs: at most %d", count, PACK_MAX);
        count = PACK_MAX;
    }
    build->scenario->packs = packs;
    build->scenario->pack_count = count;
}

static void build_adjustment(struct reader *reader, struct adjustment *adjustment)
{
    static const char *const known[] = {"off", "weight", "reason", NULL};
    adjustment->file_line = reader_line(reader);
    if (!reader_check_keys(reader, known))
        return;
    adjustment->off = reader_boolean_field(reader, "off", false);
    adjustment->weight = reader_integer_field(reader, "weight", false, 1, 100, 0);
    reader_text_field(reader, "reason", true, "reason");
    if (adjustment->off == (adjustment->weight > 0))
        reader_fault(reader, NULL, "write either off = true or weight = ... (and the reason)");
}

static void build_adjustments(struct build *build, struct reader *reader)
{
    const char *const *keys;
    if (!reader_field(reader, "adjust"))
        return;
    size_t mark = reader_enter(reader, "adjust");
    int found = reader_keys(reader, &keys);
    struct adjustment *adjustments =
        arena_alloc(build->arena, (size_t)found + 1, sizeof *adjustments);
    for (int i = 0; i < found; i++) {
        size_t at = reader_enter(reader, keys[i]);
        reader_field(reader, keys[i]);
        build_adjustment(reader, &adjustments[i]);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    build->rule_adjustments = keys;
    build->adjustments = adjustments;
    build->adjustment_count = found;
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

static void build_role(struct build *build, struct reader *reader)
{
    const struct vocabulary *words = build->vocabulary;
    build->scenario->role = "";
    build->scenario->role_label = text_empty("role");
    if (!reader_field(reader, "role")) {
        reader_fault(reader, NULL, "'role' is missing here");
        return;
    }
    size_t mark = reader_enter(reader, "role");
    int role = reader_term(reader, "role", words->roles, words->role_count);
    if (role >= 0) {
        build->scenario->role = words->roles[role].id;
        build->scenario->role_label = words->roles[role].label;
    }
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
}

void build_scenario(struct build *build, struct reader *reader)
{
    static const char *const known[] = {"title", "role",     "source", "brief", "card",
                                        "rules", "adjust",   "vars",   "draws", "turns",
                                        "start", "customer", "nodes",  NULL};
    struct scenario *scenario = build->scenario;
    construct_push(reader->lua, -1, 1);
    scenario->id = reader_id(reader);
    lua_pop(reader->lua, 1);
    scenario->file = reader->file;
    scenario->vocabulary = build->vocabulary;
    construct_push(reader->lua, -1, 2);
    reader_check_keys(reader, known);
    scenario->title = reader_text_field(reader, "title", true, "title");
    scenario->brief = reader_text_field(reader, "brief", true, "brief");
    scenario->card = reader_text_field(reader, "card", true, "card");
    scenario->turns = reader_integer_field(reader, "turns", true, 1, TURN_MAX, 1);
    build_role(build, reader);
    scenario->source_count = build_strings(build, reader, "source", &scenario->sources);
    build_packs(build, reader);
    build_adjustments(build, reader);
    build_customer(build, reader);
    build_variables(build, reader);
    build_draws(build, reader);
    build_nodes(build, reader);
    lua_pop(reader->lua, 1);
}
