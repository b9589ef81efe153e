/*
 * roster_text.h: bytes of a spreadsheet to UTF-8, and UTF-8 to cells. Private to roster_*.c.
 */
#ifndef YANLIAN_CLASS_ROSTER_TEXT_H
#define YANLIAN_CLASS_ROSTER_TEXT_H

#include "base/error.h"

/*
 * The file's text as UTF-8, without a byte order mark; the caller frees it. NULL, with the line at
 * fault, when it is in no encoding that is known.
 */
char *roster_decode(const char *name, const char *bytes, size_t length, size_t *decoded,
                    struct error *error);

/* One record of CSV. Cells are zero-terminated, though they may hold zero bytes. */
struct record {
    int line; /* where it begins, from 1 */
    struct cell {
        char *text;
        size_t length;
    } * cells;
    int count;
    const char *broken; /* why it is no CSV, translated; NULL for a good one */
    int broken_line;
};

struct record_reader {
    const char *text, *end, *at;
    int line;
    char separator;
};

/* Reads the next record into `record`, which starts zeroed and is used again; false at the end. */
bool record_next(struct record_reader *reader, struct record *record);
bool record_is_blank(const struct record *record);
void record_free(struct record *record);

#endif
