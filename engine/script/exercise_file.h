/*
 * exercise_file.h: from Lua text to an exercise.
 *
 * The bundle holds the exercise ([0]) and "sources.lua"; nothing else is read. Loading checks what
 * scenarios are checked for (types, unknown keys with the nearest known one, missing languages,
 * unknown sources), and what only exercises can get wrong: a card whose bin is not there, a
 * question without a right choice, a sum that names an unknown cell or itself, a function that is
 * not pure or gives no number for some numbers of the branch. Every fault is reported, each with
 * file and line.
 *
 * What an exercise expects, and its model answer, may depend on the branch's *numbers*. They are the exercise's own after
 * loading; exercise_file_numbers puts others in their place and computes what follows from them,
 * in the sandbox and under its budget. So an exercise_file belongs to one thread; the exercise that
 * it gives keeps its address and changes only by exercise_file_numbers.
 */
#ifndef YANLIAN_SCRIPT_EXERCISE_FILE_H
#define YANLIAN_SCRIPT_EXERCISE_FILE_H

#include "core/exercise.h"
#include "script/loader.h"

struct exercise_file;

/*
 * On failure NULL; `faults` (may be NULL) then holds everything found, and `error` the first of
 * them. The bundle is not kept.
 */
struct exercise_file *exercise_file_load(const struct bundle *bundle, struct fault_list *faults,
                                         struct error *error);
void exercise_file_free(struct exercise_file *file); /* NULL is allowed */

const struct exercise *exercise_file_exercise(const struct exercise_file *file);
const char *exercise_file_digest(const struct exercise_file *file); /* the bundle's */

/* The curriculum paragraph's title; NULL for an unknown id. */
const struct text *exercise_file_source_title(const struct exercise_file *file, const char *source);

/*
 * Computes what the exercise gives and expects for these numbers, one for each of
 * exercise.numbers (NULL: the exercise's own). False with ERROR_USAGE when one is out of its range
 * or not whole where it must be, or ERROR_SCENARIO when a function fails; what was computed before
 * then stands.
 */
bool exercise_file_numbers(struct exercise_file *file, const double *numbers, struct error *error);

/* The numbers that it was last computed for: exercise.number_count of them. Borrowed. */
const double *exercise_file_values(const struct exercise_file *file);

#endif
