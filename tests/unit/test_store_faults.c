/*
 * test_store_faults.c: full disks, failing disks, no memory.
 *
 * SQLite's writes and opens go through functions of this program (its VFS lets them be replaced),
 * as do fdatasync and SQLite's memory, so that the first, second, third ... of them can be made to
 * fail. What was acknowledged has to be there afterwards, every time.
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <cmocka.h>

#include "store/database.h"
#include "store_fixture.h"

/* ------------------------------------------------------------ what can be made to fail ---- */

enum fault { FAULT_NONE, FAULT_WRITE, FAULT_SYNC, FAULT_OPEN, FAULT_MEMORY };

static struct {
    enum fault fault;
    int error;     /* errno that a failing call leaves */
    int countdown; /* calls that still succeed */
    bool lasting;  /* all later ones fail, too */
    int fired;     /* calls that failed */
} faults;

static int syncs; /* calls of fdatasync and fsync so far */

static void arm(enum fault fault, int error, int countdown, bool lasting)
{
    faults.fault = fault;
    faults.error = error;
    faults.countdown = countdown;
    faults.lasting = lasting;
    faults.fired = 0;
}

/* How many calls failed. */
static int disarm(void)
{
    faults.fault = FAULT_NONE;
    return faults.fired;
}

static bool fails(enum fault fault)
{
    if (faults.fault != fault || faults.countdown-- > 0 || (faults.fired > 0 && !faults.lasting)) {
        return false;
    }
    faults.fired++;
    errno = faults.error;
    return true;
}

/* These take the C library's place. No power is cut in these tests: nothing need reach the disk. */
int fdatasync(int file) /* NOLINT(readability-inconsistent-declaration-parameter-name) */
{
    (void)file;
    syncs++;
    return fails(FAULT_SYNC) ? -1 : 0;
}

int fsync(int file) /* NOLINT(readability-inconsistent-declaration-parameter-name) */
{
    return fdatasync(file);
}

static ssize_t faulty_pwrite(int file, const void *bytes, size_t count, off_t offset)
{
    return fails(FAULT_WRITE) ? -1 : pwrite(file, bytes, count, offset);
}

static int faulty_ftruncate(int file, off_t size)
{
    return fails(FAULT_WRITE) ? -1 : ftruncate(file, size);
}

static int faulty_open(const char *path, int flags, int mode)
{
    bool writes = (flags & O_ACCMODE) != O_RDONLY;
    return writes && fails(FAULT_OPEN) ? -1 : open(path, flags, mode);
}

static sqlite3_mem_methods memory; /* SQLite's own */

static void *faulty_malloc(int size)
{
    return fails(FAULT_MEMORY) ? NULL : memory.xMalloc(size);
}

static void *faulty_realloc(void *block, int size)
{
    return fails(FAULT_MEMORY) ? NULL : memory.xRealloc(block, size);
}

static void replace_call(const char *name, sqlite3_syscall_ptr call)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    if (vfs->xGetSystemCall(vfs, name) != NULL) {
        assert_int_equal(vfs->xSetSystemCall(vfs, name, call), SQLITE_OK);
    }
}

static void replace_calls(void)
{
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory), SQLITE_OK);
    sqlite3_mem_methods faulty = memory;
    faulty.xMalloc = faulty_malloc;
    faulty.xRealloc = faulty_realloc;
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_MALLOC, &faulty), SQLITE_OK);
    assert_int_equal(sqlite3_initialize(), SQLITE_OK);
    replace_call("pwrite", (sqlite3_syscall_ptr)faulty_pwrite);
    replace_call("pwrite64", (sqlite3_syscall_ptr)faulty_pwrite);
    replace_call("ftruncate", (sqlite3_syscall_ptr)faulty_ftruncate);
    replace_call("open", (sqlite3_syscall_ptr)faulty_open);
}

/* ---------------------------------------------------------------------------- the disk ---- */

static void an_append_waits_for_the_disk_once(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row row;
    fixture_session(fixture, &row);
    fixture_append(fixture, &row, 1, 3);
    for (int n = 4; n < 100; n++) {
        int before = syncs;
        fixture_append(fixture, &row, n, n);
        assert_int_equal(syncs - before, 1);
    }
    int before = syncs;
    fixture_finish(fixture, &row);
    assert_int_equal(syncs - before, 1);
}

/* What the store holds after `store_live` met a fault at step `step`. */
static void assert_intact(struct fixture *fixture, int step, int acknowledged)
{
    fixture_open(fixture);
    if (fixture_bad(fixture, NULL) != 0) {
        fail_msg("step %d: a session is damaged", step);
    }
    int events = raw_number(fixture->path, "SELECT count(*) FROM event");
    /* One may be there that was not acknowledged: the disk failed on the very last step. */
    if (events < acknowledged || events > acknowledged + 1) {
        fail_msg("step %d: %d events acknowledged, %d there", step, acknowledged, events);
    }
    fixture_close(fixture);
}

/* Many allocations are alike: after the first hundred, not each of them has its turn. */
static int next_step(int step)
{
    return step < 100 ? step + 1 : step + 1 + step / 40;
}

/* Makes the first, second, third ... call fail until a whole life passes without reaching it. */
static void sweep_life(struct fixture *fixture, enum fault fault, int error_number, bool lasting,
                       const char *part, int at_least)
{
    int refused = 0;
    fixture_close(fixture);
    for (int step = 0;; step = next_step(step)) {
        struct error error = {0};
        fixture_remove_database(fixture);
        arm(fault, error_number, step, lasting);
        int acknowledged = store_live(fixture->path, &error);
        if (disarm() == 0) {
            assert_int_equal(error.code, ERROR_NONE);
            assert_int_equal(acknowledged, 4);
            break;
        }
        if (error.code != ERROR_NONE) {
            refused++;
            assert_contains(error.message, part);
            assert_string_equal(error.file, fixture->path);
        } else {
            assert_int_equal(acknowledged, 4);
        }
        assert_intact(fixture, step, acknowledged);
        error = (struct error){0};
        assert_int_equal(store_live(fixture->path, &error), 4); /* and it goes on */
    }
    assert_true(refused >= at_least);
}

static void a_disk_that_fills_loses_nothing(void **state)
{
    sweep_life(*state, FAULT_WRITE, ENOSPC, true, "the disk is full", 15);
}

static void a_disk_full_for_a_moment_loses_nothing(void **state)
{
    sweep_life(*state, FAULT_WRITE, ENOSPC, false, "the disk is full", 15);
}

static void a_quota_is_a_full_disk(void **state)
{
    /* While the file is being made, SQLite keeps the reason to itself. */
    sweep_life(*state, FAULT_WRITE, EDQUOT, true, "the disk ", 15);
}

static void a_failing_disk_loses_nothing(void **state)
{
    sweep_life(*state, FAULT_WRITE, EIO, true, "can't be read or written", 15);
}

static void a_failing_sync_is_no_commit(void **state)
{
    sweep_life(*state, FAULT_SYNC, EIO, true, "can't be read or written", 8);
}

static void a_sync_that_fails_once_is_no_commit(void **state)
{
    sweep_life(*state, FAULT_SYNC, EIO, false, "can't be read or written", 8);
}

static void no_memory_loses_nothing(void **state)
{
    sweep_life(*state, FAULT_MEMORY, ENOMEM, true, "there is no memory left", 100);
}

static void no_memory_for_a_moment_loses_nothing(void **state)
{
    sweep_life(*state, FAULT_MEMORY, ENOMEM, false, "there is no memory left", 100);
}

/* Reading never passes off as whole what it had no memory for. */
static void reading_without_memory_is_said_so(void **state)
{
    struct fixture *fixture = *state;
    int refused = 0;
    struct error error = {0};
    fixture_close(fixture);
    fixture_remove_database(fixture);
    assert_int_equal(store_live(fixture->path, &error), 4);
    for (int step = 0;; step = next_step(step)) {
        arm(FAULT_MEMORY, ENOMEM, step, false);
        error = (struct error){0};
        store_look(fixture->path, &error);
        if (disarm() == 0) {
            assert_int_equal(error.code, ERROR_NONE);
            break;
        }
        if (error.code != ERROR_NONE) {
            refused++;
            assert_contains(error.message, "there is no memory left");
        }
    }
    assert_true(refused >= 100);
}

static void append_past_the_limit(const struct fixture *fixture, int number)
{
    (void)number;
    struct error error = {0};
    struct rlimit limit;
    struct session_row row;
    int count = 0;
    struct store *store = store_open(fixture->path, &error);
    CHECK(store != NULL);
    CHECK(store_session(store, "0000", &row, &error) || error.code == ERROR_NOT_FOUND);
    struct session_row *rows = NULL;
    CHECK(store_sessions(store, &(struct session_filter){.state = -1}, &rows, &count, &error));
    CHECK(count == 1);
    row = rows[0];
    free(rows);
    CHECK(signal(SIGXFSZ, SIG_IGN) != SIG_ERR);
    CHECK(getrlimit(RLIMIT_FSIZE, &limit) == 0);
    struct rlimit tight = {.rlim_cur = 131072, .rlim_max = limit.rlim_max};
    CHECK(setrlimit(RLIMIT_FSIZE, &tight) == 0);
    while (store_append(store, &row, "pick", "{}", FIXTURE_NOW, NULL, &error)) {
        CHECK(row.event_count < 10000);
    }
    check_refusal(&error, fixture->path, "the disk is full");
    CHECK(row.event_count > 5);
    struct session_row read;
    CHECK(store_session(store, row.id, &read, &error) && read.event_count == row.event_count);
    CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    CHECK(store_append(store, &row, "pick", "{}", FIXTURE_NOW, NULL, &error));
    store_close(store);
}

static void a_limit_on_file_size_loses_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct session_row row;
    fixture_session(fixture, &row);
    fixture_close(fixture);
    run_child(fixture, append_past_the_limit);
    fixture_open(fixture);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_full_database_says_so(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row row;
    struct error error = {0};
    char payload[2001];
    memset(payload, ' ', sizeof payload - 1);
    payload[sizeof payload - 1] = '\0';
    fixture_session(fixture, &row);
    assert_true(database_execute(fixture->store, "PRAGMA max_page_count = 30", NULL));
    while (store_append(fixture->store, &row, "pick", payload, FIXTURE_NOW, NULL, &error)) {
        assert_true(row.event_count < 1000);
    }
    assert_int_equal(error.code, ERROR_STORE);
    assert_contains(error.message, "the disk is full");
    assert_kept(fixture, &row);
    assert_true(database_execute(fixture->store, "PRAGMA max_page_count = 10000", NULL));
    fixture_append(fixture, &row, 1, 1);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_read_only_disk_is_said_so(void **state)
{
    struct fixture *fixture = *state;
    fixture_close(fixture);
    arm(FAULT_OPEN, EROFS, 0, true);
    assert_refused(fixture->path, "can't be written; make both writable");
    assert_true(disarm() > 0);
    fixture_open(fixture);
}

/* ------------------------------------------------------------------------------------------ */

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(an_append_waits_for_the_disk_once),
        STORE_TEST(a_disk_that_fills_loses_nothing),
        STORE_TEST(a_disk_full_for_a_moment_loses_nothing),
        STORE_TEST(a_quota_is_a_full_disk),
        STORE_TEST(a_failing_disk_loses_nothing),
        STORE_TEST(a_failing_sync_is_no_commit),
        STORE_TEST(a_sync_that_fails_once_is_no_commit),
        STORE_TEST(no_memory_loses_nothing),
        STORE_TEST(no_memory_for_a_moment_loses_nothing),
        STORE_TEST(reading_without_memory_is_said_so),
        STORE_TEST(a_limit_on_file_size_loses_nothing),
        STORE_TEST(a_full_database_says_so),
        STORE_TEST(a_read_only_disk_is_said_so),
    };
    replace_calls();
    return cmocka_run_group_tests_name("store_faults", tests, NULL, NULL);
}
