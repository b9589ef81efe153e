/*
 * verify_parts.h: what the checks of sessions and of journals share. Private to the store.
 */
#ifndef YANLIAN_STORE_VERIFY_PARTS_H
#define YANLIAN_STORE_VERIFY_PARTS_H

#include "store/database.h"

struct check {
    struct store *store;
    store_reporter *report; /* may be NULL: only the counts are wanted */
    void *data;
    const char *session; /* the one that is looked at; "" for the file as a whole */
    int findings;        /* for that one */
};

/* Reports something that is not as it was written, and counts it. */
void verify_find(struct check *check, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Compares the event in `query` (EVENT_COLUMNS) with its hash. `head` is the hash before it, and then
 * its own.
 */
void verify_event(struct check *check, const struct query *query, int64_t expected,
                  char head[STORE_DIGEST_SIZE]);

/* Every journal: its chain, its row, and events whose row is gone. Adds to both counts. */
bool verify_journals(struct check *check, int *checked, int *bad, struct error *error);

#endif
