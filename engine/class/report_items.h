/*
 * report_items.h: the statistics of a report, as sums that grow with each session. Pure numbers.
 *
 * A *spread* holds count, mean and squared deviations (Welford, "Note on a method for calculating
 * corrected sums of squares and products", Technometrics 4, 1962), so that a million scores lose
 * nothing to rounding.
 *
 * Discrimination of a response is the point-biserial correlation between "chose it" and the score
 * of the session, over the sessions in which its node was answered at all (Tate, "Correlation
 * between a discrete and a continuous variable", Annals of Mathematical Statistics 25, 1954):
 *
 *     r = (M1 - M0) / s x sqrt(n1 n0 / n^2)
 *
 * with M1 and M0 the mean scores with and without it, and s the standard deviation (dividing by n)
 * of all n = n1 + n0 scores: Pearson's r with 1 for chosen and 0 for not. It is *not* corrected
 * for the response's own part in the score, as an item's points are taken out of a test's total:
 * no response has points here; rules judge whole conversations. So it tells how choosing it goes
 * with handling the whole conversation well: near +1 what good sessions do, near -1 what bad ones
 * do, near 0 that it makes no difference. Sessions count, not people: who plays often counts often.
 *
 * With fewer than ITEM_PLAYS_MIN sessions at the node nothing but the counts is told: chance would
 * speak, and single people could be made out.
 */
#ifndef YANLIAN_CLASS_REPORT_ITEMS_H
#define YANLIAN_CLASS_REPORT_ITEMS_H

#include <stdbool.h>

enum { ITEM_PLAYS_MIN = 10 };

struct spread {
    int count;
    double mean;    /* 0 while nothing was added */
    double squares; /* sum of squared deviations from the mean */
};

void spread_add(struct spread *spread, double value);
double spread_deviation(const struct spread *spread); /* dividing by n; 0 for none */

/* `all` without `part`, which it holds. */
struct spread spread_without(const struct spread *all, const struct spread *part);

/* False where it is not defined: all or nobody chose it, or all scores are the same. */
bool point_biserial(const struct spread *all, const struct spread *chosen, double *r);

#endif
