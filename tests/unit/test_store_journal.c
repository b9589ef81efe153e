/*
 * test_store_journal.c: the logs of courses and gradings: kept, chained, and never rewritten.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "practice/export.h"
#include "store/chain.h"
#include "store/classes.h"
#include "store/journal.h"
#include "unit/store_fixture.h"

static void begin(const struct fixture *fixture, struct journal_row *row)
{
    struct error error = {0};
    struct class_row class = {.id = "spring", .title = "春季班", .pass_mark = 60};
    struct trainer trainer = {.name = "陈", .hash = "$argon2id$none"};
    if (!store_class(fixture->store, class.id, &class, NULL)) {
        assert_true(store_add_class(fixture->store, &class, &error));
    }
    if (!store_trainer(fixture->store, "陈", &trainer, NULL)) {
        assert_true(store_add_trainer(fixture->store, &trainer, &error));
    }
    *row = (struct journal_row){.class = "spring", .what = "course", .subject = "existing"};
    memcpy(row->trainer, trainer.id, sizeof row->trainer);
    assert_true(store_begin_journal(fixture->store, row, FIXTURE_NOW, &error));
}

static void append(const struct fixture *fixture, struct journal_row *row, const char *kind,
                   const char *payload)
{
    struct error error = {0};
    if (!store_append_journal(fixture->store, row, kind, payload, FIXTURE_NOW + 5, &error)) {
        fail_msg("%s", error.message);
    }
}

/* ----------------------------------------------------------------------------- the log ---- */

static void events_come_back_as_they_went_in(void **state)
{
    const struct fixture *fixture = *state;
    struct journal_row row, read;
    struct event_row *events;
    int count;
    begin(fixture, &row);
    append(fixture, &row, "start", "{\"n\":1}");
    append(fixture, &row, "board", "{\"text\":\"睡眠户\"}");
    assert_int_equal(row.event_count, 2);
    assert_true(store_journal(fixture->store, row.id, &read, NULL));
    assert_memory_equal(read.head, row.head, sizeof row.head);
    assert_int_equal(read.event_count, 2);
    assert_int_equal(read.started_at, FIXTURE_NOW);
    assert_true(store_journal_events(fixture->store, row.id, &events, &count, NULL));
    assert_int_equal(count, 2);
    assert_string_equal(events[0].kind, "start");
    assert_int_equal(events[0].at, FIXTURE_NOW + 5);
    assert_string_equal(events[1].payload, "{\"text\":\"睡眠户\"}");
    store_free_events(events, count);
}

/* Newest first; of all classes without one, and by subject. */
static void journals_are_found(void **state)
{
    const struct fixture *fixture = *state;
    struct journal_row first, second, *rows;
    int count;
    begin(fixture, &first);
    begin(fixture, &second);
    assert_true(store_journals(fixture->store, NULL, "course", NULL, &rows, &count, NULL));
    assert_int_equal(count, 2);
    assert_string_equal(rows[0].id, second.id);
    free(rows);
    assert_true(store_journals(fixture->store, "spring", "course", "other", &rows, &count, NULL));
    assert_int_equal(count, 0);
    free(rows);
    assert_true(store_journals(fixture->store, "spring", "grade", NULL, &rows, &count, NULL));
    assert_int_equal(count, 0);
    free(rows);
    assert_false(store_journal(fixture->store, "01ARZ3NDEKTSV4RRFFQ69G5FAV", &first, NULL));
}

/* Two programs have it open: the second to write is told, and changes nothing. */
static void two_writers_do_not_mix(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    struct journal_row row, other;
    begin(fixture, &row);
    other = row;
    append(fixture, &row, "start", "{}");
    assert_false(
        store_append_journal(fixture->store, &other, "pause", "{}", FIXTURE_NOW + 6, &error));
    assert_int_equal(error.code, ERROR_STORE);
    assert_contains(error.message, "written to elsewhere");
    assert_int_equal(other.event_count, 0);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM journal_event"), 1);
}

/* ------------------------------------------------------------------------------- chain ---- */

/* Worked out with Python's hashlib from the description in chain.h. */
static void the_chain_is_as_described(void **state)
{
    (void)state;
    char hash[STORE_DIGEST_SIZE];
    chain_begin_journal(&(struct chain_journal){.id = "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                                                .class = "spring-2026",
                                                .what = "course",
                                                .subject = "existing-customers",
                                                .trainer = "01BX5ZZKBKACTAV9WEVGEMMVRZ",
                                                .started_at = "2026-11-21T08:30:00.123Z"},
                        hash);
    assert_string_equal(hash, "089d7f10a5b108e7bca5d00447962f92d1d6db90c8dd2557caf84daccc9d80b8");
    /* Of a session that is live and has a class, what it began with goes on behind the branch. */
    chain_begin(&(struct chain_start){.id = "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                                      .person = "01BX5ZZKBKACTAV9WEVGEMMVRZ",
                                      .scenario = "idle-deposit",
                                      .digest = "abab",
                                      .mode = "class",
                                      .language = "zh",
                                      .started_at = "2026-11-21T08:30:00.123Z",
                                      .seed = 1,
                                      .parent = "",
                                      .kind = "live",
                                      .class = "spring-2026"},
                hash);
    assert_string_equal(hash, "0002040243f77aec19ff1ea24aa67503ba7cb9f33b76920f6d2bb710aae18951");
}

static void edits_are_found(void **state)
{
    static const struct {
        const char *sql, *message;
    } edits[] = {
        {"UPDATE journal_event SET payload = '{\"n\":2}' WHERE seq = 2", "event 2 was changed"},
        {"UPDATE journal_event SET at = '2026-11-21T09:00:00.000Z' WHERE seq = 1",
         "event 1 was changed"},
        {"DELETE FROM journal_event WHERE seq = 1", "event 1 is missing"},
        {"DELETE FROM journal_event WHERE seq = 3", "its row counts 3 events"},
        {"UPDATE journal SET subject = 'another'", "event 1 was changed"},
        {"UPDATE journal SET head = 'x'", "doesn't fit the end of its log"},
        {"PRAGMA foreign_keys = OFF; DELETE FROM journal", "its row is gone"},
        {"PRAGMA foreign_keys = OFF; DELETE FROM trainer", "the trainer who wrote it"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        struct fixture fixture;
        struct journal_row row;
        char messages[FIXTURE_MESSAGES];
        fixture_begin(&fixture);
        begin(&fixture, &row);
        append(&fixture, &row, "start", "{}");
        append(&fixture, &row, "board", "{\"n\":1}");
        append(&fixture, &row, "leave", "{}");
        assert_int_equal(fixture_bad(&fixture, messages), 0);
        tamper(fixture.path, edits[i].sql);
        assert_int_equal(fixture_bad(&fixture, messages), 1);
        assert_contains(messages, edits[i].message);
        fixture_end(&fixture);
    }
}

static void the_guards_hold(void **state)
{
    const struct fixture *fixture = *state;
    struct journal_row row;
    begin(fixture, &row);
    append(fixture, &row, "start", "{}");
    assert_int_not_equal(raw_status(fixture->path, "UPDATE journal_event SET payload = ''"), 0);
    assert_int_not_equal(raw_status(fixture->path, "DELETE FROM journal_event"), 0);
    assert_int_not_equal(raw_status(fixture->path, "UPDATE journal SET class = ''"), 0);
    assert_int_not_equal(raw_status(fixture->path, "DELETE FROM journal"), 0);
    assert_int_not_equal(raw_status(fixture->path, "INSERT OR REPLACE INTO journal_event SELECT "
                                                   "* FROM journal_event"),
                         0);
}

/* ------------------------------------------------------------------------------ export ---- */

static char *exported(const struct fixture *fixture, enum export_format format)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_true(export_journals(fixture->store, EXPORT_COURSES, format, out, NULL));
    fclose(out);
    return text;
}

static void journals_are_exported(void **state)
{
    const struct fixture *fixture = *state;
    struct journal_row row;
    begin(fixture, &row);
    append(fixture, &row, "board", "{\"text\":\"=1+1, 两多\"}");
    char *csv = exported(fixture, EXPORT_CSV);
    assert_contains(csv, "\xEF\xBB\xBFjournal,class,subject,trainer,seq,at,kind,payload,hash\r\n");
    assert_contains(csv, ",spring,existing,陈,1,2026-11-21T08:30:00.128Z,board,"
                         "\"{\"\"text\"\":\"\"=1+1, 两多\"\"}\",");
    free(csv);
    char *json = exported(fixture, EXPORT_JSONL);
    assert_contains(json, "\"seq\":1,\"at\":\"2026-11-21T08:30:00.128Z\",\"kind\":\"board\","
                          "\"payload\":{\"text\":\"=1+1, 两多\"},");
    free(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(events_come_back_as_they_went_in),
        STORE_TEST(journals_are_found),
        STORE_TEST(two_writers_do_not_mix),
        cmocka_unit_test(the_chain_is_as_described),
        cmocka_unit_test(edits_are_found),
        STORE_TEST(the_guards_hold),
        STORE_TEST(journals_are_exported),
    };
    return cmocka_run_group_tests_name("store_journal", tests, NULL, NULL);
}
