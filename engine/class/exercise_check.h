/*
 * exercise_check.h: is this exercise fit to be done?
 *
 * Beyond what loading finds: that its right answer earns everything and an empty one nothing (else
 * its faults say so), and what guessing earns. Guesses take any bin, right side or choice alike, a
 * random set, a random order, and no number or word.
 */
#ifndef YANLIAN_CLASS_EXERCISE_CHECK_H
#define YANLIAN_CLASS_EXERCISE_CHECK_H

#include "script/exercise_file.h"

enum { GUESSES = 1000, GUESS_LIMIT = 60 }; /* percent that guessing may earn on average */

/*
 * Loads the exercise; NULL when anything is wrong, with `faults` and `error` as of
 * exercise_file_load. `*guessed` (may be NULL) is what a thousand random answers earn on average,
 * in percent; from GUESS_LIMIT on, it gives itself away.
 */
struct exercise_file *exercise_check(const struct bundle *bundle, struct fault_list *faults,
                                     double *guessed, struct error *error);

/* What `GUESSES` random answers earn on average, in percent. The same every time. */
double exercise_guess(const struct exercise *exercise);

#endif
