/*
 * export.h: the log, for other programs.
 *
 * JSON Lines: one event an object, everything it carries. CSV (RFC 4180, UTF-8 with a byte order
 * mark, so that spreadsheets show Chinese): one event a row, sets joined by spaces. A cell that a
 * spreadsheet would run as a formula (it starts with = + - @ in either width, a tab or a line end)
 * gets an apostrophe in front, numbers excepted.
 */
#ifndef YANLIAN_PRACTICE_EXPORT_H
#define YANLIAN_PRACTICE_EXPORT_H

#include <stdio.h>

#include "store/store.h"

enum export_format { EXPORT_JSONL, EXPORT_CSV };

/* What is written out: X(ENUM, name on the command line) */
#define EXPORT_SUBJECTS(X)  \
    X(SESSIONS, "sessions") \
    X(COURSES, "courses")   \
    X(GRADES, "grades")     \
    X(EXERCISES, "exercises")

enum export_subject {
#define X(name, text) EXPORT_##name,
    EXPORT_SUBJECTS(X)
#undef X
        EXPORT_SUBJECT_COUNT
};

bool export_subject_parse(const char *name, enum export_subject *subject);
bool export_format_parse(const char *name, enum export_format *format);

/* Every event of `session` (NULL: of all), in session and sequence order. */
bool export_events(struct store *store, const char *session, enum export_format format, FILE *out,
                   struct error *error);

/*
 * The journals of courses or of gradings, an event a row, newest journal first; or exercises handed
 * in, one a row. What an event or an answer holds is one JSON value, in CSV as text in one cell.
 */
bool export_journals(struct store *store, enum export_subject subject, enum export_format format,
                     FILE *out, struct error *error);
bool export_results(struct store *store, enum export_format format, FILE *out, struct error *error);

/* One cell, quoted and made harmless; for other tables too. */
void export_cell(FILE *out, const char *text);

/*
 * The same for a name that may be made of digits: a staff number, a branch, a class. What a
 * spreadsheet would make another number or a date of (007, 3-4, more than 11 digits) gets a tab
 * behind it, which keeps it text; where a roster is read, it is trimmed.
 */
void export_code_cell(FILE *out, const char *text);

#endif
