/*
 * screen_exercise_order.c: items that are put in order.
 *
 * The list stands as it is answered. It is no answer until something was moved or Enter confirmed
 * it, so that looking earns nothing.
 */
#include <string.h>

#include "base/words.h"
#include "tui/screen_exercise.h"

/* The kept order, or the shuffled one. */
static void begin(struct working *working, int number)
{
    struct task_state *state = &working->states[number];
    int shown[PART_MAX];
    state->count = sitting_order_parts(working->sitting, number, shown);
    memcpy(state->order, shown, sizeof shown);
    state->touched = working_answer(working, number, 0)->given;
    for (int i = 0; state->touched && i < state->count; i++)
        state->order[working_answer(working, number, i)->place] = i;
}

static void keep(struct working *working, int number)
{
    struct task_state *state = &working->states[number];
    struct error error = {0};
    struct part_answer answers[PART_MAX] = {0};
    for (int i = 0; i < state->count; i++)
        answers[state->order[i]] = (struct part_answer){.given = true, .place = i};
    state->touched = true;
    if (!sitting_set_task(working->sitting, number, answers, &error))
        snprintf(working->notice, sizeof working->notice, "%s", error.message);
}

/* ----------------------------------------------------------------------------- drawing ---- */

static int lines_of(struct working *working, int number, int index, int cols)
{
    const struct task_state *state = &working->states[number];
    const struct part *part = &working_task(working, number)->parts[state->order[index]];
    return wrapped_lines(part->label.words[words_language()], cols - 6);
}

static int all_lines(struct working *working, int number, int cols, int gap)
{
    int lines = 0;
    for (int i = 0; i < working->states[number].count; i++)
        lines += lines_of(working, number, i, cols) + (i > 0 ? gap : 0);
    return lines;
}

/* So far down that the line under the cursor is seen whole. */
static int first_shown(struct working *working, int number, struct area area, int gap)
{
    const struct task_state *state = &working->states[number];
    int first = 0, used = 0;
    for (int i = 0; i <= state->at; i++)
        used += lines_of(working, number, i, area.cols) + (i > 0 ? gap : 0);
    while (first < state->at && used > area.rows)
        used -= lines_of(working, number, first++, area.cols) + gap;
    return first;
}

static void draw_item(struct working *working, struct canvas *canvas, struct area row, int number,
                      int index)
{
    const struct task_state *state = &working->states[number];
    const struct part *part = &working_task(working, number)->parts[state->order[index]];
    bool current = index == state->at;
    enum ink ink = current ? INK_SELECTED : INK_PLAIN;
    if (current)
        canvas_fill(canvas, row, ink);
    canvas_printf(canvas, row.y, row.x, row.cols, ink, "%s%2d",
                  !current      ? "  "
                  : state->held ? "=>"
                                : "> ",
                  index + 1);
    canvas_wrap(canvas, (struct area){row.y, row.x + 6, row.rows, row.cols - 6}, ink,
                part->label.words[words_language()]);
    canvas_zone(canvas, row, ZONE_PARTS + index);
}

static void draw(struct working *working, struct canvas *canvas, struct area box, int number)
{
    const struct task_state *state = &working->states[number];
    struct area inside = area_inside(box);
    canvas_box(canvas, box,
               state->held      ? _("Picked up: move it, Space puts it down")
               : state->touched ? _("Your order")
                                : _("Shuffled: not answered yet"));
    int gap = working->room && all_lines(working, number, inside.cols, 1) <= inside.rows ? 1 : 0;
    int first = first_shown(working, number, inside, gap), y = inside.y;
    int end = inside.y + inside.rows;
    for (int i = first; i < state->count && y < end; i++) {
        int lines = lines_of(working, number, i, inside.cols);
        struct area row = {y, inside.x, y + lines > end ? end - y : lines, inside.cols};
        draw_item(working, canvas, row, number, i);
        y += lines + gap;
    }
}

/* ------------------------------------------------------------------------------- input ---- */

/* Takes the item under the cursor to another place; those between move up. */
static void take_to(struct working *working, int number, int place)
{
    struct task_state *state = &working->states[number];
    if (place < 0 || place >= state->count)
        return;
    int item = state->order[state->at];
    int step = place > state->at ? 1 : -1;
    for (int i = state->at; i != place; i += step)
        state->order[i] = state->order[i + step];
    state->order[place] = item;
    state->at = place;
    keep(working, number);
}

static void go(struct working *working, int number, int at)
{
    struct task_state *state = &working->states[number];
    if (state->held)
        take_to(working, number, at);
    else
        state->at = at < 0 ? 0 : at >= state->count ? state->count - 1 : at;
}

static void take_away(struct working *working, int number)
{
    struct error error = {0};
    struct part_answer none[PART_MAX] = {0};
    if (!sitting_set_task(working->sitting, number, none, &error))
        snprintf(working->notice, sizeof working->notice, "%s", error.message);
    working->states[number].held = false;
    begin(working, number);
}

static bool enter(struct working *working, int number)
{
    struct task_state *state = &working->states[number];
    if (state->held) {
        state->held = false;
        return true;
    }
    if (!state->touched)
        keep(working, number);
    working_next_page(working);
    return true;
}

static bool key(struct working *working, int number, int pressed)
{
    struct task_state *state = &working->states[number];
    switch (pressed) {
    case KEYCAP_UP:
    case 'k':
        go(working, number, state->at - 1);
        return true;
    case KEYCAP_DOWN:
    case 'j':
        go(working, number, state->at + 1);
        return true;
    case KEYCAP_HOME:
        go(working, number, 0);
        return true;
    case KEYCAP_END:
        go(working, number, state->count - 1);
        return true;
    case KEYCAP_SHIFT_UP:
    case 'K':
        take_to(working, number, state->at - 1);
        return true;
    case KEYCAP_SHIFT_DOWN:
    case 'J':
        take_to(working, number, state->at + 1);
        return true;
    case ' ':
        state->held = !state->held;
        return true;
    case KEYCAP_DELETE:
        take_away(working, number);
        return true;
    case KEYCAP_ENTER:
        return enter(working, number);
    default:
        if (pressed < '1' || pressed > '9')
            return false;
        take_to(working, number, pressed - '1');
        return true;
    }
}

/* A click chooses a line; one on the chosen line picks it up; the next one puts it there. */
static void click(struct working *working, int number, int zone)
{
    struct task_state *state = &working->states[number];
    int index = zone - ZONE_PARTS;
    if (index < 0 || index >= state->count)
        return;
    if (state->held) {
        take_to(working, number, index);
        state->held = false;
    } else if (index == state->at) {
        state->held = true;
    } else {
        state->at = index;
    }
}

const struct exercise_face exercise_order_face = {
    .begin = begin,
    .draw = draw,
    .key = key,
    .click = click,
    .commands = COMMAND_BIT(EX_ITEM) | COMMAND_BIT(EX_SHIFT) | COMMAND_BIT(EX_HOLD) |
                COMMAND_BIT(EX_EMPTY) | COMMAND_BIT(EX_NEXT),
};
