/* overlay.c: draws boxes over the screen. */
#include "tui/overlay.h"

#include "base/words.h"

enum { OVERLAY_COLS = 62, MARGIN = 4 };

int overlay_cols(const struct tui *tui)
{
    int cols = canvas_cols(terminal_present(tui)) - 2 * MARGIN - 4;
    return cols < OVERLAY_COLS ? cols : OVERLAY_COLS;
}

static struct canvas *open_box(struct tui *tui, const char *title, int lines, const char *foot)
{
    int most = canvas_rows(terminal_present(tui)) - 2;
    int rows = lines + 4 < most ? lines + 4 : most;
    struct canvas *canvas = terminal_overlay(tui, rows, overlay_cols(tui) + 4);
    struct area box = {0, 0, canvas_rows(canvas), canvas_cols(canvas)};
    canvas_box(canvas, box, title);
    if (foot[0])
        canvas_printf(canvas, box.rows - 1, 2, box.cols - 12, INK_FRAME, " %s ", foot);
    return canvas;
}

void overlay_draw(struct tui *tui, const char *title, const struct sheet *sheet, const char *foot,
                  int *top)
{
    struct canvas *canvas = open_box(tui, title, sheet_lines(sheet), foot);
    struct area inside = area_inside((struct area){0, 0, canvas_rows(canvas), canvas_cols(canvas)});
    if (sheet_lines(sheet) + 2 <=
        inside.rows) { /* an empty line above and below, when there is room */
        inside.y++;
        inside.rows -= 2;
    }
    *top = sheet_clamp(sheet, inside.rows, *top);
    sheet_draw(sheet, canvas, inside, *top);
}

void overlay_notice(struct tui *tui, const char *title, const char *text, const char *foot)
{
    struct sheet *sheet = sheet_new(overlay_cols(tui));
    int top = 0;
    sheet_add(sheet, &(struct paragraph){.text = text, .tag = -1});
    overlay_draw(tui, title, sheet, foot, &top);
    sheet_free(sheet);
}

void overlay_ask(struct tui *tui, const char *title, const char *text, const char *const *answers,
                 int count, int chosen)
{
    int above = wrapped_lines(text, overlay_cols(tui));
    int lines = above + (above ? 1 : 0) + count;
    struct canvas *canvas = open_box(tui, title, lines, _("Enter: this one · Esc: back"));
    struct area inside = area_inside((struct area){0, 0, canvas_rows(canvas), canvas_cols(canvas)});
    int y = inside.y + 1;
    y += canvas_wrap(canvas, (struct area){y, inside.x, above, inside.cols}, INK_PLAIN, text);
    y += above ? 1 : 0;
    for (int i = 0; i < count; i++, y++) {
        enum ink ink = i == chosen ? INK_SELECTED : INK_PLAIN;
        struct area row = {y, inside.x, 1, inside.cols};
        if (i == chosen)
            canvas_fill(canvas, row, ink);
        canvas_printf(canvas, y, inside.x, inside.cols, ink, "%c %d  %s", i == chosen ? '>' : ' ',
                      i + 1, answers[i]);
        canvas_zone(canvas, row, i);
    }
}
