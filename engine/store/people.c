/*
 * people.c: who plays.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/words.h"
#include "store/database.h"

static void clean_into(char out[STORE_NAME_MAX + 1], const char *text)
{
    char *clean = text_clean(text, strlen(text), STORE_NAME_MAX, false);
    memcpy(out, clean, strlen(clean) + 1);
    free(clean);
}

/* Looks for person->name and person->staff_number; fills person->id, "" when there is none. */
static bool find_person(struct store *store, struct person *person, struct error *error)
{
    /* The person without a number comes first. */
    struct query query = query_begin(store, "SELECT id, staff_number FROM person "
                                            "WHERE name = ?1 AND (?2 = '' OR staff_number = ?2) "
                                            "ORDER BY staff_number LIMIT 2");
    struct person first = *person;
    bool found = false;
    query_text(&query, person->name);
    query_text(&query, person->staff_number);
    if (query_next(&query)) {
        query_column_copy(&query, 0, first.id, sizeof first.id);
        query_column_copy(&query, 1, first.staff_number, sizeof first.staff_number);
        found = strcmp(first.staff_number, person->staff_number) == 0 || !query_next(&query);
    }
    if (!query_end(&query, error)) {
        return false;
    }
    if (found) {
        *person = first;
    }
    return true;
}

static bool add_person(struct store *store, struct person *person, struct error *error)
{
    int64_t now = clock_wall_ms();
    ulid_new(now, person->id);
    struct query query = query_begin(
        store, "INSERT INTO person (id, name, staff_number, created_at) VALUES (?, ?, ?, ?)");
    query_text(&query, person->id);
    query_text(&query, person->name);
    query_text(&query, person->staff_number);
    query_time(&query, now);
    return query_run(&query, error);
}

bool store_person(struct store *store, const char *name, const char *staff_number,
                  struct person *person, struct error *error)
{
    struct person wanted = {.id = ""};
    clean_into(wanted.name, name);
    clean_into(wanted.staff_number, staff_number != NULL ? staff_number : "");
    if (wanted.name[0] == '\0') {
        return error_set(error, ERROR_USAGE, _("a name can't be empty; give yours"));
    }
    if (!database_write(store, error)) {
        return false;
    }
    bool good = find_person(store, &wanted, error) &&
                (wanted.id[0] != '\0' || add_person(store, &wanted, error));
    if (!database_finish(store, good, error)) {
        return false;
    }
    *person = wanted;
    return true;
}

bool store_find_person(struct store *store, const char *name, const char *staff_number,
                       struct person *person, struct error *error)
{
    struct person wanted = {.id = ""};
    clean_into(wanted.name, name);
    clean_into(wanted.staff_number, staff_number != NULL ? staff_number : "");
    if (!find_person(store, &wanted, error)) {
        return false;
    }
    if (wanted.id[0] == '\0') {
        return error_set(error, ERROR_NOT_FOUND,
                         _("there is nobody of the name '%s'%s%s, or more than one: give the name "
                           "as it was played under, and the staff number"),
                         wanted.name, wanted.staff_number[0] != '\0' ? " / " : "",
                         wanted.staff_number);
    }
    *person = wanted;
    return true;
}

bool store_person_by_id(struct store *store, const char *id, struct person *person,
                        struct error *error)
{
    struct query query = query_begin(store, "SELECT name, staff_number FROM person WHERE id = ?");
    struct person found = {.id = ""};
    query_text(&query, id);
    if (query_next(&query)) {
        snprintf(found.id, sizeof found.id, "%s", id);
        query_column_copy(&query, 0, found.name, sizeof found.name);
        query_column_copy(&query, 1, found.staff_number, sizeof found.staff_number);
    }
    if (!query_end(&query, error)) {
        return false;
    }
    if (found.id[0] == '\0') {
        return error_set(error, ERROR_NOT_FOUND, _("there is no person with the id '%s'"), id);
    }
    *person = found;
    return true;
}
