/* build_table.c: reads a table: its headings, its cells, and what its totals add up. */
#include <string.h>

#include "script/exercise_build.h"

enum { ROW_MAX = 20, COLUMN_MAX = 8 };

struct heading {
    const char *id;
    int line;
};

struct table {
    struct exercise_build *build;
    struct task *task;
    struct part *parts;
    struct heading rows[ROW_MAX];
    struct heading columns[COLUMN_MAX];
};

/* ------------------------------------------------------------------------------ headings ---- */

static const char *heading_id(struct reader *reader, const struct heading *before, int count)
{
    const char *id = reader_string_field(reader, "id", true, "");
    if (id[0] && !id_is_valid(id))
        reader_fault(reader, "id",
                     "'%s' can't be a name: use lower-case letters, digits and hyphens", id);
    for (int i = 0; i < count; i++)
        build_check_id(reader, id, &before[i].id, 1);
    return id;
}

static void build_columns(struct table *table, struct reader *reader)
{
    static const char *const known[] = {"id", "label", NULL};
    struct list list = list_open(reader, "columns", "columns", 1, COLUMN_MAX);
    struct text *labels = arena_alloc(reader->arena, (size_t)list.count + 1, sizeof *labels);
    for (int i = 0; i < list.count; i++) {
        size_t at = list_enter(reader, i);
        table->columns[i].id = "";
        labels[i] = text_empty("column");
        if (reader_check_keys(reader, known)) {
            table->columns[i].id = heading_id(reader, table->columns, i);
            labels[i] = reader_text_field(reader, "label", true, table->columns[i].id);
        }
        list_leave(reader, at);
    }
    list_close(reader, &list);
    table->task->columns = labels;
    table->task->column_count = list.count;
}

/* --------------------------------------------------------------------------------- cells ---- */

static bool has(struct reader *reader, const char *key)
{
    bool found = reader_field(reader, key);
    if (found)
        lua_pop(reader->lua, 1);
    return found;
}

static void build_given(struct table *table, struct reader *reader, struct part *part)
{
    part->kind = PART_GIVEN;
    reader_field(reader, "given");
    size_t mark = reader_enter(reader, "given");
    build_value(table->build, reader, part);
    list_leave(reader, mark);
}

static void build_cell_table(struct table *table, struct reader *reader, struct part *part)
{
    static const char *const known[] = {"given", "expect", "tolerance", "sum",
                                        "why",   "source", NULL};
    reader_check_keys(reader, known);
    build_part_reason(table->build, reader, part);
    bool given = has(reader, "given"), expect = has(reader, "expect"), sum = has(reader, "sum");
    if (given + expect + sum != 1)
        reader_fault(reader, NULL, "a cell has one of given, expect and sum");
    else if (given)
        build_given(table, reader, part);
    else if (expect)
        build_expected(table->build, reader, part);
    else
        part->kind = PART_TOTAL; /* what it adds up is read once all cells are known */
    if (!expect && has(reader, "tolerance"))
        reader_fault(reader, "tolerance", "'tolerance' goes with 'expect'");
}

static void build_cell(struct table *table, struct reader *reader, struct part *part)
{
    int type = lua_type(reader->lua, -1);
    part->kind = PART_GIVEN;
    if (type == LUA_TTABLE) {
        build_cell_table(table, reader, part);
        return;
    }
    part->source =
        table->build->exercise->source_count > 0 ? table->build->exercise->sources[0] : "";
    if (type == LUA_TFUNCTION)
        reader_fault(reader, NULL,
                     "write { given = function ... } or { expect = function ... } here");
    else
        part->expected = build_real(reader, 0);
}

static int find_column(struct table *table, struct reader *reader, const char *id)
{
    const char *known[COLUMN_MAX];
    for (int i = 0; i < table->task->column_count; i++) {
        known[i] = table->columns[i].id;
        if (strcmp(known[i], id) == 0)
            return i;
    }
    reader_fault(reader, id, "unknown column '%s'%s", id,
                 reader_suggestion(reader, id, known, table->task->column_count));
    return -1;
}

/* Adds the cell of one column; false when there is no room for more. */
static bool add_cell(struct table *table, struct reader *reader, int row, const char *key)
{
    struct task *task = table->task;
    int column = find_column(table, reader, key);
    if (column < 0)
        return true;
    if (task->part_count == PART_MAX) {
        reader_fault(reader, key, "too many cells: at most %d in a table", PART_MAX);
        return false;
    }
    struct part *part = &table->parts[task->part_count];
    size_t mark = reader_enter(reader, key);
    reader_field(reader, key);
    *part = (struct part){.id = arena_printf(reader->arena, "%s.%s", table->rows[row].id, key),
                          .function = FUNCTION_NONE,
                          .row = row,
                          .column = column,
                          .file_line = reader_line(reader)};
    part->label = part->why = part->model = text_empty(part->id);
    build_cell(table, reader, part);
    list_leave(reader, mark);
    task->part_count++;
    return true;
}

/* Cells go by columns, from left to right: that is how they are walked through and asked. */
static void build_cells(struct table *table, struct reader *reader, int row)
{
    const char *const *keys;
    if (!reader_field(reader, "cells")) {
        reader_fault(reader, NULL, "'cells' is missing here");
        return;
    }
    size_t mark = reader_enter(reader, "cells");
    int count = reader_keys(reader, &keys);
    for (int i = 0; i < count; i++)
        find_column(table, reader, keys[i]);
    for (int column = 0; column < table->task->column_count; column++) {
        if (has(reader, table->columns[column].id) &&
            !add_cell(table, reader, row, table->columns[column].id))
            break;
    }
    list_leave(reader, mark);
}

static void build_rows(struct table *table, struct reader *reader)
{
    static const char *const known[] = {"id", "label", "cells", NULL};
    struct list list = list_open(reader, "rows", "rows", 1, ROW_MAX);
    struct text *labels = arena_alloc(reader->arena, (size_t)list.count + 1, sizeof *labels);
    for (int i = 0; i < list.count; i++) {
        size_t at = list_enter(reader, i);
        table->rows[i].id = "";
        labels[i] = text_empty("row");
        if (reader_check_keys(reader, known)) {
            table->rows[i].id = heading_id(reader, table->rows, i);
            labels[i] = reader_text_field(reader, "label", true, table->rows[i].id);
            build_cells(table, reader, i);
        }
        list_leave(reader, at);
    }
    list_close(reader, &list);
    table->task->rows = labels;
    table->task->row_count = list.count;
}

/* -------------------------------------------------------------------------------- totals ---- */

/* What the list at the top names, as indexes of cells. */
static void build_sum(struct table *table, struct reader *reader, struct part *part)
{
    struct term cells[PART_MAX];
    const struct task *task = table->task;
    for (int i = 0; i < task->part_count; i++)
        cells[i] = (struct term){.id = task->parts[i].id};
    struct list list = list_open(reader, "sum", "cells to add up", 1, PART_MAX);
    int *sum = arena_alloc(reader->arena, (size_t)list.count + 1, sizeof *sum);
    for (int i = 0; i < list.count; i++) {
        size_t at = list_enter(reader, i);
        int cell = reader_term(reader, "cell", cells, task->part_count);
        for (int j = 0; cell >= 0 && j < part->sum_count; j++)
            if (sum[j] == cell)
                reader_fault(reader, NULL, "'%s' is added twice", task->parts[cell].id);
        if (cell >= 0)
            sum[part->sum_count++] = cell;
        list_leave(reader, at);
    }
    list_close(reader, &list);
    part->sum = sum;
}

/* Marks what `index` adds up, directly or through other totals. */
static void follow(const struct task *task, int index, bool reached[PART_MAX])
{
    for (int i = 0; i < task->parts[index].sum_count; i++) {
        int cell = task->parts[index].sum[i];
        if (reached[cell])
            continue;
        reached[cell] = true;
        follow(task, cell, reached);
    }
}

static bool adds_itself(const struct task *task, int index)
{
    bool reached[PART_MAX] = {false};
    follow(task, index, reached);
    return reached[index];
}

typedef void total_visitor(struct table *table, struct reader *reader, int part);

static void visit_sum(struct table *table, struct reader *reader, int part)
{
    build_sum(table, reader, &table->parts[part]);
}

static void visit_circle(struct table *table, struct reader *reader, int part)
{
    if (adds_itself(table->task, part))
        reader_fault(reader, "sum", "this sum adds up itself");
}

/* Goes to each total again, now that all cells are there. */
static void visit_totals(struct table *table, struct reader *reader, total_visitor *visit)
{
    struct list list = list_open(reader, "rows", "rows", 0, ROW_MAX);
    for (int i = 0; i < table->task->part_count; i++) {
        const struct part *part = &table->parts[i];
        if (part->kind != PART_TOTAL)
            continue;
        const char *column = table->columns[part->column].id;
        size_t row = list_enter(reader, part->row);
        reader_field(reader, "cells");
        size_t cells = reader_enter(reader, "cells");
        reader_field(reader, column);
        size_t cell = reader_enter(reader, column);
        visit(table, reader, i);
        list_leave(reader, cell);
        list_leave(reader, cells);
        list_leave(reader, row);
    }
    list_close(reader, &list);
}

void build_table(struct exercise_build *build, struct reader *reader, struct task *task)
{
    static const char *const known[] = {"id", "kind", "ask", "corner", "columns", "rows", NULL};
    struct table table = {.build = build, .task = task};
    table.parts = arena_alloc(reader->arena, PART_MAX, sizeof *table.parts);
    task->parts = table.parts;
    reader_check_keys(reader, known);
    task->corner = reader_text_field(reader, "corner", false, "corner");
    int faults = reader_faults(reader);
    build_columns(&table, reader);
    build_rows(&table, reader);
    if (reader_faults(reader) > faults)
        return; /* cells may be missing that sums name */
    visit_totals(&table, reader, visit_sum);
    visit_totals(&table, reader, visit_circle);
    for (int i = 0; i < task->part_count; i++)
        if (table.parts[i].kind == PART_NUMBER)
            return;
    reader_fault(reader, NULL, "nothing is asked in this table: give some cell an expect");
}
