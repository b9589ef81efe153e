/*
 * grades.c: where each grading stands, beside the journal that tells how it came there.
 */
#include "store/grades.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "store/database.h"

/* ------------------------------------------------------------------------------- levels ---- */

/* Levels are kept as one digit each: "30245". Whatever else stands there reads as not rated. */
static void write_levels(const int levels[CRITERION_COUNT], char text[CRITERION_COUNT + 1])
{
    for (int i = 0; i < CRITERION_COUNT; i++) {
        assert(levels[i] >= 0 && levels[i] <= LEVEL_MAX);
        text[i] = (char)('0' + levels[i]);
    }
    text[CRITERION_COUNT] = '\0';
}

static void read_levels(const char *text, int levels[CRITERION_COUNT])
{
    bool whole = strlen(text) == CRITERION_COUNT && strspn(text, "012345") == CRITERION_COUNT;
    for (int i = 0; i < CRITERION_COUNT; i++) {
        levels[i] = whole ? text[i] - '0' : 0;
    }
}

/* ---------------------------------------------------------------------------- beginning ---- */

struct beginning {
    struct store *store;
    const struct grade_row *row;
    struct journal_row *journal;
    int64_t now;
};

/* One person marks a subject once, and each of its two markings is one person's. */
static bool is_free(struct store *store, const struct grade_row *row, struct error *error)
{
    bool own = false;
    bool taken = false;
    struct query query = query_begin(store, "SELECT marking, trainer FROM grade WHERE subject = ?");
    query_text(&query, row->subject);
    while (query_next(&query)) {
        taken = taken || query_column_integer(&query, 0) == row->marking;
        own = own || strcmp(query_column(&query, 1), row->trainer) == 0;
    }
    if (!query_end(&query, error)) {
        return false;
    }
    if (own) {
        return error_set(error, ERROR_NOT_ALLOWED,
                         _("you have marked this already: the other marking is for another "
                           "trainer"));
    }
    return !taken || error_set(error, ERROR_NOT_ALLOWED,
                               _("another trainer has begun to mark this: take another one"));
}

static bool insert_grade(struct store *store, const struct grade_row *row, const char *journal,
                         struct error *error)
{
    char levels[CRITERION_COUNT + 1];
    write_levels(row->levels, levels);
    struct query query =
        query_begin(store, "INSERT INTO grade (journal, class, kind, subject, trainer, marking, "
                           "levels, overall) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    query_text(&query, journal);
    query_text(&query, row->class);
    query_text(&query, row->exercise ? "exercise" : "session");
    query_text(&query, row->subject);
    query_text(&query, row->trainer);
    query_integer(&query, row->marking);
    query_text(&query, levels);
    query_integer(&query, row->overall);
    return query_run(&query, error);
}

static bool begin(void *data, struct error *error)
{
    struct beginning *beginning = data;
    return is_free(beginning->store, beginning->row, error) &&
           store_begin_journal(beginning->store, beginning->journal, beginning->now, error) &&
           insert_grade(beginning->store, beginning->row, beginning->journal->id, error);
}

bool store_begin_grade(struct store *store, struct grade_row *row, struct journal_row *journal,
                       int64_t now, struct error *error)
{
    assert(row->marking == 1 || row->marking == 2);
    struct journal_row begun = {.what = "grade"};
    memcpy(begun.class, row->class, sizeof begun.class);
    memcpy(begun.subject, row->subject, sizeof row->subject);
    memcpy(begun.trainer, row->trainer, sizeof begun.trainer);
    struct beginning beginning = {.store = store, .row = row, .journal = &begun, .now = now};
    if (!store_together(store, begin, &beginning, error)) {
        return false;
    }
    *journal = begun;
    memcpy(row->journal, begun.id, sizeof row->journal);
    return true;
}

/* ---------------------------------------------------------------------------- appending ---- */

struct appending {
    struct store *store;
    const struct grade_row *row;
    struct journal_row *journal;
    const char *kind, *payload;
    int64_t now;
};

static bool update_grade(struct store *store, const struct grade_row *row, struct error *error)
{
    char levels[CRITERION_COUNT + 1];
    write_levels(row->levels, levels);
    struct query query =
        query_begin(store, "UPDATE grade SET submitted = ?, levels = ?, overall = ?, "
                           "score = iif(?4 < 0, NULL, ?4), critical = ? WHERE journal = ?");
    query_integer(&query, row->submitted);
    query_text(&query, levels);
    query_integer(&query, row->overall);
    query_real(&query, row->score);
    query_integer(&query, row->critical);
    query_text(&query, row->journal);
    if (!query_run(&query, error)) {
        return false;
    }
    return database_changes(store) == 1 || error_at(error, ERROR_NOT_FOUND, store->path, 0,
                                                    _("there is no grading '%s'"), row->journal);
}

static bool append(void *data, struct error *error)
{
    struct appending *appending = data;
    return store_append_journal(appending->store, appending->journal, appending->kind,
                                appending->payload, appending->now, error) &&
           update_grade(appending->store, appending->row, error);
}

bool store_append_grade(struct store *store, const struct grade_row *row,
                        struct journal_row *journal, const char *kind, const char *payload,
                        int64_t now, struct error *error)
{
    assert(strcmp(row->journal, journal->id) == 0);
    struct journal_row after = *journal;
    struct appending appending = {.store = store,
                                  .row = row,
                                  .journal = &after,
                                  .kind = kind,
                                  .payload = payload,
                                  .now = now};
    if (!store_together(store, append, &appending, error)) {
        return false;
    }
    *journal = after;
    return true;
}

/* ------------------------------------------------------------------------------ reading ---- */

static void read_grade(const struct query *query, struct grade_row *row)
{
    *row = (struct grade_row){
        .exercise = strcmp(query_column(query, 2), "exercise") == 0,
        .marking = (int)query_column_integer(query, 5),
        .submitted = query_column_integer(query, 6) != 0,
        .overall = (int)query_column_integer(query, 8),
        .score = query_column_real(query, 9),
        .critical = query_column_integer(query, 10) != 0,
    };
    query_column_copy(query, 0, row->journal, sizeof row->journal);
    query_column_copy(query, 1, row->class, sizeof row->class);
    query_column_copy(query, 3, row->subject, sizeof row->subject);
    query_column_copy(query, 4, row->trainer, sizeof row->trainer);
    read_levels(query_column(query, 7), row->levels);
}

bool store_grades(struct store *store, const char *class, struct grade_row **rows, int *count,
                  struct error *error)
{
    *rows = NULL;
    *count = 0;
    struct query query =
        query_begin(store, "SELECT journal, class, kind, subject, trainer, marking, submitted, "
                           "levels, overall, ifnull(score, -1), critical FROM grade "
                           "WHERE class = ? ORDER BY subject, marking");
    query_text(&query, class);
    while (query_next(&query)) {
        *rows = array_grow(*rows, *count, sizeof **rows);
        read_grade(&query, &(*rows)[(*count)++]);
    }
    if (query_end(&query, error)) {
        return true;
    }
    free(*rows);
    *rows = NULL;
    *count = 0;
    return false;
}
