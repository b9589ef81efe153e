/*
 * console.h: the author's console: a scenario from the inside, line by line.
 *
 * It shows what a learner must not see: every response with what keeps it closed, where each leads,
 * variables and hidden draws, and where each rule stands. The author picks as a learner does, or
 * jumps to a node and sets a variable to see what is there. Every step can be undone. A
 * conversation that was played from its beginning, without a jump, can be saved as a golden case
 * beside the scenario (practice/golden.h).
 *
 * One command a line, from a terminal or a pipe; `help` lists them. A line that can't be done is
 * told why, and changes nothing. Nothing enters the store. A scenario that fails (its functions
 * err, or run for ever) fails the command that met it, not the console.
 */
#ifndef YANLIAN_PLAIN_CONSOLE_H
#define YANLIAN_PLAIN_CONSOLE_H

#include "plain/plain.h"

/*
 * Runs until `quit` or the end of input. False when the scenario does not load, or its opening
 * fails. `bundle` is needed only for the call.
 */
bool console_run(const struct plain *plain, const struct bundle *bundle, uint64_t seed,
                 enum mode mode, struct error *error);

#endif
