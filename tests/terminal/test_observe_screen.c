/* test_observe_screen.c: ticks by number and by arrows, kept at once, finished into a debrief. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "screen.h"
#include "store/classes.h"
#include "store/store.h"

/* A class of ten in a store of its own. */
struct room {
    char folder[256], store[300];
};

static int set_up(void **state)
{
    struct room *room = calloc(1, sizeof *room);
    const char *base = getenv("TMPDIR");
    struct error error = {0};
    struct class_row class = {.id = "spring-2026", .title = "春季班", .pass_mark = 60};
    struct roster_entry roster[10] = {0};
    assert_non_null(room);
    snprintf(room->folder, sizeof room->folder, "%.200s/observe.XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(room->folder));
    snprintf(room->store, sizeof room->store, "%s/s.db", room->folder);
    struct store *store = store_open(room->store, &error);
    assert_non_null(store);
    assert_true(store_add_class(store, &class, &error));
    for (int i = 0; i < 10; i++) {
        snprintf(roster[i].person.name, sizeof roster[i].person.name, "学员%02d", i + 1);
        snprintf(roster[i].person.staff_number, sizeof roster[i].person.staff_number, "B%02d",
                 i + 1);
    }
    assert_true(store_add_roster(store, class.id, roster, 10, &error));
    store_close(store);
    screen_set_scenarios();
    *state = room;
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static struct screen *start(const struct room *room, const char *arguments,
                            struct screen_options options)
{
    options.store = room->store;
    options.arguments = arguments;
    options.language = options.language ? options.language : "en_US.UTF-8";
    return screen_start(&options);
}

static const char observe[] = "observe idle-deposit --class spring-2026 --who 7";

static struct screen *start_observe(const struct room *room, struct screen_options options)
{
    struct screen *screen = start(room, observe, options);
    screen_wait(screen, options.language ? "观察清单" : "Checklist");
    return screen;
}

static void leave(struct screen *screen)
{
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    assert_true(screen_settings_are_restored(screen));
    screen_stop(screen);
}

static void numbers_choose_and_signs_tick(void **state)
{
    struct screen *screen = start_observe(*state, (struct screen_options){0});
    screen_wait(screen, "学员07");
    screen_wait(screen, "Score -");
    screen_type(screen, "10");
    screen_wait(screen, "No. 10: + kept, - not kept");
    screen_wait(screen, "Hear right away: accept the feeling");
    screen_type(screen, "+");
    screen_wait(screen, "√ kept: 10 Accept the feeling first");
    screen_wait(screen, "Score 100");
    screen_type(screen, "10-");
    screen_wait(screen, "× not kept: 10");
    screen_wait(screen, "√  1 ×  1");
    screen_wait(screen, "Score 50"); /* one of two, and nothing else */
    screen_type(screen, "u");
    screen_wait(screen, "Taken back: 10 Accept the feeling first ×");
    screen_wait(screen, "Score 100");
    screen_type(screen, "j "); /* the next line, Space */
    screen_wait(screen, "√ kept: 11");
    screen_type(screen, "x");
    screen_wait(screen, "× not kept: 11");
    leave(screen);
}

/* 45 rules: after 4 a 9 can't go on to 49, so it begins anew. */
static void a_number_that_is_none_begins_anew(void **state)
{
    struct screen *screen = start_observe(*state, (struct screen_options){0});
    screen_type(screen, "4");
    screen_wait(screen, "No. 4:");
    screen_type(screen, "9");
    screen_wait(screen, "No. 9:");
    screen_type(screen, "\033");
    screen_wait_gone(screen, "No. 9:");
    screen_type(screen, "0");
    screen_read(screen, 100);
    assert_false(screen_shows(screen, "No. 0"));
    leave(screen);
}

static void what_is_judged_once_is_ticked_once(void **state)
{
    struct screen *screen = start_observe(*state, (struct screen_options){0});
    screen_type(screen, "36+");
    screen_wait(screen, "√ kept: 36");
    screen_wait(screen, "one tick");
    screen_type(screen, "+");
    screen_wait(screen, "judged once");
    screen_type(screen, "-");
    screen_wait(screen, "× not kept: 36");
    screen_wait(screen, "Score 0 !"); /* the only tick, and a critical one */
    leave(screen);
}

static void it_goes_on_after_a_kill(void **state)
{
    struct screen *screen = start_observe(*state, (struct screen_options){0});
    screen_type(screen, "10+");
    screen_wait(screen, "Score 100");
    screen_type(screen, "10-");
    screen_wait(screen, "Score 50");
    screen_signal(screen, SIGKILL);
    assert_int_equal(screen_wait_end(screen), 128 + SIGKILL);
    screen_stop(screen);
    screen = start_observe(*state, (struct screen_options){0});
    screen_wait(screen, "Score 50");
    leave(screen);
}

static void finishing_asks_and_shows_the_debrief(void **state)
{
    struct screen *screen = start_observe(*state, (struct screen_options){0});
    screen_type(screen, "\r");
    screen_wait(screen, "Nothing is ticked yet.");
    screen_type(screen, "10+10-");
    screen_wait(screen, "Score 50");
    screen_type(screen, "\r");
    screen_wait(screen, "Finish?");
    screen_wait(screen, "rules that forbid something throughout have no tick.");
    screen_type(screen, "\033");
    screen_wait_gone(screen, "Finish?");
    screen_type(screen, "\r");
    screen_wait(screen, "Finish?");
    screen_type(screen, "2"); /* as it is */
    screen_wait(screen, "Debrief");
    screen_wait(screen, "observed");
    screen_wait(screen, "× not passed");
    screen_type(screen, "r"); /* no picks, no prices */
    screen_read(screen, 200);
    assert_true(screen_shows(screen, "Debrief"));
    leave(screen);
}

static void a_filter_finds_lines(void **state)
{
    struct screen *screen = start_observe(*state, (struct screen_options){.language = "zh_CN"});
    screen_type(screen, "/承诺");
    screen_wait(screen, "/承诺");
    screen_wait(screen, "不承诺保本收益");
    screen_wait_gone(screen, "先接住感受");
    screen_type(screen, "\r");
    screen_type(screen, "x");
    screen_wait(screen, "不承诺保本收益");
    screen_type(screen, "\033");
    screen_wait(screen, "先测评");
    leave(screen);
}

static void a_filter_has_its_own_keys(void **state)
{
    struct screen *screen = start_observe(*state, (struct screen_options){0});
    screen_type(screen, "/promise");
    screen_wait(screen, "Enter: done   Esc: show all");
    assert_false(screen_shows(screen, "untick"));
    screen_type(screen, "\r");
    screen_wait(screen, "untick");
    assert_false(screen_shows(screen, "Esc: show all"));
    leave(screen);
}

/* Every line of the list ends at the same column, whatever is Chinese in it. */
static void it_fits_small_windows_in_chinese(void **state)
{
    struct screen *screen = start_observe(
        *state, (struct screen_options){
                    .rows = 18, .cols = 60, .language = "zh_CN.UTF-8", .no_color = true});
    screen_type(screen, "12+");
    screen_wait(screen, "√  1");
    for (int row = 2; row < 9; row++) {
        assert_string_equal(screen_cell(screen, row, 0), "│");
        assert_string_equal(screen_cell(screen, row, 59), "│");
    }
    assert_false(screen_has_colour(screen));
    screen_resize(screen, 40, 120);
    screen_wait(screen, "识别推荐");
    leave(screen);
}

/* From the groups and back: one tick, kept, and finished. */
static void observe_the_first(struct screen *screen)
{
    screen_type(screen, "\r");
    screen_wait(screen, "Checklist");
    screen_type(screen, "1+");
    screen_wait(screen, "Score 100");
    screen_type(screen, "\r2");
    screen_wait(screen, "Debrief");
    screen_type(screen, "q");
    screen_wait(screen, "√ 100");
}

static void the_groups_lead_to_a_checklist(void **state)
{
    struct screen *screen = start(*state, "triads --class spring-2026 --seed 4 --absent 10",
                                  (struct screen_options){0});
    screen_wait(screen, "Role-play in threes · 春季班");
    screen_wait(screen, "3 groups · Round 1 of 3");
    screen_wait(screen, "the clock stands: Space starts it");
    screen_type(screen, " ");
    screen_wait_gone(screen, "the clock stands");
    screen_read(screen, 20); /* for a moment of it to pass */
    screen_type(screen, " ");
    screen_wait(screen, "the clock was stopped: Space lets it go on");
    screen_type(screen, " ");
    screen_wait_gone(screen, "the clock was stopped");
    screen_type(screen, "n");
    screen_wait(screen, "Round 2 of 3");
    screen_wait(screen, "the clock stands");
    screen_type(screen, "s3");
    screen_wait(screen, "Ms Li never buys insurance");
    observe_the_first(screen);
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
    /* the round and its scenario are found again */
    screen = start(*state, "triads --class spring-2026 --seed 4 --absent 10",
                   (struct screen_options){0});
    screen_wait(screen, "Round 2 of 3");
    screen_wait(screen, "√ 100");
    leave(screen);
}

/* Ten people, one group of four, whose two observers stand in one column beside each other. */
static void two_observers_are_named_in_full(void **state)
{
    const struct room *room = *state;
    struct error error = {0};
    struct store *store = store_open(room->store, &error);
    struct class_row class = {.id = "west", .title = "西部班", .pass_mark = 60};
    struct roster_entry roster[10] = {0};
    bool both = false;
    assert_non_null(store);
    assert_true(store_add_class(store, &class, &error));
    for (int i = 0; i < 10; i++) {
        snprintf(roster[i].person.name, sizeof roster[i].person.name, "买买提·艾力%d", i);
        snprintf(roster[i].person.staff_number, sizeof roster[i].person.staff_number, "W%d", i);
    }
    assert_true(store_add_roster(store, class.id, roster, 10, &error));
    store_close(store);
    struct screen *screen =
        start(room, "triads --class west --seed 4", (struct screen_options){.language = "zh_CN"});
    screen_wait(screen, "西部班");
    for (int row = 0; row < screen_rows(screen); row++) {
        const char *text = screen_row(screen, row);
        int people = 0;
        for (const char *at = text; (at = strstr(at, "买买提·艾力")); at += strlen("买买提·艾力"))
            people += at[strlen("买买提·艾力")] != ' ';
        both = both || people == 4;
    }
    assert_true(both);
    leave(screen);
}

static const char groups[] = "triads --class spring-2026 --seed 4 --absent 10 "
                             "--scenario idle-deposit";

/* The trainee of the first group, observed: one tick, kept. */
static struct screen *start_observed(const struct room *room)
{
    struct screen *screen = start(room, groups, (struct screen_options){0});
    screen_wait(screen, "Role-play in threes");
    observe_the_first(screen);
    return screen;
}

static void a_result_is_seen_again(void **state)
{
    struct screen *screen = start_observed(*state);
    screen_type(screen, "\r");
    screen_wait(screen, "was observed in this scenario already.");
    screen_wait(screen, "> 1  See the debrief");
    screen_type(screen, "\r");
    screen_wait(screen, "Debrief");
    screen_wait(screen, "√ passed");
    screen_type(screen, "q");
    screen_wait(screen, "√ 100");
    leave(screen);
}

static int count_sessions(const struct room *room)
{
    struct error error = {0};
    struct session_row *rows = NULL;
    struct session_filter filter = {.state = -1};
    int count = -1;
    struct store *store = store_open(room->store, &error);
    assert_non_null(store);
    assert_true(store_sessions(store, &filter, &rows, &count, &error));
    free(rows);
    store_close(store);
    return count;
}

/* A second look that comes to nothing leaves no trace; one that is begun leaves the first's score,
   until it is finished too. */
static void a_result_stays_until_there_is_another(void **state)
{
    struct screen *screen = start_observed(*state);
    screen_type(screen, "\r");
    screen_wait(screen, "2  Observe once more");
    screen_type(screen, "2");
    screen_wait(screen, "Score -");
    screen_type(screen, "\033");
    screen_wait(screen, "√ 100");
    assert_int_equal(count_sessions(*state), 1);
    screen_type(screen, "\r2");
    screen_wait(screen, "Score -");
    screen_type(screen, "1-");
    screen_wait(screen, "Score 0");
    screen_type(screen, "\033");
    screen_wait(screen, "√ 100…");
    assert_int_equal(count_sessions(*state), 2);
    screen_type(screen, "\r");
    screen_wait(screen, "2  Go on with the second observation");
    screen_type(screen, "2");
    screen_wait(screen, "Score 0");
    screen_type(screen, "\r2");
    screen_wait(screen, "× not passed");
    screen_type(screen, "q");
    screen_wait(screen, "× 0");
    assert_false(screen_shows(screen, "…"));
    leave(screen);
}

/* On the projector: two turns, left, and taken up; then begun anew beside it. */
static void what_the_class_left_goes_on(void **state)
{
    struct screen *screen = start(*state, groups, (struct screen_options){0});
    screen_wait(screen, "Role-play in threes");
    screen_type(screen, "p");
    screen_wait(screen, "Enter: begin");
    screen_type(screen, "\r");
    screen_wait(screen, "Turn 1/12");
    screen_type(screen, "2v\r");
    screen_wait(screen, "Turn 2/12");
    screen_type(screen, "q");
    screen_wait(screen, "Role-play in threes");
    screen_type(screen, "p");
    screen_wait(screen, "The class left this scenario in the middle.");
    screen_type(screen, "\r");
    screen_wait(screen, "Turn 2/12");
    screen_type(screen, "q");
    screen_wait(screen, "Role-play in threes");
    assert_int_equal(count_sessions(*state), 1);
    screen_type(screen, "p");
    screen_wait(screen, "2  Start again");
    screen_type(screen, "2");
    screen_wait(screen, "Enter: begin");
    screen_type(screen, "q");
    screen_wait(screen, "Role-play in threes");
    assert_int_equal(count_sessions(*state), 2);
    leave(screen);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(numbers_choose_and_signs_tick),
        TEST(a_number_that_is_none_begins_anew),
        TEST(what_is_judged_once_is_ticked_once),
        TEST(it_goes_on_after_a_kill),
        TEST(finishing_asks_and_shows_the_debrief),
        TEST(a_filter_finds_lines),
        TEST(a_filter_has_its_own_keys),
        TEST(it_fits_small_windows_in_chinese),
        TEST(the_groups_lead_to_a_checklist),
        TEST(two_observers_are_named_in_full),
        TEST(a_result_is_seen_again),
        TEST(a_result_stays_until_there_is_another),
        TEST(what_the_class_left_goes_on),
    };
    return cmocka_run_group_tests_name("observe_screen", tests, NULL, NULL);
}
