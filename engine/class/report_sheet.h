/*
 * report_sheet.h: what one trainee takes home.
 *
 * From a report about one person: the rules that go well, the one habit that cost most of late
 * (review.h), and what to practise next. Never more than three of each: who is told everything
 * changes nothing.
 *
 * - Well: rules that came up in at least SHEET_CALLS sessions with a mean mark of SHEET_WELL or
 *   more; the weightiest, then the most often called for, first.
 * - Drills: first the scenarios in which the habit's rule, or else the rule with the lowest mean
 *   mark, is called for most; then those whose counting score is lowest, if it is below "excellent";
 *   then shipped ones that were never played.
 */
#ifndef YANLIAN_CLASS_REPORT_SHEET_H
#define YANLIAN_CLASS_REPORT_SHEET_H

#include "class/report.h"
#include "practice/review.h"

enum { SHEET_MAX = 3, SHEET_CALLS = 2, SHEET_SESSIONS = 5 };
#define SHEET_WELL 0.9

struct sheet_drill {
    char scenario[64]; /* id, for `yanlian play` */
    char title[256];
    char why[384]; /* a sentence */
};

struct report_sheet {
    int well[SHEET_MAX]; /* indexes of rules */
    int well_count;
    bool has_habit;
    struct habit habit;
    struct sheet_drill drills[SHEET_MAX];
    int drill_count;
};

/* The report is about one person. Free with report_sheet_free also after a failure. */
bool report_sheet_make(struct store *store, const struct report *report, const char *person,
                       struct report_sheet *sheet, struct error *error);
void report_sheet_free(struct report_sheet *sheet);

/* What to say in place of a habit, in the interface's language. */
const char *sheet_no_habit(const struct report *report);

#endif
