/*
 * store_fixture.c: makes, fills and removes a store for a test.
 */
#include "store_fixture.h"

#include <ftw.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "core/score.h"

#define DIGEST "abababababababababababababababababababababababababababababababab"

static void succeed(bool outcome, const struct error *error)
{
    if (!outcome) {
        fail_msg("%s: %s", error->file, error->message);
    }
}

void fixture_open(struct fixture *fixture)
{
    struct error error = {0};
    assert_null(fixture->store);
    fixture->store = store_open(fixture->path, &error);
    succeed(fixture->store != NULL, &error);
}

void fixture_close(struct fixture *fixture)
{
    store_close(fixture->store);
    fixture->store = NULL;
}

void fixture_begin(struct fixture *fixture)
{
    struct error error = {0};
    const char *parent = getenv("TMPDIR");
    *fixture = (struct fixture){.store = NULL};
    snprintf(fixture->folder, sizeof fixture->folder, "%s/yanlian-store.XXXXXX",
             parent != NULL ? parent : "/tmp");
    assert_non_null(mkdtemp(fixture->folder));
    snprintf(fixture->path, sizeof fixture->path, "%s/yanlian.db", fixture->folder);
    fixture_open(fixture);
    succeed(store_person(fixture->store, "王小明", "", &fixture->person, &error), &error);
    succeed(store_keep_source(fixture->store, DIGEST, "idle-deposit", "{\"files\":[]}", &error),
            &error);
}

void fixture_remove_database(const struct fixture *fixture)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        char path[400];
        snprintf(path, sizeof path, "%s%s", fixture->path, endings[i]);
        unlink(path);
    }
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status;
    (void)type;
    (void)walk;
    return remove(path);
}

void fixture_end(struct fixture *fixture)
{
    fixture_close(fixture);
    assert_int_equal(nftw(fixture->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
}

void fixture_session(const struct fixture *fixture, struct session_row *row)
{
    struct error error = {0};
    *row = (struct session_row){.person = fixture->person,
                                .scenario = "idle-deposit",
                                .digest = DIGEST,
                                .seed = 7,
                                .mode = "exam",
                                .language = "zh"};
    succeed(store_begin_session(fixture->store, row, FIXTURE_NOW, &error), &error);
}

void fixture_append(const struct fixture *fixture, struct session_row *row, int first, int last)
{
    struct error error = {0};
    for (int n = first; n <= last; n++) {
        char payload[32];
        snprintf(payload, sizeof payload, "{\"n\":%d}", n);
        succeed(store_append(fixture->store, row, "pick", payload, FIXTURE_NOW + n, NULL, &error),
                &error);
    }
}

void fixture_finish(const struct fixture *fixture, struct session_row *row)
{
    struct error error = {0};
    const struct session_result result = {
        .score = 200.0 / 3, .band = BAND_PASS, .passed = true, .ending = "card"};
    succeed(store_append(fixture->store, row, "end",
                         "{\"score\":66.66666666666667,\"band\":\"pass\",\"passed\":true,"
                         "\"ending\":\"card\"}",
                         FIXTURE_NOW + 60000, &result, &error),
            &error);
}

int fixture_set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    assert_non_null(fixture);
    fixture_begin(fixture);
    *state = fixture;
    return 0;
}

int fixture_tear_down(void **state)
{
    fixture_end(*state);
    free(*state);
    return 0;
}

/* ------------------------------------------------------------------------------ verify ---- */

static void collect(void *data, const char *session, const char *message)
{
    char *messages = data;
    size_t length = strlen(messages);
    assert_non_null(session);
    snprintf(messages + length, FIXTURE_MESSAGES - length, "%s\n", message);
}

int fixture_bad(const struct fixture *fixture, char messages[FIXTURE_MESSAGES])
{
    struct error error = {0};
    char thrown_away[FIXTURE_MESSAGES];
    char *out = messages != NULL ? messages : thrown_away;
    int checked = -1;
    int bad = -1;
    out[0] = '\0';
    succeed(store_verify(fixture->store, NULL, collect, out, &checked, &bad, &error), &error);
    assert_true(bad >= 0 && bad <= checked);
    assert_int_equal(bad == 0, out[0] == '\0');
    return bad;
}

/* ----------------------------------------------------------------------------- asserts ---- */

void assert_contains(const char *text, const char *part)
{
    if (strstr(text, part) == NULL) {
        fail_msg("\"%s\" is not in \"%s\"", part, text);
    }
}

void assert_same_row(const struct session_row *a, const struct session_row *b)
{
    assert_string_equal(a->id, b->id);
    assert_string_equal(a->person.id, b->person.id);
    assert_string_equal(a->person.name, b->person.name);
    assert_string_equal(a->person.staff_number, b->person.staff_number);
    assert_string_equal(a->scenario, b->scenario);
    assert_string_equal(a->digest, b->digest);
    assert_true(a->seed == b->seed);
    assert_string_equal(a->mode, b->mode);
    assert_string_equal(a->language, b->language);
    assert_true(a->started_at == b->started_at && a->ended_at == b->ended_at);
    assert_int_equal(a->state, b->state);
    assert_true(a->score == b->score);
    assert_int_equal(a->band, b->band);
    assert_int_equal(a->passed, b->passed);
    assert_string_equal(a->ending, b->ending);
    assert_int_equal(a->event_count, b->event_count);
    assert_string_equal(a->parent, b->parent);
    assert_int_equal(a->parent_turn, b->parent_turn);
    assert_string_equal(a->head, b->head);
}

void assert_kept(const struct fixture *fixture, const struct session_row *row)
{
    struct session_row read;
    struct store *other = store_open(fixture->path, NULL);
    assert_non_null(other);
    assert_true(store_session(other, row->id, &read, NULL));
    assert_same_row(&read, row);
    store_close(other);
}

/* --------------------------------------------------------------------------------- raw ---- */

static sqlite3 *raw_open(const char *path)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_busy_timeout(db, 5000);
    return db;
}

int raw_status(const char *path, const char *sql)
{
    sqlite3 *db = raw_open(path);
    int status = sqlite3_exec(db, sql, NULL, NULL, NULL);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return status;
}

void raw(const char *path, const char *sql)
{
    assert_int_equal(raw_status(path, sql), SQLITE_OK);
}

int raw_number(const char *path, const char *sql)
{
    sqlite3 *db = raw_open(path);
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int number = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return number;
}

void tamper(const char *path, const char *sql)
{
    raw(path, "DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted;"
              "DROP TRIGGER event_is_never_replaced; DROP TRIGGER session_keeps_its_beginning;"
              "DROP TRIGGER session_keeps_its_result; DROP TRIGGER session_is_never_deleted;"
              "DROP TRIGGER IF EXISTS journal_event_is_never_changed;"
              "DROP TRIGGER IF EXISTS journal_event_is_never_deleted;"
              "DROP TRIGGER IF EXISTS journal_event_is_never_replaced;"
              "DROP TRIGGER IF EXISTS journal_is_never_deleted;"
              "DROP TRIGGER IF EXISTS session_keeps_its_class;"
              "DROP TRIGGER IF EXISTS journal_keeps_its_beginning");
    raw(path, sql);
}

/* ------------------------------------------------------------------------------- lives ---- */

enum { BUNDLE_LENGTH = 10000 }; /* more than a page: SQLite has to put it together */

static bool keep_large_source(struct store *store, struct error *error)
{
    char bundle[BUNDLE_LENGTH + 1];
    memset(bundle, ' ', BUNDLE_LENGTH);
    bundle[BUNDLE_LENGTH] = '\0';
    return store_keep_source(store, "d", "idle-deposit", bundle, error);
}

int store_live(const char *path, struct error *error)
{
    int acknowledged = 0;
    struct session_row row = {
        .scenario = "idle-deposit", .digest = "d", .mode = "exam", .language = "zh"};
    const struct session_result result = {.score = 50, .band = BAND_FAIL, .ending = "left"};
    struct store *store = store_open(path, error);
    if (store == NULL) {
        return 0;
    }
    bool good = store_person(store, "王小明", "7", &row.person, error) &&
                store_set_setting(store, "person", row.person.id, error) &&
                keep_large_source(store, error) &&
                store_begin_session(store, &row, FIXTURE_NOW, error);
    for (int n = 0; good && n < 3; n++) {
        good = store_append(store, &row, "pick", "{}", FIXTURE_NOW + n, NULL, error);
        acknowledged += good;
    }
    good = good &&
           store_append(store, &row, "end",
                        "{\"score\":50,\"band\":\"fail\",\"passed\":false,\"ending\":\"left\"}",
                        FIXTURE_NOW + 4, &result, error);
    acknowledged += good;
    store_close(store);
    return acknowledged;
}

void store_look(const char *path, struct error *error)
{
    const struct session_filter any = {.state = -1};
    struct session_row *rows = NULL;
    struct event_row *events = NULL;
    int count = 0;
    int event_count = 0;
    int bad = 0;
    char *setting = NULL;
    struct store *store = store_open(path, error);
    if (store == NULL) {
        return;
    }
    bool good = store_sessions(store, &any, &rows, &count, error);
    if (good && count > 0) {
        good = store_events(store, rows[0].id, &events, &event_count, error) &&
               store_session(store, rows[0].id + 12, &rows[0], error);
        if (good && (event_count != 4 || rows[0].person.name[0] == '\0')) {
            error_set(error, ERROR_TAMPERED, "less was read than there is");
        }
    }
    int checked = 0;
    if (good && store_verify(store, NULL, NULL, NULL, &checked, &bad, error) && bad > 0) {
        error_set(error, ERROR_TAMPERED, "good sessions look bad");
    }
    store_free_events(events, event_count);
    free(rows);
    char *bundle = good && count > 0 ? store_source(store, "d", error) : NULL;
    if (bundle != NULL && strlen(bundle) != BUNDLE_LENGTH) {
        error_set(error, ERROR_TAMPERED, "a source was cut");
    }
    free(bundle);
    if (store_get_setting(store, "person", &setting, error)) {
        free(setting);
    }
    store_close(store);
}

/* ---------------------------------------------------------------------------- children ---- */

pid_t start_child(const struct fixture *fixture, child_work *work, int number)
{
    assert_null(fixture->store); /* a connection does not survive a fork */
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        work(fixture, number);
        _exit(0);
    }
    return child;
}

void expect_success(pid_t child)
{
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

void run_child(const struct fixture *fixture, child_work *work)
{
    expect_success(start_child(fixture, work, 0));
}

void check_refusal(const struct error *error, const char *path, const char *part)
{
    if (error->code != ERROR_STORE || strcmp(error->file, path) != 0 ||
        strstr(error->message, part) == NULL) {
        fprintf(stderr, "expected \"%s: %s\", got %d \"%s: %s\"\n", path, part, (int)error->code,
                error->file, error->message);
        _exit(1);
    }
}

void assert_refused(const char *path, const char *part)
{
    struct error error = {0};
    assert_null(store_open(path, &error));
    assert_int_equal(error.code, ERROR_STORE);
    assert_string_equal(error.file, path);
    assert_contains(error.message, part);
}
