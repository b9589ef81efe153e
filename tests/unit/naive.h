/*
 * naive.h: every conversation that a scenario allows, one after another.
 *
 * The yardstick for the solver, and so made another way: the conversations are a tree, no state is
 * ever recognised as met before, rules read every trace from its first step, the ways to file a
 * form are found by filing every form there is, and the only code shared with the solver is what
 * steps and judges a session (core/state.h, rule.h, form.h). Chances, marks and scores are
 * multiplied as whole numbers, so values are exact. Stories are small enough for that (story.h).
 */
#ifndef YANLIAN_UNIT_NAIVE_H
#define YANLIAN_UNIT_NAIVE_H

#include "core/state.h"
#include "script/loader.h"

/* One combination of draws that fits what was shown, and where the conversation then stands. */
struct naive_world {
    struct state state;
    uint64_t weight; /* of draws and chance so far; only ratios mean anything */
};

struct naive_branch {
    int response;  /* index at the node; -1: a form */
    uint64_t acts; /* of the response or form */
    bool in_random_play;
    uint32_t first_child, child_count; /* in `children` */
};

/* A point of the tree: everything that was shown and picked so far. */
struct naive_spot {
    int turn;
    uint32_t first_world, world_count;
    uint32_t first_branch, branch_count; /* none at a leaf */
    long double best, worst, random;     /* expected final score from here */
    double total;                        /* of a leaf: the score as sessions compute it */
    bool critical;                       /* of a leaf: a critical rule is broken */
    bool stuck;                          /* a leaf, though turns are left: nothing is open */
    uint64_t weight;                     /* of the worlds together */
    uint64_t leaves;                     /* conversations through here */
};

struct naive {
    struct naive_spot *spots; /* children before their parents */
    struct naive_branch *branches;
    struct naive_world *worlds;
    uint32_t *children; /* spots */
    uint32_t spot_count, branch_count, world_count, child_count;
    uint32_t spot_capacity, branch_capacity, world_capacity, child_capacity;
    uint32_t *roots; /* spots, one a way to open */
    uint32_t root_count;
    long double best, worst, random; /* before the first line */
    uint64_t leaves;
    uint64_t activated, kept, broken; /* over all conversations, a bit a rule */
};

/*
 * False when there would be more than `spot_limit` spots. To be freed either way. `reveal`: a bit
 * for each draw that is shown openly.
 */
bool naive_grow(struct naive *naive, const struct loaded *loaded, uint32_t spot_limit,
                unsigned reveal);
void naive_free(struct naive *naive);

#endif
