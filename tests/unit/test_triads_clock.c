/* test_triads_clock.c: a round's clock, worked by hand, and that it is found again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "class/triads_clock.h"
#include "unit/store_fixture.h"

static const int64_t second = 1000;

/* One minute to prepare, five to play, two for feedback. */
static const struct triad_times times = {.prepare = 60, .play = 300, .feedback = 120};

static const int64_t start = FIXTURE_NOW;

static void assert_phase(const struct triads_clock *clock, int64_t now, enum triad_phase phase,
                         int left_seconds)
{
    int64_t left;
    assert_int_equal(triads_clock_phase(clock, &times, now, &left), phase);
    assert_int_equal(left, (int64_t)left_seconds * second);
}

static void a_round_goes_through_its_phases(void **state)
{
    (void)state;
    struct triads_clock clock = {0};
    assert_phase(&clock, start, TRIAD_PREPARE, 60);
    triads_clock_toggle(&clock, start);
    assert_phase(&clock, start + 10 * second, TRIAD_PREPARE, 50);
    assert_phase(&clock, start + 60 * second, TRIAD_PLAY, 300);
    assert_phase(&clock, start + 359 * second, TRIAD_PLAY, 1);
    assert_phase(&clock, start + 360 * second, TRIAD_FEEDBACK, 120);
    assert_phase(&clock, start + 480 * second, TRIAD_OVER, 0);
    assert_phase(&clock, start + 500 * second, TRIAD_OVER, -20);
}

static void it_stands_and_goes_on(void **state)
{
    (void)state;
    struct triads_clock clock = {0};
    triads_clock_toggle(&clock, start);
    triads_clock_toggle(&clock, start + 30 * second); /* stands at 30 s */
    assert_false(triads_clock_runs(&clock));
    assert_phase(&clock, start + 300 * second, TRIAD_PREPARE, 30);
    triads_clock_toggle(&clock, start + 300 * second);
    assert_phase(&clock, start + 340 * second, TRIAD_PLAY, 290); /* 70 s in all */
    assert_phase(&clock, start, TRIAD_PREPARE, 30); /* a clock set back takes nothing away */
}

static void each_round_has_its_own(void **state)
{
    (void)state;
    struct triads_clock clock = {0};
    triads_clock_toggle(&clock, start);
    triads_clock_go(&clock, 1, start + 100 * second);
    assert_false(triads_clock_runs(&clock));
    assert_int_equal(triads_clock_elapsed(&clock, start + 200 * second), 0);
    triads_clock_toggle(&clock, start + 200 * second);
    triads_clock_go(&clock, 0, start + 205 * second);
    assert_int_equal(triads_clock_elapsed(&clock, start + 999 * second), 100 * second);
    triads_clock_go(&clock, 1, start + 999 * second);
    assert_int_equal(triads_clock_elapsed(&clock, start + 999 * second), 5 * second);
}

/* At 60x a wall second is a minute: prepared after one, played after six, over after eight. */
static void a_rehearsal_runs_faster(void **state)
{
    (void)state;
    struct triads_clock clock = {.speed = 60};
    triads_clock_toggle(&clock, start);
    assert_phase(&clock, start + second / 2, TRIAD_PREPARE, 30);
    assert_phase(&clock, start + second, TRIAD_PLAY, 300);
    assert_phase(&clock, start + 6 * second, TRIAD_FEEDBACK, 120);
    triads_clock_toggle(&clock, start + 7 * second);
    assert_phase(&clock, start + 100 * second, TRIAD_FEEDBACK, 60);
    triads_clock_toggle(&clock, start + 100 * second);
    assert_phase(&clock, start + 102 * second, TRIAD_OVER, -60);
}

/* ------------------------------------------------------------------------------- keeping ---- */

static struct triads_plan plan_of(struct triads *triads, struct triads_scenario *scenarios)
{
    struct triads_plan plan = {.class = "spring-2026",
                               .minutes = 35,
                               .seed = 7,
                               .triads = triads,
                               .scenarios = scenarios,
                               .scenario_count = 2};
    return plan;
}

static void what_was_kept_is_found_again(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct triads triads = {.people = 9, .rounds = 3, .groups = 3};
    struct triads_scenario scenarios[] = {{.name = "a"}, {.name = "b"}};
    struct triads_plan plan = plan_of(&triads, scenarios);
    struct triads_clock clock, found;
    assert_true(triads_clock_recall(fixture->store, &plan, &clock, &error)); /* none yet */
    assert_int_equal(clock.round, 0);
    assert_int_equal(clock.scenario[1], 1);
    assert_int_equal(clock.scenario[2], 0);
    triads_clock_go(&clock, 2, start);
    clock.scenario[2] = 1;
    triads_clock_toggle(&clock, start);
    assert_true(triads_clock_keep(fixture->store, &plan, &clock, &error));
    assert_true(triads_clock_recall(fixture->store, &plan, &found, &error));
    assert_memory_equal(&found, &clock, sizeof clock);
    /* it ran on meanwhile */
    assert_int_equal(triads_clock_elapsed(&found, start + 42 * second), 42 * second);
    plan.seed = 8; /* another day's groups */
    assert_true(triads_clock_recall(fixture->store, &plan, &found, &error));
    assert_int_equal(found.round, 0);
    assert_false(triads_clock_runs(&found));
}

/* What is rehearsed in the morning does not run down the class's clock of the afternoon. */
static void a_rehearsals_clock_is_its_own(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct triads triads = {.people = 9, .rounds = 3, .groups = 3};
    struct triads_scenario scenarios[] = {{.name = "a"}, {.name = "b"}};
    struct triads_plan plan = plan_of(&triads, scenarios);
    struct triads_clock clock, found;
    plan.speed = 60;
    assert_true(triads_clock_recall(fixture->store, &plan, &clock, &error));
    triads_clock_go(&clock, 1, start);
    assert_true(triads_clock_keep(fixture->store, &plan, &clock, &error));
    plan.speed = 1;
    assert_true(triads_clock_recall(fixture->store, &plan, &found, &error));
    assert_int_equal(found.round, 0);
    plan.speed = 60;
    assert_true(triads_clock_recall(fixture->store, &plan, &found, &error));
    assert_memory_equal(&found, &clock, sizeof clock);
}

static void what_can_not_be_is_not_taken_up(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct triads triads = {.people = 9, .rounds = 3, .groups = 3};
    struct triads_scenario scenarios[] = {{.name = "a"}, {.name = "b"}};
    struct triads_plan plan = plan_of(&triads, scenarios);
    struct triads_clock clock;
    static const char *const changes[] = {
        "replace(value, '\"round\":2', '\"round\":3')",
        "replace(value, '\"round\":2', '\"round\":-1')",
        "replace(value, '\"scenario\":[0', '\"scenario\":[2')",
        "replace(value, '\"since\":0', '\"since\":null')",
        "substr(value, 1, 40)",
        "'7'",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        char sql[256];
        triads_clock_begin(&clock, &plan);
        triads_clock_go(&clock, 2, start);
        assert_true(triads_clock_keep(fixture->store, &plan, &clock, &error));
        snprintf(sql, sizeof sql, "UPDATE setting SET value = %s WHERE key LIKE 'triads.%%'",
                 changes[i]);
        raw(fixture->path, sql);
        assert_true(triads_clock_recall(fixture->store, &plan, &clock, &error));
        assert_int_equal(clock.round, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_round_goes_through_its_phases),
        cmocka_unit_test(it_stands_and_goes_on),
        cmocka_unit_test(each_round_has_its_own),
        cmocka_unit_test(a_rehearsal_runs_faster),
        STORE_TEST(a_rehearsals_clock_is_its_own),
        STORE_TEST(what_was_kept_is_found_again),
        STORE_TEST(what_can_not_be_is_not_taken_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
