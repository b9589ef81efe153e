/*
 * plain_exercise.h: exercises in line mode.
 *
 * Parts are asked one after another. Options are numbered; an order is typed as the items' numbers
 * ("3 1 2"), a set as the numbers chosen ("1 3"), numbers and words as they are. An empty line
 * leaves a part as it is, "-" empties it, "b" goes back, "q" leaves, "?" explains. What was typed
 * is kept before the next question; at the end of input the draft stays and the last line says how
 * to go on. At the end the answer is handed in and shown with what was right.
 */
#ifndef YANLIAN_PLAIN_PLAIN_EXERCISE_H
#define YANLIAN_PLAIN_PLAIN_EXERCISE_H

#include "class/exercise_sitting.h"
#include "plain/plain.h"

/* Does an exercise, from its draft if there is one. The sitting is the caller's. */
bool plain_exercise(const struct plain *plain, struct sitting *sitting, struct error *error);

/* Points, each part with what is right and why, the model answer, the curve. */
void plain_exercise_result(const struct plain *plain, const struct sitting *sitting);

#endif
