/*
 * test_live.c: an observer's ticks become a session that is scored like a played one.
 *
 * tests/cases/scenarios/talk.lua is judged by three rules: 0 accept-first (chain_response, weight
 * 2), 1 ask-once (existence, weight 1), 2 no-push (absence, weight 1, critical). Scores are worked
 * by hand: 100 x sum(weight x kept / ticks) / sum(weight), over the rules that have ticks.
 */
#include <cjson/cJSON.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <cmocka.h>

#include "class/live.h"
#include "practice/export.h"
#include "practice/fact.h"
#include "store/classes.h"
#include "unit/small.h"
#include "unit/store_fixture.h"

enum { ACCEPT, ASK, PUSH };

static struct live *begin(const struct fixture *fixture, const char *class)
{
    struct error error = {0};
    struct live_options options = {.person = &fixture->person,
                                   .class = class,
                                   .observer = "李\033观察",
                                   .language = LANGUAGE_ZH};
    struct bundle *bundle = small_bundle("talk.lua");
    struct live *live = live_begin(fixture->store, bundle, &options, &error);
    if (!live)
        fail_msg("%s", error.message);
    bundle_free(bundle);
    return live;
}

/* "+" and "-" for each tick. */
static void tick(struct live *live, int rule, const char *signs)
{
    struct error error = {0};
    for (; *signs; signs++) {
        if (!live_tick(live, rule, *signs == '+', &error))
            fail_msg("%s", error.message);
    }
}

static void finish(struct live *live)
{
    struct error error = {0};
    if (!live_finish(live, &error))
        fail_msg("%s", error.message);
}

static struct live *open(const struct fixture *fixture, const char *id)
{
    struct error error = {0};
    struct live *live = live_open(fixture->store, id, &error);
    if (!live)
        fail_msg("%s", error.message);
    return live;
}

static void assert_counts(const struct live *live, int rule, int kept, int broken)
{
    int found_kept, found_broken;
    live_count(live, rule, &found_kept, &found_broken);
    assert_int_equal(found_kept, kept);
    assert_int_equal(found_broken, broken);
}

/* -------------------------------------------------------------------------------- scores ---- */

static void a_score_is_the_weighted_share_of_kept_ticks(void **state)
{
    struct live *live = begin(*state, NULL);
    struct score score;
    tick(live, ACCEPT, "++-");
    tick(live, ASK, "+");
    tick(live, PUSH, "+");
    live_score(live, &score);
    /* (2 x 2/3 + 1 x 1 + 1 x 1) / (2 + 1 + 1) = (10/3) / 4 = 5/6 */
    assert_float_equal(score.total, 100.0 * 5 / 6, 1e-9);
    assert_int_equal(score.band, BAND_GOOD);
    assert_true(score.passed);
    tick(live, ACCEPT, "-");
    live_score(live, &score);
    /* (2 x 2/4 + 1 + 1) / 4 = 3/4 */
    assert_float_equal(score.total, 75, 1e-9);
    finish(live);
    const struct session_row *row = live_row(live);
    assert_float_equal(row->score, 75, 1e-9);
    assert_int_equal(row->band, BAND_GOOD);
    assert_true(row->passed && row->live);
    assert_string_equal(row->mode, "class");
    assert_string_equal(row->ending, "");
    live_close(live);
}

static void a_rule_without_ticks_does_not_count(void **state)
{
    struct live *live = begin(*state, NULL);
    struct score score;
    tick(live, ACCEPT, "+-");
    live_score(live, &score);
    assert_float_equal(score.total, 50, 1e-9); /* 2 x 1/2 of 2 */
    assert_int_equal(score.packs[0].activated, 1);
    assert_int_equal(score.packs[0].kept, 0);
    assert_false(score.passed);
    live_close(live);
}

static void a_broken_tick_of_a_critical_rule_fails_it(void **state)
{
    struct live *live = begin(*state, NULL);
    struct score score;
    tick(live, ACCEPT, "++++++");
    tick(live, ASK, "+");
    tick(live, PUSH, "-");
    live_score(live, &score);
    assert_float_equal(score.total, 75, 1e-9); /* (2 + 1 + 0) / 4: a pass by the number */
    assert_int_equal(score.critical, PUSH);
    finish(live);
    assert_false(live_row(live)->passed);
    live_close(live);
}

/* The verdicts of a conversation that was played, entered as ticks. */
static void the_same_verdicts_give_the_same_numbers_as_playing(void **state)
{
    struct fixture *fixture = *state;
    struct loaded *loaded = small_load("talk.lua");
    struct session *session = small_session(loaded, 5, MODE_PRACTICE);
    static const char *const picks[] = {"push", "see", "push", "ask", "ask", "see"};
    struct score played, watched;
    for (int i = 0; i < 6; i++)
        small_pick(session, picks[i]);
    assert_int_equal(session_phase(session), SESSION_OVER);
    session_score(session, &bands_default, &played);
    struct live *live = begin(fixture, NULL);
    uint8_t marks[2][RULE_MAX * FACT_MARK_SIZE];
    int size = fact_marks(loaded_scenario(loaded), session_rules(session), marks[0]);
    for (int rule = 0; rule < 3; rule++) {
        const struct rule_state *verdict = &session_rules(session)[rule];
        for (int i = 0; i < verdict->activations; i++)
            tick(live, rule, i < verdict->fulfilled ? "+" : "-");
    }
    live_score(live, &watched);
    /* pushed, the customer objects: after turns 1, 2 and 3 */
    assert_int_equal(session_rules(session)[ACCEPT].activations, 3);
    assert_memory_equal(&watched, &played, sizeof played);
    assert_int_equal(size, fact_marks(loaded_scenario(loaded), live_rules(live), marks[1]));
    assert_memory_equal(marks[0], marks[1], (size_t)size);
    live_close(live);
    session_free(session);
    loaded_free(loaded);
}

/* --------------------------------------------------------------------------------- ticks ---- */

static void what_is_judged_once_takes_the_latest_tick(void **state)
{
    struct live *live = begin(*state, NULL);
    struct error error = {0};
    tick(live, PUSH, "+");
    assert_counts(live, PUSH, 1, 0);
    assert_false(live_tick(live, PUSH, true, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    tick(live, PUSH, "-");
    assert_counts(live, PUSH, 0, 1);
    assert_true(live_untick(live, PUSH, &error)); /* what stood before stands again */
    assert_counts(live, PUSH, 1, 0);
    assert_true(live_untick(live, -1, &error));
    assert_counts(live, PUSH, 0, 0);
    assert_false(live_untick(live, -1, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    live_close(live);
}

static void the_latest_tick_is_taken_back(void **state)
{
    struct live *live = begin(*state, NULL);
    struct error error = {0};
    tick(live, ACCEPT, "+-");
    tick(live, ASK, "+");
    tick(live, ACCEPT, "+");
    assert_true(live_untick(live, ASK, &error));
    assert_counts(live, ASK, 0, 0);
    assert_counts(live, ACCEPT, 2, 1);
    assert_true(live_untick(live, -1, &error));
    assert_true(live_untick(live, -1, &error));
    assert_counts(live, ACCEPT, 1, 0);
    assert_int_equal(live_tick_count(live), 1);
    live_close(live);
}

static void no_rule_has_more_ticks_than_a_conversation_steps(void **state)
{
    struct live *live = begin(*state, NULL);
    struct error error = {0};
    for (int i = 0; i < LIVE_TICKS_MAX; i++)
        tick(live, ACCEPT, "+");
    assert_false(live_tick(live, ACCEPT, false, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    live_close(live);
}

static void what_nobody_broke_can_be_ticked_at_once(void **state)
{
    struct live *live = begin(*state, NULL);
    struct error error = {0};
    assert_int_equal(live_unbroken(live), 1); /* no-push alone forbids something throughout */
    assert_true(live_keep_unbroken(live, &error));
    assert_counts(live, PUSH, 1, 0);
    assert_int_equal(live_unbroken(live), 0);
    assert_true(live_keep_unbroken(live, &error));
    assert_int_equal(live_tick_count(live), 1);
    live_close(live);
}

static void nothing_ticked_is_nothing_to_score(void **state)
{
    struct live *live = begin(*state, NULL);
    struct error error = {0};
    assert_false(live_finish(live, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    assert_int_equal(live_row(live)->state, SESSION_OPEN);
    live_close(live);
}

/* ------------------------------------------------------------------------------- keeping ---- */

static void it_goes_on_where_it_was_left(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    char id[ULID_SIZE];
    struct live *live = begin(fixture, NULL);
    tick(live, ACCEPT, "+-");
    tick(live, PUSH, "+-");
    assert_true(live_untick(live, ACCEPT, &error));
    live_close(live);
    assert_true(live_find_open(fixture->store, fixture->person.id, "talk", "", id, &error));
    live = live_resume(fixture->store, id, &error);
    assert_non_null(live);
    assert_counts(live, ACCEPT, 1, 0);
    assert_counts(live, PUSH, 0, 1);
    assert_int_equal(live_tick_count(live), 3);
    finish(live);
    assert_false(live_tick(live, ACCEPT, true, &error));
    live_close(live);
    assert_true(live_find_open(fixture->store, fixture->person.id, "talk", "", id, &error));
    assert_string_equal(id, "");
}

/* Neither a look nor a tick that could not be kept makes a session; the first that is kept does. */
static void it_begins_with_the_first_tick(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    static const char sessions[] = "SELECT count(*) FROM session";
    struct live *live = begin(fixture, NULL);
    assert_string_equal(live_row(live)->id, "");
    live_close(live);
    assert_int_equal(raw_number(fixture->path, sessions), 0);
    live = begin(fixture, NULL);
    raw(fixture->path, "CREATE TRIGGER refuse BEFORE INSERT ON event WHEN NEW.kind = 'tick' BEGIN "
                       "SELECT RAISE(ABORT, 'refused by the test'); END");
    assert_false(live_tick(live, ASK, true, &error));
    assert_string_equal(live_row(live)->id, "");
    assert_int_equal(raw_number(fixture->path, sessions), 0);
    raw(fixture->path, "DROP TRIGGER refuse");
    tick(live, ASK, "+-");
    assert_int_equal(raw_number(fixture->path, sessions), 1);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM event"), 3);
    live_close(live);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

/* What is begun beside a finished one takes nothing's place. */
static void the_newest_of_each_is_found(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct live_found found;
    char first[ULID_SIZE], second[ULID_SIZE];
    struct live *live = begin(fixture, NULL);
    tick(live, ACCEPT, "+-");
    finish(live);
    memcpy(first, live_row(live)->id, ULID_SIZE);
    live_close(live);
    assert_true(live_find(fixture->store, fixture->person.id, "talk", "", &found, &error));
    assert_string_equal(found.finished.id, first);
    assert_string_equal(found.open.id, "");
    live = begin(fixture, NULL);
    tick(live, ACCEPT, "+");
    memcpy(second, live_row(live)->id, ULID_SIZE);
    assert_true(live_find(fixture->store, fixture->person.id, "talk", "", &found, &error));
    assert_string_equal(found.finished.id, first);
    assert_string_equal(found.open.id, second);
    finish(live);
    live_close(live);
    assert_true(live_find(fixture->store, fixture->person.id, "talk", "", &found, &error));
    assert_string_equal(found.finished.id, second);
    assert_string_equal(found.open.id, "");
    assert_true(live_find(fixture->store, fixture->person.id, "talk", "spring", &found, &error));
    assert_string_equal(found.finished.id, "");
}

/* A child that is killed while it ticks. */
static void tick_and_die(const struct fixture *fixture, int number)
{
    struct error error = {0};
    struct live_options options = {.person = &fixture->person, .language = LANGUAGE_ZH};
    char *path = small_path("talk.lua"), *base = small_path("");
    struct store *store = store_open(fixture->path, &error);
    struct bundle *bundle = bundle_read(path, base, &error);
    CHECK(store && bundle);
    struct live *live = live_begin(store, bundle, &options, &error);
    CHECK(live);
    for (int i = 0; i < number; i++)
        CHECK(live_tick(live, ACCEPT, i % 2 == 0, &error));
    kill(getpid(), SIGKILL);
}

static void a_kill_loses_no_tick(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    char id[ULID_SIZE];
    fixture_close(fixture);
    pid_t child = start_child(fixture, tick_and_die, 5);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    fixture_open(fixture);
    assert_true(live_find_open(fixture->store, fixture->person.id, "talk", "", id, &error));
    struct live *live = live_resume(fixture->store, id, &error);
    assert_non_null(live);
    assert_counts(live, ACCEPT, 3, 2);
    finish(live);
    assert_float_equal(live_row(live)->score, 60, 1e-9); /* 3 of 5 */
    live_close(live);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_tick_that_is_not_kept_is_not_counted(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct live *live = begin(fixture, NULL);
    tick(live, ACCEPT, "+");
    raw(fixture->path, "CREATE TRIGGER refuse BEFORE INSERT ON event BEGIN "
                       "SELECT RAISE(ABORT, 'refused by the test'); END");
    assert_false(live_tick(live, ACCEPT, true, &error));
    assert_false(live_untick(live, -1, &error));
    assert_false(live_keep_unbroken(live, &error));
    assert_false(live_finish(live, &error));
    assert_counts(live, ACCEPT, 1, 0);
    assert_counts(live, PUSH, 0, 0);
    raw(fixture->path, "DROP TRIGGER refuse");
    assert_true(live_keep_unbroken(live, &error));
    finish(live);
    live_close(live);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void it_belongs_to_a_class_and_tells_who_watched(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct class_row class = {.id = "spring-2026", .title = "春季班", .pass_mark = 60};
    char id[ULID_SIZE];
    assert_true(store_add_class(fixture->store, &class, &error));
    struct live *live = begin(fixture, "spring-2026");
    tick(live, ASK, "+");
    memcpy(id, live_row(live)->id, sizeof id);
    live_close(live);
    live = open(fixture, id);
    assert_string_equal(live_row(live)->class, "spring-2026");
    assert_string_equal(live_observer(live), "李\xEF\xBF\xBD观察"); /* cleaned on its way in */
    live_close(live);
    assert_true(live_find_open(fixture->store, fixture->person.id, "talk", "", id, &error));
    assert_string_equal(id, ""); /* that of the class is another */
}

/* ----------------------------------------------------------------------------- the truth ---- */

static void make_finished(const struct fixture *fixture, char id[ULID_SIZE])
{
    struct live *live = begin(fixture, NULL);
    tick(live, ACCEPT, "+-");
    tick(live, ASK, "+");
    finish(live);
    memcpy(id, live_row(live)->id, ULID_SIZE);
    live_close(live);
    live_close(open(fixture, id));
}

static void assert_tampered(const struct fixture *fixture, const char *id, const char *sql)
{
    struct error error = {0};
    tamper(fixture->path, sql);
    assert_null(live_open(fixture->store, id, &error));
    assert_int_equal(error.code, ERROR_TAMPERED);
}

static void a_changed_tick_is_seen(void **state)
{
    char id[ULID_SIZE];
    make_finished(*state, id);
    assert_tampered(*state, id,
                    "UPDATE event SET payload = replace(payload, '\"kept\":false', "
                    "'\"kept\":true') WHERE kind = 'tick'");
}

static void a_changed_result_is_seen(void **state)
{
    char id[ULID_SIZE];
    make_finished(*state, id);
    assert_tampered(*state, id, "UPDATE session SET score = 99, band = 'excellent'");
}

static void a_tick_of_no_rule_is_seen(void **state)
{
    char id[ULID_SIZE];
    make_finished(*state, id);
    assert_tampered(*state, id,
                    "UPDATE event SET payload = replace(payload, 'accept-first', 'accept-last') "
                    "WHERE kind = 'tick'");
}

static void time_that_runs_back_is_seen(void **state)
{
    char id[ULID_SIZE];
    make_finished(*state, id);
    assert_tampered(*state, id,
                    "UPDATE event SET payload = '{\"observer\":\"\",\"ms\":99999999}' "
                    "WHERE kind = 'begin'");
}

static void a_changed_fact_is_seen(void **state)
{
    char id[ULID_SIZE];
    make_finished(*state, id);
    assert_tampered(*state, id, "UPDATE fact SET marks = x'020201010000'");
}

/* ---------------------------------------------------------------------- for other programs ---- */

static void the_fact_holds_marks_and_no_path(void **state)
{
    struct fixture *fixture = *state;
    char id[ULID_SIZE];
    make_finished(fixture, id);
    /* accept-first 1 of 2, ask-once 1 of 1, no-push not called for */
    assert_int_equal(raw_number(fixture->path, "SELECT marks = x'010201010000' FROM fact"), 1);
    assert_int_equal(raw_number(fixture->path, "SELECT length(path) FROM fact"), 0);
}

static void a_debrief_tells_verdicts_without_turns(void **state)
{
    struct fixture *fixture = *state;
    char id[ULID_SIZE];
    struct debrief debrief;
    make_finished(fixture, id);
    struct live *live = open(fixture, id);
    live_debrief(live, LANGUAGE_EN, &debrief);
    assert_int_equal(debrief.rule_count, 3);
    assert_string_equal(debrief.rules[0].rule->id, "accept-first");
    assert_int_equal(debrief.rules[0].verdict, VERDICT_PARTLY);
    assert_int_equal(debrief.rules[0].fulfilled, 1);
    assert_int_equal(debrief.rules[0].activations, 2);
    assert_int_equal(debrief.rules[1].verdict, VERDICT_KEPT);
    assert_int_equal(debrief.rules[2].verdict, VERDICT_NOT_ACTIVATED);
    for (int i = 0; i < 3; i++)
        assert_int_equal(debrief.rules[i].turn_count, 0);
    /* (2 x 1/2 + 1) / 3 */
    assert_float_equal(debrief.score.total, 200.0 / 3, 1e-9);
    char *json = live_to_json(live, LANGUAGE_EN);
    cJSON *root = cJSON_Parse(json);
    assert_true(cJSON_IsTrue(cJSON_GetObjectItem(root, "live")));
    assert_float_equal(cJSON_GetObjectItem(root, "score")->valuedouble, 200.0 / 3, 1e-9);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(root, "rules")), 3);
    cJSON_Delete(root);
    free(json);
    live_close(live);
}

static void its_events_are_exported(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    char id[ULID_SIZE], *text = NULL;
    size_t size = 0;
    make_finished(fixture, id);
    FILE *out = open_memstream(&text, &size);
    assert_true(export_events(fixture->store, id, EXPORT_JSONL, out, &error));
    fclose(out);
    assert_contains(text, "\"kind\":\"tick\"");
    assert_contains(text, "\"rule\":\"small/accept-first\"");
    assert_contains(text, "\"kept\":false");
    assert_contains(text, "\"kind\":\"end\"");
    free(text);
    out = open_memstream(&text, &size);
    assert_true(export_events(fixture->store, id, EXPORT_CSV, out, &error));
    fclose(out);
    assert_contains(text, ",tick,");
    assert_contains(text, "small/accept-first,false,");
    free(text);
}

static void played_and_live_sessions_are_not_taken_for_each_other(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct session_row *rows, played;
    struct standing standing;
    int count;
    char id[ULID_SIZE];
    make_finished(fixture, id);
    assert_null(play_open(fixture->store, id, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    fixture_session(fixture, &played);
    assert_null(live_open(fixture->store, played.id, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    struct session_filter filter = {.state = -1, .played = true};
    assert_true(store_sessions(fixture->store, &filter, &rows, &count, &error));
    assert_int_equal(count, 1);
    assert_false(rows[0].live);
    free(rows);
    assert_true(store_standing(fixture->store, fixture->person.id, "talk", &standing, &error));
    assert_int_equal(standing.finished, 0); /* it was not played here */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(a_score_is_the_weighted_share_of_kept_ticks),
        STORE_TEST(a_rule_without_ticks_does_not_count),
        STORE_TEST(a_broken_tick_of_a_critical_rule_fails_it),
        STORE_TEST(the_same_verdicts_give_the_same_numbers_as_playing),
        STORE_TEST(what_is_judged_once_takes_the_latest_tick),
        STORE_TEST(the_latest_tick_is_taken_back),
        STORE_TEST(no_rule_has_more_ticks_than_a_conversation_steps),
        STORE_TEST(what_nobody_broke_can_be_ticked_at_once),
        STORE_TEST(nothing_ticked_is_nothing_to_score),
        STORE_TEST(it_goes_on_where_it_was_left),
        STORE_TEST(it_begins_with_the_first_tick),
        STORE_TEST(the_newest_of_each_is_found),
        STORE_TEST(a_kill_loses_no_tick),
        STORE_TEST(a_tick_that_is_not_kept_is_not_counted),
        STORE_TEST(it_belongs_to_a_class_and_tells_who_watched),
        STORE_TEST(a_changed_tick_is_seen),
        STORE_TEST(a_changed_result_is_seen),
        STORE_TEST(a_tick_of_no_rule_is_seen),
        STORE_TEST(time_that_runs_back_is_seen),
        STORE_TEST(a_changed_fact_is_seen),
        STORE_TEST(the_fact_holds_marks_and_no_path),
        STORE_TEST(a_debrief_tells_verdicts_without_turns),
        STORE_TEST(its_events_are_exported),
        STORE_TEST(played_and_live_sessions_are_not_taken_for_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
