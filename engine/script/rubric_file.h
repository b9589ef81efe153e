/*
 * rubric_file.h: from Lua text to the rubric.
 *
 * The bundle holds the rubric ([0]) and "sources.lua". Loading checks that the five criteria are
 * there, in their order, each with five anchors in every language, none longer than can be read at
 * a glance, no two of a criterion alike; and that every source exists. Every fault is reported,
 * each with file and line.
 */
#ifndef YANLIAN_SCRIPT_RUBRIC_FILE_H
#define YANLIAN_SCRIPT_RUBRIC_FILE_H

#include "core/rubric.h"
#include "script/loader.h"

struct rubric_file;

/*
 * On failure NULL; `faults` (may be NULL) then holds everything found, and `error` the first of
 * them. The bundle is not kept.
 */
struct rubric_file *rubric_file_load(const struct bundle *bundle, struct fault_list *faults,
                                     struct error *error);
void rubric_file_free(struct rubric_file *file); /* NULL is allowed */

const struct rubric *rubric_file_rubric(const struct rubric_file *file);
const char *rubric_file_digest(const struct rubric_file *file); /* the bundle's */

#endif
