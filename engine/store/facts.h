/*
 * facts.h: results in few bytes, for reports over very many.
 *
 * A fact says of one finished session what a report counts: who, of which text (its *outline*: a
 * number for a digest), score, think time, the path that was taken and how each rule came out. It
 * is written by store_append with the session's result, in the same transaction, and follows from
 * the log: it can be compared with it (`yanlian replay`) and made again (practice/fact.h). What is
 * read from it needs the model that the text under the outline's digest gives: a path and marks
 * hold indexes, in 1 or 2 bytes each.
 *
 *     path   3 bytes a pick that counts, in order: node, low byte first; response, FACT_FORM for
 *            the referral form. Last, where it ended: that node, and FACT_ARRIVAL. Empty for a live
 *            session, in which nobody picked.
 *     marks  2 bytes a rule of the model, in order: fulfilled, activations.
 */
#ifndef YANLIAN_STORE_FACTS_H
#define YANLIAN_STORE_FACTS_H

#include "store/store.h"

enum {
    FACT_STEP_SIZE = 3, /* bytes in a path */
    FACT_MARK_SIZE = 2, /* bytes in marks */
    FACT_ARRIVAL = 254,
    FACT_FORM = 255
};

struct fact_row {
    const char *session; /* ids; borrowed, like path and marks, until the visitor returns */
    const char *person;
    int64_t outline; /* number of a struct outline_row */
    bool passed, live;
    int band;        /* enum band */
    int mode;        /* enum mode; MODE_COUNT for one that this program does not know */
    double score;    /* 0..100 */
    int64_t seconds; /* think time in all; of a live session how long it took */
    const uint8_t *path, *marks;
    int path_size, marks_size; /* bytes */
};

typedef bool fact_visitor(void *data, const struct fact_row *fact, struct error *error);

struct fact_filter {
    const char *class;  /* id; NULL: all sessions, in classes or not */
    const char *person; /* id; NULL for all */
};

/*
 * Every fact that fits, in the order in which sessions began. Memory does not grow with their
 * number. Stops when the visitor returns false.
 */
bool store_visit_facts(struct store *store, const struct fact_filter *filter, fact_visitor *visit,
                       void *data, struct error *error);

struct outline_row {
    int64_t number;
    char digest[STORE_DIGEST_SIZE];
    char scenario[64];
};

/* By number; the caller frees `*rows`. */
bool store_outlines(struct store *store, struct outline_row **rows, int *count,
                    struct error *error);

/* Writes the fact of a finished session, in place of the one that is there. */
bool store_put_fact(struct store *store, const struct session_row *row,
                    const struct session_fact *fact, struct error *error);

/* A session's marks alone; `*size` is 0 when no fact is kept that has `room` for them. */
bool store_fact_marks(struct store *store, const struct session_row *row, uint8_t *marks,
                      size_t room, int *size, struct error *error);

enum fact_state { FACT_MISSING, FACT_SAME, FACT_DIFFERENT };

/* How what is kept for this session compares with `fact`. */
bool store_compare_fact(struct store *store, const struct session_row *row,
                        const struct session_fact *fact, enum fact_state *state,
                        struct error *error);

/*
 * The ids of finished sessions that have no fact (`all`: of all finished ones), oldest first; the
 * caller frees `*ids`.
 */
bool store_without_fact(struct store *store, bool all, char (**ids)[ULID_SIZE], int *count,
                        struct error *error);

#endif
