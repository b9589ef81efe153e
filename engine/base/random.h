/*
 * random.h: chance that can be replayed.
 *
 * Not a stream but a function: the same (seed, purpose, index) gives the same number for ever, on
 * every machine. So a pick that was taken back and made again meets the same luck, and replaying
 * turn 7 needs nothing of turns 1 to 6. The mixing function is the finaliser of SplitMix64 (Steele,
 * Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014), applied once for each
 * argument. Not for secrets.
 */
#ifndef YANLIAN_BASE_RANDOM_H
#define YANLIAN_BASE_RANDOM_H

#include <stdint.h>

enum random_purpose {
    RANDOM_DRAW = 1,    /* index: which hidden draw of the scenario */
    RANDOM_CHANCE = 2,  /* index: the turn */
    RANDOM_SHUFFLE = 3, /* index: turn * 64 + step of the shuffle */
    RANDOM_TRAINEE = 4, /* index: the simulated trainee's own count */
    RANDOM_TRIADS = 5,  /* index: the seating's own count */
};

#define SEED_MAX ((UINT64_C(1) << 53) - 1) /* seeds survive a trip through a JSON number */

uint64_t random_at(uint64_t seed, enum random_purpose purpose, uint64_t index);

/* A number in 0 .. bound-1, without bias worth naming (128-bit multiply). `bound` is not 0. */
uint64_t random_below(uint64_t seed, enum random_purpose purpose, uint64_t index, uint64_t bound);

#endif
