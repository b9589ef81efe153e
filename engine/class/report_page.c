/* report_page.c: head, sections, tables and figures of the HTML reports. */
#include "class/report_page.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"

enum { LABEL_CELLS = 12, NUMBER_CELLS = 8 }; /* of words that stay on one line */

void page_begin(struct buffer *out, const struct report *report, const char *kind,
                const char *style)
{
    buffer_printf(out,
                  "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "style-src 'unsafe-inline'; img-src data:\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
                  report->language == LANGUAGE_ZH ? "zh-CN" : "en");
    svg_escape(out, report->title);
    buffer_add(out, " · ");
    svg_escape(out, kind);
    buffer_add(out, "</title>\n<style>\n");
    for (int i = 0; report_style[i]; i++)
        buffer_printf(out, "%s\n", report_style[i]);
    buffer_printf(out, "</style>\n</head>\n<body>\n<main class=\"%s\">\n<header>\n", style);
    page_add(out, "p class=\"kind\"", kind);
    buffer_add(out, "<h1>");
    page_name(out, report->title);
    buffer_add(out, "</h1>\n");
    buffer_add(out, "</header>\n");
}

void page_end(struct buffer *out)
{
    buffer_add(out, "</main>\n</body>\n</html>\n");
}

void page_section(struct buffer *out, const char *heading, const char *style)
{
    buffer_printf(out, "<section class=\"%s\">\n", style);
    page_add(out, "h2", heading);
}

void page_section_end(struct buffer *out)
{
    buffer_add(out, "</section>\n");
}

void page_add(struct buffer *out, const char *element, const char *text)
{
    buffer_printf(out, "<%s>", element);
    svg_escape(out, text);
    buffer_printf(out, "</%.*s>\n", (int)strcspn(element, " "), element);
}

void page_printf(struct buffer *out, const char *element, const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&text, format, arguments) < 0)
        abort();
    va_end(arguments);
    page_add(out, element, text);
    free(text);
}

void page_table(struct buffer *out, const char *style, const char *caption)
{
    if (caption[0])
        page_add(out, "p class=\"quiet over\"", caption);
    buffer_printf(out, "<div class=\"scroll\"><table class=\"%s\">\n", style);
}

void page_head(struct buffer *out, const char *const *headings, int count)
{
    buffer_add(out, "<thead><tr>");
    for (int i = 0; i < count; i++) {
        bool numbers = headings[i][0] == '\t';
        page_label(out, "th", numbers, headings[i] + numbers);
    }
    buffer_add(out, "</tr></thead>\n<tbody>\n");
}

void page_table_end(struct buffer *out)
{
    buffer_add(out, "</tbody></table></div>\n");
}

void page_name(struct buffer *out, const char *name)
{
    static const char dot[] = "·", joiner[] = "\u2060";
    struct buffer joined = {0};
    const char *found;
    for (; (found = strstr(name, dot)) != NULL; name = found + strlen(dot)) {
        buffer_add_bytes(&joined, name, (size_t)(found - name));
        buffer_printf(&joined, "%s%s", joiner, dot);
    }
    buffer_add(&joined, name);
    svg_escape(out, joined.data);
    buffer_free(&joined);
}

void page_cell(struct buffer *out, const char *text)
{
    page_add(out, "td", text);
}

void page_label(struct buffer *out, const char *element, bool numbers, const char *text)
{
    buffer_printf(out, "<%s class=\"%s%s\">", element, numbers ? "n " : "",
                  text_width(text) <= (numbers ? NUMBER_CELLS : LABEL_CELLS) ? "short" : "long");
    svg_escape(out, text);
    buffer_printf(out, "</%s>\n", element);
}

void page_number(struct buffer *out, int decimals, double number)
{
    page_printf(out, "td class=\"n\"", "%.*f", decimals, number);
}

void page_score(struct buffer *out, double score)
{
    char text[SCORE_TEXT_SIZE];
    score_format(score, text);
    page_add(out, "td class=\"n\"", text);
}

void page_blank(struct buffer *out)
{
    page_add(out, "td class=\"n\"", "–");
}

void page_figure(struct buffer *out, const char *style)
{
    buffer_printf(out, "<figure class=\"%s\">\n", style);
}

void page_figure_end(struct buffer *out, const char *caption)
{
    if (caption[0])
        page_add(out, "figcaption", caption);
    buffer_add(out, "</figure>\n");
}
