/*
 * monitors.h: all the rules of a scenario as one automaton.
 *
 * Each rule's states are numbered as they are met; where all rules stand is a vector of those
 * numbers, and the vectors are numbered again. A step of the conversation is a number too
 * (speaker, labels, mood), and so is a *pair*: a response and the customer's line that follows
 * it. For each rule, pairs fall into a few classes that it can't tell apart, and what a class
 * does to a state is computed once and remembered, so that following a conversation costs one
 * small look-up a rule, and one for the vector.
 *
 * Vectors are kept without what can no longer matter. Ages that no `within` asks for are dropped
 * (rule_forget); and a rule that nothing reachable from a node can touch any more is *retired* on
 * arrival there: it is ended, and only its part of the exact sum of marks stays. Two
 * conversations at the same node share a vector when the score can't tell their futures apart.
 * With the last turn all rules retire.
 */
#ifndef YANLIAN_SOLVE_MONITORS_H
#define YANLIAN_SOLVE_MONITORS_H

#include "core/rule.h"
#include "core/score.h"

struct monitors;

struct monitors *monitors_new(const struct scenario *scenario);
void monitors_free(struct monitors *monitors); /* NULL is allowed */

uint32_t monitors_start(const struct monitors *monitors); /* before the first step */

/* The number of a step; and of a response, the line that followed and the node of that line. */
uint32_t monitors_step_number(struct monitors *monitors, const struct step *step);
uint32_t monitors_pair_number(struct monitors *monitors, uint32_t said, uint32_t heard, int node);

/* Whether the conversation is over with this pair's line: its node is an ending. */
bool monitors_pair_is_over(const struct monitors *monitors, uint32_t pair);

/* The vector after one step alone, without retiring. */
uint32_t monitors_step(struct monitors *monitors, uint32_t vector, uint32_t step);

/*
 * Follows many pairs at once, for speed: `vectors` holds where the rules stand before, and then
 * after. At most MONITORS_BATCH; with `last`, these pairs spend the last turn.
 */
enum { MONITORS_BATCH = 256 };

void monitors_follow(struct monitors *monitors, uint32_t count, const uint32_t *pairs, bool last,
                     uint32_t *vectors);
/*
 * True when some rule took more states than there are numbers, as one with a long `within` may in
 * a long scenario. What the last monitors_follow gave is then of no use.
 */
bool monitors_crowded(const struct monitors *monitors);
/* Tells the processor that monitors_follow will soon be asked about it; changes nothing. */
void monitors_prefetch(const struct monitors *monitors, uint32_t vector);

/* What the trace is worth when it ends at this vector. */
struct worth {
    double total;  /* 0..100 */
    bool critical; /* a critical rule is broken */
};
struct worth monitors_end(struct monitors *monitors, uint32_t vector);

/* Over everything that has ended or retired so far: a bit a rule. */
struct coverage {
    uint64_t activated, kept, broken;
};
struct coverage monitors_coverage(const struct monitors *monitors);

uint32_t monitors_count(const struct monitors *monitors); /* vectors so far */
size_t monitors_bytes(const struct monitors *monitors);

#endif
