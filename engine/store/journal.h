/*
 * journal.h: logs beside those of sessions: of a course that ran, of a grading.
 *
 * A journal is begun by a trainer for a class and about a subject (a course's id; a session's or an
 * exercise result's). Its events are append-only and chained like a session's (chain.h); what they
 * say, in `kind` and a JSON payload, is the business of whoever writes them, and whatever is shown
 * of a course or a grading follows from them. store_verify checks journals too.
 */
#ifndef YANLIAN_STORE_JOURNAL_H
#define YANLIAN_STORE_JOURNAL_H

#include "store/store.h"

struct journal_row {
    char id[ULID_SIZE];
    char class[CLASS_ID_SIZE];
    char what[8];            /* "course" or "grade" */
    char subject[64];        /* id of what it is about */
    char trainer[ULID_SIZE]; /* id of who began it */
    int64_t started_at;      /* wall ms */
    int event_count;
    char head[STORE_DIGEST_SIZE];
};

/* Fills id, started_at (from `now`), event_count and head; the rest is the caller's. */
bool store_begin_journal(struct store *store, struct journal_row *row, int64_t now,
                         struct error *error);

/*
 * Appends one event and updates `row` to match. ERROR_STORE when someone else appended in between.
 */
bool store_append_journal(struct store *store, struct journal_row *row, const char *kind,
                          const char *payload, int64_t now, struct error *error);

/* By its whole id; ERROR_NOT_FOUND when there is none. */
bool store_journal(struct store *store, const char *id, struct journal_row *row,
                   struct error *error);

/* Newest first, of one kind (`what`); of a class and about a subject, each NULL for any. The caller
   frees `*rows`. */
bool store_journals(struct store *store, const char *class, const char *what, const char *subject,
                    struct journal_row **rows, int *count, struct error *error);

/* All events in order; free with store_free_events. */
bool store_journal_events(struct store *store, const char *journal, struct event_row **events,
                          int *count, struct error *error);

#endif
