/*
 * course_check.h: a course, and whether all that it names is there.
 *
 * course_file.h checks what the file alone can tell; here the exercises and scenarios that the
 * segments name are looked for as well, each missing one a fault on its segment's line.
 */
#ifndef YANLIAN_CLASS_COURSE_CHECK_H
#define YANLIAN_CLASS_COURSE_CHECK_H

#include "script/course_file.h"

/*
 * Loads the course; NULL when anything is wrong, with `faults` (may be NULL) and `error` as of
 * course_file_load. The bundle is not kept.
 */
struct course_file *course_check(const struct bundle *bundle, struct fault_list *faults,
                                 struct error *error);

/*
 * What the segment opens, by its titles: the exercise, or the scenarios of a role-play. Ids where
 * a file does not load. The caller frees it; NULL when it opens nothing.
 */
char *course_activity(const struct segment *segment, enum language language);

/* The course of that id or path, checked like that. */
struct course_file *course_find(const char *name, struct error *error);

#endif
