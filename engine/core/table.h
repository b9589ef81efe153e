/*
 * table.h: a scenario with its questions answered.
 *
 * What an author's functions say depends on the place alone: node, variables, mood, familiarity, draws
 * (and the turn, where a function reads it). A table lists every place that can be reached, what is
 * shown there, which responses are open, and where each leads; and every rule as a finite automaton
 * over the moves. It is built by the solver (solve/tabulate.h) and is const from then on: shared by threads,
 * no Lua, no evaluator, no failure.
 *
 * A session that is given the scenario's table steps by it, and gives the same events as without. A *walk* is
 * the bare conversation, for simulations by the million: a place and the rules' states, no history.
 */
#ifndef YANLIAN_CORE_TABLE_H
#define YANLIAN_CORE_TABLE_H

#include "core/score.h"
#include "core/state.h"

#define PLACE_NONE UINT32_MAX
#define EDGE_FORMS 8 /* ways to file a form: a bit each for incomplete, unfounded, no consent */

/* What is needed at every step, kept together. */
struct place_step {
    uint32_t first_edge; /* of the node's edges, in the order below */
    uint16_t node;
    uint16_t open;       /* a bit a response */
};

struct place_view {
    struct state state; /* acts_seen and cues_seen empty; turn 0 unless functions read it */
    uint64_t cues;
    const struct text *scene, *says; /* NULL when absent */
};

/*
 * One rule: states by number (0 is the start), and for each state and each class of moves the state
 * that follows. Classes are moves that the rule can't tell apart.
 */
struct automaton {
    int state_count, class_count;
    const uint16_t *next;            /* [state * class_count + class] */
    const struct rule_state *states; /* by number */
    const struct mark_sum *worth;    /* by number: what the rule adds if the trace ends here */
    const uint8_t *broken;           /* by number: violated if the trace ends here */
};

/*
 * Edges of a place: for each response of its node in file order, one for each target that chance may
 * choose (one otherwise), then EDGE_FORMS when the form may be filed here. An edge is the next place, or
 * PLACE_NONE where the response is closed, and the class of the move for each rule.
 */
struct table {
    const struct scenario *scenario;
    bool by_turn;
    size_t bytes; /* of memory that it takes */
    uint32_t place_count;
    const struct place_step *steps;
    const struct place_view *views;
    const uint32_t *next;           /* by edge */
    const uint8_t *classes;         /* [edge * scenario->rule_count + rule] */
    const struct automaton *automata; /* by rule */
    const uint32_t *starts;         /* by combination of draws, the first draw turning slowest */
    const uint8_t *start_classes;   /* [start * rule_count + rule]: of the opening line alone */
    const uint16_t *response_edges; /* [node * (RESPONSE_MAX + 1) + response]: offset from first_edge;
                                       entry RESPONSE_MAX: of the forms */
};

/* The place where this seed begins. */
uint32_t table_start(const struct table *table, uint64_t seed);

/* Where a response leads; `roll` as for state_respond. The response is open, or the timeout's. */
uint32_t table_edge(const struct table *table, uint32_t place, int response, uint64_t roll);
uint32_t table_form_edge(const struct table *table, uint32_t place, unsigned form);

/* ------------------------------------------------------------------------------- walks ---- */

struct walk {
    uint32_t place;
    int turn;
    uint16_t rules[RULE_MAX]; /* number of each rule's state */
};

void walk_begin(const struct table *table, uint64_t seed, struct walk *walk);
bool walk_is_over(const struct table *table, const struct walk *walk);
void walk_pick(const struct table *table, struct walk *walk, int response, uint64_t roll);

/* The score if the conversation ended now, and whether a critical rule is broken. */
double walk_score(const struct table *table, const struct walk *walk, bool *critical);

#endif
