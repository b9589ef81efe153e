/*
 * grades.h: where each grading stands. Its history is a journal (journal.h) of the same id; this
 * row is what the journal comes to, written with each event in one transaction.
 */
#ifndef YANLIAN_STORE_GRADES_H
#define YANLIAN_STORE_GRADES_H

#include "core/rubric.h"
#include "store/journal.h"

struct grade_row {
    char journal[ULID_SIZE];
    char class[CLASS_ID_SIZE];
    bool exercise;           /* about an exercise result; else about a session */
    char subject[ULID_SIZE]; /* its id */
    char trainer[ULID_SIZE]; /* id of who marks */
    int marking;             /* 1, or 2: the second, unseen */
    bool submitted;
    int levels[CRITERION_COUNT]; /* 1..5; 0: not rated yet */
    int overall;                 /* 1..5, 2 is the borderline; 0: not rated yet */
    double score;                /* 0..100, with the verdicts as adjusted; -1: not submitted yet */
    bool critical; /* of what was submitted: a critical rule is broken, verdicts as adjusted */
};

/*
 * Begins a marking: its journal and its row. Fails with ERROR_NOT_ALLOWED when somebody else has
 * that marking, or this trainer the other one.
 */
bool store_begin_grade(struct store *store, struct grade_row *row, struct journal_row *journal,
                       int64_t now, struct error *error);
/* Appends to the journal and brings the row up to date, together. */
bool store_append_grade(struct store *store, const struct grade_row *row,
                        struct journal_row *journal, const char *kind, const char *payload,
                        int64_t now, struct error *error);
/* All of a class, by subject and marking; the caller frees `*rows`. */
bool store_grades(struct store *store, const char *class, struct grade_row **rows, int *count,
                  struct error *error);

#endif
