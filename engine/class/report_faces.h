/*
 * report_faces.h: a report, and a person's sheet, for people and for other programs.
 *
 * All write to a stream and leave it to the caller to look whether everything arrived (ferror).
 * Words are those of the interface's language (words.h), titles those of the report's.
 *
 *     text   tables and the heat map for a terminal of `width` cells; no colour, no control bytes
 *     json   everything that stands in the report, numbers unrounded, names as keys
 *     csv    the gradebook: a row for each person; for spreadsheets (export.h: byte order mark,
 *            CRLF, no cell that runs as a formula); a staff number or branch that would become
 *            another number or a date (007, 3-4, more than 11 digits) has a tab behind it
 *     html   one page that stands alone: no script, no network, pictures as SVG, and beside each
 *            the same numbers as a table
 *     xapi   statements for a learning record store: report_xapi.h
 */
#ifndef YANLIAN_CLASS_REPORT_FACES_H
#define YANLIAN_CLASS_REPORT_FACES_H

#include <stdio.h>

#include "class/report.h"
#include "class/report_sheet.h"

enum { REPORT_WIDTH = 80, REPORT_WIDTH_MIN = 60, REPORT_WIDTH_MAX = 160 };

void report_text(const struct report *report, int width, FILE *out);
bool report_json(const struct report *report, const struct report_sheet *sheet, FILE *out,
                 struct error *error); /* `sheet` may be NULL */
void report_csv(const struct report *report, FILE *out);
char *report_html(const struct report *report); /* the caller frees it */

void report_sheet_text(const struct report *report, const struct report_sheet *sheet, int width,
                       FILE *out);
char *report_sheet_html(const struct report *report, const struct report_sheet *sheet);

#endif
