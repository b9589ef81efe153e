/*
 * verify_journals.c: are the journals of courses and gradings as they were written?
 */
#include <string.h>

#include "store/chain.h"
#include "store/journal.h"
#include "store/verify_parts.h"

static bool check_events(struct check *check, const char *journal, int64_t counted,
                         const char *last, char head[STORE_DIGEST_SIZE], struct error *error)
{
    int64_t count = 0;
    struct query query = query_begin(
        check->store, "SELECT " EVENT_COLUMNS "FROM journal_event WHERE journal = ? ORDER BY seq");
    query_text(&query, journal);
    while (query_next(&query)) {
        verify_event(check, &query, count + 1, head);
        count = query_column_integer(&query, 0);
    }
    if (!query_end(&query, error)) {
        return false;
    }
    if (count != counted) {
        verify_find(check, "its row counts %lld events, its log ends with number %lld",
                    (long long)counted, (long long)count);
    } else if (strcmp(head, last) != 0) {
        verify_find(check, "its row doesn't fit the end of its log: one of them was changed");
    }
    return true;
}

/* `query` stands on the journal's row; the texts are those of the table, unchanged. */
static bool check_journal(struct check *check, const struct query *query, struct error *error)
{
    char id[ULID_SIZE], last[STORE_DIGEST_SIZE], head[STORE_DIGEST_SIZE];
    query_column_copy(query, 0, id, sizeof id);
    query_column_copy(query, 7, last, sizeof last);
    chain_begin_journal(&(struct chain_journal){.id = query_column(query, 0),
                                                .class = query_column(query, 1),
                                                .what = query_column(query, 2),
                                                .subject = query_column(query, 3),
                                                .trainer = query_column(query, 4),
                                                .started_at = query_column(query, 5)},
                        head);
    check->session = id;
    check->findings = 0;
    if (!query_column_integer(query, 8)) {
        verify_find(check, "the trainer who wrote it is not in the database");
    }
    bool good = check_events(check, id, query_column_integer(query, 6), last, head, error);
    check->session = "";
    return good;
}

static bool check_orphans(struct check *check, int *checked, int *bad, struct error *error)
{
    struct query query =
        query_begin(check->store, "SELECT DISTINCT journal FROM journal_event WHERE NOT EXISTS "
                                  "(SELECT 1 FROM journal WHERE journal.id = journal)");
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

bool verify_journals(struct check *check, int *checked, int *bad, struct error *error)
{
    bool good = true;
    struct query query = query_begin(
        check->store, "SELECT id, class, what, subject, trainer, started_at, event_count, head, "
                      "EXISTS (SELECT 1 FROM trainer WHERE trainer.id = journal.trainer) "
                      "FROM journal ORDER BY id");
    while (good && query_next(&query)) {
        good = check_journal(check, &query, error);
        *checked += 1;
        *bad += check->findings > 0;
    }
    return query_end(&query, good ? error : NULL) && good &&
           check_orphans(check, checked, bad, error);
}
