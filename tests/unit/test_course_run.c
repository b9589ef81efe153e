/*
 * test_course_run.c: a course's clock on timelines that were worked by hand, and a run that is kept.
 *
 * The course is tests/cases/courseware/tiny.lua, of 20 minutes:
 *
 *     0 opening 3:00   1 why 2:00   2 open-talk 3:00   3 plan 5:00   4 threes 6:00   5 end 1:00
 *
 * Times below are m:ss of the class's clock. "behind" is worked as: clock + what the present segment
 * and those after it have left (planned + extended - actual, never below 0) - 20:00.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "class/course_beat.h"
#include "class/course_run.h"
#include "class/course_words.h"
#include "class/courseware.h"
#include "unit/small.h"
#include "unit/store_fixture.h"

#define CLOCK(minutes, seconds) (((minutes)*INT64_C(60) + (seconds)) * 1000)

/* ------------------------------------------------------------------ the function alone ---- */

static struct course_plan tiny_plan(void)
{
    static const struct {
        const char *id;
        enum segment_kind kind;
        int minutes;
    } segments[] = {{"opening", SEGMENT_TALK, 3},      {"why", SEGMENT_DISCUSS, 2},
                    {"open-talk", SEGMENT_DISCUSS, 3}, {"plan", SEGMENT_EXERCISE, 5},
                    {"threes", SEGMENT_ROLE_PLAY, 6},  {"end", SEGMENT_WRAP_UP, 1}};
    struct course_plan plan = {.course = "tiny", .speed = 1, .count = 6};
    for (int i = 0; i < plan.count; i++) {
        struct plan_segment *segment = &plan.segments[i];
        snprintf(segment->id, sizeof segment->id, "%s", segments[i].id);
        segment->kind = segments[i].kind;
        segment->planned = CLOCK(segments[i].minutes, 0);
        plan.planned += segment->planned;
    }
    return plan;
}

static struct course_event at(enum course_event_kind kind, int64_t clock, int segment)
{
    return (struct course_event){.kind = kind, .clock = clock, .segment = segment, .at = clock};
}

static void fold(const struct course_event *events, int count, int64_t clock,
                 struct course_state *state)
{
    struct course_plan plan = tiny_plan();
    course_fold(&plan, events, count, clock, state);
}

#define FOLD(events, clock, state) \
    fold(events, (int)(sizeof(events) / sizeof *(events)), clock, state)

static void nothing_counts_before_the_start(void **unused)
{
    (void)unused;
    struct course_state state;
    const struct course_event events[] = {at(COURSE_BEGIN, 0, -1), at(COURSE_NEXT, 0, 1),
                                          at(COURSE_PAUSE, 0, 0), at(COURSE_FINISH, 0, 0)};
    FOLD(events, CLOCK(5, 0), &state);
    assert_int_equal(state.status, COURSE_WAITING);
    assert_int_equal(state.segment, -1);
    assert_int_equal(state.clock, 0);
    assert_int_equal(state.class_left, CLOCK(20, 0));
    assert_int_equal(state.behind, 0);
}

/* 2:10 into opening (3:00): 0:50 left, 17:50 of the class, on time. At 3:25 it is over by 0:25. */
static void a_segment_runs_down_and_over(void **unused)
{
    (void)unused;
    struct course_state state;
    const struct course_event events[] = {at(COURSE_BEGIN, 0, -1), at(COURSE_START, 0, 0)};
    FOLD(events, CLOCK(2, 10), &state);
    assert_int_equal(state.status, COURSE_RUNNING);
    assert_int_equal(state.segment, 0);
    assert_int_equal(state.segment_left, CLOCK(0, 50));
    assert_int_equal(state.class_left, CLOCK(17, 50));
    assert_int_equal(state.behind, 0);
    FOLD(events, CLOCK(3, 25), &state);
    assert_int_equal(state.segment_left, -CLOCK(0, 25));
    assert_int_equal(state.class_left, CLOCK(16, 35));
    assert_int_equal(state.behind, CLOCK(0, 25)); /* 3:25 + (0 + 17:00) - 20:00 */
    FOLD(events, CLOCK(21, 0), &state);
    assert_int_equal(state.class_left, -CLOCK(1, 0));
}

/* Opening takes 3:25, why is left after 1:15 of its 2:00: 0:25 behind - 0:45 = 0:20 ahead. */
static void a_skip_puts_ahead_what_overran_behind(void **unused)
{
    (void)unused;
    struct course_state state;
    const struct course_event events[] = {at(COURSE_START, 0, 0), at(COURSE_NEXT, CLOCK(3, 25), 1),
                                          at(COURSE_SKIP, CLOCK(4, 40), 2)};
    FOLD(events, CLOCK(5, 0), &state);
    assert_int_equal(state.segment, 2);
    assert_int_equal(state.segments[0].actual, CLOCK(3, 25));
    assert_int_equal(state.segments[1].actual, CLOCK(1, 15));
    assert_int_equal(state.segments[2].actual, CLOCK(0, 20));
    assert_int_equal(state.behind, -CLOCK(0, 20)); /* 5:00 + (2:40 + 5 + 6 + 1) - 20:00 = -0:20 */
}

/*
 * Opening to 3:00, why to 4:00 (1:00 of 2:00), back to opening for 0:30, on to why, which then has
 * 1:00 left. While back in opening (over by 0:30 at 4:30): 4:30 + (0 + 1:00 + 15:00) - 20:00 = 0:30.
 */
static void going_back_adds_up(void **unused)
{
    (void)unused;
    struct course_state state;
    const struct course_event events[] = {at(COURSE_START, 0, 0), at(COURSE_NEXT, CLOCK(3, 0), 1),
                                          at(COURSE_BACK, CLOCK(4, 0), 0),
                                          at(COURSE_NEXT, CLOCK(4, 30), 1)};
    fold(events, 3, CLOCK(4, 30), &state);
    assert_int_equal(state.segment, 0);
    assert_int_equal(state.segment_left, -CLOCK(0, 30));
    assert_int_equal(state.behind, CLOCK(0, 30));
    FOLD(events, CLOCK(4, 50), &state);
    assert_int_equal(state.segments[0].actual, CLOCK(3, 30));
    assert_int_equal(state.segments[0].visits, 2);
    assert_int_equal(state.segments[1].actual, CLOCK(1, 20));
    assert_int_equal(state.segments[1].visits, 2);
    assert_int_equal(state.segment_left, CLOCK(0, 40));
    assert_int_equal(state.behind, CLOCK(0, 30)); /* 4:50 + (0:40 + 15:00) - 20:00 */
}

/* Two minutes more for opening at 1:00 put the end 2:00 later at once; one taken back, 1:00. */
static void an_extension_counts_at_once(void **unused)
{
    (void)unused;
    struct course_state state;
    struct course_event events[] = {at(COURSE_START, 0, 0), at(COURSE_EXTEND, CLOCK(1, 0), 0),
                                    at(COURSE_EXTEND, CLOCK(2, 0), 0)};
    events[1].amount = CLOCK(2, 0);
    events[2].amount = -CLOCK(1, 0);
    fold(events, 2, CLOCK(1, 0), &state);
    assert_int_equal(state.segment_left, CLOCK(4, 0));
    assert_int_equal(state.behind, CLOCK(2, 0));
    FOLD(events, CLOCK(3, 30), &state);
    assert_int_equal(state.segments[0].extended, CLOCK(1, 0));
    assert_int_equal(state.segment_left, CLOCK(0, 30));
    assert_int_equal(state.behind, CLOCK(1, 0));
    assert_int_equal(state.class_left, CLOCK(16, 30));
}

/* The clock stands while paused: what it shows then is not counted. Wall times are logged. */
static void a_pause_stops_the_clock(void **unused)
{
    (void)unused;
    struct course_state state;
    struct course_event events[] = {at(COURSE_START, 0, 0), at(COURSE_PAUSE, CLOCK(1, 0), 0),
                                    at(COURSE_SKIP, CLOCK(1, 0), 1),
                                    at(COURSE_RESUME, CLOCK(1, 0), 1)};
    events[1].at = 500000;
    events[3].at = 590000;
    fold(events, 3, CLOCK(9, 0), &state);
    assert_int_equal(state.status, COURSE_PAUSED);
    assert_int_equal(state.segment, 1); /* one may go on while it is paused */
    assert_int_equal(state.clock, CLOCK(1, 0));
    FOLD(events, CLOCK(1, 30), &state);
    assert_int_equal(state.status, COURSE_RUNNING);
    assert_int_equal(state.segments[1].actual, CLOCK(0, 30));
    assert_int_equal(state.pauses, 1);
    assert_int_equal(state.paused, 90000);
    events[3].at = 400000; /* the wall clock was set back in the pause */
    FOLD(events, CLOCK(1, 30), &state);
    assert_int_equal(state.paused, 0);
    assert_int_equal(state.segments[1].actual, CLOCK(0, 30));
}

/* A crash noted at clock 2:00, seven minutes of wall time away: nothing of them counts. */
static void a_crash_and_a_leave_do_not_count(void **unused)
{
    (void)unused;
    struct course_state state;
    struct course_event events[] = {at(COURSE_START, 0, 0), at(COURSE_INTERRUPT, CLOCK(2, 0), 0),
                                    at(COURSE_RESUME, CLOCK(2, 0), 0),
                                    at(COURSE_LEAVE, CLOCK(2, 30), 0),
                                    at(COURSE_RESUME, CLOCK(2, 30), 0)};
    events[1].amount = CLOCK(7, 0);
    events[1].at = events[2].at = 1000000;
    events[3].at = 1030000;
    events[4].at = 1090000;
    fold(events, 2, CLOCK(8, 0), &state);
    assert_int_equal(state.status, COURSE_LEFT);
    assert_int_equal(state.clock, CLOCK(2, 0));
    FOLD(events, CLOCK(2, 45), &state);
    assert_int_equal(state.status, COURSE_RUNNING);
    assert_int_equal(state.segments[0].actual, CLOCK(2, 45));
    assert_int_equal(state.interruptions, 1);
    assert_int_equal(state.away, CLOCK(7, 0) + 60000);
    assert_int_equal(state.behind, 0);
}

/* Left in a pause, the course is still paused: opening it again does not start the clock. */
static void a_pause_outlives_a_leave(void **unused)
{
    (void)unused;
    struct course_state state;
    const struct course_event events[] = {at(COURSE_START, 0, 0), at(COURSE_PAUSE, CLOCK(1, 0), 0),
                                          at(COURSE_LEAVE, CLOCK(1, 0), 0)};
    FOLD(events, CLOCK(2, 0), &state);
    assert_int_equal(state.status, COURSE_PAUSED);
    assert_int_equal(state.clock, CLOCK(1, 0));
}

/* All six in 18:30: 1:30 ahead at the end, and nothing moves it any more. */
static void a_finished_course_stands(void **unused)
{
    (void)unused;
    struct course_state state;
    const struct course_event events[] = {at(COURSE_START, 0, 0),
                                          at(COURSE_NEXT, CLOCK(3, 0), 1),
                                          at(COURSE_NEXT, CLOCK(5, 0), 2),
                                          at(COURSE_NEXT, CLOCK(8, 0), 3),
                                          at(COURSE_SKIP, CLOCK(11, 0), 4),
                                          at(COURSE_NEXT, CLOCK(17, 30), 5),
                                          at(COURSE_FINISH, CLOCK(18, 30), 5),
                                          at(COURSE_BACK, CLOCK(19, 0), 0),
                                          at(COURSE_RESUME, CLOCK(19, 0), 5)};
    FOLD(events, CLOCK(30, 0), &state);
    assert_int_equal(state.status, COURSE_FINISHED);
    assert_int_equal(state.segment, 5);
    assert_int_equal(state.clock, CLOCK(18, 30));
    assert_int_equal(state.behind, -CLOCK(1, 30));
    assert_int_equal(state.segments[3].actual, CLOCK(3, 0));
    assert_int_equal(state.segments[4].actual, CLOCK(6, 30));
}

/* An event whose clock lies before the last one's takes nothing away. */
static void a_clock_that_goes_back_changes_nothing(void **unused)
{
    (void)unused;
    struct course_state state;
    const struct course_event events[] = {at(COURSE_START, 0, 0), at(COURSE_NEXT, CLOCK(3, 0), 1),
                                          at(COURSE_BOARD, CLOCK(1, 0), 1),
                                          at(COURSE_NEXT, CLOCK(2, 0), 99)};
    FOLD(events, CLOCK(3, 30), &state);
    assert_int_equal(state.segment, 1);
    assert_int_equal(state.segments[0].actual, CLOCK(3, 0));
    assert_int_equal(state.segments[1].actual, CLOCK(0, 30));
}

/* Left in seconds begun, over and behind in seconds past. */
static void times_are_spelled_out(void **unused)
{
    (void)unused;
    static const struct {
        int64_t ms;
        const char *left, *span, *behind;
    } rows[] = {
        {180000, "3:00 left", "3:00", "behind +3:00"},
        {179001, "3:00 left", "3:00", "behind +2:59"},
        {179000, "2:59 left", "2:59", "behind +2:59"},
        {1, "0:01 left", "0:01", "on time"},
        {0, "over by 0:00", "0:00", "on time"},
        {-999, "over by 0:00", "0:00", "on time"},
        {-1000, "over by 0:01", "+0:01", "ahead -0:01"},
        {-4271999, "over by 71:11", "+71:11", "ahead -71:11"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char words[COURSE_WORDS_SIZE], span[COURSE_SPAN_SIZE];
        course_left_words(rows[i].ms, words);
        assert_string_equal(words, rows[i].left);
        course_left_span(rows[i].ms, span);
        assert_string_equal(span, rows[i].span);
        course_behind_words(rows[i].ms, words);
        assert_string_equal(words, rows[i].behind);
    }
}

static void a_span_in_a_sentence_is_no_time_of_day(void **unused)
{
    (void)unused;
    static const struct {
        int64_t ms;
        const char *words;
    } rows[] = {
        {0, "1 s"},
        {59999, "59 s"},
        {60000, "1 min 0 s"},
        {138000, "2 min 18 s"},
        {3599000, "59 min 59 s"},
        {90000000, "25 h 0 min"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char words[COURSE_WORDS_SIZE];
        course_span_words(rows[i].ms, words);
        assert_string_equal(words, rows[i].words);
    }
}

/* ------------------------------------------------------------------------ a run, kept ---- */

struct room {
    struct fixture fixture;
    struct course_file *course;
    struct trainer trainer;
    struct error error;
};

static struct course_file *tiny_course(const char *from, const char *to)
{
    size_t length;
    struct error error = {0};
    char *path = source_path("tests/cases/courseware/tiny.lua");
    char *text = small_read(path, &length), *sources_path = small_path("sources.lua");
    char *sources = small_read(sources_path, &length);
    struct buffer changed = {0};
    char *place = strstr(text, from);
    assert_non_null(place);
    buffer_add_bytes(&changed, text, (size_t)(place - text));
    buffer_add(&changed, to);
    buffer_add(&changed, place + strlen(from));
    struct bundle *bundle = bundle_new("");
    bundle_add(bundle, "tiny.lua", changed.data, changed.length);
    bundle_add(bundle, "sources.lua", sources, length);
    bundle_seal(bundle);
    struct course_file *file = course_file_load(bundle, NULL, &error);
    if (!file)
        fail_msg("%d: %s", error.line, error.message);
    bundle_free(bundle);
    buffer_free(&changed);
    free(sources);
    free(sources_path);
    free(text);
    free(path);
    return file;
}

static int set_up(void **state)
{
    struct room *room = calloc(1, sizeof *room);
    struct class_row class = {.id = "spring", .title = "春季班", .pass_mark = 60};
    assert_non_null(room);
    fixture_begin(&room->fixture);
    assert_true(store_add_class(room->fixture.store, &class, &room->error));
    snprintf(room->trainer.name, sizeof room->trainer.name, "chen");
    snprintf(room->trainer.hash, sizeof room->trainer.hash, "$argon2id$v=19$m=8,t=1,p=1$x$y");
    assert_true(store_add_trainer(room->fixture.store, &room->trainer, &room->error));
    room->course = tiny_course("S-1", "S-1");
    *state = room;
    return 0;
}

static int tear_down(void **state)
{
    struct room *room = *state;
    course_file_free(room->course);
    fixture_end(&room->fixture);
    free(room);
    return 0;
}

#define ROOM_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* `ms` after the moment at which the tests begin: both clocks. */
static struct course_time after(int64_t ms)
{
    return (struct course_time){.wall = FIXTURE_NOW + ms, .steady = 77000 + ms};
}

static struct course_run *begin(struct room *room, int speed)
{
    struct course_begin how = {.class = "spring", .trainer = room->trainer.id, .speed = speed};
    struct course_run *run =
        course_run_begin(room->fixture.store, room->course, &how, after(0), &room->error);
    if (!run)
        fail_msg("%s", room->error.message);
    return run;
}

static struct course_run *begin_running(struct room *room, int speed)
{
    struct course_run *run = begin(room, speed);
    assert_true(course_run_start(run, after(0), &room->error));
    return run;
}

static void assert_at(const struct course_run *run, struct course_time now, int segment,
                      int64_t left)
{
    struct course_state state;
    course_run_state(run, now, &state);
    assert_int_equal(state.segment, segment);
    assert_int_equal(state.segment_left, left);
}

static void refused(struct room *room, bool done, const char *part)
{
    assert_false(done);
    assert_int_equal(room->error.code, ERROR_NOT_ALLOWED);
    assert_non_null(strstr(room->error.message, part));
}

static void a_run_is_what_was_done(void **state)
{
    struct room *room = *state;
    static const int here[] = {1, 2, 4}, away[] = {3};
    struct course_run *run = begin(room, 1);
    struct course_summary summary;
    assert_false(course_run_has_presence(run));
    refused(room, course_run_pause(run, after(0), &room->error), "not started");
    assert_true(course_run_present(run, here, 3, away, 1, after(1000), &room->error));
    assert_int_equal(course_run_absent(run)[0], 3);
    assert_int_equal(course_run_absent(run)[1], 0);
    assert_true(course_run_start(run, after(10000), &room->error)); /* clock 0:00 */
    assert_at(run, after(70000), 0, CLOCK(2, 0));
    assert_true(course_run_next(run, after(70000), &room->error)); /* 1:00: a skip */
    assert_true(course_run_board(run, "  睡眠户\t多  ", after(80000), &room->error)); /* 1:10 */
    refused(room, course_run_board(run, " \n ", after(80000), &room->error), "nothing");
    assert_true(course_run_extend(run, 1, after(90000), &room->error));
    assert_true(course_run_extend(run, -1, after(90000), &room->error));
    assert_true(course_run_extend(run, -1, after(90000), &room->error)); /* 2:00 becomes 1:00 */
    refused(room, course_run_extend(run, -1, after(90000), &room->error), "a minute");
    assert_true(course_run_pause(run, after(100000), &room->error)); /* 1:30, why 0:30 */
    assert_true(course_run_pause(run, after(160000), &room->error)); /* a minute later */
    assert_at(run, after(190000), 1, CLOCK(0, 0));                   /* 2:00: just up */
    assert_true(course_run_next(run, after(200000), &room->error));  /* 2:10: not a skip */
    assert_true(course_run_back(run, after(200000), &room->error));
    assert_true(course_run_next(run, after(200000), &room->error));
    assert_true(course_run_next(run, after(200000), &room->error));
    assert_true(course_run_activity(run, "contact-plan", true, after(210000), &room->error));
    assert_true(course_run_activity(run, "contact-plan", false, after(390000), &room->error));
    assert_at(run, after(390000), 3, CLOCK(5, 0) - CLOCK(3, 10)); /* counted on */
    assert_true(course_run_next(run, after(400000), &room->error));
    assert_true(course_run_next(run, after(400000), &room->error));
    assert_true(course_run_next(run, after(430000), &room->error)); /* behind the last: finishes */
    refused(room, course_run_next(run, after(440000), &room->error), "finished");
    refused(room, course_run_board(run, "x", after(440000), &room->error), "finished");

    assert_true(
        course_summary_load(room->fixture.store, course_run_id(run), &summary, &room->error));
    /* Opening 1:00, why 0:30 + 0:40, plan 3:20, end 0:30: 6:00 of 20:00. Wall: 7:00 - 1:00 pause. */
    assert_int_equal(summary.status, COURSE_FINISHED);
    assert_int_equal(summary.planned_seconds, 1200);
    assert_int_equal(summary.actual_seconds, 360);
    assert_int_equal(summary.segments[0].actual_seconds, 60);
    assert_int_equal(summary.segments[1].actual_seconds, 70);
    assert_int_equal(summary.segments[1].extended_seconds, -60);
    assert_int_equal(summary.segments[1].visits, 2);
    assert_int_equal(summary.segments[2].actual_seconds, 0);
    assert_int_equal(summary.segments[3].actual_seconds, 200);
    assert_int_equal(summary.segments[3].planned_seconds, 300);
    assert_int_equal(summary.segments[5].actual_seconds, 30);
    assert_string_equal(summary.segments[1].title.words[LANGUAGE_ZH], "为什么");
    assert_int_equal(summary.pauses, 1);
    assert_int_equal(summary.paused_seconds, 60);
    assert_int_equal(summary.interruptions, 0);
    assert_int_equal(summary.started_at, FIXTURE_NOW + 10000);
    assert_int_equal(summary.ended_at, FIXTURE_NOW + 430000);
    assert_int_equal(summary.present_count, 3);
    assert_int_equal(summary.present[2], 4);
    assert_int_equal(summary.absent_count, 1);
    assert_int_equal(summary.board_count, 1);
    assert_string_equal(summary.board[0].words, "睡眠户 多");
    assert_int_equal(summary.board[0].segment, 1);
    assert_string_equal(summary.trainer, room->trainer.id);
    course_summary_free(&summary);
    course_run_free(run);
    assert_int_equal(fixture_bad(&room->fixture, NULL), 0);
}

/*
 * The program dies at 1:20.4 without a word; the last beat is of 1:20. It is opened 8 minutes of wall
 * time after that beat: the segment has 1:40 left, as it had then, and 480 s of interruption.
 */
static void a_crash_resumes_at_the_second(void **state)
{
    struct room *room = *state;
    struct course_summary summary;
    struct course_run *run = begin_running(room, 1);
    char id[ULID_SIZE];
    bool crashed;
    for (int64_t ms = 0; ms <= 80400; ms += 200)
        assert_true(course_run_beat(run, after(ms), &room->error));
    memcpy(id, course_run_id(run), sizeof id);
    course_run_free(run);
    run =
        course_run_open(room->fixture.store, room->course, id, after(80000 + 480000), &room->error);
    assert_non_null(run);
    assert_int_equal(course_run_was_away(run, &crashed), 480000);
    assert_true(crashed);
    assert_at(run, after(560000), 0, CLOCK(1, 40));
    assert_at(run, after(570000), 0, CLOCK(1, 30)); /* it runs again */
    course_run_free(run);
    assert_true(course_summary_load(room->fixture.store, id, &summary, &room->error));
    assert_int_equal(summary.interruptions, 1);
    assert_int_equal(summary.away_seconds, 480);
    assert_int_equal(summary.status, COURSE_RUNNING);
    course_summary_free(&summary);
}

/* At 60x a wall second is a course minute; the beats of each course second hold it to that. */
static void sixty_times_as_fast(void **state)
{
    struct room *room = *state;
    struct course_run *run = begin_running(room, 60);
    char id[ULID_SIZE];
    assert_at(run, after(1500), 0, CLOCK(1, 30));
    for (int64_t ms = 0; ms <= 2000; ms += 33)
        assert_true(course_run_beat(run, after(ms), &room->error));
    /* the last at 1980 ms: course 118.8 s of 180 */
    memcpy(id, course_run_id(run), sizeof id);
    course_run_free(run);
    run = course_run_open(room->fixture.store, room->course, id, after(60000), &room->error);
    assert_non_null(run);
    assert_true(course_run_is_rehearsal(run));
    assert_at(run, after(60000), 0, 180000 - 118800);
    course_run_free(run);
}

/*
 * A rehearsal at 60x, looked at every 50 ms (3 course seconds): each segment takes what was planned,
 * to the millisecond, and the whole 20 minutes take 20 s of wall time.
 */
static void a_rehearsal_goes_through_by_itself(void **state)
{
    struct room *room = *state;
    struct course_run *run = begin_running(room, 60);
    struct course_state now;
    int moves = 0;
    int64_t ms = 0;
    do {
        bool moved;
        ms += 50;
        assert_true(course_run_advance(run, after(ms), &moved, &room->error));
        moves += moved;
        course_run_state(run, after(ms), &now);
    } while (now.status != COURSE_FINISHED && ms < 60000);
    assert_int_equal(moves, 6);
    assert_int_equal(ms, 20000);
    assert_int_equal(now.clock, CLOCK(20, 0));
    assert_int_equal(now.behind, 0);
    for (int i = 0; i < 6; i++)
        assert_int_equal(now.segments[i].actual, course_run_plan(run)->segments[i].planned);
    course_run_free(run);
}

/* In class nothing moves by itself, however late it is. */
static void a_class_is_never_moved(void **state)
{
    struct room *room = *state;
    bool moved = true;
    struct course_run *run = begin_running(room, 1);
    assert_true(course_run_advance(run, after(CLOCK(50, 0)), &moved, &room->error));
    assert_false(moved);
    assert_at(run, after(CLOCK(50, 0)), 0, -CLOCK(47, 0));
    course_run_free(run);
}

/* The wall clock is set back by an hour in mid-class, and once more before it is opened again. */
static void a_wall_clock_set_back_changes_nothing(void **state)
{
    struct room *room = *state;
    struct course_run *run = begin_running(room, 1);
    struct course_time set_back = {.wall = FIXTURE_NOW - CLOCK(60, 0), .steady = 77000 + 60000};
    char id[ULID_SIZE];
    bool crashed;
    assert_at(run, set_back, 0, CLOCK(2, 0));
    assert_true(course_run_next(run, set_back, &room->error)); /* at 1:00 */
    set_back.steady += 30000;                                  /* why has 1:30 left */
    assert_at(run, set_back, 1, CLOCK(1, 30));
    assert_true(course_run_beat(run, set_back, &room->error));
    memcpy(id, course_run_id(run), sizeof id);
    course_run_free(run);
    /* another start of the machine: the steady clock begins anew, the wall's is earlier still */
    struct course_time reborn = {.wall = FIXTURE_NOW - CLOCK(90, 0), .steady = 5};
    run = course_run_open(room->fixture.store, room->course, id, reborn, &room->error);
    if (!run)
        fail_msg("%s", room->error.message);
    assert_int_equal(course_run_was_away(run, &crashed), 0);
    assert_at(run, reborn, 1, CLOCK(1, 30));
    reborn.steady += 1000;
    assert_at(run, reborn, 1, CLOCK(1, 29));
    reborn.steady = 0; /* never to happen, and harmless */
    assert_at(run, reborn, 1, CLOCK(1, 30));
    course_run_free(run);
    assert_int_equal(fixture_bad(&room->fixture, NULL), 0);
}

static void leaving_stops_the_clock(void **state)
{
    struct room *room = *state;
    struct course_run *run = begin_running(room, 1);
    char id[ULID_SIZE];
    bool crashed;
    assert_true(course_run_leave(run, after(61000), &room->error));
    assert_true(course_run_leave(run, after(61000), &room->error)); /* twice is once */
    memcpy(id, course_run_id(run), sizeof id);
    course_run_free(run);
    run = course_run_open(room->fixture.store, room->course, id, after(91000), &room->error);
    assert_non_null(run);
    assert_int_equal(course_run_was_away(run, &crashed), 30000);
    assert_false(crashed);
    assert_at(run, after(91000), 0, CLOCK(1, 59));
    assert_at(run, after(92000), 0, CLOCK(1, 58));
    assert_true(course_run_pause(run, after(92000), &room->error));
    assert_true(course_run_leave(run, after(93000), &room->error));
    course_run_free(run);
    run = course_run_open(room->fixture.store, room->course, id, after(99000), &room->error);
    assert_non_null(run);
    assert_at(run, after(199000), 0, CLOCK(1, 58)); /* still paused */
    course_run_free(run);
}

static void the_unfinished_run_is_found(void **state)
{
    struct room *room = *state;
    char id[ULID_SIZE];
    struct store *store = room->fixture.store;
    assert_true(course_run_find(store, "spring", "tiny", false, id, &room->error));
    assert_string_equal(id, "");
    struct course_run *real = begin_running(room, 1), *rehearsal = begin_running(room, 30);
    assert_true(course_run_find(store, "spring", "tiny", false, id, &room->error));
    assert_string_equal(id, course_run_id(real));
    assert_true(course_run_find(store, "spring", "tiny", true, id, &room->error));
    assert_string_equal(id, course_run_id(rehearsal));
    assert_true(course_run_find(store, "spring", "other", true, id, &room->error));
    assert_string_equal(id, "");
    for (int i = 0; i < 6; i++)
        assert_true(course_run_next(real, after(1000), &room->error));
    assert_true(course_run_find(store, "spring", "tiny", false, id, &room->error));
    assert_string_equal(id, "");
    struct course_run *finished =
        course_run_open(store, room->course, course_run_id(real), after(2000), &room->error);
    assert_null(finished);
    refused(room, false, "finished");
    course_run_free(real);
    course_run_free(rehearsal);
}

/* A real course comes before a rehearsal that was later, and one that started before one that was
   only opened. */
static void the_latest_is_the_real_one(void **state)
{
    struct room *room = *state;
    struct course_summary summary;
    struct store *store = room->fixture.store;
    assert_false(course_summary_latest(store, "spring", NULL, &summary, &room->error));
    assert_int_equal(room->error.code, ERROR_NOT_FOUND);
    struct course_run *rehearsal = begin_running(room, 60);
    assert_true(course_summary_latest(store, "spring", NULL, &summary, &room->error));
    assert_string_equal(summary.journal, course_run_id(rehearsal));
    assert_true(summary.rehearsal);
    course_summary_free(&summary);
    struct course_run *real = begin_running(room, 1), *later = begin_running(room, 60);
    struct course_run *opened = begin(room, 1);
    assert_true(course_summary_latest(store, "spring", "tiny", &summary, &room->error));
    assert_string_equal(summary.journal, course_run_id(real));
    course_summary_free(&summary);
    assert_false(course_summary_latest(store, "spring", "other", &summary, &room->error));
    course_run_free(rehearsal);
    course_run_free(real);
    course_run_free(later);
    course_run_free(opened);
}

static void a_changed_course_is_not_resumed(void **state)
{
    struct room *room = *state;
    struct course_run *run = begin_running(room, 1);
    struct course_file *words = tiny_course("The plan", "Another plan");
    struct course_file *other = tiny_course("id = \"why\"", "id = \"what-for\"");
    assert_null(
        course_run_open(room->fixture.store, other, course_run_id(run), after(1000), &room->error));
    refused(room, false, "other segments");
    struct course_run *again =
        course_run_open(room->fixture.store, words, course_run_id(run), after(1000), &room->error);
    assert_non_null(again);
    course_run_free(again);
    course_run_free(run);
    course_file_free(words);
    course_file_free(other);
}

/* The second to write is told so, and writes nothing; a beat of a living program refuses an open. */
static void two_windows_do_not_mix(void **state)
{
    struct room *room = *state;
    struct course_run *first = begin_running(room, 1);
    assert_true(course_run_beat(first, after(5000), &room->error));
    struct course_beat beat;
    assert_true(course_beat_read(room->fixture.store, course_run_id(first), &beat, &room->error));
    assert_int_equal(beat.clock, 5000);
    beat.process = getppid();
    assert_true(course_beat_write(room->fixture.store, course_run_id(first), &beat, &room->error));
    assert_null(course_run_open(room->fixture.store, room->course, course_run_id(first),
                                after(6000), &room->error));
    refused(room, false, "another window");
    /* the same a minute later is a number that another program got */
    struct course_run *second = course_run_open(room->fixture.store, room->course,
                                                course_run_id(first), after(65000), &room->error);
    assert_non_null(second);
    assert_false(course_run_next(first, after(66000), &room->error));
    assert_int_equal(room->error.code, ERROR_STORE);
    assert_at(first, after(66000), 0, CLOCK(1, 54)); /* as before */
    assert_true(course_run_next(second, after(66000), &room->error));
    course_run_free(first);
    course_run_free(second);
    assert_int_equal(fixture_bad(&room->fixture, NULL), 0);
}

static void a_log_that_was_changed_is_refused(void **state)
{
    struct room *room = *state;
    struct course_run *run = begin_running(room, 1);
    char id[ULID_SIZE];
    memcpy(id, course_run_id(run), sizeof id);
    course_run_free(run);
    fixture_close(&room->fixture);
    raw(room->fixture.path, "DROP TRIGGER journal_event_is_never_changed");
    raw(room->fixture.path, "UPDATE journal_event SET payload = '{\"segments\":[]}' WHERE seq = 1");
    fixture_open(&room->fixture);
    assert_null(course_run_open(room->fixture.store, room->course, id, after(1000), &room->error));
    assert_int_equal(room->error.code, ERROR_TAMPERED);
    assert_non_null(strstr(room->error.message, "yanlian verify"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_counts_before_the_start),
        cmocka_unit_test(a_segment_runs_down_and_over),
        cmocka_unit_test(a_skip_puts_ahead_what_overran_behind),
        cmocka_unit_test(going_back_adds_up),
        cmocka_unit_test(an_extension_counts_at_once),
        cmocka_unit_test(a_pause_stops_the_clock),
        cmocka_unit_test(a_crash_and_a_leave_do_not_count),
        cmocka_unit_test(a_pause_outlives_a_leave),
        cmocka_unit_test(a_finished_course_stands),
        cmocka_unit_test(a_clock_that_goes_back_changes_nothing),
        cmocka_unit_test(times_are_spelled_out),
        cmocka_unit_test(a_span_in_a_sentence_is_no_time_of_day),
        ROOM_TEST(a_run_is_what_was_done),
        ROOM_TEST(a_crash_resumes_at_the_second),
        ROOM_TEST(sixty_times_as_fast),
        ROOM_TEST(a_rehearsal_goes_through_by_itself),
        ROOM_TEST(a_class_is_never_moved),
        ROOM_TEST(a_wall_clock_set_back_changes_nothing),
        ROOM_TEST(leaving_stops_the_clock),
        ROOM_TEST(the_unfinished_run_is_found),
        ROOM_TEST(the_latest_is_the_real_one),
        ROOM_TEST(a_changed_course_is_not_resumed),
        ROOM_TEST(two_windows_do_not_mix),
        ROOM_TEST(a_log_that_was_changed_is_refused),
    };
    return cmocka_run_group_tests_name("course_run", tests, NULL, NULL);
}
