/*
 * courseware.h: where courses, exercises and the rubric are, and which there are.
 *
 * Courseware is looked for in `$YANLIAN_COURSEWARE`, else beside the program (`../courseware` of a
 * build tree, `../share/yanlian/courseware` of an installation), else where `make install` put it.
 * Below it, courses/ID.lua and exercises/ID.lua, and rubric.lua; what curriculum paragraphs they
 * name is in the scenarios' sources.lua. An own file is named by its path.
 */
#ifndef YANLIAN_CLASS_COURSEWARE_H
#define YANLIAN_CLASS_COURSEWARE_H

#include "script/loader.h"

/* The caller frees it. NULL when there is none. */
char *courseware_folder(struct error *error);

/*
 * The bundle of one file: [0] the file itself, [1] sources.lua (the one beside an own file, else
 * the scenarios'). `kind` is "courses", "exercises", or NULL for what lies in the folder itself
 * ("rubric"). `name` is an id, or a path when it holds a '/' or ends in ".lua". A misspelt id's
 * error names the nearest. NULL on failure; free with bundle_free.
 */
struct bundle *courseware_bundle(const char *kind, const char *name, struct error *error);

/* Its file, as courseware_bundle finds it; the caller frees it. NULL when there is none. */
char *courseware_path(const char *kind, const char *name, struct error *error);

/*
 * The ids of a kind, in alphabetical order. The caller frees them with courseware_free_names. A
 * kind without a folder has none.
 */
bool courseware_names(const char *kind, char ***names, int *count, struct error *error);
void courseware_free_names(char **names, int count);

#endif
