/* c_loop.c: the limit. */
#include "bench/c_loop.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "bench/measure.h"

enum {
    REPLIES = STORY_NODES * STORY_RESPONSES,
    VALUES = STORY_HIGH + 1,
    OPEN_SLOT = STORY_VARIABLES,     /* a variable that is always 0: no guard asks for more */
    IDLE_SLOT = STORY_VARIABLES + 1, /* one that nobody reads: where an effect does nothing */
    SLOTS = STORY_VARIABLES + 2,
    SYMBOLS = 8, /* what one rule sees of a pair: three bits */
    STATES = 256
};

/* What decides about one reply, together. */
struct c_reply {
    uint8_t guard, allowed;        /* variable; a bit for each value that opens it */
    uint8_t shifted[STORY_SHIFTS]; /* variables */
    uint8_t after[STORY_SHIFTS][VALUES];
    uint8_t symbols[STORY_RULES];
    uint8_t target;
};

struct c_loop {
    int turns;
    struct c_reply replies[REPLIES];
    uint8_t start[STORY_RULES]; /* after the first line */
    uint8_t next[STORY_RULES][STATES * SYMBOLS];
    double earned[STORY_RULES][STATES], weight[STORY_RULES][STATES];
};

/* ---------------------------------------------------------------------------- monitors ---- */

enum monitor {
    INIT,
    EXISTENCE,
    ABSENCE,
    RESPONSE,
    CHAIN_RESPONSE,
    PRECEDENCE,
    RESPONDED_EXISTENCE,
    NOT_SUCCESSION
};

static const double weights[STORY_RULES] = {1, 2, 3, 2, 1, 2, 2, 3};

/*
 * Up to two acts that a monitor asks for, and a cue; -1 for none. Bits 0, 1 and 2 of its
 * symbols.
 */
static const int8_t watched[STORY_RULES][3] = {
    [INIT] = {GREET, -1, -1},
    [EXISTENCE] = {ASK, -1, -1},
    [ABSENCE] = {PROMISE, -1, -1},
    [RESPONSE] = {ACKNOWLEDGE, -1, OBJECTS},
    [CHAIN_RESPONSE] = {EXPLAIN, -1, ASKS},
    [PRECEDENCE] = {ASK, OFFER, -1},
    [RESPONDED_EXISTENCE] = {OFFER, -1, INTEREST},
    [NOT_SUCCESSION] = {PRESS, -1, REFUSES},
};

struct progress {
    uint8_t seen, pending, fulfilled, activated;
};

static unsigned symbol_of(int rule, unsigned acts, unsigned cues)
{
    unsigned symbol = 0;
    for (int i = 0; i < 3; i++) {
        unsigned labels = i < 2 ? acts : cues;
        if (watched[rule][i] >= 0)
            symbol |= (labels >> watched[rule][i] & 1) << i;
    }
    return symbol;
}

static void fulfil_pending(struct progress *at, bool done)
{
    at->fulfilled = (uint8_t)(at->fulfilled + (done ? at->pending : 0));
    at->pending = done ? 0 : at->pending;
}

static void say(int rule, struct progress *at, bool first, bool second)
{
    switch ((enum monitor)rule) {
    case INIT:
        at->fulfilled = at->activated ? at->fulfilled : first;
        at->activated = 1;
        break;
    case EXISTENCE: /* twice */
        at->seen = (uint8_t)(at->seen + (first && at->seen < 2));
        break;
    case ABSENCE:
        at->seen |= first;
        break;
    case RESPONSE:
        fulfil_pending(at, first);
        break;
    case CHAIN_RESPONSE:
        fulfil_pending(at, first);
        at->pending = 0;
        break;
    case PRECEDENCE:
        at->seen |= first;
        at->activated = (uint8_t)(at->activated + second);
        at->fulfilled = (uint8_t)(at->fulfilled + (second && at->seen));
        break;
    case RESPONDED_EXISTENCE:
        at->seen |= first;
        fulfil_pending(at, first);
        break;
    case NOT_SUCCESSION:
        at->pending = first ? 0 : at->pending;
        break;
    }
}

static void hear(int rule, struct progress *at, bool cue)
{
    if (rule < RESPONSE || rule == PRECEDENCE || !cue)
        return;
    at->activated++;
    if (rule == RESPONDED_EXISTENCE && at->seen)
        at->fulfilled++;
    else
        at->pending++;
}

static void finish(int rule, struct progress *at)
{
    switch ((enum monitor)rule) {
    case EXISTENCE:
        at->activated = 1;
        at->fulfilled = at->seen == 2;
        break;
    case ABSENCE:
        at->activated = 1;
        at->fulfilled = !at->seen;
        break;
    case NOT_SUCCESSION:
        fulfil_pending(at, true);
        break;
    default:
        break;
    }
}

/* The number of a state, which is added when it is new. */
static uint8_t number_of(struct progress *states, int *count, struct progress state)
{
    int number = 0;
    while (number < *count && memcmp(&states[number], &state, sizeof state) != 0)
        number++;
    if (number == *count) {
        require(number < STATES, "a monitor has too many states");
        states[(*count)++] = state;
    }
    return (uint8_t)number;
}

/* Unfolds one monitor, a turn a round. */
static void unfold(struct c_loop *loop, int rule, unsigned first_cues)
{
    struct progress states[STATES] = {{0}};
    int count = 1, done = 0;
    hear(rule, &states[0], symbol_of(rule, 0, first_cues) >> 2 & 1);
    for (int turn = 0; turn < loop->turns; turn++) {
        for (int end = count; done < end; done++) {
            for (unsigned symbol = 0; symbol < SYMBOLS; symbol++) {
                struct progress state = states[done];
                say(rule, &state, symbol & 1, symbol >> 1 & 1);
                hear(rule, &state, symbol >> 2 & 1);
                loop->next[rule][(unsigned)done * SYMBOLS + symbol] =
                    number_of(states, &count, state);
            }
        }
    }
    for (int i = 0; i < count; i++) {
        finish(rule, &states[i]);
        if (states[i].activated == 0)
            continue;
        loop->weight[rule][i] = weights[rule];
        loop->earned[rule][i] = weights[rule] * states[i].fulfilled / states[i].activated;
    }
}

/* ------------------------------------------------------------------------------ arrays ---- */

static void fill_shift(struct c_reply *out, int index, const struct shift *shift)
{
    out->shifted[index] = shift ? (uint8_t)shift->variable : IDLE_SLOT;
    for (int value = 0; shift && value < VALUES; value++) {
        int after = value + shift->by;
        out->after[index][value] = (uint8_t)(after < 0            ? 0
                                             : after > STORY_HIGH ? STORY_HIGH
                                                                  : after);
    }
}

static void fill_reply(struct c_reply *out, const struct reply *reply, unsigned cues)
{
    out->guard = OPEN_SLOT;
    out->allowed = 1;
    out->target = (uint8_t)reply->target;
    if (reply->guard.variable >= 0) {
        out->guard = (uint8_t)reply->guard.variable;
        out->allowed = 0;
        for (int value = reply->guard.low; value <= reply->guard.high; value++)
            out->allowed = (uint8_t)(out->allowed | 1U << value);
    }
    for (int i = 0; i < STORY_SHIFTS; i++)
        fill_shift(out, i, i < reply->shift_count ? &reply->shifts[i] : NULL);
    for (int rule = 0; rule < STORY_RULES; rule++)
        out->symbols[rule] = (uint8_t)symbol_of(rule, reply->acts, cues);
}

struct c_loop *c_loop_new(const struct story *story)
{
    struct c_loop *loop = calloc(1, sizeof *loop);
    require(loop != NULL, "out of memory");
    loop->turns = story->turns;
    for (int i = 0; i < REPLIES; i++) {
        const struct reply *reply =
            &story->scenes[i / STORY_RESPONSES].replies[i % STORY_RESPONSES];
        fill_reply(&loop->replies[i], reply, story->scenes[reply->target].cues);
    }
    for (int rule = 0; rule < STORY_RULES; rule++)
        unfold(loop, rule, story->scenes[0].cues);
    return loop;
}

void c_loop_free(struct c_loop *loop)
{
    free(loop);
}

size_t c_loop_bytes(const struct c_loop *loop)
{
    return sizeof *loop;
}

/* ---------------------------------------------------------------------------- the loop ---- */

static double score_of(const struct c_loop *loop, const uint8_t *monitors)
{
    double earned = 0, weight = 0;
    for (int rule = 0; rule < STORY_RULES; rule++) {
        earned += loop->earned[rule][monitors[rule]];
        weight += loop->weight[rule][monitors[rule]];
    }
    return weight > 0 ? 100 * earned / weight : 100;
}

uint64_t c_loop_run(const struct c_loop *loop, int sessions, uint64_t *random)
{
    uint64_t checksum = 0;
    for (int session = 0; session < sessions; session++) {
        uint8_t variables[SLOTS] = {0}, monitors[STORY_RULES];
        size_t node = 0;
        memcpy(monitors, loop->start, sizeof monitors);
        for (int turn = 0; turn < loop->turns; turn++) {
            const struct c_reply *replies = &loop->replies[node * STORY_RESPONSES];
            unsigned open = 0;
            for (int i = 0; i < STORY_RESPONSES; i++)
                open |= (replies[i].allowed >> variables[replies[i].guard] & 1U) << i;
            const struct c_reply *reply = &replies[choose_open(open, random)];
            for (int i = 0; i < STORY_SHIFTS; i++)
                variables[reply->shifted[i]] = reply->after[i][variables[reply->shifted[i]]];
            for (int rule = 0; rule < STORY_RULES; rule++)
                monitors[rule] = loop->next[rule][monitors[rule] * SYMBOLS + reply->symbols[rule]];
            node = reply->target;
        }
        checksum = checksum_add(checksum, score_of(loop, monitors), (unsigned)node);
    }
    return checksum;
}
