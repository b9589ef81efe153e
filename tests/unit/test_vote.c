/*
 * test_vote.c: hands are counted, the split adds up, and a vote is logged with its pick.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "class/vote.h"
#include "unit/small.h"
#include "unit/store_fixture.h"

static struct vote votes(int options, const char *digits)
{
    struct vote vote;
    vote_begin(&vote, options);
    for (; *digits; digits++)
        assert_true(vote_add(&vote, *digits - '1'));
    return vote;
}

static void assert_percents(const struct vote *vote, const int expected[RESPONSE_MAX])
{
    int percents[RESPONSE_MAX] = {0}, sum = 0;
    vote_percents(vote, percents);
    for (int i = 0; i < vote->options; i++) {
        assert_int_equal(percents[i], expected[i]);
        sum += percents[i];
    }
    assert_int_equal(sum, vote->total > 0 ? 100 : 0);
}

static void hands_are_counted_and_taken_back(void **state)
{
    (void)state;
    struct vote vote = votes(3, "1223");
    assert_int_equal(vote.total, 4);
    assert_int_equal(vote.counts[1], 2);
    assert_int_equal(vote_leader(&vote), 1);
    assert_false(vote_is_tied(&vote));
    assert_true(vote_take_back(&vote)); /* the 3 */
    assert_true(vote_take_back(&vote)); /* a 2 */
    assert_int_equal(vote.counts[1], 1);
    assert_true(vote_is_tied(&vote));
    assert_int_equal(vote_leader(&vote), 0);
    assert_true(vote_take_back(&vote));
    assert_true(vote_take_back(&vote));
    assert_false(vote_take_back(&vote));
    assert_false(vote_is_tied(&vote));
    assert_false(vote_add(&vote, 3));
    assert_false(vote_add(&vote, -1));
}

static void percents_sum_to_a_hundred(void **state)
{
    (void)state;
    struct vote vote = votes(3, "123"); /* 33 1/3 each: the first gets what is missing */
    assert_percents(&vote, (const int[RESPONSE_MAX]){34, 33, 33});
    vote = votes(3, "1112223"); /* 42.86, 42.86, 14.29: whole 98; two largest remainders, .86 */
    assert_percents(&vote, (const int[RESPONSE_MAX]){43, 43, 14});
    vote = votes(4, "1");
    assert_percents(&vote, (const int[RESPONSE_MAX]){100, 0, 0, 0});
    vote = votes(2, "");
    assert_percents(&vote, (const int[RESPONSE_MAX]){0, 0});
}

static void there_is_an_end_of_hands(void **state)
{
    (void)state;
    struct vote vote = votes(2, "");
    for (int i = 0; i < VOTE_MAX; i++)
        assert_true(vote_add(&vote, i % 2));
    assert_false(vote_add(&vote, 0));
    assert_percents(&vote, (const int[RESPONSE_MAX]){50, 50});
}

/* ------------------------------------------------------------------------------- logging ---- */

static struct play *begin(const struct fixture *fixture)
{
    struct error error = {0};
    struct play_options options = {
        .person = &fixture->person, .mode = MODE_CLASS, .language = LANGUAGE_EN, .seed = 5};
    struct bundle *bundle = small_bundle("talk.lua");
    struct play *play = play_begin(fixture->store, bundle, &options, &error);
    if (!play)
        fail_msg("%s", error.message);
    bundle_free(bundle);
    return play;
}

static void responses_keep_the_files_order(void **state)
{
    struct play *play = begin(*state);
    int options[RESPONSE_MAX];
    int count = session_options(play_session(play), options);
    for (int i = 1; i < count; i++)
        assert_true(options[i] > options[i - 1]);
    assert_int_equal(session_limit_seconds(play_session(play)), 0); /* no clock bites */
    play_close(play, -1);
}

static void a_vote_is_logged_before_its_pick(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct event_row *events;
    char id[ULID_SIZE];
    int count, options[RESPONSE_MAX];
    struct play *play = begin(fixture);
    struct vote vote;
    memcpy(id, play_row(play)->id, sizeof id);
    vote_begin(&vote, session_options(play_session(play), options));
    vote_add(&vote, 1);
    vote_add(&vote, 1);
    vote_add(&vote, 0);
    assert_true(vote_pick(play, &vote, 0, 4000, &error)); /* not what most wanted */
    play_close(play, -1);
    assert_true(store_events(fixture->store, id, &events, &count, &error));
    assert_int_equal(count, 3);
    assert_string_equal(events[1].kind, "vote");
    assert_string_equal(events[1].payload,
                        "{\"turn\":1,\"node\":\"hub\",\"votes\":{\"ask\":1,\"push\":2,\"wait\":0,"
                        "\"see\":0,\"roll\":0},\"chosen\":\"ask\"}");
    assert_string_equal(events[2].kind, "pick");
    store_free_events(events, count);
    play = play_resume(fixture->store, id, &error); /* replaying passes over votes */
    assert_non_null(play);
    assert_int_equal(session_state(play_session(play))->turn, 1);
    assert_int_equal(session_mode(play_session(play)), MODE_CLASS);
    play_close(play, -1);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_pick_that_is_not_kept_leaves_no_vote(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    int options[RESPONSE_MAX];
    struct play *play = begin(fixture);
    struct vote vote;
    vote_begin(&vote, session_options(play_session(play), options));
    vote_add(&vote, 0);
    raw(fixture->path, "CREATE TRIGGER refuse BEFORE INSERT ON event WHEN new.kind = 'pick' BEGIN "
                       "SELECT RAISE(ABORT, 'refused by the test'); END");
    assert_false(vote_pick(play, &vote, 0, 1000, &error));
    assert_int_equal(session_state(play_session(play))->turn, 0);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM event"), 1);
    raw(fixture->path, "DROP TRIGGER refuse");
    assert_true(vote_pick(play, &vote, 0, 1000, &error));
    assert_int_equal(session_state(play_session(play))->turn, 1);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM event"), 3);
    play_close(play, -1);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_class_plays_to_the_end(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    int options[RESPONSE_MAX];
    char id[ULID_SIZE];
    struct play *play = begin(fixture);
    memcpy(id, play_row(play)->id, sizeof id);
    while (session_phase(play_session(play)) == SESSION_CHOOSING) {
        struct vote vote;
        vote_begin(&vote, session_options(play_session(play), options));
        vote_add(&vote, 0);
        assert_true(vote_pick(play, &vote, vote_leader(&vote), 500, &error));
    }
    assert_int_equal(play_row(play)->state, SESSION_FINISHED);
    play_close(play, -1);
    play = play_open(fixture->store, id, &error);
    assert_non_null(play);
    play_close(play, -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_are_counted_and_taken_back),
        cmocka_unit_test(percents_sum_to_a_hundred),
        cmocka_unit_test(there_is_an_end_of_hands),
        STORE_TEST(responses_keep_the_files_order),
        STORE_TEST(a_vote_is_logged_before_its_pick),
        STORE_TEST(a_pick_that_is_not_kept_leaves_no_vote),
        STORE_TEST(a_class_plays_to_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
