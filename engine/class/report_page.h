/*
 * report_page.h: pieces of the HTML reports. Private to report_*html*.c and the pictures.
 */
#ifndef YANLIAN_CLASS_REPORT_PAGE_H
#define YANLIAN_CLASS_REPORT_PAGE_H

#include "base/buffer.h"
#include "class/report_faces.h"
#include "class/svg.h"

/* Head, style and headline; `kind` says what this is ("Class report"); `style` is a class of the
   whole. */
void page_begin(struct buffer *out, const struct report *report, const char *kind,
                const char *style);
void page_end(struct buffer *out);

/* A section with its heading. `style` is a class ("" for none): "wide" prints in landscape. */
void page_section(struct buffer *out, const char *heading, const char *style);
void page_section_end(struct buffer *out);

/* <element>text</element>; `element` may carry attributes: "p class=\"quiet\"". */
void page_add(struct buffer *out, const char *element, const char *text);
void page_printf(struct buffer *out, const char *element, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The caption stands above the box in which a wide table is scrolled: it is never cut off. */
void page_table(struct buffer *out, const char *style, const char *caption);
/* A heading that begins with a tab stands over numbers. The body of the table follows. */
void page_head(struct buffer *out, const char *const *headings, int count);
void page_table_end(struct buffer *out);
void page_cell(struct buffer *out, const char *text);
/*
 * A cell (`element` is td or th) of a few words: short ones are never broken and long ones keep
 * some width, since Chinese breaks anywhere and would stand upright where a table lacks room.
 */
void page_label(struct buffer *out, const char *element, bool numbers, const char *text);
void page_name(struct buffer *out, const char *name); /* no line begins with its "·" */
void page_number(struct buffer *out, int decimals, double number);
void page_score(struct buffer *out, double score); /* as score_format */
void page_blank(struct buffer *out);               /* a cell in which there is nothing to tell */

/* A picture with what it tells as a line below it. */
void page_figure(struct buffer *out, const char *style);
void page_figure_end(struct buffer *out, const char *caption);

/* The pictures. */
void picture_distribution(struct buffer *out, const struct report *report);
void picture_progress(struct buffer *out, const struct report *report);
void picture_latest(struct buffer *out, const struct report *report);
void picture_minutes(struct buffer *out, const struct report_course *course, int number);
void picture_graph(struct buffer *out, const struct report_scenario *scenario, int number);

/* The heat map: a table with shaded cells, so that it breaks over pages and can be read out. */
void page_heat(struct buffer *out, const struct report *report);
void page_rules(struct buffer *out, const struct report *report);
void page_scenario(struct buffer *out, const struct report *report, int number);

extern const char *const report_style[]; /* ends with NULL */

#endif
