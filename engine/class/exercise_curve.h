/*
 * exercise_curve.h: an exercise's curve, drawn with characters.
 *
 * Each series has a mark of its own (o, x, +, *) and a legend, so that no colour is needed; where
 * two marks fall on one place, # stands there. The vertical axis has its highest and lowest value
 * written beside it and begins at zero unless something is below. Every face shows the same text.
 */
#ifndef YANLIAN_CLASS_EXERCISE_CURVE_H
#define YANLIAN_CLASS_EXERCISE_CURVE_H

#include "core/exercise.h"

enum { CURVE_MIN_ROWS = 5, CURVE_MIN_COLS = 40 };

/*
 * The curve through what the answer's cells hold (empty ones are left out), with title, axes and
 * legend, at most `cols` cells wide, the plot itself `rows` high. Lines end in newlines; the caller
 * frees it. NULL when the exercise has no curve.
 */
char *exercise_curve(const struct exercise *exercise, const struct exercise_answer *answer,
                     enum language language, int rows, int cols);

#endif
