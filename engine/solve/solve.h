/*
 * solve.h: every conversation that a scenario allows, and what each is worth.
 *
 * A state is where the conversation stands (situations.h), what the rules make of it so far
 * (monitors.h) and the turn. The solver visits every reachable state once, breadth first, a layer a
 * turn, and then values them backwards:
 *
 *     best    the expected final score under the best play that knows what the learner could know
 *     worst   the same under the worst play
 *     random  the expected final score when each action is chosen with equal chance (of the ways to
 *             file the form only the truthful one, as one action)
 *
 * Expectation is over chance targets and over the hidden draws that still fit. Cycles are cut by
 * the turn limit, so values are exact up to the rounding of double precision; sums are taken in
 * the order of actions and outcomes. Source: backward induction over belief states (Astrom,
 * 1965).
 *
 * With a limit the search stops early, as it does where a rule takes more states than there are
 * numbers (monitors_crowded): states that were not expanded then count as 100 at best and 0 at
 * worst, so that `best` and `worst` are bounds, and solution_is_complete says so.
 *
 * A solution is read-only once made, and may be shared by threads.
 */
#ifndef YANLIAN_SOLVE_SOLVE_H
#define YANLIAN_SOLVE_SOLVE_H

#include "script/loader.h"
#include "solve/situations.h"

struct solve_options {
    uint64_t state_limit; /* 0: none */
    size_t memory_limit;  /* bytes; 0: none */
    unsigned reveal;      /* a bit a draw: shown openly from the start; 0 for the game as played */
    bool silences;        /* follow timeouts too: for exams that had some */
    /* Called now and then; false: give up, which fails with ERROR_NOT_ALLOWED. May be NULL. */
    bool (*progress)(void *data, int turn, uint64_t states);
    void *data;
};

struct solution;

/*
 * Solves a loaded scenario. With `fresh` (the same bundle loaded again; else NULL) every
 * function's answers are asked for a second time, and a difference is an error ("not pure"). All
 * are borrowed and must outlive the solution. NULL with ERROR_SCENARIO when a function fails.
 */
struct solution *solution_new(const struct loaded *loaded, const struct loaded *fresh,
                              const struct solve_options *options, struct error *error);
void solution_free(struct solution *solution); /* NULL is allowed */

/* The same question about purity afterwards; an error names the function's place. */
bool solution_is_pure(const struct solution *solution, const struct loaded *fresh,
                      struct error *error);

bool solution_is_complete(const struct solution *solution);
uint64_t solution_states(const struct solution *solution);     /* those that can go on */
uint64_t solution_expansions(const struct solution *solution); /* states whose actions were tried */
uint64_t solution_edges(const struct solution *solution);      /* outcomes of all of them */
size_t solution_bytes(const struct solution *solution);
const struct scenario *solution_scenario(const struct solution *solution);
const struct situations *solution_situations(const struct solution *solution);
struct monitors *solution_monitors(const struct solution *solution);

/* ----------------------------------------------------------------------------- values ---- */

struct values {
    double best, worst, random;
};

/* Before the first line: the expectation over the draws. */
struct values solution_value(const struct solution *solution);

/*
 * A state. Those that can go on lie in layers, one a turn, and have an index there; one that is
 * over has none, its worth is its vector's.
 */
struct cursor {
    int turn; /* spent */
    bool over;
    uint32_t index; /* in the turn's layer; meaningless when over */
    uint32_t situation, vector;
};

struct values solution_at(const struct solution *solution, struct cursor cursor);

/* States of a turn that can go on; and one of them. */
uint32_t solution_layer_count(const struct solution *solution, int turn);
struct cursor solution_cursor(const struct solution *solution, int turn, uint32_t index);

/* The state that outcome `outcome` of action `action` leads to. */
struct cursor solution_child(const struct solution *solution, struct cursor cursor, uint32_t action,
                             uint32_t outcome);

/* An action's values: the expectation over its outcomes. */
struct values solution_action(const struct solution *solution, struct cursor cursor,
                              uint32_t action);

/* Actions at a state; 0 when it is over. An action's chance in random play (may be 0). */
uint32_t solution_action_count(const struct solution *solution, struct cursor cursor);
double solution_random_share(const struct solution *solution, struct cursor cursor,
                             uint32_t action);

/* First states and their probabilities, in the order of situations_start. */
uint32_t solution_root_count(const struct solution *solution);
struct cursor solution_root(const struct solution *solution, uint32_t index, double *probability);

/*
 * The states of a turn that were not over on arrival, as plain arrays, for passes over all of them.
 * Children lie flat, one an outcome: of state i all actions' outcomes in order, from first_child[i]
 * to before first_child[i + 1]. A child is an index into the next turn's layer or, for a
 * conversation that is over, CHILD_OVER and the rules' vector. A state without children is stuck,
 * unless first_child is NULL: then a limit stopped the search before this layer.
 */
#define CHILD_OVER UINT32_C(0x80000000)

struct layer_view {
    uint32_t count;
    const uint32_t *situations, *vectors; /* by state */
    const uint32_t *first_child;          /* by state, and one more */
    const uint32_t *children;
    const struct values *values; /* by state */
};

struct layer_view solution_layer(const struct solution *solution, int turn);

/* -------------------------------------------------------------------- following a session ---- */

/*
 * The root that fits this first state; false when none does (another scenario, or cut by a
 * limit).
 */
bool solution_enter(const struct solution *solution, const struct state *state,
                    struct cursor *cursor);

/*
 * Moves the cursor by a response (or, with response -1, a form filed with these acts) that led to
 * `state`. `*action` is the action's index. False when it can't be followed.
 */
bool solution_follow(const struct solution *solution, struct cursor *cursor, int response,
                     uint64_t acts, const struct state *state, uint32_t *action);

#endif
