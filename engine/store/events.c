/*
 * events.c: the log itself: appends, reads and walks through it.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "core/score.h"
#include "store/chain.h"
#include "store/database.h"

/* --------------------------------------------------------------------------- appending ---- */

/* Says why no row was as the caller remembers it. */
static bool explain_conflict(struct store *store, const struct session_row *row,
                             struct error *error)
{
    struct session_row now;
    if (!store_session(store, row->id, &now, error)) {
        return false;
    }
    return error_at(error, ERROR_STORE, store->path, 0,
                    _("session %s has %d events where %d were expected: it is being played "
                      "elsewhere; close it there, then resume it here"),
                    row->id, now.event_count, row->event_count);
}

/* Moves the session's row on, if it still is where `before` says. */
static bool advance_session(struct store *store, const struct session_row *before,
                            const struct session_row *after, struct error *error)
{
    bool finished = after->state == SESSION_FINISHED;
    struct query query = query_begin(
        store, "UPDATE session SET event_count = ?1, head = ?2, state = "
               "iif(?3, 'finished', 'open'), ended_at = iif(?3, ?4, NULL), score = iif(?3, ?5, "
               "NULL), band = iif(?3, ?6, NULL), passed = iif(?3, ?7, NULL), ending = iif(?3, ?8, "
               "NULL) WHERE id = ?9 AND event_count = ?10 AND head = ?11 AND state = 'open'");
    query_integer(&query, after->event_count);
    query_text(&query, after->head);
    query_integer(&query, finished);
    query_time(&query, after->ended_at);
    query_real(&query, after->score);
    query_text(&query, band_name(after->band));
    query_integer(&query, after->passed);
    query_text(&query, after->ending);
    query_text(&query, before->id);
    query_integer(&query, before->event_count);
    query_text(&query, before->head);
    if (!query_run(&query, error)) {
        return false;
    }
    return database_changes(store) == 1 || explain_conflict(store, before, error);
}

static bool insert_event(struct store *store, const char *session, const struct chain_event *event,
                         const char *hash, struct error *error)
{
    struct query query = query_begin(store, "INSERT INTO event (session, " EVENT_COLUMNS
                                            ") VALUES (?, ?, ?, ?, ?, ?)");
    query_text(&query, session);
    query_integer(&query, (int64_t)event->seq);
    query_text(&query, event->at);
    query_text(&query, event->kind);
    query_text(&query, event->payload);
    query_text(&query, hash);
    return query_run(&query, error);
}

static void finish_row(struct session_row *row, const struct session_result *result, int64_t now)
{
    assert(band_name(result->band) != NULL && result->score >= 0 && result->score <= 100);
    row->state = SESSION_FINISHED;
    row->ended_at = now;
    row->score = result->score;
    row->band = result->band;
    row->passed = result->passed;
    int length = snprintf(row->ending, sizeof row->ending, "%s",
                          result->ending != NULL ? result->ending : "");
    assert(length >= 0 && (size_t)length < sizeof row->ending);
    (void)length;
}

bool store_append(struct store *store, struct session_row *row, const char *kind,
                  const char *payload, int64_t now, const struct session_result *result,
                  struct error *error)
{
    assert(strlen(kind) < sizeof((struct event_row *)NULL)->kind);
    if (row->state == SESSION_FINISHED) {
        return error_at(error, ERROR_NOT_ALLOWED, store->path, 0,
                        _("session %s is finished: it can be shown, but not played on"), row->id);
    }
    char at[CLOCK_TIME_SIZE];
    clock_format(now, at);
    struct session_row after = *row;
    struct chain_event event = {
        .seq = (uint64_t)row->event_count + 1, .at = at, .kind = kind, .payload = payload};
    after.event_count++;
    chain_next(row->head, &event, after.head);
    if (result != NULL) {
        finish_row(&after, result, now);
    }
    if (!database_write(store, error)) {
        return false;
    }
    bool good = advance_session(store, row, &after, error) &&
                insert_event(store, row->id, &event, after.head, error) &&
                (result == NULL || fact_write(store, &after, &result->fact, error));
    if (!database_finish(store, good, error)) {
        return false;
    }
    *row = after;
    return true;
}

/* ----------------------------------------------------------------------------- reading ---- */

bool store_events(struct store *store, const char *session, struct event_row **events, int *count,
                  struct error *error)
{
    *events = NULL;
    *count = 0;
    struct query query =
        query_begin(store, "SELECT " EVENT_COLUMNS "FROM event WHERE session = ? ORDER BY seq");
    query_text(&query, session);
    while (query_next(&query)) {
        *events = array_grow(*events, *count, sizeof **events);
        struct event_row *event = &(*events)[(*count)++];
        event_read(&query, event);
        event->payload = strdup(query_column(&query, 3));
        if (event->payload == NULL) {
            abort();
        }
    }
    if (query_end(&query, error)) {
        return true;
    }
    store_free_events(*events, *count);
    *events = NULL;
    *count = 0;
    return false;
}

void store_free_events(struct event_row *events, int count)
{
    for (int i = 0; i < count; i++) {
        free(events[i].payload);
    }
    free(events);
}

/* ---------------------------------------------------------------------------- visiting ---- */

struct visit { /* what the two loops below carry along */
    struct store *store;
    store_visitor *visit;
    void *data;
};

static bool visit_session(const struct visit *visit, const struct session_row *session,
                          struct error *error)
{
    bool good = true;
    struct query query = query_begin(visit->store, "SELECT " EVENT_COLUMNS
                                                   "FROM event WHERE session = ? ORDER BY seq");
    query_text(&query, session->id);
    while (good && query_next(&query)) {
        struct event_row event;
        event_read(&query, &event);
        good = visit->visit(visit->data, session, &event, error);
    }
    return query_end(&query, good ? error : NULL) && good;
}

static bool visit_sessions(const struct visit *visit, const char *id, struct error *error)
{
    bool good = true;
    struct query query =
        query_begin(visit->store, "SELECT " SESSION_COLUMNS SESSION_TABLES
                                  "WHERE ?1 IS NULL OR session.id = ?1 ORDER BY session.id");
    query_text(&query, id);
    while (good && query_next(&query)) {
        struct session_row session;
        session_read(&query, &session);
        good = visit_session(visit, &session, error);
    }
    return query_end(&query, good ? error : NULL) && good;
}

bool store_visit_events(struct store *store, const char *session, store_visitor *visit, void *data,
                        struct error *error)
{
    struct visit all = {.store = store, .visit = visit, .data = data};
    struct session_row row;
    if (!database_read(store, error)) {
        return false;
    }
    bool good = (session == NULL || store_session(store, session, &row, error)) &&
                visit_sessions(&all, session != NULL ? row.id : NULL, error);
    return database_finish(store, good, error);
}
