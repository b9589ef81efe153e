/*
 * test_exercise_screen.c: exercises on the screen, each kind of task answered with keys.
 *
 * The exercises are tests/cases/courseware/kinds.lua and orders.lua; what comes out is read from the
 * store, as it was handed in.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "class/exercise_sitting.h"
#include "screen.h"

#define PAGE_DOWN "\033[6~"
#define PAGE_UP "\033[5~"
#define UP "\033OA"
#define DOWN "\033OB"
#define RIGHT "\033OC"
#define LEFT "\033OD"
#define DELETE "\033[3~"

static char *case_path(const char *name)
{
    static char path[400];
    snprintf(path, sizeof path, "%s/tests/cases/courseware/%s.lua", getenv("YANLIAN_SOURCE"), name);
    return path;
}

static struct screen *start(const char *name, struct screen_options options)
{
    char arguments[500];
    snprintf(arguments, sizeof arguments, "exercise %s %s", case_path(name),
             options.arguments ? options.arguments : "--as Mei");
    options.arguments = arguments;
    options.language = options.language ? options.language : "en_US.UTF-8";
    struct screen *screen = screen_start(&options);
    screen_wait(screen, options.language[0] == 'z' ? "小练习" : "Brief");
    return screen;
}

static struct screen *start_kinds(struct screen_options options)
{
    char arguments[500];
    snprintf(arguments, sizeof arguments, "exercise %s --as Mei", case_path("kinds"));
    options.arguments = arguments;
    options.language = "en_US.UTF-8";
    struct screen *screen = screen_start(&options);
    screen_wait(screen, "A small exercise");
    screen_wait(screen, "Good morning.");
    return screen;
}

/* The option that reads `label` gets its key: the character before its brackets on the screen. */
static void choose(struct screen *screen, const char *label)
{
    char marked[2][80], key[2] = "";
    for (int i = 0; i < 50 && !screen_shows(screen, label); i++)
        screen_read(screen, 50);
    screen_read(screen, 50); /* the rest of the screen */
    snprintf(marked[0], sizeof marked[0], "( ) %s", label);
    snprintf(marked[1], sizeof marked[1], "[ ] %s", label);
    for (int row = 0; row < screen_rows(screen); row++) {
        const char *line = screen_row(screen, row);
        for (int kind = 0; kind < 2; kind++) {
            const char *at = strstr(line, marked[kind]);
            if (at && at[strlen(marked[kind])] == ' ')
                key[0] = at[-2];
        }
    }
    if (!key[0]) {
        screen_print(screen);
        fail_msg("no option '%s'", label);
    }
    screen_type(screen, key);
}

/* The first result in the screen's store. */
static struct sitting *result(struct screen *screen)
{
    struct error error = {0};
    struct exercise_row *rows;
    int count;
    char id[ULID_SIZE];
    struct store *store = store_open(screen_store(screen), &error);
    assert_non_null(store);
    assert_true(store_results(store, NULL, NULL, NULL, &rows, &count, &error));
    assert_int_equal(count, 1);
    memcpy(id, rows[0].id, sizeof id);
    store_free_results(rows, count);
    struct sitting *sitting = sitting_open(store, id, &error);
    if (!sitting)
        fail_msg("%s", error.message);
    store_close(store);
    return sitting;
}

/* ------------------------------------------------------------------------- all of it, right ---- */

static void cards_by_digits(struct screen *screen)
{
    screen_type(screen, "\r");
    screen_wait(screen, "Cards");
    for (int i = 0; i < 2; i++) {
        char title[24];
        snprintf(title, sizeof title, "%d of 2", i + 1);
        screen_wait(screen, title);
        choose(screen, "Left"); /* right for both */
    }
}

static void cells_by_typing(struct screen *screen)
{
    screen_wait(screen, "> A · Week");
    screen_type(screen, "x5" DOWN); /* an x is no number: passed over */
    screen_wait(screen, "> B · Week");
    screen_wait(screen, "= 5");
    screen_type(screen, "4");
    screen_wait(screen, "= 9");
    screen_type(screen, "\x7f"
                        "3");
    screen_wait(screen, "= 8"); /* 5 and 3 */
    /* The line below says what the ? in the cell means. */
    screen_type(screen, "-");
    screen_wait(screen, "> B · Week  ? not a number");
    screen_type(screen, "\x7f\x7f"
                        "99999999999999");
    screen_wait(screen, "> B · Week  ? too large a number");
    for (int i = 0; i < 14; i++)
        screen_type(screen, "\x7f");
    screen_type(screen, "3");
    screen_wait(screen, "= 8");
    screen_wait_gone(screen, "a number");
    screen_type(screen, "\r");
}

static void fields_by_arrows_and_typing(struct screen *screen)
{
    screen_wait(screen, "> Who");
    for (int i = 0; i < 2 && !screen_shows(screen, "> X"); i++) {
        screen_type(screen, RIGHT);
        screen_read(screen, 100);
    }
    screen_wait(screen, "> X");
    screen_type(screen, "\r46.");
    screen_type(screen, ".");
    screen_wait(screen, "? not a number");
    screen_type(screen, "\x7f\x7f");
    screen_wait_gone(screen, "? not a number");
    screen_type(screen, "\r");
    screen_wait(screen, "> Say it");
    screen_type(screen, "代发工资?\r"); /* where words are typed, ? is a character */
}

static void a_set_by_marking(struct screen *screen)
{
    screen_wait(screen, "Several may be right");
    choose(screen, "P");
    screen_wait(screen, "[*] P");
    choose(screen, "R");
    screen_wait(screen, "[*] R");
    choose(screen, "Q");
    screen_wait(screen, "[*] Q");
    int row = screen_find(screen, "[*] R");
    const char *at = strstr(screen_row(screen, row), "[*] R");
    screen_type(screen, (char[]){at[-2], '\0'}); /* and back out again */
    screen_wait(screen, "[ ] R");
    screen_type(screen, "\r");
}

/* Only what a cell or a field can hold of it; a choice, a card and the keys take nothing. */
static void what_is_pasted_goes_into_what_is_typed(void **unused)
{
    (void)unused;
    struct screen *screen = start_kinds((struct screen_options){0});
    screen_paste(screen, "\nq\n");
    screen_type(screen, "\r");
    screen_wait(screen, "1 of 2");
    screen_paste(screen, "12\n");
    screen_read(screen, 200);
    assert_true(screen_shows(screen, "1 of 2"));
    screen_type(screen, PAGE_DOWN);
    screen_wait(screen, "> A · Week");
    screen_paste(screen, " 5 m\n7q");
    screen_wait(screen, "= 5");
    screen_wait(screen, "> A · Week");
    screen_type(screen, PAGE_DOWN);
    screen_wait(screen, "> Who");
    screen_paste(screen, " l\n");
    screen_wait(screen, "> Who");
    assert_true(screen_shows(screen, "< -"));
    screen_type(screen, DOWN DOWN);
    screen_wait(screen, "> Say it");
    screen_paste(screen, "代发\n工资?");
    screen_wait(screen, "代发 工资?");
    screen_stop(screen);
}

static void everything_right_earns_everything(void **unused)
{
    (void)unused;
    struct screen *screen = start_kinds((struct screen_options){0});
    cards_by_digits(screen);
    cells_by_typing(screen);
    fields_by_arrows_and_typing(screen);
    a_set_by_marking(screen);
    screen_wait(screen, "Hand in");
    assert_false(screen_shows(screen, "missing"));
    screen_type(screen, "\r");
    screen_wait(screen, "8 of 8 points, 100 %");
    screen_wait(screen, "√");
    assert_false(screen_shows(screen, "│ ×"));
    screen_type(screen, "G");
    screen_wait(screen, "Two lines");
    screen_wait(screen, "o A   x B");
    struct sitting *sitting = result(screen);
    screen_wait(screen, sitting_row(sitting)->id); /* for exercise --result */
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    assert_true(sitting_mark(sitting)->points == 8);
    assert_string_equal(sitting_row(sitting)->person.name, "Mei");
    assert_string_equal(sitting_answer(sitting)->parts[2][2].words, "代发工资?");
    sitting_close(sitting);
    screen_stop(screen);
}

/* -------------------------------------------------------------------------------- order, match ---- */

/* Moves the line under the cursor with J until it stands where the text says. */
static void order_by_keys(struct screen *screen)
{
    static const char *const items[] = {"First", "Second", "Also second", "Last"};
    screen_wait(screen, "Shuffled: not answered yet");
    for (int place = 0; place < 4; place++) {
        char line[40];
        bool there = false;
        screen_read(screen, 150);
        for (int row = place; row < 4 && !there; row++) {
            snprintf(line, sizeof line, "%2d  %s", row + 1, items[place]);
            int found = screen_find(screen, line);
            /* "Second" is in "Also second" too, but not after the number. */
            if (found < 0)
                continue;
            there = true;
            for (int i = 0; i < 4; i++)
                screen_type(screen, "k");
            for (int i = 0; i < row; i++)
                screen_type(screen, "j");
            for (int i = row; i > place; i--)
                screen_type(screen, "K");
            snprintf(line, sizeof line, "%2d  %s", place + 1, items[place]);
            screen_wait(screen, line);
        }
        assert_true(there);
    }
    screen_wait(screen, "Your order");
}

static void an_order_by_keys_and_pairs_by_letters(void **unused)
{
    (void)unused;
    struct screen *screen = start("orders", (struct screen_options){0});
    screen_type(screen, "\r");
    order_by_keys(screen);
    screen_type(screen, "\r");
    screen_wait(screen, "Left side");
    choose(screen, "I");
    screen_wait(screen, "2 of 2");
    choose(screen, "III");
    screen_wait(screen, "Hand in");
    screen_type(screen, "\r");
    screen_wait(screen, "5 of 6 points, 83 %");
    screen_type(screen, "n");
    screen_wait(screen, "right: II");
    screen_type(screen, "\r");
    assert_int_equal(screen_wait_end(screen), 0);
    struct sitting *sitting = result(screen);
    assert_true(sitting_mark(sitting)->points == 5);
    sitting_close(sitting);
    screen_stop(screen);
}

static void looking_at_an_order_is_no_answer(void **unused)
{
    (void)unused;
    struct screen *screen = start("orders", (struct screen_options){0});
    screen_type(screen, "\rjj" PAGE_DOWN PAGE_DOWN);
    screen_wait(screen, "6 answers are still missing");
    screen_type(screen, "\r");
    screen_wait(screen, "0 of 6 points, 0 %");
    /* first before second, also and last, and these two before last: five pairs. */
    screen_wait(screen, "Scored by pairs: 0 of 5 stand in the right order");
    screen_stop(screen);
}

static void a_line_is_picked_up_and_put_down(void **unused)
{
    (void)unused;
    struct screen *screen = start("orders", (struct screen_options){0});
    screen_type(screen, "\r");
    screen_wait(screen, ">  1");
    char first[80];
    snprintf(first, sizeof first, "%s",
             strstr(screen_row(screen, screen_find(screen, ">  1")), ">  1") + 6);
    first[strcspn(first, " ")] = '\0';
    screen_type(screen, " ");
    screen_wait(screen, "Picked up");
    screen_type(screen, DOWN DOWN);
    screen_wait(screen, "=> 3");
    assert_non_null(strstr(screen_row(screen, screen_find(screen, "=> 3")), first));
    screen_type(screen, " ");
    screen_wait(screen, "Your order");
    /* Shift and the arrow, and the place by its digit. */
    screen_type(screen, "\033[1;2A");
    screen_wait(screen, ">  2");
    screen_type(screen, "4");
    screen_wait(screen, ">  4");
    assert_non_null(strstr(screen_row(screen, screen_find(screen, ">  4")), first));
    screen_type(screen, DELETE);
    screen_wait(screen, "Shuffled: not answered yet");
    screen_stop(screen);
}

/* ------------------------------------------------------------------------------- drafts ---- */

static void a_kill_loses_nothing(void **unused)
{
    (void)unused;
    struct screen *screen = start_kinds((struct screen_options){0});
    screen_type(screen, "\r");
    screen_wait(screen, "1 of 2");
    choose(screen, "Right");
    screen_wait(screen, "2 of 2");
    screen_type(screen, PAGE_DOWN);
    screen_wait(screen, "> A · Week");
    screen_type(screen, "12");
    screen_wait(screen, "= 12");
    char store[300];
    snprintf(store, sizeof store, "%s", screen_store(screen));
    screen_signal(screen, SIGKILL);
    assert_int_equal(screen_wait_end(screen), 128 + SIGKILL);

    struct screen *again = start_kinds((struct screen_options){.store = store});
    screen_wait(again, "You have begun this already");
    screen_type(again, PAGE_DOWN);
    screen_wait(again, "2 of 2"); /* on to the card that is not answered yet */
    screen_type(again, LEFT);
    screen_wait(again, "(*) Right");
    screen_type(again, DELETE);
    screen_wait(again, "( ) Right");
    screen_type(again, PAGE_DOWN);
    screen_wait(again, "= 12");
    screen_type(again, "\033");
    assert_int_equal(screen_wait_end(again), 0);
    assert_true(screen_settings_are_restored(again));
    screen_stop(again);
    screen_stop(screen);
}

/* ------------------------------------------------------------------------------ the looks ---- */

/* Every frame that is opened on the screen is closed there. */
static int open_frames(struct screen *screen)
{
    int corners = 0;
    for (int row = 0; row < screen_rows(screen); row++) {
        const char *line = screen_row(screen, row);
        corners += strstr(line, "┌") != NULL;
        corners -= strstr(line, "└") != NULL;
    }
    return corners;
}

static void assert_frames_close(struct screen *screen)
{
    int corners = 1;
    for (int i = 0; i < 40 && corners != 0; i++) {
        screen_read(screen, 50);
        corners = open_frames(screen);
    }
    if (corners != 0)
        screen_print(screen);
    assert_int_equal(corners, 0);
}
static void every_size_shows_every_page(void **unused)
{
    (void)unused;
    static const int sizes[][2] = {{24, 80}, {18, 60}, {40, 120}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct screen *screen = start(
            "kinds", (struct screen_options){.rows = sizes[i][0],
                                             .cols = sizes[i][1],
                                             .language = "zh_CN.UTF-8",
                                             .no_color = true,
                                             .arguments = i == 2 ? "--projector" : "--as 李梅"});
        for (int page = 0; page < 6; page++) {
            assert_frames_close(screen);
            assert_false(screen_has_colour(screen));
            screen_type(screen, PAGE_DOWN);
            screen_read(screen, 80);
        }
        screen_type(screen, "?");
        screen_read(screen, 80);
        screen_type(screen, "x");
        screen_resize(screen, 18, 60);
        screen_read(screen, 200);
        assert_frames_close(screen);
        screen_type(screen, "q");
        assert_int_equal(screen_wait_end(screen), 0);
        screen_stop(screen);
    }
}

/* The key line of this page, which must hold and lack these. */
static void assert_key_line(struct screen *screen, const char *shown, const char *not_shown)
{
    screen_wait(screen, shown);
    const char *line = screen_row(screen, screen_rows(screen) - 1);
    if (!strstr(line, shown) || strstr(line, not_shown))
        fail_msg("the key line is '%s'", line);
}

/* What the help says is what the keys do there, on the pages before and behind the tasks too. */
static void each_page_tells_its_own_keys(void **unused)
{
    (void)unused;
    static const int sizes[][2] = {{24, 80}, {18, 60}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct screen *screen =
            start("orders", (struct screen_options){.rows = sizes[i][0], .cols = sizes[i][1]});
        assert_key_line(screen, "Enter start  PgDn next page", "this, and on");
        screen_type(screen, "?");
        screen_wait(screen, "on to the first task");
        assert_false(screen_shows(screen, "the page before"));
        screen_type(screen, "x" PAGE_DOWN PAGE_DOWN PAGE_DOWN);
        assert_key_line(screen, "Enter hand in  PgUp back to change  ? help  Esc leave", "PgDn");
        screen_type(screen, PAGE_DOWN "\t?"); /* neither does anything here */
        screen_wait(screen, "hand it in, and see how it came out");
        screen_wait(screen, "go back and change something");
        assert_false(screen_shows(screen, "PgDn"));
        screen_type(screen, "x" PAGE_UP);
        screen_wait(screen, "Left side");
        assert_key_line(screen, "Enter this, and on", "hand in");
        screen_stop(screen);
    }
}

static void the_mouse_chooses(void **unused)
{
    (void)unused;
    struct screen *screen = start_kinds((struct screen_options){0});
    screen_type(screen, "\r");
    screen_wait(screen, "1 of 2");
    screen_wait(screen, "( ) Left");
    screen_read(screen, 100);
    int row = screen_find(screen, "( ) Left");
    assert_true(row >= 0);
    screen_mouse(screen, 0, row + 1, 45);
    screen_wait(screen, "(*) Left");
    screen_mouse(screen, 0, 5, 5); /* the second card of the list */
    screen_wait(screen, "2 of 2");
    screen_stop(screen);
}

/* ----------------------------------------------------------------------- room, list, home ---- */

static void the_room_answers_without_a_name(void **unused)
{
    (void)unused;
    struct screen *screen = start(
        "orders", (struct screen_options){.arguments = "--projector", .rows = 40, .cols = 120});
    screen_wait(screen, "the room");
    screen_type(screen, PAGE_DOWN PAGE_DOWN PAGE_DOWN "\r");
    screen_wait(screen, "0 of 6 points");
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    struct sitting *sitting = result(screen);
    assert_string_equal(sitting_row(sitting)->person.id, "");
    sitting_close(sitting);
    screen_stop(screen);
}

static void home_leads_to_the_exercises(void **unused)
{
    (void)unused;
    struct screen *screen = screen_start(
        &(struct screen_options){.arguments = "home --as Mei", .language = "en_US.UTF-8"});
    screen_wait(screen, "exercises");
    screen_type(screen, "x");
    screen_wait(screen, "The allocation table");
    screen_type(screen, "G");
    screen_wait(screen, "> Who is this customer?");
    screen_type(screen, "g\r");
    screen_wait(screen, "Exercise · The allocation table");
    screen_type(screen, "\033");
    screen_wait_gone(screen, "Exercise · The allocation table");
    screen_wait(screen, "About it");
    screen_type(screen, "q");
    screen_wait_gone(screen, "About it");
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_pasted_goes_into_what_is_typed),
        cmocka_unit_test(everything_right_earns_everything),
        cmocka_unit_test(an_order_by_keys_and_pairs_by_letters),
        cmocka_unit_test(looking_at_an_order_is_no_answer),
        cmocka_unit_test(a_line_is_picked_up_and_put_down),
        cmocka_unit_test(a_kill_loses_nothing),
        cmocka_unit_test(every_size_shows_every_page),
        cmocka_unit_test(each_page_tells_its_own_keys),
        cmocka_unit_test(the_mouse_chooses),
        cmocka_unit_test(the_room_answers_without_a_name),
        cmocka_unit_test(home_leads_to_the_exercises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
