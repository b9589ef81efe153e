/*
 * score.h: from verdicts to a score.
 *
 * score = 100 x sum(weight x mark) / sum(weight), over the rules that were activated. The same per
 * pack. With no rule activated there is nothing to hold against the trainee: 100. The ending (the
 * business outcome) does not enter. One violation of a critical rule fails the session whatever
 * the score.
 *
 * Marks are fractions; they are summed in rule order in double precision, the only rounding there
 * is. So that it never costs a point, bands and score_format take a score for what it is plus
 * 1e-9.
 */
#ifndef YANLIAN_CORE_SCORE_H
#define YANLIAN_CORE_SCORE_H

#include "core/rule.h"

enum band { BAND_FAIL, BAND_PASS, BAND_GOOD, BAND_EXCELLENT, BAND_COUNT };

const char *band_name(int band); /* "fail", "pass", "good", "excellent"; NULL for any other */

struct bands { /* lowest score of each; pass < good < excellent */
    double pass, good, excellent;
};

extern const struct bands bands_default; /* 60, 75, 90 */

/*
 * A sum of weight x mark, exact: the numerator over MARK_UNIT, which every number of activations up
 * to 61 divides (a larger one is cut below 1e-24). Plain bytes, so that sums may be compared and
 * hashed.
 */
struct mark_sum {
    uint64_t high, low; /* of a 128-bit numerator */
    uint64_t weight;    /* of the activated rules */
};

/* Adds a rule whose trace has ended; one that was not activated adds nothing. */
void mark_sum_add(struct mark_sum *sum, const struct rule *rule, const struct rule_state *state);

static inline void mark_sum_join(struct mark_sum *sum, const struct mark_sum *other)
{
    uint64_t low = sum->low + other->low;
    sum->high += other->high + (low < sum->low);
    sum->low = low;
    sum->weight += other->weight;
}

double mark_sum_score(const struct mark_sum *sum); /* 0..100; 100 when nothing was activated */

struct pack_score {
    double score;  /* 0..100; 100 when `activated` is 0 */
    int activated; /* rules of the pack */
    int kept;      /* of these, with mark 1 */
};

struct score {
    double total;   /* 0..100 */
    enum band band; /* of the total; a critical failure is told apart by the field below */
    bool passed;    /* band is not fail, and no critical rule was broken */
    int critical;   /* index of the first broken critical rule; -1 for none */
    struct pack_score packs[RULE_MAX]; /* scenario->pack_count of them; zero beyond */
};

/* Scores rules that have ended. `states` has scenario->rule_count entries. */
void score_compute(const struct scenario *scenario, const struct rule_state *states,
                   const struct bands *bands, struct score *score);

/* Only the total: what a solver needs a million times. */
double score_total(const struct scenario *scenario, const struct rule_state *states);

/* "100", "87.5", "59.9": one decimal at most, cut and never rounded up to the next band. */
#define SCORE_TEXT_SIZE 16
void score_format(double score, char out[SCORE_TEXT_SIZE]);

#endif
