/* monitors.c: the rules' states, numbered, and their transitions, remembered. */
#include "solve/monitors.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "solve/intern.h"
#include "solve/reach.h"

enum { UNKNOWN = UINT16_MAX };

/* One rule: its states and, for each of them and each step, the state that follows. */
struct track {
    struct intern states; /* of struct rule_state */
    uint16_t *next;       /* [state * steps + step]; UNKNOWN until computed */
    uint32_t state_capacity, step_capacity;
};

struct pair {
    uint32_t said, heard;
    int32_t node; /* whose arrival retires rules */
};

enum { RETIRED = UINT16_MAX };

/* Where all rules stand. Interned up to the last rule, rounded up to whole words. */
struct vector {
    struct mark_sum retired;       /* of the rules that are */
    uint64_t critical;             /* 1: a retired critical rule was broken */
    uint16_t states[RULE_MAX + 4]; /* by rule: number of its state, or RETIRED */
};

/* vector and pair -> vector: open addressing; key 0 is free, so keys are stored plus one. */
struct memo_slot {
    uint64_t key;
    uint32_t value;
};

struct memo {
    struct memo_slot *slots;
    size_t mask, count;
};

struct monitors {
    const struct scenario *scenario;
    struct track *tracks;  /* one a rule */
    struct reach *reach;   /* one a node */
    struct intern vectors; /* of struct vector, cut */
    struct intern steps;   /* of struct step */
    struct intern pairs;   /* of struct pair */
    struct memo memo;
    struct worth *ends;    /* by vector; `known` tells which are there */
    unsigned char *known;
    uint32_t end_capacity;
    struct coverage coverage;
    struct vector scratch;
};

/* ------------------------------------------------------------------------- one rule ---- */

static uint16_t track_add(struct track *track, const struct rule *rule,
                          const struct rule_state *state)
{
    struct rule_state kept = *state;
    rule_forget(rule, &kept);
    return (uint16_t)intern_add(&track->states, &kept, NULL);
}

/* Makes room in the transition table; what was known is dropped and computed again. */
static void track_grow(struct track *track, uint32_t steps)
{
    if (track->states.count <= track->state_capacity && steps <= track->step_capacity)
        return;
    while (track->state_capacity < track->states.count)
        track->state_capacity = track->state_capacity ? 2 * track->state_capacity : 16;
    while (track->step_capacity < steps)
        track->step_capacity = track->step_capacity ? 2 * track->step_capacity : 64;
    size_t bytes = (size_t)track->state_capacity * track->step_capacity * sizeof *track->next;
    free(track->next);
    track->next = malloc(bytes);
    if (!track->next)
        abort();
    memset(track->next, 0xFF, bytes);
}

static uint16_t track_step(struct monitors *monitors, int number, uint16_t state, uint32_t step)
{
    struct track *track = &monitors->tracks[number];
    const struct rule *rule = &monitors->scenario->rules[number];
    track_grow(track, monitors->steps.count);
    size_t at = (size_t)state * track->step_capacity + step;
    if (track->next[at] == UNKNOWN) {
        struct rule_state next;
        memcpy(&next, intern_record(&track->states, state), sizeof next);
        rule_step(rule, &next, intern_record(&monitors->steps, step));
        uint16_t found = track_add(track, rule, &next);
        track_grow(track, monitors->steps.count);
        at = (size_t)state * track->step_capacity + step;
        track->next[at] = found;
    }
    return track->next[at];
}

/* --------------------------------------------------------------------------- the memo ---- */

static void memo_begin(struct memo *memo, size_t slots)
{
    memo->mask = slots - 1;
    memo->count = 0;
    memo->slots = calloc(slots, sizeof *memo->slots);
    if (!memo->slots)
        abort();
}

static struct memo_slot *memo_find(const struct memo *memo, uint64_t key)
{
    size_t at = hash_word(key) & memo->mask;
    while (memo->slots[at].key && memo->slots[at].key != key)
        at = (at + 1) & memo->mask;
    return &memo->slots[at];
}

static void memo_put(struct memo *memo, uint64_t key, uint32_t value)
{
    if (2 * (memo->count + 1) > memo->mask) {
        struct memo old = *memo;
        memo_begin(memo, 2 * (old.mask + 1));
        memo->count = old.count;
        for (size_t i = 0; i <= old.mask; i++) {
            if (old.slots[i].key)
                *memo_find(memo, old.slots[i].key) = old.slots[i];
        }
        free(old.slots);
    }
    *memo_find(memo, key) = (struct memo_slot){.key = key, .value = value};
    memo->count++;
}

/* ---------------------------------------------------------------------------- retiring ---- */

static void ended(struct monitors *monitors, int number, const struct rule_state *state)
{
    uint64_t bit = UINT64_C(1) << number;
    if (state->activations > 0)
        monitors->coverage.activated |= bit;
    if (state->activations > 0 && state->violated == 0)
        monitors->coverage.kept |= bit;
    if (state->violated > 0)
        monitors->coverage.broken |= bit;
}

/* Ends rule `number` in `vector` and adds what it is worth to the sum. */
static void retire(struct monitors *monitors, struct vector *vector, int number)
{
    const struct rule *rule = &monitors->scenario->rules[number];
    struct rule_state state;
    memcpy(&state, intern_record(&monitors->tracks[number].states, vector->states[number]),
           sizeof state);
    rule_end(rule, &state);
    mark_sum_add(&vector->retired, rule, &state);
    if (rule->critical && state.violated > 0)
        vector->critical = 1;
    vector->states[number] = RETIRED;
    ended(monitors, number, &state);
}

static void retire_settled(struct monitors *monitors, struct vector *vector, int node)
{
    for (int i = 0; i < monitors->scenario->rule_count; i++) {
        if (vector->states[i] == RETIRED)
            continue;
        const struct rule_state *state =
            intern_record(&monitors->tracks[i].states, vector->states[i]);
        if (reach_settles(&monitors->reach[node], &monitors->scenario->rules[i], state))
            retire(monitors, vector, i);
    }
}

/* ------------------------------------------------------------------------------ vectors ---- */

struct monitors *monitors_new(const struct scenario *scenario)
{
    struct monitors *monitors = calloc(1, sizeof *monitors);
    if (!monitors)
        abort();
    size_t rules = (size_t)scenario->rule_count;
    monitors->scenario = scenario;
    monitors->tracks = calloc(rules + 1, sizeof *monitors->tracks);
    if (!monitors->tracks)
        abort();
    monitors->reach = reach_of(scenario);
    intern_begin(&monitors->vectors, offsetof(struct vector, states) +
                                         (rules + 3) / 4 * 4 * sizeof(uint16_t));
    intern_begin(&monitors->steps, sizeof(struct step));
    intern_begin(&monitors->pairs, sizeof(struct pair));
    memo_begin(&monitors->memo, 1024);
    for (int i = 0; i < scenario->rule_count; i++) {
        struct rule_state state;
        intern_begin(&monitors->tracks[i].states, sizeof state);
        rule_begin(&scenario->rules[i], &state);
        monitors->scratch.states[i] =
            track_add(&monitors->tracks[i], &scenario->rules[i], &state);
    }
    intern_add(&monitors->vectors, &monitors->scratch, NULL);
    return monitors;
}

void monitors_free(struct monitors *monitors)
{
    if (!monitors)
        return;
    for (int i = 0; i < monitors->scenario->rule_count; i++) {
        intern_end(&monitors->tracks[i].states);
        free(monitors->tracks[i].next);
    }
    free(monitors->tracks);
    free(monitors->reach);
    intern_end(&monitors->vectors);
    intern_end(&monitors->steps);
    intern_end(&monitors->pairs);
    free(monitors->memo.slots);
    free(monitors->ends);
    free(monitors->known);
    free(monitors);
}

uint32_t monitors_start(const struct monitors *monitors)
{
    (void)monitors;
    return 0;
}

uint32_t monitors_step_number(struct monitors *monitors, const struct step *step)
{
    struct step clean; /* without padding, so that equal steps are equal bytes */
    memset(&clean, 0, sizeof clean);
    clean.speaker = step->speaker;
    clean.labels = step->labels;
    clean.mood = step->mood;
    return intern_add(&monitors->steps, &clean, NULL);
}

uint32_t monitors_pair_number(struct monitors *monitors, uint32_t said, uint32_t heard, int node)
{
    struct pair pair = {.said = said, .heard = heard, .node = node};
    return intern_add(&monitors->pairs, &pair, NULL);
}

static void load(struct monitors *monitors, uint32_t vector)
{
    memcpy(&monitors->scratch, intern_record(&monitors->vectors, vector), monitors->vectors.size);
}

static void step_scratch(struct monitors *monitors, uint32_t step)
{
    uint16_t *states = monitors->scratch.states;
    for (int i = 0; i < monitors->scenario->rule_count; i++) {
        if (states[i] != RETIRED)
            states[i] = track_step(monitors, i, states[i], step);
    }
}

uint32_t monitors_step(struct monitors *monitors, uint32_t vector, uint32_t step)
{
    load(monitors, vector);
    step_scratch(monitors, step);
    return intern_add(&monitors->vectors, &monitors->scratch, NULL);
}

static uint64_t memo_key(uint32_t vector, uint32_t pair)
{
    return ((uint64_t)vector << 32 | pair) + 1;
}

void monitors_prefetch(const struct monitors *monitors, uint32_t vector, uint32_t pair)
{
    __builtin_prefetch(
        &monitors->memo.slots[hash_word(memo_key(vector, pair)) & monitors->memo.mask]);
}

uint32_t monitors_pair(struct monitors *monitors, uint32_t vector, uint32_t pair)
{
    uint64_t key = memo_key(vector, pair);
    const struct memo_slot *known = memo_find(&monitors->memo, key);
    if (known->key)
        return known->value;
    struct pair steps;
    memcpy(&steps, intern_record(&monitors->pairs, pair), sizeof steps);
    load(monitors, vector);
    step_scratch(monitors, steps.said);
    step_scratch(monitors, steps.heard);
    retire_settled(monitors, &monitors->scratch, steps.node);
    uint32_t next = intern_add(&monitors->vectors, &monitors->scratch, NULL);
    memo_put(&monitors->memo, key, next);
    return next;
}

/* --------------------------------------------------------------------------- the end ---- */

static struct worth compute_end(struct monitors *monitors, uint32_t number)
{
    struct vector vector = {0};
    memcpy(&vector, intern_record(&monitors->vectors, number), monitors->vectors.size);
    for (int i = 0; i < monitors->scenario->rule_count; i++) {
        if (vector.states[i] != RETIRED)
            retire(monitors, &vector, i);
    }
    return (struct worth){.total = mark_sum_score(&vector.retired),
                          .critical = vector.critical != 0};
}

struct worth monitors_end(struct monitors *monitors, uint32_t vector)
{
    if (monitors->vectors.count > monitors->end_capacity) {
        uint32_t capacity = monitors->vectors.capacity;
        monitors->ends = realloc(monitors->ends, capacity * sizeof *monitors->ends);
        monitors->known = realloc(monitors->known, capacity);
        if (!monitors->ends || !monitors->known)
            abort();
        memset(monitors->known + monitors->end_capacity, 0, capacity - monitors->end_capacity);
        monitors->end_capacity = capacity;
    }
    if (!monitors->known[vector]) {
        monitors->ends[vector] = compute_end(monitors, vector);
        monitors->known[vector] = 1;
    }
    return monitors->ends[vector];
}

struct coverage monitors_coverage(const struct monitors *monitors)
{
    return monitors->coverage;
}

uint32_t monitors_count(const struct monitors *monitors)
{
    return monitors->vectors.count;
}

size_t monitors_bytes(const struct monitors *monitors)
{
    size_t bytes = intern_bytes(&monitors->vectors) + intern_bytes(&monitors->steps) +
                   intern_bytes(&monitors->pairs) +
                   (monitors->memo.mask + 1) * sizeof(struct memo_slot) +
                   monitors->end_capacity * (sizeof *monitors->ends + 1);
    for (int i = 0; i < monitors->scenario->rule_count; i++)
        bytes += intern_bytes(&monitors->tracks[i].states) +
                 (size_t)monitors->tracks[i].state_capacity * monitors->tracks[i].step_capacity *
                     sizeof(uint16_t);
    return bytes;
}
