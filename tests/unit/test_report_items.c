/* test_report_items.c: the statistics of a report against published and hand-worked numbers. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/random.h"
#include "class/report_items.h"
#include "unit/near.h"

static struct spread spread_of(const double *values, int count)
{
    struct spread spread = {0};
    for (int i = 0; i < count; i++)
        spread_add(&spread, values[i]);
    return spread;
}

/* 2, 4, 4, 4, 5, 5, 7, 9: mean 40 / 8 = 5, squares 9+1+1+1+0+0+4+16 = 32, deviation sqrt(32/8) = 2
   (the example by which Wikipedia explains the standard deviation). */
static void mean_and_deviation_are_the_textbook_s(void **unused)
{
    (void)unused;
    const double values[] = {2, 4, 4, 4, 5, 5, 7, 9};
    struct spread spread = spread_of(values, 8);
    assert_int_equal(spread.count, 8);
    assert_near(spread.mean, 5, 1e-12);
    assert_near(spread_deviation(&spread), 2, 1e-12);
}

/* Without 9 and 2 of the above: 4, 4, 4, 5, 5, 7; mean 29/6, squares 147 - 29 x 29 / 6 = 41/6. */
static void a_part_can_be_taken_out(void **unused)
{
    (void)unused;
    const double values[] = {2, 4, 4, 4, 5, 5, 7, 9}, part[] = {9, 2};
    struct spread all = spread_of(values, 8), out = spread_of(part, 2);
    struct spread rest = spread_without(&all, &out);
    assert_int_equal(rest.count, 6);
    assert_near(rest.mean, 29.0 / 6, 1e-12);
    assert_near(rest.squares, 41.0 / 6, 1e-12);
    rest = spread_without(&all, &all);
    assert_int_equal(rest.count, 0);
    assert_near(rest.mean, 0, 0);
}

/*
 * SciPy's manual, scipy.stats.pointbiserialr: a = [0, 0, 0, 1, 1, 1, 1], b = 0 .. 6 gives a
 * correlation of 0.8660254037844386. By hand: M1 = 4.5, M0 = 1, s = 2, sqrt(12/49) = 0.494872;
 * 3.5 / 2 x 0.494872 = 0.866025.
 */
static void point_biserial_is_the_published_example_s(void **unused)
{
    (void)unused;
    const double all_values[] = {0, 1, 2, 3, 4, 5, 6}, chosen_values[] = {3, 4, 5, 6};
    struct spread all = spread_of(all_values, 7), chosen = spread_of(chosen_values, 4);
    double r = 0;
    assert_true(point_biserial(&all, &chosen, &r));
    assert_near(r, 0.8660254037844386, 1e-12);
}

/* Those who chose it scored 6 and 8, the others 2 and 4: (7 - 3) / sqrt(5) x sqrt(1/4) = 0.894427;
   turned round it is the negative. */
static void the_sign_follows_who_did_better(void **unused)
{
    (void)unused;
    const double values[] = {2, 4, 6, 8};
    struct spread all = spread_of(values, 4), high = spread_of(values + 2, 2),
                  low = spread_of(values, 2);
    double r = 0;
    assert_true(point_biserial(&all, &high, &r));
    assert_near(r, 2 / sqrt(5), 1e-12);
    assert_true(point_biserial(&all, &low, &r));
    assert_near(r, -2 / sqrt(5), 1e-12);
}

static void it_is_not_defined_without_a_contrast(void **unused)
{
    (void)unused;
    const double values[] = {2, 4, 6}, same[] = {50, 50, 50};
    struct spread all = spread_of(values, 3), none = {0}, flat = spread_of(same, 3),
                  two = spread_of(same, 2);
    double r = 7;
    assert_false(point_biserial(&all, &none, &r));
    assert_false(point_biserial(&all, &all, &r));
    assert_false(point_biserial(&flat, &two, &r));
    assert_false(point_biserial(&none, &none, &r));
    assert_near(r, 7, 0);
}

/* Against Pearson's formula in two passes, on a hundred thousand scores near 100. */
static void many_scores_lose_nothing(void **unused)
{
    (void)unused;
    enum { COUNT = 100000 };
    struct spread all = {0}, chosen = {0};
    double sum = 0, sum_x = 0;
    for (int i = 0; i < COUNT; i++) {
        double score = 99 + (double)random_below(5, RANDOM_TRAINEE, (uint64_t)i, 1000) / 1000;
        bool x = random_below(6, RANDOM_TRAINEE, (uint64_t)i, 10) < 3;
        spread_add(&all, score);
        if (x)
            spread_add(&chosen, score);
        sum += score;
        sum_x += x;
    }
    double mean = sum / COUNT, mean_x = sum_x / COUNT, xy = 0, xx = 0, yy = 0, r = 0;
    for (int i = 0; i < COUNT; i++) {
        double score = 99 + (double)random_below(5, RANDOM_TRAINEE, (uint64_t)i, 1000) / 1000;
        bool x = random_below(6, RANDOM_TRAINEE, (uint64_t)i, 10) < 3;
        xy += (x - mean_x) * (score - mean);
        xx += (x - mean_x) * (x - mean_x);
        yy += (score - mean) * (score - mean);
    }
    assert_true(point_biserial(&all, &chosen, &r));
    assert_near(r, xy / sqrt(xx * yy), 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mean_and_deviation_are_the_textbook_s),
        cmocka_unit_test(a_part_can_be_taken_out),
        cmocka_unit_test(point_biserial_is_the_published_example_s),
        cmocka_unit_test(the_sign_follows_who_did_better),
        cmocka_unit_test(it_is_not_defined_without_a_contrast),
        cmocka_unit_test(many_scores_lose_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
