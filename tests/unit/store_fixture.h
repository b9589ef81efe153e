/*
 * store_fixture.h: a store in a folder of its own, for the store's tests.
 *
 * The folder lies under $TMPDIR and is removed with all that is in it; the user's own store is
 * never touched. `raw` goes past the store with SQLite itself, as an intruder would. What fails
 * here fails the test, so nothing is returned.
 */
#ifndef YANLIAN_UNIT_STORE_FIXTURE_H
#define YANLIAN_UNIT_STORE_FIXTURE_H

#include <stdio.h>
#include <sys/types.h>
#include <unistd.h>

#include "store/store.h"

#define FIXTURE_VERSION 2                  /* of the newest tables */
#define FIXTURE_NOW INT64_C(1795249800123) /* 2026-11-21T08:30:00.123Z */

struct fixture {
    char folder[256];
    char path[320];       /* folder/yanlian.db */
    struct store *store;  /* NULL while closed */
    struct person person; /* 王小明, without a number */
};

void fixture_begin(struct fixture *fixture); /* makes the folder and opens the store */
void fixture_end(struct fixture *fixture);
void fixture_open(struct fixture *fixture);
void fixture_close(struct fixture *fixture);

void fixture_remove_database(const struct fixture *fixture); /* while it is closed */

/* A session of idle-deposit, begun at FIXTURE_NOW with seed 7; its source is kept. */
void fixture_session(const struct fixture *fixture, struct session_row *row);
/* Appends {"n":N} at FIXTURE_NOW + N for N in `first` .. `last`. */
void fixture_append(const struct fixture *fixture, struct session_row *row, int first, int last);
/* Ends it as pass with 66.6..., "card". */
void fixture_finish(const struct fixture *fixture, struct session_row *row);

/* For each test: a fixture as its state, made and removed. Include cmocka.h before using it. */
int fixture_set_up(void **state);
int fixture_tear_down(void **state);
#define STORE_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

void assert_contains(const char *text, const char *part);
void assert_same_row(const struct session_row *a, const struct session_row *b);
/* `row` is what the file holds, too, seen by another connection. */
void assert_kept(const struct fixture *fixture, const struct session_row *row);

/* How many sessions store_verify finds bad; its messages, one a line, in `messages` if not NULL. */
#define FIXTURE_MESSAGES 4096
int fixture_bad(const struct fixture *fixture, char messages[FIXTURE_MESSAGES]);

/* SQLite's result code of running `sql` on the file. */
int raw_status(const char *path, const char *sql);
void raw(const char *path, const char *sql); /* has to succeed */
int raw_number(const char *path, const char *sql);
/* The same as raw, with the guards of the log taken off before. */
void tamper(const char *path, const char *sql);

/* A whole life of a store at `path`. Returns how many of its four events were acknowledged. */
int store_live(const char *path, struct error *error);
/* Reads all there is after one life; less is ERROR_TAMPERED. */
void store_look(const char *path, struct error *error);

/* Opening `path` is refused in words that contain `part`. */
void assert_refused(const char *path, const char *part);

/* ------------------------------ children: processes of their own, forked from the test ---- */

/* A child may not use cmocka's asserts: it would run on as a second test program. */
#define CHECK(condition)                                                            \
    do {                                                                            \
        if (!(condition)) {                                                         \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
            _exit(1);                                                               \
        }                                                                           \
    } while (0)

typedef void child_work(const struct fixture *fixture, int number);

/* The fixture has to be closed: a connection does not survive a fork. */
pid_t start_child(const struct fixture *fixture, child_work *work, int number);
void expect_success(pid_t child);
void run_child(const struct fixture *fixture, child_work *work); /* both, with number 0 */
void check_refusal(const struct error *error, const char *path, const char *part);

#endif
