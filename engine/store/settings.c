/*
 * settings.c: what the program remembers from one start to the next.
 */
#include <stdlib.h>
#include <string.h>

#include "store/database.h"

bool store_get_setting(struct store *store, const char *key, char **value, struct error *error)
{
    *value = NULL;
    struct query query = query_begin(store, "SELECT value FROM setting WHERE key = ?");
    query_text(&query, key);
    if (query_next(&query)) {
        *value = strdup(query_column(&query, 0));
        if (*value == NULL) {
            abort();
        }
    }
    if (!query_end(&query, error)) {
        free(*value);
        *value = NULL;
        return false;
    }
    if (*value == NULL && error != NULL) {
        *error = (struct error){.code = ERROR_NONE};
    }
    return *value != NULL;
}

bool store_set_setting(struct store *store, const char *key, const char *value, struct error *error)
{
    if (!database_write(store, error)) {
        return false;
    }
    struct query query = query_begin(store, "INSERT INTO setting (key, value) VALUES (?1, ?2) "
                                            "ON CONFLICT (key) DO UPDATE SET value = ?2");
    query_text(&query, key);
    query_text(&query, value);
    return database_finish(store, query_run(&query, error), error);
}
