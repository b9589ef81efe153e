/*
 * plain_grade.h: grading in lines, for screen readers, pipes and tests.
 *
 * A command a line, as in the author's console: `list`, `open 3`, `rate opening 4` ... `help` lists
 * them. What a command puts down is on disk when its answer is printed; one that fails says why
 * behind a '!' and changes nothing. Ends with `quit` or the end of input.
 */
#ifndef YANLIAN_PLAIN_PLAIN_GRADE_H
#define YANLIAN_PLAIN_PLAIN_GRADE_H

#include "class/moderation.h"
#include "plain/plain.h"

struct plain_grading {
    struct store *store;
    const struct class_row *class;
    const struct trainer *trainer;
    bool blind;
};

bool plain_grade(const struct plain *plain, const struct plain_grading *grading,
                 struct error *error);

/* How far the trainers agree, what to talk about, and the pass marks. */
void plain_moderation(const struct plain *plain, const struct class_row *class,
                      const struct moderation *moderation);

#endif
