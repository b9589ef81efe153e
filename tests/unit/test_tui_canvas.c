/*
 * test_tui_canvas.c: screens as plain data: cells, frames, zones, and text that scrolls.
 *
 * Pictures are drawn by hand; ends of lines are trimmed in them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tui/canvas.h"
#include "tui/sheet.h"

static void assert_picture(const struct canvas *canvas, const char *expected)
{
    char *text = canvas_to_text(canvas);
    assert_string_equal(text, expected);
    free(text);
}

/* ------------------------------------------------------------------------------- canvas ---- */

static void text_is_cut_at_the_edge_and_marked(void **unused)
{
    (void)unused;
    struct canvas *canvas = canvas_new(3, 8);
    assert_int_equal(canvas_text(canvas, 0, 2, 20, INK_PLAIN, "abcdefgh"), 6);
    assert_int_equal(canvas_text(canvas, 1, 0, 5, INK_PLAIN, "大额存款"), 5);
    assert_int_equal(canvas_text(canvas, 2, 0, 4, INK_PLAIN, "大额存款"), 3);
    assert_picture(canvas, "  abcde…\n"
                           "大额…\n"
                           "大…\n");
    canvas_free(canvas);
}

static void text_outside_is_left_out(void **unused)
{
    (void)unused;
    struct canvas *canvas = canvas_new(2, 4);
    assert_int_equal(canvas_text(canvas, -1, 0, 4, INK_PLAIN, "up"), 0);
    assert_int_equal(canvas_text(canvas, 2, 0, 4, INK_PLAIN, "down"), 0);
    assert_int_equal(canvas_text(canvas, 0, 4, 4, INK_PLAIN, "right"), 0);
    assert_int_equal(canvas_text(canvas, 0, -2, 4, INK_PLAIN, "left"), 0);
    assert_int_equal(canvas_text(canvas, 0, 0, 0, INK_PLAIN, "none"), 0);
    assert_picture(canvas, "\n\n");
    canvas_free(canvas);
}

/* Overwriting half of a wide character leaves no half behind. */
static void half_a_character_is_never_left(void **unused)
{
    (void)unused;
    struct canvas *canvas = canvas_new(2, 6);
    canvas_text(canvas, 0, 0, 6, INK_PLAIN, "大额款");
    canvas_text(canvas, 0, 1, 1, INK_PLAIN, "x");
    canvas_text(canvas, 0, 4, 1, INK_PLAIN, "y");
    canvas_text(canvas, 1, 0, 6, INK_PLAIN, "abcdef");
    canvas_text(canvas, 1, 1, 2, INK_PLAIN, "额");
    assert_picture(canvas, " x额y\n"
                           "a额def\n");
    assert_int_equal(canvas_cell(canvas, 1, 1)->width, 2);
    assert_int_equal(canvas_cell(canvas, 1, 2)->width, 0);
    canvas_free(canvas);
}

static void marks_join_and_control_bytes_become_blanks(void **unused)
{
    (void)unused;
    struct canvas *canvas = canvas_new(2, 10);
    canvas_text(canvas, 0, 0, 10, INK_PLAIN, "e\u0301x");
    assert_int_equal(canvas_cell(canvas, 0, 0)->codes[1], 0x301);
    assert_int_equal(canvas_cell(canvas, 0, 1)->codes[0], 'x');
    canvas_text(canvas, 1, 0, 10, INK_PLAIN, "a\033[2Jb\xFF");
    for (int x = 0; x < 10; x++)
        assert_true(canvas_cell(canvas, 1, x)->codes[0] >= ' ');
    canvas_free(canvas);
}

static void right_aligned_text_ends_where_told(void **unused)
{
    (void)unused;
    struct canvas *canvas = canvas_new(2, 10);
    assert_int_equal(canvas_text_right(canvas, 0, 9, 20, INK_PLAIN, "练习"), 4);
    assert_int_equal(canvas_text_right(canvas, 1, 10, 4, INK_PLAIN, "practice"), 4);
    assert_picture(canvas, "     练习\n"
                           "      pra…\n");
    canvas_free(canvas);
}

static void a_box_frames_and_leaves_room(void **unused)
{
    (void)unused;
    struct canvas *canvas = canvas_new(4, 14);
    struct area box = {0, 0, 4, 14};
    canvas_box(canvas, box, "对话");
    struct area inside = area_inside(box);
    assert_int_equal(inside.rows, 2);
    assert_int_equal(inside.cols, 10);
    assert_int_equal(canvas_wrap(canvas, inside, INK_PLAIN, "one two three four five"), 2);
    assert_picture(canvas, "┌ 对话 ──────┐\n"
                           "│ one two    │\n"
                           "│ three fou… │\n"
                           "└────────────┘\n");
    canvas_free(canvas);
}

static void a_bar_is_full_and_empty(void **unused)
{
    (void)unused;
    struct canvas *canvas = canvas_new(1, 6);
    assert_int_equal(canvas_bar(canvas, 0, 0, 2, 5, INK_PLAIN), 5);
    assert_picture(canvas, "▮▮▯▯▯\n");
    canvas_free(canvas);
}

static void the_topmost_zone_is_hit(void **unused)
{
    (void)unused;
    struct canvas *canvas = canvas_new(5, 10);
    canvas_zone(canvas, (struct area){1, 0, 2, 10}, 7);
    canvas_zone(canvas, (struct area){2, 4, 1, 2}, 8);
    assert_int_equal(canvas_hit(canvas, 0, 0), -1);
    assert_int_equal(canvas_hit(canvas, 2, 3), 7);
    assert_int_equal(canvas_hit(canvas, 2, 4), 8);
    assert_int_equal(canvas_hit(canvas, 2, 6), 7);
    canvas_reset(canvas, 5, 10);
    assert_int_equal(canvas_hit(canvas, 2, 4), -1);
    canvas_free(canvas);
}

static void the_cursor_is_hidden_unless_placed(void **unused)
{
    (void)unused;
    int y, x;
    struct canvas *canvas = canvas_new(3, 3);
    assert_false(canvas_cursor(canvas, &y, &x));
    canvas_set_cursor(canvas, 2, 1);
    assert_true(canvas_cursor(canvas, &y, &x));
    assert_int_equal(y, 2);
    assert_int_equal(x, 1);
    canvas_set_cursor(canvas, 3, 1);
    assert_false(canvas_cursor(canvas, &y, &x));
    canvas_free(canvas);
}

/* -------------------------------------------------------------------------------- sheet ---- */

static struct sheet *make_talk(int cols)
{
    struct sheet *sheet = sheet_new(cols);
    sheet_add(sheet,
              &(struct paragraph){
                  .label = "客户", .indent = 6, .text = "这么填行不行？就存活期。", .tag = 1});
    sheet_blank(sheet);
    sheet_blank(sheet);
    sheet_add(sheet, &(struct paragraph){.label = "我", .indent = 6, .text = "好。", .tag = 2});
    return sheet;
}

static void paragraphs_hang_beside_their_labels(void **unused)
{
    (void)unused;
    struct canvas *canvas = canvas_new(5, 20);
    struct sheet *sheet = make_talk(20);
    assert_int_equal(sheet_lines(sheet), 4);
    sheet_draw(sheet, canvas, (struct area){0, 0, 5, 20}, 0);
    assert_picture(canvas, "客户  这么填行不行？\n"
                           "      就存活期。\n"
                           "\n"
                           "我    好。\n"
                           "\n");
    sheet_free(sheet);
    canvas_free(canvas);
}

static void what_is_out_of_sight_is_told_in_the_frame(void **unused)
{
    (void)unused;
    struct canvas *canvas = canvas_new(4, 24);
    struct sheet *sheet = make_talk(20);
    canvas_box(canvas, (struct area){0, 0, 4, 24}, "");
    sheet_draw(sheet, canvas, (struct area){1, 2, 2, 20}, 1);
    assert_picture(canvas, "┌────────────── ↑ 1   ─┐\n"
                           "│       就存活期。     │\n"
                           "│                      │\n"
                           "└────────────── ↓ 1   ─┘\n");
    sheet_free(sheet);
    canvas_free(canvas);
}

static void lines_are_found_by_tag_and_kept_in_range(void **unused)
{
    (void)unused;
    struct sheet *sheet = make_talk(20);
    assert_int_equal(sheet_find(sheet, 2), 3);
    assert_int_equal(sheet_find(sheet, 9), -1);
    assert_int_equal(sheet_tag(sheet, 1), 1);
    assert_int_equal(sheet_tag(sheet, 99), -1);
    assert_int_equal(sheet_clamp(sheet, 3, 99), 1);
    assert_int_equal(sheet_clamp(sheet, 3, -5), 0);
    assert_int_equal(sheet_clamp(sheet, 50, 3), 0);
    sheet_free(sheet);
}

/* However narrow, wrapping ends and nothing is drawn outside. */
static void no_width_is_too_small(void **unused)
{
    (void)unused;
    for (int cols = 1; cols < 12; cols++) {
        struct canvas *canvas = canvas_new(6, cols);
        struct sheet *sheet = make_talk(cols);
        assert_true(sheet_lines(sheet) >= 3);
        sheet_draw(sheet, canvas, (struct area){1, 0, 4, cols}, 1);
        canvas_box(canvas, (struct area){0, 0, 6, cols}, "标题标题标题");
        sheet_free(sheet);
        canvas_free(canvas);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_cut_at_the_edge_and_marked),
        cmocka_unit_test(text_outside_is_left_out),
        cmocka_unit_test(half_a_character_is_never_left),
        cmocka_unit_test(marks_join_and_control_bytes_become_blanks),
        cmocka_unit_test(right_aligned_text_ends_where_told),
        cmocka_unit_test(a_box_frames_and_leaves_room),
        cmocka_unit_test(a_bar_is_full_and_empty),
        cmocka_unit_test(the_topmost_zone_is_hit),
        cmocka_unit_test(the_cursor_is_hidden_unless_placed),
        cmocka_unit_test(paragraphs_hang_beside_their_labels),
        cmocka_unit_test(what_is_out_of_sight_is_told_in_the_frame),
        cmocka_unit_test(lines_are_found_by_tag_and_kept_in_range),
        cmocka_unit_test(no_width_is_too_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
