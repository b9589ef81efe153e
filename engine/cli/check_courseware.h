/*
 * check_courseware.h: courses and exercises among what `yanlian check` checks. Private to the
 * command line.
 *
 * They are not played, as scenarios are, but loaded, and what they name is looked for. A file is of
 * the kind that its last `return` says.
 */
#ifndef YANLIAN_CLI_CHECK_COURSEWARE_H
#define YANLIAN_CLI_CHECK_COURSEWARE_H

#include "solve/check.h"

/* NULL when the file holds no courseware (or can't be read): it is a scenario's then. */
struct check_report *check_courseware(const char *file);

/* The file of the course or exercise of that id; the caller frees it. NULL when there is none. */
char *check_courseware_path(const char *id);

/* Adds the shipped courses and exercises to `files`, which may move. */
char **check_courseware_files(char **files, int *count);

#endif
