/*
 * canvas.c: the grid of cells that screens draw on.
 */
#include "tui/canvas.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buffer.h"
#include "base/text.h"

enum { ZONE_MAX = 128 };

struct zone {
    struct area area;
    int id;
};

struct canvas {
    int rows, cols;
    struct cell *cells; /* rows x cols */
    struct zone zones[ZONE_MAX];
    int zone_count;
    int cursor_y, cursor_x; /* -1: hidden */
};

static const struct cell blank = {.codes = {' '}, .width = 1, .ink = INK_PLAIN};

struct canvas *canvas_new(int rows, int cols)
{
    struct canvas *canvas = calloc(1, sizeof *canvas);
    if (!canvas)
        abort();
    canvas_reset(canvas, rows, cols);
    return canvas;
}

void canvas_free(struct canvas *canvas)
{
    if (!canvas)
        return;
    free(canvas->cells);
    free(canvas);
}

void canvas_reset(struct canvas *canvas, int rows, int cols)
{
    rows = rows < 1 ? 1 : rows;
    cols = cols < 1 ? 1 : cols;
    size_t count = (size_t)rows * (size_t)cols;
    if (!canvas->cells || rows != canvas->rows || cols != canvas->cols) {
        free(canvas->cells);
        canvas->cells = malloc(count * sizeof *canvas->cells);
        if (!canvas->cells)
            abort();
        canvas->rows = rows;
        canvas->cols = cols;
    }
    for (size_t i = 0; i < count; i++)
        canvas->cells[i] = blank;
    canvas->zone_count = 0;
    canvas->cursor_y = canvas->cursor_x = -1;
}

int canvas_rows(const struct canvas *canvas)
{
    return canvas->rows;
}

int canvas_cols(const struct canvas *canvas)
{
    return canvas->cols;
}

static struct cell *cell_at(const struct canvas *canvas, int y, int x)
{
    return &canvas->cells[(size_t)y * (size_t)canvas->cols + (size_t)x];
}

const struct cell *canvas_cell(const struct canvas *canvas, int y, int x)
{
    assert(y >= 0 && y < canvas->rows && x >= 0 && x < canvas->cols);
    return cell_at(canvas, y, x);
}

/* Empties a cell; when it held half of a wide character, the other half goes with it. */
static void empty(const struct canvas *canvas, int y, int x)
{
    struct cell *cell = cell_at(canvas, y, x);
    if (cell->width == 0 && x > 0)
        *cell_at(canvas, y, x - 1) = blank;
    if (cell->width == 2 && x + 1 < canvas->cols)
        *cell_at(canvas, y, x + 1) = blank;
    *cell = blank;
}

static void add_mark(struct cell *cell, uint32_t code)
{
    for (int i = 1; i < CELL_CODES; i++) {
        if (cell->codes[i] == 0) {
            cell->codes[i] = code;
            return;
        }
    }
}

/* Puts a character that takes `width` cells and fits. */
static void put(const struct canvas *canvas, int y, int x, uint32_t code, int width, enum ink ink)
{
    for (int i = 0; i < width; i++)
        empty(canvas, y, x + i);
    struct cell *cell = cell_at(canvas, y, x);
    *cell = (struct cell){.codes = {code}, .width = (uint8_t)width, .ink = (uint8_t)ink};
    if (width == 2)
        *cell_at(canvas, y, x + 1) = (struct cell){.width = 0, .ink = (uint8_t)ink};
}

int canvas_bytes(struct canvas *canvas, int y, int x, enum ink ink, const char *text, size_t length)
{
    int from = x;
    struct cell *last = NULL;
    if (y < 0 || y >= canvas->rows || x < 0)
        return 0;
    for (size_t i = 0; i < length;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)text + i,
                                                  (utf8proc_ssize_t)(length - i), &code);
        if (bytes <= 0) {
            bytes = 1;
            code = 0xFFFD;
        }
        i += (size_t)bytes;
        /* Text arrives clean; should a control byte slip through, it must not reach a terminal. */
        if (code < 0x20 || (code >= 0x7F && code < 0xA0))
            code = ' ';
        int width = utf8proc_charwidth(code);
        if (width <= 0) {
            if (last)
                add_mark(last, (uint32_t)code);
            continue;
        }
        if (x + width > canvas->cols)
            break;
        put(canvas, y, x, (uint32_t)code, width, ink);
        last = cell_at(canvas, y, x);
        x += width;
    }
    return x - from;
}

int canvas_text(struct canvas *canvas, int y, int x, int cells, enum ink ink, const char *text)
{
    int room = canvas->cols - x;
    cells = cells < room ? cells : room;
    if (cells <= 0 || x < 0)
        return 0;
    if (text_width(text) <= cells)
        return canvas_bytes(canvas, y, x, ink, text, strlen(text));
    int used = canvas_bytes(canvas, y, x, ink, text, text_prefix(text, cells - 1));
    return used + canvas_bytes(canvas, y, x + used, ink, "…", strlen("…"));
}

int canvas_text_right(struct canvas *canvas, int y, int end, int cells, enum ink ink,
                      const char *text)
{
    int width = text_width(text);
    width = width < cells ? width : cells;
    return canvas_text(canvas, y, end - width, width, ink, text);
}

int canvas_printf(struct canvas *canvas, int y, int x, int cells, enum ink ink, const char *format,
                  ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length < 0)
        abort();
    int used = canvas_text(canvas, y, x, cells, ink, text);
    free(text);
    return used;
}

int canvas_wrap(struct canvas *canvas, struct area area, enum ink ink, const char *text)
{
    int line = 0;
    if (area.cols < 2)
        return 0;
    for (const char *next = text; next && *next && line < area.rows; line++) {
        const char *start = next;
        size_t length = text_wrap(start, area.cols, &next);
        bool cut = line + 1 == area.rows && next && *next;
        if (cut)
            length = length < text_prefix(start, area.cols - 1) ? length
                                                                : text_prefix(start, area.cols - 1);
        int used = canvas_bytes(canvas, area.y + line, area.x, ink, start, length);
        if (cut)
            canvas_text(canvas, area.y + line, area.x + used, 1, ink, "…");
    }
    return line;
}

int wrapped_lines(const char *text, int cells)
{
    int lines = 0;
    if (cells < 2)
        return 0;
    for (const char *next = text; next && *next; lines++)
        text_wrap(next, cells, &next);
    return lines;
}

void canvas_fill(struct canvas *canvas, struct area area, enum ink ink)
{
    for (int y = area.y; y < area.y + area.rows && y < canvas->rows; y++)
        for (int x = area.x; x < area.x + area.cols && x < canvas->cols; x++)
            if (y >= 0 && x >= 0)
                put(canvas, y, x, ' ', 1, ink);
}

int canvas_bar(struct canvas *canvas, int y, int x, int full, int of, enum ink ink)
{
    int used = 0;
    for (int i = 0; i < of; i++)
        used += canvas_text(canvas, y, x + used, 1, ink, i < full ? "▮" : "▯");
    return used;
}

void canvas_box(struct canvas *canvas, struct area area, const char *title)
{
    int bottom = area.y + area.rows - 1, right = area.x + area.cols - 1;
    if (area.rows < 2 || area.cols < 2)
        return;
    for (int x = area.x + 1; x < right; x++) {
        canvas_text(canvas, area.y, x, 1, INK_FRAME, "─");
        canvas_text(canvas, bottom, x, 1, INK_FRAME, "─");
    }
    for (int y = area.y + 1; y < bottom; y++) {
        canvas_text(canvas, y, area.x, 1, INK_FRAME, "│");
        canvas_text(canvas, y, right, 1, INK_FRAME, "│");
    }
    canvas_text(canvas, area.y, area.x, 1, INK_FRAME, "┌");
    canvas_text(canvas, area.y, right, 1, INK_FRAME, "┐");
    canvas_text(canvas, bottom, area.x, 1, INK_FRAME, "└");
    canvas_text(canvas, bottom, right, 1, INK_FRAME, "┘");
    if (title[0] == '\0')
        return;
    int used = canvas_text(canvas, area.y, area.x + 2, area.cols - 4, INK_STRONG, title);
    canvas_text(canvas, area.y, area.x + 1, 1, INK_FRAME, " ");
    canvas_text(canvas, area.y, area.x + 2 + used, 1, INK_FRAME, " ");
}

struct area area_inside(struct area box)
{
    struct area inside = {box.y + 1, box.x + 2, box.rows - 2, box.cols - 4};
    inside.rows = inside.rows < 0 ? 0 : inside.rows;
    inside.cols = inside.cols < 0 ? 0 : inside.cols;
    return inside;
}

void canvas_zone(struct canvas *canvas, struct area area, int id)
{
    if (canvas->zone_count < ZONE_MAX)
        canvas->zones[canvas->zone_count++] = (struct zone){area, id};
}

int canvas_hit(const struct canvas *canvas, int y, int x)
{
    for (int i = canvas->zone_count - 1; i >= 0; i--) {
        const struct area *area = &canvas->zones[i].area;
        if (y >= area->y && y < area->y + area->rows && x >= area->x && x < area->x + area->cols)
            return canvas->zones[i].id;
    }
    return -1;
}

void canvas_set_cursor(struct canvas *canvas, int y, int x)
{
    canvas->cursor_y = y;
    canvas->cursor_x = x;
}

bool canvas_cursor(const struct canvas *canvas, int *y, int *x)
{
    *y = canvas->cursor_y;
    *x = canvas->cursor_x;
    return *y >= 0 && *y < canvas->rows && *x >= 0 && *x < canvas->cols;
}

static void add_code(struct buffer *text, uint32_t code)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t length = utf8proc_encode_char((utf8proc_int32_t)code, bytes);
    buffer_add_bytes(text, (const char *)bytes, (size_t)length);
}

static int line_end(const struct canvas *canvas, int y)
{
    int end = canvas->cols;
    while (end > 0 && cell_at(canvas, y, end - 1)->width == 1 &&
           cell_at(canvas, y, end - 1)->codes[0] == ' ')
        end--;
    return end;
}

char *canvas_to_text(const struct canvas *canvas)
{
    struct buffer text = {0};
    for (int y = 0; y < canvas->rows; y++) {
        int end = line_end(canvas, y);
        for (int x = 0; x < end; x++) {
            const struct cell *cell = cell_at(canvas, y, x);
            for (int i = 0; cell->width > 0 && i < CELL_CODES && cell->codes[i]; i++)
                add_code(&text, cell->codes[i]);
        }
        buffer_add(&text, "\n");
    }
    return buffer_take(&text);
}
