/*
 * database.c: prepared statements, transactions, and what SQLite's result codes mean to a person.
 */
#include "store/database.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"

/* ------------------------------------------------------------------------------ errors ---- */

static bool is_full(int status, int system_errno)
{
    bool no_room = system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG;
    return (status & 0xff) == SQLITE_FULL || ((status & 0xff) == SQLITE_IOERR && no_room);
}

static bool is_read_only(int status, int system_errno)
{
    return (status & 0xff) == SQLITE_READONLY || (status & 0xff) == SQLITE_PERM ||
           ((status & 0xff) == SQLITE_CANTOPEN &&
            (system_errno == EACCES || system_errno == EROFS || system_errno == EPERM));
}

/* The whole sentence for `status`, or NULL when SQLite's own words are needed. */
static const char *explain(int status, int system_errno)
{
    if (is_full(status, system_errno)) {
        return "the disk is full, or a quota or a limit on file size is reached; free some space "
               "and try again (what was logged before is safe)";
    }
    if (is_read_only(status, system_errno)) {
        return "the database or its folder can't be written; make both writable, or name another "
               "file with YANLIAN_STORE";
    }
    switch (status & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "the database is locked by another program; close it or try again";
    case SQLITE_NOTADB:
        return "this is not a yanlian database, or its beginning is damaged; restore a copy of it, "
               "or name another file with YANLIAN_STORE";
    default:
        return NULL;
    }
}

/* What the system said to the last call that failed on one of the two files; 0 for nothing. */
static int file_errno(const struct store *store)
{
    int main_errno = 0;
    int log_errno = 0;
    sqlite3_file *log = NULL;
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_LAST_ERRNO, &main_errno);
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, (void *)&log);
    if (log != NULL && log->pMethods != NULL) {
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &log_errno);
    }
    return log_errno != 0 ? log_errno : main_errno;
}

/* SQLite forgets the reason when a commit fails: then its files are asked. */
static int reason_of(const struct store *store, int status)
{
    int known = (status & 0xff) == SQLITE_IOERR && store->db != NULL ? file_errno(store) : 0;
    return known != 0 ? known : sqlite3_system_errno(store->db);
}

bool database_fail(const struct store *store, int status, struct error *error)
{
    int system_errno = reason_of(store, status);
    const char *sentence = explain(status, system_errno);
    const char *words = sqlite3_errmsg(store->db);
    if ((status & 0xff) == SQLITE_NOMEM || status == SQLITE_IOERR_NOMEM) {
        return error_at(error, ERROR_SYSTEM, store->path, 0,
                        _("there is no memory left; close other programs and try again"));
    }
    if (sentence != NULL) {
        return error_at(error, ERROR_STORE, store->path, 0, "%s", sentence);
    }
    switch (status & 0xff) {
    case SQLITE_CORRUPT:
        return error_at(error, ERROR_STORE, store->path, 0,
                        _("the database is damaged (%s); restore a copy of it, or save what can "
                          "still be read with sqlite3's .recover"),
                        words);
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return error_at(error, ERROR_STORE, store->path, 0,
                        _("the database can't be read or written (%s: %s); check that the disk has "
                          "room and is sound, or name another file with YANLIAN_STORE"),
                        words, system_errno != 0 ? strerror(system_errno) : "no reason given");
    default:
        return error_at(error, ERROR_STORE, store->path, 0,
                        _("the database refused (%s); nothing was changed, see yanlian verify"),
                        words);
    }
}

/* ----------------------------------------------------------------------------- queries ---- */

static int prepare(struct query *query, const char *sql)
{
    return sqlite3_prepare_v3(query->store->db, sql, -1,
                              query->kept ? SQLITE_PREPARE_PERSISTENT : 0, &query->statement, NULL);
}

/* A statement that is being stepped already (a query within itself) is prepared once more. */
struct query query_begin(struct store *store, const char *sql)
{
    struct query query = {.store = store};
    int slot = 0;
    while (slot < DATABASE_CACHE && store->cache[slot].sql != NULL &&
           store->cache[slot].sql != sql) {
        slot++;
    }
    assert(slot < DATABASE_CACHE);
    if (store->cache[slot].sql == NULL) {
        query.kept = true;
        query.status = prepare(&query, sql);
        if (query.status == SQLITE_OK) {
            store->cache[slot].sql = sql;
            store->cache[slot].statement = query.statement;
        }
    } else if (sqlite3_stmt_busy(store->cache[slot].statement)) {
        query.status = prepare(&query, sql);
    } else {
        query.kept = true;
        query.statement = store->cache[slot].statement;
    }
    return query;
}

void query_text(struct query *query, const char *text)
{
    query->bound++;
    if (query->status == SQLITE_OK) {
        query->status = sqlite3_bind_text(query->statement, query->bound, text, -1, SQLITE_STATIC);
    }
}

void query_integer(struct query *query, int64_t number)
{
    query->bound++;
    if (query->status == SQLITE_OK) {
        query->status = sqlite3_bind_int64(query->statement, query->bound, number);
    }
}

void query_real(struct query *query, double number)
{
    query->bound++;
    if (query->status == SQLITE_OK) {
        query->status = sqlite3_bind_double(query->statement, query->bound, number);
    }
}

void query_blob(struct query *query, const void *bytes, int size)
{
    query->bound++;
    if (query->status == SQLITE_OK) {
        query->status = sqlite3_bind_blob(query->statement, query->bound, size > 0 ? bytes : "",
                                          size, SQLITE_STATIC);
    }
}

void query_time(struct query *query, int64_t wall_ms)
{
    char text[CLOCK_TIME_SIZE];
    clock_format(wall_ms, text);
    query->bound++;
    if (query->status == SQLITE_OK) {
        query->status =
            sqlite3_bind_text(query->statement, query->bound, text, -1, SQLITE_TRANSIENT);
    }
}

bool query_next(struct query *query)
{
    if (query->status == SQLITE_OK || query->status == SQLITE_ROW) {
        query->status = sqlite3_step(query->statement);
    }
    return query->status == SQLITE_ROW;
}

bool query_end(struct query *query, struct error *error)
{
    bool good =
        query->status == SQLITE_OK || query->status == SQLITE_ROW || query->status == SQLITE_DONE;
    if (!good) {
        database_fail(query->store, query->status, error); /* before a reset changes the words */
    }
    /* Ending tells of a column, too, that could not be read for lack of memory. */
    int ended = query->kept ? sqlite3_reset(query->statement) : sqlite3_finalize(query->statement);
    if (good && ended != SQLITE_OK) {
        good = database_fail(query->store, ended, error);
    }
    if (query->kept && query->statement != NULL) {
        sqlite3_clear_bindings(query->statement);
    }
    query->statement = NULL;
    return good;
}

bool query_run(struct query *query, struct error *error)
{
    while (query_next(query)) {
        /* Pragmas and the like may give a row that nobody asked for. */
    }
    return query_end(query, error);
}

const char *query_column(const struct query *query, int column)
{
    const unsigned char *text = sqlite3_column_text(query->statement, column);
    return text != NULL ? (const char *)text : "";
}

int64_t query_column_integer(const struct query *query, int column)
{
    return sqlite3_column_int64(query->statement, column);
}

double query_column_real(const struct query *query, int column)
{
    return sqlite3_column_double(query->statement, column);
}

const uint8_t *query_column_blob(const struct query *query, int column, int *size)
{
    const uint8_t *bytes = sqlite3_column_blob(query->statement, column);
    *size = bytes != NULL ? sqlite3_column_bytes(query->statement, column) : 0;
    return bytes;
}

int64_t query_column_time(const struct query *query, int column)
{
    int64_t wall_ms = 0;
    return clock_parse(query_column(query, column), &wall_ms) ? wall_ms : 0;
}

/* ------------------------------------------------------------------------ transactions ---- */

int database_changes(const struct store *store)
{
    return sqlite3_changes(store->db);
}

bool database_execute(struct store *store, const char *sql, struct error *error)
{
    int status = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    return status == SQLITE_OK || database_fail(store, status, error);
}

/* SQLite would go on writing to a file that no name leads to any more, and all would be lost. */
static bool is_in_place(struct store *store, struct error *error)
{
    int moved = 0;
    int status = sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (status == SQLITE_OK && moved) {
        return error_at(error, ERROR_STORE, store->path, 0,
                        _("the database was moved or deleted while it was in use; put it back, or "
                          "start the program again"));
    }
    return true;
}

bool database_write(struct store *store, struct error *error)
{
    if (store->together) {
        return true;
    }
    if (!is_in_place(store, error)) {
        return false;
    }
    struct query query = query_begin(store, "BEGIN IMMEDIATE");
    return query_run(&query, error);
}

bool database_read(struct store *store, struct error *error)
{
    struct query query = query_begin(store, "BEGIN");
    return query_run(&query, error);
}

bool database_finish(struct store *store, bool good, struct error *error)
{
    if (store->together) {
        return good;
    }
    if (good) {
        struct query query = query_begin(store, "COMMIT");
        good = query_run(&query, error);
    }
    if (!good && !sqlite3_get_autocommit(store->db)) {
        struct query query = query_begin(store, "ROLLBACK");
        query_run(&query, NULL);
    }
    return good;
}

bool store_together(struct store *store, bool (*work)(void *data, struct error *error), void *data,
                    struct error *error)
{
    assert(!store->together);
    if (!database_write(store, error)) {
        return false;
    }
    store->together = true;
    bool good = work(data, error);
    store->together = false;
    return database_finish(store, good, error);
}
