/*
 * test_store_migration.c: a store that an older program wrote is brought up to date, and what was
 * played in it still verifies, replays and goes on.
 *
 * tests/cases/stores/version-1.sql is such a store, kept as text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "practice/play.h"
#include "unit/small.h"
#include "unit/store_fixture.h"

static const char finished[] = "01M805YBW2PZW726ENCV4T0NHK";
static const char unfinished[] = "01M805YBWJS924KEY3FRAGKD6A";

/* In place of the fixture's own, new store. It is left closed. */
static void put_version_1(struct fixture *fixture)
{
    size_t length;
    char *path = source_path("tests/cases/stores/version-1.sql");
    char *sql = small_read(path, &length);
    fixture_close(fixture);
    fixture_remove_database(fixture);
    raw(fixture->path, sql);
    assert_int_equal(raw_number(fixture->path, "SELECT version FROM schema"), 1);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM session"), 2);
    free(sql);
    free(path);
}

static void version_1_is_brought_up_to_date(void **state)
{
    struct fixture *fixture = *state;
    put_version_1(fixture);
    fixture_open(fixture);
    assert_int_equal(raw_number(fixture->path, "SELECT version FROM schema"), FIXTURE_VERSION);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM schema"), 1);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM class"), 0);
    struct session_row *rows;
    int count;
    const struct session_filter any = {.state = -1};
    assert_true(store_sessions(fixture->store, &any, &rows, &count, NULL));
    assert_int_equal(count, 2);
    for (int i = 0; i < count; i++) {
        assert_false(rows[i].live);
        assert_string_equal(rows[i].class, "");
    }
    free(rows);
    fixture_close(fixture);
    fixture_open(fixture); /* and it is done once */
}

static void what_version_1_logged_verifies_and_replays(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    put_version_1(fixture);
    fixture_open(fixture);
    int checked = 0, bad = 0;
    assert_true(store_verify(fixture->store, NULL, NULL, NULL, &checked, &bad, &error));
    assert_true(checked >= 2);
    assert_int_equal(bad, 0);
    struct play *play = play_open(fixture->store, finished, &error);
    if (!play)
        fail_msg("%s", error.message);
    assert_string_equal(play_row(play)->person.name, "王小明");
    assert_int_equal(session_phase(play_session(play)), SESSION_OVER);
    assert_true(play_row(play)->score == 100);
    play_close(play, -1);
}

static void what_version_1_left_open_goes_on(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    put_version_1(fixture);
    fixture_open(fixture);
    struct play *play = play_resume(fixture->store, unfinished, &error);
    if (!play)
        fail_msg("%s", error.message);
    const struct session *session = play_session(play);
    const struct node *node = &session_scenario(session)->nodes[session_state(session)->node];
    assert_true(play_pick(play, node_find_response(node, "ask"), 100, &error));
    play_close(play, 0);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void an_edit_of_a_version_1_log_is_still_seen(void **state)
{
    struct fixture *fixture = *state;
    put_version_1(fixture);
    fixture_open(fixture);
    tamper(fixture->path, "UPDATE event SET payload = replace(payload, '3715', '3716') "
                          "WHERE seq = 3");
    assert_int_equal(fixture_bad(fixture, NULL), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(version_1_is_brought_up_to_date),
        STORE_TEST(what_version_1_logged_verifies_and_replays),
        STORE_TEST(what_version_1_left_open_goes_on),
        STORE_TEST(an_edit_of_a_version_1_log_is_still_seen),
    };
    return cmocka_run_group_tests_name("store_migration", tests, NULL, NULL);
}
