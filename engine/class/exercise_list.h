/*
 * exercise_list.h: which exercises there are, and how a person stands in each.
 *
 * One that does not load is listed with its error, so that nobody wonders where it went.
 */
#ifndef YANLIAN_CLASS_EXERCISE_LIST_H
#define YANLIAN_CLASS_EXERCISE_LIST_H

#include "script/exercise_file.h"
#include "store/results.h"

struct exercise_listed {
    char *id;
    struct exercise_file *file; /* NULL when it does not load */
    struct error error;         /* then */
    int times;                  /* that the person handed it in */
    double best;                /* percent; meaningless when times is 0 */
};

/* In alphabetical order of ids; free with exercise_list_free. */
bool exercise_list(struct store *store, const struct person *person, struct exercise_listed **list,
                   int *count, struct error *error);
void exercise_list_free(struct exercise_listed *list, int count);

/* The kinds of its tasks, each once, in the interface's language: "table, choose". */
void exercise_kinds(const struct exercise *exercise, char *out, size_t size);

#endif
