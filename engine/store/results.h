/*
 * results.h: exercises that were done. A result is written once, when it is handed in.
 */
#ifndef YANLIAN_STORE_RESULTS_H
#define YANLIAN_STORE_RESULTS_H

#include "store/store.h"

struct exercise_row {
    char id[ULID_SIZE];
    char class[CLASS_ID_SIZE]; /* "" for none */
    struct person person;      /* all "" for the room, on the projector */
    char exercise[64];
    char digest[STORE_DIGEST_SIZE]; /* of the text it was done by, kept as a source */
    char journal[ULID_SIZE];        /* the course that it was done in; "" for none */
    char language[8];
    int64_t started_at, ended_at; /* wall ms */
    char *numbers;                /* JSON: the numbers it was done with */
    char *answer;                 /* JSON: the answer, by ids */
    double points, most;          /* most > 0 */
};

/* Fills row->id. ended_at must be set. */
bool store_add_result(struct store *store, struct exercise_row *row, struct error *error);
/* `id` may be shortened to its last characters, 4 or more, that only one result ends in. */
bool store_result(struct store *store, const char *id, struct exercise_row *row,
                  struct error *error); /* ERROR_NOT_FOUND */

/* Oldest first, of a class, person or exercise (each NULL for any). */
bool store_results(struct store *store, const char *class, const char *person, const char *exercise,
                   struct exercise_row **rows, int *count, struct error *error);
void store_clear_result(struct exercise_row *row); /* frees what it holds, not the row */
void store_free_results(struct exercise_row *rows, int count);

#endif
