/*
 * schema.c: the tables, how an older file is brought up to date, and which files are refused.
 *
 * A version once released is never edited: a change of the tables is a new entry at the end.
 */
#include <assert.h>

#include "base/words.h"
#include "store/database.h"

#define APPLICATION_ID 0x79616e6c /* "yanl", in the file's header */

/* In parts, as a compiler need not take a longer string than 4,095 bytes. */
enum { PARTS = 2 };

static const char *const migrations[][PARTS] = {
    /*
     * 1. Ids, times and names of states are text, so that the file explains itself to whoever opens
     * it with another program. Rows of the log are written once; the triggers keep a slip of such a
     * program from changing them (a hash chain shows what gets past).
     */
    {"CREATE TABLE schema (version INTEGER NOT NULL) STRICT;"
     "INSERT INTO schema VALUES (0);"

     "CREATE TABLE person ("
     "  id TEXT NOT NULL PRIMARY KEY,"
     "  name TEXT NOT NULL CHECK (name <> ''),"
     "  staff_number TEXT NOT NULL,"
     "  created_at TEXT NOT NULL,"
     "  UNIQUE (name, staff_number)"
     ") STRICT, WITHOUT ROWID;"

     "CREATE TABLE setting ("
     "  key TEXT NOT NULL PRIMARY KEY,"
     "  value TEXT NOT NULL"
     ") STRICT, WITHOUT ROWID;"

     "CREATE TABLE source ("
     "  digest TEXT NOT NULL PRIMARY KEY,"
     "  scenario TEXT NOT NULL,"
     "  bundle TEXT NOT NULL"
     ") STRICT;"

     "CREATE TABLE session ("
     "  id TEXT NOT NULL PRIMARY KEY,"
     "  person TEXT NOT NULL REFERENCES person,"
     "  scenario TEXT NOT NULL,"
     "  digest TEXT NOT NULL REFERENCES source,"
     "  seed INTEGER NOT NULL,"
     "  mode TEXT NOT NULL,"
     "  language TEXT NOT NULL,"
     "  started_at TEXT NOT NULL,"
     "  ended_at TEXT,"
     "  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'finished')),"
     "  score REAL,"
     "  band TEXT CHECK (band IN ('fail', 'pass', 'good', 'excellent')),"
     "  passed INTEGER CHECK (passed IN (0, 1)),"
     "  ending TEXT,"
     "  event_count INTEGER NOT NULL DEFAULT 0,"
     "  head TEXT NOT NULL,"
     "  parent TEXT NOT NULL DEFAULT '',"
     "  parent_turn INTEGER NOT NULL DEFAULT 0,"
     "  CHECK ((state = 'finished') = (ended_at IS NOT NULL)),"
     "  CHECK ((state = 'finished') = (score IS NOT NULL)),"
     "  CHECK ((state = 'finished') = (band IS NOT NULL)),"
     "  CHECK ((state = 'finished') = (passed IS NOT NULL)),"
     "  CHECK ((state = 'finished') = (ending IS NOT NULL))"
     ") STRICT, WITHOUT ROWID;"
     "CREATE INDEX session_by_person ON session (person, scenario);"

     "CREATE TABLE event ("
     "  session TEXT NOT NULL REFERENCES session,"
     "  seq INTEGER NOT NULL CHECK (seq > 0),"
     "  at TEXT NOT NULL,"
     "  kind TEXT NOT NULL,"
     "  payload TEXT NOT NULL,"
     "  hash TEXT NOT NULL,"
     "  PRIMARY KEY (session, seq)"
     ") STRICT, WITHOUT ROWID;"

     "CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN"
     "  SELECT RAISE(ABORT, 'the log is append-only: an event is never changed');"
     "END;"
     "CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN"
     "  SELECT RAISE(ABORT, 'the log is append-only: an event is never deleted');"
     "END;"
     /* INSERT OR REPLACE deletes without asking the trigger above. */
     "CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event"
     "  WHEN EXISTS (SELECT 1 FROM event WHERE session = NEW.session AND seq = NEW.seq) BEGIN"
     "  SELECT RAISE(ABORT, 'the log is append-only: an event is never replaced');"
     "END;"
     "CREATE TRIGGER session_keeps_its_beginning"
     "  BEFORE UPDATE OF id, person, scenario, digest, seed, mode, language, started_at"
     "  ON session BEGIN"
     "  SELECT RAISE(ABORT, 'a session keeps what it began with');"
     "END;"
     "CREATE TRIGGER session_keeps_its_result BEFORE UPDATE ON session"
     "  WHEN OLD.state = 'finished' BEGIN"
     "  SELECT RAISE(ABORT, 'a finished session is never changed');"
     "END;"
     "CREATE TRIGGER session_is_never_deleted BEFORE DELETE ON session BEGIN"
     "  SELECT RAISE(ABORT, 'the log is append-only: a session is never deleted');"
     "END;"},

    /*
     * 2. Classes. A journal is a log of its own, chained like a session's: of a course that ran, and
     * of a grading. `fact` is a session's result in few bytes, for reports over very many; what it
     * holds follows from the log and can be made again (facts.h).
     */
    {"CREATE TABLE class ("
     "  id TEXT NOT NULL PRIMARY KEY,"
     "  title TEXT NOT NULL CHECK (title <> ''),"
     "  policy TEXT NOT NULL CHECK (policy IN ('first', 'best', 'last', 'average')),"
     "  pass_mark REAL NOT NULL CHECK (pass_mark BETWEEN 0 AND 100),"
     "  double_share REAL NOT NULL CHECK (double_share BETWEEN 0 AND 1),"
     "  numbers TEXT NOT NULL DEFAULT '{}',"
     "  created_at TEXT NOT NULL"
     ") STRICT, WITHOUT ROWID;"

     "CREATE TABLE roster ("
     "  class TEXT NOT NULL REFERENCES class,"
     "  person TEXT NOT NULL REFERENCES person,"
     "  position INTEGER NOT NULL CHECK (position > 0),"
     "  branch TEXT NOT NULL,"
     "  role TEXT NOT NULL,"
     "  PRIMARY KEY (class, person)"
     ") STRICT, WITHOUT ROWID;"

     "CREATE TABLE trainer ("
     "  id TEXT NOT NULL PRIMARY KEY,"
     "  name TEXT NOT NULL UNIQUE CHECK (name <> ''),"
     "  hash TEXT NOT NULL,"
     "  failures INTEGER NOT NULL DEFAULT 0,"
     "  wait_until TEXT,"
     "  created_at TEXT NOT NULL"
     ") STRICT, WITHOUT ROWID;"

     "ALTER TABLE session ADD COLUMN kind TEXT NOT NULL DEFAULT 'played'"
     "  CHECK (kind IN ('played', 'live'));"
     "ALTER TABLE session ADD COLUMN class TEXT REFERENCES class;"
     "CREATE INDEX session_by_class ON session (class, id) WHERE class IS NOT NULL;"
     "CREATE TRIGGER session_keeps_its_class BEFORE UPDATE OF kind, class ON session BEGIN"
     "  SELECT RAISE(ABORT, 'a session keeps what it began with');"
     "END;"

     "CREATE TABLE journal ("
     "  id TEXT NOT NULL PRIMARY KEY,"
     "  class TEXT NOT NULL REFERENCES class,"
     "  what TEXT NOT NULL CHECK (what IN ('course', 'grade')),"
     "  subject TEXT NOT NULL,"
     "  trainer TEXT NOT NULL REFERENCES trainer,"
     "  started_at TEXT NOT NULL,"
     "  event_count INTEGER NOT NULL DEFAULT 0,"
     "  head TEXT NOT NULL"
     ") STRICT, WITHOUT ROWID;"
     "CREATE INDEX journal_by_class ON journal (class, what, id);"
     "CREATE TABLE journal_event ("
     "  journal TEXT NOT NULL REFERENCES journal,"
     "  seq INTEGER NOT NULL CHECK (seq > 0),"
     "  at TEXT NOT NULL,"
     "  kind TEXT NOT NULL,"
     "  payload TEXT NOT NULL,"
     "  hash TEXT NOT NULL,"
     "  PRIMARY KEY (journal, seq)"
     ") STRICT, WITHOUT ROWID;"
     "CREATE TRIGGER journal_event_is_never_changed BEFORE UPDATE ON journal_event BEGIN"
     "  SELECT RAISE(ABORT, 'the log is append-only: an event is never changed');"
     "END;"
     "CREATE TRIGGER journal_event_is_never_deleted BEFORE DELETE ON journal_event BEGIN"
     "  SELECT RAISE(ABORT, 'the log is append-only: an event is never deleted');"
     "END;"
     "CREATE TRIGGER journal_event_is_never_replaced BEFORE INSERT ON journal_event"
     "  WHEN EXISTS (SELECT 1 FROM journal_event"
     "    WHERE journal = NEW.journal AND seq = NEW.seq) BEGIN"
     "  SELECT RAISE(ABORT, 'the log is append-only: an event is never replaced');"
     "END;"
     "CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal BEGIN"
     "  SELECT RAISE(ABORT, 'the log is append-only: a journal is never deleted');"
     "END;"
     "CREATE TRIGGER journal_keeps_its_beginning"
     "  BEFORE UPDATE OF id, class, what, subject, trainer, started_at ON journal BEGIN"
     "  SELECT RAISE(ABORT, 'a journal keeps what it began with');"
     "END;"

     ,
     "CREATE TABLE grade ("
     "  journal TEXT NOT NULL PRIMARY KEY REFERENCES journal,"
     "  class TEXT NOT NULL REFERENCES class,"
     "  kind TEXT NOT NULL CHECK (kind IN ('session', 'exercise')),"
     "  subject TEXT NOT NULL,"
     "  trainer TEXT NOT NULL REFERENCES trainer,"
     "  marking INTEGER NOT NULL CHECK (marking IN (1, 2)),"
     "  submitted INTEGER NOT NULL DEFAULT 0 CHECK (submitted IN (0, 1)),"
     "  levels TEXT NOT NULL DEFAULT '',"
     "  overall INTEGER NOT NULL DEFAULT 0 CHECK (overall BETWEEN 0 AND 5),"
     "  score REAL,"
     "  critical INTEGER NOT NULL DEFAULT 0 CHECK (critical IN (0, 1)),"
     "  UNIQUE (subject, marking),"
     "  UNIQUE (subject, trainer)"
     ") STRICT, WITHOUT ROWID;"
     "CREATE INDEX grade_by_class ON grade (class, subject);"

     "CREATE TABLE exercise_result ("
     "  id TEXT NOT NULL PRIMARY KEY,"
     "  class TEXT REFERENCES class,"
     "  person TEXT REFERENCES person,"
     "  exercise TEXT NOT NULL,"
     "  digest TEXT NOT NULL REFERENCES source,"
     "  journal TEXT REFERENCES journal,"
     "  language TEXT NOT NULL,"
     "  started_at TEXT NOT NULL,"
     "  ended_at TEXT NOT NULL,"
     "  numbers TEXT NOT NULL,"
     "  answer TEXT NOT NULL,"
     "  points REAL NOT NULL,"
     "  most REAL NOT NULL CHECK (most > 0 AND points BETWEEN 0 AND most)"
     ") STRICT, WITHOUT ROWID;"
     "CREATE INDEX exercise_result_by_class ON exercise_result (class, exercise, id);"
     "CREATE TRIGGER exercise_result_is_never_changed BEFORE UPDATE ON exercise_result BEGIN"
     "  SELECT RAISE(ABORT, 'the log is append-only: a result is never changed');"
     "END;"
     "CREATE TRIGGER exercise_result_is_never_deleted BEFORE DELETE ON exercise_result BEGIN"
     "  SELECT RAISE(ABORT, 'the log is append-only: a result is never deleted');"
     "END;"

     "CREATE TABLE outline ("
     "  number INTEGER PRIMARY KEY,"
     "  digest TEXT NOT NULL UNIQUE REFERENCES source,"
     "  scenario TEXT NOT NULL"
     ") STRICT;"
     "CREATE TABLE fact ("
     "  class TEXT NOT NULL," /* "" for none */
     "  session TEXT NOT NULL REFERENCES session,"
     "  person TEXT NOT NULL,"
     "  outline INTEGER NOT NULL REFERENCES outline,"
     "  flags INTEGER NOT NULL,"
     "  score REAL NOT NULL,"
     "  seconds INTEGER NOT NULL,"
     "  path BLOB NOT NULL,"
     "  marks BLOB NOT NULL,"
     "  PRIMARY KEY (class, session)"
     ") STRICT, WITHOUT ROWID;"
     /* Where nothing was finished before, no fact will ever be missing (practice/fact.h). */
     "INSERT INTO setting (key, value) SELECT 'facts', 'filled'"
     "  WHERE NOT EXISTS (SELECT 1 FROM session WHERE state = 'finished');"},
};

enum { NEWEST = sizeof migrations / sizeof *migrations };

/* The number that `sql` gives. */
static bool number_of(struct store *store, const char *sql, int64_t *number, struct error *error)
{
    struct query query = query_begin(store, sql);
    *number = query_next(&query) ? query_column_integer(&query, 0) : 0;
    return query_end(&query, error);
}

static bool application_id(struct store *store, int64_t *id, struct error *error)
{
    return number_of(store, "PRAGMA application_id", id, error);
}

/* 0 for a file that has no tables yet. */
static bool schema_version(struct store *store, int64_t *version, struct error *error)
{
    int64_t tables;
    if (!number_of(store, "SELECT count(*) FROM sqlite_schema WHERE name = 'schema'", &tables,
                   error)) {
        return false;
    }
    *version = 0;
    return tables == 0 || number_of(store, "SELECT version FROM schema", version, error);
}

static bool identify(struct store *store, struct error *error)
{
    int64_t id;
    int64_t things;
    int64_t version;
    if (!application_id(store, &id, error) ||
        !number_of(store, "SELECT count(*) FROM sqlite_schema", &things, error)) {
        return false;
    }
    if (id != APPLICATION_ID && (id != 0 || things != 0)) {
        return error_at(error, ERROR_STORE, store->path, 0,
                        _("this is not a yanlian database; it is left as it is: name another file "
                          "with YANLIAN_STORE"));
    }
    if (!schema_version(store, &version, error)) {
        return false;
    }
    if (version < 0) {
        return database_fail(store, SQLITE_NOTADB, error);
    }
    if (version > NEWEST) {
        return error_at(error, ERROR_STORE, store->path, 0,
                        _("the database was made by a newer yanlian (its tables are version %lld, "
                          "this program knows %d); it is left as it is: update this program"),
                        (long long)version, (int)NEWEST);
    }
    return true;
}

/* In one transaction: another program may be making the tables just now. */
bool schema_identify(struct store *store, struct error *error)
{
    if (!database_read(store, error)) {
        return false;
    }
    return database_finish(store, identify(store, error), error);
}

/* The version is read again, under the write lock: two programs may start at once. */
static bool migrate_once(struct store *store, int64_t *version, struct error *error)
{
    if (!schema_version(store, version, error) || *version >= NEWEST) {
        return *version >= NEWEST;
    }
    char settings[96];
    int length = snprintf(settings, sizeof settings,
                          "PRAGMA application_id = %d; UPDATE schema SET version = %d;",
                          APPLICATION_ID, (int)*version + 1);
    assert(length > 0 && (size_t)length < sizeof settings);
    (void)length;
    for (int part = 0; part < PARTS && migrations[*version][part] != NULL; part++) {
        if (!database_execute(store, migrations[*version][part], error)) {
            return false;
        }
    }
    if (!database_execute(store, settings, error)) {
        return false;
    }
    ++*version;
    return true;
}

bool schema_migrate(struct store *store, struct error *error)
{
    int64_t version;
    if (!schema_version(store, &version, error)) {
        return false;
    }
    while (version < NEWEST) {
        if (!database_write(store, error)) {
            return false;
        }
        bool good = migrate_once(store, &version, error);
        if (!database_finish(store, good, error)) {
            return false;
        }
    }
    return true;
}
