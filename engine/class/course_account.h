/*
 * course_account.h: an account of a course that ran, as text: for its last screen, and `course log`.
 *
 * A table of planned and actual time by segment, what stopped the clock, who was there, and the
 * board. People are named when the roster can be read, else by their positions.
 */
#ifndef YANLIAN_CLASS_COURSE_ACCOUNT_H
#define YANLIAN_CLASS_COURSE_ACCOUNT_H

#include "class/course_summary.h"

/* Lines of at most `cols` cells, but for the board's; the caller frees it. */
char *course_account(struct store *store, const struct course_summary *summary,
                     enum language language, int cols);

/* The same for machines; the caller frees it. */
char *course_account_json(struct store *store, const struct course_summary *summary,
                          enum language language);

#endif
