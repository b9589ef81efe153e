/*
 * memo.h: an evaluator that asks each question once.
 *
 * The author's functions are pure, so an answer depends only on what a function can see: variables,
 * mood, familiarity, draws and, for those that read it, the turn. A memo stands before the script's
 * evaluator and remembers every answer by that. Whether the functions really are pure is checked
 * afterwards: memo_check asks everything again of another sandbox, in other orders, and names the
 * function that answers otherwise.
 */
#ifndef YANLIAN_SOLVE_MEMO_H
#define YANLIAN_SOLVE_MEMO_H

#include "core/state.h"

struct memo_evaluator;

/* `inner` is borrowed. With `by_turn`, the turn belongs to what a function can see. */
struct memo_evaluator *memo_new(const struct evaluator *inner, bool by_turn);
void memo_free(struct memo_evaluator *memo); /* NULL is allowed */

const struct evaluator *memo_evaluator(struct memo_evaluator *memo);

/*
 * Asks `other` (the same scenario, loaded afresh) everything again, last question first, and then
 * once more from the first on: a function that counts its calls may answer one of these orders
 * right by chance. False with ERROR_SCENARIO when an answer differs; `*function` is then the
 * function's number.
 */
bool memo_check(const struct memo_evaluator *memo, const struct evaluator *other, int *function,
                struct error *error);

size_t memo_bytes(const struct memo_evaluator *memo);

#endif
