/*
 * story.h: the generated story that the benchmarks step, and its rules.
 *
 * Made by a fixed seed: nodes of four responses, variables of the range 0 to 2, guards on about a
 * quarter of the responses (never on a node's first), effects on a third, one act or two a
 * response, no cue to two a node, and eight rules of eight templates (init, existence, absence,
 * response, chain_response, precedence, responded_existence, not_succession). There is no ending:
 * a session is as many picks as the story has turns.
 *
 * One story takes three forms: these arrays, which the C loop steps; a bundle of Lua text, which
 * the loader reads as it does an author's; and a plain Lua table with functions, for the Lua
 * baseline.
 */
#ifndef YANLIAN_BENCH_STORY_H
#define YANLIAN_BENCH_STORY_H

#include "base/buffer.h"
#include "script/loader.h"

enum {
    STORY_NODES = 200,
    STORY_RESPONSES = 4,
    STORY_VARIABLES = 6, /* at most */
    STORY_HIGH = 2,      /* a variable's highest value; the lowest is 0, where it starts */
    STORY_SHIFTS = 2,    /* of one effect, at most */
    STORY_TURNS = 12,    /* of the story that is played */
    STORY_ACTS = 12,
    STORY_CUES = 8,
    STORY_RULES = 8
};

/* Those that the rules ask about, by their place in the vocabulary. */
enum act { GREET = 0, ASK = 1, EXPLAIN = 3, OFFER = 4, ACKNOWLEDGE = 5, PRESS = 6, PROMISE = 11 };
enum cue { ASKS = 1, OBJECTS = 2, REFUSES = 3, INTEREST = 5 };

/* Open while low <= variable <= high. */
struct guard {
    int variable; /* -1: always open */
    int low, high;
};

struct shift {
    int variable;
    int by; /* +1 or -1, saturating */
};

struct reply {
    unsigned acts; /* a bit an act */
    struct guard guard;
    int shift_count;
    struct shift shifts[STORY_SHIFTS];
    int target; /* node */
};

struct scene {
    unsigned cues; /* a bit a cue */
    struct reply replies[STORY_RESPONSES];
};

struct story {
    int turns, variables;
    struct scene scenes[STORY_NODES]; /* the first is the start */
};

/* The same story every time; with fewer turns or variables, a smaller one. */
void story_make(struct story *story, int turns, int variables);

/*
 * The same as a scenario. The caller frees both with bundle_free and loaded_free; exits on
 * failure.
 */
struct bundle *story_bundle(const struct story *story);
struct loaded *story_load(const struct bundle *bundle);

/* The same as a Lua chunk that returns { turns =, variables =, nodes = { ... } }; see plain.lua. */
void story_write_plain(const struct story *story, struct buffer *out);

#endif
