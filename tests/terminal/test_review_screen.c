/* test_review_screen.c: what a pick cost, on the screen, and the ways on from there. */
#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "practice/library.h"
#include "practice/trainee.h"
#include "screen.h"

/* A finished session of the rate board, in a store of its own: seed 1, anything said. */
struct room {
    char folder[256], store[300];
    char id[ULID_SIZE];
};

static int set_up(void **state)
{
    struct room *room = calloc(1, sizeof *room);
    const char *base = getenv("TMPDIR");
    struct error error = {0};
    struct person person;
    assert_non_null(room);
    snprintf(room->folder, sizeof room->folder, "%.200s/review.XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(room->folder));
    snprintf(room->store, sizeof room->store, "%s/s.db", room->folder);
    struct store *store = store_open(room->store, &error);
    assert_non_null(store);
    assert_true(store_person(store, "Mei", "", &person, &error));
    struct bundle *bundle = library_bundle("forex-browser", &error);
    assert_non_null(bundle);
    struct play_options options = {.person = &person, .language = LANGUAGE_ZH, .seed = 1};
    struct play *play = play_begin(store, bundle, &options, &error);
    assert_non_null(play);
    while (session_phase(play_session(play)) == SESSION_CHOOSING)
        assert_true(trainee_play(TRAINEE_RANDOM, play, &error));
    memcpy(room->id, play_row(play)->id, sizeof room->id);
    play_close(play, -1);
    bundle_free(bundle);
    store_close(store);
    *state = room;
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static struct screen *start(const struct room *room, const char *command,
                            struct screen_options options)
{
    char arguments[64];
    snprintf(arguments, sizeof arguments, "%s %s", command, room->id);
    options.store = room->store;
    options.arguments = arguments;
    options.language = options.language ? options.language : "en_US.UTF-8";
    return screen_start(&options);
}

static struct screen *start_review(const struct room *room, struct screen_options options)
{
    struct screen *screen = start(room, "review", options);
    screen_wait(screen, options.language ? "准确度" : "Accuracy");
    return screen;
}

/* Keys j and k from where it stands, until the heading of the detail shows this. */
static void choose(struct screen *screen, const char *heading)
{
    screen_type(screen, "g");
    screen_wait(screen, "Turn 1 ");
    for (int i = 0; i < 40 && !screen_shows(screen, heading); i++) {
        screen_type(screen, "j");
        screen_read(screen, 60);
    }
    assert_true(screen_shows(screen, heading));
}

/*
 * ------------------------------------------------------------------------------ what it shows ----
 */

static void it_shows_signs_curve_and_better_responses(void **state)
{
    struct screen *screen = start_review(*state, (struct screen_options){.rows = 40, .cols = 100});
    screen_wait(screen, "Still attainable");
    screen_wait(screen, "100│ ███");
    screen_wait(screen, "▲ turning point: turn ");
    screen_wait(screen, "Practise next: ");
    screen_wait(screen, "?  mistake");
    screen_wait(screen, "?? blunder");
    screen_wait(screen, "★  best");
    screen_wait(screen, "Better ");
    screen_wait(screen, "Keeps ");
    choose(screen, "★ best");
    screen_wait(screen, "Nothing better was there.");
    screen_wait_gone(screen, "Better ");
    screen_type(screen, "t");
    screen_wait(screen, "Better ");
    screen_type(screen, "?");
    screen_wait(screen, "the conversation as it might have gone on");
    screen_type(screen, "\033");
    screen_wait_gone(screen, "the conversation as it might have gone on");
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    assert_false(screen_is_alternate(screen));
    screen_stop(screen);
}

static void it_fits_small_windows_without_colour_in_chinese(void **state)
{
    struct screen *screen = start_review(
        *state, (struct screen_options){
                    .rows = 18, .cols = 60, .language = "zh_CN.UTF-8", .no_color = true});
    assert_false(screen_has_colour(screen));
    screen_wait(screen, "转折点");
    screen_wait(screen, "更好");
    screen_wait(screen, "█");
    screen_wait(screen, "Esc 返回");
    screen_resize(screen, 17, 59);
    screen_wait_gone(screen, "转折点");
    screen_resize(screen, 30, 100);
    screen_wait(screen, "转折点");
    screen_type(screen, "\033");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

static void a_click_chooses_and_a_second_shows_the_better_line(void **state)
{
    struct screen *screen = start_review(*state, (struct screen_options){.rows = 40});
    screen_wait(screen, "┌ Turns");
    int first = screen_find(screen, "┌ Turns") + 2; /* rows are counted from 1 there */
    screen_mouse(screen, 0, first, 20);
    screen_wait(screen, "Turn 1 ");
    screen_mouse(screen, 0, first, 20);
    screen_wait(screen, "Better line");
    screen_stop(screen);
}

/* ------------------------------------------------------------------------------- ways on ---- */

static void the_debrief_leads_to_it_and_esc_back(void **state)
{
    struct screen *screen = start(*state, "show", (struct screen_options){0});
    screen_wait(screen, "r review");
    screen_type(screen, "r");
    screen_wait(screen, "Accuracy");
    screen_type(screen, "\r");
    screen_wait(screen, "Better line");
    screen_wait(screen, "★ Turn ");
    screen_wait(screen, "Score");
    screen_type(screen, "\033");
    screen_wait(screen, "Accuracy");
    screen_type(screen, "\033");
    screen_wait(screen, "Debrief");
    screen_wait_gone(screen, "Accuracy");
    screen_stop(screen);
}

/* The newest session in the store. */
static void newest(const char *path, struct session_row *row)
{
    struct session_filter filter = {.state = -1, .limit = 1};
    struct session_row *rows;
    int count;
    struct store *store = store_open(path, NULL);
    assert_non_null(store);
    assert_true(store_sessions(store, &filter, &rows, &count, NULL));
    assert_int_equal(count, 1);
    *row = rows[0];
    free(rows);
    store_close(store);
}

static void a_branch_begins_at_the_turn_and_names_its_parent(void **state)
{
    const struct room *room = *state;
    struct session_row row;
    struct screen *screen = start_review(room, (struct screen_options){0});
    screen_type(screen, "gj");
    screen_wait(screen, "Turn 2 ");
    screen_type(screen, "b");
    screen_wait(screen, "Turn 2/12");
    screen_type(screen, "1");
    screen_wait(screen, "Turn 3/12");
    screen_type(screen, "q");
    screen_wait(screen, "Accuracy");
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
    newest(room->store, &row);
    assert_string_equal(row.parent, room->id);
    assert_int_equal(row.parent_turn, 2);
    assert_int_equal(row.state, SESSION_OPEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_shows_signs_curve_and_better_responses, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(it_fits_small_windows_without_colour_in_chinese, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_click_chooses_and_a_second_shows_the_better_line, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_debrief_leads_to_it_and_esc_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_branch_begins_at_the_turn_and_names_its_parent, set_up,
                                        tear_down),
    };
    char scenarios[512];
    const char *source = getenv("YANLIAN_SOURCE");
    if (sodium_init() < 0)
        return 1;
    snprintf(scenarios, sizeof scenarios, "%.480s/scenarios", source ? source : ".");
    setenv("YANLIAN_SCENARIOS", scenarios, 1);
    return cmocka_run_group_tests_name("review_screen", tests, NULL, NULL);
}
