/*
 * svg.h: pictures as SVG 1.1, written into a page.
 *
 * Only what every reader of SVG draws alike (rectangles, lines, paths, text, one hatch pattern), in
 * black, greys and one blue whose lightness tells as much as its hue: what has to be told apart
 * differs in shape, dash or number, too. A picture has a title and a description for who can't see
 * it, and scales with the page.
 *
 * Text is data: svg_escape is how it gets into any markup here. Sizes are in the picture's units, 1
 * for 1/96 inch at full size. Text is measured by its cells (text_width), somewhat generously, so
 * that what is fitted by svg_fit stays inside its box in any of the page's fonts.
 */
#ifndef YANLIAN_CLASS_SVG_H
#define YANLIAN_CLASS_SVG_H

#include "base/buffer.h"

struct svg_frame {
    double width, height;
    const char *id; /* unique in the page: letters, digits, hyphens */
    const char *title, *description;
};

void svg_begin(struct buffer *out, const struct svg_frame *frame);
void svg_end(struct buffer *out);

/* The attributes of a style by its name in the table of svg.c: colours, strokes, sizes. */
const char *svg_look(const char *style);

struct svg_box {
    double x, y, width, height;
};
void svg_box(struct buffer *out, const struct svg_box *box, const char *style);
void svg_line(struct buffer *out, double x1, double y1, double x2, double y2, const char *style);

enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END };
struct svg_label {
    double x, y; /* of the base line, at the anchor */
    enum svg_anchor anchor;
    const char *style;
    const char *text;
};
void svg_text(struct buffer *out, const struct svg_label *label);

/* How wide `text` is at most at this size of letters. */
double svg_width(const char *text, double size);

int svg_cells(double width, double size); /* that fit in that width; 1 at least */

/* `text` cut with an ellipsis to that width; `out` holds `capacity` bytes. */
void svg_fit(const char *text, double width, double size, char *out, size_t capacity);

/* &, <, >, quotes; a newline becomes a space. */
void svg_escape(struct buffer *out, const char *text);

#endif
