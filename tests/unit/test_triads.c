/* test_triads.c: groups of three: everyone has a seat, everyone is the trainee, partners vary. What
   is counted here is counted anew from the groups, not taken from the plan. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "class/triads.h"

enum { MOST = 60, MINUTES = 45 };

/* People 101, 102 ...: positions need not be indexes. */
static struct triads *make(int count, int minutes, uint64_t seed)
{
    int people[TRIAD_PEOPLE_MAX];
    struct error error = {0};
    for (int i = 0; i < count; i++)
        people[i] = 101 + i;
    struct triads_request request = {
        .people = people, .count = count, .minutes = minutes, .seed = seed};
    struct triads *triads = triads_new(&request, &error);
    if (!triads)
        fail_msg("%d people: %s", count, error.message);
    return triads;
}

/* ------------------------------------------------------------------------ what is counted ---- */

struct counted {
    int roles[MOST][TRIAD_ROLE_COUNT];
    int met[MOST][MOST];
    int fours, small; /* groups a round that are not of three */
    int repeats;
};

static void count_group(const struct triad *triad, bool seated[MOST], struct counted *counted)
{
    for (int i = 0; i < triad->size; i++) {
        int person = triad->people[i] - 101;
        assert_in_range(person, 0, MOST - 1);
        assert_false(seated[person]);
        seated[person] = true;
        counted->roles[person][triad_seat_role(i)]++;
        for (int j = 0; j < i; j++) {
            int other = triad->people[j] - 101;
            if (counted->met[person][other]++ > 0)
                counted->repeats++;
            counted->met[other][person]++;
        }
    }
}

static struct counted count(const struct triads *triads)
{
    struct counted counted = {0};
    for (int round = 0; round < triads->rounds; round++) {
        bool seated[MOST] = {false};
        counted.fours = counted.small = 0;
        for (int group = 0; group < triads->groups; group++) {
            const struct triad *triad = triads_group(triads, round, group);
            count_group(triad, seated, &counted);
            counted.fours += triad->size == 4;
            counted.small += triad->size < 3;
        }
        for (int person = 0; person < MOST; person++)
            assert_int_equal(seated[person], person < triads->people);
    }
    return counted;
}

/* ------------------------------------------------------------------------------- by hand ---- */

static void three_people_take_turns(void **state)
{
    (void)state;
    struct triads *triads = make(3, 30, 1);
    assert_int_equal(triads->rounds, 3);
    assert_int_equal(triads->groups, 1);
    struct counted counted = count(triads);
    for (int person = 0; person < 3; person++)
        for (int role = 0; role < TRIAD_ROLE_COUNT; role++)
            assert_int_equal(counted.roles[person][role], 1);
    /* three pairs meet three times each: 3 x 2 beyond the first */
    assert_int_equal(counted.repeats, 6);
    assert_int_equal(triads->repeats, 6);
    assert_int_equal(triad_missing_role(triads_group(triads, 0, 0)), TRIAD_ROLE_COUNT);
    triads_free(triads);
}

static void one_and_two_people_have_the_trainer_with_them(void **state)
{
    (void)state;
    struct triads *one = make(1, 10, 1), *two = make(2, 20, 1);
    assert_int_equal(one->rounds, 1);
    assert_int_equal(triads_group(one, 0, 0)->size, 1);
    assert_int_equal(triad_missing_role(triads_group(one, 0, 0)), TRIAD_CUSTOMER);
    assert_int_equal(two->rounds, 2);
    assert_int_equal(triad_missing_role(triads_group(two, 0, 0)), TRIAD_OBSERVER);
    struct counted counted = count(two);
    for (int person = 0; person < 2; person++) {
        assert_int_equal(counted.roles[person][TRIAD_TRAINEE], 1);
        assert_int_equal(counted.roles[person][TRIAD_CUSTOMER], 1);
    }
    triads_free(one);
    triads_free(two);
}

static void four_people_need_four_rounds(void **state)
{
    (void)state;
    struct triads *triads = make(4, 30, 1);
    assert_int_equal(triads->groups, 1);
    assert_int_equal(triads->rounds, 4);
    struct counted counted = count(triads);
    for (int person = 0; person < 4; person++) { /* 4 trainees, 4 customers, 8 observers */
        assert_int_equal(counted.roles[person][TRIAD_TRAINEE], 1);
        assert_int_equal(counted.roles[person][TRIAD_CUSTOMER], 1);
        assert_int_equal(counted.roles[person][TRIAD_OBSERVER], 2);
    }
    triads_free(triads);
}

static void five_sit_as_three_and_two(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct triads *triads = make(5, 30, seed);
        assert_int_equal(triads->groups, 2);
        assert_int_equal(triads->rounds, 3); /* six seats for trainees */
        assert_int_equal(triads_group(triads, 0, 0)->size, 3);
        assert_int_equal(triads_group(triads, 0, 1)->size, 2);
        assert_int_equal(triad_missing_role(triads_group(triads, 0, 1)), TRIAD_OBSERVER);
        struct counted counted = count(triads);
        for (int person = 0; person < 5; person++)
            assert_in_range(counted.roles[person][TRIAD_TRAINEE], 1, 2);
        triads_free(triads);
    }
}

/* --------------------------------------------------------------------------- properties ---- */

static int even_low(int seats, int people)
{
    return seats / people;
}

static int even_high(int seats, int people)
{
    return (seats + people - 1) / people;
}

/* n = 3a + 4b with b = n mod 3; 3 rounds, 4 with fours; every role is shared out evenly. */
static void check_sizes_and_roles(const struct triads *triads, const struct counted *counted)
{
    int people = triads->people, seats[TRIAD_ROLE_COUNT];
    assert_int_equal(counted->fours, people % 3);
    assert_int_equal(counted->small, 0);
    assert_int_equal(triads->groups, (people - people % 3) / 3);
    assert_int_equal(triads->rounds, people % 3 ? 4 : 3);
    seats[TRIAD_TRAINEE] = seats[TRIAD_CUSTOMER] = triads->groups * triads->rounds;
    seats[TRIAD_OBSERVER] = (people - 2 * triads->groups) * triads->rounds;
    for (int person = 0; person < people; person++) {
        assert_true(counted->roles[person][TRIAD_TRAINEE] >= 1);
        for (int role = 0; role < TRIAD_ROLE_COUNT; role++)
            assert_in_range(counted->roles[person][role], even_low(seats[role], people),
                            even_high(seats[role], people));
    }
}

static void everyone_has_every_role_whatever_the_count(void **state)
{
    (void)state;
    for (int people = 6; people <= MOST; people++) {
        for (uint64_t seed = 1; seed <= 5; seed++) {
            struct triads *triads = make(people, MINUTES, seed * 7919);
            struct counted counted = count(triads);
            check_sizes_and_roles(triads, &counted);
            assert_int_equal(counted.repeats, triads->repeats);
            triads_free(triads);
        }
    }
}

/*
 * 9 people and 3 rounds of threes: each meets 6 of 8 others, as in an affine plane of order 3, so
 * no pair need meet twice. 12 and more leave more room still. 6 can't: 3 rounds x 6 pairs are 18,
 * and there are 15.
 */
static void nobody_meets_twice_where_that_can_be(void **state)
{
    (void)state;
    for (int people = 9; people <= MOST; people += people < 15 ? 3 : 1) {
        for (uint64_t seed = 1; seed <= 10; seed++) {
            struct triads *triads = make(people, MINUTES, seed);
            assert_int_equal(count(triads).repeats, 0);
            triads_free(triads);
        }
    }
    struct triads *six = make(6, MINUTES, 1);
    assert_in_range(count(six).repeats, 3, 6);
    triads_free(six);
}

static bool are_equal(const struct triads *a, const struct triads *b)
{
    return a->rounds == b->rounds && a->groups == b->groups &&
           memcmp(a->table, b->table, (size_t)(a->rounds * a->groups) * sizeof *a->table) == 0;
}

static void the_seed_alone_decides(void **state)
{
    (void)state;
    for (int people = 6; people <= 31; people += 5) {
        struct triads *first = make(people, MINUTES, 42), *again = make(people, MINUTES, 42);
        struct triads *other = make(people, MINUTES, 43);
        assert_true(are_equal(first, again));
        assert_false(are_equal(first, other));
        triads_free(first);
        triads_free(again);
        triads_free(other);
    }
}

static void a_large_class_is_seated_too(void **state)
{
    (void)state;
    struct triads *triads = make(300, MINUTES, 1);
    assert_int_equal(triads->groups, 100);
    assert_int_equal(triads->repeats, 0);
    triads_free(triads);
}

/* -------------------------------------------------------------------------------- times ---- */

static void the_minutes_are_shared_out(void **state)
{
    (void)state;
    /* 35 min in 3 rounds: 700 s, in half minutes 690; 15 % 103 -> 90, 30 % 207 -> 180 */
    struct triads *triads = make(30, 35, 1);
    assert_int_equal(triads->times.prepare, 90);
    assert_int_equal(triads->times.feedback, 180);
    assert_int_equal(triads->times.play, 420);
    assert_int_equal(triads->spare_seconds, 2100 - 3 * 690);
    triads_free(triads);
    /* the least: 18 min in 3 rounds: 1 to prepare, 3 to play, 2 for feedback */
    triads = make(30, 18, 1);
    assert_int_equal(triads->times.prepare, 60);
    assert_int_equal(triads->times.play, 180);
    assert_int_equal(triads->times.feedback, 120);
    assert_int_equal(triads->spare_seconds, 0);
    triads_free(triads);
    for (int minutes = 24; minutes <= 120; minutes++) {
        triads = make(31, minutes, 1);
        const struct triad_times *times = &triads->times;
        int round = times->prepare + times->play + times->feedback;
        assert_int_equal(round * 4 + triads->spare_seconds, minutes * 60);
        assert_in_range(triads->spare_seconds, 0, 119);
        assert_true(times->play >= times->feedback && times->feedback >= times->prepare);
        triads_free(triads);
    }
}

static void assert_refused(int count, int minutes, const char *part)
{
    int people[TRIAD_PEOPLE_MAX + 1] = {0};
    struct error error = {0};
    struct triads_request request = {.people = people, .count = count, .minutes = minutes};
    assert_null(triads_new(&request, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    if (!strstr(error.message, part))
        fail_msg("'%s' does not say '%s'", error.message, part);
}

static void what_can_not_be_done_is_said(void **state)
{
    (void)state;
    assert_refused(30, 17, "18"); /* 3 rounds of 6 minutes */
    assert_refused(31, 23, "24"); /* 4 */
    assert_refused(1, 5, "6");
    assert_refused(0, 35, "0 people");
    assert_refused(TRIAD_PEOPLE_MAX + 1, 35, "600");
}

/* ------------------------------------------------------------------------- who is there ---- */

static void the_absent_are_left_out(void **state)
{
    (void)state;
    struct error error = {0};
    int count;
    int *absent = triads_parse_absent("3,7", 8, &error);
    assert_non_null(absent);
    assert_int_equal(absent[0], 3);
    assert_int_equal(absent[1], 7);
    assert_int_equal(absent[2], 0);
    int *present = triads_present(8, absent, &count);
    static const int expected[] = {1, 2, 4, 5, 6, 8};
    assert_int_equal(count, 6);
    assert_memory_equal(present, expected, sizeof expected);
    free(present);
    free(absent);
    present = triads_present(4, NULL, &count);
    assert_int_equal(count, 4);
    free(present);
}

static void wrong_positions_are_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "0", "9", "-1", "3,", ",3", "3,,4", "x", "3 4", "3;4", "1e1", "99999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct error error = {0};
        if (triads_parse_absent(wrong[i], 8, &error))
            fail_msg("'%s' was taken", wrong[i]);
        assert_int_equal(error.code, ERROR_USAGE);
    }
}

/* In Shanghai a day begins at 16:00 UTC: a class at 8 in the morning, midnight UTC, has one seed. */
static void the_seed_is_the_days(void **state)
{
    (void)state;
    const int64_t morning = INT64_C(1795190400000); /* 2026-11-21T00:00:00+08:00 */
    const int64_t day = INT64_C(24) * 60 * 60 * 1000;
    setenv("TZ", "CST-8", 1);
    tzset();
    uint64_t seed = triads_seed("spring-2026", morning);
    assert_true(seed >= 1 && seed <= 999999999);
    assert_true(seed == triads_seed("spring-2026", morning + day - 1));
    assert_true(seed != triads_seed("spring-2026", morning + day));
    assert_true(seed != triads_seed("autumn-2026", morning));
    unsetenv("TZ");
    tzset();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_people_take_turns),
        cmocka_unit_test(one_and_two_people_have_the_trainer_with_them),
        cmocka_unit_test(four_people_need_four_rounds),
        cmocka_unit_test(five_sit_as_three_and_two),
        cmocka_unit_test(everyone_has_every_role_whatever_the_count),
        cmocka_unit_test(nobody_meets_twice_where_that_can_be),
        cmocka_unit_test(the_seed_alone_decides),
        cmocka_unit_test(a_large_class_is_seated_too),
        cmocka_unit_test(the_minutes_are_shared_out),
        cmocka_unit_test(what_can_not_be_done_is_said),
        cmocka_unit_test(the_absent_are_left_out),
        cmocka_unit_test(wrong_positions_are_refused),
        cmocka_unit_test(the_seed_is_the_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
