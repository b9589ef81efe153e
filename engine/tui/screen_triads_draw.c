/*
 * screen_triads_draw.c: a round on a canvas: its clock in the middle of the first lines, to be read
 * from afar, and a line for each group.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "core/score.h"
#include "tui/dialogue.h"
#include "tui/screen_triads.h"

enum { NUMBER_CELLS = 4, RESULT_CELLS = 7, GAP_CELLS = 2, CLOCK_ROWS = 4 };

static const struct key_row triads_key_rows[] = {TRIADS_KEYS(KEY_ROW)};
const struct key_table triads_key_table = KEY_TABLE(triads_key_rows);

static void draw_title(const struct triads_view *view, struct canvas *canvas)
{
    char text[96];
    int speed = view->plan->speed;
    const struct triads *triads = view->plan->triads;
    int end = canvas_cols(canvas) - 1;
    snprintf(text, sizeof text, _("Round %d of %d"), view->clock->round + 1, triads->rounds);
    end -= canvas_text_right(canvas, 0, end, 24, INK_TITLE, text);
    end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
    snprintf(text, sizeof text, ngettext("%d group", "%d groups", (unsigned long)triads->groups),
             triads->groups);
    end -= canvas_text_right(canvas, 0, end, 16, INK_TITLE, text);
    if (speed > 1) {
        snprintf(text, sizeof text, _("rehearsal %dx"), speed);
        end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
        end -= canvas_text_right(canvas, 0, end, 24, INK_WARNING, text);
    }
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s", _("Role-play in threes"),
                  view->plan->called);
}

/* --------------------------------------------------------------------------------- clock ---- */

/* "√ preparing 01:30", "> role-play 04:12": a sign tells which one it is. */
static int draw_phase(const struct triads_view *view, struct canvas *canvas, int y, int x,
                      enum triad_phase phase)
{
    const struct triad_times *times = &view->plan->triads->times;
    const int seconds[] = {times->prepare, times->play, times->feedback};
    int64_t left;
    char clock[CLOCK_SIZE];
    enum triad_phase now = triads_clock_phase(view->clock, times, view->now, &left);
    enum ink ink = phase == now ? INK_STRONG : INK_FAINT;
    format_clock((int64_t)seconds[phase] * 1000, clock);
    int used = canvas_printf(canvas, y, x, canvas_cols(canvas) - x, ink, "%s %s %s",
                             phase < now    ? "√"
                             : phase == now ? ">"
                                            : "·",
                             triad_phase_label(phase), clock);
    return used + 3;
}

static void draw_clock(const struct triads_view *view, struct canvas *canvas, struct area box)
{
    int64_t left;
    char clock[CLOCK_SIZE];
    const struct triads_scenario *scenario =
        &view->plan->scenarios[view->clock->scenario[view->clock->round]];
    struct area inside = area_inside(box);
    enum triad_phase phase =
        triads_clock_phase(view->clock, &view->plan->triads->times, view->now, &left);
    canvas_box(canvas, box, scenario->title[view->language]);
    format_clock(left < 0 ? -left : left + 999, clock); /* the second that has begun is left */
    enum ink ink = phase == TRIAD_OVER ? INK_BAD : left < 30000 ? INK_WARNING : INK_STRONG;
    int x = inside.x;
    x += canvas_text(canvas, inside.y, x, inside.cols, ink, triad_phase_label(phase)) + 1;
    x += canvas_printf(canvas, inside.y, x, inside.cols, ink, "%s%s", left < 0 ? "+" : "", clock);
    if (!triads_clock_runs(view->clock))
        canvas_text(canvas, inside.y, x + 2, inside.x + inside.cols - x - 2, INK_WARNING,
                    triads_clock_elapsed(view->clock, view->now) > 0
                        ? _("the clock was stopped: Space lets it go on")
                        : _("the clock stands: Space starts it"));
    x = inside.x;
    for (int i = TRIAD_PREPARE; i < TRIAD_OVER; i++)
        x += draw_phase(view, canvas, inside.y + 1, x, (enum triad_phase)i);
}

/* -------------------------------------------------------------------------------- groups ---- */

/* Who has this role: "7 王小明", or the trainer where nobody is left for it. */
static struct buffer role_words(const struct triads_view *view, const struct triad *triad,
                                enum triad_role role)
{
    struct buffer words = {0};
    for (int i = 0; i < triad->size; i++) {
        if (triad_seat_role(i) != role)
            continue;
        const struct roster_entry *entry = triads_plan_person(view->plan, triad->people[i]);
        buffer_printf(&words, "%s%d %s", words.length > 0 ? _(", ") : "", entry->position,
                      entry->person.name);
    }
    if (triad_missing_role(triad) == role)
        buffer_add(&words, _("(the trainer)"));
    if (words.length == 0)
        buffer_add(&words, "-");
    return words;
}

/* As wide as the widest in this round: a group of four has two observers. */
static int widest_words(const struct triads_view *view, enum triad_role role)
{
    int widest = text_width(triad_role_label(role));
    for (int group = 0; group < view->plan->triads->groups; group++) {
        struct buffer words =
            role_words(view, triads_group(view->plan->triads, view->clock->round, group), role);
        int width = text_width(words.data);
        widest = width > widest ? width : widest;
        buffer_free(&words);
    }
    return widest;
}

/* The gap behind a column counts to it. What is left over is shared; what is short, the widest
   column does without, first the half of its gap. */
static void size_columns(const struct triads_view *view, const struct area *inside,
                         int cells[TRIAD_ROLE_COUNT])
{
    int spare = inside->cols - NUMBER_CELLS - 2 - RESULT_CELLS;
    for (int role = 0; role < TRIAD_ROLE_COUNT; role++) {
        cells[role] = widest_words(view, (enum triad_role)role) + GAP_CELLS;
        spare -= cells[role];
    }
    for (int role = 0; spare > 0; role = (role + 1) % TRIAD_ROLE_COUNT, spare--)
        cells[role]++;
    for (; spare < 0; spare++) {
        int widest = 0;
        for (int role = 1; role < TRIAD_ROLE_COUNT; role++)
            widest = cells[role] > cells[widest] ? role : widest;
        cells[widest]--;
    }
}

static void draw_result(struct canvas *canvas, int y, int end, enum ink ink,
                        const struct triads_result *result)
{
    char text[SCORE_TEXT_SIZE + 8], score[SCORE_TEXT_SIZE];
    score_format(result->score, score);
    snprintf(text, sizeof text, "%s %s%s", result->passed ? "√" : "×", score,
             result->again ? "…" : "");
    if (result->state == TRIADS_OBSERVED)
        canvas_text_right(canvas, y, end, RESULT_CELLS,
                          ink == INK_SELECTED ? ink
                          : result->passed    ? INK_GOOD
                                              : INK_BAD,
                          text);
    else if (result->state == TRIADS_BEING_OBSERVED)
        canvas_text_right(canvas, y, end, RESULT_CELLS, ink == INK_SELECTED ? ink : INK_WARNING,
                          "…");
}

static void draw_group(const struct triads_view *view, struct canvas *canvas, struct area row,
                       const int cells[TRIAD_ROLE_COUNT], int group)
{
    const struct triad *triad = triads_group(view->plan->triads, view->clock->round, group);
    bool selected = group == view->selected;
    enum ink ink = selected ? INK_SELECTED : INK_PLAIN;
    int x = row.x + NUMBER_CELLS + 2;
    if (selected)
        canvas_fill(canvas, row, ink);
    canvas_printf(canvas, row.y, row.x, NUMBER_CELLS + 1, ink, "%c%*d", selected ? '>' : ' ',
                  NUMBER_CELLS - 1, group + 1);
    for (int role = 0; role < TRIAD_ROLE_COUNT; role++) {
        struct buffer words = role_words(view, triad, (enum triad_role)role);
        canvas_text(canvas, row.y, x, cells[role] - 1, ink, words.data);
        buffer_free(&words);
        x += cells[role];
    }
    draw_result(canvas, row.y, row.x + row.cols, ink, &view->results[group]);
    canvas_zone(canvas, row, group);
}

static void draw_groups(const struct triads_view *view, struct canvas *canvas, struct area box,
                        struct triads_drawn *drawn)
{
    struct area inside = {box.y + 1, box.x + 1, box.rows - 2, box.cols - 2};
    int groups = view->plan->triads->groups, rows = inside.rows - 1;
    int cells[TRIAD_ROLE_COUNT], x = inside.x + NUMBER_CELLS + 2;
    size_columns(view, &inside, cells);
    canvas_box(canvas, box, _("Groups"));
    for (int role = 0; role < TRIAD_ROLE_COUNT; role++) {
        canvas_text(canvas, inside.y, x, cells[role] - 1, INK_STRONG,
                    triad_role_label((enum triad_role)role));
        x += cells[role];
    }
    canvas_text_right(canvas, inside.y, inside.x + inside.cols, RESULT_CELLS, INK_STRONG,
                      _("score"));
    int top = view->selected - rows / 2;
    top = top > groups - rows ? groups - rows : top;
    top = top < 0 ? 0 : top;
    for (int i = 0; i < rows && top + i < groups; i++)
        draw_group(view, canvas, (struct area){inside.y + 1 + i, inside.x, 1, inside.cols}, cells,
                   top + i);
    if (top > 0)
        canvas_printf(canvas, box.y, box.x + box.cols - 8, 7, INK_STRONG, " ↑ %-3d ", top);
    if (top + rows < groups)
        canvas_printf(canvas, box.y + box.rows - 1, box.x + box.cols - 8, 7, INK_STRONG, " ↓ %-3d ",
                      groups - rows - top);
    drawn->rows = rows;
}

void triads_draw(const struct triads_view *view, struct canvas *canvas, struct triads_drawn *drawn)
{
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas);
    draw_title(view, canvas);
    draw_clock(view, canvas, (struct area){1, 0, CLOCK_ROWS, cols});
    draw_groups(view, canvas, (struct area){1 + CLOCK_ROWS, 0, rows - 3 - CLOCK_ROWS, cols}, drawn);
    canvas_text(canvas, rows - 2, 1, cols - 2, INK_WARNING, view->notice);
    keys_draw(triads_key_table, canvas, 0, 0);
}
