/* test_grade_screen.c: the queue and a marking on the screen, by two trainers. */
#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "class/exercise_sitting.h"
#include "class/live.h"
#include "class/trainer.h"
#include "practice/library.h"
#include "practice/play.h"
#include "screen.h"

/* A class in which all sessions are marked twice: Mei played, Wang was watched, Lin did an exercise. */
struct room {
    char folder[256], store[300];
};

static void write_passphrase(const struct room *room, const char *name, const char *words)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", room->folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(words, file);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0600), 0);
}

static void play(struct store *store, const struct bundle *bundle)
{
    struct person person;
    assert_true(store_person(store, "Mei", "", &person, NULL));
    struct play_options options = {
        .person = &person, .language = LANGUAGE_EN, .seed = 1, .class = "spring"};
    struct play *play = play_begin(store, bundle, &options, NULL);
    assert_non_null(play);
    while (session_phase(play_session(play)) == SESSION_CHOOSING) {
        int choices[RESPONSE_MAX];
        assert_true(session_options(play_session(play), choices) > 0);
        assert_true(play_pick(play, choices[0], 500, NULL));
    }
    play_close(play, -1);
}

static void watch(struct store *store, const struct bundle *bundle)
{
    struct person person;
    assert_true(store_person(store, "Wang", "", &person, NULL));
    struct live_options options = {.person = &person, .class = "spring", .language = LANGUAGE_EN};
    struct live *live = live_begin(store, bundle, &options, NULL);
    assert_non_null(live);
    assert_true(live_tick(live, 0, true, NULL) && live_tick(live, 1, false, NULL));
    assert_true(live_finish(live, NULL));
    live_close(live);
}

static void answer(struct store *store)
{
    struct error error = {0};
    struct person person;
    assert_true(store_person(store, "Lin", "", &person, NULL));
    struct exercise_sitting who = {
        .exercise = "how-many-products", .class = "spring", .person = &person};
    struct sitting *sitting = sitting_begin(store, &who, LANGUAGE_EN, &error);
    if (!sitting)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    assert_true(sitting_hand_in(sitting, NULL));
    sitting_close(sitting);
}

static void fill(struct store *store)
{
    struct trainer chen;
    struct class_row class = {
        .id = "spring", .title = "Spring class", .pass_mark = 60, .double_share = 1};
    struct bundle *bundle = library_bundle("forex-browser", NULL);
    assert_non_null(bundle);
    assert_true(store_add_class(store, &class, NULL));
    assert_true(trainer_new(store, "chen", "open sesame one", NULL, NULL));
    assert_true(store_trainer(store, "chen", &chen, NULL));
    assert_true(trainer_new(store, "li", "open sesame two", &chen, NULL));
    play(store, bundle);
    watch(store, bundle);
    answer(store);
    bundle_free(bundle);
}

static int set_up(void **state)
{
    struct room *room = calloc(1, sizeof *room);
    const char *base = getenv("TMPDIR");
    assert_non_null(room);
    snprintf(room->folder, sizeof room->folder, "%.200s/grade.XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(room->folder));
    snprintf(room->store, sizeof room->store, "%s/s.db", room->folder);
    struct store *store = store_open(room->store, NULL);
    assert_non_null(store);
    fill(store);
    store_close(store);
    write_passphrase(room, "chen", "open sesame one\n");
    write_passphrase(room, "li", "open sesame two\n");
    *state = room;
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static struct screen *start(const struct room *room, const char *trainer, const char *more,
                            struct screen_options options)
{
    char arguments[512];
    snprintf(arguments, sizeof arguments, "grade --class spring --as %s --passphrase-file %s/%s%s",
             trainer, room->folder, trainer, more);
    options.store = room->store;
    options.arguments = arguments;
    options.language = options.language ? options.language : "en_US.UTF-8";
    struct screen *screen = screen_start(&options);
    screen_wait(screen, "Spring class");
    return screen;
}

/* Opens what `name` did, by searching for it. */
static void open_item(struct screen *screen, const char *name, const char *sign)
{
    screen_type(screen, "/");
    screen_type(screen, name);
    screen_type(screen, "\r");
    screen_wait(screen, name);
    screen_type(screen, "\r");
    screen_wait(screen, sign);
}

static void leave(struct screen *screen)
{
    screen_type(screen, "q");
    screen_wait(screen, "Spring class");
    screen_type(screen, "q"); /* the search */
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    assert_false(screen_is_alternate(screen));
    assert_true(screen_settings_are_restored(screen));
    screen_stop(screen);
}

/* ----------------------------------------------------------------------------- marking ---- */

static void one_marks_and_the_other_sees_nothing_of_it(void **state)
{
    struct screen *screen = start(*state, "chen", "", (struct screen_options){0});
    screen_wait(screen, "[To mark 3]");
    screen_wait(screen, "exercise");
    screen_wait(screen, "observed");
    open_item(screen, "Mei", "Rubric");
    screen_wait(screen, "Transcript");
    screen_wait(screen, "Opening and observation");
    screen_type(screen, "s"); /* not yet */
    screen_wait(screen, "'opening and observation' is not rated yet");
    screen_type(screen, " ");
    screen_type(screen, "43");
    screen_wait(screen, "> Handling the objection");
    screen_type(screen, "\033[Z"); /* Shift-Tab */
    screen_wait(screen, "> Understanding the need");
    screen_type(screen, "\033OD\033OD\r"); /* one level below the middle, and given */
    screen_wait(screen, "> Handling the objection");
    screen_type(screen, "345");
    screen_wait(screen, "> Overall rating");
    screen_type(screen, "4");
    screen_wait(screen, "begun");
    screen_type(screen, "j");
    screen_wait(screen, ">1 ");
    screen_type(screen, "c");
    screen_wait(screen, "Comment on turn 1");
    screen_type(screen, "太快 too fast\177\177\177\177slow");
    screen_wait(screen, "too slow");
    screen_type(screen, "\r");
    screen_wait(screen, "* 太快 too slow");
    screen_type(screen, "C");
    screen_wait(screen, "Comment on the whole");
    screen_type(screen, "Warm.\r");
    screen_wait(screen, "* Warm.");
    screen_type(screen, "v");
    screen_wait(screen, "Which verdict?");
    screen_type(screen, "\r");
    screen_wait(screen, "It becomes:");
    screen_type(screen, "\r");
    screen_wait(screen, "Both stay on record");
    screen_type(screen, "\r"); /* without a reason */
    screen_wait(screen, "Please give the reason.");
    assert_true(screen_shows(screen, "Both stay on record"));
    screen_type(screen, " \r");
    screen_wait(screen, "Please give the reason.");
    screen_type(screen, "Heard it.");
    screen_wait_gone(screen, "Please give the reason.");
    screen_type(screen, "\r");
    screen_wait(screen, " → ");
    screen_type(screen, "s");
    screen_wait(screen, "awaits the second");
    screen_type(screen, "?");
    screen_wait(screen, "this help");
    for (int i = 0; i < 40; i++)
        screen_type(screen, "j");
    screen_wait(screen, "! a critical rule is broken");
    screen_wait(screen, "?? blunder"); /* the sign stays with its meaning */
    screen_type(screen, "x1");
    screen_wait(screen, "reopen it, with a reason");
    screen_type(screen, " ");
    leave(screen);

    screen = start(*state, "li", "", (struct screen_options){0});
    screen_wait(screen, "Second marking 1");
    screen_type(screen, "\t");
    screen_wait(screen, "[Second marking 1]");
    open_item(screen, "Mei", "Rubric");
    screen_wait(screen, "second marking");
    screen_read(screen, 200);
    assert_false(screen_shows(screen, "Warm."));
    assert_false(screen_shows(screen, " → "));
    screen_type(screen, "H");
    screen_wait(screen, "Nothing has been put down yet.");
    screen_type(screen, " ");
    screen_type(screen, "222222");
    screen_type(screen, "s");
    screen_wait(screen, "2 | 4"); /* only now */
    screen_wait(screen, "chen: Warm.");
    screen_type(screen, "H");
    screen_wait(screen, "(Heard it.)");
    screen_type(screen, "x");
    leave(screen);
}

static void reopening_takes_a_reason(void **state)
{
    struct screen *screen = start(*state, "chen", "", (struct screen_options){0});
    open_item(screen, "Mei", "Rubric");
    screen_type(screen, "333333s");
    screen_wait(screen, "awaits the second");
    screen_type(screen, "r");
    screen_wait(screen, "Why? It stays on record.");
    screen_type(screen, "\r");
    screen_wait(screen, "Please give the reason.");
    screen_type(screen, "A slip.\r");
    screen_wait(screen, "begun");
    screen_type(screen, "H");
    screen_wait(screen, "reopened: A slip.");
    screen_type(screen, "x");
    screen_wait_gone(screen, "reopened: A slip.");
    leave(screen);
}

static void exercises_and_watched_sessions_too(void **state)
{
    struct screen *screen = start(*state, "chen", "", (struct screen_options){0});
    open_item(screen, "Lin", "What was done");
    screen_wait(screen, "points");
    screen_wait(screen, "> Overall rating");
    assert_false(screen_shows(screen, "Understanding the need"));
    assert_true(screen_shows(screen, "↑↓ scroll") && screen_shows(screen, "c comment"));
    assert_false(screen_shows(screen, "↑↓ turn") || screen_shows(screen, "r reopen"));
    screen_type(screen, "?");
    screen_wait(screen, "scroll (also k and j)");
    assert_false(screen_shows(screen, "choose a turn"));
    screen_type(screen, "x");
    screen_type(screen, "2s");
    screen_wait(screen, "r reopen");
    screen_wait(screen, "submitted");
    screen_type(screen, "qq");
    open_item(screen, "Wang", "Watched, not played here");
    screen_wait(screen, "√1 ×0");
    screen_type(screen, "111112s");
    screen_wait(screen, "awaits the second");
    leave(screen);
}

/* ------------------------------------------------------------------------------- windows ---- */

/* Enter is easily pressed once too often behind a comment. */
static void enter_rates_only_what_was_chosen(void **state)
{
    struct screen *screen = start(*state, "chen", "", (struct screen_options){0});
    open_item(screen, "Mei", "> Opening and observation");
    screen_type(screen, "CWarm.\r\r");
    screen_wait(screen, "No level is chosen yet");
    screen_type(screen, "\r");
    screen_wait_gone(screen, "No level is chosen yet");
    assert_true(screen_shows(screen, "> Opening and observation"));
    screen_type(screen, "\r");
    screen_wait(screen, "No level is chosen yet");
    screen_type(screen, "2"); /* what it asks for */
    screen_wait(screen, "> Understanding the need");
    screen_type(screen, "\r");
    screen_wait(screen, "No level is chosen yet");
    screen_type(screen, "\033OD\033OD\r"); /* from the middle, one down */
    screen_wait(screen, "> Handling the objection");
    screen_type(screen, "\033[Z\r"); /* back: it is rated, but not chosen now */
    screen_wait(screen, "No level is chosen yet");
    screen_type(screen, " H");
    screen_wait(screen, "opening and observation: 2");
    screen_wait(screen, "understanding the need: 2");
    screen_type(screen, "x");
    screen_wait_gone(screen, "What was put down");
    leave(screen);
}

/* Lines of a note hold digits that would rate and letters that would submit. */
static void what_is_pasted_into_a_comment_is_its_text(void **state)
{
    struct screen *screen = start(*state, "chen", "", (struct screen_options){0});
    open_item(screen, "Mei", "Rubric");
    screen_type(screen, "C");
    screen_wait(screen, "Comment on the whole");
    screen_paste(screen, "1. Warm.\n2.\tAsks\007 too \033[Clittle.\ns\n");
    screen_wait(screen, "1. Warm. 2. Asks too [Clittle. s");
    screen_wait(screen, "Comment on the whole");
    screen_type(screen, "\r");
    screen_wait(screen, "* 1. Warm. 2.");
    screen_type(screen, "H");
    screen_wait(screen, "comment on the whole: 1. Warm. 2. Asks too");
    assert_false(screen_shows(screen, "observation: 1") || screen_shows(screen, "submitted"));
    screen_type(screen, "x");
    screen_wait_gone(screen, "What was put down");
    leave(screen);
}

/* 1000 bytes of a comment are kept, 127 of a filter. */
static void a_text_that_is_full_says_so(void **state)
{
    struct screen *screen = start(*state, "chen", "", (struct screen_options){0});
    open_item(screen, "Mei", "Rubric");
    screen_type(screen, "C");
    screen_wait(screen, "Comment on the whole");
    for (int i = 0; i < 10; i++)
        screen_paste(screen, "0123456789012345678901234567890123456789"
                             "0123456789012345678901234567890123456789"
                             "01234567890123456789");
    screen_read(screen, 100);
    assert_false(screen_shows(screen, "no more fits"));
    screen_type(screen, "0");
    screen_wait(screen, "no more fits");
    screen_type(screen, "\177");
    screen_wait_gone(screen, "no more fits");
    screen_type(screen, "\033q");
    screen_wait(screen, "Spring class");
    screen_type(screen, "/");
    for (int i = 0; i < 43; i++)
        screen_type(screen, "额");
    screen_wait(screen, "no more fits");
    screen_type(screen, "\177");
    screen_wait_gone(screen, "no more fits");
    screen_stop(screen);
}

static void a_paste_outside_of_a_text_does_nothing(void **state)
{
    struct screen *screen = start(*state, "chen", "", (struct screen_options){0});
    screen_paste(screen, "q\nq\n");
    open_item(screen, "Mei", "> Opening and observation");
    screen_paste(screen, "345q\n\033[B");
    screen_read(screen, 200);
    assert_true(screen_shows(screen, "> Opening and observation"));
    screen_type(screen, "4");
    screen_wait(screen, "> Understanding the need");
    leave(screen);
}

static void a_paste_without_an_end_is_over_after_a_while(void **state)
{
    struct screen *screen = start(*state, "chen", "", (struct screen_options){0});
    screen_type(screen, "\033[200~qqq");
    screen_read(screen, 2500);
    open_item(screen, "Mei", "> Opening and observation");
    screen_type(screen, "\033[201~4"); /* the end of nothing */
    screen_wait(screen, "> Understanding the need");
    leave(screen);
}

/* In 80 columns too, whatever is being done with the others. */
static void titles_have_the_room(void **state)
{
    struct screen *screen = start(*state, "chen", "", (struct screen_options){0});
    open_item(screen, "Mei", "Rubric");
    screen_type(screen, "333333s");
    screen_wait(screen, "awaits the second");
    screen_type(screen, "qq\t\t");
    screen_wait(screen, "[All 3]");
    screen_wait(screen, "In front of the rate board");
    assert_true(screen_shows(screen, "awaits 2nd"));
    screen_stop(screen);
}

/* While words are typed the key line tells what the keys do then. */
static void a_filter_has_its_own_keys(void **state)
{
    struct screen *screen = start(*state, "chen", "", (struct screen_options){0});
    screen_wait(screen, "Tab other list");
    screen_type(screen, "/");
    screen_wait(screen, "Enter: done   Esc: show all");
    assert_false(screen_shows(screen, "Tab other list"));
    screen_type(screen, "Meiq\177");
    screen_wait(screen, "/Mei");
    screen_wait_gone(screen, "Wang");
    screen_type(screen, "\r");
    screen_wait(screen, "Tab other list");
    screen_type(screen, "/\033");
    screen_wait(screen, "Wang");
    screen_type(screen, "/");
    screen_paste(screen, "Li\nq");
    screen_wait(screen, "/Li q");
    screen_type(screen, "\033");
    screen_wait(screen, "Wang");
    screen_wait(screen, "Tab other list");
    screen_stop(screen);
}

static void names_are_hidden(void **state)
{
    struct screen *screen = start(*state, "chen", " --blind", (struct screen_options){0});
    screen_wait(screen, "names hidden");
    assert_false(screen_shows(screen, "Mei"));
    screen_type(screen, "/Mei\r");
    screen_wait(screen, "Nothing found");
    screen_type(screen, "q/forex\r\r");
    screen_wait(screen, "Rubric");
    screen_read(screen, 200);
    assert_false(screen_shows(screen, "Mei") || screen_shows(screen, "Wang"));
    leave(screen);
}

static void it_fits_small_windows_without_colour_in_chinese(void **state)
{
    struct screen *screen =
        start(*state, "chen", "",
              (struct screen_options){
                  .rows = 18, .cols = 60, .language = "zh_CN.UTF-8", .no_color = true});
    screen_type(screen, "/Mei\r\r");
    screen_wait(screen, "开场与观察");
    screen_wait(screen, "[1: –]");
    assert_false(screen_has_colour(screen));
    screen_type(screen, "5");
    screen_wait(screen, "1: 5");
    screen_wait(screen, "了解需求");
    screen_type(screen, "a");
    screen_wait(screen, "还问出客户最看重什么");
    screen_type(screen, "4");
    screen_wait(screen, "2: 4");
    screen_resize(screen, 40, 120);
    screen_wait(screen, "推荐转介");
    screen_resize(screen, 17, 59);
    screen_wait_gone(screen, "推荐转介");
    screen_resize(screen, 24, 80);
    screen_wait(screen, "合规与分寸");
    screen_type(screen, "qqq");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

static void a_signal_loses_nothing(void **state)
{
    struct screen *screen = start(*state, "chen", "", (struct screen_options){0});
    open_item(screen, "Mei", "Rubric");
    screen_type(screen, "4");
    screen_wait(screen, "> Understanding the need");
    screen_signal(screen, 15);
    assert_int_equal(screen_wait_end(screen), 128 + 15);
    screen_stop(screen);
    screen = start(*state, "chen", "", (struct screen_options){0});
    screen_wait(screen, "begun");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_marks_and_the_other_sees_nothing_of_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(reopening_takes_a_reason, set_up, tear_down),
        cmocka_unit_test_setup_teardown(exercises_and_watched_sessions_too, set_up, tear_down),
        cmocka_unit_test_setup_teardown(enter_rates_only_what_was_chosen, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_pasted_into_a_comment_is_its_text, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_text_that_is_full_says_so, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_paste_outside_of_a_text_does_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_paste_without_an_end_is_over_after_a_while, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_filter_has_its_own_keys, set_up, tear_down),
        cmocka_unit_test_setup_teardown(titles_have_the_room, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_are_hidden, set_up, tear_down),
        cmocka_unit_test_setup_teardown(it_fits_small_windows_without_colour_in_chinese, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_signal_loses_nothing, set_up, tear_down),
    };
    char courseware[512];
    const char *source = getenv("YANLIAN_SOURCE");
    if (sodium_init() < 0)
        return 1;
    screen_set_scenarios();
    snprintf(courseware, sizeof courseware, "%s/courseware", source ? source : ".");
    setenv("YANLIAN_COURSEWARE", courseware, 1);
    return cmocka_run_group_tests_name("grade screen", tests, NULL, NULL);
}
