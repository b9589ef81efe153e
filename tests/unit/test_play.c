/*
 * test_play.c: a session and its log, kept together whatever happens to the store.
 *
 * A trigger, added past the store, makes an append fail when and where a test wants it to.
 */
#include <setjmp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "practice/play.h"
#include "unit/small.h"
#include "unit/store_fixture.h"

#define REFUSE_ALL                                        \
    "CREATE TRIGGER refuse BEFORE INSERT ON event BEGIN " \
    "SELECT RAISE(ABORT, 'refused by the test'); END"
#define REFUSE_END                                                              \
    "CREATE TRIGGER refuse BEFORE INSERT ON event WHEN new.kind = 'end' BEGIN " \
    "SELECT RAISE(ABORT, 'refused by the test'); END"
#define ALLOW "DROP TRIGGER refuse"

static struct play *begin(const struct fixture *fixture, const char *name, enum mode mode)
{
    struct error error = {0};
    struct play_options options = {
        .person = &fixture->person, .mode = mode, .language = LANGUAGE_EN, .seed = 5};
    struct bundle *bundle = small_bundle(name);
    struct play *play = play_begin(fixture->store, bundle, &options, &error);
    if (!play)
        fail_msg("%s: %s", error.file, error.message);
    bundle_free(bundle);
    return play;
}

static struct play *resume(const struct fixture *fixture, const char *id)
{
    struct error error = {0};
    struct play *play = play_resume(fixture->store, id, &error);
    if (!play)
        fail_msg("%s: %s", error.file, error.message);
    return play;
}

static bool try(struct play *play, const char *id, int64_t think_ms, struct error *error)
{
    const struct session *session = play_session(play);
    const struct node *node = &session_scenario(session)->nodes[session_state(session)->node];
    return play_pick(play, node_find_response(node, id), think_ms, error);
}

static void pick(struct play *play, const char *id)
{
    struct error error = {0};
    if (!try(play, id, 100, &error))
        fail_msg("%s: %s", id, error.message);
}

/* The kinds of all events of the play's session, as another connection sees them: "begin pick". */
static const char *kinds(const struct fixture *fixture, const struct play *play)
{
    static char all[1000];
    struct event_row *events;
    int count;
    struct error error = {0};
    struct store *store = store_open(fixture->path, &error);
    assert_true(store_events(store, play_row(play)->id, &events, &count, &error));
    all[0] = '\0';
    for (int i = 0; i < count; i++)
        snprintf(all + strlen(all), sizeof all - strlen(all), "%s%s", i > 0 ? " " : "",
                 events[i].kind);
    store_free_events(events, count);
    store_close(store);
    return all;
}

static const char *node_of(struct play *play)
{
    return small_node(play_session(play));
}

/*
 * ---- Keeping -----------------------------------------------------------------------------------
 */

static void every_move_is_kept_at_once(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct form form = {.customer = "words"};
    int named;
    struct play *play = begin(fixture, "talk.lua", MODE_PRACTICE);
    assert_string_equal(kinds(fixture, play), "begin");
    assert_true(play_hint(play, 10, &named, &error));
    assert_string_equal(kinds(fixture, play), "begin hint");
    pick(play, "ask");
    assert_string_equal(kinds(fixture, play), "begin hint pick");
    assert_true(play_take_back(play, 10, &error));
    assert_true(play_file_form(play, &form, 10, &error));
    assert_string_equal(kinds(fixture, play), "begin hint pick take-back form");
    pick(play, "back");
    pick(play, "see");
    pick(play, "late");
    assert_string_equal(kinds(fixture, play), "begin hint pick take-back form pick pick pick end");
    const struct session_row *row = play_row(play);
    assert_int_equal(row->state, SESSION_FINISHED);
    assert_string_equal(row->ending, "done");
    assert_string_equal(row->scenario, "talk");
    assert_kept(fixture, row);
    play_close(play, 100);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_late_pick_is_kept_as_a_timeout(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct play *play = begin(fixture, "talk.lua", MODE_EXAM);
    assert_true(try(play, "ask", 20001, &error));
    assert_true(play_time_out(play, 20001, &error));
    assert_string_equal(kinds(fixture, play), "begin timeout timeout");
    char id[ULID_SIZE];
    memcpy(id, play_row(play)->id, sizeof id);
    play_close(play, -1);
    play = resume(fixture, id);
    assert_int_equal(session_state(play_session(play))->turn, 2);
    play_close(play, -1);
}

static void think_time_outlives_leaving(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    int named;
    char id[ULID_SIZE];
    struct play *play = begin(fixture, "talk.lua", MODE_EXAM);
    memcpy(id, play_row(play)->id, sizeof id);
    pick(play, "ask");
    assert_int_equal(play_spent_ms(play), 0);
    play_close(play, 15000);
    play = resume(fixture, id);
    assert_int_equal(play_spent_ms(play), 15000); /* the exam's clock goes on from there */
    assert_string_equal(kinds(fixture, play), "begin pick leave resume");
    play_close(play, 20001);
    play = resume(fixture, id);
    assert_int_equal(play_spent_ms(play), 20001);
    assert_true(try(play, "ask", play_spent_ms(play), &error));
    assert_int_equal(play_spent_ms(play), 0);
    play_close(play, -1); /* killed, say */
    play = resume(fixture, id);
    assert_int_equal(play_spent_ms(play), 0);
    assert_string_equal(kinds(fixture, play),
                        "begin pick leave resume leave resume timeout resume");
    play_close(play, 0);

    play = begin(fixture, "talk.lua", MODE_PRACTICE);
    memcpy(id, play_row(play)->id, sizeof id);
    play_close(play, 7000);
    play = resume(fixture, id);
    assert_true(play_hint(play, 7500, &named, &error));
    assert_int_equal(play_spent_ms(play), 7000); /* a hint does not end the turn */
    play_close(play, 8000);
    play = resume(fixture, id);
    assert_int_equal(play_spent_ms(play), 8000);
    pick(play, "ask");
    assert_true(play_take_back(play, 100, &error));
    assert_int_equal(play_spent_ms(play), 0);
    play_close(play, -1);
}

static void a_resumed_session_stands_where_it_stood(void **state)
{
    struct fixture *fixture = *state;
    static const char *const picks[] = {"roll", "back", "ask", "push", "see", "wait"};
    struct play *whole = begin(fixture, "talk.lua", MODE_PRACTICE);
    struct play *broken = begin(fixture, "talk.lua", MODE_PRACTICE);
    char id[ULID_SIZE];
    memcpy(id, play_row(broken)->id, sizeof id);
    for (size_t i = 0; i < sizeof picks / sizeof *picks; i++) {
        int one[RESPONSE_MAX], other[RESPONSE_MAX];
        pick(whole, picks[i]);
        pick(broken, picks[i]);
        play_close(broken, i % 2 ? 500 : -1);
        fixture_close(fixture);
        fixture_open(fixture);
        play_close(whole, -1); /* its store is gone: begin it anew */
        whole = begin(fixture, "talk.lua", MODE_PRACTICE);
        for (size_t j = 0; j <= i; j++)
            pick(whole, picks[j]);
        broken = resume(fixture, id);
        assert_memory_equal(session_state(play_session(whole)), session_state(play_session(broken)),
                            sizeof(struct state));
        int count = session_options(play_session(whole), one);
        assert_int_equal(session_options(play_session(broken), other), count);
        for (int j = 0; j < count; j++)
            assert_int_equal(one[j], other[j]);
    }
    assert_int_equal(play_row(broken)->state, SESSION_FINISHED);
    assert_true(play_row(broken)->score == play_row(whole)->score);
    play_close(whole, -1);
    play_close(broken, -1);
}

static void an_opened_session_is_only_read(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct form form = {0};
    int named;
    char id[ULID_SIZE];
    struct play *play = begin(fixture, "talk.lua", MODE_PRACTICE);
    memcpy(id, play_row(play)->id, sizeof id);
    pick(play, "see");
    play_close(play, 300);
    play = play_open(fixture->store, id, &error);
    assert_non_null(play);
    assert_false(try(play, "ask", 0, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    assert_false(play_time_out(play, 99999, &error));
    assert_false(play_hint(play, 0, &named, &error));
    assert_false(play_take_back(play, 0, &error));
    assert_false(play_file_form(play, &form, 0, &error));
    play_close(play, 500);
    play = resume(fixture, id);
    assert_string_equal(kinds(fixture, play), "begin pick leave resume");
    pick(play, "late");
    play_close(play, 500);
    play = resume(fixture, id); /* finished: opens for reading */
    assert_int_equal(play_row(play)->state, SESSION_FINISHED);
    assert_false(play_take_back(play, 0, &error));
    assert_string_equal(kinds(fixture, play), "begin pick leave resume pick end");
    play_close(play, 500);
    assert_null(play_resume(fixture->store, "01ARZ3NDEKTSV4RRFFQ69G5FAV", &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
}

/*
 * ---- A store that fails ------------------------------------------------------------------------
 */

/* Where a play stands, in and out of memory. */
struct standing_point {
    struct state state;
    int events, options[RESPONSE_MAX], option_count;
    int64_t spent_ms;
    struct session_row row;
};

static struct standing_point point_of(struct play *play)
{
    struct session *session = play_session(play);
    struct standing_point point = {.state = *session_state(session),
                                   .events = session_event_count(session),
                                   .spent_ms = play_spent_ms(play),
                                   .row = *play_row(play)};
    point.option_count = session_options(session, point.options);
    return point;
}

static void assert_stands(struct play *play, const struct standing_point *before)
{
    struct standing_point now = point_of(play);
    assert_memory_equal(&now.state, &before->state, sizeof now.state);
    assert_int_equal(now.events, before->events);
    assert_int_equal(now.option_count, before->option_count);
    assert_memory_equal(now.options, before->options,
                        (size_t)now.option_count * sizeof *now.options);
    assert_int_equal(now.spent_ms, before->spent_ms);
    assert_same_row(&now.row, &before->row);
}

enum move_kind { PICK, TIME_OUT, FORM, HINT, TAKE_BACK, MOVE_KINDS };

static bool make(struct play *play, enum move_kind kind, struct error *error)
{
    struct form form = {.customer = "words"};
    int named;
    switch (kind) {
    case PICK:
        return try(play, "roll", 4000, error);
    case TIME_OUT:
        return play_time_out(play, 20001, error);
    case FORM:
        return play_file_form(play, &form, 4000, error);
    case HINT:
        return play_hint(play, 4000, &named, error);
    default:
        return play_take_back(play, 4000, error);
    }
}

static void a_move_that_is_not_kept_is_undone(void **state)
{
    struct fixture *fixture = *state;
    for (int kind = 0; kind < MOVE_KINDS; kind++) {
        struct error error = {0};
        char id[ULID_SIZE];
        struct play *play =
            begin(fixture, "talk.lua", kind == TIME_OUT ? MODE_EXAM : MODE_PRACTICE);
        memcpy(id, play_row(play)->id, sizeof id);
        pick(play, "ask");
        play_close(play, 3000);
        play = resume(fixture, id);
        struct standing_point before = point_of(play);
        raw(fixture->path, REFUSE_ALL);
        for (int again = 0; again < 2; again++) {
            assert_false(make(play, (enum move_kind)kind, &error));
            assert_int_equal(error.code, ERROR_STORE);
            assert_stands(play, &before);
        }
        raw(fixture->path, ALLOW);
        assert_string_equal(kinds(fixture, play), "begin pick leave resume");
        if (!make(play, (enum move_kind)kind, &error))
            fail_msg("%s", error.message);
        assert_int_equal(session_event_count(play_session(play)), before.events + 1);
        play_close(play, -1);
        play = resume(fixture, id);
        assert_int_equal(session_event_count(play_session(play)), before.events + 1);
        play_close(play, -1);
    }
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_locked_store_undoes_the_move(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    sqlite3 *other;
    struct play *play = begin(fixture, "talk.lua", MODE_PRACTICE);
    struct standing_point before = point_of(play);
    assert_int_equal(sqlite3_open(fixture->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_false(try(play, "ask", 100, &error));
    assert_int_equal(error.code, ERROR_STORE);
    assert_stands(play, &before);
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
    pick(play, "ask");
    play_close(play, -1);
}

static void play_on_a_full_disk(const struct fixture *fixture, int number)
{
    struct fixture own = *fixture;
    struct error error = {0};
    struct stat status;
    char log[400];
    (void)number;
    signal(SIGXFSZ, SIG_IGN);
    fixture_open(&own);
    struct play *play = begin(&own, "talk.lua", MODE_PRACTICE);
    CHECK(try(play, "ask", 100, &error));
    struct state before = *session_state(play_session(play));
    snprintf(log, sizeof log, "%s-wal", own.path);
    CHECK(stat(log, &status) == 0);
    struct rlimit limit = {.rlim_cur = (rlim_t)status.st_size, .rlim_max = RLIM_INFINITY};
    CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    for (int again = 0; again < 3; again++) {
        CHECK(!try(play, "ask", 100, &error));
        CHECK(error.code == ERROR_STORE);
        CHECK(memcmp(session_state(play_session(play)), &before, sizeof before) == 0);
        CHECK(session_event_count(play_session(play)) == 2);
    }
    limit.rlim_cur = RLIM_INFINITY;
    CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    for (int turn = 2; turn < 6; turn++)
        CHECK(try(play, "ask", 100, &error));
    CHECK(try(play, "ask", 100, &error));
    CHECK(play_row(play)->state == SESSION_FINISHED);
    play_close(play, -1);
    fixture_close(&own);
}

static void a_full_disk_undoes_the_move(void **state)
{
    struct fixture *fixture = *state;
    fixture_close(fixture);
    run_child(fixture, play_on_a_full_disk);
    fixture_open(fixture);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_beginning_is_kept_whole_or_not_at_all(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct play_options options = {
        .person = &fixture->person, .mode = MODE_EXAM, .language = LANGUAGE_ZH, .seed = 5};
    struct bundle *bundle = small_bundle("talk.lua");
    raw(fixture->path, REFUSE_ALL);
    assert_null(play_begin(fixture->store, bundle, &options, &error));
    assert_int_equal(error.code, ERROR_STORE);
    raw(fixture->path, ALLOW);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM session"), 0);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM source"),
                     1); /* the fixture's */
    struct play *play = play_begin(fixture->store, bundle, &options, &error);
    assert_non_null(play);
    assert_string_equal(kinds(fixture, play), "begin");
    play_close(play, -1);
    bundle_free(bundle);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_broken_scenario_begins_nothing(void **state)
{
    struct fixture *fixture = *state;
    static const char *const texts[] = {
        "return scenario 'x' {}",
        "return scenario 'x' { nodes = ",
        "while true do end",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct error error = {0};
        struct play_options options = {.person = &fixture->person, .seed = 5};
        struct bundle *whole = small_bundle("tiny.lua"), *bundle = bundle_new("");
        bundle_add(bundle, "x.lua", texts[i], strlen(texts[i]));
        for (int j = 1; j < whole->count; j++)
            bundle_add(bundle, whole->files[j].name, whole->files[j].text, whole->files[j].length);
        bundle_seal(bundle);
        assert_null(play_begin(fixture->store, bundle, &options, &error));
        assert_int_equal(error.code, ERROR_SCENARIO);
        assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM session"), 0);
        bundle_free(bundle);
        bundle_free(whole);
    }
}

static void an_end_that_was_not_kept_is_made_up_for(void **state)
{
    struct fixture *fixture = *state;
    for (int way = 0; way < 2; way++) {
        struct error error = {0};
        char id[ULID_SIZE];
        struct play *play = begin(fixture, "talk.lua", MODE_PRACTICE);
        memcpy(id, play_row(play)->id, sizeof id);
        pick(play, "see");
        raw(fixture->path, REFUSE_END);
        assert_false(try(play, "late", 100, &error));
        assert_int_equal(error.code, ERROR_STORE);
        assert_int_equal(session_phase(play_session(play)), SESSION_OVER);
        assert_int_equal(play_row(play)->state, SESSION_OPEN);
        assert_string_equal(kinds(fixture, play), "begin pick pick"); /* what was said is kept */
        if (way == 0) {
            play_close(play, 100); /* tries again, in vain */
            raw(fixture->path, ALLOW);
            play = resume(fixture, id);
            assert_string_equal(kinds(fixture, play), "begin pick pick resume end");
        } else {
            raw(fixture->path, ALLOW);
            play_close(play, 100);
            play = resume(fixture, id);
            assert_string_equal(kinds(fixture, play), "begin pick pick end");
        }
        assert_int_equal(play_row(play)->state, SESSION_FINISHED);
        assert_string_equal(play_row(play)->ending, "done");
        assert_kept(fixture, play_row(play));
        play_close(play, -1);
    }
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void of_two_plays_on_a_session_the_later_goes_on(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct play *first = begin(fixture, "talk.lua", MODE_PRACTICE);
    pick(first, "ask");
    struct standing_point before = point_of(first);
    struct play *second = resume(fixture, play_row(first)->id);
    assert_false(try(first, "push", 100, &error));
    assert_int_equal(error.code, ERROR_STORE);
    assert_contains(error.message, "played elsewhere");
    assert_stands(first, &before);
    pick(second, "roll");
    assert_false(play_take_back(first, 100, &error));
    assert_stands(first, &before);
    play_close(first, 5000); /* its leave is not kept, and nothing is said */
    assert_string_equal(kinds(fixture, second), "begin pick resume pick");
    pick(second, "back");
    play_close(second, -1);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

/*
 * ---- Scenarios that fail -----------------------------------------------------------------------
 */

static void a_hostile_guard_leaves_the_session_usable(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    char id[ULID_SIZE];
    struct play *play = begin(fixture, "trap.lua", MODE_PRACTICE);
    memcpy(id, play_row(play)->id, sizeof id);
    pick(play, "pass");
    struct standing_point before = point_of(play);
    for (int again = 0; again < 5; again++) {
        assert_false(try(play, "fall", 100, &error));
        assert_int_equal(error.code, ERROR_SCENARIO);
        assert_int_equal(error.line, 26);
        assert_contains(error.message, "ran too long");
        assert_stands(play, &before);
        assert_false(try(play, "bomb", 100, &error));
        assert_int_equal(error.code, ERROR_SCENARIO);
        assert_stands(play, &before);
    }
    assert_string_equal(kinds(fixture, play), "begin pick");
    play_close(play, 100);
    play = resume(fixture, id);
    assert_false(try(play, "fall", 100, &error));
    pick(play, "pass");
    pick(play, "out");
    assert_int_equal(play_row(play)->state, SESSION_FINISHED);
    play_close(play, -1);
}

static void a_moody_scenario_takes_nothing_down(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    char id[ULID_SIZE];
    struct play *play = begin(fixture, "moody.lua", MODE_PRACTICE);
    memcpy(id, play_row(play)->id, sizeof id);
    pick(play, "stay");
    pick(play, "now");
    struct standing_point before = point_of(play);
    raw(fixture->path, REFUSE_ALL);
    for (int again = 0; again < 3; again++) {
        assert_false(try(play, "stay", 100, &error));
        assert_stands(play, &before);
    }
    raw(fixture->path, ALLOW);
    pick(play, "stay");
    assert_string_equal(node_of(play), "hub");
    play_close(play, -1);
    play = play_resume(fixture->store, id, &error); /* by luck or not at all, but never a crash */
    if (play)
        play_close(play, -1);
    else
        assert_int_equal(error.code, ERROR_TAMPERED);
}

static void the_text_that_was_played_is_kept(void **state)
{
    struct fixture *fixture = *state;
    char id[ULID_SIZE], digest[STORE_DIGEST_SIZE];
    struct play *play = begin(fixture, "tiny.lua", MODE_PRACTICE);
    memcpy(id, play_row(play)->id, sizeof id);
    memcpy(digest, play_row(play)->digest, sizeof digest);
    assert_string_equal(digest, loaded_digest(play_loaded(play)));
    play_close(play, -1);
    play = resume(fixture, id); /* from the store alone: no file has that name in its folder */
    assert_string_equal(loaded_digest(play_loaded(play)), digest);
    assert_string_equal(loaded_scenario(play_loaded(play))->file, "tiny.lua");
    play_close(play, -1);
}

static void new_seeds_can_be_read_out(void **unused)
{
    (void)unused;
    uint64_t last = 0;
    for (int i = 0; i < 1000; i++) {
        uint64_t seed = play_new_seed();
        assert_in_range(seed, 1, 999999999);
        assert_int_not_equal(seed, last);
        last = seed;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(every_move_is_kept_at_once),
        STORE_TEST(a_late_pick_is_kept_as_a_timeout),
        STORE_TEST(think_time_outlives_leaving),
        STORE_TEST(a_resumed_session_stands_where_it_stood),
        STORE_TEST(an_opened_session_is_only_read),
        STORE_TEST(a_move_that_is_not_kept_is_undone),
        STORE_TEST(a_locked_store_undoes_the_move),
        STORE_TEST(a_full_disk_undoes_the_move),
        STORE_TEST(a_beginning_is_kept_whole_or_not_at_all),
        STORE_TEST(a_broken_scenario_begins_nothing),
        STORE_TEST(an_end_that_was_not_kept_is_made_up_for),
        STORE_TEST(of_two_plays_on_a_session_the_later_goes_on),
        STORE_TEST(a_hostile_guard_leaves_the_session_usable),
        STORE_TEST(a_moody_scenario_takes_nothing_down),
        STORE_TEST(the_text_that_was_played_is_kept),
        cmocka_unit_test(new_seeds_can_be_read_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
