/* report_html.c: the report as one page that stands alone. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "class/report_faces.h"

static char *page_of(char *text)
{
    struct buffer page = {0};
    buffer_add(&page, "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<pre>");
    for (const char *c = text; *c; c++) {
        if (*c == '<' || *c == '&')
            buffer_printf(&page, "&#%d;", *c);
        else
            buffer_add_bytes(&page, c, 1);
    }
    buffer_add(&page, "</pre>\n");
    free(text);
    return buffer_take(&page);
}

char *report_html(const struct report *report)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        abort();
    report_text(report, 100, out);
    fclose(out);
    return page_of(text);
}

char *report_sheet_html(const struct report *report, const struct report_sheet *sheet)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        abort();
    report_sheet_text(report, sheet, 100, out);
    fclose(out);
    return page_of(text);
}
