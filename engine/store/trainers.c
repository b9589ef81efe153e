/*
 * trainers.c: the trainers, each with the text that proves a passphrase.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/words.h"
#include "store/classes.h"
#include "store/database.h"

#define TRAINER_COLUMNS "id, name, hash, failures, wait_until "

static void read_trainer(const struct query *query, struct trainer *trainer)
{
    *trainer = (struct trainer){.failures = (int)query_column_integer(query, 3),
                                .wait_until = query_column_time(query, 4)};
    query_column_copy(query, 0, trainer->id, sizeof trainer->id);
    query_column_copy(query, 1, trainer->name, sizeof trainer->name);
    query_column_copy(query, 2, trainer->hash, sizeof trainer->hash);
}

static void bind_wait(struct query *query, const struct trainer *trainer)
{
    if (trainer->wait_until > 0) {
        query_time(query, trainer->wait_until);
    } else {
        query_text(query, NULL);
    }
}

static char *clean_name(const char *name)
{
    return text_clean(name, strlen(name), STORE_NAME_MAX, false);
}

static bool insert_trainer(struct store *store, const struct trainer *trainer, int64_t now,
                           struct error *error)
{
    struct query query =
        query_begin(store, "INSERT INTO trainer (id, name, hash, failures, wait_until, created_at) "
                           "VALUES (?, ?, ?, ?, ?, ?)");
    query_text(&query, trainer->id);
    query_text(&query, trainer->name);
    query_text(&query, trainer->hash);
    query_integer(&query, trainer->failures);
    bind_wait(&query, trainer);
    query_time(&query, now);
    query_next(&query);
    bool taken = query.status == SQLITE_CONSTRAINT_UNIQUE;
    if (query_end(&query, taken ? NULL : error)) {
        return true;
    }
    return taken ? error_set(error, ERROR_USAGE,
                             _("there is a trainer %s already: choose another name"), trainer->name)
                 : false;
}

bool store_add_trainer(struct store *store, struct trainer *trainer, struct error *error)
{
    struct trainer added = *trainer;
    int64_t now = clock_wall_ms();
    char *name = clean_name(trainer->name);
    memcpy(added.name, name, strlen(name) + 1);
    free(name);
    ulid_new(now, added.id);
    if (added.name[0] == '\0') {
        return error_set(error, ERROR_USAGE, _("a trainer needs a name"));
    }
    if (!database_write(store, error)) {
        return false;
    }
    if (!database_finish(store, insert_trainer(store, &added, now, error), error)) {
        return false;
    }
    *trainer = added;
    return true;
}

/* Ends a query for one trainer. */
static bool take_trainer(struct query *query, const char *who, struct trainer *trainer,
                         struct error *error)
{
    bool found = query_next(query);
    if (found) {
        read_trainer(query, trainer);
    }
    return query_end(query, error) &&
           (found || error_set(error, ERROR_NOT_FOUND,
                               _("there is no trainer '%s': yanlian trainer list shows who there "
                                 "is"),
                               who));
}

bool store_trainer(struct store *store, const char *name, struct trainer *trainer,
                   struct error *error)
{
    char *clean = clean_name(name);
    struct query query =
        query_begin(store, "SELECT " TRAINER_COLUMNS "FROM trainer WHERE name = ?");
    query_text(&query, clean);
    bool found = take_trainer(&query, clean, trainer, error);
    free(clean);
    return found;
}

bool store_trainer_by_id(struct store *store, const char *id, struct trainer *trainer,
                         struct error *error)
{
    struct query query = query_begin(store, "SELECT " TRAINER_COLUMNS "FROM trainer WHERE id = ?");
    query_text(&query, id);
    return take_trainer(&query, id, trainer, error);
}

bool store_change_trainer(struct store *store, const struct trainer *trainer, struct error *error)
{
    if (!database_write(store, error)) {
        return false;
    }
    struct query query = query_begin(
        store, "UPDATE trainer SET hash = ?, failures = ?, wait_until = ? WHERE id = ?");
    query_text(&query, trainer->hash);
    query_integer(&query, trainer->failures);
    bind_wait(&query, trainer);
    query_text(&query, trainer->id);
    bool good = query_run(&query, error) &&
                (database_changes(store) == 1 ||
                 error_set(error, ERROR_NOT_FOUND, _("trainer %s is no longer in the database"),
                           trainer->name));
    return database_finish(store, good, error);
}

bool store_trainers(struct store *store, struct trainer **trainers, int *count, struct error *error)
{
    *trainers = NULL;
    *count = 0;
    struct query query =
        query_begin(store, "SELECT " TRAINER_COLUMNS "FROM trainer ORDER BY name, id");
    while (query_next(&query)) {
        *trainers = array_grow(*trainers, *count, sizeof **trainers);
        read_trainer(&query, &(*trainers)[(*count)++]);
    }
    if (query_end(&query, error)) {
        return true;
    }
    free(*trainers);
    *trainers = NULL;
    *count = 0;
    return false;
}
