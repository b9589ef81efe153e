/*
 * results.c: exercises that were done, written once and read.
 */
#include "store/results.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "store/database.h"

#define RESULT_COLUMNS                                                                   \
    "exercise_result.id, class, person, name, staff_number, exercise, digest, journal, " \
    "language, started_at, ended_at, numbers, answer, points, most "
#define RESULT_TABLES "FROM exercise_result LEFT JOIN person ON person.id = exercise_result.person "

static char *copy_column(const struct query *query, int column)
{
    char *copy = strdup(query_column(query, column));
    if (copy == NULL) {
        abort();
    }
    return copy;
}

static void read_result(const struct query *query, struct exercise_row *row)
{
    *row = (struct exercise_row){
        .started_at = query_column_time(query, 9),
        .ended_at = query_column_time(query, 10),
        .numbers = copy_column(query, 11),
        .answer = copy_column(query, 12),
        .points = query_column_real(query, 13),
        .most = query_column_real(query, 14),
    };
    query_column_copy(query, 0, row->id, sizeof row->id);
    query_column_copy(query, 1, row->class, sizeof row->class);
    query_column_copy(query, 2, row->person.id, sizeof row->person.id);
    query_column_copy(query, 3, row->person.name, sizeof row->person.name);
    query_column_copy(query, 4, row->person.staff_number, sizeof row->person.staff_number);
    query_column_copy(query, 5, row->exercise, sizeof row->exercise);
    query_column_copy(query, 6, row->digest, sizeof row->digest);
    query_column_copy(query, 7, row->journal, sizeof row->journal);
    query_column_copy(query, 8, row->language, sizeof row->language);
}

/* "" stands for none, which the tables call NULL. */
static void query_optional(struct query *query, const char *text)
{
    query_text(query, text[0] != '\0' ? text : NULL);
}

static bool insert_result(struct store *store, const struct exercise_row *row, struct error *error)
{
    struct query query =
        query_begin(store, "INSERT INTO exercise_result (id, class, person, exercise, digest, "
                           "journal, language, started_at, ended_at, numbers, answer, points, "
                           "most) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query_text(&query, row->id);
    query_optional(&query, row->class);
    query_optional(&query, row->person.id);
    query_text(&query, row->exercise);
    query_text(&query, row->digest);
    query_optional(&query, row->journal);
    query_text(&query, row->language);
    query_time(&query, row->started_at);
    query_time(&query, row->ended_at);
    query_text(&query, row->numbers);
    query_text(&query, row->answer);
    query_real(&query, row->points);
    query_real(&query, row->most);
    return query_run(&query, error);
}

bool store_add_result(struct store *store, struct exercise_row *row, struct error *error)
{
    struct exercise_row added = *row;
    ulid_new(row->ended_at, added.id);
    if (!database_write(store, error)) {
        return false;
    }
    if (!database_finish(store, insert_result(store, &added, error), error)) {
        return false;
    }
    memcpy(row->id, added.id, sizeof row->id);
    return true;
}

/* ----------------------------------------------------------------------------- reading ---- */

/* People read the end of an id, so any end of four characters or more that only one has will do. */
bool store_result(struct store *store, const char *id, struct exercise_row *row,
                  struct error *error)
{
    int found = 0;
    size_t length = strlen(id);
    struct query query =
        query_begin(store, "SELECT " RESULT_COLUMNS RESULT_TABLES
                           "WHERE exercise_result.id = upper(?1) OR (length(?1) >= 4 AND "
                           "substr(exercise_result.id, -length(?1)) = upper(?1)) LIMIT 2");
    query_text(&query, id);
    while (length < ULID_SIZE && query_next(&query)) {
        if (found++ == 0) {
            read_result(&query, row);
        }
    }
    bool read = query_end(&query, error);
    if (read && found == 1) {
        return true;
    }
    if (found > 0) {
        store_clear_result(row);
    }
    if (!read) {
        return false;
    }
    if (found > 1) {
        return error_at(error, ERROR_USAGE, store->path, 0,
                        _("several results end in '%s': give more of it"), id);
    }
    return error_at(error, ERROR_NOT_FOUND, store->path, 0, _("there is no exercise result '%s'"),
                    id);
}

bool store_results(struct store *store, const char *class, const char *person, const char *exercise,
                   struct exercise_row **rows, int *count, struct error *error)
{
    *rows = NULL;
    *count = 0;
    struct query query =
        query_begin(store, "SELECT " RESULT_COLUMNS RESULT_TABLES
                           "WHERE (?1 IS NULL OR class = ?1) AND (?2 IS NULL OR person = ?2) "
                           "AND (?3 IS NULL OR exercise = ?3) ORDER BY exercise_result.id");
    query_text(&query, class);
    query_text(&query, person);
    query_text(&query, exercise);
    while (query_next(&query)) {
        *rows = array_grow(*rows, *count, sizeof **rows);
        read_result(&query, &(*rows)[(*count)++]);
    }
    if (query_end(&query, error)) {
        return true;
    }
    store_free_results(*rows, *count);
    *rows = NULL;
    *count = 0;
    return false;
}

void store_clear_result(struct exercise_row *row)
{
    free(row->numbers);
    free(row->answer);
    *row = (struct exercise_row){0};
}

void store_free_results(struct exercise_row *rows, int count)
{
    for (int i = 0; i < count; i++) {
        store_clear_result(&rows[i]);
    }
    free(rows);
}
