/*
 * course_file.h: from Lua text to a course.
 *
 * A course is loaded from a bundle of its own file and sources.lua (class/courseware.h). All that
 * can be told from the file alone is checked, each fault with file and line, as scenario_load does:
 * keys, types, both languages, curriculum ids, and what EC-0 asks of the whole: the segments sum to
 * the course's minutes, role-play and the discussions and their times are as its `frame` says, and
 * there is a written exercise. Whether the exercises and scenarios that it names exist is asked by
 * course_check.h, as it takes the other files.
 *
 * What is loaded owns its arena and is const from then on.
 */
#ifndef YANLIAN_SCRIPT_COURSE_FILE_H
#define YANLIAN_SCRIPT_COURSE_FILE_H

#include "core/course.h"
#include "script/loader.h"

struct course_file;

/*
 * NULL on failure; `faults` (may be NULL) then holds everything found, and `error` the first of
 * them. The bundle is not kept.
 */
struct course_file *course_file_load(const struct bundle *bundle, struct fault_list *faults,
                                     struct error *error);
void course_file_free(struct course_file *file); /* NULL is allowed */

const struct course *course_file_course(const struct course_file *file);
const char *course_file_digest(const struct course_file *file);
/* The curriculum paragraph's title; NULL for an unknown id. */
const struct text *course_file_source_title(const struct course_file *file, const char *source);

#endif
