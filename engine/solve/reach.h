/*
 * reach.h: which acts and cues can still come, and which rules they can still touch.
 *
 * Read off the graph alone, so it may promise too much (a guard that never holds is not seen),
 * never too little: a rule that nothing reachable can touch keeps its verdict to the end.
 */
#ifndef YANLIAN_SOLVE_REACH_H
#define YANLIAN_SOLVE_REACH_H

#include "core/rule.h"

struct reach { /* from a node on, the line spoken there not counted */
    uint64_t acts, cues;
    bool over; /* the node is an ending: nothing comes any more */
};

/* One a node; the caller frees it. */
struct reach *reach_of(const struct scenario *scenario);

/* Whether ending the rule now gives the verdict and mark that it will have at the end. */
bool reach_settles(const struct reach *reach, const struct rule *rule,
                   const struct rule_state *state);

/*
 * All that reach_settles looks at in `reach` for this rule, as bits: where they agree, so does
 * it.
 */
uint32_t reach_seen(const struct reach *reach, const struct rule *rule);

#endif
