/*
 * test_store_log.c: events come back as they were written, and verify sees when they don't.
 */
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "core/score.h"
#include "store/chain.h"
#include "store_fixture.h"

/* ------------------------------------------------------------------------------ events ---- */

static void events_come_back_in_order(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row row;
    struct session_row other;
    struct event_row *events = NULL;
    int count = 0;
    const char *odd = "{\"say\":\"他说：\\\"不\\\"'); --\\u0000\",\"x\":[1,2]}";
    fixture_session(fixture, &row);
    fixture_session(fixture, &other);
    fixture_append(fixture, &row, 1, 12);
    fixture_append(fixture, &other, 1, 2);
    assert_true(store_append(fixture->store, &row, "take-back", odd, FIXTURE_NOW, NULL, NULL));
    assert_true(store_events(fixture->store, row.id, &events, &count, NULL));
    assert_int_equal(count, 13);
    for (int i = 0; i < 12; i++) {
        char payload[32];
        snprintf(payload, sizeof payload, "{\"n\":%d}", i + 1);
        assert_int_equal(events[i].seq, i + 1);
        assert_true(events[i].at == FIXTURE_NOW + i + 1);
        assert_string_equal(events[i].kind, "pick");
        assert_string_equal(events[i].payload, payload);
        assert_int_equal(strlen(events[i].hash), 64);
    }
    assert_string_equal(events[12].kind, "take-back");
    assert_string_equal(events[12].payload, odd);
    assert_string_equal(events[12].hash, row.head);
    store_free_events(events, count);
    assert_true(store_events(fixture->store, "nothing", &events, &count, NULL));
    assert_int_equal(count, 0);
    store_free_events(events, count);
}

struct visits {
    const struct fixture *fixture;
    char last[ULID_SIZE];
    int count, seq, stop_after;
};

static bool visit(void *data, const struct session_row *session, const struct event_row *event,
                  struct error *error)
{
    struct visits *visits = data;
    if (strcmp(visits->last, session->id) != 0) {
        assert_true(strcmp(visits->last, session->id) < 0);
        memcpy(visits->last, session->id, ULID_SIZE);
        visits->seq = 0;
    }
    assert_int_equal(event->seq, ++visits->seq);
    assert_non_null(event->payload);
    if (++visits->count == visits->stop_after) {
        return error_set(error, ERROR_SYSTEM, "the pipe is closed");
    }
    return true;
}

static void a_visit_goes_through_all_in_order(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row rows[3];
    struct error error = {0};
    for (int i = 0; i < 3; i++) {
        fixture_session(fixture, &rows[i]);
    }
    for (int n = 1; n <= 5; n++) { /* in turn, so that the order is not the file's by chance */
        fixture_append(fixture, &rows[2], n, n);
        fixture_append(fixture, &rows[0], n, n);
    }
    struct visits visits = {.count = 0};
    assert_true(store_visit_events(fixture->store, NULL, visit, &visits, NULL));
    assert_int_equal(visits.count, 10);
    visits = (struct visits){.count = 0};
    assert_true(store_visit_events(fixture->store, rows[2].id + 18, visit, &visits, NULL));
    assert_int_equal(visits.count, 5);
    visits = (struct visits){.count = 0, .stop_after = 7};
    assert_false(store_visit_events(fixture->store, NULL, visit, &visits, &error));
    assert_int_equal(visits.count, 7);
    assert_string_equal(error.message, "the pipe is closed");
    assert_false(store_visit_events(fixture->store, "ZZZZZ", visit, &visits, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    fixture_append(fixture, &rows[1], 1, 1); /* no transaction was left open */
}

/* While it runs, another program plays on, and the visitor reads in the same store. */
static bool visit_and_play(void *data, const struct session_row *session,
                           const struct event_row *event, struct error *error)
{
    struct visits *visits = data;
    struct session_row row;
    struct event_row *events = NULL;
    int count = 0;
    struct store *other = store_open(visits->fixture->path, NULL);
    assert_non_null(other);
    assert_true(store_session(other, session->id, &row, NULL));
    assert_true(store_append(other, &row, "pick", "{}", FIXTURE_NOW, NULL, NULL));
    store_close(other);
    assert_true(store_events(visits->fixture->store, session->id, &events, &count, NULL));
    assert_int_equal(count, 3);
    store_free_events(events, count);
    return visit(data, session, event, error);
}

static void a_visit_sees_one_moment(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row row;
    struct visits visits = {.fixture = fixture};
    fixture_session(fixture, &row);
    fixture_append(fixture, &row, 1, 3);
    assert_true(store_visit_events(fixture->store, NULL, visit_and_play, &visits, NULL));
    assert_int_equal(visits.count, 3);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM event"), 6);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

/* ------------------------------------------------------------------------------- chain ---- */

/* Both worked out with Python's hashlib from the description in chain.h. */
static void the_chain_is_as_described(void **state)
{
    (void)state;
    char hash[STORE_DIGEST_SIZE];
    const struct chain_start start = {
        .id = "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        .person = "01BX5ZZKBKACTAV9WEVGEMMVRZ",
        .scenario = "idle-deposit",
        .digest = "abababababababababababababababababababababababababababababababab",
        .mode = "exam",
        .language = "zh",
        .started_at = "2026-11-21T08:30:00.123Z",
        .seed = UINT64_C(9007199254740991),
        .parent = "01BX5ZZKBKACTAV9WEVGEMMVS0",
        .parent_turn = 4,
    };
    const struct chain_event event = {.seq = 1,
                                      .at = "2026-11-21T08:30:05.000Z",
                                      .kind = "begin",
                                      .payload = "{\"node\":\"柜台\"}"};
    chain_begin(&start, hash);
    assert_string_equal(hash, "7a36720d0229b243c87d447dd9ee8ea7ddac861f0a8110d2fd4f3ff1e2a0f8ed");
    chain_next(hash, &event, hash);
    assert_string_equal(hash, "a0b34ed0e7bb601dc504ecbdfe3d4c303aeac254d919c628ea531fa7d0cdd7c8");
}

static void the_guards_refuse(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const attempts[] = {
        "UPDATE event SET payload = '{}' WHERE seq = 2",
        "UPDATE event SET seq = 9 WHERE seq = 2",
        "DELETE FROM event WHERE seq = 4",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT session, seq, at, kind, '{}', hash FROM event",
        "REPLACE INTO event SELECT session, 1, at, kind, '{}', hash FROM event WHERE seq = 2",
        ("INSERT INTO event SELECT session, seq, at, kind, '{}', hash FROM event WHERE true "
         "ON CONFLICT DO UPDATE SET payload = '{}'"),
        "UPDATE session SET seed = 8",
        "UPDATE session SET person = 'x'",
        "UPDATE session SET score = 100",
        ("UPDATE session SET state = 'open', ended_at = NULL, score = NULL, band = NULL, "
         "passed = NULL, ending = NULL"),
        "DELETE FROM session",
    };
    struct session_row row;
    fixture_session(fixture, &row);
    fixture_append(fixture, &row, 1, 3);
    fixture_finish(fixture, &row);
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        if (raw_status(fixture->path, attempts[i]) != SQLITE_CONSTRAINT) {
            fail_msg("went through: %s", attempts[i]);
        }
    }
    assert_kept(fixture, &row);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static const struct tampering {
    const char *sql;
    const char *finding; /* part of what verify says */
} tamperings[] = {
    {"UPDATE event SET payload = '{\"n\":22}' WHERE seq = 2", "event 2 was changed"},
    {"UPDATE event SET payload = payload || ' ' WHERE seq = 1", "event 1 was changed"},
    {"UPDATE event SET payload = payload || char(0) || 'x' WHERE seq = 2", "zero byte"},
    {"UPDATE event SET kind = 'hint' WHERE seq = 3", "event 3 was changed"},
    {"UPDATE event SET at = '2026-11-21T08:30:01.000Z' WHERE seq = 3", "event 3 was changed"},
    /* Another first digit, whichever it was: not every hash holds an "a" to replace. */
    {"UPDATE event SET hash = iif(hash LIKE 'a%', 'b', 'a') || substr(hash, 2) WHERE seq = 3",
     "event 3 was changed"},
    {"DELETE FROM event WHERE seq = 1", "event 1 is missing"},
    {"DELETE FROM event WHERE seq = 3", "event 3 is missing"},
    {"DELETE FROM event WHERE seq = 5", "ends with number 4"},
    {"DELETE FROM event WHERE seq > 3", "ends with number 3"},
    {"DELETE FROM event", "ends with number 0"},
    {"DELETE FROM event WHERE seq = 3; UPDATE event SET seq = seq - 1 WHERE seq > 3",
     "event 3 was changed"},
    {"UPDATE event SET seq = 99 WHERE seq = 2; UPDATE event SET seq = 2 WHERE seq = 3;"
     "UPDATE event SET seq = 3 WHERE seq = 99",
     "event 2 was changed"},
    {"CREATE TEMP TABLE other AS SELECT payload FROM event WHERE seq = 2;"
     "UPDATE event SET payload = (SELECT payload FROM event WHERE seq = 3) WHERE seq = 2;"
     "UPDATE event SET payload = (SELECT payload FROM other) WHERE seq = 3",
     "event 3 was changed"},
    {"INSERT INTO event SELECT session, 6, at, 'pick', payload, hash FROM event WHERE seq = 4",
     "event 6 was changed"},
    {"DELETE FROM event WHERE seq = 5; UPDATE session SET event_count = 4", "doesn't fit the end"},
    {"DELETE FROM event WHERE seq = 5; UPDATE session SET event_count = 4, "
     "head = (SELECT hash FROM event WHERE seq = 4)",
     "its log has no end"},
    {"UPDATE session SET head = substr(head, 2) || substr(head, 1, 1)", "doesn't fit the end"},
    {"UPDATE session SET event_count = 6", "counts 6 events"},
    {"UPDATE session SET seed = 8", "what the log began with"},
    {"UPDATE session SET scenario = 'forex-browser'", "what the log began with"},
    {"UPDATE session SET kind = 'live'", "what the log began with"},
    {"UPDATE session SET mode = 'practice'", "what the log began with"},
    {"UPDATE session SET language = 'en'", "what the log began with"},
    {"UPDATE session SET started_at = '2026-11-21T08:30:00.124Z'", "what the log began with"},
    {"INSERT INTO source VALUES ('other', 'idle-deposit', '{}');"
     "UPDATE session SET digest = 'other'",
     "what the log began with"},
    {"INSERT INTO person VALUES ('other', '张三', '', ''); UPDATE session SET person = 'other'",
     "what the log began with"},
    {"UPDATE session SET score = 66.6666666666668", "the score is not"},
    {"UPDATE session SET score = 100", "the score is not"},
    {"UPDATE session SET band = 'good'", "the band is not"},
    {"UPDATE session SET passed = 0", "whether it was passed"},
    {"UPDATE session SET ending = 'referred'", "the ending is not"},
    {"UPDATE session SET ending = ''", "the ending is not"},
    {"UPDATE session SET ended_at = '2026-11-21T08:31:00.124Z'", "the time of its end"},
    {"UPDATE session SET state = 'open', ended_at = NULL, score = NULL, band = NULL, "
     "passed = NULL, ending = NULL",
     "says that it is unfinished"},
    {"DELETE FROM session", "its row is gone"},
    {"DELETE FROM person", "the person who played it"},
    {"DELETE FROM source", "the text of the scenario"},
};

static void tampering_is_seen(void **state)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof tamperings / sizeof *tamperings; i++) {
        struct session_row row;
        char messages[FIXTURE_MESSAGES];
        fixture_session(fixture, &row);
        fixture_append(fixture, &row, 1, 4);
        fixture_finish(fixture, &row);
        assert_int_equal(fixture_bad(fixture, NULL), 0);
        tamper(fixture->path, tamperings[i].sql);
        int bad = fixture_bad(fixture, messages);
        if (bad != 1 || strstr(messages, tamperings[i].finding) == NULL) {
            fail_msg("%s: %d bad: %s", tamperings[i].sql, bad, messages);
        }
        fixture_end(fixture);
        fixture_begin(fixture);
    }
}

static void one_session_is_verified_alone(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row good;
    struct session_row bad_one;
    struct error error = {0};
    char sql[128];
    int checked = -1;
    int bad = -1;
    fixture_session(fixture, &good);
    fixture_session(fixture, &bad_one);
    fixture_append(fixture, &good, 1, 2);
    fixture_append(fixture, &bad_one, 1, 2);
    snprintf(sql, sizeof sql, "UPDATE event SET payload = '{}' WHERE session = '%s'", bad_one.id);
    tamper(fixture->path, sql);
    assert_true(store_verify(fixture->store, good.id, NULL, NULL, &checked, &bad, NULL));
    assert_true(checked == 1 && bad == 0);
    assert_true(store_verify(fixture->store, bad_one.id, NULL, NULL, &checked, &bad, NULL));
    assert_true(checked == 1 && bad == 1);
    assert_true(store_verify(fixture->store, NULL, NULL, NULL, &checked, &bad, NULL));
    assert_true(checked == 2 && bad == 1);
    assert_false(store_verify(fixture->store, "ZZZZZZ", NULL, NULL, &checked, &bad, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_true(checked == 0 && bad == 0);
}

/* As cJSON writes it: in 15 digits when they come within the last bit; an ending may be null. */
static void results_fit_however_json_writes_them(void **state)
{
    const struct fixture *fixture = *state;
    static const struct {
        double score;
        const char *json;
    } cases[] = {
        {100, "100"}, {0, "0"}, {87.5, "8.75e1"}, {66.7, "66.7"}, {67.10000000000001, "67.1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct session_row row;
        char payload[128];
        const struct session_result result = {
            .score = cases[i].score, .band = BAND_EXCELLENT, .passed = false, .ending = NULL};
        snprintf(payload, sizeof payload,
                 "{\"score\":%s,\"band\":\"excellent\",\"passed\":false%s}", cases[i].json,
                 i % 3 == 0   ? ""
                 : i % 3 == 1 ? ",\"ending\":null"
                              : ",\"ending\":\"\"");
        fixture_session(fixture, &row);
        assert_true(store_append(fixture->store, &row, "end", payload, FIXTURE_NOW, &result, NULL));
    }
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void an_end_that_is_no_result_is_bad(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const payloads[] = {
        "{}", "", "[]", "null", "{\"score\":\"100\"}", "{\"score\":0,\"band\":0,\"passed\":0}"};
    int count = (int)(sizeof payloads / sizeof *payloads);
    for (int i = 0; i < count; i++) {
        struct session_row row;
        const struct session_result result = {.score = 0, .band = BAND_FAIL, .ending = ""};
        fixture_session(fixture, &row);
        assert_true(
            store_append(fixture->store, &row, "end", payloads[i], FIXTURE_NOW, &result, NULL));
        assert_int_equal(fixture_bad(fixture, NULL), i + 1);
    }
}

/* ------------------------------------------------------------------------------------------ */

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(events_come_back_in_order),
        STORE_TEST(a_visit_goes_through_all_in_order),
        STORE_TEST(a_visit_sees_one_moment),
        cmocka_unit_test(the_chain_is_as_described),
        STORE_TEST(the_guards_refuse),
        STORE_TEST(tampering_is_seen),
        STORE_TEST(one_session_is_verified_alone),
        STORE_TEST(results_fit_however_json_writes_them),
        STORE_TEST(an_end_that_is_no_result_is_bad),
    };
    return cmocka_run_group_tests_name("store_log", tests, NULL, NULL);
}
