/*
 * test_agreement.c: agreement and pass mark against published worked examples, and by hand.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "class/agreement.h"

#define assert_near(value, expected, slack) assert_true(fabs((value) - (expected)) <= (slack))

/* --------------------------------------------------------------------------------- kappa ---- */

/*
 * Cohen, "Weighted kappa", Psychological Bulletin 70 (1968), Table 1: two judges, 200 cases, three
 * categories, his weights 1, 3 and 6. Row sums 120, 60, 20; column sums 100, 60, 40.
 *
 *     unweighted: seen (88 + 40 + 12) / 200 = .70, by chance
 *                 .60 x .50 + .30 x .30 + .10 x .20 = .41; kappa = (.70 - .41) / (1 - .41) = .492
 *     weighted:   seen .07 + 3 x .09 + .05 + 6 x .05 + 3 x .01 + 6 x .03 = .90, by chance
 *                 .18 + 3 x .12 + .15 + 6 x .06 + 3 x .05 + 6 x .03 = 1.38;
 *                 kappa = 1 - .90 / 1.38 = .348
 */
static const double cohen_table[] = {88, 14, 18, 10, 40, 10, 2, 6, 12};

static void kappa_is_cohens(void **state)
{
    (void)state;
    static const double nominal[] = {0, 1, 1, 1, 0, 1, 1, 1, 0};
    static const double graded[] = {0, 1, 3, 1, 0, 6, 3, 6, 0};
    struct kappa plain = kappa_weighted(cohen_table, nominal, 3);
    struct kappa weighted = kappa_weighted(cohen_table, graded, 3);
    assert_int_equal(plain.count, 200);
    assert_true(plain.defined && weighted.defined);
    assert_near(plain.same, .70, 1e-12);
    assert_near(plain.value, .492, .0005);
    assert_near(weighted.value, .348, .0005);
}

/*
 * The reference manual of Maple, package EssayTools, QuadraticWeightedKappa: its two examples. By
 * hand, the first: sum of squared gaps 1+1+4+1+1+4+4+1+4 = 21; the levels sum to 63 and 54, their
 * squares to 477 and 366, so that by chance the sum is 477 + 366 - 2 x 63 x 54 / 9 = 87;
 * 1 - 21 / 87 = 0.7586.
 */
static void quadratic_kappa_is_the_published_one(void **state)
{
    (void)state;
    static const int first[][2] = {{9, 8}, {7, 8}, {8, 6}, {7, 6}, {6, 7},
                                   {8, 6}, {3, 1}, {5, 4}, {10, 8}};
    static const int second[][2] = {{9, 3}, {7, 5}, {8, 6}, {7, 6}, {6, 7},
                                    {8, 6}, {3, 1}, {5, 4}, {10, 8}};
    assert_near(kappa_quadratic(first, 9, 10).value, 0.758620689655172, 1e-12);
    assert_near(kappa_quadratic(second, 9, 10).value, 0.438095238095238, 1e-12);
}

/*
 * 100 pairs: 46 x (1, 1), 4 x (2, 1), 40 x (2, 2), 10 x (3, 3): .9541, as the tests of scikit-learn
 * have it. By hand: seen 4 x 1 = 4; by chance, with the sums 46, 44, 10 and 50, 40, 10,
 * (46 x 40 + 4 x 46 x 10 + 44 x 50 + 44 x 10 + 4 x 10 x 50 + 10 x 40) / 100 = 87.2.
 */
static void quadratic_kappa_of_a_hundred_pairs(void **state)
{
    (void)state;
    int pairs[100][2];
    for (int i = 0; i < 100; i++) {
        pairs[i][0] = i < 46 ? 1 : i < 90 ? 2 : 3;
        pairs[i][1] = i < 50 ? 1 : i < 90 ? 2 : 3;
    }
    struct kappa kappa = kappa_quadratic((const int(*)[2])pairs, 100, 5);
    assert_near(kappa.value, 1 - 4 / 87.2, 1e-12);
    assert_near(kappa.value, .9541, .00005);
    assert_near(kappa.same, .96, 1e-12);
}

static void kappa_at_its_ends(void **state)
{
    (void)state;
    static const int alike[][2] = {{1, 1}, {5, 5}, {3, 3}};
    /* As far apart as can be: seen 16 + 16 = 32, by chance (16 x 1 + 16 x 1) / 2 = 16. */
    static const int opposite[][2] = {{1, 5}, {5, 1}};
    /* By chance: seen 16 + 16, by chance (16 x 2 x 2 + 16 x 2 x 2) / 4 = 32. */
    static const int chance[][2] = {{1, 1}, {1, 5}, {5, 1}, {5, 5}};
    assert_near(kappa_quadratic(alike, 3, 5).value, 1, 1e-12);
    assert_near(kappa_quadratic(opposite, 2, 5).value, -1, 1e-12);
    assert_near(kappa_quadratic(chance, 4, 5).value, 0, 1e-12);
}

static void kappa_is_not_always_defined(void **state)
{
    (void)state;
    static const int same[][2] = {{4, 4}, {4, 4}, {4, 4}};
    static const int one[][2] = {{2, 3}};
    static const int holes[][2] = {{0, 3}, {3, 0}, {6, 3}, {2, 2}, {4, 4}};
    struct kappa kappa = kappa_quadratic(same, 3, 5);
    assert_false(kappa.defined); /* all the same level: 0 / 0 */
    assert_near(kappa.same, 1, 1e-12);
    assert_false(kappa_quadratic(NULL, 0, 5).defined);
    /* One pair: seen 1, by chance 1, and so for any other. */
    assert_false(kappa_quadratic(one, 1, 5).defined);
    kappa = kappa_quadratic(holes, 5, 5);
    assert_int_equal(kappa.count, 2);
    assert_near(kappa.value, 1, 1e-12);
}

/* ----------------------------------------------------------------- intraclass correlation ---- */

/*
 * Shrout and Fleiss, "Intraclass correlations", Psychological Bulletin 86 (1979), Table 2: six
 * targets by four judges; their Table 3 has BMS 11.24, WMS 6.26, JMS 32.49, EMS 1.02, and Table 4
 * ICC(1,1) = .17, ICC(2,1) = .29, ICC(3,1) = .71.
 */
static void icc_is_shrout_and_fleiss(void **state)
{
    (void)state;
    static const double ratings[] = {9, 2, 5, 8, 6,  1, 3, 2, 8, 4, 6, 8,
                                     7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7};
    struct icc icc = icc_compute(ratings, 6, 4);
    assert_true(icc.defined);
    assert_int_equal(icc.targets, 6);
    assert_near(icc.one_way, .17, .005);
    assert_near(icc.two_way, .29, .005);
    assert_near(icc.consistent, .71, .005);
}

/*
 * The second judge gives each target 10 more: they are of one mind but for strictness. By hand:
 * scores 60, 70, 80 and 70, 80, 90; means of targets 65, 75, 85, of judges 70, 80; grand 75. BMS =
 * 2 x (100 + 0 + 100) / 2 = 200; JMS = 3 x (25 + 25) / 1 = 150; EMS = 0; WMS = 6 x 25 / 3 = 50.
 * ICC(1,1) = 150 / 250; ICC(2,1) = 200 / (200 + 2 x 150 / 3); ICC(3,1) = 1.
 */
static void icc_tells_strictness(void **state)
{
    (void)state;
    static const double ratings[] = {60, 70, 70, 80, 80, 90};
    struct icc icc = icc_compute(ratings, 3, 2);
    assert_near(icc.one_way, .6, 1e-12);
    assert_near(icc.two_way, 2. / 3, 1e-12);
    assert_near(icc.consistent, 1, 1e-12);
}

static void icc_leaves_gaps_out(void **state)
{
    (void)state;
    static const double ratings[] = {60, 70, NAN, 12, 70, 80, 33, NAN, 80, 90};
    struct icc icc = icc_compute(ratings, 5, 2);
    assert_int_equal(icc.targets, 3);
    assert_near(icc.two_way, 2. / 3, 1e-12);
}

static void icc_is_not_always_defined(void **state)
{
    (void)state;
    static const double one[] = {60, 70};
    static const double same[] = {60, 60, 60, 60, 60, 60};
    static const double gaps[] = {60, NAN, 70, NAN};
    assert_false(icc_compute(one, 1, 2).defined);
    assert_false(icc_compute(same, 3, 2).defined);
    assert_false(icc_compute(gaps, 2, 2).defined);
    assert_false(icc_compute(NULL, 0, 2).defined);
    /* The targets are all alike and the judges differ: BMS = EMS = 0, no agreement beyond that. */
    static const double judges[] = {60, 70, 60, 70, 60, 70};
    struct icc icc = icc_compute(judges, 3, 2);
    assert_true(!icc.defined || icc.two_way <= 0);
}

/*
 * Fleiss and Cohen (1973): apart from a term of the order of 1 / n, the quadratic kappa of two
 * raters is ICC(2,1) of their levels. The same eight pairs, repeated until 1 / n is small.
 */
static void kappa_and_icc_are_one(void **state)
{
    (void)state;
    static const int pairs[][2] = {{1, 2}, {2, 2}, {3, 4}, {5, 4}, {4, 4}, {2, 1}, {5, 3}, {3, 3}};
    static double ratings[8000][2];
    for (int i = 0; i < 8000; i++)
        for (int judge = 0; judge < 2; judge++)
            ratings[i][judge] = pairs[i % 8][judge];
    struct icc icc = icc_compute(&ratings[0][0], 8000, 2);
    assert_near(icc.two_way, kappa_quadratic(pairs, 8, 5).value, 2e-4);
}

/* ----------------------------------------------------------------- borderline regression ---- */

/*
 * Ten ratings: 1, 2, 2, 3, 3, 3, 4, 4, 4, 4 with the scores 40, 50, 54, 60, 62, 64, 78, 80, 82, 80.
 * Means 3 and 65. Sum of squares of the ratings about 3: 4 + 2 x 1 + 0 + 4 x 1 = 10. Of products:
 * (-2)(-25) + (-1)(-15) + (-1)(-11) + 0 + 13 + 15 + 17 + 15 = 136. Slope 13.6, intercept
 * 65 - 40.8 = 24.2; at 2: 51.4.
 */
static void borderline_by_hand(void **state)
{
    (void)state;
    static const struct rated rated[] = {{1, 40}, {2, 50}, {2, 54}, {3, 60}, {3, 62},
                                         {3, 64}, {4, 78}, {4, 80}, {4, 82}, {4, 80}};
    struct borderline found = borderline_find(rated, 10, 2);
    assert_int_equal(found.state, BORDERLINE_FOUND);
    assert_int_equal(found.count, 10);
    assert_near(found.slope, 13.6, 1e-9);
    assert_near(found.intercept, 24.2, 1e-9);
    assert_near(found.mark, 51.4, 1e-9);
}

static void borderline_says_what_it_cannot(void **state)
{
    (void)state;
    struct rated rated[12];
    for (int i = 0; i < 12; i++)
        rated[i] = (struct rated){.overall = 3, .score = 50 + i};
    assert_int_equal(borderline_find(rated, 9, 2).state, BORDERLINE_TOO_FEW);
    assert_int_equal(borderline_find(rated, 0, 2).state, BORDERLINE_TOO_FEW);
    assert_int_equal(borderline_find(rated, 12, 2).state, BORDERLINE_NO_SPREAD);
    for (int i = 0; i < 12; i++)
        rated[i] = (struct rated){.overall = 1 + i % 5, .score = 90 - 10 * (i % 5)};
    assert_int_equal(borderline_find(rated, 12, 2).state, BORDERLINE_FALLS);
    /* A flat line is no mark either. */
    for (int i = 0; i < 12; i++)
        rated[i].score = 70;
    assert_int_equal(borderline_find(rated, 12, 2).state, BORDERLINE_FALLS);
    /* Steep: score = 100 x (overall - 4) / 1 leaves the scale, at 2: -200. */
    for (int i = 0; i < 12; i++)
        rated[i] = (struct rated){.overall = 4 + i % 2, .score = 100 * (i % 2)};
    assert_near(borderline_find(rated, 12, 2).mark, 0, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kappa_is_cohens),
        cmocka_unit_test(quadratic_kappa_is_the_published_one),
        cmocka_unit_test(quadratic_kappa_of_a_hundred_pairs),
        cmocka_unit_test(kappa_at_its_ends),
        cmocka_unit_test(kappa_is_not_always_defined),
        cmocka_unit_test(icc_is_shrout_and_fleiss),
        cmocka_unit_test(icc_tells_strictness),
        cmocka_unit_test(icc_leaves_gaps_out),
        cmocka_unit_test(icc_is_not_always_defined),
        cmocka_unit_test(kappa_and_icc_are_one),
        cmocka_unit_test(borderline_by_hand),
        cmocka_unit_test(borderline_says_what_it_cannot),
    };
    return cmocka_run_group_tests_name("agreement", tests, NULL, NULL);
}
