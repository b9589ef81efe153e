/*
 * screen_observe_draw.c: the observer's checklist on a canvas.
 *
 * Above the list with its counts; below, when and what of the chosen line in full, as nobody knows
 * forty rules by heart.
 */
#include <stdio.h>
#include <string.h>

#include "tui/dialogue.h"
#include "tui/screen_observe.h"

enum {
    COUNT_CELLS = 5,      /* "√ 12 " */
    NUMBER_CELLS = 3,     /* of an item */
    TITLE_CELLS_MAX = 28, /* beyond that the words beside it get the room */
    HEAR_CELLS_MIN = 18,  /* with less, no words stand beside the title */
    DETAIL_ROWS = 6
};

static const struct key_row observe_key_rows[] = {OBSERVE_KEYS(KEY_ROW)};
const struct key_table observe_key_table = KEY_TABLE(observe_key_rows);

static void draw_title(const struct observe_view *view, struct canvas *canvas)
{
    const struct session_row *row = live_row(view->live);
    const struct scenario *scenario = loaded_scenario(live_loaded(view->live));
    struct score score;
    char clock[CLOCK_SIZE], text[SCORE_TEXT_SIZE] = "-";
    int end = canvas_cols(canvas) - 1;
    live_score(view->live, &score);
    format_clock(live_watched_ms(view->live), clock);
    if (live_tick_count(view->live) > 0)
        score_format(score.total, text);
    end -= canvas_text_right(canvas, 0, end, 12, INK_TITLE, clock);
    end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
    enum ink ink = score.critical >= 0 ? INK_BAD : INK_STRONG;
    if (score.critical >= 0)
        end -= canvas_text_right(canvas, 0, end, 2, ink, " !");
    end -= canvas_text_right(canvas, 0, end, 6, ink, text);
    end -= canvas_text_right(canvas, 0, end, 12, INK_TITLE, _("Score "));
    end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
    end -= canvas_text_right(canvas, 0, end, 20, INK_TITLE, row->person.name);
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s", _("Observing"),
                  scenario->title.words[view->language]);
}

/* ------------------------------------------------------------------------------ the list ---- */

/* As wide as the longest title, so that the words beside it get the rest. */
static int title_cells(const struct checklist *checklist)
{
    int widest = 0;
    for (int i = 0; i < checklist->count; i++) {
        int width = text_width(checklist->items[i].title);
        widest = width > widest ? width : widest;
    }
    return widest < TITLE_CELLS_MAX ? widest : TITLE_CELLS_MAX;
}

static void draw_count(struct canvas *canvas, int y, int x, const char *sign, int count,
                       enum ink ink)
{
    if (count > 0)
        canvas_printf(canvas, y, x, COUNT_CELLS, ink, "%s%3d", sign, count);
    else
        canvas_printf(canvas, y, x, COUNT_CELLS, ink == INK_SELECTED ? ink : INK_FAINT, "%s  ·",
                      sign);
}

static void draw_item(const struct observe_view *view, struct canvas *canvas, struct area row,
                      int index)
{
    const struct checklist_item *item = &view->checklist->items[view->shown[index]];
    bool selected = index == view->selected;
    enum ink ink = selected ? INK_SELECTED : INK_PLAIN;
    int kept, broken, x = row.x, end = row.x + row.cols - 2 * COUNT_CELLS - 1;
    live_count(view->live, item->rule, &kept, &broken);
    if (selected)
        canvas_fill(canvas, row, ink);
    canvas_text(canvas, row.y, x, 1, ink, selected ? ">" : " ");
    canvas_printf(canvas, row.y, x + 1, NUMBER_CELLS, selected ? ink : INK_KEY, "%*d", NUMBER_CELLS,
                  item->number);
    x += NUMBER_CELLS + 2;
    if (item->critical)
        canvas_text(canvas, row.y, x, 1, selected ? ink : INK_BAD, "!");
    x += 2;
    int title = title_cells(view->checklist);
    title = end - x < title ? end - x : title;
    canvas_text(canvas, row.y, x, title, ink, item->title);
    x += title + 2;
    if (end - x >= HEAR_CELLS_MIN)
        canvas_text(canvas, row.y, x, end - x, selected ? ink : INK_FAINT, item->hear);
    draw_count(canvas, row.y, end + 1, "√", kept, selected ? ink : kept ? INK_GOOD : INK_FAINT);
    draw_count(canvas, row.y, end + 1 + COUNT_CELLS, "×", broken,
               selected ? ink
               : broken ? INK_BAD
                        : INK_FAINT);
    canvas_zone(canvas, row, index);
}

/* The heading of a pack takes a line of its own: above which shown items does one stand? */
static bool heads_pack(const struct observe_view *view, int index)
{
    const struct checklist_item *items = view->checklist->items;
    return index == 0 ||
           strcmp(items[view->shown[index]].pack, items[view->shown[index - 1]].pack) != 0;
}

/* The line of the list on which a shown item stands, headings counted. */
static int line_of(const struct observe_view *view, int index)
{
    int line = -1;
    for (int i = 0; i <= index; i++)
        line += heads_pack(view, i) ? 2 : 1;
    return line;
}

static void draw_list(const struct observe_view *view, struct canvas *canvas, struct area box)
{
    struct area inside = {box.y + 1, box.x + 1, box.rows - 2, box.cols - 2};
    if (view->filter->typing || view->filter->words[0])
        filter_draw_head(view->filter, canvas, box);
    else
        canvas_box(canvas, box, _("Checklist"));
    if (view->shown_count == 0) {
        canvas_text(canvas, inside.y, inside.x + 1, inside.cols - 1, INK_FAINT,
                    _("Nothing found. Esc shows all."));
        return;
    }
    int lines = line_of(view, view->shown_count - 1) + 1;
    int top = line_of(view, view->selected) - inside.rows / 2;
    top = top > lines - inside.rows ? lines - inside.rows : top;
    top = top < 0 ? 0 : top;
    for (int i = 0, line = 0; i < view->shown_count; i++, line++) {
        const struct checklist_item *item = &view->checklist->items[view->shown[i]];
        if (heads_pack(view, i)) {
            if (line >= top && line < top + inside.rows)
                canvas_text(canvas, inside.y + line - top, inside.x + 1, inside.cols - 1,
                            INK_STRONG, item->pack);
            line++;
        }
        if (line >= top && line < top + inside.rows)
            draw_item(view, canvas, (struct area){inside.y + line - top, inside.x, 1, inside.cols},
                      i);
    }
    if (top > 0)
        canvas_printf(canvas, box.y, box.x + box.cols - 8, 7, INK_STRONG, " ↑ %-3d ", top);
    if (top + inside.rows < lines)
        canvas_printf(canvas, box.y + box.rows - 1, box.x + box.cols - 8, 7, INK_STRONG, " ↓ %-3d ",
                      lines - inside.rows - top);
}

/* ---------------------------------------------------------------------------- the detail ---- */

static int draw_words(struct canvas *canvas, struct area area, const char *label, const char *words)
{
    int indent = text_width(label) + 1;
    if (area.rows < 1)
        return 0;
    canvas_text(canvas, area.y, area.x, area.cols, INK_STRONG, label);
    struct area beside = {area.y, area.x + indent, area.rows, area.cols - indent};
    return canvas_wrap(canvas, beside, INK_PLAIN, words);
}

static void draw_detail(const struct observe_view *view, struct canvas *canvas, struct area box)
{
    char title[256];
    if (view->shown_count == 0) {
        canvas_box(canvas, box, "");
        return;
    }
    const struct checklist_item *item = &view->checklist->items[view->shown[view->selected]];
    struct area inside = area_inside(box);
    snprintf(title, sizeof title, "%d %s%s%s", item->number, item->title,
             item->critical ? _(" [critical]") : "", item->once ? _(" · one tick") : "");
    canvas_box(canvas, box, title);
    int used = draw_words(canvas, inside, _("See"), item->see);
    used = used < inside.rows ? used : inside.rows;
    inside.y += used;
    inside.rows -= used;
    draw_words(canvas, inside, _("Hear"), item->hear);
}

static void draw_notice(const struct observe_view *view, struct canvas *canvas, int y)
{
    if (view->typed[0])
        canvas_printf(canvas, y, 1, canvas_cols(canvas) - 2, INK_STRONG,
                      _("No. %s: + kept, - not kept"), view->typed);
    else
        canvas_text(canvas, y, 1, canvas_cols(canvas) - 2, view->notice_ink, view->notice);
}

void observe_draw(const struct observe_view *view, struct canvas *canvas,
                  struct observe_drawn *drawn)
{
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas);
    int detail = rows < 22 ? DETAIL_ROWS - 1 : DETAIL_ROWS;
    int list = rows - 3 - detail;
    draw_title(view, canvas);
    draw_list(view, canvas, (struct area){1, 0, list, cols});
    draw_detail(view, canvas, (struct area){1 + list, 0, detail, cols});
    draw_notice(view, canvas, rows - 2);
    if (view->filter->typing)
        filter_draw_keys(view->filter, canvas);
    else
        keys_draw(observe_key_table, canvas, 0, 0);
    drawn->rows = list - 2;
}
