/*
 * journal.c: logs of courses and gradings: begun, appended to, read.
 */
#include "store/journal.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "store/chain.h"
#include "store/database.h"

#define JOURNAL_COLUMNS "id, class, what, subject, trainer, started_at, event_count, head "

static void read_journal(const struct query *query, struct journal_row *row)
{
    *row = (struct journal_row){
        .started_at = query_column_time(query, 5),
        .event_count = (int)query_column_integer(query, 6),
    };
    query_column_copy(query, 0, row->id, sizeof row->id);
    query_column_copy(query, 1, row->class, sizeof row->class);
    query_column_copy(query, 2, row->what, sizeof row->what);
    query_column_copy(query, 3, row->subject, sizeof row->subject);
    query_column_copy(query, 4, row->trainer, sizeof row->trainer);
    query_column_copy(query, 7, row->head, sizeof row->head);
}

/* ----------------------------------------------------------------------------- writing ---- */

static bool insert_journal(struct store *store, const struct journal_row *row, struct error *error)
{
    struct query query =
        query_begin(store, "INSERT INTO journal (id, class, what, subject, trainer, started_at, "
                           "head) VALUES (?, ?, ?, ?, ?, ?, ?)");
    query_text(&query, row->id);
    query_text(&query, row->class);
    query_text(&query, row->what);
    query_text(&query, row->subject);
    query_text(&query, row->trainer);
    query_time(&query, row->started_at);
    query_text(&query, row->head);
    return query_run(&query, error);
}

bool store_begin_journal(struct store *store, struct journal_row *row, int64_t now,
                         struct error *error)
{
    struct journal_row begun = *row;
    char started_at[CLOCK_TIME_SIZE];
    ulid_new(now, begun.id);
    clock_format(now, started_at);
    begun.started_at = now;
    begun.event_count = 0;
    chain_begin_journal(&(struct chain_journal){.id = begun.id,
                                                .class = begun.class,
                                                .what = begun.what,
                                                .subject = begun.subject,
                                                .trainer = begun.trainer,
                                                .started_at = started_at},
                        begun.head);
    if (!database_write(store, error)) {
        return false;
    }
    if (!database_finish(store, insert_journal(store, &begun, error), error)) {
        return false;
    }
    *row = begun;
    return true;
}

/* Moves the journal's row on, if it still is where `before` says. */
static bool advance_journal(struct store *store, const struct journal_row *before,
                            const struct journal_row *after, struct error *error)
{
    struct query query = query_begin(store, "UPDATE journal SET event_count = ?, head = ? "
                                            "WHERE id = ? AND event_count = ? AND head = ?");
    query_integer(&query, after->event_count);
    query_text(&query, after->head);
    query_text(&query, before->id);
    query_integer(&query, before->event_count);
    query_text(&query, before->head);
    if (!query_run(&query, error)) {
        return false;
    }
    return database_changes(store) == 1 ||
           error_at(error, ERROR_STORE, store->path, 0,
                    _("%s was written to elsewhere since it was opened here: close it there, then "
                      "open it again here"),
                    before->id);
}

static bool insert_journal_event(struct store *store, const char *journal,
                                 const struct chain_event *event, const char *hash,
                                 struct error *error)
{
    struct query query = query_begin(store, "INSERT INTO journal_event (journal, " EVENT_COLUMNS
                                            ") VALUES (?, ?, ?, ?, ?, ?)");
    query_text(&query, journal);
    query_integer(&query, (int64_t)event->seq);
    query_text(&query, event->at);
    query_text(&query, event->kind);
    query_text(&query, event->payload);
    query_text(&query, hash);
    return query_run(&query, error);
}

bool store_append_journal(struct store *store, struct journal_row *row, const char *kind,
                          const char *payload, int64_t now, struct error *error)
{
    assert(strlen(kind) < sizeof((struct event_row *)NULL)->kind);
    char at[CLOCK_TIME_SIZE];
    clock_format(now, at);
    struct journal_row after = *row;
    struct chain_event event = {
        .seq = (uint64_t)row->event_count + 1, .at = at, .kind = kind, .payload = payload};
    after.event_count++;
    chain_next(row->head, &event, after.head);
    if (!database_write(store, error)) {
        return false;
    }
    bool good = advance_journal(store, row, &after, error) &&
                insert_journal_event(store, row->id, &event, after.head, error);
    if (!database_finish(store, good, error)) {
        return false;
    }
    *row = after;
    return true;
}

/* ----------------------------------------------------------------------------- reading ---- */

bool store_journal(struct store *store, const char *id, struct journal_row *row,
                   struct error *error)
{
    bool found = false;
    struct query query = query_begin(store, "SELECT " JOURNAL_COLUMNS "FROM journal WHERE id = ?");
    query_text(&query, id);
    if (query_next(&query)) {
        read_journal(&query, row);
        found = true;
    }
    if (!query_end(&query, error)) {
        return false;
    }
    return found || error_at(error, ERROR_NOT_FOUND, store->path, 0,
                             _("there is no course or grading '%s'"), id);
}

bool store_journals(struct store *store, const char *class, const char *what, const char *subject,
                    struct journal_row **rows, int *count, struct error *error)
{
    *rows = NULL;
    *count = 0;
    struct query query = query_begin(store, "SELECT " JOURNAL_COLUMNS "FROM journal "
                                            "WHERE (?1 IS NULL OR class = ?1) AND what = ?2 AND "
                                            "(?3 IS NULL OR subject = ?3) ORDER BY id DESC");
    query_text(&query, class);
    query_text(&query, what);
    query_text(&query, subject);
    while (query_next(&query)) {
        *rows = array_grow(*rows, *count, sizeof **rows);
        read_journal(&query, &(*rows)[(*count)++]);
    }
    if (query_end(&query, error)) {
        return true;
    }
    free(*rows);
    *rows = NULL;
    *count = 0;
    return false;
}

bool store_journal_events(struct store *store, const char *journal, struct event_row **events,
                          int *count, struct error *error)
{
    *events = NULL;
    *count = 0;
    struct query query = query_begin(store, "SELECT " EVENT_COLUMNS
                                            "FROM journal_event WHERE journal = ? ORDER BY seq");
    query_text(&query, journal);
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
