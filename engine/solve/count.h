/*
 * count.h: how many conversations a scenario allows.
 *
 * Two conversations differ when something else was shown or something else was picked; a filed form
 * counts once for each way in which it can be wrong. The number is exact: 256 bits hold every count
 * that a computer could also solve.
 */
#ifndef YANLIAN_SOLVE_COUNT_H
#define YANLIAN_SOLVE_COUNT_H

#include "solve/solve.h"

#define COUNT_TEXT_SIZE 80 /* 2^256 has 78 digits */

/*
 * Writes the number in decimal digits. Of a solution that a limit cut short it is a lower bound, as
 * every state that was not expanded counts once. False, and "", when 256 bits do not hold it.
 */
bool solution_count(const struct solution *solution, char out[COUNT_TEXT_SIZE]);

#endif
