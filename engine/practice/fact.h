/*
 * fact.h: what a session adds to reports, in few bytes (store/facts.h), made from the session.
 *
 * Facts are written when a session ends. Those of sessions that ended under a version without facts
 * are made by replaying them, once for each store (a setting remembers); fact_fill does nothing
 * from then on. Facts of live sessions, which have no picks to replay, are only ever written at
 * their end.
 */
#ifndef YANLIAN_PRACTICE_FACT_H
#define YANLIAN_PRACTICE_FACT_H

#include "practice/play.h"
#include "store/facts.h"

struct fact_bytes { /* where path and marks are kept */
    uint8_t path[(TURN_MAX + 1) * FACT_STEP_SIZE];
    uint8_t marks[RULE_MAX * FACT_MARK_SIZE];
};

/* Of a session that is over; `fact` borrows from `bytes`. */
void fact_of(struct session *session, struct fact_bytes *bytes, struct session_fact *fact);

/* The marks of `scenario`'s rules alone, 2 bytes each, for whoever finishes a live session.
   Returns their size. */
int fact_marks(const struct scenario *scenario, const struct rule_state *states,
               uint8_t marks[RULE_MAX * FACT_MARK_SIZE]);

/*
 * A finished play's fact, as it is kept, is what its log gives; else ERROR_TAMPERED. One that is
 * missing (an older version's) is no fault.
 */
bool fact_check(struct play *play, struct error *error);

/* Told while facts are made; either may be NULL. */
struct fact_watch {
    void (*progress)(void *data, int done, int count);
    void (*skipped)(void *data, const struct error *error); /* a session that does not replay */
    void *data;
};

/*
 * Makes the facts that are missing (`again`: all but live ones). A session that does not replay has
 * none, and is asked again the next time; the others don't wait for it.
 */
bool fact_fill(struct store *store, bool again, const struct fact_watch *watch,
               struct error *error);

#endif
