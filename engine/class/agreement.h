/*
 * agreement.h: how well two who marked the same agree, and where the pass mark lies. Pure numbers.
 *
 * Weighted kappa (Cohen, "Weighted kappa", Psychological Bulletin 70, 1968) of a k x k table of
 * counts n[i][j] (first rater's level i, second's j; N in all, row sums r[i], column sums c[j]),
 * with weights of disagreement w[i][j]:
 *
 *     kappa_w = 1 - sum w[i][j] n[i][j] / (sum w[i][j] r[i] c[j] / N)
 *
 * With w = (i - j)^2 it is the quadratic-weighted kappa, which counts a gap of two levels as four
 * gaps of one, and is the intraclass correlation of the same pairs (Fleiss and Cohen, Educational
 * and Psychological Measurement 33, 1973). It is undefined when both raters gave one and the same
 * level to all: agreement by chance is then all that can be had. So is that of a single pair, of
 * which the formula would make 0, "no better than chance", whatever was given.
 *
 * Intraclass correlations (Shrout and Fleiss, Psychological Bulletin 86, 1979) of n targets, each
 * rated once by each of k judges; BMS, JMS, WMS, EMS are the mean squares between targets, between
 * judges, within targets, and of the residue:
 *
 *     ICC(1,1) = (BMS - WMS) / (BMS + (k - 1) WMS)
 *                other judges for each target
 *     ICC(2,1) = (BMS - EMS) / (BMS + (k - 1) EMS + k (JMS - EMS) / n)
 *                judges drawn at random; one who is stricter disagrees
 *     ICC(3,1) = (BMS - EMS) / (BMS + (k - 1) EMS)
 *                these very judges; strictness is no matter
 *
 * Borderline regression (Kramer et al., Medical Education 37, 2003): score = a + b x overall
 * rating, by least squares; the pass mark is what that line gives at the borderline rating.
 *
 * Nothing here fails; what can't be told from the numbers given says so.
 */
#ifndef YANLIAN_CLASS_AGREEMENT_H
#define YANLIAN_CLASS_AGREEMENT_H

#include <stdbool.h>

/* --------------------------------------------------------------------------------- kappa ---- */

struct kappa {
    int count;    /* pairs */
    bool defined; /* else `value` means nothing */
    double value; /* at most 1; 0: as by chance */
    double same;  /* share of pairs with the same level; 0 without pairs */
};

/* `table` and `weights` hold k x k numbers, row by row; counts are not negative. */
struct kappa kappa_weighted(const double *table, const double *weights, int k);

/* Of pairs of levels 1..k; a pair with another level (0: not rated) is left out. */
enum { KAPPA_LEVELS_MAX = 10 };
struct kappa kappa_quadratic(const int (*pairs)[2], int count, int k);

/* ----------------------------------------------------------------- intraclass correlation ---- */

struct icc {
    int targets;       /* with all ratings */
    bool defined;      /* else the rest means nothing: fewer than two targets, or no spread */
    double one_way;    /* ICC(1,1) */
    double two_way;    /* ICC(2,1): absolute agreement */
    double consistent; /* ICC(3,1) */
};

/*
 * `ratings` holds targets x judges numbers, row by row; a row with a NAN in it is left out. At
 * least two judges.
 */
struct icc icc_compute(const double *ratings, int targets, int judges);

/* ----------------------------------------------------------------- borderline regression ---- */

enum { BORDERLINE_MIN = 10 }; /* ratings; with fewer, chance would set the mark */

enum borderline_state {
    BORDERLINE_FOUND,
    BORDERLINE_TOO_FEW,   /* ratings */
    BORDERLINE_NO_SPREAD, /* all got the same overall rating: no line goes through that */
    BORDERLINE_FALLS,     /* better ratings go with no better scores: the line says nothing */
};

struct borderline {
    enum borderline_state state;
    int count;
    double intercept, slope; /* unless too few or no spread */
    double mark;             /* BORDERLINE_FOUND: within 0..100 */
};

struct rated {
    double overall; /* 1..5, or a mean of such */
    double score;   /* 0..100 */
};

/* `borderline`: the rating of those who are neither in nor out. */
struct borderline borderline_find(const struct rated *rated, int count, double borderline);

#endif
