/* roster_text.c: encodings and CSV. */
#include "class/roster_text.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buffer.h"
#include "base/words.h"

/* ------------------------------------------------------------------------------ encodings ---- */

/* Lines that end within the first `length` bytes: CRLF, LF or CR. */
static int line_ends(const char *text, size_t length)
{
    int ends = 0;
    for (size_t i = 0; i < length; i++) {
        bool pair = text[i] == '\r' && i + 1 < length && text[i + 1] == '\n';
        ends += text[i] == '\n' || (text[i] == '\r' && !pair);
    }
    return ends;
}

/* How far a text is UTF-8. */
struct look {
    size_t first_bad; /* its length when there is none */
    int bad;          /* bytes that are none */
    int wide;         /* characters of three bytes or more: Chinese, mostly */
};

static struct look look_at(const char *bytes, size_t length)
{
    struct look look = {.first_bad = length};
    for (size_t at = 0; at < length;) {
        utf8proc_int32_t code;
        size_t most = length - at < 4 ? length - at : 4;
        utf8proc_ssize_t taken =
            utf8proc_iterate((const utf8proc_uint8_t *)bytes + at, (utf8proc_ssize_t)most, &code);
        if (taken < 1) {
            look.first_bad = look.bad == 0 ? at : look.first_bad;
            look.bad++;
            taken = 1;
        }
        look.wide += taken >= 3;
        at += (size_t)taken;
    }
    return look;
}

/* Strictly: NULL, and where it went wrong in `*line`, or 0 when the system lacks the encoding. */
static char *convert(const char *encoding, const char *bytes, size_t length, size_t *decoded,
                     int *line)
{
    struct buffer text = {0};
    iconv_t converter = iconv_open("UTF-8", encoding);
    char *in = (char *)bytes; /* iconv reads only */
    size_t left = length;
    *line = 0;
    if (converter == (iconv_t)-1) { /* NOLINT(performance-no-int-to-ptr): POSIX says so */
        return NULL;
    }
    for (bool more = true; more;) {
        char block[4096];
        char *out = block;
        size_t room = sizeof block;
        more = iconv(converter, &in, &left, &out, &room) == (size_t)-1;
        buffer_add_bytes(&text, block, sizeof block - room);
        if (more && errno != E2BIG) {
            *line = 1 + line_ends(text.data, text.length);
            more = false;
        }
    }
    iconv_close(converter);
    if (*line > 0) {
        buffer_free(&text);
        return NULL;
    }
    *decoded = text.length;
    return buffer_take(&text);
}

static char *decode_as(const char *encoding, const char *name, const char *bytes, size_t length,
                       size_t *decoded, struct error *error)
{
    int line;
    char *text = convert(encoding, bytes, length, decoded, &line);
    if (text == NULL && line == 0) {
        error_at(error, ERROR_SYSTEM, name, 0,
                 _("this system can't read %s: save the file as CSV UTF-8"), encoding);
    } else if (text == NULL) {
        error_at(error, ERROR_USAGE, name, line,
                 _("the text is not %s from here on: save the file anew as CSV UTF-8"), encoding);
    }
    return text;
}

static char *copy_bytes(const char *bytes, size_t length, size_t *decoded)
{
    struct buffer text = {0};
    buffer_add_bytes(&text, bytes, length);
    *decoded = length;
    return buffer_take(&text);
}

static bool starts_with(const char *bytes, size_t length, const char *start, size_t start_length)
{
    return length >= start_length && memcmp(bytes, start, start_length) == 0;
}

/* What people take for CSV and isn't. */
static bool is_other_file(const char *name, const char *bytes, size_t length, struct error *error)
{
    if (starts_with(bytes, length, "PK\3\4", 4) ||
        starts_with(bytes, length, "\xD0\xCF\x11\xE0", 4)) {
        error_at(error, ERROR_USAGE, name, 0,
                 _("this is a workbook, not CSV: open it and save it as CSV"));
        return true;
    }
    const char *zero = memchr(bytes, 0, length);
    if (zero != NULL) {
        error_at(error, ERROR_USAGE, name, 1 + line_ends(bytes, (size_t)(zero - bytes)),
                 _("there is a zero byte: this is no text; save the roster as CSV UTF-8"));
    }
    return zero != NULL;
}

char *roster_decode(const char *name, const char *bytes, size_t length, size_t *decoded,
                    struct error *error)
{
    if (starts_with(bytes, length, "\xFF\xFE", 2)) {
        return decode_as("UTF-16LE", name, bytes + 2, length - 2, decoded, error);
    }
    if (starts_with(bytes, length, "\xFE\xFF", 2)) {
        return decode_as("UTF-16BE", name, bytes + 2, length - 2, decoded, error);
    }
    if (is_other_file(name, bytes, length, error)) {
        return NULL;
    }
    bool marked = starts_with(bytes, length, "\xEF\xBB\xBF", 3);
    const char *text = marked ? bytes + 3 : bytes;
    size_t text_length = marked ? length - 3 : length;
    struct look look = look_at(text, text_length);
    if (look.bad == 0) {
        return copy_bytes(text, text_length, decoded);
    }
    /* Chinese in GB18030 is hardly ever UTF-8 by chance: this is UTF-8 with a flaw. */
    if (marked || look.wide > look.bad) {
        error_at(error, ERROR_USAGE, name, 1 + line_ends(text, look.first_bad),
                 _("this line holds bytes that are no UTF-8, as the rest is: correct it, or save "
                   "the file anew as CSV UTF-8"));
        return NULL;
    }
    int line;
    char *converted = convert("GB18030", bytes, length, decoded, &line);
    if (converted == NULL) {
        error_at(error, ERROR_USAGE, name, line,
                 _("the text is neither UTF-8 nor GB18030: save the file as CSV UTF-8"));
    }
    return converted;
}

/* ------------------------------------------------------------------------------------ CSV ---- */

enum { CELLS_MAX = 1000 }; /* in a record: spreadsheets pad generously */

static bool is_end(const struct record_reader *reader)
{
    return reader->at == reader->end;
}

static bool is_line_end(const struct record_reader *reader)
{
    return is_end(reader) || *reader->at == '\n' || *reader->at == '\r';
}

/* Over a line end, if there is one. */
static void pass_line_end(struct record_reader *reader)
{
    if (is_end(reader)) {
        return;
    }
    bool pair = *reader->at == '\r' && reader->at + 1 < reader->end && reader->at[1] == '\n';
    reader->at += pair ? 2 : 1;
    reader->line++;
}

static void add_cell(struct record *record, const char *text, size_t length)
{
    struct cell *grown =
        reallocarray(record->cells, (size_t)record->count + 1, sizeof *record->cells);
    char *copy = malloc(length + 1);
    if (grown == NULL || copy == NULL) {
        abort();
    }
    if (length > 0) {
        memcpy(copy, text, length);
    }
    copy[length] = '\0';
    record->cells = grown;
    record->cells[record->count++] = (struct cell){.text = copy, .length = length};
}

static void empty_record(struct record *record)
{
    for (int i = 0; i < record->count; i++) {
        free(record->cells[i].text);
    }
    record->count = 0;
    record->broken = NULL;
}

void record_free(struct record *record)
{
    empty_record(record);
    free(record->cells);
    record->cells = NULL;
}

/*
 * From behind a cell's opening quote to behind its closing one. False when it is never closed: then
 * nothing was read.
 */
static bool read_quoted(struct record_reader *reader, struct record *record)
{
    struct buffer text = {0};
    const char *at = reader->at;
    for (; at < reader->end && (*at != '"' || (at + 1 < reader->end && at[1] == '"')); at++) {
        at += *at == '"';
        buffer_add_bytes(&text, at, 1);
    }
    if (at == reader->end) {
        buffer_free(&text);
        return false;
    }
    reader->line += line_ends(reader->at, (size_t)(at - reader->at));
    reader->at = at + 1;
    add_cell(record, text.data, text.length);
    buffer_free(&text);
    return true;
}

static void read_unquoted(struct record_reader *reader, struct record *record)
{
    const char *start = reader->at;
    while (!is_line_end(reader) && *reader->at != reader->separator) {
        reader->at++;
    }
    add_cell(record, start, (size_t)(reader->at - start));
}

/* Goes on behind this line, so that the lines after it are still looked at. */
static void break_record(struct record_reader *reader, struct record *record, const char *why)
{
    record->broken = why;
    record->broken_line = reader->line;
    while (!is_line_end(reader)) {
        reader->at++;
    }
}

/* One cell, up to the separator or the end of the line; false when it is broken. */
static bool read_cell(struct record_reader *reader, struct record *record)
{
    if (record->count == CELLS_MAX) {
        break_record(reader, record, _("there are too many cells in this line to be a roster's"));
        return false;
    }
    if (is_end(reader) || *reader->at != '"') {
        read_unquoted(reader, record);
        return true;
    }
    reader->at++;
    if (!read_quoted(reader, record)) {
        break_record(reader, record,
                     _("a quotation mark opens here and is never closed: close it, or double it"));
        return false;
    }
    while (!is_line_end(reader) && *reader->at == ' ') {
        reader->at++;
    }
    if (is_line_end(reader) || *reader->at == reader->separator) {
        return true;
    }
    break_record(reader, record,
                 _("there is text behind a closing quotation mark: a quotation mark within a cell "
                   "is written twice"));
    return false;
}

bool record_next(struct record_reader *reader, struct record *record)
{
    empty_record(record);
    if (is_end(reader)) {
        return false;
    }
    record->line = reader->line;
    while (read_cell(reader, record) && !is_line_end(reader)) {
        reader->at++; /* the separator */
    }
    pass_line_end(reader);
    return true;
}

bool record_is_blank(const struct record *record)
{
    for (int i = 0; i < record->count; i++) {
        const struct cell *cell = &record->cells[i];
        for (size_t at = 0; at < cell->length; at++) {
            if (strchr(" \t\r\n", cell->text[at]) == NULL || cell->text[at] == '\0') {
                return false;
            }
        }
    }
    return record->broken == NULL;
}
