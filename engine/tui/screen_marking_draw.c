/*
 * screen_marking_draw.c: one marking on a canvas: what is marked at the left, the rubric at the
 * right. In a narrow window the rubric lies below, its criteria in one line.
 */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "tui/screen_grade.h"

enum { NARROW = 76, RUBRIC_COLS = 32, RUBRIC_MOST = 50 };

static const struct key_row marking_key_rows[] = {MARKING_KEYS(KEY_ROW)};
const struct key_table marking_key_table = KEY_TABLE(marking_key_rows);

/* ------------------------------------------------------------------------------- title ---- */

/* "78.4", or "78.4 → 60 !" once verdicts were adjusted; the sign: a critical rule is broken. */
static void format_score(const struct marking *marking, char *out, size_t size)
{
    char machine[SCORE_TEXT_SIZE], adjusted[SCORE_TEXT_SIZE];
    bool critical;
    score_format(marking->paper->score, machine);
    score_format(marking_score(marking, &critical), adjusted);
    if (strcmp(machine, adjusted) == 0)
        snprintf(out, size, "%s%s", machine, critical ? " !" : "");
    else
        snprintf(out, size, "%s → %s%s", machine, adjusted, critical ? " !" : "");
}

static void draw_title(const struct marking_view *view, struct canvas *canvas)
{
    const struct paper *paper = view->marking->paper;
    char score[64];
    int end = canvas_cols(canvas) - 1;
    format_score(view->marking, score, sizeof score);
    end -= canvas_text_right(canvas, 0, end, 16, INK_STRONG, score);
    end--;
    end -= canvas_text_right(canvas, 0, end, 8, INK_TITLE, _("Score"));
    end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
    end -=
        canvas_text_right(canvas, 0, end, 20, INK_TITLE, grading_state_label(view->marking->state));
    canvas_printf(canvas, 0, 1, end - 2, INK_TITLE, "%s · %s", paper_who(paper),
                  paper_title(paper, words_language()));
}

/* -------------------------------------------------------------------------------- left ---- */

static void draw_paper(const struct marking_view *view, struct canvas *canvas, struct area box,
                       struct marking_drawn *drawn)
{
    struct area inside = area_inside(box);
    int gutter = view->marking->paper->play ? GUTTER_COLS : 0;
    struct area text = {inside.y, inside.x + gutter, inside.rows, inside.cols - gutter};
    struct sheet *sheet = marking_sheet(view, text.cols);
    int top = view->top;
    if (view->follow && view->turn >= 0 && sheet_find(sheet, view->turn) >= 0)
        top = sheet_find(sheet, view->turn) - 1;
    canvas_box(canvas, box,
               view->marking->paper->kind == PAPER_PLAYED ? _("Transcript") : _("What was done"));
    drawn->top = sheet_clamp(sheet, text.rows, top);
    drawn->rows = text.rows;
    sheet_draw(sheet, canvas, text, drawn->top);
    marking_gutter(view, sheet, canvas, (struct area){inside.y, inside.x, inside.rows, gutter},
                   drawn->top);
    sheet_free(sheet);
}

/* What the chosen turn came to, when there is room: as high as it needs, `most` at most. */
static int draw_turn(const struct marking_view *view, struct canvas *canvas, struct area above,
                     int most)
{
    char title[64];
    if (view->turn < 0)
        return 0;
    struct sheet *sheet = marking_turn_sheet(view, above.cols - 4);
    int rows = sheet_lines(sheet) + 2;
    rows = rows > most ? most : rows;
    if (sheet_lines(sheet) > 0 && rows >= 3) {
        struct area box = {above.y + above.rows - rows, above.x, rows, above.cols};
        if (view->turn == 0)
            snprintf(title, sizeof title, "%s", _("Opening"));
        else
            snprintf(title, sizeof title, _("Turn %d"), view->turn);
        canvas_box(canvas, box, title);
        sheet_draw(sheet, canvas, area_inside(box), 0);
    } else {
        rows = 0;
    }
    sheet_free(sheet);
    return rows;
}

/* ------------------------------------------------------------------------------ rubric ---- */

static const char *criterion_title(const struct marking_view *view, int criterion)
{
    return criterion == MARKING_OVERALL_ROW
               ? _("Overall rating")
               : view->rubric->criteria[criterion].title.words[words_language()];
}

static int level_of(const struct marks *marks, int criterion)
{
    return criterion == MARKING_OVERALL_ROW ? marks->overall : marks->levels[criterion];
}

static void format_level(int level, char out[16])
{
    snprintf(out, 16, level > 0 ? "%d" : "–", level);
}

/* "> 1 Opening and observation   3 | 4": the levels of others behind this trainer's. */
static void draw_criterion(const struct marking_view *view, struct canvas *canvas, struct area row,
                           int criterion)
{
    const struct marking *marking = view->marking;
    bool current = criterion == view->criterion;
    enum ink ink = current ? INK_SELECTED : INK_PLAIN;
    char level[16], levels[64];
    size_t length = 0;
    format_level(level_of(&marking->marks, criterion), level);
    if (marking->may_write)
        length = (size_t)snprintf(levels, sizeof levels, "%s", level);
    for (int i = 0; i < marking->other_count; i++) {
        format_level(level_of(&marking->others[i].marks, criterion), level);
        length += (size_t)snprintf(levels + length, sizeof levels - length, "%s%s",
                                   length ? " | " : "", level);
    }
    if (length == 0)
        snprintf(levels, sizeof levels, "–");
    if (current)
        canvas_fill(canvas, row, ink);
    int end = row.x + row.cols;
    end -= canvas_text_right(canvas, row.y, end, 12, ink, levels) + 1;
    canvas_text(canvas, row.y, row.x, 1, ink, current ? ">" : " ");
    canvas_text(canvas, row.y, row.x + 2, end - row.x - 2, ink, criterion_title(view, criterion));
    canvas_zone(canvas, row, MARKING_ZONE_CRITERIA + criterion);
}

static bool is_rated_row(const struct marking_view *view, int criterion)
{
    return criterion == MARKING_OVERALL_ROW || view->marking->paper->kind != PAPER_EXERCISE;
}

/* The anchor under the cursor comes into view where not all five fit. */
static void draw_anchors(const struct marking_view *view, struct canvas *canvas, struct area area)
{
    struct sheet *sheet = marking_anchors(view, area.cols);
    int top = 0;
    if (sheet_lines(sheet) > area.rows)
        top = sheet_clamp(sheet, area.rows, sheet_find(sheet, view->level));
    sheet_draw(sheet, canvas, area, top);
    sheet_free(sheet);
}

/* The comments on the whole, at the bottom of the panel; returns the lines they took. */
static int draw_comments(const struct marking_view *view, struct canvas *canvas, struct area area,
                         int most)
{
    struct sheet *sheet = sheet_new(area.cols);
    const struct marking *marking = view->marking;
    for (int i = -1; i < marking->other_count; i++) {
        const struct marks *marks = i < 0 ? &marking->marks : &marking->others[i].marks;
        struct buffer text = {0};
        if (!marks->comment)
            continue;
        if (i >= 0)
            buffer_printf(&text, "%s%s", marking->others[i].trainer, _(": "));
        buffer_add(&text, marks->comment);
        sheet_add(sheet, &(struct paragraph){.label = "*",
                                             .label_ink = INK_COACH,
                                             .indent = 2,
                                             .text = text.data,
                                             .ink = INK_COACH,
                                             .tag = -1});
        buffer_free(&text);
    }
    int rows = sheet_lines(sheet) < most ? sheet_lines(sheet) : most;
    struct area lines = {area.y + area.rows - rows, area.x, rows, area.cols};
    if (rows > 0)
        sheet_draw(sheet, canvas, lines, 0);
    sheet_free(sheet);
    return rows;
}

static void draw_rubric(const struct marking_view *view, struct canvas *canvas, struct area box)
{
    struct area inside = area_inside(box);
    int y = inside.y;
    canvas_box(canvas, box, _("Rubric"));
    for (int i = 0; i <= MARKING_OVERALL_ROW; i++) {
        if (is_rated_row(view, i))
            draw_criterion(view, canvas, (struct area){y++, box.x + 1, 1, box.cols - 2}, i);
    }
    struct area rest = {y + 1, inside.x, inside.y + inside.rows - y - 1, inside.cols};
    int taken = draw_comments(view, canvas, rest, rest.rows / 3);
    rest.rows -= taken > 0 ? taken + 1 : 0;
    draw_anchors(view, canvas, rest);
}

/* "1 – 2 3 3 – [4 5] 5 – O 3": the titles have no room here; the current one heads the frame. */
static void draw_rubric_below(const struct marking_view *view, struct canvas *canvas,
                              struct area box)
{
    struct area inside = area_inside(box);
    int x = inside.x;
    canvas_box(canvas, box, criterion_title(view, view->criterion));
    for (int i = 0; i <= MARKING_OVERALL_ROW; i++) {
        char level[16], text[64];
        bool current = i == view->criterion;
        if (!is_rated_row(view, i))
            continue;
        format_level(level_of(&view->marking->marks, i), level);
        if (i == MARKING_OVERALL_ROW)
            snprintf(text, sizeof text, current ? "[%s %s]" : " %s %s ", _("overall"), level);
        else
            snprintf(text, sizeof text, current ? "[%d: %s]" : " %d: %s ", i + 1, level);
        int cells = canvas_text(canvas, inside.y, x, inside.x + inside.cols - x,
                                current ? INK_STRONG : INK_PLAIN, text);
        canvas_zone(canvas, (struct area){inside.y, x, 1, cells}, MARKING_ZONE_CRITERIA + i);
        x += cells + 1;
    }
    draw_anchors(view, canvas, (struct area){inside.y + 1, inside.x, inside.rows - 1, inside.cols});
}

/* ------------------------------------------------------------------------------- whole ---- */

static uint64_t faint_keys(const struct marking_view *view)
{
    const struct marking *marking = view->marking;
    bool submitted = marking->marks.submitted;
    uint64_t faint = 0;
    if (!marking->may_write || submitted)
        faint |= COMMAND_BIT(MARKING_RATE) | COMMAND_BIT(MARKING_COMMENT) |
                 COMMAND_BIT(MARKING_ADJUST) | COMMAND_BIT(MARKING_SUBMIT);
    return faint;
}

/* What there is nothing for: turns, verdicts, a marking that could be taken up again. */
uint64_t marking_hidden_keys(const struct marking_view *view)
{
    const struct marking *marking = view->marking;
    bool exercise = marking->paper->kind == PAPER_EXERCISE;
    uint64_t hidden = COMMAND_BIT(view->turn < 0 ? MARKING_UP : MARKING_SCROLL);
    if (exercise)
        hidden |= COMMAND_BIT(MARKING_ADJUST) | COMMAND_BIT(MARKING_NEXT);
    if (!marking->may_write || !marking->marks.submitted)
        hidden |= COMMAND_BIT(MARKING_REOPEN);
    return hidden;
}

void marking_draw(const struct marking_view *view, struct canvas *canvas,
                  struct marking_drawn *drawn)
{
    int rows = canvas_rows(canvas) - 2, cols = canvas_cols(canvas);
    bool narrow = cols < NARROW;
    int right = cols * 2 / 5;
    right = right < RUBRIC_COLS ? RUBRIC_COLS : right > RUBRIC_MOST ? RUBRIC_MOST : right;
    int below = narrow ? 6 : 0;
    struct area left = {1, 0, rows - below, narrow ? cols : cols - right};
    draw_title(view, canvas);
    left.rows -= draw_turn(view, canvas, left, left.rows / 3);
    draw_paper(view, canvas, left, drawn);
    if (narrow)
        draw_rubric_below(view, canvas, (struct area){1 + rows - below, 0, below, cols});
    else
        draw_rubric(view, canvas, (struct area){1, cols - right, rows, right});
    keys_draw(marking_key_table, canvas, marking_hidden_keys(view), faint_keys(view));
}
