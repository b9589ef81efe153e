/* paste.c: gathers a paste, and makes text of it. */
#include "tui/paste.h"

#include <string.h>
#include <utf8proc.h>

static void keep(struct paste *paste, const char *bytes, size_t length)
{
    if (paste->bytes.length + length <= PASTE_MAX)
        buffer_add_bytes(&paste->bytes, bytes, length);
}

bool paste_byte(struct paste *paste, char byte)
{
    static const char end[] = PASTE_END;
    if (byte != end[paste->matched]) { /* what looked like the end was text */
        keep(paste, end, paste->matched);
        paste->matched = 0;
    }
    if (byte == end[paste->matched])
        paste->matched++;
    else
        keep(paste, &byte, 1);
    return paste->matched == strlen(end);
}

static bool is_line_end(utf8proc_int32_t code)
{
    return code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029;
}

/* Steers the terminal or its reading direction. */
static bool is_forbidden(utf8proc_int32_t code)
{
    return utf8proc_category(code) == UTF8PROC_CATEGORY_CC || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

char *paste_take(struct paste *paste)
{
    struct buffer text = {0};
    const char *bytes = paste->bytes.data ? paste->bytes.data : "";
    const char *end = bytes + paste->bytes.length;
    while (bytes < end) {
        utf8proc_int32_t code;
        utf8proc_ssize_t length =
            utf8proc_iterate((const utf8proc_uint8_t *)bytes, end - bytes, &code);
        size_t taken = length > 0 ? (size_t)length : 1;
        bool pair = code == '\r' && bytes + 1 < end && bytes[1] == '\n';
        if (length > 0 && is_line_end(code))
            buffer_add(&text, pair ? "" : "\n"); /* of a pair, the second is the line end */
        else if (length > 0 && code == '\t')
            buffer_add(&text, " ");
        else if (length > 0 && !is_forbidden(code))
            buffer_add_bytes(&text, bytes, taken);
        bytes += taken;
    }
    buffer_free(&paste->bytes);
    *paste = (struct paste){0};
    return buffer_take(&text);
}

int paste_next(const char **text)
{
    utf8proc_int32_t code = 0;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)*text, -1, &code);
    if (**text == '\0' || length <= 0)
        return 0;
    *text += length;
    return code;
}

int paste_next_of_line(const char **text)
{
    int code = paste_next(text);
    return code == '\n' ? ' ' : code;
}
