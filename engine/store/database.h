/*
 * database.h: SQLite as the files of this folder use it; nobody outside includes it.
 *
 * A query is prepared once per store and kept (found again by the address of its SQL, so that must
 * be a static string). Binding, stepping and ending never fail on their own: the first failure
 * sticks in `status`, later calls do nothing, and query_end says what went wrong.
 *
 *     struct query query = query_begin(store, "SELECT name FROM person WHERE id = ?");
 *     query_text(&query, id);
 *     while (query_next(&query)) { ... query_column(&query, 0) ... }
 *     return query_end(&query, error);
 */
#ifndef YANLIAN_STORE_DATABASE_H
#define YANLIAN_STORE_DATABASE_H

#include <sqlite3.h>

#include "store/store.h"

enum { DATABASE_CACHE = 128 }; /* more queries than this folder has */

struct store {
    sqlite3 *db;
    char *path; /* as the user named it, for messages */
    struct {
        const char *sql;
        sqlite3_stmt *statement;
    } cache[DATABASE_CACHE]; /* filled from the front */
    bool together;           /* inside store_together: one transaction holds all calls */
};

struct query {
    struct store *store;
    sqlite3_stmt *statement; /* NULL when preparing failed */
    int status;              /* SQLITE_OK, SQLITE_ROW, SQLITE_DONE, or the first failure */
    int bound;               /* parameters bound so far */
    bool kept;               /* the statement stays in the cache */
};

struct query query_begin(struct store *store, const char *sql);
void query_text(struct query *query, const char *text); /* NULL binds NULL; borrowed to the end */
void query_integer(struct query *query, int64_t number);
void query_real(struct query *query, double number);
void query_time(struct query *query, int64_t wall_ms);
void query_blob(struct query *query, const void *bytes, int size); /* borrowed to the end */
bool query_next(struct query *query);                              /* true when there is a row */
bool query_end(struct query *query, struct error *error);
bool query_run(struct query *query, struct error *error); /* for statements without rows */

/* Columns of the row that query_next found, from 0. Texts are valid until the next query_next. */
const char *query_column(const struct query *query, int column); /* as stored; "" for NULL */
int64_t query_column_integer(const struct query *query, int column);
double query_column_real(const struct query *query, int column);
int64_t query_column_time(const struct query *query, int column); /* 0 for NULL or nonsense */
/* Valid as long as texts are; NULL and 0 for none. */
const uint8_t *query_column_blob(const struct query *query, int column, int *size);
/* Cleaned, as the file may have been written by others, and cut to `size`. */
void query_column_copy(const struct query *query, int column, char *out, size_t size);

/* Rows changed by the query that ended last. */
int database_changes(const struct store *store);

/* Fills `error` from SQLite's result code; returns false. */
bool database_fail(const struct store *store, int status, struct error *error);

/* Runs SQL that has no parameters, several statements if need be. */
bool database_execute(struct store *store, const char *sql, struct error *error);

/*
 * A transaction: database_write takes the write lock at once, database_read a snapshot.
 * database_finish commits when `good`, rolls back otherwise or when the commit fails, and returns
 * whether it was committed.
 */
bool database_write(struct store *store, struct error *error);
bool database_read(struct store *store, struct error *error);
bool database_finish(struct store *store, bool good, struct error *error);

/* Refuses what is not ours, and what is too new, before anything is written. */
bool schema_identify(struct store *store, struct error *error);
/* Brings the schema up to date, one transaction for each version. */
bool schema_migrate(struct store *store, struct error *error);

/* The columns that session_read expects, in its order, and where they come from. */
#define SESSION_COLUMNS                                                                      \
    "session.id, person, name, staff_number, session.scenario, session.digest, seed, mode, " \
    "language, started_at, ended_at, state, score, band, passed, ending, event_count, "      \
    "head, parent, parent_turn, session.kind, session.class "
#define SESSION_TABLES "FROM session LEFT JOIN person ON person.id = session.person "
void session_read(const struct query *query, struct session_row *row);

/* What a query of "SELECT seq, at, kind, payload, hash" found; the payload is the query's. */
#define EVENT_COLUMNS "seq, at, kind, payload, hash "
void event_read(const struct query *query, struct event_row *event);

/* Writes the fact of a finished session, inside the transaction that is open. */
bool fact_write(struct store *store, const struct session_row *row, const struct session_fact *fact,
                struct error *error);

/*
 * Room for one more element behind `count`: the array has a power of two, so it grows when `count`
 * is one. Aborts without memory.
 */
void *array_grow(void *array, int count, size_t size);

#endif
