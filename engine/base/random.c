/*
 * random.c: chance as a function of seed, purpose and index.
 *
 * The three arguments are stirred in one after another, so that the last step is SplitMix64 itself:
 * random_at(seed, purpose, i) is output number i of the generator whose state is the stirred seed
 * and purpose. Saved sessions depend on every constant here: changing one changes their replay.
 */
#include "base/random.h"

#include <assert.h>

__extension__ typedef unsigned __int128 wide_uint; /* ISO C has no 128-bit type */

/* SplitMix64's step between states: 2^64 divided by the golden ratio, made odd. */
#define GOLDEN_GAMMA UINT64_C(0x9e3779b97f4a7c15)

static uint64_t mix(uint64_t state)
{
    state = (state ^ (state >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    state = (state ^ (state >> 27)) * UINT64_C(0x94d049bb133111eb);
    return state ^ (state >> 31);
}

uint64_t random_at(uint64_t seed, enum random_purpose purpose, uint64_t index)
{
    uint64_t state = mix(seed + GOLDEN_GAMMA);
    state = mix(state + GOLDEN_GAMMA * (uint64_t)purpose);
    return mix(state + GOLDEN_GAMMA * (index + 1));
}

uint64_t random_below(uint64_t seed, enum random_purpose purpose, uint64_t index, uint64_t bound)
{
    assert(bound != 0);
    return (uint64_t)(((wide_uint)random_at(seed, purpose, index) * bound) >> 64);
}
