/*
 * verify.c: is the log as it was written?
 *
 * Three questions for each session: do the hashes follow from what the row and the events hold; do
 * the row's count and head fit the last event; does the row's result fit the event "end"? And one
 * for the file: does SQLite find it sound?
 */
#include <cjson/cJSON.h>
#include <float.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/words.h"
#include "core/score.h"
#include "store/chain.h"
#include "store/database.h"
#include "store/verify_parts.h"

void verify_find(struct check *check, const char *format, ...)
{
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    check->findings++;
    if (check->report != NULL && length >= 0) {
        char *clean = text_clean(message, strlen(message), sizeof message, false);
        check->report(check->data, check->session, clean);
        free(clean);
    }
}

/* ----------------------------------------------------------------------------- results ---- */

/*
 * cJSON writes a number with 15 digits when what they read back as differs by no more than this, so
 * the two may differ in the last bit. No edit worth the name is that small.
 */
static bool is_same_number(double a, double b)
{
    double larger = fabs(a) > fabs(b) ? fabs(a) : fabs(b);
    return fabs(a - b) <= larger * DBL_EPSILON;
}

/* An ending that the turns ran out before is "", null, or left out. */
static bool is_same_text(const cJSON *json, const char *text)
{
    if (json == NULL || cJSON_IsNull(json)) {
        return text[0] == '\0';
    }
    return cJSON_IsString(json) && strcmp(json->valuestring, text) == 0;
}

static void check_result(struct check *check, const struct session_row *row, const char *payload)
{
    cJSON *end = cJSON_Parse(payload);
    const cJSON *score = cJSON_GetObjectItemCaseSensitive(end, "score");
    const cJSON *band = cJSON_GetObjectItemCaseSensitive(end, "band");
    const cJSON *passed = cJSON_GetObjectItemCaseSensitive(end, "passed");
    const cJSON *ending = cJSON_GetObjectItemCaseSensitive(end, "ending");
    const char *name = band_name(row->band);
    if (!cJSON_IsNumber(score) || !is_same_number(score->valuedouble, row->score)) {
        verify_find(check, "the score is not the one that was logged at its end");
    }
    if (name == NULL || !cJSON_IsString(band) || !is_same_text(band, name)) {
        verify_find(check, "the band is not the one that was logged at its end");
    }
    if (!cJSON_IsBool(passed) || (bool)cJSON_IsTrue(passed) != row->passed) {
        verify_find(check, "whether it was passed is not what was logged at its end");
    }
    if (!is_same_text(ending, row->ending)) {
        verify_find(check, "the ending is not the one that was logged at its end");
    }
    cJSON_Delete(end);
}

/* ------------------------------------------------------------------------------ events ---- */

/* A zero byte would hide what follows it from every reader in C, the hash too. */
static bool is_cut(const struct query *query, int column)
{
    const char *text = query_column(query, column);
    return strlen(text) != (size_t)sqlite3_column_bytes(query->statement, column);
}

/* Compares one event with its hash. `head` is the hash before it, and then its own. */
void verify_event(struct check *check, const struct query *query, int64_t expected,
                  char head[STORE_DIGEST_SIZE])
{
    char hash[STORE_DIGEST_SIZE];
    struct chain_event event = {
        .seq = (uint64_t)query_column_integer(query, 0),
        .at = query_column(query, 1),
        .kind = query_column(query, 2),
        .payload = query_column(query, 3),
    };
    int64_t seq = query_column_integer(query, 0);
    chain_next(head, &event, hash);
    if (seq != expected) {
        verify_find(check, "event %lld is missing: %lld comes in its place", (long long)expected,
                    (long long)seq);
    } else if (is_cut(query, 1) || is_cut(query, 2) || is_cut(query, 3)) {
        verify_find(check, "event %lld was changed: it holds a zero byte", (long long)seq);
    } else if (strcmp(hash, query_column(query, 4)) != 0) {
        verify_find(check, "event %lld was changed%s", (long long)seq,
                    seq == 1 ? ", or what the log began with (person, scenario, seed, class ...)"
                             : ", or one before it");
    }
    /* On from the hash that is there, so that each changed event is found, and not all after it. */
    query_column_copy(query, 4, head, STORE_DIGEST_SIZE);
}

static void check_last(struct check *check, const struct session_row *row, const struct query *last)
{
    bool ended = last->status == SQLITE_ROW && strcmp(query_column(last, 2), "end") == 0;
    if (row->state == SESSION_OPEN && ended) {
        verify_find(check, "its log has an end, but its row says that it is unfinished");
    } else if (row->state == SESSION_FINISHED && !ended) {
        verify_find(check, "it is finished, but its log has no end");
    } else if (ended) {
        check_result(check, row, query_column(last, 3));
        if (query_column_time(last, 1) != row->ended_at) {
            verify_find(check, "the time of its end is not the one that was logged");
        }
    }
}

static bool check_tail(struct check *check, const struct session_row *row, struct error *error)
{
    struct query query =
        query_begin(check->store, "SELECT " EVENT_COLUMNS
                                  "FROM event WHERE session = ? ORDER BY seq DESC LIMIT 1");
    query_text(&query, row->id);
    query_next(&query);
    check_last(check, row, &query);
    return query_end(&query, error);
}

static bool check_events(struct check *check, const struct session_row *row,
                         char head[STORE_DIGEST_SIZE], struct error *error)
{
    int64_t count = 0;
    struct query query = query_begin(check->store, "SELECT " EVENT_COLUMNS
                                                   "FROM event WHERE session = ? ORDER BY seq");
    query_text(&query, row->id);
    while (query_next(&query)) {
        verify_event(check, &query, count + 1, head);
        count = query_column_integer(&query, 0);
    }
    if (!query_end(&query, error)) {
        return false;
    }
    if (count != row->event_count) {
        verify_find(check, "its row counts %d events, its log ends with number %lld",
                    row->event_count, (long long)count);
    } else if (strcmp(head, row->head) != 0) {
        verify_find(check, "its row doesn't fit the end of its log: one of them was changed");
    }
    return true;
}

/* ---------------------------------------------------------------------------- sessions ---- */

static void check_references(struct check *check, const struct query *query)
{
    if (!query_column_integer(query, 22)) {
        verify_find(check, "the person who played it is not in the database");
    }
    if (!query_column_integer(query, 23)) {
        verify_find(check, "the text of the scenario that was played is not in the database");
    }
}

/* `query` stands on the session's row. */
static bool check_session(struct check *check, const struct query *query, struct error *error)
{
    struct session_row row;
    char head[STORE_DIGEST_SIZE];
    session_read(query, &row);
    check->session = row.id;
    check->findings = 0;
    chain_begin(&(struct chain_start){.id = query_column(query, 0),
                                      .person = query_column(query, 1),
                                      .scenario = query_column(query, 4),
                                      .digest = query_column(query, 5),
                                      .seed = row.seed,
                                      .mode = query_column(query, 7),
                                      .language = query_column(query, 8),
                                      .started_at = query_column(query, 9),
                                      .parent = query_column(query, 18),
                                      .parent_turn = (uint64_t)row.parent_turn,
                                      .kind = row.live ? "live" : "",
                                      .class = row.class},
                head);
    check_references(check, query);
    bool good = check_events(check, &row, head, error) && check_tail(check, &row, error);
    check->session = "";
    return good;
}

static bool check_sessions(struct check *check, const char *id, int *checked, int *bad,
                           struct error *error)
{
    bool good = true;
    struct query query = query_begin(
        check->store,
        "SELECT " SESSION_COLUMNS ", person.id IS NOT NULL, "
        "EXISTS (SELECT 1 FROM source WHERE source.digest = session.digest) " SESSION_TABLES
        "WHERE ?1 IS NULL OR session.id = ?1 ORDER BY session.id");
    query_text(&query, id);
    while (good && query_next(&query)) {
        good = check_session(check, &query, error);
        *checked += 1;
        *bad += check->findings > 0;
    }
    return query_end(&query, good ? error : NULL) && good;
}

/* Events whose session's row is gone; each such session is a bad one. */
static bool check_orphans(struct check *check, int *checked, int *bad, struct error *error)
{
    struct query query =
        query_begin(check->store, "SELECT DISTINCT session FROM event WHERE NOT EXISTS "
                                  "(SELECT 1 FROM session WHERE session.id = event.session)");
    while (query_next(&query)) {
        char id[ULID_SIZE];
        query_column_copy(&query, 0, id, sizeof id);
        check->session = id;
        verify_find(check, "its row is gone, only its events are left");
        check->session = "";
        *checked += 1;
        *bad += 1;
    }
    return query_end(&query, error);
}

/* ------------------------------------------------------------------------------- whole ---- */

/* Each line but "ok" is a finding; with `quiet` only counted. */
static bool check_integrity(struct check *check, bool quiet, int *findings, struct error *error)
{
    struct query query = query_begin(check->store, "PRAGMA integrity_check");
    *findings = 0;
    while (query_next(&query)) {
        const char *line = query_column(&query, 0);
        bool sound = strcmp(line, "ok") == 0;
        *findings += !sound;
        if (!sound && !quiet) {
            verify_find(check, "the database file: %s", line);
        }
    }
    return query_end(&query, error);
}

/*
 * SQLite tells a page that it had no memory to read just like a damaged one. What is damaged is so
 * the second time, too.
 */
static bool check_file(struct check *check, struct error *error)
{
    int findings;
    check->session = "";
    check->findings = 0;
    return check_integrity(check, true, &findings, error) &&
           (findings == 0 || check_integrity(check, false, &findings, error));
}

static bool check_all(struct check *check, const char *session, int *checked, int *bad,
                      struct error *error)
{
    struct session_row row;
    if (session != NULL && !store_session(check->store, session, &row, error)) {
        return false;
    }
    if (!check_file(check, error)) {
        return false;
    }
    int damaged = check->findings;
    if (!check_sessions(check, session != NULL ? row.id : NULL, checked, bad, error) ||
        (session == NULL && (!check_orphans(check, checked, bad, error) ||
                             !verify_journals(check, checked, bad, error)))) {
        return false;
    }
    if (damaged > 0) {
        return error_at(
            error, ERROR_STORE, check->store->path, 0,
            _("the database is damaged; restore a copy of it, or save what can still be "
              "read with sqlite3's .recover"));
    }
    return true;
}

bool store_verify(struct store *store, const char *session, store_reporter *report, void *data,
                  int *checked, int *bad, struct error *error)
{
    struct check check = {.store = store, .report = report, .data = data, .session = ""};
    *checked = 0;
    *bad = 0;
    if (!database_read(store, error)) {
        return false;
    }
    bool good = check_all(&check, session, checked, bad, error);
    return database_finish(store, good, error);
}
