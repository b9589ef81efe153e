/*
 * exercise_sitting.h: one exercise, done by one person or by the room.
 *
 * A sitting joins an exercise (script), the numbers of the class's branch, the answer as it grows,
 * and the store. Every change of the answer is kept before the call returns, so that a crash loses
 * nothing that was typed: the next sitting of the same person at the same exercise begins with that
 * draft. Handing in marks the answer, keeps the exercise's text under its digest and writes the
 * result, once and for ever; the draft is gone then.
 *
 * A result that is opened again is marked anew, by the text and the numbers that it was done with.
 * Where other points come out than it says, that is ERROR_TAMPERED, never passed over.
 *
 * What is shown is shuffled by the sitting's seed, which the draft keeps: cards, items, right sides
 * and choices stand in the same order until the answer is handed in.
 */
#ifndef YANLIAN_CLASS_EXERCISE_SITTING_H
#define YANLIAN_CLASS_EXERCISE_SITTING_H

#include "core/exercise.h"
#include "script/exercise_file.h"
#include "store/results.h"

/* Who does an exercise, and where it belongs. */
struct exercise_sitting {
    const char *exercise;        /* id or path */
    const char *class;           /* NULL for none */
    const char *journal;         /* id of the course that runs; NULL for none */
    const struct person *person; /* NULL: the room, on the projector */
};

struct sitting;

/*
 * Begins, or goes on from the draft. The store is borrowed and must outlive the sitting. NULL when
 * the exercise does not load, the class is unknown, or a number of its branch is out of range.
 */
struct sitting *sitting_begin(struct store *store, const struct exercise_sitting *who,
                              enum language language, struct error *error);

/* A result that was handed in, marked again. `id` as store_result takes it. */
struct sitting *sitting_open(struct store *store, const char *id, struct error *error);

void sitting_close(struct sitting *sitting); /* NULL is allowed; the draft stays */

const struct exercise *sitting_exercise(const struct sitting *sitting);
const struct exercise_answer *sitting_answer(const struct sitting *sitting);
const struct exercise_mark *sitting_mark(const struct sitting *sitting); /* of the answer so far */
const struct text *sitting_source_title(const struct sitting *sitting, const char *source);

bool sitting_has_draft(const struct sitting *sitting); /* it began with one */
bool sitting_is_done(const struct sitting *sitting);   /* handed in, or opened again */
/* The result; its id is "" until it is handed in. */
const struct exercise_row *sitting_row(const struct sitting *sitting);

/* The numbers in use, one for each of the exercise's; and whether the class replaced any. */
const double *sitting_numbers(const struct sitting *sitting);
bool sitting_own_numbers(const struct sitting *sitting);

/*
 * Changes one part, or for an order (and to start a task again) all parts of a task, and keeps the
 * draft. False when it could not be kept; the answer has changed all the same.
 */
bool sitting_set(struct sitting *sitting, int task, int part, const struct part_answer *answer,
                 struct error *error);
bool sitting_set_task(struct sitting *sitting, int task, const struct part_answer *answers,
                      struct error *error);

/* Marks and keeps. False when it could not be kept: the draft is there still. */
bool sitting_hand_in(struct sitting *sitting, struct error *error);

/*
 * In which order to show things: `order[i]` is the index of what stands at place i, and `count` of
 * them are filled in. Parts are cards and items (which are never in the right order), options are a
 * part's own or its task's right sides; what has an order of its own (bins, questions, fields,
 * cells) keeps it.
 */
int sitting_order_parts(const struct sitting *sitting, int task, int order[PART_MAX]);
int sitting_order_options(const struct sitting *sitting, int task, int part, int order[OPTION_MAX]);
/*
 * In which order to tell how a task came out: as it was shown, so that everybody finds his cards
 * again, in a result that was opened too; an order as it was put.
 */
int sitting_order_result(const struct sitting *sitting, int task, int order[PART_MAX]);

/* Marks every result again; `report` hears of each that does not come out as it says. */
bool sitting_verify(struct store *store, store_reporter *report, void *data, int *checked, int *bad,
                    struct error *error);

#endif
