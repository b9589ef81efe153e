/* markup.c: words between tags. */
#include "class/markup.h"

void markup_escape(struct buffer *out, const char *text, const char *line_end)
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
            buffer_add(out, line_end);
            break;
        default:
            buffer_add_bytes(out, text, 1);
        }
    }
}
