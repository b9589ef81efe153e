/*
 * test_store_sharing.c: kills, locks, and many programs on one file.
 */
#include <setjmp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "store_fixture.h"

/* ------------------------------------------------------------------------------- kills ---- */

static void append_for_ever(const struct fixture *fixture, int pipe_end)
{
    struct session_row row = {.person = fixture->person,
                              .scenario = "idle-deposit",
                              .digest = "d",
                              .mode = "exam",
                              .language = "zh"};
    struct store *store = store_open(fixture->path, NULL);
    CHECK(store != NULL);
    CHECK(store_keep_source(store, "d", "idle-deposit", "{}", NULL));
    CHECK(store_begin_session(store, &row, FIXTURE_NOW, NULL));
    CHECK(write(pipe_end, row.id, ULID_SIZE) == ULID_SIZE);
    for (;;) {
        CHECK(store_append(store, &row, "pick", "{\"node\":\"rates\"}", FIXTURE_NOW, NULL, NULL));
        CHECK(write(pipe_end, "+", 1) == 1);
    }
}

/* Kills the child after `delay_us`; fills the session's id, returns how many appends were told. */
static int acknowledged_before_kill(const struct fixture *fixture, useconds_t delay_us,
                                    char id[ULID_SIZE])
{
    int ends[2];
    char told[4096];
    int count = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t child = start_child(fixture, append_for_ever, ends[1]);
    close(ends[1]);
    assert_int_equal(read(ends[0], id, ULID_SIZE), ULID_SIZE);
    usleep(delay_us);
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, NULL, 0), child);
    for (ssize_t got; (got = read(ends[0], told, sizeof told)) > 0;) {
        count += (int)got;
    }
    close(ends[0]);
    return count;
}

static void a_kill_loses_nothing(void **state)
{
    struct fixture *fixture = *state;
    int total = 0;
    fixture_close(fixture);
    for (int i = 0; i < 50; i++) {
        char id[ULID_SIZE];
        struct session_row row;
        useconds_t delay = (useconds_t)(i * 7919 % 50) * 400; /* 0 to 20 ms, in no order */
        int acknowledged = acknowledged_before_kill(fixture, delay, id);
        fixture_open(fixture);
        assert_true(store_session(fixture->store, id, &row, NULL));
        assert_true(row.event_count == acknowledged || row.event_count == acknowledged + 1);
        assert_int_equal(fixture_bad(fixture, NULL), 0);
        fixture_append(fixture, &row, 1, 1); /* and it goes on */
        fixture_close(fixture);
        total += acknowledged;
    }
    assert_true(total > 50);
}

/* ---------------------------------------------------------------------- other programs ---- */

static sqlite3 *hold(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    return db;
}

static void a_locked_database_is_said_so(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row row;
    struct error error = {0};
    fixture_session(fixture, &row);
    sqlite3 *other = hold(fixture->path, "BEGIN EXCLUSIVE");
    int64_t before = clock_monotonic_ms();
    assert_false(store_append(fixture->store, &row, "pick", "{}", FIXTURE_NOW, NULL, &error));
    int64_t waited = clock_monotonic_ms() - before;
    assert_true(waited >= 1500 && waited < 10000);
    assert_int_equal(error.code, ERROR_STORE);
    assert_string_equal(error.file, fixture->path);
    assert_string_equal(error.message,
                        "the database is locked by another program; close it or try again");
    assert_int_equal(row.event_count, 0);
    assert_int_equal(fixture_bad(fixture, NULL), 0); /* reading needs no lock */
    sqlite3_close(other);
    fixture_append(fixture, &row, 1, 1);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_database_held_by_one_program_is_said_so(void **state)
{
    struct fixture *fixture = *state;
    fixture_close(fixture);
    sqlite3 *other =
        hold(fixture->path, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
    assert_refused(fixture->path, "locked by another program");
    sqlite3_close(other);
    fixture_open(fixture);
}

static void hold_for_a_moment(const struct fixture *fixture, int pipe_end)
{
    sqlite3 *db = NULL;
    CHECK(sqlite3_open(fixture->path, &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK);
    CHECK(write(pipe_end, "+", 1) == 1);
    usleep(300000);
    CHECK(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK);
    sqlite3_close(db);
}

static void a_short_lock_is_waited_for(void **state)
{
    struct fixture *fixture = *state;
    int ends[2];
    char told;
    struct session_row row;
    fixture_session(fixture, &row);
    fixture_close(fixture);
    assert_int_equal(pipe(ends), 0);
    pid_t child = start_child(fixture, hold_for_a_moment, ends[1]);
    assert_int_equal(read(ends[0], &told, 1), 1);
    fixture_open(fixture);
    fixture_append(fixture, &row, 1, 1);
    expect_success(child);
    close(ends[0]);
    close(ends[1]);
}

static int gate[2]; /* a pipe: children wait at its end until the test closes it */

static void begin_at_once(const struct fixture *fixture, int number)
{
    (void)number;
    char nothing;
    struct error error = {0};
    close(gate[1]);
    CHECK(read(gate[0], &nothing, 1) == 0);
    struct person person;
    struct store *store = store_open(fixture->path, &error);
    if (store == NULL || !store_person(store, "李四", "", &person, &error)) {
        fprintf(stderr, "%s\n", error.message);
        _exit(1);
    }
    store_close(store);
}

static void many_programs_may_start_at_once(void **state)
{
    enum { PROGRAMS = 6 };
    struct fixture *fixture = *state;
    fixture_close(fixture);
    for (int round = 0; round < 25; round++) {
        pid_t children[PROGRAMS];
        fixture_remove_database(fixture);
        assert_int_equal(pipe(gate), 0);
        for (int i = 0; i < PROGRAMS; i++) {
            children[i] = start_child(fixture, begin_at_once, i);
        }
        close(gate[0]);
        close(gate[1]);
        for (int i = 0; i < PROGRAMS; i++) {
            expect_success(children[i]);
        }
        assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM person"), 1);
        assert_int_equal(raw_number(fixture->path, "SELECT sum(version) FROM schema"),
                         FIXTURE_VERSION);
    }
}

static void play_a_session(const struct fixture *fixture, int number)
{
    struct fixture own = *fixture;
    struct error error = {0};
    struct session_row row = {.person = fixture->person,
                              .scenario = "idle-deposit",
                              .digest = "d",
                              .seed = (uint64_t)number,
                              .mode = "exam",
                              .language = "zh"};
    own.store = store_open(fixture->path, &error);
    CHECK(own.store != NULL && store_keep_source(own.store, "d", "idle-deposit", "{}", &error) &&
          store_begin_session(own.store, &row, FIXTURE_NOW, &error));
    for (int i = 0; i < 50; i++) {
        CHECK(store_append(own.store, &row, "pick", "{}", FIXTURE_NOW + i, NULL, &error));
    }
    store_close(own.store);
}

static void a_whole_class_may_play_at_once(void **state)
{
    enum { PROGRAMS = 6 };
    struct fixture *fixture = *state;
    pid_t children[PROGRAMS];
    fixture_close(fixture);
    for (int i = 0; i < PROGRAMS; i++) {
        children[i] = start_child(fixture, play_a_session, i);
    }
    for (int i = 0; i < PROGRAMS; i++) {
        expect_success(children[i]);
    }
    fixture_open(fixture);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM event"), 50 * PROGRAMS);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_file_that_was_moved_is_missed(void **state)
{
    const struct fixture *fixture = *state;
    char moved[400];
    struct session_row row;
    struct error error = {0};
    fixture_session(fixture, &row);
    snprintf(moved, sizeof moved, "%s.old", fixture->path);
    assert_int_equal(rename(fixture->path, moved), 0);
    assert_false(store_append(fixture->store, &row, "pick", "{}", FIXTURE_NOW, NULL, &error));
    assert_int_equal(error.code, ERROR_STORE);
    assert_contains(error.message, "moved or deleted");
    assert_int_equal(rename(moved, fixture->path), 0);
    fixture_append(fixture, &row, 1, 1);
    assert_kept(fixture, &row);
}

/* ------------------------------------------------------------------------------------------ */

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(a_kill_loses_nothing),
        STORE_TEST(a_locked_database_is_said_so),
        STORE_TEST(a_database_held_by_one_program_is_said_so),
        STORE_TEST(a_short_lock_is_waited_for),
        STORE_TEST(many_programs_may_start_at_once),
        STORE_TEST(a_whole_class_may_play_at_once),
        STORE_TEST(a_file_that_was_moved_is_missed),
    };
    return cmocka_run_group_tests_name("store_sharing", tests, NULL, NULL);
}
