/*
 * screen_exercise_table.c: a table whose cells are typed in, its totals added up as they are typed.
 *
 * Under the table stands which cell it is, whole, and the numbers that it is worked out from.
 */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/exercise_words.h"
#include "tui/paste.h"
#include "tui/screen_exercise.h"

enum { CELL_MIN = 7, CELL_MAX = 18, HEAD_LINES = 3, ROW_LINES = 2 };

struct grid { /* how the table is laid out */
    struct area area;
    int heading; /* cells of the row headings */
    int cells;   /* of a column */
    int head;    /* lines of the column headings */
    int spacing; /* empty lines between rows */
};

static void begin(struct working *working, int number)
{
    struct task_state *state = &working->states[number];
    const struct task *task = working_task(working, number);
    entry_free(state->entry);
    memset(state->fields, 0, sizeof state->fields);
    state->field_count = 0;
    for (int i = 0; i < task->part_count; i++) {
        int field = state->field_count;
        if (task->parts[i].kind != PART_NUMBER)
            continue;
        state->texts[field][0] = '\0';
        if (working_answer(working, number, i)->given)
            exercise_number_text(working_answer(working, number, i)->number, state->texts[field]);
        state->fields[field] = (struct entry_field){
            .kind = ENTRY_TEXT, .text = state->texts[field], .size = NUMBER_TEXT_SIZE};
        state->field_parts[field] = i;
        state->field_count++;
    }
    state->entry = entry_new(state->fields, state->field_count);
    for (state->at = 0; state->at + 1 < state->field_count; state->at++)
        if (!state->texts[state->at][0])
            break;
    entry_go(state->entry, state->at);
}

/* ----------------------------------------------------------------------------- drawing ---- */

static struct grid lay_out(const struct working *working, const struct task *task, struct area area)
{
    struct grid grid = {.area = area, .heading = 4, .head = 1};
    for (int i = 0; i < task->row_count; i++) {
        int width = text_width(task->rows[i].words[words_language()]) + 2;
        grid.heading = width > grid.heading ? width : grid.heading;
    }
    int most = area.cols - task->column_count * CELL_MIN;
    most = most < area.cols / 2 ? most : area.cols / 2;
    grid.heading = grid.heading < most ? grid.heading : most;
    grid.cells = (area.cols - grid.heading) / task->column_count;
    grid.cells = grid.cells < CELL_MAX ? grid.cells : CELL_MAX;
    for (int i = 0; i < task->column_count; i++) {
        int lines = wrapped_lines(task->columns[i].words[words_language()], grid.cells - 1);
        grid.head = lines > grid.head ? lines : grid.head;
    }
    grid.head = grid.head < HEAD_LINES ? grid.head : HEAD_LINES;
    grid.spacing = working->room && grid.head + 1 + 3 * task->row_count <= area.rows ? 1 : 0;
    return grid;
}

static int row_lines(const struct task *task, const struct grid *grid, int row)
{
    int lines = wrapped_lines(task->rows[row].words[words_language()], grid->heading - 1);
    return (lines < ROW_LINES ? lines : ROW_LINES) + grid->spacing;
}

static void draw_head(const struct task *task, struct canvas *canvas, const struct grid *grid)
{
    struct area area = grid->area;
    enum language language = words_language();
    canvas_wrap(canvas, (struct area){area.y, area.x, grid->head, grid->heading - 1}, INK_STRONG,
                task->corner.words[language]);
    for (int i = 0; i < task->column_count; i++) {
        int x = area.x + grid->heading + i * grid->cells;
        canvas_wrap(canvas, (struct area){area.y, x, grid->head, grid->cells - 1}, INK_STRONG,
                    task->columns[i].words[language]);
    }
    int width = grid->heading + task->column_count * grid->cells;
    for (int x = 0; x < width - 1; x++)
        canvas_text(canvas, area.y + grid->head, area.x + x, 1, INK_FRAME, "─");
}

static int field_of(const struct task_state *state, int part)
{
    for (int i = 0; i < state->field_count; i++)
        if (state->field_parts[i] == part)
            return i;
    return -1;
}

/* What was typed there is something, but no number. */
static bool is_wrong(const struct task_state *state, int field)
{
    return exercise_number_fault(state->texts[field]) != NULL;
}

static void draw_cell(struct working *working, struct canvas *canvas, struct area place, int number,
                      int part)
{
    const struct task_state *state = &working->states[number];
    int field = field_of(state, part);
    char text[NUMBER_TEXT_SIZE] = "";
    double value;
    if (field >= 0) {
        bool current = entry_current(state->entry) == field;
        canvas_text(canvas, place.y, place.x, 1, current ? INK_KEY : INK_FRAME, "[");
        entry_draw(state->entry, field, canvas, place.y, place.x + 1, place.cols - 3);
        canvas_text(canvas, place.y, place.x + place.cols - 2, 1,
                    is_wrong(state, field) ? INK_BAD
                    : current              ? INK_KEY
                                           : INK_FRAME,
                    is_wrong(state, field) ? "?" : "]");
        canvas_zone(canvas, place, ZONE_PARTS + field);
        return;
    }
    if (exercise_cell(sitting_exercise(working->sitting), sitting_answer(working->sitting), number,
                      part, &value))
        exercise_number_text(value, text);
    bool total = working_task(working, number)->parts[part].kind == PART_TOTAL;
    canvas_printf(canvas, place.y, place.x, place.cols - 1, total ? INK_STRONG : INK_PLAIN, "%s%s",
                  total ? "= " : " ", text);
}

static void draw_row(struct working *working, struct canvas *canvas, const struct grid *grid,
                     int number, int row, int y, int lines)
{
    const struct task *task = working_task(working, number);
    int x = grid->area.x;
    canvas_wrap(canvas, (struct area){y, x, lines, grid->heading - 1}, INK_PLAIN,
                task->rows[row].words[words_language()]);
    for (int i = 0; i < task->column_count; i++) {
        int part = task_find_cell(task, row, i);
        struct area place = {y, x + grid->heading + i * grid->cells, 1, grid->cells};
        if (part >= 0)
            draw_cell(working, canvas, place, number, part);
    }
}

static int current_part(const struct task_state *state)
{
    return state->field_parts[entry_current(state->entry)];
}

/* The first row shown, so that the current one is. */
static int first_row(const struct working *working, const struct grid *grid, int number, int rows)
{
    const struct task *task = working_task(working, number);
    int current = task->parts[current_part(&working->states[number])].row, first = 0, used = 0;
    for (int i = 0; i <= current; i++)
        used += row_lines(task, grid, i);
    while (first < current && used > rows)
        used -= row_lines(task, grid, first++);
    return first;
}

static void draw_rows(struct working *working, struct canvas *canvas, const struct grid *grid,
                      int number)
{
    const struct task *task = working_task(working, number);
    int y = grid->area.y + grid->head + 1, end = grid->area.y + grid->area.rows;
    int row = first_row(working, grid, number, end - y);
    if (row > 0)
        canvas_text(canvas, y, grid->area.x + grid->area.cols, 1, INK_STRONG, "↑");
    for (; row < task->row_count && y < end; row++) {
        int lines = row_lines(task, grid, row);
        draw_row(working, canvas, grid, number, row, y, y + lines > end ? end - y : lines);
        y += lines;
    }
    if (row < task->row_count)
        canvas_text(canvas, end - 1, grid->area.x + grid->area.cols, 1, INK_STRONG, "↓");
}

static void draw(struct working *working, struct canvas *canvas, struct area box, int number)
{
    struct task_state *state = &working->states[number];
    const struct task *task = working_task(working, number);
    struct area inside = area_inside(box);
    struct buffer label = {0};
    canvas_box(canvas, box, "");
    exercise_label(task, current_part(state), words_language(), &label);
    const char *fault = exercise_number_fault(state->texts[entry_current(state->entry)]);
    if (fault)
        buffer_printf(&label, "  ? %s", fault);
    if (entry_full(state->entry))
        buffer_printf(&label, " · %s", _("no more fits"));
    int lines = wrapped_lines(label.data, inside.cols - 2);
    struct grid grid = lay_out(
        working, task, (struct area){inside.y, inside.x, inside.rows - lines - 1, inside.cols});
    draw_head(task, canvas, &grid);
    draw_rows(working, canvas, &grid, number);
    canvas_text(canvas, inside.y + inside.rows - lines, inside.x, 2, INK_KEY, "> ");
    canvas_wrap(canvas,
                (struct area){inside.y + inside.rows - lines, inside.x + 2, lines, inside.cols - 2},
                INK_STRONG, label.data);
    buffer_free(&label);
}

/* ------------------------------------------------------------------------------- input ---- */

/* The nearest asked cell in that direction: in the same row or column if there is one. */
static int neighbour(const struct working *working, int number, int down, int right)
{
    const struct task_state *state = &working->states[number];
    const struct task *task = working_task(working, number);
    const struct part *from = &task->parts[current_part(state)];
    int best = -1, nearest = 0;
    for (int i = 0; i < state->field_count; i++) {
        const struct part *to = &task->parts[state->field_parts[i]];
        int along = (to->row - from->row) * down + (to->column - from->column) * right;
        int aside = down ? to->column - from->column : to->row - from->row;
        int distance = along + 100 * (aside < 0 ? -aside : aside);
        if (along <= 0 || (right && aside != 0) || (best >= 0 && distance >= nearest))
            continue;
        best = i;
        nearest = distance;
    }
    return best;
}

static void go(struct working *working, int number, int field)
{
    struct task_state *state = &working->states[number];
    if (field >= 0 && field < state->field_count)
        entry_go(state->entry, field);
}

static bool move(struct working *working, int number, int pressed)
{
    switch (pressed) {
    case KEYCAP_UP:
        go(working, number, neighbour(working, number, -1, 0));
        return true;
    case KEYCAP_DOWN:
        go(working, number, neighbour(working, number, 1, 0));
        return true;
    case KEYCAP_LEFT:
        go(working, number, neighbour(working, number, 0, -1));
        return true;
    case KEYCAP_RIGHT:
        go(working, number, neighbour(working, number, 0, 1));
        return true;
    default:
        return false;
    }
}

bool exercise_is_number_key(int key)
{
    bool wide = key >= 0xFF10 && key <= 0xFF19;
    return wide || (key >= '0' && key <= '9') || key == '.' || key == ',' || key == '-' ||
           key == '+' || key == 0xFF0E || key == 0xFF0D || key == 0x2212;
}

static bool key(struct working *working, int number, int pressed)
{
    struct task_state *state = &working->states[number];
    int current = entry_current(state->entry);
    if (move(working, number, pressed))
        return true;
    if (pressed == KEYCAP_ENTER && current + 1 == state->field_count) {
        working_next_page(working);
        return true;
    }
    if (pressed == KEYCAP_ENTER || pressed == KEYCAP_TAB || pressed == KEYCAP_BACK_TAB) {
        go(working, number, current + (pressed == KEYCAP_BACK_TAB ? -1 : 1));
        return true;
    }
    if (!exercise_is_number_key(pressed) && pressed != KEYCAP_BACKSPACE &&
        pressed != KEYCAP_DELETE && pressed != KEYCAP_HOME && pressed != KEYCAP_END)
        return false;
    if (entry_key(state->entry, pressed))
        working_typed(working, number, current);
    return true;
}

/* Into a number goes what a number is made of: a unit or a blank beside it is left out. */
void exercise_paste(struct working *working, int task, const char *text)
{
    struct task_state *state = &working->states[task];
    int current = entry_current(state->entry), code;
    bool number =
        working_task(working, task)->parts[state->field_parts[current]].kind == PART_NUMBER;
    const char *line_end = strchr(text, '\n');
    struct buffer kept = {0};
    for (const char *at = text, *from = text; (code = paste_next(&at)) != 0; from = at) {
        if (number && line_end && from >= line_end)
            break;
        if (!number || exercise_is_number_key(code))
            buffer_add_bytes(&kept, from, (size_t)(at - from));
    }
    if (kept.length > 0 && entry_paste(state->entry, kept.data))
        working_typed(working, task, current);
    buffer_free(&kept);
}

static void click(struct working *working, int number, int zone)
{
    go(working, number, zone - ZONE_PARTS);
}

const struct exercise_face exercise_table_face = {
    .begin = begin,
    .draw = draw,
    .key = key,
    .click = click,
    .paste = exercise_paste,
    .commands = COMMAND_BIT(EX_CELL) | COMMAND_BIT(EX_NEXT),
};
