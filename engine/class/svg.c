/* svg.c: writes elements of pictures. */
#include "class/svg.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "class/markup.h"

#define CELL_SHARE \
    0.56 /* of the size of letters: a cell's width, as the widest of the fonts has it */

/*
 * The look of each style, as attributes: every reader of SVG knows these, be it a browser, a
 * program that makes PDF of the page, or whatever somebody pastes the picture into.
 */
static const struct {
    const char *style, *look;
} looks[] = {
    {"bar", "fill=\"#6b9ccd\" stroke=\"#1a1a1a\" stroke-width=\"0.5\""},
    {"plan", "fill=\"#ffffff\" stroke=\"#1a1a1a\" stroke-width=\"1\" stroke-dasharray=\"3 2\""},
    {"axis", "stroke=\"#1a1a1a\" stroke-width=\"1\""},
    {"grid", "stroke=\"#dededc\" stroke-width=\"1\""},
    {"dots", "stroke=\"#1a1a1a\" stroke-width=\"1\" stroke-dasharray=\"2 3\""},
    {"dashes", "stroke=\"#1a1a1a\" stroke-width=\"1\" stroke-dasharray=\"6 3\""},
    {"dash-dots", "stroke=\"#1a1a1a\" stroke-width=\"1\" stroke-dasharray=\"9 3 2 3\""},
    {"strong", "stroke=\"#1a1a1a\" stroke-width=\"2\""},
    {"curve", "fill=\"none\" stroke=\"#1d5fa8\" stroke-width=\"2.5\""},
    {"point", "fill=\"#ffffff\" stroke=\"#1d5fa8\" stroke-width=\"2.5\""},
    {"missed", "fill=\"#ffffff\" stroke=\"#1a1a1a\" stroke-width=\"1.5\""},
    {"node", "fill=\"#ffffff\" stroke=\"#1a1a1a\" stroke-width=\"1.2\""},
    {"ending", "fill=\"#e2e2e0\" stroke=\"#1a1a1a\" stroke-width=\"2\""},
    {"edge", "fill=\"none\" stroke=\"#1d5fa8\" stroke-opacity=\"0.42\""},
    {"back", "fill=\"none\" stroke=\"#595959\" stroke-dasharray=\"5 3\""},
    {"paper", "fill=\"#ffffff\""},
    {"halo", "fill=\"#ffffff\" fill-opacity=\"0.86\""},
    {"text", "fill=\"#1a1a1a\" font-size=\"12\""},
    {"small", "fill=\"#1a1a1a\" font-size=\"11\""},
    {"small-bold", "fill=\"#1a1a1a\" font-size=\"11\" font-weight=\"700\""},
    {"quiet", "fill=\"#595959\" font-size=\"11\""},
    {"words", "fill=\"#1a1a1a\" font-size=\"14\""},
    {"words-bold", "fill=\"#1a1a1a\" font-size=\"14\" font-weight=\"700\""},
    {"large-bold", "fill=\"#1a1a1a\" font-size=\"15\" font-weight=\"700\""},
    {"count", "fill=\"#1a1a1a\" font-size=\"14\""},
};

const char *svg_look(const char *style)
{
    enum { COUNT = sizeof looks / sizeof *looks };
    int i = 0;
    while (i < COUNT && strcmp(looks[i].style, style) != 0)
        i++;
    assert(i < COUNT); /* each style that is used has its look above */
    return looks[i].look;
}

void svg_escape(struct buffer *out, const char *text)
{
    markup_escape(out, text, " ");
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
    buffer_printf(out, "<rect %s x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>\n",
                  svg_look(style), box->x, box->y, box->width, box->height);
}

void svg_line(struct buffer *out, double x1, double y1, double x2, double y2, const char *style)
{
    buffer_printf(out, "<line %s x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                  svg_look(style), x1, y1, x2, y2);
}

void svg_text(struct buffer *out, const struct svg_label *label)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    buffer_printf(out, "<text %s x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", svg_look(label->style),
                  label->x, label->y, anchors[label->anchor]);
    svg_escape(out, label->text);
    buffer_add(out, "</text>\n");
}

double svg_width(const char *text, double size)
{
    return text_width(text) * size * CELL_SHARE;
}

int svg_cells(double width, double size)
{
    int cells = (int)floor(width / (size * CELL_SHARE));
    return cells < 1 ? 1 : cells;
}

void svg_fit(const char *text, double width, double size, char *out, size_t capacity)
{
    text_fit(text, svg_cells(width, size), false, out, capacity);
}
