/*
 * canvas.h: a screen as plain data.
 *
 * A screen draws itself on a canvas, a grid of cells, and knows nothing of terminals; terminal.c
 * puts the canvas on one, tests read it as text. A cell holds one character with the marks that
 * combine with it; a Chinese character takes two cells, the second of which is empty. Nothing is
 * ever drawn outside the grid, and half a character never is: what does not fit is cut.
 *
 * Inks are meanings, not colours: the terminal decides what they look like with and without colour.
 * Zones tell which place on the screen stands for what, so that a click means what is shown there.
 */
#ifndef YANLIAN_TUI_CANVAS_H
#define YANLIAN_TUI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum ink {
    INK_PLAIN,
    INK_STRONG,   /* headings, and whatever has just changed */
    INK_FAINT,    /* what may be skipped; never the only sign of anything */
    INK_FRAME,    /* lines between parts */
    INK_TITLE,    /* the line at the top */
    INK_KEY,      /* a key, in the line at the bottom */
    INK_CUSTOMER, /* who speaks */
    INK_TRAINEE,
    INK_COACH,
    INK_GOOD,
    INK_WARNING,
    INK_BAD,
    INK_SELECTED, /* the line that Enter acts on; it has a '>' as well */
    INK_COUNT
};

enum { CELL_CODES = 5 }; /* a character and its marks: as many as curses takes */

struct cell {
    uint32_t codes[CELL_CODES]; /* code points; unused ones 0 */
    uint8_t width;              /* 1, 2, or 0: the second half of the character before */
    uint8_t ink;                /* enum ink */
};

struct area {
    int y, x, rows, cols;
};

struct canvas;

struct canvas *canvas_new(int rows, int cols);
void canvas_free(struct canvas *canvas); /* NULL is allowed */

/* Empty again, in this size. */
void canvas_reset(struct canvas *canvas, int rows, int cols);

int canvas_rows(const struct canvas *canvas);
int canvas_cols(const struct canvas *canvas);
const struct cell *canvas_cell(const struct canvas *canvas, int y, int x);

/*
 * Writes `text` from (y, x), at most `cells` wide, cut with an ellipsis when longer. Returns the
 * cells taken.
 */
int canvas_text(struct canvas *canvas, int y, int x, int cells, enum ink ink, const char *text);

/* The same with its end at column `end` (exclusive): for what stands at the right. */
int canvas_text_right(struct canvas *canvas, int y, int end, int cells, enum ink ink,
                      const char *text);

/* Exactly `length` bytes, without an ellipsis: a line that is already wrapped. */
int canvas_bytes(struct canvas *canvas, int y, int x, enum ink ink, const char *text,
                 size_t length);

int canvas_printf(struct canvas *canvas, int y, int x, int cells, enum ink ink, const char *format,
                  ...) __attribute__((format(printf, 6, 7)));

/*
 * Wraps `text` into `area`; what does not fit ends with an ellipsis. Returns the lines taken, which
 * is the number needed when `area` is large enough.
 */
int canvas_wrap(struct canvas *canvas, struct area area, enum ink ink, const char *text);

/* Lines that `text` takes when wrapped to `cells`. */
int wrapped_lines(const char *text, int cells);

/* Spaces in this ink. */
void canvas_fill(struct canvas *canvas, struct area area, enum ink ink);

/* A bar of `of` cells, `full` of them full: ▮▮▮▯▯. Returns the cells taken. */
int canvas_bar(struct canvas *canvas, int y, int x, int full, int of, enum ink ink);

/* A frame on the outermost cells of `area`, with a title in its upper line ("": none). */
void canvas_box(struct canvas *canvas, struct area area, const char *title);
struct area area_inside(struct area box); /* what a frame leaves, less a column at each side */

/* The later of overlapping zones wins. */
void canvas_zone(struct canvas *canvas, struct area area, int id);
int canvas_hit(const struct canvas *canvas, int y, int x); /* -1: no zone there */

/* Where the terminal's cursor stands (input methods open there); hidden when nobody says. */
void canvas_set_cursor(struct canvas *canvas, int y, int x);
bool canvas_cursor(const struct canvas *canvas, int *y, int *x);

/* All lines, ends trimmed, each with a newline; the caller frees it. */
char *canvas_to_text(const struct canvas *canvas);

#endif
