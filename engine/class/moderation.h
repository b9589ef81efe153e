/*
 * moderation.h: how far a class's trainers agree, what they should talk about, and the pass mark.
 *
 * Counted are the sessions that two trainers have submitted, as they stood at the first moment when
 * both were: until then neither had seen the other's, and what is reopened and brought into line
 * later would only make them look agreed. Levels go into quadratic-weighted
 * kappas, scores (verdicts as adjusted) into intraclass correlations; agreement.h has the formulas.
 *
 * A disagreement is big when a level or the overall rating is 2 or more apart, or the scores are 15
 * or more: those are listed for a talk, the widest first.
 *
 * The pass mark by borderline regression rests on every submitted marking of a session: its score
 * over its overall rating, at rating 2.
 */
#ifndef YANLIAN_CLASS_MODERATION_H
#define YANLIAN_CLASS_MODERATION_H

#include "class/agreement.h"
#include "class/grading.h"

enum { BIG_LEVELS = 2, BIG_POINTS = 15 };

struct double_marking {
    char session[ULID_SIZE];
    char scenario[64];
    char trainers[2][STORE_NAME_MAX + 1];
    int levels[2][CRITERION_COUNT];
    int overall[2];
    double scores[2];
    bool criticals[2];
    int level_gap; /* the widest, of criteria and overall rating */
    double score_gap;
    bool big;
};

struct moderation {
    int sessions;                   /* by moderation_count: finished, of the class */
    int to_double;                  /* the same: of these are to be marked twice */
    int submitted;                  /* markings of sessions */
    struct double_marking *doubles; /* the widest apart first */
    int double_count;
    int big_count; /* of these, at the front */
    struct kappa criteria[CRITERION_COUNT];
    struct kappa overall;
    struct icc scores;
    double fixed_mark; /* of the class */
    struct borderline borderline;
};

bool moderation_make(struct store *store, const struct class_row *class,
                     struct moderation *moderation, struct error *error);

/* How much there is to mark, which takes a look at every session of the class. */
bool moderation_count(struct store *store, const struct class_row *class,
                      struct moderation *moderation, struct error *error);

void moderation_clear(struct moderation *moderation);

/* All of it as JSON; the caller frees it. No names of those who were marked. */
char *moderation_to_json(const struct moderation *moderation, const struct class_row *class);

#endif
