/*
 * story.h: small scenarios for the tests of the solver, loaded from Lua text as an author's are.
 *
 * A random story is made by a seed: three to seven nodes, draws that may or may not show, chance,
 * guards and effects as tables and functions, forms, cycles, and rules of every template. A written
 * story is the test's own text; what every scenario must have and no solver looks at is added.
 *
 * The words of both: acts greet, ask, listen, pitch, press, explain and the engine's five; cues
 * waits, asks, frowns, agrees (which gives consent), smiles, leaves; endings good, bad.
 */
#ifndef YANLIAN_UNIT_STORY_H
#define YANLIAN_UNIT_STORY_H

#include "script/loader.h"

/*
 * What random stories promise, so that whoever multiplies probabilities and marks can do so in
 * whole numbers: the weights of a draw or a chance sum to a divisor of STORY_CHANCE, those of the
 * rules to at most STORY_WEIGHT, a node has at most STORY_RESPONSES responses and a story
 * STORY_DRAWS draws.
 */
enum {
    STORY_TURNS = 5,
    STORY_CHANCE = 12,
    STORY_WEIGHT = 24,
    STORY_RESPONSES = 4,
    STORY_DRAWS = 2
};

struct story {
    struct bundle *bundle;
    struct loaded *loaded, *fresh; /* the same, twice */
};

/* Both fail the test when the story does not load. `turns` is at most STORY_TURNS. */
void story_random(struct story *story, uint64_t seed, int turns);

/*
 * `fields` are the scenario's, from `turns` on; in them T"words" is a text, and R("id", acts, to, {
 * more }) a response. `rules` is a list of r("id", { template = ... }).
 */
void story_written(struct story *story, const char *fields, const char *rules);

void story_close(struct story *story);

#endif
