/*
 * exercise_functions.h: calls the functions that an exercise's author wrote. Private to the script
 * layer.
 *
 * A function sees `n`: the numbers by name, read-only, alive during the call. Reading an unknown name
 * is an error that names the function's line. It answers with a finite number; one that writes a
 * text also gets `show`, a function that turns a number into words as results do.
 */
#ifndef YANLIAN_SCRIPT_EXERCISE_FUNCTIONS_H
#define YANLIAN_SCRIPT_EXERCISE_FUNCTIONS_H

#include "base/arena.h"
#include "core/exercise.h"
#include "script/sandbox.h"

struct exercise_functions;

struct exercise_functions *exercise_functions_new(struct sandbox *sandbox, struct error *error);
void exercise_functions_free(struct exercise_functions *functions); /* NULL is allowed */

/* Keeps the function at the top of the stack (left there) and returns its number. */
int exercise_functions_keep(struct exercise_functions *functions);

/* What the names in `n` are: those of `exercise`, borrowed. */
void exercise_functions_bind(struct exercise_functions *functions, const struct exercise *exercise);

/* What the function gives for these numbers, one for each of the exercise's. */
bool exercise_functions_call(struct exercise_functions *functions, int function,
                             const double *values, double *result, struct error *error);

/* The text that the function gives for these numbers, its words in the arena. */
bool exercise_functions_text(struct exercise_functions *functions, int function,
                             const double *values, struct arena *arena, struct text *text,
                             struct error *error);

/* True once any function has read this number. */
bool exercise_functions_read(const struct exercise_functions *functions, int number);

#endif
