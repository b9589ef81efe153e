/*
 * test_trainer.c: passphrases, and what wrong ones lead to. No test sleeps: time is handed in.
 */
#include <setjmp.h>
#include <signal.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "class/trainer.h"
#include "unit/small.h"
#include "unit/store_fixture.h"

#define GOOD "a few words of mine"
#define NOW FIXTURE_NOW
#define SECOND INT64_C(1000)

static void begin(const struct fixture *fixture)
{
    struct error error = {0};
    if (!trainer_new(fixture->store, "陈老师", GOOD, NULL, &error))
        fail_msg("%s", error.message);
}

static void expect_right(const struct fixture *fixture, const char *passphrase, int64_t now)
{
    struct trainer trainer = {.failures = -1};
    struct error error = {0};
    if (!trainer_check(fixture->store, "陈老师", passphrase, now, &trainer, &error))
        fail_msg("%s", error.message);
    assert_string_equal(trainer.name, "陈老师");
    assert_int_equal(trainer.failures, 0);
    assert_true(trainer.wait_until == 0);
}

static void expect_refused(const struct fixture *fixture, const char *name, const char *passphrase,
                           int64_t now, const char *part)
{
    struct trainer trainer = {.name = "untouched"};
    struct error error = {0};
    assert_false(trainer_check(fixture->store, name, passphrase, now, &trainer, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    assert_contains(error.message, part);
    assert_string_equal(trainer.name, "untouched");
}

static void expect_wrong(const struct fixture *fixture, int64_t now)
{
    expect_refused(fixture, "陈老师", "something else", now,
                   "the trainer's name or the passphrase is wrong");
}

static int failures(const struct fixture *fixture)
{
    return raw_number(fixture->path, "SELECT failures FROM trainer WHERE name = '陈老师'");
}

/* --------------------------------------------------------------------------- passphrases ---- */

static void the_first_trainer_is_free_and_the_others_are_allowed(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    struct trainer chen;
    begin(fixture);
    assert_false(trainer_new(fixture->store, "Li", GOOD, NULL, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    assert_contains(error.message, "one of them has to allow it");
    assert_true(trainer_check(fixture->store, "陈老师", GOOD, NOW, &chen, &error));
    assert_true(trainer_new(fixture->store, "Li", "another passphrase", &chen, &error));
    assert_false(trainer_new(fixture->store, "Li", "another passphrase", &chen, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_false(trainer_new(fixture->store, " ", "another passphrase", &chen, &error));
    char long_name[200];
    memset(long_name, 'x', 121);
    long_name[121] = '\0';
    assert_false(trainer_new(fixture->store, long_name, "another passphrase", &chen, &error));
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM trainer"), 2);
}

static void expect_unfit(const struct fixture *fixture, const char *passphrase, const char *part)
{
    struct error error = {0};
    assert_false(trainer_new(fixture->store, "Li", passphrase, NULL, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_contains(error.message, part);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM trainer"), 0);
}

static void passphrases_have_eight_characters_or_more(void **state)
{
    const struct fixture *fixture = *state;
    char longest[PASSPHRASE_MAX + 2];
    memset(longest, 'x', sizeof longest);
    longest[PASSPHRASE_MAX + 1] = '\0';
    expect_unfit(fixture, "", "too short: it needs 8 characters");
    expect_unfit(fixture, "1234567", "too short");
    expect_unfit(fixture, "  1234567 \t", "too short");
    expect_unfit(fixture, "七个字的口令呀", "too short");
    expect_unfit(fixture, "e\u0301e\u0301e\u0301e\u0301", "too short"); /* four letters in NFC */
    expect_unfit(fixture, longest, "at most 1024 bytes");
    expect_unfit(fixture, "with a \177 in it", "without control characters");
    expect_unfit(fixture, "not UTF-8: \xC3\x28 here", "a passphrase is text");
    longest[PASSPHRASE_MAX] = '\0';
    assert_true(trainer_new(fixture->store, "陈老师", longest, NULL, NULL));
    expect_right(fixture, longest, NOW);
}

static void the_same_text_is_the_same_passphrase(void **state)
{
    const struct fixture *fixture = *state;
    assert_true(trainer_new(fixture->store, "陈老师", "八个字的口令éü", NULL, NULL));
    expect_right(fixture, "八个字的口令e\u0301u\u0308", NOW);
    expect_right(fixture, " \t八个字的口令éü\u3000\r\n", NOW);
    expect_refused(fixture, "陈老师", "八个字的口令eu", NOW, "wrong");
    expect_refused(fixture, "陈老师", "八个字的口令éÜ", NOW, "wrong");
    expect_refused(fixture, "陈老师", "", NOW, "wrong");
    expect_refused(fixture, "陈老师", "\xFF", NOW, "wrong");
    expect_right(fixture, "八个字的口令éü", NOW);
}

static void nothing_but_the_argon2id_text_is_kept(void **state)
{
    struct fixture *fixture = *state;
    struct trainer trainer;
    size_t length;
    begin(fixture);
    assert_true(store_trainer(fixture->store, "陈老师", &trainer, NULL));
    assert_memory_equal(trainer.hash, "$argon2id$v=19$m=65536,t=2,p=1$", 31);
    expect_wrong(fixture, NOW);
    fixture_close(fixture);
    char *file = small_read(fixture->path, &length);
    assert_null(memmem(file, length, GOOD, strlen(GOOD)));
    assert_null(memmem(file, length, "something else", 14));
    free(file);
    fixture_open(fixture);
}

static void a_changed_passphrase_counts_from_then_on(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    begin(fixture);
    for (int i = 0; i < 5; i++)
        expect_wrong(fixture, NOW);
    assert_false(trainer_change(fixture->store, "陈老师", "short", &error));
    assert_true(trainer_change(fixture->store, "陈老师", "another passphrase", &error));
    expect_right(fixture, "another passphrase", NOW); /* and the wait is over */
    expect_refused(fixture, "陈老师", GOOD, NOW, "wrong");
    assert_false(trainer_change(fixture->store, "nobody", "another passphrase", &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
}

static void a_weaker_hash_is_made_anew(void **state)
{
    const struct fixture *fixture = *state;
    struct trainer trainer;
    begin(fixture);
    assert_true(store_trainer(fixture->store, "陈老师", &trainer, NULL));
    assert_int_equal(crypto_pwhash_str(trainer.hash, GOOD, strlen(GOOD), crypto_pwhash_OPSLIMIT_MIN,
                                       crypto_pwhash_MEMLIMIT_MIN),
                     0);
    assert_true(store_change_trainer(fixture->store, &trainer, NULL));
    expect_wrong(fixture, NOW);
    expect_right(fixture, GOOD, NOW);
    assert_true(store_trainer(fixture->store, "陈老师", &trainer, NULL));
    assert_memory_equal(trainer.hash, "$argon2id$v=19$m=65536,t=2,p=1$", 31);
    expect_right(fixture, GOOD, NOW);
}

static void a_damaged_hash_is_said_so(void **state)
{
    const struct fixture *fixture = *state;
    struct trainer trainer;
    struct error error = {0};
    begin(fixture);
    raw(fixture->path, "UPDATE trainer SET hash = substr(hash, 5)");
    assert_false(trainer_check(fixture->store, "陈老师", GOOD, NOW, &trainer, &error));
    assert_int_equal(error.code, ERROR_TAMPERED);
    assert_contains(error.message, "is damaged");
}

/* --------------------------------------------------------------------------------- waits ---- */

/* As the rule says: 30 s after the fifth, twice as long after each further one, at most 15 min. */
static void waits_double_up_to_a_quarter_of_an_hour(void **state)
{
    (void)state;
    static const int seconds[] = {0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900};
    for (int i = 0; i < (int)(sizeof seconds / sizeof *seconds); i++)
        assert_int_equal(trainer_wait_seconds(i), seconds[i]);
    assert_int_equal(trainer_wait_seconds(1000), 900);
}

static void five_wrong_tries_wait(void **state)
{
    const struct fixture *fixture = *state;
    begin(fixture);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(failures(fixture), i);
        expect_wrong(fixture, NOW + i);
    }
    /* nothing is looked at for 30 seconds, not even the right one, and nothing is counted */
    int64_t fifth = NOW + 4;
    expect_refused(fixture, "陈老师", GOOD, fifth + 1, "wait 30 seconds");
    expect_refused(fixture, "陈老师", "x", fifth + 10 * SECOND, "wait 20 seconds");
    expect_refused(fixture, "陈老师", GOOD, fifth + 29 * SECOND + 999, "wait 1 second,");
    assert_int_equal(failures(fixture), 5);
    expect_wrong(fixture, fifth + 30 * SECOND);
    expect_refused(fixture, "陈老师", GOOD, fifth + 30 * SECOND, "wait 60 seconds");
    expect_wrong(fixture, fifth + 90 * SECOND);
    expect_refused(fixture, "陈老师", GOOD, fifth + 90 * SECOND, "wait 2 minutes");
    expect_right(fixture, GOOD, fifth + 210 * SECOND);
    assert_int_equal(failures(fixture), 0);
    expect_wrong(fixture, fifth + 211 * SECOND); /* and all begins anew */
    expect_right(fixture, GOOD, fifth + 211 * SECOND);
}

static void the_fifth_try_may_be_the_right_one(void **state)
{
    const struct fixture *fixture = *state;
    begin(fixture);
    for (int i = 0; i < 4; i++)
        expect_wrong(fixture, NOW);
    expect_right(fixture, GOOD, NOW);
    assert_int_equal(failures(fixture), 0);
}

static void a_clock_set_back_makes_no_wait_of_days(void **state)
{
    const struct fixture *fixture = *state;
    int64_t yesterday = NOW - 86400 * SECOND;
    begin(fixture);
    for (int i = 0; i < 5; i++)
        expect_wrong(fixture, NOW);
    expect_refused(fixture, "陈老师", GOOD, yesterday, "wait 30 seconds");
    expect_right(fixture, GOOD, yesterday + 30 * SECOND);
}

static void an_unknown_name_fails_alike(void **state)
{
    const struct fixture *fixture = *state;
    begin(fixture);
    for (int i = 0; i < 6; i++)
        expect_refused(fixture, "Nobody", GOOD, NOW,
                       "the trainer's name or the passphrase is wrong");
    int64_t start = clock_monotonic_us();
    expect_refused(fixture, "Nobody", GOOD, NOW, "wrong");
    int64_t unknown = clock_monotonic_us() - start;
    start = clock_monotonic_us();
    expect_wrong(fixture, NOW);
    int64_t wrong = clock_monotonic_us() - start;
    assert_true(unknown > wrong / 4); /* the work is done, however busy the machine */
    assert_int_equal(failures(fixture), 1);
}

/* ------------------------------------------------------------------------------ children ---- */

static void try_the_right_one(const struct fixture *fixture, int number)
{
    struct trainer trainer;
    struct store *store = store_open(fixture->path, NULL);
    (void)number;
    CHECK(store != NULL);
    CHECK(trainer_check(store, "陈老师", GOOD, NOW, &trainer, NULL));
    store_close(store);
}

/*
 * Even the right passphrase has been counted as a wrong try while it is looked at, so that killing
 * the program then is no way to try for free.
 */
static void a_killed_try_is_counted(void **state)
{
    struct fixture *fixture = *state;
    bool caught = false;
    begin(fixture);
    fixture_close(fixture);
    for (int round = 0; round < 40 && !caught; round++) {
        int status;
        raw(fixture->path, "UPDATE trainer SET failures = 0, wait_until = NULL");
        pid_t child = start_child(fixture, try_the_right_one, 0);
        int64_t start = clock_monotonic_ms();
        while (failures(fixture) == 0 && clock_monotonic_ms() - start < 200) {
            /* the child is opening the store */
        }
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, &status, 0), child);
        caught = WIFSIGNALED(status) && failures(fixture) == 1;
        assert_true(caught || !WIFSIGNALED(status) || failures(fixture) == 0);
    }
    assert_true(caught);
    fixture_open(fixture);
    for (int i = 0; i < 4; i++)
        expect_wrong(fixture, NOW);
    expect_refused(fixture, "陈老师", GOOD, NOW, "wait 30 seconds");
}

static void try_a_wrong_one(const struct fixture *fixture, int number)
{
    struct trainer trainer;
    struct store *store = store_open(fixture->path, NULL);
    CHECK(store != NULL);
    for (int i = 0; i < 3; i++) {
        struct error error = {0};
        char passphrase[32];
        snprintf(passphrase, sizeof passphrase, "guess %d of %d", i, number);
        CHECK(!trainer_check(store, "陈老师", passphrase, NOW, &trainer, &error));
        CHECK(error.code == ERROR_NOT_ALLOWED);
    }
    store_close(store);
}

/* Many programs that guess at once have five tries together, not five each. */
static void guesses_at_once_are_counted_together(void **state)
{
    enum { PROGRAMS = 6 };
    struct fixture *fixture = *state;
    pid_t children[PROGRAMS];
    begin(fixture);
    fixture_close(fixture);
    for (int i = 0; i < PROGRAMS; i++)
        children[i] = start_child(fixture, try_a_wrong_one, i);
    for (int i = 0; i < PROGRAMS; i++)
        expect_success(children[i]);
    assert_int_equal(failures(fixture), 5);
    fixture_open(fixture);
    expect_refused(fixture, "陈老师", GOOD, NOW, "wait 30 seconds");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(the_first_trainer_is_free_and_the_others_are_allowed),
        STORE_TEST(passphrases_have_eight_characters_or_more),
        STORE_TEST(the_same_text_is_the_same_passphrase),
        STORE_TEST(nothing_but_the_argon2id_text_is_kept),
        STORE_TEST(a_changed_passphrase_counts_from_then_on),
        STORE_TEST(a_weaker_hash_is_made_anew),
        STORE_TEST(a_damaged_hash_is_said_so),
        cmocka_unit_test(waits_double_up_to_a_quarter_of_an_hour),
        STORE_TEST(five_wrong_tries_wait),
        STORE_TEST(the_fifth_try_may_be_the_right_one),
        STORE_TEST(a_clock_set_back_makes_no_wait_of_days),
        STORE_TEST(an_unknown_name_fails_alike),
        STORE_TEST(a_killed_try_is_counted),
        STORE_TEST(guesses_at_once_are_counted_together),
    };
    return cmocka_run_group_tests_name("trainer", tests, NULL, NULL);
}
