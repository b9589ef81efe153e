/*
 * test_trainee.c: simulated trainees on the shipped scenarios: the careful one does well, the
 * careless one badly, and no seed brings any of them down.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "practice/library.h"
#include "practice/trainee.h"
#include "unit/small.h"
#include "unit/store_fixture.h"

enum { BEST_SEEDS = 30, OTHER_SEEDS = 300, SCENARIOS = 3 };

/* What a trainee came to over many seeds. */
struct tally {
    int plays, failed, critical, forms, timeouts;
    double lowest;
};

static struct fixture fixture;
static struct library *library;

static int set_up(void **unused)
{
    (void)unused;
    struct error error = {0};
    char *folder = source_path("scenarios");
    setenv("YANLIAN_SCENARIOS", folder, 1);
    free(folder);
    library = library_open(&error);
    assert_non_null(library);
    assert_true(library_count(library) >= SCENARIOS);
    /* No disk is tested here, and two thirds of the time would be spent waiting for it. */
    if (access("/dev/shm", W_OK) == 0)
        setenv("TMPDIR", "/dev/shm", 1);
    fixture_begin(&fixture);
    return 0;
}

static int tear_down(void **unused)
{
    (void)unused;
    library_close(library);
    fixture_end(&fixture);
    return 0;
}

static struct play *begin(const struct bundle *bundle, uint64_t seed, enum mode mode)
{
    struct error error = {0};
    struct play_options options = {.person = &fixture.person,
                                   .mode = mode,
                                   .language = seed % 2 ? LANGUAGE_ZH : LANGUAGE_EN,
                                   .seed = seed};
    struct play *play = play_begin(fixture.store, bundle, &options, &error);
    if (!play)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    return play;
}

/* Plays to the end; a failure names the seed, so that it can be played again. */
static void finish(struct play *play, enum trainee trainee)
{
    struct error error = {0};
    while (session_phase(play_session(play)) == SESSION_CHOOSING) {
        if (!trainee_play(trainee, play, &error))
            fail_msg("%s, seed %d: %s", play_row(play)->scenario, (int)play_row(play)->seed,
                     error.message);
    }
    assert_int_equal(play_row(play)->state, SESSION_FINISHED);
}

static void count(struct play *play, struct tally *tally)
{
    const struct session *session = play_session(play);
    struct score score;
    session_score(session, &bands_default, &score);
    tally->lowest = tally->plays == 0 || score.total < tally->lowest ? score.total : tally->lowest;
    tally->plays++;
    tally->failed += !score.passed;
    tally->critical += score.critical >= 0;
    for (int i = 0; i < session_event_count(session); i++) {
        tally->forms += session_event(session, i)->kind == EVENT_FORM;
        tally->timeouts += session_event(session, i)->kind == EVENT_TIMEOUT;
    }
}

/* Adds what `seeds` seeds come to, from `first` and every `step`. */
static struct tally play_many(const struct library_entry *entry, enum trainee trainee, int first,
                              int step, int seeds)
{
    struct tally tally = {0};
    for (int seed = first; seed <= seeds; seed += step) {
        enum mode mode = seed % 2 ? MODE_EXAM : MODE_PRACTICE;
        struct play *play = begin(entry->bundle, (uint64_t)seed, mode);
        finish(play, trainee);
        count(play, &tally);
        play_close(play, -1);
    }
    return tally;
}

static void best_effort_does_well(void **unused)
{
    (void)unused;
    for (int i = 0; i < library_count(library); i++) {
        struct tally tally =
            play_many(library_entry(library, i), TRAINEE_BEST_EFFORT, 1, 1, BEST_SEEDS);
        assert_true(tally.lowest >= 90);
        assert_int_equal(tally.failed + tally.critical + tally.timeouts, 0);
        assert_true(tally.forms > 0);
    }
}

/* The seeds go round among the scenarios. */
static void careless_mostly_fails(void **unused)
{
    (void)unused;
    for (int i = 0; i < library_count(library); i++) {
        struct tally tally = play_many(library_entry(library, i), TRAINEE_CARELESS, 1 + i,
                                       library_count(library), OTHER_SEEDS);
        assert_true(tally.failed > tally.plays / 2);
        assert_int_equal(tally.forms, 0);
        assert_true(tally.timeouts > 0);
    }
}

static void random_plays_to_the_end(void **unused)
{
    (void)unused;
    for (int i = 0; i < library_count(library); i++) {
        struct tally tally = play_many(library_entry(library, i), TRAINEE_RANDOM, 1 + i,
                                       library_count(library), OTHER_SEEDS);
        assert_true(tally.failed > 0 && tally.failed < tally.plays);
        assert_true(tally.forms > 0);
        assert_int_equal(tally.timeouts, 0);
    }
}

static void the_same_seed_is_played_the_same(void **unused)
{
    (void)unused;
    for (int trainee = 0; trainee < TRAINEE_COUNT; trainee++) {
        const struct bundle *bundle = library_entry(library, trainee)->bundle;
        struct play *one = begin(bundle, 77, MODE_EXAM), *other = begin(bundle, 77, MODE_EXAM);
        finish(one, (enum trainee)trainee);
        finish(other, (enum trainee)trainee);
        int events = session_event_count(play_session(one));
        assert_int_equal(events, session_event_count(play_session(other)));
        for (int i = 0; i < events; i++) {
            char *left = event_to_json(play_session(one), session_event(play_session(one), i));
            char *right = event_to_json(play_session(other), session_event(play_session(other), i));
            assert_string_equal(left, right);
            free(left);
            free(right);
        }
        play_close(one, -1);
        play_close(other, -1);
    }
}

/* ---- Small scenarios ------------------------------------------------------------------------- */

static void best_effort_passes_by_what_does_not_work(void **unused)
{
    (void)unused;
    struct bundle *bundle = small_bundle("trap.lua");
    for (uint64_t seed = 1; seed <= 5; seed++) {
        struct play *play = begin(bundle, seed, MODE_PRACTICE);
        finish(play, TRAINEE_BEST_EFFORT);
        assert_true(play_row(play)->score == 100);
        play_close(play, -1);
    }
    bundle_free(bundle);
}

static void what_can_not_be_played_is_told(void **unused)
{
    (void)unused;
    for (int trainee = 0; trainee < TRAINEE_COUNT; trainee++) {
        struct error error = {0};
        struct bundle *bundle = small_bundle("faults/play-pick-unknown-case.lua");
        struct play *play = begin(bundle, 1, MODE_PRACTICE);
        assert_false(trainee_play((enum trainee)trainee, play, &error));
        assert_int_equal(error.code, ERROR_SCENARIO);
        assert_int_equal(session_event_count(play_session(play)), 1);
        play_close(play, -1);
        bundle_free(bundle);
    }
}

/* The talk with five seconds to answer instead of twenty. */
static struct bundle *hurried_talk(void)
{
    struct bundle *talk = small_bundle("talk.lua"), *hurried = bundle_new("");
    for (int i = 0; i < talk->count; i++) {
        const struct source_file *file = &talk->files[i];
        char *seconds = i == 0 ? strstr(file->text, "seconds = 20") : NULL;
        if (seconds) {
            seconds[strlen("seconds = ")] = ' ';
            seconds[strlen("seconds = 2")] = '5';
        }
        bundle_add(hurried, file->name, file->text, file->length);
    }
    bundle_seal(hurried);
    bundle_free(talk);
    return hurried;
}

static void only_the_careless_are_late(void **unused)
{
    (void)unused;
    struct bundle *bundle = hurried_talk();
    for (int trainee = 0; trainee < TRAINEE_COUNT; trainee++) {
        struct tally tally = {0};
        for (uint64_t seed = 1; seed <= 20; seed++) {
            struct play *play = begin(bundle, seed, MODE_EXAM);
            assert_int_equal(session_limit_seconds(play_session(play)), 5);
            finish(play, (enum trainee)trainee);
            count(play, &tally);
            play_close(play, -1);
        }
        assert_int_equal(tally.timeouts > 0, trainee == TRAINEE_CARELESS);
    }
    bundle_free(bundle);
}

static void every_option_is_chosen_by_chance(void **unused)
{
    (void)unused;
    struct bundle *bundle = small_bundle("talk.lua");
    static const enum trainee trainees[] = {TRAINEE_RANDOM, TRAINEE_CARELESS};
    for (int i = 0; i < 2; i++) {
        int seen[RESPONSE_MAX] = {0}; /* by place on the screen */
        for (uint64_t seed = 1; seed <= 200; seed++) {
            struct play *play = begin(bundle, seed, MODE_PRACTICE);
            int options[RESPONSE_MAX], count = session_options(play_session(play), options);
            struct move move;
            trainee_move(trainees[i], play, &move);
            for (int j = 0; move.kind == MOVE_PICK && j < count; j++)
                seen[j] += options[j] == move.response;
            assert_in_range(move.think_ms, 1500, 7500);
            play_close(play, -1);
        }
        for (int j = 0; j < 5; j++)
            assert_true(seen[j] >= 8); /* the careless: a tenth of 200 at least, by chance alone */
    }
    bundle_free(bundle);
}

static void trainees_have_names(void **unused)
{
    (void)unused;
    enum trainee trainee;
    assert_true(trainee_parse("best-effort", &trainee));
    assert_int_equal(trainee, TRAINEE_BEST_EFFORT);
    assert_true(trainee_parse("careless", &trainee));
    assert_int_equal(trainee, TRAINEE_CARELESS);
    assert_true(trainee_parse("random", &trainee));
    assert_int_equal(trainee, TRAINEE_RANDOM);
    assert_false(trainee_parse("", &trainee));
    assert_false(trainee_parse("Random", &trainee));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(best_effort_does_well),
        cmocka_unit_test(careless_mostly_fails),
        cmocka_unit_test(random_plays_to_the_end),
        cmocka_unit_test(the_same_seed_is_played_the_same),
        cmocka_unit_test(best_effort_passes_by_what_does_not_work),
        cmocka_unit_test(what_can_not_be_played_is_told),
        cmocka_unit_test(only_the_careless_are_late),
        cmocka_unit_test(every_option_is_chosen_by_chance),
        cmocka_unit_test(trainees_have_names),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
