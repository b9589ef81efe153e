/*
 * store.h: the log and the gradebook, in one SQLite file.
 *
 * Kept in WAL mode with synchronous=FULL: when store_append returns true, the event is on disk.
 * Every call is one transaction; a call that fails changes nothing and says what to do. The file is
 * made and migrated on opening; one made by a newer program is refused untouched.
 *
 * The log is append-only. Events of a session form a chain: each carries the SHA-256 of the
 * previous hash, its number, kind, time and payload; the session's row carries the latest hash and
 * the count, so that an edited, removed or reordered event is seen by store_verify. (Someone who
 * can write the file can also rebuild a whole chain: it shows accidents and edits, it is no
 * signature.)
 *
 * Payloads and bundles are JSON texts made by the practice layer; the store does not look inside,
 * but for exporting. Times are UTC in RFC 3339, ids are ULIDs. Rows handed out are copies: free
 * them.
 *
 *     person   id, name, staff_number, created_at
 *     source   digest, scenario, bundle (JSON of files and texts): what was played, for replaying
 *     session  id, person, scenario, digest, seed, mode, language, started_at, ended_at, state,
 *              score, band, passed, ending, event_count, head,
 *              parent, parent_turn (the session that this one branches off, and where),
 *              kind ("played" here, or "live": watched, and ticked by an observer), class
 *     event    session, seq, at, kind, payload (JSON), hash: append-only, guarded by triggers
 *     setting  key, value
 *     schema   version
 *
 * What trainers do has tables and headers of its own: classes.h (class, roster, trainer), journal.h
 * (journal, journal_event: a course that ran, a grading), results.h (exercise_result), grades.h
 * (grade), facts.h (outline, fact: results in few bytes, for reports).
 */
#ifndef YANLIAN_STORE_STORE_H
#define YANLIAN_STORE_STORE_H

#include <stdint.h>

#include "base/clock.h"
#include "base/error.h"

#define STORE_DIGEST_SIZE 65 /* SHA-256 in hex and the zero byte */
#define STORE_NAME_MAX 120   /* bytes of a person's name or staff number */
#define CLASS_ID_SIZE 41     /* "spring-2026" and the zero byte */

struct store;

/* Opens (and makes, with its folders) the database at `path`. NULL on failure. */
struct store *store_open(const char *path, struct error *error);
void store_close(struct store *store); /* NULL is allowed */

/* `$YANLIAN_STORE`, else `$XDG_DATA_HOME/yanlian/yanlian.db`, else under `$HOME/.local/share`. The
   caller frees it. NULL when there is no home. */
char *store_default_path(struct error *error);

/*
 * Makes all that `work` asks of the store one transaction: on disk together, in one go, or not at
 * all. What `work` was told was done counts only when this returns true.
 */
bool store_together(struct store *store, bool (*work)(void *data, struct error *error), void *data,
                    struct error *error);

/* ----------------------------------------------------------------------------- people ---- */

struct person {
    char id[ULID_SIZE];
    char name[STORE_NAME_MAX + 1];         /* clean UTF-8 */
    char staff_number[STORE_NAME_MAX + 1]; /* "" for none */
};

/*
 * The person of that name and staff number, made when new. Name is cleaned and must not be empty.
 * With an empty staff number, a person of that name is found whatever the number, if there is only
 * one.
 */
bool store_person(struct store *store, const char *name, const char *staff_number,
                  struct person *person, struct error *error);

/* The same, but nobody is made: ERROR_NOT_FOUND when there is no such person, or more than one. */
bool store_find_person(struct store *store, const char *name, const char *staff_number,
                       struct person *person, struct error *error);
bool store_person_by_id(struct store *store, const char *id, struct person *person,
                        struct error *error);

/* --------------------------------------------------------------------------- settings ---- */

/* False when not set (error code ERROR_NONE) or on failure. The caller frees `*value`. */
bool store_get_setting(struct store *store, const char *key, char **value, struct error *error);
bool store_set_setting(struct store *store, const char *key, const char *value,
                       struct error *error);

/* --------------------------------------------------------------------- played sources ---- */

/* Keeps a bundle's text under its digest; nothing happens when it is there already. */
bool store_keep_source(struct store *store, const char *digest, const char *scenario,
                       const char *bundle_json, struct error *error);
char *store_source(struct store *store, const char *digest, struct error *error); /* caller frees */

/* --------------------------------------------------------------------------- sessions ---- */

enum session_state { SESSION_OPEN, SESSION_FINISHED };

struct session_row {
    char id[ULID_SIZE];
    struct person person;
    char scenario[64];
    char digest[STORE_DIGEST_SIZE];
    uint64_t seed;
    char mode[16];                /* "practice", "exam", "class" */
    char language[8];             /* "zh", "en" */
    int64_t started_at, ended_at; /* wall ms; ended_at 0 while open */
    enum session_state state;
    double score; /* 0..100; meaningless while open */
    int band;     /* enum band; -1 while open */
    bool passed;
    char ending[64]; /* id; "" when the turns ran out or while open */
    int event_count;
    char parent[ULID_SIZE];    /* session that this one branches off; "" for none */
    int parent_turn;           /* the first turn that is its own; 0 for none */
    bool live;                 /* watched by an observer, not played here */
    char class[CLASS_ID_SIZE]; /* that it was played for; "" for none */
    char head[STORE_DIGEST_SIZE];
};

/* Fills row->id, started_at (from `now`) and head; the rest is the caller's. */
bool store_begin_session(struct store *store, struct session_row *row, int64_t now,
                         struct error *error);

struct event_row {
    int seq;       /* from 1 */
    int64_t at;    /* wall ms */
    char kind[16]; /* "begin", "pick" ... and the play layer's "leave", "resume", "end" */
    char *payload; /* JSON */
    char hash[STORE_DIGEST_SIZE];
};

/*
 * A result in few bytes, for reports over very many (facts.h). Indexes are those of the model that
 * the text under the session's digest gives. Borrowed.
 */
struct session_fact {
    /* Each pick that counts: node (2 bytes, low first), response; 255: form. Then where it ended:
       node, 254. */
    const uint8_t *path;
    int path_size;        /* bytes: 3 a pick, 3 for the end; 0 where nobody picked */
    const uint8_t *marks; /* each rule: fulfilled, activations */
    int marks_size;       /* bytes: 2 a rule */
    int64_t think_ms;     /* in all */
};

/* What a finished session adds to its row, in the same transaction as its last event. */
struct session_result {
    double score;
    int band;
    bool passed;
    const char *ending;
    struct session_fact fact;
};

/*
 * Appends one event and, when `result` is not NULL, finishes the session; updates `row` to match.
 * Fails with ERROR_STORE when someone else appended in between (two programs on one session), with
 * "it is being played elsewhere".
 */
bool store_append(struct store *store, struct session_row *row, const char *kind,
                  const char *payload, int64_t now, const struct session_result *result,
                  struct error *error);

/* `id` may be shortened to any unique prefix or, as people read the end, suffix of 4 or more. */
bool store_session(struct store *store, const char *id, struct session_row *row,
                   struct error *error);

struct session_filter {
    const char *person;   /* id; NULL for any */
    const char *scenario; /* NULL for any */
    const char *class;    /* NULL for any */
    int state;            /* enum session_state; -1 for any */
    bool played;          /* only those played here, none that was watched */
    bool personal;        /* none that a room played by vote (mode "class", not watched) */
    int limit;            /* 0 for all */
};

/* Newest first. The caller frees `*rows`. Returns false on failure. */
bool store_sessions(struct store *store, const struct session_filter *filter,
                    struct session_row **rows, int *count, struct error *error);

/* The same one by one, however many there are; false from `visit` ends it. */
typedef bool store_session_visitor(void *data, const struct session_row *row, struct error *error);
bool store_visit_sessions(struct store *store, const struct session_filter *filter,
                          store_session_visitor *visit, void *data, struct error *error);

/* All events in order; free with store_free_events. */
bool store_events(struct store *store, const char *session, struct event_row **events, int *count,
                  struct error *error);
void store_free_events(struct event_row *events, int count);

struct standing { /* a person's results in one scenario, as played here */
    int finished;
    double best, last;            /* scores; meaningless when finished is 0 */
    char open_session[ULID_SIZE]; /* newest unfinished one; "" for none */
};
bool store_standing(struct store *store, const char *person, const char *scenario,
                    struct standing *standing, struct error *error);

/* ----------------------------------------------------------------- verify and export ---- */

/* One finding of store_verify; `report` is called for each, with the session and what is wrong. */
typedef void store_reporter(void *data, const char *session, const char *message);

/*
 * Checks SQLite's own integrity and every session's chain (or one session's, `session` not NULL).
 * Returns false on failure to read; `*bad` counts sessions that are not as they were written.
 */
bool store_verify(struct store *store, const char *session, store_reporter *report, void *data,
                  int *checked, int *bad, struct error *error);

/*
 * Appends one event's columns to `out`; called in session and sequence order, one read transaction.
 */
typedef bool store_visitor(void *data, const struct session_row *session,
                           const struct event_row *event, struct error *error);
bool store_visit_events(struct store *store, const char *session, store_visitor *visit, void *data,
                        struct error *error);

#endif
