/* solve.c: breadth-first exploration by turns, and backward valuation. */
#include "solve/solve.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "solve/intern.h"
#include "solve/memo.h"
#include "solve/memory.h"

/*
 * The states of one turn that can go on. Children lie flat, outcome after outcome: an index into
 * the next layer, or LEAF and the vector of a state that is over.
 */
#define LEAF CHILD_OVER

struct layer {
    uint32_t count, capacity;
    uint32_t *situations, *vectors;
    uint32_t *first_child; /* count + 1 entries once expanded; NULL: not expanded */
    uint32_t *children;
    uint32_t child_count, child_capacity;
    struct values *values;
};

/* Finds a layer's state by (situation, vector). Used for one layer after another. */
struct slot {
    uint32_t situation, vector;
    uint32_t state; /* plus one; 0: free */
};

struct index {
    struct slot *slots;
    size_t mask, allocated;
};

/*
 * Outcomes waiting to be followed. Going through them in steps, each asking ahead for the memory
 * that the next step reads, hides most of the time that tables larger than the cache cost.
 */
enum { BATCH = MONITORS_BATCH };

struct batch {
    uint32_t count;
    uint32_t situations[BATCH], vectors[BATCH], pairs[BATCH];
};

struct root {
    uint32_t state;
    double probability;
};

struct solution {
    const struct loaded *loaded;
    const struct scenario *scenario;
    struct memo_evaluator *memo;
    struct monitors *monitors;
    struct situations *situations;
    struct layer layers[TURN_MAX + 2];
    struct index index; /* of the layer being filled */
    struct batch batch;
    struct root *roots;
    uint32_t root_count;
    uint64_t states, expansions, edges;
    int expanded_turns; /* layers below this are expanded */
    bool complete;
    unsigned revealed; /* draws */
};

/* ------------------------------------------------------------------- states of a layer ---- */

/* Empties the index and makes room for `expected` states. */
static void index_begin(struct index *index, size_t expected)
{
    size_t slots = 1024;
    while (slots < 2 * expected)
        slots *= 2;
    if (slots > index->allocated) {
        free(index->slots);
        index->slots = memory_zeroed(slots, sizeof *index->slots);
        index->allocated = slots;
    } else {
        memset(index->slots, 0, slots * sizeof *index->slots);
    }
    index->mask = slots - 1;
}

static void index_end(struct index *index)
{
    free(index->slots);
    *index = (struct index){0};
}

static size_t index_home(const struct index *index, uint32_t situation, uint32_t vector)
{
    return hash_word((uint64_t)situation << 32 | vector) & index->mask;
}

static struct slot *index_find(const struct index *index, uint32_t situation, uint32_t vector)
{
    size_t at = index_home(index, situation, vector);
    while (index->slots[at].state &&
           (index->slots[at].situation != situation || index->slots[at].vector != vector))
        at = (at + 1) & index->mask;
    return &index->slots[at];
}

static void index_grow(struct index *index)
{
    struct index old = *index;
    *index = (struct index){0};
    index_begin(index, old.mask + 1);
    for (size_t i = 0; i <= old.mask; i++) {
        if (old.slots[i].state)
            *index_find(index, old.slots[i].situation, old.slots[i].vector) = old.slots[i];
    }
    free(old.slots);
}

static void layer_grow(struct layer *layer)
{
    layer->capacity = layer->capacity ? 2 * layer->capacity : 256;
    layer->situations =
        memory_resize(layer->situations, layer->capacity, sizeof *layer->situations);
    layer->vectors = memory_resize(layer->vectors, layer->capacity, sizeof *layer->vectors);
}

static uint32_t add_state(struct solution *solution, struct layer *layer, uint32_t situation,
                          uint32_t vector)
{
    struct slot *slot = index_find(&solution->index, situation, vector);
    if (slot->state)
        return slot->state - 1;
    if (layer->count == layer->capacity)
        layer_grow(layer);
    uint32_t state = layer->count++;
    layer->situations[state] = situation;
    layer->vectors[state] = vector;
    *slot = (struct slot){.situation = situation, .vector = vector, .state = state + 1};
    if (2 * (size_t)layer->count > solution->index.mask)
        index_grow(&solution->index);
    return state;
}

/* ------------------------------------------------------------------------- exploration ---- */

static bool start(struct solution *solution, struct error *error)
{
    const struct outcome *outcomes;
    uint32_t count;
    if (!situations_start(solution->situations, &outcomes, &count, error))
        return false;
    solution->roots = memory_resize(NULL, count + 1, sizeof *solution->roots);
    solution->root_count = count;
    index_begin(&solution->index, count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t vector =
            monitors_step(solution->monitors, monitors_start(solution->monitors), outcomes[i].pair);
        solution->roots[i].probability = outcomes[i].probability;
        solution->roots[i].state =
            add_state(solution, &solution->layers[0], outcomes[i].next, vector);
    }
    solution->states = solution->layers[0].count;
    return true;
}

static void add_child(struct layer *layer, uint32_t child)
{
    if (layer->child_count == layer->child_capacity) {
        layer->child_capacity = layer->child_capacity ? 2 * layer->child_capacity : 1024;
        layer->children =
            memory_resize(layer->children, layer->child_capacity, sizeof *layer->children);
    }
    layer->children[layer->child_count++] = child;
}

/* Follows what waits in the batch into the next turn's layer. */
static void flush(struct solution *solution, int turn)
{
    struct layer *layer = &solution->layers[turn], *next = &solution->layers[turn + 1];
    struct batch *batch = &solution->batch;
    const struct index *index = &solution->index;
    bool last = turn + 1 >= solution->scenario->turns;
    monitors_follow(solution->monitors, batch->count, batch->pairs, last, batch->vectors);
    for (uint32_t i = 0; i < batch->count && !last; i++) {
        size_t home = index_home(index, batch->situations[i], batch->vectors[i]);
        __builtin_prefetch(&index->slots[home]);
    }
    for (uint32_t i = 0; i < batch->count; i++) {
        bool leaf = last || monitors_pair_is_over(solution->monitors, batch->pairs[i]);
        add_child(layer, leaf ? LEAF | batch->vectors[i]
                              : add_state(solution, next, batch->situations[i], batch->vectors[i]));
    }
    batch->count = 0;
}

static bool expand_state(struct solution *solution, int turn, uint32_t state, struct error *error)
{
    struct layer *layer = &solution->layers[turn];
    struct batch *batch = &solution->batch;
    uint32_t number = layer->situations[state];
    if (!situations_expand(solution->situations, number, error))
        return false;
    const struct situation *situation = situations_get(solution->situations, number);
    const struct outcome *outcomes = situations_outcomes(solution->situations, situation);
    monitors_prefetch(solution->monitors, layer->vectors[state]);
    layer->first_child[state] = layer->child_count + batch->count;
    for (uint32_t i = 0; i < situation->outcome_count; i++) {
        batch->situations[batch->count] = outcomes[i].next;
        batch->vectors[batch->count] = layer->vectors[state];
        batch->pairs[batch->count++] = outcomes[i].pair;
        if (batch->count == BATCH)
            flush(solution, turn);
    }
    solution->expansions++;
    solution->edges += situation->outcome_count;
    return true;
}

/* Asks ahead for the situations of the states that come next. */
static void look_ahead(const struct solution *solution, const struct layer *layer, uint32_t state)
{
    enum { NEAR = 8, FAR = 24 };
    if (state + FAR >= layer->count)
        return;
    situations_prefetch(solution->situations, layer->situations[state + FAR]);
    situations_prefetch_outcomes(solution->situations, layer->situations[state + NEAR]);
}

static bool over_limit(const struct solution *solution, const struct solve_options *options)
{
    return options && ((options->state_limit && solution->states > options->state_limit) ||
                       (options->memory_limit && solution_bytes(solution) > options->memory_limit));
}

static bool expand_layer(struct solution *solution, int turn, const struct solve_options *options,
                         struct error *error)
{
    enum { PROGRESS_EVERY = 65536 };
    struct layer *layer = &solution->layers[turn], *next = &solution->layers[turn + 1];
    uint64_t before = solution->states;
    layer->first_child = memory_resize(NULL, (size_t)layer->count + 1, sizeof *layer->first_child);
    index_begin(&solution->index, layer->count);
    bool done = true;
    for (uint32_t i = 0; done && i < layer->count; i++) {
        look_ahead(solution, layer, i);
        done = expand_state(solution, turn, i, error);
        solution->states = before + next->count;
        if (done && i % PROGRESS_EVERY == 0 && options && options->progress &&
            !options->progress(options->data, turn, solution->states))
            done = error_set(error, ERROR_NOT_ALLOWED, "the solving was given up");
    }
    flush(solution, turn);
    solution->states = before + next->count;
    layer->first_child[layer->count] = layer->child_count;
    return done;
}

/* Takes the expansion of a turn back, with all that it led to. */
static void forget_children(struct solution *solution, int turn)
{
    struct layer *layer = &solution->layers[turn], *next = &solution->layers[turn + 1];
    solution->states -= next->count;
    solution->expansions -= layer->count;
    solution->edges -= layer->child_count;
    free(layer->first_child);
    layer->first_child = NULL;
    layer->child_count = next->count = 0;
}

static bool explore(struct solution *solution, const struct solve_options *options,
                    struct error *error)
{
    if (!start(solution, error))
        return false;
    solution->complete = true;
    for (int turn = 0; turn < solution->scenario->turns; turn++) {
        if (over_limit(solution, options)) {
            solution->complete = false;
            return true;
        }
        if (!expand_layer(solution, turn, options, error))
            return false;
        if (monitors_crowded(solution->monitors)) {
            forget_children(solution, turn);
            solution->complete = false;
            return true;
        }
        solution->expanded_turns = turn + 1;
    }
    return true;
}

/* --------------------------------------------------------------------------- valuation ---- */

static struct values worth_of(const struct solution *solution, uint32_t vector)
{
    double total = monitors_end(solution->monitors, vector).total;
    return (struct values){.best = total, .worst = total, .random = total};
}

/* A state of a layer with nothing behind it: stuck, or beyond the limit. */
static struct values leaf_values(const struct solution *solution, int turn, uint32_t state)
{
    if (turn >= solution->expanded_turns)
        return (struct values){.best = 100, .worst = 0, .random = 50};
    return worth_of(solution, solution->layers[turn].vectors[state]);
}

static struct values child_values(const struct solution *solution, uint32_t child,
                                  const struct values *next)
{
    return child & LEAF ? worth_of(solution, child & ~LEAF) : next[child];
}

static struct values expectation(const struct solution *solution, const struct outcome *outcomes,
                                 const uint32_t *children, uint32_t count,
                                 const struct values *next)
{
    struct values sum = {0};
    if (count == 1)
        return child_values(solution, children[0], next);
    for (uint32_t i = 0; i < count; i++) {
        struct values child = child_values(solution, children[i], next);
        sum.best += outcomes[i].probability * child.best;
        sum.worst += outcomes[i].probability * child.worst;
        sum.random += outcomes[i].probability * child.random;
    }
    return sum;
}

/* Random play files the form truthfully, or not at all. */
static bool in_random_play(const struct action *action)
{
    return !action->silence && (action->response >= 0 || action->form == FORM_CLASS_TRUTHFUL);
}

static struct values value_state(const struct solution *solution, int turn, uint32_t state)
{
    const struct layer *layer = &solution->layers[turn];
    const struct situation *situation =
        situations_get(solution->situations, layer->situations[state]);
    const struct values *next = solution->layers[turn + 1].values;
    const uint32_t *children = layer->children + layer->first_child[state];
    struct values values = {.best = -1, .worst = 101};
    double shares = 0;
    for (uint32_t i = 0; i < situation->action_count; i++) {
        const struct action *action = situations_action(solution->situations, situation, i);
        struct values of_action =
            expectation(solution, situations_outcome(solution->situations, action, 0), children,
                        action->outcome_count, next);
        children += action->outcome_count;
        if (action->silence)
            continue;
        if (of_action.best > values.best)
            values.best = of_action.best;
        if (of_action.worst < values.worst)
            values.worst = of_action.worst;
        if (in_random_play(action)) {
            values.random += of_action.random;
            shares++;
        }
    }
    values.random /= shares;
    return values;
}

static void value_layers(struct solution *solution)
{
    for (int turn = solution->scenario->turns; turn >= 0; turn--) {
        struct layer *layer = &solution->layers[turn];
        layer->values = memory_resize(NULL, (size_t)layer->count + 1, sizeof *layer->values);
        for (uint32_t i = 0; i < layer->count; i++) {
            look_ahead(solution, layer, i);
            bool leaf = !layer->first_child || layer->first_child[i] == layer->first_child[i + 1];
            layer->values[i] =
                leaf ? leaf_values(solution, turn, i) : value_state(solution, turn, i);
        }
    }
}

/* -------------------------------------------------------------------------- making one ---- */

static void prepare(struct solution *solution, bool by_turn, bool silences)
{
    solution->memo = memo_new(loaded_evaluator(solution->loaded), by_turn);
    solution->monitors = monitors_new(solution->scenario);
    solution->situations = situations_new(solution->scenario, memo_evaluator(solution->memo),
                                          solution->monitors, by_turn, silences);
    situations_reveal(solution->situations, solution->revealed);
}

static void clear(struct solution *solution)
{
    for (int turn = 0; turn < TURN_MAX + 2; turn++) {
        struct layer *layer = &solution->layers[turn];
        free(layer->situations);
        free(layer->vectors);
        free(layer->first_child);
        free(layer->children);
        free(layer->values);
    }
    situations_free(solution->situations);
    monitors_free(solution->monitors);
    memo_free(solution->memo);
    index_end(&solution->index);
    free(solution->roots);
    *solution = (struct solution){
        .loaded = solution->loaded, .scenario = solution->scenario, .revealed = solution->revealed};
}

bool solution_is_pure(const struct solution *solution, const struct loaded *fresh,
                      struct error *error)
{
    struct error found;
    int function, line;
    if (memo_check(solution->memo, loaded_evaluator(fresh), &function, &found))
        return true;
    const char *file = loaded_function_place(solution->loaded, function, &line);
    return error_at(error, found.code, file, line, "%s", found.message);
}

struct solution *solution_new(const struct loaded *loaded, const struct loaded *fresh,
                              const struct solve_options *options, struct error *error)
{
    struct solution *solution = calloc(1, sizeof *solution);
    if (!solution)
        abort();
    solution->loaded = loaded;
    solution->scenario = loaded_scenario(loaded);
    solution->revealed = options ? options->reveal : 0;
    bool by_turn = loaded_read_turn(loaded);
    bool silences = options && options->silences;
    prepare(solution, by_turn, silences);
    bool done = explore(solution, options, error);
    if (done && !by_turn && loaded_read_turn(loaded)) { /* found out on the way: start again */
        clear(solution);
        prepare(solution, true, silences);
        done = explore(solution, options, error);
    }
    if (!done || (fresh && !solution_is_pure(solution, fresh, error))) {
        solution_free(solution);
        return NULL;
    }
    index_end(&solution->index);
    value_layers(solution);
    return solution;
}

void solution_free(struct solution *solution)
{
    if (!solution)
        return;
    clear(solution);
    free(solution);
}

/* ------------------------------------------------------------------------------- views ---- */

bool solution_is_complete(const struct solution *solution)
{
    return solution->complete;
}

uint64_t solution_states(const struct solution *solution)
{
    return solution->states;
}

uint64_t solution_expansions(const struct solution *solution)
{
    return solution->expansions;
}

uint64_t solution_edges(const struct solution *solution)
{
    return solution->edges;
}

size_t solution_bytes(const struct solution *solution)
{
    size_t bytes = situations_bytes(solution->situations) + monitors_bytes(solution->monitors) +
                   memo_bytes(solution->memo);
    for (int turn = 0; turn <= solution->scenario->turns; turn++) {
        const struct layer *layer = &solution->layers[turn];
        bytes += layer->capacity * sizeof(uint32_t) * 2 + layer->child_capacity * sizeof(uint32_t) +
                 layer->count * (sizeof(uint32_t) + sizeof(struct values));
    }
    return bytes;
}

const struct scenario *solution_scenario(const struct solution *solution)
{
    return solution->scenario;
}

const struct situations *solution_situations(const struct solution *solution)
{
    return solution->situations;
}

struct monitors *solution_monitors(const struct solution *solution)
{
    return solution->monitors;
}

struct values solution_value(const struct solution *solution)
{
    struct values sum = {0};
    for (uint32_t i = 0; i < solution->root_count; i++) {
        const struct root *root = &solution->roots[i];
        const struct values *values = &solution->layers[0].values[root->state];
        sum.best += root->probability * values->best;
        sum.worst += root->probability * values->worst;
        sum.random += root->probability * values->random;
    }
    return sum;
}

static const struct situation *situation_at(const struct solution *solution, struct cursor cursor)
{
    return situations_get(solution->situations, cursor.situation);
}

struct values solution_at(const struct solution *solution, struct cursor cursor)
{
    return cursor.over ? worth_of(solution, cursor.vector)
                       : solution->layers[cursor.turn].values[cursor.index];
}

struct layer_view solution_layer(const struct solution *solution, int turn)
{
    const struct layer *layer = &solution->layers[turn];
    return (struct layer_view){.count = layer->count,
                               .situations = layer->situations,
                               .vectors = layer->vectors,
                               .first_child = layer->first_child,
                               .children = layer->children,
                               .values = layer->values};
}

uint32_t solution_layer_count(const struct solution *solution, int turn)
{
    return solution->layers[turn].count;
}

struct cursor solution_cursor(const struct solution *solution, int turn, uint32_t index)
{
    const struct layer *layer = &solution->layers[turn];
    return (struct cursor){.turn = turn,
                           .index = index,
                           .situation = layer->situations[index],
                           .vector = layer->vectors[index]};
}

uint32_t solution_action_count(const struct solution *solution, struct cursor cursor)
{
    const struct layer *layer = &solution->layers[cursor.turn];
    if (cursor.over || !layer->first_child ||
        layer->first_child[cursor.index] == layer->first_child[cursor.index + 1])
        return 0;
    return situation_at(solution, cursor)->action_count;
}

/* Children of one action: where they start in the layer. */
static const uint32_t *children_of(const struct solution *solution, struct cursor cursor,
                                   const struct action *action)
{
    const struct layer *layer = &solution->layers[cursor.turn];
    const struct situation *situation = situation_at(solution, cursor);
    const struct action *head = situations_action(solution->situations, situation, 0);
    return layer->children + layer->first_child[cursor.index] +
           (action->first_outcome - head->first_outcome);
}

struct cursor solution_child(const struct solution *solution, struct cursor cursor, uint32_t action,
                             uint32_t outcome)
{
    const struct action *taken =
        situations_action(solution->situations, situation_at(solution, cursor), action);
    assert(outcome < taken->outcome_count);
    uint32_t child = children_of(solution, cursor, taken)[outcome];
    if (!(child & LEAF))
        return solution_cursor(solution, cursor.turn + 1, child);
    return (struct cursor){.turn = cursor.turn + 1,
                           .over = true,
                           .situation =
                               situations_outcome(solution->situations, taken, outcome)->next,
                           .vector = child & ~LEAF};
}

struct values solution_action(const struct solution *solution, struct cursor cursor,
                              uint32_t action)
{
    const struct action *taken =
        situations_action(solution->situations, situation_at(solution, cursor), action);
    return expectation(solution, situations_outcome(solution->situations, taken, 0),
                       children_of(solution, cursor, taken), taken->outcome_count,
                       solution->layers[cursor.turn + 1].values);
}

double solution_random_share(const struct solution *solution, struct cursor cursor, uint32_t action)
{
    const struct situation *situation = situation_at(solution, cursor);
    uint32_t shares = 0;
    for (uint32_t i = 0; i < situation->action_count; i++)
        shares += in_random_play(situations_action(solution->situations, situation, i));
    bool shared = in_random_play(situations_action(solution->situations, situation, action));
    return shared ? 1.0 / shares : 0;
}

uint32_t solution_root_count(const struct solution *solution)
{
    return solution->root_count;
}

struct cursor solution_root(const struct solution *solution, uint32_t index, double *probability)
{
    if (probability)
        *probability = solution->roots[index].probability;
    return solution_cursor(solution, 0, solution->roots[index].state);
}

/* --------------------------------------------------------------------------- following ---- */

bool solution_enter(const struct solution *solution, const struct state *state,
                    struct cursor *cursor)
{
    for (uint32_t i = 0; i < solution->root_count; i++) {
        *cursor = solution_root(solution, i, NULL);
        if (situations_fits(solution->situations, cursor->situation, state))
            return true;
    }
    return false;
}

static bool is_taken(const struct solution *solution, const struct action *action, int response,
                     uint64_t acts)
{
    if (response >= 0 || action->response >= 0)
        return action->response == response;
    return action->form == (uint8_t)form_class_of(solution->scenario, acts);
}

bool solution_follow(const struct solution *solution, struct cursor *cursor, int response,
                     uint64_t acts, const struct state *state, uint32_t *action)
{
    uint32_t count = solution_action_count(solution, *cursor);
    for (*action = 0; *action < count; ++*action) {
        const struct action *taken =
            situations_action(solution->situations, situation_at(solution, *cursor), *action);
        if (!is_taken(solution, taken, response, acts))
            continue;
        for (uint32_t i = 0; i < taken->outcome_count; i++) {
            struct cursor child = solution_child(solution, *cursor, *action, i);
            if (!situations_fits(solution->situations, child.situation, state))
                continue;
            *cursor = child;
            return true;
        }
    }
    return false;
}
