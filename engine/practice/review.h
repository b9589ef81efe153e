/*
 * review.h: what each pick cost.
 *
 * The scenario as it was played is solved (solve/solve.h) and the session followed through the
 * solution. A pick's cost is the best attainable score before it minus the best attainable after
 * it, both in expectation over what the learner could not know: luck and hidden draws are never
 * held against a pick. Classes, in points: best (0), good (up to 2), inaccuracy (up to 5), mistake
 * (up to 15), blunder (more); a pick that breaks a critical rule is a blunder whatever it cost.
 *
 * Accuracy is the share of what was at stake that was kept: 100 x (1 - sum(cost) / sum(stake)),
 * where a pick's stake is the difference between the best and the worst response there; 100 when
 * nothing was at stake. The turning point is the first of the picks that cost most, when that is a
 * mistake.
 */
#ifndef YANLIAN_PRACTICE_REVIEW_H
#define YANLIAN_PRACTICE_REVIEW_H

#include "practice/play.h"
#include "solve/solve.h"

enum pick_class {
    PICK_BEST,
    PICK_GOOD,
    PICK_INACCURACY,
    PICK_MISTAKE,
    PICK_BLUNDER,
    PICK_CLASS_COUNT
};

struct review_pick {
    const struct event *event; /* of the turn; borrowed from the play */
    double before;             /* best attainable before the pick */
    double after;              /* and after it, before luck spoke */
    double reached;            /* and where luck then led */
    double cost, stake;
    enum pick_class class;
    bool critical; /* it broke a critical rule */
    bool best;     /* nothing better was there */
    int better;    /* else a best response; -1: file the form, truthfully */
    uint64_t kept; /* a bit a rule: kept by the line after `better`, broken by the best
                                  line after this pick */
};

struct review {
    int count;
    struct review_pick picks[TURN_MAX];
    double start; /* attainable before the first line */
    double accuracy;
    int turning_point; /* index into picks; -1 for none */
};

struct reviewer;

/*
 * Solves the play's scenario: seconds for a large one. The play is borrowed and must outlive it.
 * NULL when a function of the scenario fails, the session can't be followed, or `progress` (see
 * solve.h) gives up.
 */
struct reviewer *reviewer_new(struct play *play, bool (*progress)(void *, int, uint64_t),
                              void *data, struct error *error);
void reviewer_free(struct reviewer *reviewer); /* NULL is allowed */
const struct review *reviewer_review(const struct reviewer *reviewer);

/*
 * The line that a pick's better response would have led to: a session over the same seed, with the
 * moves before it and best play after. The caller frees it. `pick` is an index into picks.
 */
struct session *reviewer_better_line(const struct reviewer *reviewer, int pick,
                                     struct error *error);

const char *pick_class_name(enum pick_class class);  /* "best", "inaccuracy" ...: for machines */
const char *pick_class_label(enum pick_class class); /* in the interface's language */
const char *pick_class_sign(enum pick_class class);  /* as chess writes it: ★ ✓ ?! ? ?? */

/* The whole review as JSON; the caller frees it. */
char *review_to_json(const struct reviewer *reviewer, enum language language);

/*
 * The one habit to practise next: the rule that cost this person most over the last `sessions`
 * finished sessions, played or watched. `*points` is how much, in points of score; false with ERROR_NONE when nothing
 * was lost.
 */
struct habit {
    char rule[160];    /* "pack/rule" */
    struct text title; /* words borrowed from the session's text */
    struct text instead;
    double points;
    int sessions;      /* that it was lost in */
    struct play *play; /* this or the next keeps the words alive; habit_free closes it */
    struct loaded *loaded;
};
bool habit_find(struct store *store, const char *person, int sessions, struct habit *habit,
                struct error *error);
void habit_free(struct habit *habit);

#endif
