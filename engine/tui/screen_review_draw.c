/*
 * screen_review_draw.c: the review on a canvas.
 *
 * Above, what it comes to, with the curve beside it; below that the turns, and at the bottom what
 * there is to say about the chosen one. A class is told by a sign and a word, never by colour
 * alone.
 */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "practice/debrief.h"
#include "tui/screen_review.h"
#include "tui/sheet.h"

static const struct key_row review_key_rows[] = {REVIEW_KEYS(KEY_ROW)};
const struct key_table review_key_table = KEY_TABLE(review_key_rows);

enum ink review_ink(enum pick_class class)
{
    static const enum ink inks[PICK_CLASS_COUNT] = {
        [PICK_BEST] = INK_GOOD,   [PICK_GOOD] = INK_GOOD,   [PICK_INACCURACY] = INK_WARNING,
        [PICK_MISTAKE] = INK_BAD, [PICK_BLUNDER] = INK_BAD,
    };
    return inks[class];
}

void review_title(const struct scenario *scenario, const struct session_row *row,
                  struct canvas *canvas)
{
    int end = canvas_cols(canvas) - 1;
    char seed[48];
    snprintf(seed, sizeof seed, _("seed %llu"), (unsigned long long)row->seed);
    end -= canvas_text_right(canvas, 0, end, 24, INK_FAINT, seed);
    end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
    end -= canvas_text_right(canvas, 0, end, 20, INK_TITLE, row->person.name);
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s", _("Review"),
                  scenario->title.words[words_language()]);
}

/* --------------------------------------------------------------------------------- summary ---- */

/* Wraps `text` into the top of what is left, and takes its lines away. */
static void write_lines(struct canvas *canvas, struct area *left, enum ink ink, const char *text)
{
    int lines = canvas_wrap(canvas, *left, ink, text);
    left->y += lines;
    left->rows -= lines;
}

static void write_result(const struct review_view *view, struct canvas *canvas, struct area *left)
{
    const struct review *review = view->review;
    struct buffer accuracy = {0}, turning = {0}, both = {0};
    char number[SCORE_TEXT_SIZE];
    score_format(review->accuracy, number);
    buffer_printf(&accuracy, _("Accuracy %s%%"), number);
    if (review->turning_point >= 0)
        buffer_printf(&turning, _("▲ turning point: turn %d"),
                      review->picks[review->turning_point].event->turn);
    else
        buffer_add(&turning, _("no turning point"));
    buffer_printf(&both, "%s · %s", accuracy.data, turning.data);
    if (text_width(both.data) <= left->cols) {
        write_lines(canvas, left, INK_STRONG, both.data);
    } else {
        write_lines(canvas, left, INK_STRONG, accuracy.data);
        write_lines(canvas, left, INK_STRONG, turning.data);
    }
    buffer_free(&accuracy);
    buffer_free(&turning);
    buffer_free(&both);
}

static void write_habit(const struct review_view *view, struct canvas *canvas, struct area *left)
{
    const struct habit *habit = view->habit;
    struct buffer text = {0};
    char points[SCORE_TEXT_SIZE];
    if (!habit) {
        bool failed = view->habit_error[0] != '\0';
        write_lines(canvas, left, failed ? INK_WARNING : INK_PLAIN,
                    failed ? view->habit_error : _("Nothing was lost in the last sessions."));
        return;
    }
    buffer_printf(&text, _("Practise next: %s"), habit->title.words[view->language]);
    write_lines(canvas, left, INK_COACH, text.data);
    write_lines(canvas, left, INK_PLAIN, habit->instead.words[view->language]);
    buffer_free(&text);
    score_format(habit->points, points);
    buffer_printf(&text, _("It cost %s points in %d of the last sessions."), points,
                  habit->sessions);
    write_lines(canvas, left, INK_FAINT, text.data);
    buffer_free(&text);
}

static void draw_summary(const struct review_view *view, struct canvas *canvas, struct area area)
{
    write_result(view, canvas, &area);
    if (area.rows >= 6) {
        area.y++;
        area.rows--;
    }
    write_habit(view, canvas, &area);
}

/* ----------------------------------------------------------------------------------- turns ---- */

static const char *words_of(const struct review_view *view, const struct review_pick *pick,
                            int response)
{
    return view->scenario->nodes[pick->event->node].responses[response].say.words[view->language];
}

static const char *said(const struct review_view *view, const struct review_pick *pick)
{
    return pick->event->response < 0 ? _("Referral form filed")
                                     : words_of(view, pick, pick->event->response);
}

static int label_cells(void)
{
    int widest = 0;
    for (int i = 0; i < PICK_CLASS_COUNT; i++) {
        int width = text_width(pick_class_label((enum pick_class)i));
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* "> 7 ?? blunder      -17 !▲ what was said" */
static void draw_pick(const struct review_view *view, struct canvas *canvas, struct area row,
                      int index)
{
    enum { COST_CELLS = 5 };
    const struct review_pick *pick = &view->review->picks[index];
    bool selected = index == view->selected;
    enum ink ink = selected ? INK_SELECTED : INK_PLAIN;
    enum ink own = selected ? ink : review_ink(pick->class);
    int x = row.x, labels = label_cells();
    char number[SCORE_TEXT_SIZE], cost[SCORE_TEXT_SIZE + 1];
    if (selected)
        canvas_fill(canvas, row, ink);
    canvas_printf(canvas, row.y, x, 4, ink, "%c%3d", selected ? '>' : ' ', pick->event->turn);
    canvas_text(canvas, row.y, x + 5, 2, own, pick_class_sign(pick->class));
    canvas_text(canvas, row.y, x + 8, labels, own, pick_class_label(pick->class));
    x += 9 + labels + COST_CELLS;
    score_format(pick->cost, number);
    snprintf(cost, sizeof cost, "-%s", number);
    if (strcmp(number, "0") != 0)
        canvas_text_right(canvas, row.y, x, COST_CELLS, ink, cost);
    if (pick->critical)
        canvas_text(canvas, row.y, x + 1, 1, selected ? ink : INK_BAD, "!");
    if (index == view->review->turning_point)
        canvas_text(canvas, row.y, x + 2, 1, selected ? ink : INK_BAD, "▲");
    x += 4;
    canvas_text(canvas, row.y, x, row.x + row.cols - x, ink, said(view, pick));
    canvas_zone(canvas, row, index);
}

static void draw_picks(const struct review_view *view, struct canvas *canvas, struct area box)
{
    const struct review *review = view->review;
    struct area inside = {box.y + 1, box.x + 1, box.rows - 2, box.cols - 2};
    int most = review->count - inside.rows;
    int top = view->selected - inside.rows / 2;
    top = top > most ? most : top;
    top = top < 0 ? 0 : top;
    canvas_box(canvas, box, _("Turns"));
    if (review->count == 0)
        canvas_text(canvas, inside.y, inside.x + 1, inside.cols - 1, INK_PLAIN,
                    _("Nothing has been said yet."));
    for (int i = 0; i < inside.rows && top + i < review->count; i++)
        draw_pick(view, canvas, (struct area){inside.y + i, inside.x, 1, inside.cols}, top + i);
    if (top > 0)
        canvas_printf(canvas, box.y, box.x + box.cols - 8, 7, INK_STRONG, " ↑ %-3d ", top);
    if (top < most)
        canvas_printf(canvas, box.y + box.rows - 1, box.x + box.cols - 8, 7, INK_STRONG, " ↓ %-3d ",
                      most - top);
}

/* ---------------------------------------------------------------------------------- detail ---- */

struct detail {
    struct sheet *sheet;
    int indent;
};

static void add(const struct detail *detail, const char *label, enum ink label_ink,
                const char *text, enum ink ink)
{
    sheet_add(detail->sheet, &(struct paragraph){.label = label,
                                                 .label_ink = label_ink,
                                                 .indent = detail->indent,
                                                 .text = text,
                                                 .ink = ink,
                                                 .tag = -1});
}

/* The widest of the labels below, and a gap. */
static int detail_indent(void)
{
    const char *const labels[] = {_("Customer"), _("Me"), _("Better"), _("Keeps")};
    int widest = 0;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        int width = text_width(labels[i]);
        widest = width > widest ? width : widest;
    }
    return widest + 2;
}

static void add_better(const struct review_view *view, const struct detail *detail,
                       const struct review_pick *pick)
{
    const struct scenario *scenario = view->scenario;
    const char *label = _("Keeps");
    if (pick->best) {
        add(detail, NULL, INK_PLAIN, _("Nothing better was there."), INK_GOOD);
        return;
    }
    add(detail, _("Better"), INK_COACH,
        pick->better < 0 ? _("fill in the referral form, truthfully")
                         : words_of(view, pick, pick->better),
        INK_PLAIN);
    for (int i = 0; i < scenario->rule_count; i++) {
        if (!(pick->kept >> i & 1))
            continue;
        add(detail, label, INK_COACH, scenario->rules[i].title.words[view->language], INK_PLAIN);
        label = NULL;
    }
}

/* Where chance, or what the customer then showed, led: when that was not what could be expected. */
static void add_luck(const struct detail *detail, const struct review_pick *pick)
{
    struct buffer text = {0};
    char after[SCORE_TEXT_SIZE], reached[SCORE_TEXT_SIZE];
    score_format(pick->after, after);
    score_format(pick->reached, reached);
    if (strcmp(after, reached) == 0)
        return;
    buffer_printf(&text, _("Expected %s; luck then made it %s."), after, reached);
    add(detail, NULL, INK_PLAIN, text.data, INK_FAINT);
    buffer_free(&text);
}

static void add_heard(const struct review_view *view, const struct detail *detail)
{
    if (view->heard)
        add(detail, _("Customer"), INK_CUSTOMER, view->heard->words[view->language], INK_PLAIN);
}

/* Where there is little room, what can't be missed comes first. */
static void add_pick(const struct review_view *view, const struct detail *detail,
                     const struct review_pick *pick, bool little_room)
{
    if (!little_room)
        add_heard(view, detail);
    if (pick->event->kind == EVENT_TIMEOUT)
        add(detail, NULL, INK_WARNING, _("(Time was up.)"), INK_WARNING);
    add(detail, _("Me"), INK_TRAINEE, said(view, pick), INK_PLAIN);
    if (pick->critical)
        add(detail, NULL, INK_BAD, _("! breaks a critical rule"), INK_BAD);
    add_better(view, detail, pick);
    add_luck(detail, pick);
    if (little_room)
        add_heard(view, detail);
}

/* "Turn 7 · ?? blunder (-17: 76.5 to 59.5)" */
static void add_heading(struct buffer *text, const struct review_pick *pick)
{
    char cost[SCORE_TEXT_SIZE], before[SCORE_TEXT_SIZE], after[SCORE_TEXT_SIZE];
    buffer_printf(text, _("Turn %d"), pick->event->turn);
    buffer_printf(text, " · %s %s", pick_class_sign(pick->class), pick_class_label(pick->class));
    score_format(pick->cost, cost);
    score_format(pick->before, before);
    score_format(pick->after, after);
    if (pick->cost > 0)
        buffer_printf(text, _(" (-%s: %s to %s)"), cost, before, after);
}

static void draw_detail(const struct review_view *view, struct canvas *canvas, struct area box,
                        struct review_drawn *drawn)
{
    struct area inside = area_inside(box);
    struct buffer heading = {0};
    struct detail detail = {sheet_new(inside.cols), detail_indent()};
    if (view->review->count > 0) {
        const struct review_pick *pick = &view->review->picks[view->selected];
        add_heading(&heading, pick);
        add_pick(view, &detail, pick, inside.rows < 5);
    }
    canvas_box(canvas, box, heading.data ? heading.data : "");
    drawn->rows = inside.rows;
    drawn->lines = sheet_lines(detail.sheet);
    drawn->top = sheet_clamp(detail.sheet, inside.rows, view->top);
    sheet_draw(detail.sheet, canvas, inside, drawn->top);
    buffer_free(&heading);
    sheet_free(detail.sheet);
}

/* ----------------------------------------------------------------------------------- whole ---- */

void review_draw(const struct review_view *view, struct canvas *canvas, struct review_drawn *drawn)
{
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas);
    int above = rows < 22 ? 5 : rows < 32 ? 7 : 9; /* odd, so that 50 is in the middle */
    int below = rows - 2 - above;
    int list = below * 8 / 15;
    list = view->review->count + 2 < list ? view->review->count + 2 : list;
    list = list < 5 ? 5 : list;
    int curve = review_curve_cols(view->review, cols * 9 / 20);
    review_title(view->scenario, view->row, canvas);
    draw_summary(view, canvas, (struct area){1, 1, above, cols - curve - 4});
    review_draw_curve(view, canvas, (struct area){1, cols - curve - 1, above, curve});
    draw_picks(view, canvas, (struct area){1 + above, 0, list, cols});
    draw_detail(view, canvas, (struct area){1 + above + list, 0, below - list, cols}, drawn);
    uint64_t faint =
        view->review->count > 0 ? 0 : COMMAND_BIT(REVIEW_BETTER) | COMMAND_BIT(REVIEW_BRANCH);
    keys_draw(review_key_table, canvas, 0, faint);
}
