/*
 * sources.c: the texts of scenarios and rules that were played, under their digests.
 */
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "store/database.h"

bool store_keep_source(struct store *store, const char *digest, const char *scenario,
                       const char *bundle_json, struct error *error)
{
    if (!database_write(store, error)) {
        return false;
    }
    struct query query =
        query_begin(store, "INSERT INTO source (digest, scenario, bundle) VALUES (?, ?, ?) "
                           "ON CONFLICT (digest) DO NOTHING");
    query_text(&query, digest);
    query_text(&query, scenario);
    query_text(&query, bundle_json);
    return database_finish(store, query_run(&query, error), error);
}

char *store_source(struct store *store, const char *digest, struct error *error)
{
    char *bundle = NULL;
    struct query query = query_begin(store, "SELECT bundle FROM source WHERE digest = ?");
    query_text(&query, digest);
    if (query_next(&query)) {
        bundle = strdup(query_column(&query, 0));
        if (bundle == NULL) {
            abort();
        }
    }
    if (!query_end(&query, error)) {
        free(bundle);
        return NULL;
    }
    if (bundle == NULL) {
        error_at(
            error, ERROR_NOT_FOUND, store->path, 0,
            _("the text of the scenario with digest %.16s... is not kept here; was the session "
              "copied from another database?"),
            digest);
    }
    return bundle;
}
