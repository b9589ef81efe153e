/*
 * tabulate.h: builds the table (core/table.h) of a scenario.
 *
 * Every place is visited once, breadth first, and every function asked once for each answer; then
 * each rule is unfolded into the states that it can be in within the turn limit. The table owns
 * its memory and borrows the scenario.
 */
#ifndef YANLIAN_SOLVE_TABULATE_H
#define YANLIAN_SOLVE_TABULATE_H

#include "core/table.h"
#include "script/loader.h"

/* NULL when a function fails, or with ERROR_NOT_ALLOWED beyond `place_limit` places (0: none). */
struct table *tabulate(const struct loaded *loaded, uint32_t place_limit, struct error *error);
void table_free(struct table *table); /* NULL is allowed */

#endif
