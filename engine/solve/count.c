/* count.c: adds up conversations backwards, a layer at a time. */
#include "solve/count.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * An action's outcomes show different things, so every path through the layers is a conversation.
 */

enum { LIMBS = 4, CHUNK_DIGITS = 18 };

struct tally {
    uint64_t limbs[LIMBS]; /* lowest first */
};

/* False when the sum does not fit. */
static bool tally_add(struct tally *sum, const struct tally *other)
{
    bool carry = false;
    for (int i = 0; i < LIMBS; i++) {
        uint64_t with_carry;
        bool first = __builtin_add_overflow(other->limbs[i], (uint64_t)carry, &with_carry);
        bool second = __builtin_add_overflow(sum->limbs[i], with_carry, &sum->limbs[i]);
        carry = first || second;
    }
    return !carry;
}

/* Divides by 10^18 and returns the rest. */
static uint64_t tally_cut(struct tally *tally)
{
    __extension__ typedef unsigned __int128 wide;
    const uint64_t chunk = UINT64_C(1000000000000000000);
    wide rest = 0;
    for (int i = LIMBS - 1; i >= 0; i--) {
        wide here = rest << 64 | tally->limbs[i];
        tally->limbs[i] = (uint64_t)(here / chunk);
        rest = here % chunk;
    }
    return (uint64_t)rest;
}

static void tally_print(struct tally tally, char out[COUNT_TEXT_SIZE])
{
    enum { CHUNKS = (COUNT_TEXT_SIZE + CHUNK_DIGITS - 1) / CHUNK_DIGITS };
    uint64_t chunks[CHUNKS];
    int top = 0;
    for (int i = 0; i < CHUNKS; i++) {
        chunks[i] = tally_cut(&tally);
        top = chunks[i] ? i : top;
    }
    int length = snprintf(out, COUNT_TEXT_SIZE, "%llu", (unsigned long long)chunks[top]);
    for (int i = top - 1; i >= 0; i--)
        length += snprintf(out + length, (size_t)(COUNT_TEXT_SIZE - length), "%0*llu",
                           (int)CHUNK_DIGITS, (unsigned long long)chunks[i]);
}

/* Conversations from here to the end; `next` are those from each state of the next layer. */
static bool count_from(const struct solution *solution, struct cursor cursor,
                       const struct tally *next, struct tally *sum)
{
    static const struct tally one = {{1}};
    const struct situations *situations = solution_situations(solution);
    const struct situation *situation = situations_get(situations, cursor.situation);
    uint32_t actions = solution_action_count(solution, cursor);
    *sum = actions == 0 ? one : (struct tally){{0}};
    for (uint32_t i = 0; i < actions; i++) {
        const struct action *action = situations_action(situations, situation, i);
        for (uint32_t j = 0; j < action->outcome_count; j++) {
            struct cursor child = solution_child(solution, cursor, i, j);
            assert(child.over || next); /* at the last turn everything is over */
            if (!tally_add(sum, child.over ? &one : &next[child.index]))
                return false;
        }
    }
    return true;
}

static struct tally *count_layer(const struct solution *solution, int turn,
                                 const struct tally *next)
{
    uint32_t count = solution_layer_count(solution, turn);
    struct tally *tallies = calloc((size_t)count + 1, sizeof *tallies);
    if (!tallies)
        abort();
    for (uint32_t i = 0; i < count; i++) {
        if (!count_from(solution, solution_cursor(solution, turn, i), next, &tallies[i])) {
            free(tallies);
            return NULL;
        }
    }
    return tallies;
}

bool solution_count(const struct solution *solution, char out[COUNT_TEXT_SIZE])
{
    int last = solution_scenario(solution)->turns;
    struct tally sum = {{0}}, *tallies = count_layer(solution, last, NULL);
    for (int turn = last - 1; tallies && turn >= 0; turn--) {
        struct tally *next = tallies;
        tallies = count_layer(solution, turn, next);
        free(next);
    }
    bool fits = tallies != NULL;
    for (uint32_t i = 0; fits && i < solution_root_count(solution); i++)
        fits = tally_add(&sum, &tallies[solution_root(solution, i, NULL).index]);
    free(tallies);
    out[0] = '\0';
    if (fits)
        tally_print(sum, out);
    return fits;
}
