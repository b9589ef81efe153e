/*
 * sessions.c: one row for each session; begins, finds and lists them.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/words.h"
#include "store/chain.h"
#include "store/database.h"

/* --------------------------------------------------------------------------- beginning ---- */

static bool insert_session(struct store *store, const struct session_row *row, struct error *error)
{
    struct query query =
        query_begin(store, "INSERT INTO session (id, person, scenario, digest, seed, mode, "
                           "language, started_at, head, parent, parent_turn, kind, class) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query_text(&query, row->id);
    query_text(&query, row->person.id);
    query_text(&query, row->scenario);
    query_text(&query, row->digest);
    query_integer(&query, (int64_t)row->seed);
    query_text(&query, row->mode);
    query_text(&query, row->language);
    query_time(&query, row->started_at);
    query_text(&query, row->head);
    query_text(&query, row->parent);
    query_integer(&query, row->parent_turn);
    query_text(&query, row->live ? "live" : "played");
    query_text(&query, row->class[0] != '\0' ? row->class : NULL);
    query_next(&query);
    bool orphan = query.status == SQLITE_CONSTRAINT_FOREIGNKEY;
    if (query_end(&query, error)) {
        return true;
    }
    if (orphan) {
        error_at(error, ERROR_NOT_FOUND, store->path, 0,
                 _("a session needs a person, a scenario's text and, if it has one, a class that "
                   "are in the database; keep them before it begins"));
    }
    return false;
}

bool store_begin_session(struct store *store, struct session_row *row, int64_t now,
                         struct error *error)
{
    struct session_row begun = *row;
    char started_at[CLOCK_TIME_SIZE];
    ulid_new(now, begun.id);
    clock_format(now, started_at);
    begun.started_at = now;
    begun.ended_at = 0;
    begun.state = SESSION_OPEN;
    begun.score = 0;
    begun.band = -1;
    begun.passed = false;
    begun.ending[0] = '\0';
    begun.event_count = 0;
    chain_begin(&(struct chain_start){.id = begun.id,
                                      .person = begun.person.id,
                                      .scenario = begun.scenario,
                                      .digest = begun.digest,
                                      .seed = begun.seed,
                                      .mode = begun.mode,
                                      .language = begun.language,
                                      .started_at = started_at,
                                      .parent = begun.parent,
                                      .parent_turn = (uint64_t)begun.parent_turn,
                                      .kind = begun.live ? "live" : "",
                                      .class = begun.class},
                begun.head);
    if (!database_write(store, error)) {
        return false;
    }
    if (!database_finish(store, insert_session(store, &begun, error), error)) {
        return false;
    }
    *row = begun;
    return true;
}

/* ----------------------------------------------------------------------------- finding ---- */

enum { SHORTEST = 4, LISTED = 3 };

/* As Crockford reads what people write: small letters, O for 0, I and L for 1. False: no id. */
static bool normalise_id(const char *id, char out[ULID_SIZE])
{
    size_t length = 0;
    for (; *id != '\0'; id++) {
        char letter = (char)toupper((unsigned char)*id);
        letter = letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
        if (length == ULID_SIZE - 1 || strchr("0123456789ABCDEFGHJKMNPQRSTVWXYZ", letter) == NULL) {
            return false;
        }
        out[length++] = letter;
    }
    out[length] = '\0';
    return true;
}

static bool ambiguous(const struct store *store, const char *id, char matches[][ULID_SIZE],
                      int count, struct error *error)
{
    struct buffer list = {0};
    for (int i = 0; i < count && i < LISTED; i++) {
        buffer_printf(&list, "%s%s", i > 0 ? ", " : "", matches[i]);
    }
    if (count > LISTED) {
        buffer_add(&list, " and more");
    }
    error_at(error, ERROR_NOT_FOUND, store->path, 0,
             _("'%s' fits more than one session (%s); give more of the id"), id, list.data);
    buffer_free(&list);
    return false;
}

static bool find_session(struct store *store, const char *part, struct session_row *row,
                         struct error *error)
{
    char matches[LISTED + 1][ULID_SIZE];
    int count = 0;
    struct query query = query_begin(
        store, "SELECT " SESSION_COLUMNS SESSION_TABLES
               "WHERE (session.id >= ?1 AND session.id <= ?1 || 'ZZZZZZZZZZZZZZZZZZZZZZZZZZ') "
               "OR substr(session.id, -length(?1)) = ?1 ORDER BY session.id DESC LIMIT ?2");
    query_text(&query, part);
    query_integer(&query, LISTED + 1);
    while (query_next(&query)) {
        session_read(&query, row);
        memcpy(matches[count++], row->id, ULID_SIZE);
    }
    if (!query_end(&query, error)) {
        return false;
    }
    if (count == 0) {
        return error_at(error, ERROR_NOT_FOUND, store->path, 0,
                        _("there is no session '%s'; give its id, or 4 or more characters of its "
                          "beginning or end"),
                        part);
    }
    return count == 1 || ambiguous(store, part, matches, count, error);
}

/* `found` says whether there is such a session. */
static bool read_session(struct store *store, const char *id, struct session_row *row, bool *found,
                         struct error *error)
{
    struct query query =
        query_begin(store, "SELECT " SESSION_COLUMNS SESSION_TABLES "WHERE session.id = ?");
    query_text(&query, id);
    *found = query_next(&query);
    if (*found) {
        session_read(&query, row);
    }
    return query_end(&query, error);
}

bool store_session(struct store *store, const char *id, struct session_row *row,
                   struct error *error)
{
    char part[ULID_SIZE];
    struct session_row read;
    bool found = false;
    if (!normalise_id(id, part)) {
        return error_at(error, ERROR_NOT_FOUND, store->path, 0,
                        _("there is no session '%.40s': an id is up to 26 digits and letters"), id);
    }
    if (strlen(part) < SHORTEST) {
        return error_at(error, ERROR_USAGE, store->path, 0,
                        _("'%s' is too short for a session's id; give 4 or more characters of its "
                          "beginning or end"),
                        part);
    }
    if (!read_session(store, part, &read, &found, error) ||
        (!found && !find_session(store, part, &read, error))) {
        return false;
    }
    *row = read;
    return true;
}

/* ----------------------------------------------------------------------------- listing ---- */

bool store_visit_sessions(struct store *store, const struct session_filter *filter,
                          store_session_visitor *visit, void *data, struct error *error)
{
    static const char *const states[] = {[SESSION_OPEN] = "open", [SESSION_FINISHED] = "finished"};
    bool good = true;
    struct query query =
        query_begin(store, "SELECT " SESSION_COLUMNS SESSION_TABLES
                           "WHERE (?1 IS NULL OR person = ?1) AND (?2 IS NULL OR scenario = ?2) "
                           "AND (?3 IS NULL OR state = ?3) AND (?4 IS NULL OR class = ?4) "
                           "AND (NOT ?5 OR kind = 'played') "
                           "AND (NOT ?6 OR kind = 'live' OR mode <> 'class') "
                           "ORDER BY session.id DESC LIMIT ?7");
    query_text(&query, filter->person);
    query_text(&query, filter->scenario);
    query_text(&query, filter->state < 0 ? NULL : states[filter->state]);
    query_text(&query, filter->class);
    query_integer(&query, filter->played);
    query_integer(&query, filter->personal);
    query_integer(&query, filter->limit > 0 ? filter->limit : -1);
    while (good && query_next(&query)) {
        struct session_row row;
        session_read(&query, &row);
        good = visit(data, &row, error);
    }
    return query_end(&query, good ? error : NULL) && good;
}

struct listing {
    struct session_row *rows;
    int count;
};

static bool list_session(void *data, const struct session_row *row, struct error *error)
{
    struct listing *listing = data;
    (void)error;
    listing->rows = array_grow(listing->rows, listing->count, sizeof *listing->rows);
    listing->rows[listing->count++] = *row;
    return true;
}

bool store_sessions(struct store *store, const struct session_filter *filter,
                    struct session_row **rows, int *count, struct error *error)
{
    struct listing listing = {0};
    bool good = store_visit_sessions(store, filter, list_session, &listing, error);
    if (!good) {
        free(listing.rows);
        listing = (struct listing){0};
    }
    *rows = listing.rows;
    *count = listing.count;
    return good;
}

bool store_standing(struct store *store, const char *person, const char *scenario,
                    struct standing *standing, struct error *error)
{
    /* Newest first: the first of each state is the last result, or the one to resume. */
    struct query query = query_begin(store, "SELECT id, state, score FROM session "
                                            "WHERE person = ? AND scenario = ? AND "
                                            "kind = 'played' ORDER BY id DESC");
    *standing = (struct standing){.finished = 0};
    query_text(&query, person);
    query_text(&query, scenario);
    while (query_next(&query)) {
        double score = query_column_real(&query, 2);
        if (strcmp(query_column(&query, 1), "finished") != 0) {
            if (standing->open_session[0] == '\0') {
                query_column_copy(&query, 0, standing->open_session, ULID_SIZE);
            }
            continue;
        }
        standing->last = standing->finished == 0 ? score : standing->last;
        standing->best = standing->finished == 0 || score > standing->best ? score : standing->best;
        standing->finished++;
    }
    return query_end(&query, error);
}
