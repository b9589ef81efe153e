/* monitors.c: the rules' states, numbered, and their transitions, remembered. */
#include "solve/monitors.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "solve/intern.h"
#include "solve/memory.h"
#include "solve/reach.h"

/* An entry of a track: the state that follows; RETIRES when the rule is then settled. */
#define RETIRES UINT32_C(0x80000000)
#define UNKNOWN UINT32_C(0x40000000)
#define SPECIAL (RETIRES | UNKNOWN)

enum { RETIRED = 0, STATES_MAX = UINT16_MAX };

/* What a rule's state is worth if it ends there, and whether one ever did. */
struct ending {
    struct mark_sum worth;
    bool activated, kept, broken, seen;
};

/* What one rule sees of a pair and of what may come after it. No padding: interned as bytes. */
struct glimpse {
    uint32_t said, heard, reach; /* a bit for each thing that the rule asks about */
};

/* One rule: its states (0 is RETIRED) and, for each and each class of pairs, the entry. */
struct track {
    uint32_t *next; /* [state * class_capacity + class] */
    uint32_t state_capacity, class_capacity;
    struct intern states;    /* of struct rule_state */
    struct intern classes;   /* of struct glimpse */
    struct arrival *samples; /* by class: a pair of it */
    struct ending *endings;  /* by state */
    uint32_t ending_capacity;
    bool crowded; /* there were more states than numbers */
};

struct pair {
    uint32_t said, heard;
    int32_t node; /* whose arrival retires rules */
};

struct arrival {
    struct step said, heard;
    struct reach reach;
};

/* Where all rules stand. Interned up to the last rule, rounded up to whole words. */
struct vector {
    uint32_t sum;                  /* number of what has retired */
    uint16_t states[RULE_MAX + 6]; /* by rule */
};

/* What has retired. No padding. */
struct retired {
    struct mark_sum sum;
    uint64_t critical; /* 1: a critical rule was broken */
};

/* A pair that was followed lately. Where there are many rules, most pairs were. */
struct recent {
    uint32_t vector, row; /* `row` plus one; 0: none */
    uint32_t next;
};

enum { RECENT = 1 << 19 };

/* Pairs that were not followed lately: waiting for memory, all at once. */
struct batch {
    uint32_t count;
    struct vector next[MONITORS_BATCH];
    uint64_t hashes[MONITORS_BATCH];
    struct recent *recent[MONITORS_BATCH]; /* where the answer is to be kept */
    uint32_t index[MONITORS_BATCH];        /* in the caller's arrays */
};

struct monitors {
    const struct scenario *scenario;
    int rule_count;
    struct track *tracks;  /* one a rule */
    struct reach *reach;   /* one a node */
    struct intern vectors; /* of struct vector, cut */
    struct intern retired; /* of struct retired */
    struct intern steps;   /* of struct step */
    struct intern pairs;   /* of struct pair */
    uint16_t *classes;     /* [row * rule_count + rule]; a pair's rows: 2 * pair + (last turn) */
    uint32_t pair_capacity;
    uint32_t *finished; /* by number of what has retired: the vector with nothing left; or 0 */
    uint32_t finished_capacity;
    struct worth *ends; /* by vector; NAN until asked for */
    uint32_t end_capacity;
    struct recent *recent; /* by hash of vector and row: a newer one takes an older one's place */
    struct batch batch;
};

/* ------------------------------------------------------------------------- one rule ---- */

static struct ending ending_of(const struct rule *rule, const struct rule_state *state)
{
    struct ending ending = {0};
    struct rule_state ended = *state;
    rule_end(rule, &ended);
    mark_sum_add(&ending.worth, rule, &ended);
    ending.activated = ended.activations > 0;
    ending.kept = ended.activations > 0 && ended.violated == 0;
    ending.broken = ended.violated > 0;
    return ending;
}

/* Makes room in the transition table; what was known is dropped and computed again. */
static void track_make_room(struct track *track)
{
    if (track->states.count <= track->state_capacity &&
        track->classes.count <= track->class_capacity)
        return;
    while (track->state_capacity < track->states.count)
        track->state_capacity = track->state_capacity ? 2 * track->state_capacity : 16;
    while (track->class_capacity < track->classes.count)
        track->class_capacity = track->class_capacity ? 2 * track->class_capacity : 4;
    size_t entries = (size_t)track->state_capacity * track->class_capacity;
    free(track->next);
    track->next = memory_resize(NULL, entries, sizeof *track->next);
    for (size_t i = 0; i < entries; i++)
        track->next[i] = i < track->class_capacity ? RETIRED : UNKNOWN;
}

static uint32_t track_add_state(struct track *track, const struct rule *rule,
                                const struct rule_state *state)
{
    bool added;
    uint32_t number = intern_add(&track->states, state, &added);
    if (number >= STATES_MAX) {
        intern_drop_last(&track->states);
        track->crowded = true;
        return 1; /* any will do: what follows is not to be used */
    }
    if (added) {
        if (number >= track->ending_capacity) {
            track->ending_capacity = track->states.capacity;
            track->endings =
                memory_resize(track->endings, track->ending_capacity, sizeof *track->endings);
        }
        track->endings[number] = ending_of(rule, state);
        track_make_room(track);
    }
    return number;
}

static uint32_t track_add_class(struct track *track, const struct glimpse *glimpse,
                                const struct arrival *sample)
{
    bool added;
    uint32_t number = intern_add(&track->classes, glimpse, &added);
    if (added) {
        track->samples =
            memory_resize(track->samples, track->classes.capacity, sizeof *track->samples);
        track->samples[number] = *sample;
        track_make_room(track);
    }
    return number;
}

static void track_begin(struct track *track, const struct rule *rule)
{
    struct rule_state state;
    intern_begin(&track->states, sizeof state);
    intern_begin(&track->classes, sizeof(struct glimpse));
    memset(&state, 0xFF, sizeof state); /* like no state of a rule: RETIRED */
    intern_add(&track->states, &state, NULL);
    rule_begin(rule, &state);
    rule_forget(rule, &state);
    track_add_state(track, rule, &state);
}

static void track_end(struct track *track)
{
    intern_end(&track->states);
    intern_end(&track->classes);
    free(track->next);
    free(track->samples);
    free(track->endings);
}

static void read_step(const struct rule *rule, struct rule_state *state, const struct step *step)
{
    rule_step(rule, state, step);
    rule_forget(rule, state);
}

/* The entry, computed. */
static uint32_t track_find(struct track *track, const struct rule *rule, uint32_t state,
                           uint32_t class)
{
    const struct arrival *sample = &track->samples[class];
    struct rule_state next;
    memcpy(&next, intern_record(&track->states, state), sizeof next);
    read_step(rule, &next, &sample->said);
    read_step(rule, &next, &sample->heard);
    uint32_t entry = track_add_state(track, rule, &next);
    if (reach_settles(&sample->reach, rule, &next))
        entry |= RETIRES;
    track->next[(size_t)state * track->class_capacity + class] = entry;
    return entry;
}

static inline uint32_t track_entry(const struct track *track, uint32_t state, uint32_t class)
{
    return track->next[(size_t)state * track->class_capacity + class];
}

/* --------------------------------------------------------------------- steps and pairs ---- */

uint32_t monitors_step_number(struct monitors *monitors, const struct step *step)
{
    struct step clean; /* without padding, so that equal steps are equal bytes */
    memset(&clean, 0, sizeof clean);
    clean.speaker = step->speaker;
    clean.labels = step->labels;
    clean.mood = step->mood;
    return intern_add(&monitors->steps, &clean, NULL);
}

/* All that rule_step looks at in a step whose speaker is known. */
static uint32_t seen_of_step(const struct rule *rule, const struct step *step)
{
    uint32_t bits = (int)step->mood == rule->when;
    for (int i = 0; i < rule->operand_count; i++)
        bits |= (uint32_t)operand_matches(&rule->operands[i], step) << (i + 1);
    return bits;
}

/* Fills a row of classes: what an arrival is to each rule. */
static void classify(struct monitors *monitors, const struct arrival *arrival, uint16_t *row)
{
    for (int i = 0; i < monitors->rule_count; i++) {
        const struct rule *rule = &monitors->scenario->rules[i];
        struct glimpse glimpse = {.said = seen_of_step(rule, &arrival->said),
                                  .heard = seen_of_step(rule, &arrival->heard),
                                  .reach = reach_seen(&arrival->reach, rule)};
        row[i] = (uint16_t)track_add_class(&monitors->tracks[i], &glimpse, arrival);
    }
}

static void classify_pair(struct monitors *monitors, uint32_t number, const struct pair *pair)
{
    size_t rules = (size_t)monitors->rule_count;
    if (number >= monitors->pair_capacity) {
        monitors->pair_capacity = monitors->pairs.capacity;
        monitors->classes = memory_resize(monitors->classes, 2 * rules * monitors->pair_capacity,
                                          sizeof *monitors->classes);
    }
    struct arrival arrival = {.reach = monitors->reach[pair->node]};
    memcpy(&arrival.said, intern_record(&monitors->steps, pair->said), sizeof arrival.said);
    memcpy(&arrival.heard, intern_record(&monitors->steps, pair->heard), sizeof arrival.heard);
    classify(monitors, &arrival, monitors->classes + 2 * rules * number);
    arrival.reach = (struct reach){.over = true};
    classify(monitors, &arrival, monitors->classes + rules * (2 * (size_t)number + 1));
}

uint32_t monitors_pair_number(struct monitors *monitors, uint32_t said, uint32_t heard, int node)
{
    struct pair pair = {.said = said, .heard = heard, .node = node};
    bool added;
    uint32_t number = intern_add(&monitors->pairs, &pair, &added);
    if (added)
        classify_pair(monitors, number, &pair);
    return number;
}

bool monitors_pair_is_over(const struct monitors *monitors, uint32_t pair)
{
    const struct pair *steps = intern_record(&monitors->pairs, pair);
    return monitors->reach[steps->node].over;
}

/* ------------------------------------------------------------------------------ vectors ---- */

struct monitors *monitors_new(const struct scenario *scenario)
{
    struct monitors *monitors = memory_zeroed(1, sizeof *monitors);
    size_t rules = (size_t)scenario->rule_count;
    struct retired nothing = {0};
    struct vector start = {0};
    monitors->scenario = scenario;
    monitors->rule_count = scenario->rule_count;
    monitors->tracks = memory_zeroed(rules, sizeof *monitors->tracks);
    monitors->reach = reach_of(scenario);
    monitors->recent = memory_zeroed(RECENT, sizeof *monitors->recent);
    size_t size = offsetof(struct vector, states) + rules * sizeof(uint16_t);
    intern_begin(&monitors->vectors, (size + 7) / 8 * 8);
    intern_begin(&monitors->retired, sizeof nothing);
    intern_begin(&monitors->steps, sizeof(struct step));
    intern_begin(&monitors->pairs, sizeof(struct pair));
    for (size_t i = 0; i < rules; i++) {
        track_begin(&monitors->tracks[i], &scenario->rules[i]);
        start.states[i] = 1;
    }
    intern_add(&monitors->retired, &nothing, NULL);
    intern_add(&monitors->vectors, &start, NULL);
    return monitors;
}

void monitors_free(struct monitors *monitors)
{
    if (!monitors)
        return;
    for (int i = 0; i < monitors->rule_count; i++)
        track_end(&monitors->tracks[i]);
    free(monitors->tracks);
    free(monitors->reach);
    intern_end(&monitors->vectors);
    intern_end(&monitors->retired);
    intern_end(&monitors->steps);
    intern_end(&monitors->pairs);
    free(monitors->classes);
    free(monitors->finished);
    free(monitors->recent);
    free(monitors->ends);
    free(monitors);
}

uint32_t monitors_start(const struct monitors *monitors)
{
    (void)monitors;
    return 0;
}

uint32_t monitors_step(struct monitors *monitors, uint32_t vector, uint32_t step)
{
    struct vector next = {0};
    memcpy(&next, intern_record(&monitors->vectors, vector), monitors->vectors.size);
    for (int i = 0; i < monitors->rule_count; i++) {
        struct track *track = &monitors->tracks[i];
        struct rule_state state;
        if (next.states[i] == RETIRED)
            continue;
        memcpy(&state, intern_record(&track->states, next.states[i]), sizeof state);
        read_step(&monitors->scenario->rules[i], &state, intern_record(&monitors->steps, step));
        next.states[i] = (uint16_t)track_add_state(track, &monitors->scenario->rules[i], &state);
    }
    return intern_add(&monitors->vectors, &next, NULL);
}

/* ---------------------------------------------------------------------------- following ---- */

static void retire(struct retired *retired, const struct rule *rule, struct ending *ending)
{
    mark_sum_join(&retired->sum, &ending->worth);
    if (rule->critical && ending->broken)
        retired->critical = 1;
    ending->seen = true;
}

/* Where some entries were not known, or rules retire: goes through `next` again. */
static void settle(struct monitors *monitors, const struct vector *from, const uint16_t *classes,
                   struct vector *next)
{
    struct retired retired;
    memcpy(&retired, intern_record(&monitors->retired, from->sum), sizeof retired);
    for (int i = 0; i < monitors->rule_count; i++) {
        struct track *track = &monitors->tracks[i];
        const struct rule *rule = &monitors->scenario->rules[i];
        uint32_t entry = track_entry(track, from->states[i], classes[i]);
        if (entry & UNKNOWN)
            entry = track_find(track, rule, from->states[i], classes[i]);
        next->states[i] = (uint16_t)entry;
        if (entry & RETIRES) {
            retire(&retired, rule, &track->endings[(uint16_t)entry]);
            next->states[i] = RETIRED;
        }
    }
    next->sum = intern_add(&monitors->retired, &retired, NULL);
}

/* The vector after a pair with these classes. */
static void follow(struct monitors *monitors, const struct vector *from, const uint16_t *classes,
                   struct vector *next)
{
    const struct track *tracks = monitors->tracks;
    uint32_t special = 0;
    next->sum = from->sum;
    for (int i = 0; i < monitors->rule_count; i++) {
        uint32_t entry = track_entry(&tracks[i], from->states[i], classes[i]);
        special |= entry;
        next->states[i] = (uint16_t)entry;
    }
    if (special & SPECIAL)
        settle(monitors, from, classes, next);
}

void monitors_prefetch(const struct monitors *monitors, uint32_t vector)
{
    __builtin_prefetch(intern_record(&monitors->vectors, vector));
}

/* The vector in which all rules have retired, with this sum. */
static uint32_t finished(struct monitors *monitors, const struct retired *retired)
{
    bool added;
    uint32_t sum = intern_add(&monitors->retired, retired, &added);
    if (sum >= monitors->finished_capacity) {
        uint32_t before = monitors->finished_capacity;
        monitors->finished_capacity = monitors->retired.capacity;
        monitors->finished = memory_resize(monitors->finished, monitors->finished_capacity,
                                           sizeof *monitors->finished);
        memset(monitors->finished + before, 0,
               (monitors->finished_capacity - before) * sizeof *monitors->finished);
    }
    if (!monitors->finished[sum]) {
        struct vector vector = {.sum = sum};
        monitors->finished[sum] = intern_add(&monitors->vectors, &vector, NULL);
    }
    return monitors->finished[sum];
}

/* With the last turn all rules retire, so that only the sum is new. */
static uint32_t follow_to_end(struct monitors *monitors, const struct vector *from,
                              const uint16_t *classes)
{
    const struct rule *rules = monitors->scenario->rules;
    struct retired retired;
    memcpy(&retired, intern_record(&monitors->retired, from->sum), sizeof retired);
    for (int i = 0; i < monitors->rule_count; i++) {
        struct track *track = &monitors->tracks[i];
        uint32_t entry = track_entry(track, from->states[i], classes[i]);
        if (entry & UNKNOWN)
            entry = track_find(track, &rules[i], from->states[i], classes[i]);
        if (entry & RETIRES)
            retire(&retired, &rules[i], &track->endings[(uint16_t)entry]);
    }
    return finished(monitors, &retired);
}

static const uint16_t *classes_of(const struct monitors *monitors, uint32_t row)
{
    return monitors->classes + (size_t)row * (size_t)monitors->rule_count;
}

static struct recent *recent_at(const struct monitors *monitors, uint32_t vector, uint32_t row)
{
    return &monitors->recent[hash_word((uint64_t)vector << 32 | row) % RECENT];
}

/* Notes what is still to be found in the batch: follows as far as the vector's hash. */
static void follow_into_batch(struct monitors *monitors, const struct vector *from, uint32_t row,
                              struct recent *recent)
{
    struct intern *known = &monitors->vectors;
    struct batch *batch = &monitors->batch;
    uint32_t at = batch->count++;
    follow(monitors, from, classes_of(monitors, row), &batch->next[at]);
    batch->hashes[at] = hash_bytes(&batch->next[at], known->size);
    batch->recent[at] = recent;
    intern_prefetch(known, batch->hashes[at]);
}

static void look_up_batch(struct monitors *monitors, const uint32_t *rows, uint32_t *vectors)
{
    struct intern *known = &monitors->vectors;
    struct batch *batch = &monitors->batch;
    for (uint32_t i = 0; i < batch->count; i++)
        intern_prefetch_record(known, batch->hashes[i]);
    for (uint32_t i = 0; i < batch->count; i++) {
        uint32_t index = batch->index[i];
        uint32_t next = intern_add_hashed(known, &batch->next[i], batch->hashes[i], NULL);
        *batch->recent[i] =
            (struct recent){.vector = vectors[index], .row = rows[index] + 1, .next = next};
        vectors[index] = next;
    }
    batch->count = 0;
}

void monitors_follow(struct monitors *monitors, uint32_t count, const uint32_t *pairs, bool last,
                     uint32_t *vectors)
{
    uint32_t rows[MONITORS_BATCH];
    for (uint32_t i = 0; i < count; i++) {
        rows[i] = 2 * pairs[i] + last;
        __builtin_prefetch(recent_at(monitors, vectors[i], rows[i]));
    }
    for (uint32_t i = 0; i < count; i++) {
        struct recent *recent = recent_at(monitors, vectors[i], rows[i]);
        const struct vector *from = intern_record(&monitors->vectors, vectors[i]);
        if (recent->row == rows[i] + 1 && recent->vector == vectors[i]) {
            vectors[i] = recent->next;
        } else if (last) {
            uint32_t next = follow_to_end(monitors, from, classes_of(monitors, rows[i]));
            *recent = (struct recent){.vector = vectors[i], .row = rows[i] + 1, .next = next};
            vectors[i] = next;
        } else {
            monitors->batch.index[monitors->batch.count] = i;
            follow_into_batch(monitors, from, rows[i], recent);
        }
    }
    look_up_batch(monitors, rows, vectors);
}

bool monitors_crowded(const struct monitors *monitors)
{
    bool crowded = false;
    for (int i = 0; i < monitors->rule_count; i++)
        crowded |= monitors->tracks[i].crowded;
    return crowded;
}

/* --------------------------------------------------------------------------- the end ---- */

static struct worth compute_end(struct monitors *monitors, uint32_t number)
{
    struct vector vector;
    struct retired retired;
    memcpy(&vector, intern_record(&monitors->vectors, number), monitors->vectors.size);
    memcpy(&retired, intern_record(&monitors->retired, vector.sum), sizeof retired);
    for (int i = 0; i < monitors->rule_count; i++) {
        if (vector.states[i] != RETIRED)
            retire(&retired, &monitors->scenario->rules[i],
                   &monitors->tracks[i].endings[vector.states[i]]);
    }
    return (struct worth){.total = mark_sum_score(&retired.sum), .critical = retired.critical != 0};
}

struct worth monitors_end(struct monitors *monitors, uint32_t vector)
{
    if (vector >= monitors->end_capacity) {
        uint32_t capacity = monitors->vectors.count;
        monitors->ends = memory_resize(monitors->ends, capacity, sizeof *monitors->ends);
        for (uint32_t i = monitors->end_capacity; i < capacity; i++)
            monitors->ends[i].total = NAN;
        monitors->end_capacity = capacity;
    }
    if (isnan(monitors->ends[vector].total))
        monitors->ends[vector] = compute_end(monitors, vector);
    return monitors->ends[vector];
}

struct coverage monitors_coverage(const struct monitors *monitors)
{
    struct coverage coverage = {0};
    for (int i = 0; i < monitors->rule_count; i++) {
        const struct track *track = &monitors->tracks[i];
        for (uint32_t j = 1; j < track->states.count; j++) {
            const struct ending *ending = &track->endings[j];
            coverage.activated |= (uint64_t)(ending->seen && ending->activated) << i;
            coverage.kept |= (uint64_t)(ending->seen && ending->kept) << i;
            coverage.broken |= (uint64_t)(ending->seen && ending->broken) << i;
        }
    }
    return coverage;
}

uint32_t monitors_count(const struct monitors *monitors)
{
    return monitors->vectors.count;
}

size_t monitors_bytes(const struct monitors *monitors)
{
    size_t bytes = intern_bytes(&monitors->vectors) + intern_bytes(&monitors->retired) +
                   intern_bytes(&monitors->steps) + intern_bytes(&monitors->pairs) +
                   (size_t)monitors->pair_capacity * 2 * (size_t)monitors->rule_count *
                       sizeof *monitors->classes +
                   monitors->finished_capacity * sizeof *monitors->finished +
                   RECENT * sizeof *monitors->recent +
                   monitors->end_capacity * sizeof *monitors->ends;
    for (int i = 0; i < monitors->rule_count; i++) {
        const struct track *track = &monitors->tracks[i];
        bytes += intern_bytes(&track->states) + intern_bytes(&track->classes) +
                 track->states.capacity * sizeof *track->endings +
                 track->classes.capacity * sizeof *track->samples +
                 (size_t)track->state_capacity * track->class_capacity * sizeof *track->next;
    }
    return bytes;
}
