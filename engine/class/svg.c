/* svg.c: writes elements of pictures. */
#include "class/svg.h"

#include <math.h>

#include "base/text.h"

#define CELL_SHARE \
    0.56 /* of the size of letters: a cell's width, as the widest of the fonts has it */

void svg_escape(struct buffer *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '&':
            buffer_add(out, "&amp;");
            break;
        case '<':
            buffer_add(out, "&lt;");
            break;
        case '>':
            buffer_add(out, "&gt;");
            break;
        case '"':
            buffer_add(out, "&quot;");
            break;
        case '\'':
            buffer_add(out, "&#39;");
            break;
        case '\n':
            buffer_add(out, " ");
            break;
        default:
            buffer_add_bytes(out, text, 1);
        }
    }
}

void svg_begin(struct buffer *out, const struct svg_frame *frame)
{
    buffer_printf(out,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" "
                  "width=\"%.0f\" height=\"%.0f\" role=\"img\" aria-labelledby=\"%s-t %s-d\">\n",
                  frame->width, frame->height, frame->width, frame->height, frame->id, frame->id);
    buffer_printf(out, "<title id=\"%s-t\">", frame->id);
    svg_escape(out, frame->title);
    buffer_printf(out, "</title>\n<desc id=\"%s-d\">", frame->id);
    svg_escape(out, frame->description);
    buffer_add(out, "</desc>\n");
}

void svg_end(struct buffer *out)
{
    buffer_add(out, "</svg>\n");
}

void svg_box(struct buffer *out, const struct svg_box *box, const char *style)
{
    buffer_printf(out,
                  "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
                  style, box->x, box->y, box->width, box->height);
}

void svg_line(struct buffer *out, double x1, double y1, double x2, double y2, const char *style)
{
    buffer_printf(out, "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                  style, x1, y1, x2, y2);
}

void svg_text(struct buffer *out, const struct svg_label *label)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    buffer_printf(out, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", label->style,
                  label->x, label->y, anchors[label->anchor]);
    svg_escape(out, label->text);
    buffer_add(out, "</text>\n");
}

double svg_width(const char *text, double size)
{
    return text_width(text) * size * CELL_SHARE;
}

void svg_fit(const char *text, double width, double size, char *out, size_t capacity)
{
    int cells = (int)floor(width / (size * CELL_SHARE));
    text_fit(text, cells < 1 ? 1 : cells, false, out, capacity);
}
