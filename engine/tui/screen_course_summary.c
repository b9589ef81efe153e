/* screen_course_summary.c: what the course came to, once it is finished. */
#include <stdlib.h>
#include <string.h>

#include "class/course_account.h"
#include "tui/screen_course.h"
#include "tui/screen_home.h"

#define SUMMARY_KEYS(X)                                                                         \
    X(SUMMARY_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("scroll"), N_("scroll by a line (also k, j)")) \
    X(SUMMARY_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                         \
    X(SUMMARY_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", N_("page"), N_("scroll by a page"))   \
    X(SUMMARY_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN, ' '), "", "", "")                               \
    X(SUMMARY_CLOSE, KEYS(KEYCAP_ENTER, KEYCAP_ESCAPE, 'q'), "q", N_("close"), N_("close"))

enum summary_command { SUMMARY_KEYS(KEY_COMMAND) SUMMARY_COMMAND_COUNT };

static const struct key_row summary_key_rows[] = {SUMMARY_KEYS(KEY_ROW)};
static const struct key_table summary_key_table = KEY_TABLE(summary_key_rows);

/* The text's lines as they are: its table's columns must stay. */
static struct sheet *make_sheet(const char *text, int cols)
{
    struct sheet *sheet = sheet_new(cols);
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, "\n");
        char *line = strndup(at, length);
        if (!line)
            abort();
        if (length == 0)
            sheet_blank(sheet);
        else
            sheet_add(sheet, &(struct paragraph){.text = line, .tag = -1});
        free(line);
        at += length + (at[length] == '\n');
    }
    return sheet;
}

static int scrolled(int command, int top, int rows)
{
    switch (command) {
    case SUMMARY_UP:
        return top - 1;
    case SUMMARY_DOWN:
        return top + 1;
    case SUMMARY_PAGE_UP:
        return top - rows + 1;
    case SUMMARY_PAGE_DOWN:
        return top + rows - 1;
    default:
        return top;
    }
}

static void draw(struct tui *tui, struct store *store, const struct course_summary *summary,
                 int *top, int *rows)
{
    struct canvas *canvas = terminal_canvas(tui);
    struct area box = {1, 0, canvas_rows(canvas) - 2, canvas_cols(canvas)};
    struct area inside = area_inside(box);
    char *text = course_account(store, summary, words_language(), inside.cols);
    struct sheet *sheet = make_sheet(text, inside.cols);
    canvas_text(canvas, 0, 1, canvas_cols(canvas) - 2, INK_TITLE, _("The course is finished"));
    canvas_box(canvas, box, _("Planned and actual"));
    *rows = inside.rows;
    *top = sheet_clamp(sheet, inside.rows, *top);
    sheet_draw(sheet, canvas, inside, *top);
    keys_draw(summary_key_table, canvas, 0, 0);
    terminal_no_overlay(tui);
    terminal_show(tui);
    sheet_free(sheet);
    free(text);
}

void screen_course_summary(struct tui *tui, struct store *store, const char *journal)
{
    struct course_summary summary;
    struct input input;
    int top = 0, rows = 0, command;
    if (!course_summary_load(store, journal, &summary, NULL))
        return;
    do {
        draw(tui, store, &summary, &top, &rows);
        terminal_read(tui, -1, &input);
        command = keys_command(summary_key_table, tui, &input);
        top = scrolled(command, top + (input.kind == INPUT_WHEEL ? 2 * input.wheel : 0), rows);
    } while (input.kind != INPUT_STOP && command != SUMMARY_CLOSE);
    course_summary_free(&summary);
}
