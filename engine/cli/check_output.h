/*
 * check_output.h: what `yanlian check` writes, and how it watches. Private to the command line.
 *
 * Findings go to stderr as "file:line: E11 guard-never-holds: message", the summary to stdout; with
 * --json both to stdout as one object.
 */
#ifndef YANLIAN_CLI_CHECK_OUTPUT_H
#define YANLIAN_CLI_CHECK_OUTPUT_H

#include <cjson/cJSON.h>

#include "solve/check.h"

void check_print_findings(const struct check_report *report);
/* To stderr, when a limit stopped the search. */
void check_print_limit(const struct check_report *report);
void check_print_summary(const struct check_report *report, enum language language);
cJSON *check_to_json(const struct check_report *report);

struct watch;

/* Watches the folders of these files, of their rules and cases. NULL when the system refuses. */
struct watch *watch_open(const char *const *files, int count, struct error *error);
void watch_close(struct watch *watch); /* NULL is allowed */

/* Waits for a .lua or .play file to be saved there; false when SIGINT came first. */
bool watch_wait(struct watch *watch);

#endif
