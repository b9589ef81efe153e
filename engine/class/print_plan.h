/*
 * print_plan.h: which of a scenario's lines stand on the customer's card, and what leads to each.
 * Private to print*.c.
 *
 * A scenario is a graph of fifty lines and more; a person can hold a page or two. Lines are taken
 * in the order in which a conversation meets them, as long as each shows something new, so that
 * every cue of the scenario is on the card once or twice. What leads to a line is read off the
 * graph: the acts of the responses that go there, less those that the responses beside them share.
 */
#ifndef YANLIAN_CLASS_PRINT_PLAN_H
#define YANLIAN_CLASS_PRINT_PLAN_H

#include "class/print_parts.h"

struct drawn_value { /* the name that the author gave it is not for the card */
    int draw, value; /* a draw below 0: none */
};

struct print_plan {
    const struct scenario *scenario;
    const struct evaluator *evaluator;
    struct print_walk walk;
    bool *chosen;              /* by node: it is on the card */
    bool *told;                /* by node: it was printed already */
    struct drawn_value *drawn; /* by node: what alone leads to it; none for most */
    uint64_t *triggers;        /* by node: acts that lead to it; 0: none that could be told */
    bool *follows;             /* by node: it comes whatever is said */
};

void print_plan_make(const struct loaded *loaded, struct print_plan *plan);
void print_plan_free(struct print_plan *plan);

/* The drawn value that this case stands for. */
struct drawn_value print_drawn_value(const struct scenario *scenario,
                                     const struct selector *selector, const char *name);

/* Every value of the draw is a case: so the cases tell the values apart. */
bool print_tells_apart(const struct selector *selector, const struct draw *draw);

/* All cues that the node's line may carry. */
uint64_t print_cues(const struct node *node);

#endif
