/* test_vote_screen.c: a class on the projector: hands, the split, the trainer's pick, the answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "screen.h"
#include "store/store.h"

static struct screen *start(struct screen_options options)
{
    screen_set_scenarios();
    if (!options.arguments)
        options.arguments = "play idle-deposit --mode class --seed 7 --as Class";
    options.language = options.language ? options.language : "en_US.UTF-8";
    struct screen *screen = screen_start(&options);
    return screen;
}

static struct screen *start_turn(struct screen_options options)
{
    struct screen *screen = start(options);
    screen_wait(screen, options.language ? "开始" : "Enter: begin");
    screen_type(screen, "\r");
    screen_wait(screen, options.language ? "已投 0 票" : "0 votes so far");
    if (!options.language) /* whole, in 80 columns */
        screen_wait(screen, "1-9 a vote  Backspace take back  v show the split");
    return screen;
}

static void votes_are_counted_unseen_then_shown(void **state)
{
    (void)state;
    struct screen *screen = start_turn((struct screen_options){0});
    screen_type(screen, "1222");
    screen_wait(screen, "4 votes so far");
    assert_false(screen_shows(screen, "%")); /* nobody follows the crowd */
    screen_type(screen, "9");                /* no such response */
    screen_type(screen, "3");
    screen_wait(screen, "5 votes so far");
    screen_type(screen, "\177"); /* Backspace */
    screen_wait(screen, "4 votes so far");
    screen_type(screen, "v");
    screen_wait(screen, "1  25%");
    screen_wait(screen, "3  75%");
    screen_wait(screen, "> 2");
    screen_type(screen, "\033"); /* one more hand */
    screen_wait(screen, "4 votes so far");
    screen_type(screen, "1v");
    screen_wait(screen, "2  40%");
    screen_wait(screen, "3  60%");
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

static void the_customer_answers_the_trainers_pick(void **state)
{
    (void)state;
    struct screen *screen = start_turn((struct screen_options){.rows = 40, .cols = 120});
    screen_type(screen, "11v");
    screen_wait(screen, "2 100%");
    screen_wait(screen, "> 1");
    screen_type(screen, "j"); /* the trainer would have the second said */
    screen_wait(screen, "> 2");
    screen_type(screen, "\r");
    screen_wait(screen, "Turn 2/12");
    screen_wait(screen, "Coach");
    screen_wait(screen, "0 votes so far");
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

static void a_tie_is_told(void **state)
{
    (void)state;
    struct screen *screen = start_turn((struct screen_options){0});
    screen_type(screen, "12\r");
    screen_wait(screen, "A tie: the trainer decides.");
    screen_wait(screen, "> 1");
    screen_type(screen, "2"); /* a digit chooses now */
    screen_wait(screen, "> 2");
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

/* Left in the second turn, and gone on with in the same mode. */
static void it_goes_on_where_it_was_left(void **state)
{
    (void)state;
    struct screen *screen = start_turn((struct screen_options){0});
    char store[400], resume[80];
    struct session_row *rows;
    struct error error = {0};
    int count;
    screen_type(screen, "2v\r");
    screen_wait(screen, "Turn 2/12");
    snprintf(store, sizeof store, "%s", screen_store(screen));
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    struct store *opened = store_open(store, &error);
    struct session_filter filter = {.state = -1};
    assert_true(store_sessions(opened, &filter, &rows, &count, &error));
    assert_int_equal(count, 1);
    assert_string_equal(rows[0].mode, "class");
    snprintf(resume, sizeof resume, "play --resume %s", rows[0].id);
    free(rows);
    store_close(opened);
    struct screen *again = start((struct screen_options){.store = store, .arguments = resume});
    screen_wait(again, "Turn 2/12");
    screen_wait(again, "0 votes so far");
    screen_type(again, "q");
    assert_int_equal(screen_wait_end(again), 0);
    screen_stop(again);
    screen_stop(screen);
}

static void it_fits_small_windows_in_chinese(void **state)
{
    (void)state;
    struct screen *screen =
        start_turn((struct screen_options){.rows = 18, .cols = 60, .language = "zh_CN.UTF-8"});
    screen_type(screen, "1223v");
    screen_wait(screen, "2  50%");
    screen_wait(screen, "共 4 票");
    screen_type(screen, "?");
    screen_wait(screen, "帮助");
    screen_type(screen, "\033");
    screen_resize(screen, 24, 80);
    screen_wait(screen, "课堂");
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

static void a_class_reaches_the_debrief(void **state)
{
    (void)state;
    struct screen *screen = start_turn((struct screen_options){.rows = 40, .cols = 120});
    for (int turn = 0; turn < 14 && !screen_shows(screen, "The conversation is over"); turn++) {
        screen_type(screen, "1v\r");
        screen_read(screen, 150);
    }
    screen_wait(screen, "The conversation is over");
    screen_type(screen, "\r");
    screen_wait(screen, "Debrief");
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(votes_are_counted_unseen_then_shown),
        cmocka_unit_test(the_customer_answers_the_trainers_pick),
        cmocka_unit_test(a_tie_is_told),
        cmocka_unit_test(it_goes_on_where_it_was_left),
        cmocka_unit_test(it_fits_small_windows_in_chinese),
        cmocka_unit_test(a_class_reaches_the_debrief),
    };
    return cmocka_run_group_tests_name("vote_screen", tests, NULL, NULL);
}
