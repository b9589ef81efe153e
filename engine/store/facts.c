/* facts.c: writes and reads facts. */
#include "store/facts.h"

#include <stdlib.h>
#include <string.h>

#include "core/session.h"
#include "store/database.h"

/* ------------------------------------------------------------------------------- flags ---- */

/* Bit 0: passed. Bit 1: live. Bits 2 and 3: mode. Bits 4 and 5: band. */
enum { FLAG_PASSED = 1, FLAG_LIVE = 2, MODE_SHIFT = 2, BAND_SHIFT = 4, TWO_BITS = 3 };

static int mode_number(const char *name)
{
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        if (strcmp(name, mode_name((enum mode)mode)) == 0) {
            return mode;
        }
    }
    return MODE_COUNT;
}

static int64_t flags_of(const struct session_row *row)
{
    return (row->passed ? FLAG_PASSED : 0) | (row->live ? FLAG_LIVE : 0) |
           (mode_number(row->mode) << MODE_SHIFT) | ((row->band & TWO_BITS) << BAND_SHIFT);
}

static int64_t seconds_of(const struct session_fact *fact)
{
    return (fact->think_ms + 500) / 1000;
}

/* ----------------------------------------------------------------------------- writing ---- */

static bool find_outline(struct store *store, const char *digest, int64_t *number,
                         struct error *error)
{
    struct query query = query_begin(store, "SELECT number FROM outline WHERE digest = ?");
    query_text(&query, digest);
    *number = query_next(&query) ? query_column_integer(&query, 0) : 0;
    return query_end(&query, error);
}

static bool add_outline(struct store *store, const struct session_row *row, struct error *error)
{
    struct query query = query_begin(store, "INSERT INTO outline (digest, scenario) VALUES (?, ?)");
    query_text(&query, row->digest);
    query_text(&query, row->scenario);
    return query_run(&query, error);
}

static bool outline_number(struct store *store, const struct session_row *row, int64_t *number,
                           struct error *error)
{
    return find_outline(store, row->digest, number, error) &&
           (*number > 0 ||
            (add_outline(store, row, error) && find_outline(store, row->digest, number, error)));
}

bool fact_write(struct store *store, const struct session_row *row, const struct session_fact *fact,
                struct error *error)
{
    int64_t outline;
    if (!outline_number(store, row, &outline, error)) {
        return false;
    }
    struct query query =
        query_begin(store, "REPLACE INTO fact (class, session, person, outline, flags, score, "
                           "seconds, path, marks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query_text(&query, row->class);
    query_text(&query, row->id);
    query_text(&query, row->person.id);
    query_integer(&query, outline);
    query_integer(&query, flags_of(row));
    query_real(&query, row->score);
    query_integer(&query, seconds_of(fact));
    query_blob(&query, fact->path, fact->path_size);
    query_blob(&query, fact->marks, fact->marks_size);
    return query_run(&query, error);
}

bool store_put_fact(struct store *store, const struct session_row *row,
                    const struct session_fact *fact, struct error *error)
{
    if (!database_write(store, error)) {
        return false;
    }
    return database_finish(store, fact_write(store, row, fact, error), error);
}

/* ----------------------------------------------------------------------------- reading ---- */

#define FACT_COLUMNS "session, person, outline, flags, score, seconds, path, marks "

static void fact_read(const struct query *query, struct fact_row *fact)
{
    int64_t flags = query_column_integer(query, 3);
    *fact = (struct fact_row){
        .session = query_column(query, 0),
        .person = query_column(query, 1),
        .outline = query_column_integer(query, 2),
        .passed = (flags & FLAG_PASSED) != 0,
        .live = (flags & FLAG_LIVE) != 0,
        .mode = (int)(flags >> MODE_SHIFT & TWO_BITS),
        .band = (int)(flags >> BAND_SHIFT & TWO_BITS),
        .score = query_column_real(query, 4),
        .seconds = query_column_integer(query, 5),
    };
    fact->path = query_column_blob(query, 6, &fact->path_size);
    fact->marks = query_column_blob(query, 7, &fact->marks_size);
}

static bool visit_all(struct query *query, fact_visitor *visit, void *data, struct error *error)
{
    bool good = true;
    while (good && query_next(query)) {
        struct fact_row fact;
        fact_read(query, &fact);
        good = visit(data, &fact, error);
    }
    return query_end(query, good ? error : NULL) && good;
}

/*
 * A class's facts lie together and in order. Those of all classes don't; the order is that of the
 * sessions' table, so that nothing has to be sorted. (CROSS JOIN: SQLite keeps that order of loops.)
 */
#define JOINED                                                                 \
    "SELECT fact.session, fact.person, fact.outline, fact.flags, fact.score, " \
    "fact.seconds, fact.path, fact.marks FROM session CROSS JOIN fact "        \
    "ON fact.class = ifnull(session.class, '') AND fact.session = session.id "

bool store_visit_facts(struct store *store, const struct fact_filter *filter, fact_visitor *visit,
                       void *data, struct error *error)
{
    struct query query;
    if (filter->person != NULL) {
        query = query_begin(store, JOINED "WHERE session.person = ?1 AND "
                                          "(?2 IS NULL OR session.class = ?2) ORDER BY session.id");
        query_text(&query, filter->person);
        query_text(&query, filter->class);
    } else if (filter->class != NULL) {
        query =
            query_begin(store, "SELECT " FACT_COLUMNS "FROM fact WHERE class = ? ORDER BY session");
        query_text(&query, filter->class);
    } else {
        query = query_begin(store, JOINED "ORDER BY session.id");
    }
    return visit_all(&query, visit, data, error);
}

bool store_outlines(struct store *store, struct outline_row **rows, int *count, struct error *error)
{
    *rows = NULL;
    *count = 0;
    struct query query =
        query_begin(store, "SELECT number, digest, scenario FROM outline ORDER BY number");
    while (query_next(&query)) {
        *rows = array_grow(*rows, *count, sizeof **rows);
        struct outline_row *row = &(*rows)[(*count)++];
        row->number = query_column_integer(&query, 0);
        query_column_copy(&query, 1, row->digest, sizeof row->digest);
        query_column_copy(&query, 2, row->scenario, sizeof row->scenario);
    }
    if (query_end(&query, error)) {
        return true;
    }
    free(*rows);
    *rows = NULL;
    *count = 0;
    return false;
}

/* --------------------------------------------------------------------------- comparing ---- */

static bool same_bytes(const uint8_t *a, int a_size, const uint8_t *b, int b_size)
{
    return a_size == b_size && (a_size == 0 || memcmp(a, b, (size_t)a_size) == 0);
}

static bool is_same(const struct query *query, const struct session_row *row,
                    const struct session_fact *fact)
{
    struct fact_row kept;
    fact_read(query, &kept);
    return strcmp(kept.person, row->person.id) == 0 &&
           query_column_integer(query, 3) == flags_of(row) && kept.score == row->score &&
           kept.seconds == seconds_of(fact) &&
           same_bytes(kept.path, kept.path_size, fact->path, fact->path_size) &&
           same_bytes(kept.marks, kept.marks_size, fact->marks, fact->marks_size) &&
           strcmp(query_column(query, 8), row->digest) == 0;
}

bool store_compare_fact(struct store *store, const struct session_row *row,
                        const struct session_fact *fact, enum fact_state *state,
                        struct error *error)
{
    struct query query = query_begin(store, "SELECT " FACT_COLUMNS
                                            ", (SELECT digest FROM outline WHERE number = outline) "
                                            "FROM fact WHERE class = ? AND session = ?");
    query_text(&query, row->class);
    query_text(&query, row->id);
    *state = FACT_MISSING;
    if (query_next(&query)) {
        *state = is_same(&query, row, fact) ? FACT_SAME : FACT_DIFFERENT;
    }
    return query_end(&query, error);
}

bool store_fact_marks(struct store *store, const struct session_row *row, uint8_t *marks,
                      size_t room, int *size, struct error *error)
{
    struct query query =
        query_begin(store, "SELECT marks FROM fact WHERE class = ? AND session = ?");
    query_text(&query, row->class);
    query_text(&query, row->id);
    *size = 0;
    if (query_next(&query)) {
        const uint8_t *kept = query_column_blob(&query, 0, size);
        if (kept && (size_t)*size <= room)
            memcpy(marks, kept, (size_t)*size);
        else
            *size = 0;
    }
    return query_end(&query, error);
}

bool store_without_fact(struct store *store, bool all, char (**ids)[ULID_SIZE], int *count,
                        struct error *error)
{
    *ids = NULL;
    *count = 0;
    struct query query =
        query_begin(store, "SELECT id FROM session WHERE state = 'finished' AND (?1 OR NOT EXISTS "
                           "(SELECT 1 FROM fact WHERE fact.class = ifnull(session.class, '') "
                           "AND fact.session = session.id)) ORDER BY id");
    query_integer(&query, all);
    while (query_next(&query)) {
        *ids = array_grow(*ids, *count, sizeof **ids);
        query_column_copy(&query, 0, (*ids)[(*count)++], ULID_SIZE);
    }
    if (query_end(&query, error)) {
        return true;
    }
    free(*ids);
    *ids = NULL;
    *count = 0;
    return false;
}
