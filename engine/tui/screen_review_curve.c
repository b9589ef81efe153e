/*
 * screen_review_curve.c: the attainable score over the turns, as a chart of block characters.
 *
 * From 0 at the bottom to 100 at the top, a bar a turn; the first bar, 0, is the score before the
 * first line. Below stand the turns' numbers: the turning point has a ▲, the chosen turn is
 * reversed.
 */
#include <stdio.h>

#include "tui/screen_review.h"

enum { AXIS_CELLS = 5, STEP_MAX_CELLS = 6, EIGHTHS = 8 };

struct curve {
    const struct review_view *view;
    struct canvas *canvas;
    struct area bars; /* without axis and numbers */
    int step;         /* cells a turn, with the gap to the next */
};

static int step_cells(const struct review *review, int cols)
{
    int step = (cols - AXIS_CELLS) / (review->count + 1);
    return step < 1 ? 1 : step > STEP_MAX_CELLS ? STEP_MAX_CELLS : step;
}

static const char *curve_title(void)
{
    return _("Still attainable");
}

int review_curve_cols(const struct review *review, int most)
{
    int cols = AXIS_CELLS + (review->count + 1) * step_cells(review, most);
    int title = text_width(curve_title());
    return cols > title ? cols : title;
}

/* What is full of one cell: nothing to all of it. */
static const char *block(int eighths)
{
    static const char *const blocks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    return blocks[eighths < 0 ? 0 : eighths > EIGHTHS ? EIGHTHS : eighths];
}

static void draw_bar(const struct curve *curve, int index, double value, enum ink ink)
{
    int width = curve->step > 1 ? curve->step - 1 : 1;
    int x = curve->bars.x + index * curve->step;
    int level = (int)(value * curve->bars.rows * EIGHTHS / 100 + 1e-9);
    level = level < 1 ? 1 : level; /* a bar of nothing is still a bar */
    for (int row = 0; row < curve->bars.rows; row++) {
        int y = curve->bars.y + curve->bars.rows - 1 - row;
        int eighths = level - row * EIGHTHS;
        for (int i = 0; i < width && eighths > 0; i++)
            canvas_text(curve->canvas, y, x + i, 1, ink, block(eighths));
    }
}

static void draw_axis(const struct curve *curve)
{
    const struct area *bars = &curve->bars;
    for (int row = 0; row < bars->rows; row++)
        canvas_text(curve->canvas, bars->y + row, bars->x - 2, 1, INK_FRAME, "│");
    canvas_text_right(curve->canvas, bars->y, bars->x - 2, 3, INK_PLAIN, "100");
    if (bars->rows >= 5)
        canvas_text_right(curve->canvas, bars->y + bars->rows / 2, bars->x - 2, 3, INK_PLAIN, "50");
    canvas_text_right(curve->canvas, bars->y + bars->rows - 1, bars->x - 2, 3, INK_PLAIN, "0");
}

/* Nothing stands in these cells, nor within `gap` of them. */
static bool is_free(const struct canvas *canvas, int y, int x, int cells, int gap)
{
    for (int i = x - gap; i < x + cells + gap; i++) {
        if (i >= 0 && i < canvas_cols(canvas) && canvas_cell(canvas, y, i)->codes[0] != ' ')
            return false;
    }
    return true;
}

static void draw_number(const struct curve *curve, int index, int gap)
{
    const struct review_view *view = curve->view;
    int y = curve->bars.y + curve->bars.rows, x = curve->bars.x + index * curve->step;
    int turn = index > 0 ? view->review->picks[index - 1].event->turn : 0;
    bool turning = index > 0 && index - 1 == view->review->turning_point;
    bool selected = index > 0 && index - 1 == view->selected;
    char text[24];
    snprintf(text, sizeof text, "%d", turn);
    if (turning && text_width(text) + 1 < curve->step)
        snprintf(text, sizeof text, "▲%d", turn);
    else if (turning)
        snprintf(text, sizeof text, "▲");
    enum ink ink = selected ? INK_SELECTED : turning ? INK_BAD : INK_PLAIN;
    if (is_free(curve->canvas, y, x, text_width(text), gap))
        canvas_text(curve->canvas, y, x, 4, ink, text);
}

/* The ones that matter first: where numbers are closer than they are wide, others make way. */
static void draw_numbers(const struct curve *curve)
{
    const struct review *review = curve->view->review;
    int turning = review->turning_point, selected = curve->view->selected;
    if (turning >= 0)
        draw_number(curve, turning + 1, 0);
    if (review->count > 0 && selected != turning)
        draw_number(curve, selected + 1, curve->step > 1 ? 0 : 1);
    for (int i = 0; i <= review->count; i++) {
        if (i == 0 || (i - 1 != turning && i - 1 != selected))
            draw_number(curve, i, 1);
    }
}

void review_draw_curve(const struct review_view *view, struct canvas *canvas, struct area area)
{
    const struct review *review = view->review;
    struct curve curve = {
        .view = view,
        .canvas = canvas,
        .bars = {area.y + 1, area.x + AXIS_CELLS, area.rows - 2, area.cols - AXIS_CELLS},
        .step = step_cells(review, area.cols),
    };
    canvas_text(canvas, area.y, area.x, area.cols, INK_STRONG, curve_title());
    draw_axis(&curve);
    draw_bar(&curve, 0, review->start, INK_PLAIN);
    for (int i = 0; i < review->count; i++) {
        const struct review_pick *pick = &review->picks[i];
        draw_bar(&curve, i + 1, pick->reached, i == review->turning_point ? INK_BAD : INK_PLAIN);
        canvas_zone(canvas,
                    (struct area){area.y + 1, curve.bars.x + (i + 1) * curve.step, area.rows - 1,
                                  curve.step},
                    i);
    }
    draw_numbers(&curve);
}
