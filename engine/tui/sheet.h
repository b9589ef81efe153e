/*
 * sheet.h: a long text that scrolls.
 *
 * A sheet is paragraphs wrapped to one width. A paragraph may have a label (who speaks) that stands
 * to the left of it, and a tag (a turn's number) by which its place is found again. Strings are
 * copied. A sheet is made anew whenever the words or the width change: that costs microseconds.
 */
#ifndef YANLIAN_TUI_SHEET_H
#define YANLIAN_TUI_SHEET_H

#include "tui/canvas.h"

struct paragraph {
    const char *label; /* NULL for none */
    enum ink label_ink;
    int indent; /* cells to the left of the text, the label among them */
    const char *text;
    enum ink ink;
    int tag; /* -1 for none */
};

struct sheet;

struct sheet *sheet_new(int cols);
void sheet_free(struct sheet *sheet); /* NULL is allowed */

void sheet_add(struct sheet *sheet, const struct paragraph *paragraph);
void sheet_blank(struct sheet *sheet); /* an empty line, but never two, nor one at the top */

int sheet_lines(const struct sheet *sheet);
int sheet_find(const struct sheet *sheet, int tag); /* first line with this tag, or -1 */
int sheet_tag(const struct sheet *sheet, int line);

/* Draws from line `top` on; more above or below is shown at the right of the box around `area`. */
void sheet_draw(const struct sheet *sheet, struct canvas *canvas, struct area area, int top);

/* The nearest top line that leaves no needless empty space below. */
int sheet_clamp(const struct sheet *sheet, int rows, int top);

#endif
