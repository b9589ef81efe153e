/*
 * branch_numbers.h: the numbers of its own branch that a class puts in place of an exercise's.
 *
 * They are kept with the class as { "exercise.number": value } (classes.h). Which there are, what
 * they mean and what they may be is said by the exercises (core/exercise.h).
 */
#ifndef YANLIAN_CLASS_BRANCH_NUMBERS_H
#define YANLIAN_CLASS_BRANCH_NUMBERS_H

#include "base/error.h"
#include "base/text.h"

struct cJSON;

enum { BRANCH_NUMBER_NAME = 128 };

struct branch_number {
    char name[BRANCH_NUMBER_NAME]; /* "contact-plan.high" */
    char *label, *unit;            /* "" for no unit */
    double given;                  /* what the exercise uses without the branch's own */
};

/*
 * All that the exercises take, by exercise. One that does not load is passed over. The caller frees
 * them with branch_numbers_free.
 */
bool branch_numbers_list(enum language language, struct branch_number **numbers, int *count,
                         struct error *error);
void branch_numbers_free(struct branch_number *numbers, int count);

/*
 * Whether the exercise named in `name` takes that number, and all that `numbers` has for it: each
 * within its range, and together such that everything can be computed from them.
 */
bool branch_numbers_check(const struct cJSON *numbers, const char *name, struct error *error);

#endif
