/*
 * triads_clock.h: where a role-play in rounds stands: which round, and how far it is.
 *
 * Plain values and wall times that are handed in. A round's clock runs or stands; leaving a round
 * stops it, and coming back finds it where it stood. It is kept as a setting of the store at each
 * change, so that a crash, or a look at something else, loses no second; a clock kept for another
 * plan (another day's groups, other minutes or people) is not taken up. In a rehearsal a wall second
 * counts as many times as the course's does; its clock is kept apart from the class's.
 */
#ifndef YANLIAN_CLASS_TRIADS_CLOCK_H
#define YANLIAN_CLASS_TRIADS_CLOCK_H

#include "class/triads_plan.h"

enum { TRIAD_ROUNDS_MAX = 4 };

enum triad_phase { TRIAD_PREPARE, TRIAD_PLAY, TRIAD_FEEDBACK, TRIAD_OVER, TRIAD_PHASE_COUNT };

struct triads_clock {
    int round;                            /* from 0 */
    int scenario[TRIAD_ROUNDS_MAX];       /* of each round: index into the plan's */
    int64_t elapsed_ms[TRIAD_ROUNDS_MAX]; /* of each round, before `since_ms` */
    int64_t since_ms; /* wall: the present round's clock runs since; 0: stands */
    int speed;        /* the plan's; below 2: as the wall's */
};

/* At the first round, standing, each with the plan's scenario. */
void triads_clock_begin(struct triads_clock *clock, const struct triads_plan *plan);

bool triads_clock_runs(const struct triads_clock *clock);
void triads_clock_toggle(struct triads_clock *clock, int64_t now);
void triads_clock_go(struct triads_clock *clock, int round, int64_t now);    /* stops it */
int64_t triads_clock_elapsed(const struct triads_clock *clock, int64_t now); /* of this round */

/* The phase of this round, and what is left of it; below zero when the round is over by that. */
enum triad_phase triads_clock_phase(const struct triads_clock *clock,
                                    const struct triad_times *times, int64_t now, int64_t *left_ms);

const char *triad_phase_label(enum triad_phase phase); /* in the interface's language */

bool triads_clock_keep(struct store *store, const struct triads_plan *plan,
                       const struct triads_clock *clock, struct error *error);
/* The one that was kept for just this plan; else a new one. False on failure only. */
bool triads_clock_recall(struct store *store, const struct triads_plan *plan,
                         struct triads_clock *clock, struct error *error);

#endif
