/*
 * test_score.c: marks, weights, packs, bands and how a score is written, with numbers worked by
 * hand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "core/score.h"

/* A rule and how it came out: fulfilled of activations. */
struct outcome {
    int pack, weight;
    bool critical;
    int fulfilled, of;
};

struct bench {
    struct rule rules[RULE_MAX];
    struct rule_state states[RULE_MAX];
    struct scenario scenario;
};

static struct score score_of(const struct outcome *outcomes, int count, int packs)
{
    struct bench bench = {.scenario = {.rule_count = count, .pack_count = packs}};
    struct score score;
    for (int i = 0; i < count; i++) {
        bench.rules[i] = (struct rule){.template = RULE_RESPONSE,
                                       .pack = outcomes[i].pack,
                                       .weight = outcomes[i].weight,
                                       .critical = outcomes[i].critical};
        bench.states[i] = (struct rule_state){
            .activations = (uint16_t)outcomes[i].of,
            .fulfilled = (uint16_t)outcomes[i].fulfilled,
            .violated = (uint16_t)(outcomes[i].of - outcomes[i].fulfilled),
        };
    }
    bench.scenario.rules = bench.rules;
    score_compute(&bench.scenario, bench.states, &bands_default, &score);
    assert_true(score_total(&bench.scenario, bench.states) == score.total);
    return score;
}

#define SCORE_OF(packs, ...)                        \
    score_of((const struct outcome[]){__VA_ARGS__}, \
             (int)(sizeof((const struct outcome[]){__VA_ARGS__}) / sizeof(struct outcome)), packs)

static void assert_near(double value, double expected)
{
    assert_true(value > expected - 1e-9 && value < expected + 1e-9);
}

static void assert_text(double score, const char *expected)
{
    char text[SCORE_TEXT_SIZE];
    score_format(score, text);
    assert_string_equal(text, expected);
}

static void nothing_activated_is_a_hundred(void **unused)
{
    (void)unused;
    struct score score = score_of(NULL, 0, 0);
    assert_true(score.total == 100);
    assert_true(score.passed);
    score = SCORE_OF(1, {0, 5, true, 0, 0}, {0, 2, false, 0, 0});
    assert_true(score.total == 100);
    assert_int_equal(score.band, BAND_EXCELLENT);
    assert_int_equal(score.critical, -1);
    assert_int_equal(score.packs[0].activated, 0);
    assert_true(score.packs[0].score == 100);
}

/* 3 x 1 + 1 x 0 of 4 = 75; half of weight 2 beside a full 2: 75 as well. */
static void marks_are_weighed(void **unused)
{
    (void)unused;
    assert_near(SCORE_OF(1, {0, 3, false, 1, 1}, {0, 1, false, 0, 1}).total, 75);
    assert_near(SCORE_OF(1, {0, 2, false, 1, 2}, {0, 2, false, 4, 4}).total, 75);
    assert_near(SCORE_OF(1, {0, 1, false, 1, 3}).total, 100.0 / 3);
    assert_near(SCORE_OF(1, {0, 1, false, 1, 3}, {0, 5, false, 3, 4}).total, 100 * (49.0 / 12) / 6);
    assert_near(SCORE_OF(1, {0, 7, false, 0, 9}).total, 0);
}

/* Weight that was not activated is in neither sum. */
static void rules_that_were_not_activated_do_not_count(void **unused)
{
    (void)unused;
    assert_near(SCORE_OF(1, {0, 3, false, 1, 2}, {0, 90, false, 0, 0}).total, 50);
}

static void packs_are_scored_alone(void **unused)
{
    (void)unused;
    struct score score = SCORE_OF(3, {0, 1, false, 1, 1}, {1, 2, false, 1, 2}, {0, 3, false, 0, 1},
                                  {1, 2, false, 2, 2}, {1, 4, false, 0, 0}, {2, 4, false, 0, 0});
    assert_near(score.packs[0].score, 25);
    assert_int_equal(score.packs[0].activated, 2);
    assert_int_equal(score.packs[0].kept, 1);
    assert_near(score.packs[1].score, 75);
    assert_int_equal(score.packs[1].activated, 2);
    assert_int_equal(score.packs[1].kept, 1);
    assert_int_equal(score.packs[2].activated, 0);
    assert_near(score.total, 50);
    assert_true(score.packs[3].score == 0);
}

/* One violation is enough, at any score; the first in rule order is named. */
static void a_broken_critical_rule_fails(void **unused)
{
    (void)unused;
    struct score score = SCORE_OF(1, {0, 97, false, 1, 1}, {0, 1, true, 0, 0}, {0, 1, true, 2, 3},
                                  {0, 1, true, 0, 1});
    assert_int_equal(score.critical, 2);
    assert_int_equal(score.band, BAND_EXCELLENT);
    assert_false(score.passed);
    score = SCORE_OF(1, {0, 9, false, 1, 1}, {0, 1, true, 1, 1});
    assert_int_equal(score.critical, -1);
    assert_true(score.passed);
    assert_false(SCORE_OF(1, {0, 1, false, 0, 1}, {0, 1, true, 1, 1}).passed);
}

/* Totals of 90, 89, 75, 74, 60 and 59.99. */
static void bands_start_at_their_lowest_score(void **unused)
{
    (void)unused;
    assert_int_equal(SCORE_OF(1, {0, 9, false, 1, 1}, {0, 1, false, 0, 1}).band, BAND_EXCELLENT);
    assert_int_equal(SCORE_OF(1, {0, 89, false, 1, 1}, {0, 11, false, 0, 1}).band, BAND_GOOD);
    assert_int_equal(SCORE_OF(1, {0, 3, false, 1, 1}, {0, 1, false, 0, 1}).band, BAND_GOOD);
    assert_int_equal(SCORE_OF(1, {0, 74, false, 1, 1}, {0, 26, false, 0, 1}).band, BAND_PASS);
    assert_int_equal(SCORE_OF(1, {0, 3, false, 1, 1}, {0, 2, false, 0, 1}).band, BAND_PASS);
    assert_int_equal(SCORE_OF(1, {0, 5999, false, 1, 1}, {0, 4001, false, 0, 1}).band, BAND_FAIL);
    assert_false(SCORE_OF(1, {0, 5999, false, 1, 1}, {0, 4001, false, 0, 1}).passed);
}

static void bands_can_be_set(void **unused)
{
    (void)unused;
    struct rule rules[] = {{.weight = 1}, {.weight = 1}};
    struct rule_state states[] = {{.activations = 1, .fulfilled = 1},
                                  {.activations = 1, .violated = 1}};
    struct scenario scenario = {.rules = rules, .rule_count = 2, .pack_count = 1};
    struct score score;
    score_compute(&scenario, states, &(struct bands){20, 40, 50}, &score);
    assert_int_equal(score.band, BAND_EXCELLENT);
    score_compute(&scenario, states, &(struct bands){20, 40, 50.1}, &score);
    assert_int_equal(score.band, BAND_GOOD);
    score_compute(&scenario, states, &(struct bands){50.1, 70, 80}, &score);
    assert_int_equal(score.band, BAND_FAIL);
}

/* Marks of 3/5 only: 60 on paper. In doubles often a little less; summed as fractions, never. */
static void sums_are_exact(void **unused)
{
    (void)unused;
    struct outcome outcomes[RULE_MAX];
    for (int count = 1; count <= RULE_MAX; count++) {
        outcomes[count - 1] = (struct outcome){0, count % 3 + 1, false, 3, 5};
        struct score score = score_of(outcomes, count, 1);
        assert_true(score.total == 60);
        assert_int_equal(score.band, BAND_PASS);
        assert_text(score.total, "60");
    }
}

static void scores_are_cut_to_one_decimal(void **unused)
{
    (void)unused;
    assert_text(100, "100");
    assert_text(99.99, "99.9");
    assert_text(89.96, "89.9");
    assert_text(87.5, "87.5");
    assert_text(87.1, "87.1");
    assert_text(59.99, "59.9");
    assert_text(59.9999999999, "60");
    assert_text(60.04, "60");
    assert_text(33.3333333333, "33.3");
    assert_text(66.6666666667, "66.6");
    assert_text(0.05, "0");
    assert_text(0, "0");
    assert_text(100.0000000001, "100");
    assert_text(-0.0000000001, "0");
}

/* Every score with one decimal is written as it is, although few are exact in binary. */
static void tenths_are_not_cut_further(void **unused)
{
    (void)unused;
    for (int tenths = 0; tenths <= 1000; tenths++) {
        char expected[SCORE_TEXT_SIZE];
        snprintf(expected, sizeof expected, "%d.%d", tenths / 10, tenths % 10);
        if (tenths % 10 == 0)
            *strchr(expected, '.') = '\0';
        assert_text(tenths / 10.0, expected);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_activated_is_a_hundred),
        cmocka_unit_test(marks_are_weighed),
        cmocka_unit_test(rules_that_were_not_activated_do_not_count),
        cmocka_unit_test(packs_are_scored_alone),
        cmocka_unit_test(a_broken_critical_rule_fails),
        cmocka_unit_test(bands_start_at_their_lowest_score),
        cmocka_unit_test(bands_can_be_set),
        cmocka_unit_test(sums_are_exact),
        cmocka_unit_test(scores_are_cut_to_one_decimal),
        cmocka_unit_test(tenths_are_not_cut_further),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
