/*
 * test_base_clock.c: times as the store writes them, and ULIDs.
 */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "base/clock.h"

static void assert_both_ways(int64_t wall_ms, const char *text)
{
    char out[CLOCK_TIME_SIZE];
    int64_t parsed = -77;
    clock_format(wall_ms, out);
    assert_string_equal(out, text);
    assert_true(clock_parse(text, &parsed));
    assert_true(parsed == wall_ms);
}

/*
 * 2026-11-21 by hand: 56 years of 365 days and 14 leap days (1972 to 2024) are 20454 days; January
 * to October 304 more and 20 in November make 20778 days or 1795219200 s; 08:30 adds 30600 s.
 * The others are known marks: a billion and odd, the end of 32 bits, a leap day of a century.
 */
static void times_are_written_and_read(void **state)
{
    (void)state;
    assert_both_ways(0, "1970-01-01T00:00:00.000Z");
    assert_both_ways(1, "1970-01-01T00:00:00.001Z");
    assert_both_ways(INT64_C(1795249800123), "2026-11-21T08:30:00.123Z");
    assert_both_ways(INT64_C(1234567890000), "2009-02-13T23:31:30.000Z");
    assert_both_ways(INT64_C(2147483647999), "2038-01-19T03:14:07.999Z");
    assert_both_ways(INT64_C(951782400000), "2000-02-29T00:00:00.000Z");
    assert_both_ways(-1, "1969-12-31T23:59:59.999Z");
    assert_both_ways(-1000, "1969-12-31T23:59:59.000Z");
    assert_both_ways(-1001, "1969-12-31T23:59:58.999Z");
}

/* Year 1 begins 62135596800 s before 1970; year 0, a leap year, 366 x 86400 s earlier. */
static void times_end_at_four_digits(void **state)
{
    (void)state;
    char out[CLOCK_TIME_SIZE];
    assert_both_ways(INT64_C(-62135596800000), "0001-01-01T00:00:00.000Z");
    assert_both_ways(INT64_C(-62167219200000), "0000-01-01T00:00:00.000Z");
    assert_both_ways(INT64_C(253402300799999), "9999-12-31T23:59:59.999Z");
    clock_format(INT64_MIN, out);
    assert_string_equal(out, "0000-01-01T00:00:00.000Z");
    clock_format(INT64_MAX, out);
    assert_string_equal(out, "9999-12-31T23:59:59.999Z");
}

static void other_spellings_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t wall_ms;
    } cases[] = {
        {"1970-01-01T00:00:01Z", 1000},
        {"1970-01-01t00:00:01z", 1000},
        {"1970-01-01T00:00:01.5Z", 1500},
        {"1970-01-01T00:00:01.05Z", 1050},
        {"1970-01-01T00:00:01.0059999999999999999999Z", 1005},
        {"1972-02-29T00:00:00Z", INT64_C(68169600000)}, /* 789 days: 2 x 365 + 31 + 28 */
        {"1970-01-01T23:59:60Z", INT64_C(86400000)},    /* a leap second is the next midnight */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t parsed = -77;
        assert_true(clock_parse(cases[i].text, &parsed));
        assert_true(parsed == cases[i].wall_ms);
    }
}

static void wrong_times_are_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "Z",
        "now",
        "1970",
        "1970-01-01",
        "1970-01-01T00:00:00",       /* no zone */
        "1970-01-01T00:00:00+00:00", /* a zone, but not Z */
        "1970-01-01T00:00:00.Z",     /* a dot and nothing */
        "1970-01-01T00:00:00.000Z ", /* more behind it */
        " 1970-01-01T00:00:00Z",
        "1970-01-01 00:00:00Z",
        "1970-01-01T00:00Z",
        "1970-1-1T0:0:0Z",
        "70-01-01T00:00:00Z",
        "+970-01-01T00:00:00Z",
        "-970-01-01T00:00:00Z",
        "1970-00-01T00:00:00Z",
        "1970-13-01T00:00:00Z",
        "1970-01-00T00:00:00Z",
        "1970-01-32T00:00:00Z",
        "1970-04-31T00:00:00Z",
        "1970-02-29T00:00:00Z", /* no leap year */
        "2100-02-29T00:00:00Z", /* nor this century */
        "1970-01-01T24:00:00Z",
        "1970-01-01T00:60:00Z",
        "1970-01-01T00:00:60Z", /* a leap second in mid-day */
        "1970-01-01T00:00:00,5Z",
        "１970-01-01T00:00:00Z",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        int64_t parsed = -77;
        assert_false(clock_parse(wrong[i], &parsed));
        assert_true(parsed == -77);
    }
}

static void the_time_zone_does_not_matter(void **state)
{
    (void)state;
    setenv("TZ", "Asia/Shanghai", 1);
    tzset();
    assert_both_ways(0, "1970-01-01T00:00:00.000Z");
    assert_both_ways(INT64_C(1795249800123), "2026-11-21T08:30:00.123Z");
    unsetenv("TZ");
    tzset();
}

static void clocks_run_forwards(void **state)
{
    (void)state;
    time_t before = time(NULL);
    int64_t wall = clock_wall_ms();
    assert_true(wall / 1000 >= (int64_t)before - 1 && wall / 1000 <= (int64_t)time(NULL) + 1);
    int64_t last_us = clock_monotonic_us();
    for (int i = 0; i < 1000; i++) {
        int64_t ms = clock_monotonic_ms();
        int64_t us = clock_monotonic_us();
        assert_true(us >= last_us);
        assert_true(ms >= last_us / 1000 && ms <= us / 1000);
        last_us = us;
    }
}

/*
 * ULIDs of one process only ever grow, so these tests run in the order of their times. The first
 * ten characters are the milliseconds in base 32: 0 is ten zeros; 31 ends in Z, 32 in 10. The last
 * is the example of the ULID specification, 1469918176385 = "01ARYZ6S41".
 */
static void ulid_begins_with_the_time(void **state)
{
    (void)state;
    static const struct {
        int64_t wall_ms;
        const char *start;
    } cases[] = {
        {INT64_MIN, "0000000000"},
        {31, "000000000Z"},
        {32, "0000000010"},
        {1024, "0000000100"},
        {INT64_C(1469918176385), "01ARYZ6S41"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char ulid[ULID_SIZE];
        ulid_new(cases[i].wall_ms, ulid);
        assert_memory_equal(ulid, cases[i].start, 10);
        assert_true(ulid_is_valid(ulid));
    }
}

static void ulids_sort_as_they_were_made(void **state)
{
    (void)state;
    char last[ULID_SIZE];
    char ulid[ULID_SIZE];
    int64_t now = INT64_C(1500000000000);
    ulid_new(now, last);
    for (int i = 0; i < 20000; i++) {
        /* The clock stands still, then steps back, then goes on. */
        int64_t shown = i < 10000 ? now : i < 15000 ? now - i : now + i;
        ulid_new(shown, ulid);
        assert_true(strcmp(last, ulid) < 0);
        assert_true(ulid_is_valid(ulid));
        memcpy(last, ulid, sizeof last);
    }
}

/* Thirty-two drawings of 80 bits that agree in any eight characters would be news. */
static void ulids_are_random(void **state)
{
    (void)state;
    char ulids[32][ULID_SIZE];
    for (int i = 0; i < 32; i++) {
        ulid_new(INT64_C(1600000000000) + i, ulids[i]);
        for (int j = 0; j < i; j++) {
            assert_memory_not_equal(ulids[i] + 10, ulids[j] + 10, 8);
            assert_memory_not_equal(ulids[i] + 18, ulids[j] + 18, 8);
        }
    }
}

enum { THREADS = 4, EACH = 2000 };

static void *make_many(void *room)
{
    char(*ulids)[ULID_SIZE] = room;
    for (int i = 0; i < EACH; i++) {
        ulid_new(INT64_C(1700000000000), ulids[i]);
    }
    return NULL;
}

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void threads_never_share_a_ulid(void **state)
{
    (void)state;
    static char ulids[THREADS][EACH][ULID_SIZE];
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, make_many, ulids[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        for (int j = 1; j < EACH; j++) {
            assert_true(strcmp(ulids[i][j - 1], ulids[i][j]) < 0);
        }
    }
    char(*all)[ULID_SIZE] = ulids[0];
    qsort(all, (size_t)THREADS * EACH, ULID_SIZE, compare);
    for (int i = 1; i < THREADS * EACH; i++) {
        assert_string_not_equal(all[i - 1], all[i]);
    }
}

/* Runs last: no time comes after this one. 48 bits of ones are 7 and nine Z. */
static void ulid_time_has_an_end(void **state)
{
    (void)state;
    char ulid[ULID_SIZE];
    ulid_new(INT64_MAX, ulid);
    assert_memory_equal(ulid, "7ZZZZZZZZZ", 10);
    assert_true(ulid_is_valid(ulid));
}

static void only_ulids_are_valid(void **state)
{
    (void)state;
    assert_true(ulid_is_valid("01ARYZ6S41TSV4RRFFQ69G5FAV"));
    assert_true(ulid_is_valid("00000000000000000000000000"));
    assert_true(ulid_is_valid("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
    assert_false(ulid_is_valid("80000000000000000000000000")); /* 129 bits */
    assert_false(ulid_is_valid(""));
    assert_false(ulid_is_valid("01ARYZ6S41TSV4RRFFQ69G5FA"));
    assert_false(ulid_is_valid("01ARYZ6S41TSV4RRFFQ69G5FAVA"));
    assert_false(ulid_is_valid("01aryz6s41tsv4rrffq69g5fav"));
    assert_false(ulid_is_valid("01ARYZ6S41TSV4RRFFQ69G5FA "));
    assert_false(ulid_is_valid("01ARYZ6S41TSV4RRFFQ69G5F级"));
    /* Crockford leaves out I, L, O and U. */
    assert_false(ulid_is_valid("01ARYZ6S41TSV4RRFFQ69G5FAI"));
    assert_false(ulid_is_valid("01ARYZ6S41TSV4RRFFQ69G5FAL"));
    assert_false(ulid_is_valid("01ARYZ6S41TSV4RRFFQ69G5FAO"));
    assert_false(ulid_is_valid("01ARYZ6S41TSV4RRFFQ69G5FAU"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_are_written_and_read),
        cmocka_unit_test(times_end_at_four_digits),
        cmocka_unit_test(other_spellings_are_read),
        cmocka_unit_test(wrong_times_are_refused),
        cmocka_unit_test(the_time_zone_does_not_matter),
        cmocka_unit_test(clocks_run_forwards),
        cmocka_unit_test(ulid_begins_with_the_time),
        cmocka_unit_test(ulids_sort_as_they_were_made),
        cmocka_unit_test(ulids_are_random),
        cmocka_unit_test(threads_never_share_a_ulid),
        cmocka_unit_test(ulid_time_has_an_end),
        cmocka_unit_test(only_ulids_are_valid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
