/*
 * triads_plan.h: a class's role-play: the groups of triads.h with names, and what is played.
 *
 * A plan joins a class's roster, less who is absent, with the groups, and gives every round a
 * scenario: those asked for in turn, or all that are shipped. Everyone plays the same scenario in a
 * round, so that it can be talked over together. The same class, day, absentees and minutes give
 * the same plan (or the same seed, when one is given).
 *
 * A plan owns everything in it and borrows nothing.
 */
#ifndef YANLIAN_CLASS_TRIADS_PLAN_H
#define YANLIAN_CLASS_TRIADS_PLAN_H

#include <cjson/cJSON.h>

#include "class/triads.h"
#include "core/model.h"
#include "store/classes.h"

struct triads_asked {
    const char *class;
    int minutes;
    const int *absent;            /* positions, 0 behind the last; NULL: nobody */
    uint64_t seed;                /* 0: the class's own of today */
    const char *const *scenarios; /* ids or paths, in turn; NULL: all that are shipped */
    int scenario_count;
    int speed; /* of a rehearsal; 0 or 1: none */
};

struct triads_scenario {
    char *name; /* as it was asked for: an id, or a path */
    char *id;
    char *title[LANGUAGE_COUNT];
};

struct triads_plan {
    char class[CLASS_ID_SIZE];
    char called[STORE_NAME_MAX + 1]; /* the class's title, or its id where it has none */
    int minutes;
    uint64_t seed;
    struct roster_entry *roster; /* by position */
    int roster_count;
    int *absent; /* positions, 0 behind the last */
    struct triads *triads;
    struct triads_scenario *scenarios;
    int scenario_count; /* at least 1 */
    int speed;          /* 1; more: a rehearsal, whose clock runs so many times as fast */
};

/* `now` decides what day it is. NULL on failure. */
struct triads_plan *triads_plan_new(struct store *store, const struct triads_asked *asked,
                                    int64_t now, struct error *error);
void triads_plan_free(struct triads_plan *plan); /* NULL is allowed */

/* What is played in a round (from 0). */
const struct triads_scenario *triads_plan_scenario(const struct triads_plan *plan, int round);

/* Who has this position on the roster; never NULL for one of the plan's. */
const struct roster_entry *triads_plan_person(const struct triads_plan *plan, int position);

/* Everything, for machines. The caller frees it. */
cJSON *triads_plan_to_json(const struct triads_plan *plan, enum language language);

#endif
