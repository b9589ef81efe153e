/* test_terminal.c: sizes, alignment, colour, and a terminal that is always put back. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "screen.h"

static struct screen *start_play(const struct screen_options *wanted)
{
    struct screen_options options = *wanted;
    bool chinese = options.language && strncmp(options.language, "zh", 2) == 0;
    options.arguments = "play idle-deposit --as Mei --seed 4";
    struct screen *screen = screen_start(&options);
    screen_wait(screen, chinese ? "以后再说" : "Enter");
    screen_type(screen, "\r");
    screen_wait(screen, "> 1");
    return screen;
}

/* ---------------------------------------------------------------------------- alignment ---- */

static bool is_one_of(const char *cell, const char *const *wanted)
{
    for (int i = 0; wanted[i]; i++) {
        if (strcmp(cell, wanted[i]) == 0)
            return true;
    }
    return false;
}

/* The two panes: a corner at each end of the top and bottom row, bars between, all in line. */
static void assert_panes(const struct screen *screen)
{
    static const char *const bars[] = {"│", NULL};
    int top = screen_find(screen, "┌"), bottom = screen_find(screen, "└");
    int right = screen_cols(screen) - 1, middle = -1;
    assert_true(top >= 0 && bottom > top + 3);
    assert_string_equal(screen_cell(screen, top, 0), "┌");
    assert_string_equal(screen_cell(screen, top, right), "┐");
    assert_string_equal(screen_cell(screen, bottom, 0), "└");
    assert_string_equal(screen_cell(screen, bottom, right), "┘");
    for (int col = 1; col < right && middle < 0; col++) {
        if (strcmp(screen_cell(screen, top, col), "┐") == 0)
            middle = col;
    }
    assert_true(middle > 0);
    assert_string_equal(screen_cell(screen, top, middle + 1), "┌");
    assert_string_equal(screen_cell(screen, bottom, middle), "┘");
    for (int row = top + 1; row < bottom; row++) {
        if (!is_one_of(screen_cell(screen, row, 0), bars) ||
            !is_one_of(screen_cell(screen, row, middle), bars) ||
            !is_one_of(screen_cell(screen, row, middle + 1), bars) ||
            !is_one_of(screen_cell(screen, row, right), bars)) {
            screen_print(screen);
            fail_msg("row %d is out of line", row);
        }
    }
}

static void borders_are_in_line(void **unused)
{
    (void)unused;
    static const struct {
        int rows, cols;
    } sizes[] = {{24, 80}, {18, 60}, {40, 120}, {60, 200}};
    static const char *const languages[] = {"zh_CN.UTF-8", "en_US.UTF-8"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (size_t j = 0; j < sizeof languages / sizeof *languages; j++) {
            struct screen *screen = start_play(&(struct screen_options){
                .rows = sizes[i].rows, .cols = sizes[i].cols, .language = languages[j]});
            assert_panes(screen);
            screen_type(screen, "1");
            screen_wait(screen, j == 0 ? "第 2/" : "urn 2");
            screen_read(screen, 100);
            assert_panes(screen);
            screen_stop(screen);
        }
    }
}

static void resizing_redraws(void **unused)
{
    (void)unused;
    struct screen *screen = start_play(&(struct screen_options){.language = "zh_CN.UTF-8"});
    screen_resize(screen, 40, 120);
    screen_read(screen, 500);
    assert_panes(screen);
    screen_resize(screen, 18, 60);
    screen_read(screen, 500);
    assert_panes(screen);
    screen_resize(screen, 12, 40);
    screen_wait(screen, "60");
    assert_false(screen_shows(screen, "┌ 对话"));
    screen_resize(screen, 24, 80);
    screen_wait(screen, "> 1");
    assert_panes(screen);
    screen_type(screen, "1");
    screen_wait(screen, "第 2/");
    screen_stop(screen);
}

/* ------------------------------------------------------------------------------- colour ---- */

static void no_color_is_honoured(void **unused)
{
    (void)unused;
    struct screen *screen =
        start_play(&(struct screen_options){.language = "zh_CN.UTF-8", .no_color = true});
    assert_false(screen_has_colour(screen));
    assert_true(screen_shows(screen, "中立"));
    screen_type(screen, "1");
    screen_wait(screen, "第 2/");
    assert_false(screen_has_colour(screen));
    screen_stop(screen);
    screen = start_play(&(struct screen_options){.language = "zh_CN.UTF-8"});
    assert_true(screen_has_colour(screen)); /* the check above can fail */
    screen_stop(screen);
}

static void a_plain_terminal_and_no_locale_will_do(void **unused)
{
    (void)unused;
    struct screen *screen = start_play(&(struct screen_options){.term = "vt100"});
    assert_false(screen_has_colour(screen));
    assert_panes(screen);
    screen_stop(screen);
}

static void a_terminal_that_cant_is_refused(void **unused)
{
    (void)unused;
    struct screen *screen = screen_start(&(struct screen_options){
        .term = "dumb", .arguments = "play idle-deposit --as Mei --seed 4"});
    assert_int_equal(screen_wait_end(screen), 1);
    assert_true(screen_shows(screen, "--plain"));
    assert_true(screen_settings_are_restored(screen));
    screen_stop(screen);
}

/* ---------------------------------------------------------------------------- restoring ---- */

static void assert_restored(struct screen *screen)
{
    assert_false(screen_brackets_pastes(screen));
    assert_false(screen_is_alternate(screen));
    assert_true(screen_cursor_is_visible(screen));
    assert_true(screen_settings_are_restored(screen));
}

static void ends_well_after(int signal, int status)
{
    struct screen *screen = start_play(&(struct screen_options){.language = "zh_CN.UTF-8"});
    assert_true(screen_is_alternate(screen));
    assert_true(screen_brackets_pastes(screen));
    assert_false(screen_settings_are_restored(screen));
    screen_signal(screen, signal);
    assert_int_equal(screen_wait_end(screen), status);
    assert_restored(screen);
    screen_stop(screen);
}

static void the_terminal_is_restored_after_signals(void **unused)
{
    (void)unused;
    ends_well_after(SIGTERM, 128 + SIGTERM);
    ends_well_after(SIGINT, 128 + SIGINT);
    ends_well_after(SIGHUP, 128 + SIGHUP);
}

static void the_terminal_is_restored_after_a_crash(void **unused)
{
    (void)unused;
#ifndef __SANITIZE_ADDRESS__ /* which has its own say in what a crash is */
    ends_well_after(SIGSEGV, 128 + SIGSEGV);
    ends_well_after(SIGABRT, 128 + SIGABRT);
#endif
}

static void a_terminal_that_goes_away_ends_the_program(void **unused)
{
    (void)unused;
    struct screen *screen = start_play(&(struct screen_options){.language = "zh_CN.UTF-8"});
    screen_hang_up(screen);
    screen_wait_end(screen);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(borders_are_in_line),
        cmocka_unit_test(resizing_redraws),
        cmocka_unit_test(no_color_is_honoured),
        cmocka_unit_test(a_plain_terminal_and_no_locale_will_do),
        cmocka_unit_test(a_terminal_that_cant_is_refused),
        cmocka_unit_test(the_terminal_is_restored_after_signals),
        cmocka_unit_test(the_terminal_is_restored_after_a_crash),
        cmocka_unit_test(a_terminal_that_goes_away_ends_the_program),
    };
    return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}
