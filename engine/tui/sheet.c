/*
 * sheet.c: wraps paragraphs into lines and shows a part of them.
 */
#include "tui/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

struct line {
    const char *label; /* NULL for none */
    enum ink label_ink;
    const char *text; /* not terminated */
    size_t length;
    enum ink ink;
    int indent;
    int tag;
};

struct sheet {
    struct arena *arena; /* the strings */
    struct line *lines;
    int count, capacity;
    int cols;
};

struct sheet *sheet_new(int cols)
{
    struct sheet *sheet = calloc(1, sizeof *sheet);
    if (!sheet)
        abort();
    sheet->arena = arena_new();
    sheet->cols = cols;
    return sheet;
}

void sheet_free(struct sheet *sheet)
{
    if (!sheet)
        return;
    arena_free(sheet->arena);
    free(sheet->lines);
    free(sheet);
}

static void add_line(struct sheet *sheet, const struct line *line)
{
    if (sheet->count == sheet->capacity) {
        int capacity = sheet->capacity ? 2 * sheet->capacity : 64;
        struct line *grown = realloc(sheet->lines, (size_t)capacity * sizeof *sheet->lines);
        if (!grown)
            abort();
        sheet->lines = grown;
        sheet->capacity = capacity;
    }
    sheet->lines[sheet->count++] = *line;
}

void sheet_add(struct sheet *sheet, const struct paragraph *paragraph)
{
    int cells = sheet->cols - paragraph->indent;
    cells = cells < 2 ? 2 : cells; /* room for one wide character, whatever happens */
    struct line line = {
        .label = paragraph->label ? arena_strdup(sheet->arena, paragraph->label) : NULL,
        .label_ink = paragraph->label_ink,
        .ink = paragraph->ink,
        .indent = paragraph->indent,
        .tag = paragraph->tag,
    };
    const char *next = arena_strdup(sheet->arena, paragraph->text);
    do {
        line.text = next;
        line.length = text_wrap(line.text, cells, &next);
        add_line(sheet, &line);
        line.label = NULL;
    } while (next && *next);
}

void sheet_blank(struct sheet *sheet)
{
    if (sheet->count == 0 || sheet->lines[sheet->count - 1].length == 0)
        return;
    struct line line = {.text = "", .tag = -1};
    add_line(sheet, &line);
}

int sheet_lines(const struct sheet *sheet)
{
    return sheet->count;
}

int sheet_find(const struct sheet *sheet, int tag)
{
    for (int i = 0; i < sheet->count; i++)
        if (sheet->lines[i].tag == tag)
            return i;
    return -1;
}

int sheet_tag(const struct sheet *sheet, int line)
{
    return line >= 0 && line < sheet->count ? sheet->lines[line].tag : -1;
}

int sheet_clamp(const struct sheet *sheet, int rows, int top)
{
    int most = sheet->count - rows;
    top = top > most ? most : top;
    return top < 0 ? 0 : top;
}

/* How many lines are out of sight, in the frame around the area. */
static void draw_more(struct canvas *canvas, struct area area, int above, int below)
{
    int end = area.x + area.cols;
    if (above > 0)
        canvas_printf(canvas, area.y - 1, end - 7, 7, INK_STRONG, " ↑ %-3d ", above);
    if (below > 0)
        canvas_printf(canvas, area.y + area.rows, end - 7, 7, INK_STRONG, " ↓ %-3d ", below);
}

void sheet_draw(const struct sheet *sheet, struct canvas *canvas, struct area area, int top)
{
    for (int row = 0; row < area.rows && top + row < sheet->count; row++) {
        const struct line *line = &sheet->lines[top + row];
        if (line->label)
            canvas_text(canvas, area.y + row, area.x,
                        line->indent > 1 ? line->indent - 1 : area.cols, line->label_ink,
                        line->label);
        canvas_bytes(canvas, area.y + row, area.x + line->indent, line->ink, line->text,
                     line->length);
    }
    draw_more(canvas, area, top, sheet->count - top - area.rows);
}
