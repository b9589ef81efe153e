/*
 * evaluator.h: calls the author's functions.
 *
 * Functions are kept by number in the order the loader met them. A function sees one argument, the
 * state `s`: variables, mood, familiarity, turn and draws by name. Reading an unknown name, or
 * assigning in a guard, is an error that names the function's line. `s` is only alive during the
 * call; a script that keeps it finds it dead.
 */
#ifndef YANLIAN_SCRIPT_EVALUATOR_H
#define YANLIAN_SCRIPT_EVALUATOR_H

#include "core/state.h"
#include "script/sandbox.h"

struct functions;

struct functions *functions_new(struct sandbox *sandbox, struct error *error);
void functions_free(struct functions *functions); /* NULL is allowed */

/* Keeps the function at the top of the stack (left there) and returns its number. */
int functions_keep(struct functions *functions);

/* Once the scenario's variables and draws are known: what names in `s` mean. */
bool functions_bind(struct functions *functions, const struct scenario *scenario,
                    struct error *error);

/* True once any function has read `s.turn`: its answers then depend on the turn. */
bool functions_read_turn(const struct functions *functions);

/* True once any function has read this variable. */
bool functions_read_variable(const struct functions *functions, int variable);

/* File (borrowed) and line where a function begins in the author's text. */
const char *functions_place(const struct functions *functions, int function, int *line);

/* The evaluator over these functions; borrowed, valid as long as `functions`. */
const struct evaluator *functions_evaluator(struct functions *functions);

#endif
