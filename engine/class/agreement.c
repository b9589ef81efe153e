/*
 * agreement.c: sums of squares, two passes each: means first, so that no digits are lost.
 */
#include "class/agreement.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

/* Below this a spread is rounding. Levels and scores are of the order of 1 to 100. */
#define NO_SPREAD 1e-9

/* --------------------------------------------------------------------------------- kappa ---- */

struct kappa kappa_weighted(const double *table, const double *weights, int k)
{
    assert(k > 0 && k <= KAPPA_LEVELS_MAX);
    double rows[KAPPA_LEVELS_MAX] = {0}, columns[KAPPA_LEVELS_MAX] = {0};
    double all = 0, same = 0, seen = 0, expected = 0;
    for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
            double count = table[i * k + j];
            rows[i] += count;
            columns[j] += count;
            all += count;
            same += i == j ? count : 0;
            seen += weights[i * k + j] * count;
        }
    }
    struct kappa kappa = {.count = (int)all};
    if (all <= 0)
        return kappa;
    for (int i = 0; i < k; i++)
        for (int j = 0; j < k; j++)
            expected += weights[i * k + j] * rows[i] * columns[j] / all;
    kappa.same = same / all;
    kappa.defined = all > 1 && expected > NO_SPREAD;
    kappa.value = kappa.defined ? 1 - seen / expected : 0;
    return kappa;
}

struct kappa kappa_quadratic(const int (*pairs)[2], int count, int k)
{
    assert(k > 0 && k <= KAPPA_LEVELS_MAX);
    double table[KAPPA_LEVELS_MAX * KAPPA_LEVELS_MAX] = {0};
    double weights[KAPPA_LEVELS_MAX * KAPPA_LEVELS_MAX];
    for (int i = 0; i < k; i++)
        for (int j = 0; j < k; j++)
            weights[i * k + j] = (double)((i - j) * (i - j));
    for (int pair = 0; pair < count; pair++) {
        int first = pairs[pair][0], second = pairs[pair][1];
        if (first >= 1 && first <= k && second >= 1 && second <= k)
            table[(first - 1) * k + second - 1]++;
    }
    return kappa_weighted(table, weights, k);
}

/* ----------------------------------------------------------------- intraclass correlation ---- */

static double square(double x)
{
    return x * x;
}

/* The ratings of one target. */
static const double *row_of(const double *ratings, int judges, int target)
{
    return ratings + (size_t)target * (size_t)judges;
}

static bool is_whole(const double *row, int judges)
{
    for (int i = 0; i < judges; i++) {
        if (isnan(row[i]))
            return false;
    }
    return true;
}

static double mean_of(const double *row, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += row[i];
    return sum / count;
}

/* Sums of squares of a two-way table with one rating a cell. */
struct squares {
    double targets, judges, within;
};

static double judge_mean(const double *ratings, int targets, int judges, int judge, int whole)
{
    double sum = 0;
    for (int i = 0; i < targets; i++) {
        if (is_whole(row_of(ratings, judges, i), judges))
            sum += row_of(ratings, judges, i)[judge];
    }
    return sum / whole;
}

static struct squares sum_squares(const double *ratings, int targets, int judges, int whole)
{
    struct squares squares = {0};
    double grand = 0;
    for (int j = 0; j < judges; j++)
        grand += judge_mean(ratings, targets, judges, j, whole) / judges;
    for (int j = 0; j < judges; j++)
        squares.judges += whole * square(judge_mean(ratings, targets, judges, j, whole) - grand);
    for (int i = 0; i < targets; i++) {
        const double *row = row_of(ratings, judges, i);
        if (!is_whole(row, judges))
            continue;
        double mean = mean_of(row, judges);
        squares.targets += judges * square(mean - grand);
        for (int j = 0; j < judges; j++)
            squares.within += square(row[j] - mean);
    }
    return squares;
}

struct icc icc_compute(const double *ratings, int targets, int judges)
{
    assert(judges >= 2);
    struct icc icc = {0};
    for (int i = 0; i < targets; i++)
        icc.targets += is_whole(row_of(ratings, judges, i), judges);
    if (icc.targets < 2)
        return icc;
    int n = icc.targets, k = judges;
    struct squares squares = sum_squares(ratings, targets, judges, n);
    if (squares.targets + squares.within < NO_SPREAD)
        return icc;
    double between = squares.targets / (n - 1);
    double within = squares.within / ((double)n * (k - 1));
    double judge = squares.judges / (k - 1);
    double residue = (squares.within - squares.judges) / ((double)(n - 1) * (k - 1));
    double one = between + (k - 1) * within;
    double two = between + (k - 1) * residue + k * (judge - residue) / n;
    double three = between + (k - 1) * residue;
    icc.defined = one > NO_SPREAD && two > NO_SPREAD && three > NO_SPREAD;
    if (!icc.defined)
        return icc;
    icc.one_way = (between - within) / one;
    icc.two_way = (between - residue) / two;
    icc.consistent = (between - residue) / three;
    return icc;
}

/* ----------------------------------------------------------------- borderline regression ---- */

struct borderline borderline_find(const struct rated *rated, int count, double borderline)
{
    struct borderline found = {.state = BORDERLINE_TOO_FEW, .count = count};
    double overall = 0, score = 0, spread = 0, together = 0;
    if (count < BORDERLINE_MIN)
        return found;
    for (int i = 0; i < count; i++) {
        overall += rated[i].overall / count;
        score += rated[i].score / count;
    }
    for (int i = 0; i < count; i++) {
        spread += square(rated[i].overall - overall);
        together += (rated[i].overall - overall) * (rated[i].score - score);
    }
    found.state = BORDERLINE_NO_SPREAD;
    if (spread < NO_SPREAD)
        return found;
    found.slope = together / spread;
    found.intercept = score - found.slope * overall;
    found.state = BORDERLINE_FALLS;
    if (found.slope < NO_SPREAD)
        return found;
    double mark = found.intercept + found.slope * borderline;
    found.mark = mark < 0 ? 0 : mark > 100 ? 100 : mark;
    found.state = BORDERLINE_FOUND;
    return found;
}
