/* screen_grade_draw.c: the queue on a canvas. */
#include <stdio.h>
#include <string.h>

#include "tui/screen_grade.h"

static const struct key_row queue_key_rows[] = {QUEUE_KEYS(KEY_ROW)};
const struct key_table queue_key_table = KEY_TABLE(queue_key_rows);

static void draw_title(const struct queue_view *view, struct canvas *canvas)
{
    int end = canvas_cols(canvas) - 1;
    end -= canvas_text_right(canvas, 0, end, 30, INK_TITLE, view->trainer->name);
    if (view->blind) {
        end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
        end -= canvas_text_right(canvas, 0, end, 20, INK_STRONG, _("names hidden"));
    }
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s", _("Grading"), view->class->title);
}

/* "[To mark 9]  Second marking 2  All 12": brackets, not colour, tell which is shown. */
static void draw_parts(const struct queue_view *view, struct canvas *canvas)
{
    int x = 1;
    for (int part = 0; part < QUEUE_PART_COUNT; part++) {
        char label[96];
        bool shown = (int)view->part == part;
        snprintf(label, sizeof label, "%s%s %d%s", shown ? "[" : " ",
                 queue_part_label((enum queue_part)part), view->counts[part], shown ? "]" : " ");
        int cells = canvas_text(canvas, 1, x, canvas_cols(canvas) - x - 1,
                                shown ? INK_STRONG : INK_PLAIN, label);
        canvas_zone(canvas, (struct area){1, x, 1, cells}, QUEUE_ZONE_PARTS + part);
        x += cells + 1;
    }
}

static enum ink state_ink(enum grading_state state)
{
    if (state == GRADING_DONE)
        return INK_GOOD;
    return state == GRADING_DRAFT || state == GRADING_SECOND ? INK_WARNING : INK_PLAIN;
}

/* "100", or "78.4→60" once it was marked. */
static void format_scores(const struct queue_item *item, char *out, size_t size)
{
    char score[SCORE_TEXT_SIZE], final[SCORE_TEXT_SIZE];
    score_format(item->score, score);
    score_format(item->final, final);
    if (item->final >= 0 && strcmp(score, final) != 0)
        snprintf(out, size, "%s→%s", score, final);
    else
        snprintf(out, size, "%s", score);
}

static const char *kind_of(const struct queue_item *item)
{
    if (item->exercise)
        return _("exercise");
    if (item->live)
        return _("observed");
    return item->twice ? _("twice") : "";
}

/* In a list: in full it stands over the marking. */
static const char *state_of(const struct queue_item *item)
{
    if (item->state == GRADING_SECOND)
        return _("2nd marking");
    if (item->state == GRADING_ELSEWHERE)
        return _("elsewhere");
    return item->state == GRADING_AWAITS ? _("awaits 2nd") : grading_state_label(item->state);
}

/* Cells of the columns: as wide as what stands in them, so that titles have the rest. */
struct columns {
    int state, who, kind;
};

static void widen(int *cells, const char *text, int most)
{
    int width = text_width(text);
    width = width < most ? width : most;
    *cells = width > *cells ? width : *cells;
}

static struct columns measure(const struct queue_view *view)
{
    enum { WHO_MOST = 10, KIND_MOST = 8, STATE_MOST = 20 };
    struct columns columns = {0};
    for (int i = 0; i < view->shown_count; i++) {
        const struct queue_item *item = &view->items[view->shown[i]];
        widen(&columns.state, state_of(item), STATE_MOST);
        widen(&columns.who, queue_who(item), WHO_MOST);
        widen(&columns.kind, kind_of(item), KIND_MOST);
    }
    return columns;
}

/* "> not marked  王磊   大额闲置存款       twice  11-21 16:30  78.4→60" */
static void draw_item(const struct queue_view *view, struct canvas *canvas, struct area row,
                      const struct columns *columns, int index)
{
    enum { SCORES = 9, WHEN = 11 };
    const struct queue_item *item = &view->items[view->shown[index]];
    bool wide = row.cols >= 70, selected = index == view->selected;
    enum ink ink = selected ? INK_SELECTED : INK_PLAIN;
    char when[WHEN_SIZE], scores[2 * SCORE_TEXT_SIZE + 4];
    int end = row.x + row.cols, x = row.x + 2;
    if (selected)
        canvas_fill(canvas, row, ink);
    canvas_text(canvas, row.y, row.x, 1, ink, selected ? ">" : " ");
    format_scores(item, scores, sizeof scores);
    canvas_text_right(canvas, row.y, end, SCORES, ink, scores);
    end -= SCORES + 1;
    queue_when(item->ended_at, when);
    if (wide) {
        canvas_text_right(canvas, row.y, end, WHEN, ink, strlen(when) > 5 ? when + 5 : when);
        end -= WHEN + 2;
    }
    canvas_text_right(canvas, row.y, end, columns->kind, ink, kind_of(item));
    end -= columns->kind > 0 ? columns->kind + 1 : 0;
    canvas_text(canvas, row.y, x, columns->state, selected ? ink : state_ink(item->state),
                state_of(item));
    x += columns->state + 1;
    canvas_text(canvas, row.y, x, columns->who, ink, queue_who(item));
    x += columns->who + 1;
    canvas_text(canvas, row.y, x, end - x, ink,
                titles_find(view->titles, item->exercise, item->of, words_language()));
}

static void draw_list(const struct queue_view *view, struct canvas *canvas, struct area box,
                      struct queue_drawn *drawn)
{
    struct area inside = {box.y + 1, box.x + 1, box.rows - 2, box.cols - 2};
    bool filtered = view->filter->typing || view->filter->words[0];
    int most = view->shown_count - inside.rows;
    int top = view->selected - inside.rows / 2;
    top = top > most ? most : top;
    drawn->top = top = top < 0 ? 0 : top;
    drawn->rows = inside.rows;
    struct columns columns = measure(view);
    if (filtered)
        filter_draw_head(view->filter, canvas, box);
    else
        canvas_box(canvas, box, queue_part_label(view->part));
    for (int i = 0; i < inside.rows && top + i < view->shown_count; i++) {
        struct area row = {inside.y + i, inside.x, 1, inside.cols};
        draw_item(view, canvas, row, &columns, top + i);
        canvas_zone(canvas, row, i);
    }
    if (view->shown_count == 0)
        canvas_wrap(canvas, area_inside(box), INK_PLAIN,
                    filtered ? _("Nothing found. Esc shows all.")
                             : _("Nothing here. Tab shows the other lists."));
    if (top > 0)
        canvas_printf(canvas, box.y, box.x + box.cols - 8, 7, INK_STRONG, " ↑ %-3d ", top);
    if (top < most)
        canvas_printf(canvas, box.y + box.rows - 1, box.x + box.cols - 8, 7, INK_STRONG, " ↓ %-3d ",
                      most - top);
}

void queue_draw(const struct queue_view *view, struct canvas *canvas, struct queue_drawn *drawn)
{
    draw_title(view, canvas);
    draw_parts(view, canvas);
    draw_list(view, canvas, (struct area){2, 0, canvas_rows(canvas) - 3, canvas_cols(canvas)},
              drawn);
    if (view->filter->typing)
        filter_draw_keys(view->filter, canvas);
    else
        keys_draw(queue_key_table, canvas, 0, view->shown_count > 0 ? 0 : COMMAND_BIT(QUEUE_OPEN));
}
