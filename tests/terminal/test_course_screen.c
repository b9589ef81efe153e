/*
 * test_course_screen.c: a course on the trainer's screen: its clock, its board, its end, and a crash
 * in the middle.
 */
#include <setjmp.h>
#include <signal.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "class/course_run.h"
#include "class/trainer.h"
#include "screen.h"

/* A class of three with its trainer, in a store of its own. */
struct room {
    char folder[256], store[300], passphrase[300];
};

static const char secret[] = "lantern harbour";

static void write_passphrase(const struct room *room)
{
    FILE *file = fopen(room->passphrase, "w");
    assert_non_null(file);
    fprintf(file, "%s\n", secret);
    fclose(file);
    assert_int_equal(chmod(room->passphrase, 0600), 0);
}

static void fill_store(const struct room *room)
{
    struct error error = {0};
    struct class_row class = {.id = "spring", .title = "春季班", .pass_mark = 60};
    struct roster_entry people[] = {{.person = {.name = "王小明", .staff_number = "1001"},
                                     .branch = "南湖支行",
                                     .role = "大堂经理"},
                                    {.person = {.name = "李丽", .staff_number = "1002"}},
                                    {.person = {.name = "赵强", .staff_number = "1003"}}};
    struct store *store = store_open(room->store, &error);
    assert_non_null(store);
    assert_true(trainer_new(store, "chen", secret, NULL, &error));
    assert_true(store_add_class(store, &class, &error));
    assert_true(store_add_roster(store, "spring", people, 3, &error));
    store_close(store);
}

static int set_up(void **state)
{
    struct room *room = calloc(1, sizeof *room);
    const char *base = getenv("TMPDIR");
    assert_non_null(room);
    snprintf(room->folder, sizeof room->folder, "%.200s/course.XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(room->folder));
    snprintf(room->store, sizeof room->store, "%s/s.db", room->folder);
    snprintf(room->passphrase, sizeof room->passphrase, "%s/passphrase", room->folder);
    write_passphrase(room);
    fill_store(room);
    *state = room;
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

#define ROOM_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static struct screen *start(const struct room *room, const char *more,
                            struct screen_options options)
{
    char arguments[600];
    snprintf(arguments, sizeof arguments,
             "course run existing-customers --class spring --as chen --passphrase-file %s%s",
             room->passphrase, more);
    options.store = room->store;
    options.arguments = arguments;
    options.language = options.language ? options.language : "en_US.UTF-8";
    return screen_start(&options);
}

/* Past the attendance, everybody here. */
static struct screen *start_class(const struct room *room, const char *more,
                                  struct screen_options options)
{
    struct screen *screen = start(room, more, options);
    screen_wait(screen, "王小明");
    screen_type(screen, "\r");
    screen_wait(screen, "1/18");
    return screen;
}

static void leave(struct screen *screen)
{
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

/* The latest run of the class, as its journal tells. */
static void read_summary(const struct room *room, struct course_summary *summary)
{
    struct error error = {0};
    struct store *store = store_open(room->store, &error);
    assert_non_null(store);
    if (!course_summary_latest(store, "spring", "existing-customers", summary, &error))
        fail_msg("%s", error.message);
    store_close(store);
}

static const struct course_event *find_event(const struct course_summary *summary,
                                             enum course_event_kind kind)
{
    for (int i = summary->event_count - 1; i >= 0; i--) {
        if (summary->events[i].kind == kind)
            return &summary->events[i];
    }
    fail_msg("no event %s", course_event_name(kind));
    return NULL;
}

/* ------------------------------------------------------------------------------ a crash ---- */

/* Course seconds on the class's clock, by "Class 85:12 left" of a class of 90 minutes. */
static int shown_seconds(const struct screen *screen)
{
    int row = screen_find(screen, "Class ");
    assert_true(row >= 0);
    const char *at = strstr(screen_row(screen, row), "Class ") + strlen("Class ");
    char *end;
    long minutes = strtol(at, &end, 10);
    assert_int_equal(*end, ':');
    return 90 * 60 - (int)(minutes * 60 + strtol(end + 1, NULL, 10));
}

static int shown_segment(const struct screen *screen)
{
    int row = screen_find(screen, "/18 [");
    assert_true(row >= 0);
    return (int)strtol(screen_row(screen, row), NULL, 10);
}

/*
 * At 60x a wall second is a minute of the course. Killed without a chance to say anything, it goes
 * on in the segment and, within 2 seconds of course time, at the second that was shown last.
 */
static void a_killed_rehearsal_goes_on_at_the_second(void **state)
{
    const struct room *room = *state;
    struct course_summary summary;
    struct screen *screen = start_class(room, " --dry-run 60x", (struct screen_options){0});
    screen_type(screen, "w");
    screen_wait(screen, "Onto the board:");
    screen_type(screen, "睡眠户多，流失率高\r");
    screen_wait(screen, "1  睡眠户多，流失率高");
    screen_type(screen, "\033");
    screen_wait(screen, "q leave");
    screen_wait(screen, "2/18");
    screen_read(screen, 700);
    screen_signal(screen, SIGKILL);
    screen_wait_end(screen);
    int seconds = shown_seconds(screen), segment = shown_segment(screen);
    screen_stop(screen);

    screen = start(room, " --dry-run 60x", (struct screen_options){0});
    screen_wait(screen, "Goes on where it broke off");
    leave(screen);
    read_summary(room, &summary);
    const struct course_event *interrupt = find_event(&summary, COURSE_INTERRUPT);
    assert_int_equal(interrupt->segment + 1, segment);
    /* Nothing that was shown is lost but 2 s of it at most; what was not yet drawn may be kept. */
    assert_in_range(interrupt->clock / 1000 + 2, seconds, seconds + 60);
    assert_int_equal(summary.interruptions, 1);
    assert_int_equal(summary.speed, 60);
    assert_int_equal(summary.board_count, 1);
    assert_string_equal(summary.board[0].words, "睡眠户多，流失率高");
    assert_int_equal(summary.board[0].segment, 0);
    assert_int_equal(summary.segments[0].actual_seconds, 180); /* to the second, by itself */
    course_summary_free(&summary);
}

/* The same in class: a hang-up and SIGTERM are no crash, the clock was stopped in good order. */
static void a_signal_closes_in_good_order(void **state)
{
    const struct room *room = *state;
    struct course_summary summary;
    struct screen *screen = start_class(room, "", (struct screen_options){0});
    screen_type(screen, "n");
    screen_wait(screen, "2/18");
    screen_signal(screen, SIGTERM);
    assert_int_equal(screen_wait_end(screen), 128 + SIGTERM);
    assert_true(screen_settings_are_restored(screen));
    screen_stop(screen);
    read_summary(room, &summary);
    assert_int_equal(summary.status, COURSE_LEFT);
    assert_int_equal(summary.interruptions, 0);
    course_summary_free(&summary);

    screen = start(room, "", (struct screen_options){0});
    screen_wait(screen, "Goes on where it was left,");
    screen_wait(screen, " s ago."); /* and not "0:05" */
    screen_wait(screen, "2/18");
    screen_hang_up(screen);
    screen_wait_end(screen);
    screen_stop(screen);
    read_summary(room, &summary);
    assert_int_equal(summary.status, COURSE_LEFT);
    course_summary_free(&summary);
}

/* ------------------------------------------------------------------------------- keys ---- */

static void keys_move_the_course(void **state)
{
    const struct room *room = *state;
    struct course_summary summary;
    struct screen *screen = start(room, "", (struct screen_options){0});
    screen_wait(screen, "3 here, 0 absent");
    screen_type(screen, "j ");
    screen_wait(screen, "2 here, 1 absent");
    screen_type(screen, "\r");
    screen_wait(screen, "1/18 [talk]");
    screen_wait(screen, "on time");
    screen_type(screen, "+");
    screen_wait(screen, "/ 4:00");
    screen_wait(screen, "behind +1:00");
    screen_type(screen, "-");
    screen_wait(screen, "/ 3:00");
    screen_type(screen, " ");
    screen_wait(screen, "PAUSED");
    screen_type(screen, "n");
    screen_wait(screen, "2/18 [discussion]");
    screen_wait(screen, "ahead -2:5"); /* all but the first seconds of the opening's 3:00 */
    screen_wait(screen, "(a shows what a good answer holds)");
    screen_type(screen, "a");
    screen_wait(screen, "A good answer holds");
    screen_type(screen, "b");
    screen_wait(screen, "1/18 [talk]");
    screen_type(screen, " ");
    screen_wait_gone(screen, "PAUSED");
    screen_type(screen, "?");
    screen_wait(screen, "type what is called out onto the board");
    screen_type(screen, "\033");
    screen_wait_gone(screen, "type what is called out onto the board");
    screen_type(screen, "p");
    screen_wait(screen, "2 here, 1 absent");
    screen_type(screen, "\033");
    leave(screen);
    read_summary(room, &summary);
    assert_int_equal(summary.absent_count, 1);
    assert_int_equal(summary.absent[0], 2);
    assert_int_equal(summary.pauses, 1);
    assert_int_equal(summary.segments[0].extended_seconds, 0);
    assert_int_equal(summary.segments[0].visits, 2);
    course_summary_free(&summary);
}

/* Names are as wide as the longest, so that the branch has room. */
static void presence_shows_the_branch_in_a_small_window(void **state)
{
    const struct room *room = *state;
    struct screen *screen = start(room, "", (struct screen_options){.rows = 18, .cols = 60});
    screen_wait(screen, "王小明");
    screen_wait(screen, "南湖支行 · 大堂经理");
    screen_type(screen, " ");
    screen_wait(screen, "王小明 absent 南湖支行 · 大堂经理");
    screen_stop(screen);
}

/* A pasted list is as many answers; an empty line ends nothing, and no key of it is one. */
static void a_pasted_list_is_as_many_answers(void **state)
{
    const struct room *room = *state;
    struct course_summary summary;
    struct screen *screen = start_class(room, "", (struct screen_options){0});
    screen_paste(screen, "nnn\n");
    screen_type(screen, "w");
    screen_wait(screen, "Onto the board:");
    screen_paste(screen, "睡眠户多\n\nbalances fall\tb\n\033[Cnobody calls\n");
    screen_wait(screen, "[Cnobody calls");
    screen_wait(screen, "Onto the board:");
    screen_paste(screen, "half a line");
    screen_wait(screen, "half a line");
    screen_type(screen, ", typed on\r");
    screen_wait(screen, "4  half a line, typed on");
    screen_type(screen, "\033");
    screen_wait(screen, "1/18");
    leave(screen);
    read_summary(room, &summary);
    assert_int_equal(summary.board_count, 4);
    assert_string_equal(summary.board[0].words, "睡眠户多");
    assert_string_equal(summary.board[1].words, "balances fall b");
    assert_string_equal(summary.board[2].words, "[Cnobody calls");
    assert_string_equal(summary.board[3].words, "half a line, typed on");
    course_summary_free(&summary);
}

/* The board keeps 360 bytes of an answer, which is 120 Chinese characters, and no more. */
static void an_answer_is_as_long_as_the_board_keeps_it(void **state)
{
    const struct room *room = *state;
    struct course_summary summary;
    struct screen *screen = start_class(room, "", (struct screen_options){0});
    screen_type(screen, "w");
    screen_wait(screen, "Onto the board:");
    for (int i = 0; i < 119; i++)
        screen_type(screen, "好");
    screen_type(screen, "完");
    screen_wait(screen, "完");
    assert_false(screen_shows(screen, "no more fits"));
    screen_type(screen, "了");
    screen_wait(screen, "no more fits");
    screen_type(screen, "\033OD");
    screen_wait_gone(screen, "no more fits");
    screen_type(screen, "\r");
    screen_wait(screen, "1  好");
    for (int i = 0; i < 10; i++)
        screen_paste(screen, "还有很多话要说还有很多话要说");
    screen_wait(screen, "no more fits");
    screen_paste(screen, "\nshort\n");
    screen_wait(screen, "3  short");
    screen_type(screen, "\033");
    leave(screen);
    read_summary(room, &summary);
    assert_int_equal(summary.board_count, 3);
    assert_int_equal(strlen(summary.board[0].words), 360);
    assert_non_null(strstr(summary.board[0].words, "好完"));
    assert_int_equal(strlen(summary.board[1].words), 360);
    course_summary_free(&summary);
}

static void too_much_for_the_board_is_told(void **state)
{
    struct screen *screen = start_class(*state, "", (struct screen_options){0});
    char lines[60 * 4 + 1] = "";
    for (int i = 1; i <= 60; i++)
        snprintf(lines + strlen(lines), sizeof lines - strlen(lines), "a%d\n", i);
    screen_type(screen, "w");
    screen_wait(screen, "Onto the board:");
    screen_paste(screen, lines);
    screen_wait(screen, "too much: not all is noted");
    screen_wait(screen, "50 a50");
    assert_false(screen_shows(screen, "51"));
    screen_type(screen, "x");
    screen_wait_gone(screen, "too much: not all is noted");
    screen_stop(screen);
}

static void the_end_is_asked_for_and_summed_up(void **state)
{
    const struct room *room = *state;
    struct course_summary summary;
    struct screen *screen = start_class(room, "", (struct screen_options){.rows = 40});
    char place[16];
    for (int i = 2; i <= 18; i++) {
        snprintf(place, sizeof place, " %d/18", i);
        screen_type(screen, "n");
        screen_wait(screen, place);
    }
    screen_wait(screen, "Next: the end of the course");
    screen_type(screen, "n");
    screen_wait(screen, "1  Not yet");
    screen_type(screen, "1");
    screen_wait_gone(screen, "1  Not yet");
    screen_type(screen, "n");
    screen_wait(screen, "2  Finish the course");
    screen_type(screen, "2");
    screen_wait(screen, "The course is finished");
    screen_wait(screen, "In all");
    screen_wait(screen, "3 here, 0 absent");
    leave(screen);
    read_summary(room, &summary);
    assert_int_equal(summary.status, COURSE_FINISHED);
    assert_int_equal(summary.planned_seconds, 5400);
    course_summary_free(&summary);
}

/* The clock goes on while an exercise lies over it, and is written down all the while. */
static void an_exercise_starts_from_here(void **state)
{
    const struct room *room = *state;
    struct course_summary summary;
    struct screen *screen = start_class(room, "", (struct screen_options){0});
    for (int segment = 2; segment <= 18 && !screen_shows(screen, "[exercise]"); segment++) {
        char number[16];
        snprintf(number, sizeof number, " %d/18 ", segment);
        screen_type(screen, "n");
        screen_wait(screen, number);
    }
    screen_wait(screen, "[exercise]");
    screen_wait(screen, "Enter opens the exercise: ");
    assert_false(screen_shows(screen, "rehearsal"));
    screen_type(screen, "\r");
    screen_wait_gone(screen, "[exercise]");
    screen_read(screen, 2500);
    screen_signal(screen, SIGKILL);
    screen_wait_end(screen);
    screen_stop(screen);
    screen = start(room, "", (struct screen_options){0});
    screen_wait(screen, "Goes on where it broke off");
    leave(screen);
    read_summary(room, &summary);
    const struct course_event *opened = find_event(&summary, COURSE_ACTIVITY);
    assert_string_equal(opened->text, "contact-plan");
    assert_true(find_event(&summary, COURSE_INTERRUPT)->clock - opened->clock >= 1000);
    course_summary_free(&summary);
}

/* Paused in its first role-play, a rehearsal stays there; its rounds run as fast as it does. */
static void a_rehearsed_role_play_runs_faster(void **state)
{
    const struct room *room = *state;
    struct screen *screen = start_class(room, " --dry-run 60x", (struct screen_options){0});
    screen_type(screen, " ");
    screen_wait(screen, "PAUSED");
    for (int segment = shown_segment(screen) + 1;
         segment <= 18 && !screen_shows(screen, "[role-play]"); segment++) {
        char number[32];
        snprintf(number, sizeof number, " %d/18 ", segment);
        screen_type(screen, "n");
        screen_wait(screen, number);
    }
    screen_wait(screen, "Enter opens the groups.");
    screen_wait(screen, "counts too."); /* of what is done in a rehearsal */
    screen_type(screen, "\r");
    screen_wait(screen, "Role-play in threes");
    screen_wait(screen, "rehearsal 60x");
    screen_wait(screen, "> preparing");
    screen_type(screen, " ");
    screen_wait(screen, "> playing"); /* in a few seconds, where the class takes minutes */
    screen_type(screen, "q");
    screen_wait(screen, "[role-play]");
    leave(screen);
}

/* ------------------------------------------------------------------------- how it looks ---- */

static void it_fits_small_windows_without_colour_in_chinese(void **state)
{
    const struct room *room = *state;
    struct screen *screen =
        start_class(room, "",
                    (struct screen_options){
                        .rows = 18, .cols = 60, .language = "zh_CN.UTF-8", .no_color = true});
    assert_false(screen_has_colour(screen));
    screen_wait(screen, "发掘现有客户资源 · 春季班");
    screen_type(screen, "n");
    screen_wait(screen, "2/18");
    screen_wait(screen, "░");
    screen_resize(screen, 17, 59);
    screen_wait_gone(screen, "2/18");
    screen_resize(screen, 40, 120);
    screen_wait(screen, "2/18");
    screen_wait(screen, "▀▀▀"); /* room for the large digits */
    leave(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROOM_TEST(a_killed_rehearsal_goes_on_at_the_second),
        ROOM_TEST(a_signal_closes_in_good_order),
        ROOM_TEST(keys_move_the_course),
        ROOM_TEST(presence_shows_the_branch_in_a_small_window),
        ROOM_TEST(a_pasted_list_is_as_many_answers),
        ROOM_TEST(an_answer_is_as_long_as_the_board_keeps_it),
        ROOM_TEST(too_much_for_the_board_is_told),
        ROOM_TEST(the_end_is_asked_for_and_summed_up),
        ROOM_TEST(an_exercise_starts_from_here),
        ROOM_TEST(a_rehearsed_role_play_runs_faster),
        ROOM_TEST(it_fits_small_windows_without_colour_in_chinese),
    };
    if (sodium_init() < 0)
        return 1;
    return cmocka_run_group_tests_name("course_screen", tests, NULL, NULL);
}
