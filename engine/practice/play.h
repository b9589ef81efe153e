/*
 * play.h: a session that is kept.
 *
 * A play joins a session (core), the scenario it is played by (script) and its log (store). Every
 * move is committed before it returns, so whatever a face shows afterwards is on disk. If the
 * commit fails, the move is undone: the play is as it was, and can be tried again.
 *
 * Resuming and replaying build the session again from the seed and the logged moves, under the text
 * of the scenario that was played, kept in the store by its digest; each event that comes out is
 * compared with what was logged. A difference is ERROR_TAMPERED, never passed over.
 *
 * Leaving keeps the think time spent in the open turn, so that leaving does not refill an exam's
 * clock.
 */
#ifndef YANLIAN_PRACTICE_PLAY_H
#define YANLIAN_PRACTICE_PLAY_H

#include "core/session.h"
#include "script/loader.h"
#include "store/store.h"

struct play;

struct play_options {
    const struct person *person;
    enum mode mode;
    enum language language;
    uint64_t seed;
    const char *class; /* that it is played for; NULL for none */
};

/*
 * Begins a session of the scenario in `bundle`. The store is borrowed and must outlive the play.
 * NULL on failure; at worst an empty session is kept then, which can be resumed.
 */
struct play *play_begin(struct store *store, const struct bundle *bundle,
                        const struct play_options *options, struct error *error);

/*
 * Plays on from a turn of another session: a new session of the same scenario text, seed and mode,
 * whose log begins with that session's moves before `turn` (1 is the first) and names it as its
 * parent. It is played for no class. `source` is borrowed, and may be open for reading.
 */
struct play *play_branch(struct play *source, int turn, const struct person *person,
                         struct error *error);

/* Takes up an unfinished session; `resumed` is logged. A finished one opens for reading only. */
struct play *play_resume(struct store *store, const char *session_id, struct error *error);

/* Opens any session for reading (show, replay, review): logs nothing. */
struct play *play_open(struct store *store, const char *session_id, struct error *error);

/*
 * Ends the play's life in memory. An unfinished session stays unfinished; `think_ms` (time spent in
 * the open turn) is remembered, -1 for "don't" (crash paths, reading).
 */
void play_close(struct play *play, int64_t think_ms);

struct session *play_session(struct play *play); /* for looking; move through the calls below */
const struct session_row *play_row(const struct play *play);
const struct loaded *play_loaded(const struct play *play);
struct store *play_store(const struct play *play); /* where it is kept */
int64_t play_spent_ms(const struct play *play);    /* of the open turn, before this sitting */

bool play_pick(struct play *play, int response, int64_t think_ms, struct error *error);
bool play_time_out(struct play *play, int64_t think_ms, struct error *error);
bool play_file_form(struct play *play, const struct form *form, int64_t think_ms,
                    struct error *error);
bool play_hint(struct play *play, int64_t think_ms, int *act, struct error *error);
bool play_take_back(struct play *play, int64_t think_ms, struct error *error);

/*
 * Something that happened in the room and moves nothing: replaying passes over it. `kind` is none
 * that core or the play layer itself logs ("vote").
 */
struct cJSON;
struct play_note {
    const char *kind;
    const struct cJSON *payload; /* the caller's */
};

/* Logs it and picks, in one transaction: both are kept, or neither. */
bool play_pick_noted(struct play *play, const struct play_note *note, int response,
                     int64_t think_ms, struct error *error);

/* One event as JSON, as it is logged and exported; names, never indexes. The caller frees it. */
char *event_to_json(const struct session *session, const struct event *event);

/* A seed for a new session: 1 .. 999,999,999, short enough to be read out in class. */
uint64_t play_new_seed(void);

#endif
