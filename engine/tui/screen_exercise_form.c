/*
 * screen_exercise_form.c: a form: choices, numbers and words, filled in by curses' form library.
 *
 * Above, the entries; below, the one under the cursor whole, with what it may hold.
 */
#include <stdio.h>
#include <string.h>

#include "base/words.h"
#include "class/exercise_words.h"
#include "tui/screen_exercise.h"

/* "-" for nothing, then the choices as they are shuffled. */
static void make_choices(struct working *working, int number, int field, int part)
{
    struct task_state *state = &working->states[number];
    const struct part *of = &working_task(working, number)->parts[part];
    int options[OPTION_MAX], chosen = 0;
    int count = sitting_order_options(working->sitting, number, part, options);
    state->choices[field][0] = "-";
    state->choice_options[field][0] = -1;
    for (int i = 0; i < count; i++) {
        state->choices[field][i + 1] = of->options[options[i]].label.words[words_language()];
        state->choice_options[field][i + 1] = options[i];
        if (working_answer(working, number, part)->options >> options[i] & 1)
            chosen = i + 1;
    }
    state->choices[field][count + 1] = NULL;
    state->fields[field] = (struct entry_field){.kind = ENTRY_CHOICE,
                                                .choices = state->choices[field],
                                                .choice_count = count + 1,
                                                .choice = chosen};
}

static void make_text(struct working *working, int number, int field, int part)
{
    struct task_state *state = &working->states[number];
    const struct part_answer *answer = working_answer(working, number, part);
    bool is_number = working_task(working, number)->parts[part].kind == PART_NUMBER;
    state->texts[field][0] = '\0';
    if (answer->given && is_number)
        exercise_number_text(answer->number, state->texts[field]);
    else if (answer->given)
        snprintf(state->texts[field], sizeof state->texts[field], "%s", answer->words);
    state->fields[field] =
        (struct entry_field){.kind = ENTRY_TEXT,
                             .text = state->texts[field],
                             .size = is_number ? NUMBER_TEXT_SIZE : sizeof state->texts[field]};
}

static void begin(struct working *working, int number)
{
    struct task_state *state = &working->states[number];
    const struct task *task = working_task(working, number);
    entry_free(state->entry);
    state->field_count = task->part_count;
    for (int i = 0; i < task->part_count; i++) {
        state->field_parts[i] = i;
        if (task->parts[i].kind == PART_CHOICE)
            make_choices(working, number, i, i);
        else
            make_text(working, number, i, i);
    }
    state->entry = entry_new(state->fields, state->field_count);
    int first = 0;
    while (first + 1 < state->field_count && working_answer(working, number, first)->given)
        first++;
    entry_go(state->entry, first);
}

/* ----------------------------------------------------------------------------- drawing ---- */

static void draw_field(struct working *working, struct canvas *canvas, struct area row, int number,
                       int field, int label_cells)
{
    const struct task_state *state = &working->states[number];
    const struct part *part = &working_task(working, number)->parts[field];
    bool current = entry_current(state->entry) == field;
    int x = row.x + 2 + label_cells + 3, cells = row.cols - (x - row.x) - 3;
    canvas_text(canvas, row.y, row.x, 1, INK_KEY, current ? ">" : " ");
    canvas_text(canvas, row.y, row.x + 2, label_cells, current ? INK_STRONG : INK_PLAIN,
                part->label.words[words_language()]);
    bool choice = part->kind == PART_CHOICE;
    canvas_text(canvas, row.y, x - 2, 1, current ? INK_KEY : INK_FRAME, choice ? "<" : "[");
    entry_draw(state->entry, field, canvas, row.y, x, cells);
    canvas_text(canvas, row.y, x + cells + 1, 1, current ? INK_KEY : INK_FRAME, choice ? ">" : "]");
    canvas_zone(canvas, row, ZONE_PARTS + field);
}

static void draw_fields(struct working *working, struct canvas *canvas, struct area inside,
                        int number, int step)
{
    const struct task_state *state = &working->states[number];
    const struct task *task = working_task(working, number);
    int label_cells = 0, rows = inside.rows / step, current = entry_current(state->entry);
    for (int i = 0; i < task->part_count; i++) {
        int width = text_width(task->parts[i].label.words[words_language()]);
        label_cells = width > label_cells ? width : label_cells;
    }
    label_cells = label_cells < inside.cols / 2 ? label_cells : inside.cols / 2;
    int top = current >= rows ? current - rows + 1 : 0;
    for (int i = top; i < state->field_count && i < top + rows; i++)
        draw_field(working, canvas,
                   (struct area){inside.y + (i - top) * step, inside.x, 1, inside.cols}, number, i,
                   label_cells);
    if (top > 0)
        canvas_text(canvas, inside.y, inside.x + inside.cols, 1, INK_STRONG, "↑");
    if (top + rows < state->field_count)
        canvas_text(canvas, inside.y + inside.rows - 1, inside.x + inside.cols, 1, INK_STRONG, "↓");
}

static const char *what_to_do(const struct part *part)
{
    switch (part->kind) {
    case PART_CHOICE:
        return _("One of these:");
    case PART_NUMBER:
        return _("Type a number.");
    default:
        return _("Type a few words.");
    }
}

static void draw_choices(const struct task_state *state, struct canvas *canvas, struct area area,
                         int field)
{
    const struct entry_field *of = &state->fields[field];
    int chosen = of->choice, y = area.y, end = area.y + area.rows, used = 0, first = 1;
    for (int i = 1; i <= chosen; i++)
        used += wrapped_lines(of->choices[i], area.cols - 2);
    while (first < chosen && used > area.rows)
        used -= wrapped_lines(of->choices[first++], area.cols - 2);
    for (int i = first; i < of->choice_count && y < end; i++) {
        int lines = wrapped_lines(of->choices[i], area.cols - 2);
        struct area row = {y, area.x, y + lines > end ? end - y : lines, area.cols};
        enum ink ink = i == chosen ? INK_STRONG : INK_PLAIN;
        canvas_text(canvas, y, area.x, 1, INK_KEY, i == chosen ? ">" : " ");
        canvas_wrap(canvas, (struct area){y, area.x + 2, row.rows, area.cols - 2}, ink,
                    of->choices[i]);
        canvas_zone(canvas, row, i);
        y += lines;
    }
}

static void draw_below(struct working *working, struct canvas *canvas, struct area box, int number)
{
    const struct task_state *state = &working->states[number];
    int field = entry_current(state->entry);
    const struct part *part = &working_task(working, number)->parts[field];
    struct area inside = area_inside(box);
    canvas_box(canvas, box, what_to_do(part));
    int used = canvas_wrap(canvas, inside, INK_STRONG, part->label.words[words_language()]);
    const char *fault =
        part->kind == PART_NUMBER ? exercise_number_fault(state->texts[field]) : NULL;
    if (fault)
        canvas_printf(canvas, inside.y + used, inside.x, inside.cols, INK_BAD, "? %s", fault);
    if (part->kind == PART_CHOICE)
        draw_choices(state, canvas,
                     (struct area){inside.y + used, inside.x, inside.rows - used, inside.cols},
                     field);
}

static void draw(struct working *working, struct canvas *canvas, struct area area, int number)
{
    const struct task_state *state = &working->states[number];
    int below = 8;
    int step = working->room && 2 * state->field_count + 2 + below <= area.rows ? 2 : 1;
    int upper = step * state->field_count + 2;
    upper = upper < area.rows - below ? upper : area.rows - below;
    upper = upper < 4 ? 4 : upper;
    struct area box = {area.y, area.x, upper, area.cols};
    canvas_box(canvas, box, "");
    draw_fields(working, canvas, area_inside(box), number, step);
    draw_below(working, canvas, (struct area){area.y + upper, area.x, area.rows - upper, area.cols},
               number);
}

/* ------------------------------------------------------------------------------- input ---- */

static bool is_typed(const struct part *part, int pressed)
{
    return part->kind == PART_WORDS || exercise_is_number_key(pressed) || pressed >= KEYCAP_UP;
}

static bool key(struct working *working, int number, int pressed)
{
    struct task_state *state = &working->states[number];
    int current = entry_current(state->entry);
    const struct part *part = &working_task(working, number)->parts[current];
    if (pressed == KEYCAP_PAGE_UP || pressed == KEYCAP_PAGE_DOWN)
        return false;
    if (pressed == KEYCAP_ENTER && current + 1 == state->field_count) {
        working_next_page(working);
        return true;
    }
    if (part->kind == PART_CHOICE && (pressed == KEYCAP_DELETE || pressed == KEYCAP_BACKSPACE)) {
        entry_choose(state->entry, 0);
        working_typed(working, number, current);
        return true;
    }
    if (part->kind != PART_CHOICE && !is_typed(part, pressed))
        return false;
    if (!entry_key(state->entry, pressed))
        return false;
    working_typed(working, number, current);
    return true;
}

static void click(struct working *working, int number, int zone)
{
    struct task_state *state = &working->states[number];
    if (zone >= ZONE_PARTS) {
        entry_go(state->entry, zone - ZONE_PARTS);
        return;
    }
    int current = entry_current(state->entry);
    entry_choose(state->entry, zone);
    working_typed(working, number, current);
}

const struct exercise_face exercise_form_face = {
    .begin = begin,
    .draw = draw,
    .key = key,
    .click = click,
    .paste = exercise_paste,
    .commands = COMMAND_BIT(EX_FIELD) | COMMAND_BIT(EX_CHANGE) | COMMAND_BIT(EX_NEXT),
};
