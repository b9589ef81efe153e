/*
 * report_lines.h: pieces of text that the reports share. Private to report_*text.c and report_*html.c.
 */
#ifndef YANLIAN_CLASS_REPORT_LINES_H
#define YANLIAN_CLASS_REPORT_LINES_H

#include <stdio.h>

#include "class/report.h"

/* `text` cut or padded to `cells`. */
void line_cell(FILE *out, const char *text, int cells);
/* The same, set to the right. */
void line_right(FILE *out, const char *text, int cells);
/* A bar of `share` (0..1) of `cells`, then spaces to its end. */
void line_bar(FILE *out, double share, int cells);
/* A heading with an empty line before it. */
void line_heading(FILE *out, const char *text);
/* A paragraph, broken at `width`, each line behind `indent` spaces. */
void line_paragraph(FILE *out, const char *text, int width, int indent);

/* "2026-11-21" in UTC. */
#define LINE_DATE_SIZE 11
void line_date(int64_t wall_ms, char out[LINE_DATE_SIZE]);

/* "12:05", minutes and seconds; from an hour on "1:02:05". */
#define LINE_DURATION_SIZE 32
void line_duration(int64_t seconds, char out[LINE_DURATION_SIZE]);

/* "+1.5", "-0.5"; what rounds to nothing has no sign: "0.0". */
#define LINE_DIFFERENCE_SIZE 32
void line_difference(double value, char out[LINE_DIFFERENCE_SIZE]);

const char *policy_label(enum attempt_policy policy); /* in the interface's language */

/* Some person has an overall score without having played every scenario. */
bool line_some_unplayed(const struct report *report);

/* What a node is called: the customer's words or the scene, else its ending, else its id. */
const char *line_node(const struct report_node *node);

/* One of ▁▂▃▄▅▆▇█ for 0..1. */
const char *line_block(double share);

#endif
