/*
 * classes.c: classes, their numbers, and who is on their roster.
 */
#include "store/classes.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/words.h"
#include "store/database.h"

static const char *const policy_names[POLICY_COUNT] = {
    [POLICY_FIRST] = "first",
    [POLICY_BEST] = "best",
    [POLICY_LAST] = "last",
    [POLICY_AVERAGE] = "average",
};

const char *attempt_policy_name(enum attempt_policy policy)
{
    assert((int)policy >= 0 && policy < POLICY_COUNT);
    return policy_names[policy];
}

bool attempt_policy_parse(const char *name, enum attempt_policy *policy)
{
    for (int i = 0; i < POLICY_COUNT; i++) {
        if (strcmp(name, policy_names[i]) == 0) {
            *policy = (enum attempt_policy)i;
            return true;
        }
    }
    return false;
}

bool class_id_is_valid(const char *id)
{
    size_t length = strlen(id);
    return length >= 2 && length < CLASS_ID_SIZE && id[0] >= 'a' && id[0] <= 'z' &&
           strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

const char *class_called(const struct class_row *row)
{
    return row->title[0] ? row->title : row->id;
}

static void clean_into(char out[STORE_NAME_MAX + 1], const char *text)
{
    char *clean = text_clean(text, strlen(text), STORE_NAME_MAX, false);
    memcpy(out, clean, strlen(clean) + 1);
    free(clean);
}

/* ----------------------------------------------------------------------------- classes ---- */

/* Cleans the title; false when something in the row can't be. */
static bool check_class(struct class_row *row, struct error *error)
{
    char title[STORE_NAME_MAX + 1];
    clean_into(title, row->title);
    memcpy(row->title, title, sizeof title);
    if (!class_id_is_valid(row->id)) {
        return error_set(error, ERROR_USAGE,
                         _("'%s' can't be a class: use 2 to 40 lower-case letters, digits and "
                           "hyphens, a letter first"),
                         row->id);
    }
    if (row->title[0] == '\0') {
        return error_set(error, ERROR_USAGE, _("the class has no title: give it one"));
    }
    /* Written so that what is no number fails, too. */
    if (!(row->pass_mark >= 0 && row->pass_mark <= 100)) {
        return error_set(error, ERROR_USAGE, _("the pass mark has to be from 0 to 100"));
    }
    return (row->double_share >= 0 && row->double_share <= 1) ||
           error_set(error, ERROR_USAGE, _("the share that is marked twice has to be from 0 to 1"));
}

static bool insert_class(struct store *store, const struct class_row *row, struct error *error)
{
    struct query query =
        query_begin(store, "INSERT INTO class (id, title, policy, pass_mark, double_share, "
                           "created_at) VALUES (?, ?, ?, ?, ?, ?)");
    query_text(&query, row->id);
    query_text(&query, row->title);
    query_text(&query, attempt_policy_name(row->policy));
    query_real(&query, row->pass_mark);
    query_real(&query, row->double_share);
    query_time(&query, row->created_at);
    query_next(&query);
    bool taken = query.status == SQLITE_CONSTRAINT_PRIMARYKEY;
    if (query_end(&query, taken ? NULL : error)) {
        return true;
    }
    return taken ? error_set(error, ERROR_USAGE,
                             _("there is a class '%s' already: choose another id, or change it "
                               "with yanlian class set"),
                             row->id)
                 : false;
}

bool store_add_class(struct store *store, struct class_row *row, struct error *error)
{
    struct class_row added = *row;
    added.created_at = clock_wall_ms();
    added.people = 0;
    if (!check_class(&added, error) || !database_write(store, error)) {
        return false;
    }
    if (!database_finish(store, insert_class(store, &added, error), error)) {
        return false;
    }
    *row = added;
    return true;
}

static void read_class(const struct query *query, struct class_row *row)
{
    *row = (struct class_row){
        .pass_mark = query_column_real(query, 3),
        .double_share = query_column_real(query, 4),
        .created_at = query_column_time(query, 5),
        .people = (int)query_column_integer(query, 6),
    };
    query_column_copy(query, 0, row->id, sizeof row->id);
    query_column_copy(query, 1, row->title, sizeof row->title);
    attempt_policy_parse(query_column(query, 2), &row->policy); /* the table allows no other */
}

#define CLASS_COLUMNS                                          \
    "id, title, policy, pass_mark, double_share, created_at, " \
    "(SELECT count(*) FROM roster WHERE roster.class = class.id) "

/* ERROR_NOT_FOUND, with the nearest id if one is near. */
static bool no_class(struct store *store, const char *id, struct error *error)
{
    struct class_row *rows;
    int count;
    if (!store_classes(store, &rows, &count, error)) {
        return false;
    }
    const char **ids = calloc((size_t)count + 1, sizeof *ids);
    if (ids == NULL) {
        abort();
    }
    for (int i = 0; i < count; i++) {
        ids[i] = rows[i].id;
    }
    const char *near = error_nearest(id, ids, count);
    if (near != NULL) {
        error_set(error, ERROR_NOT_FOUND, _("there is no class '%s' (did you mean '%s'?)"), id,
                  near);
    } else {
        error_set(error, ERROR_NOT_FOUND,
                  _("there is no class '%s': yanlian class list shows which there are"), id);
    }
    free(ids);
    free(rows);
    return false;
}

bool store_change_class(struct store *store, const struct class_row *row, struct error *error)
{
    struct class_row changed = *row;
    if (!check_class(&changed, error) || !database_write(store, error)) {
        return false;
    }
    struct query query = query_begin(store, "UPDATE class SET title = ?, policy = ?, pass_mark = "
                                            "?, double_share = ? WHERE id = ?");
    query_text(&query, changed.title);
    query_text(&query, attempt_policy_name(changed.policy));
    query_real(&query, changed.pass_mark);
    query_real(&query, changed.double_share);
    query_text(&query, changed.id);
    bool good = query_run(&query, error) &&
                (database_changes(store) == 1 || no_class(store, changed.id, error));
    return database_finish(store, good, error);
}

bool store_class(struct store *store, const char *id, struct class_row *row, struct error *error)
{
    bool found = false;
    struct query query = query_begin(store, "SELECT " CLASS_COLUMNS "FROM class WHERE id = ?");
    query_text(&query, id);
    if (query_next(&query)) {
        read_class(&query, row);
        found = true;
    }
    return query_end(&query, error) && (found || no_class(store, id, error));
}

bool store_classes(struct store *store, struct class_row **rows, int *count, struct error *error)
{
    *rows = NULL;
    *count = 0;
    struct query query =
        query_begin(store, "SELECT " CLASS_COLUMNS "FROM class ORDER BY created_at, id");
    while (query_next(&query)) {
        *rows = array_grow(*rows, *count, sizeof **rows);
        read_class(&query, &(*rows)[(*count)++]);
    }
    if (query_end(&query, error)) {
        return true;
    }
    free(*rows);
    *rows = NULL;
    *count = 0;
    return false;
}

/* ----------------------------------------------------------------------------- numbers ---- */

char *store_class_numbers(struct store *store, const char *class, struct error *error)
{
    char *numbers = NULL;
    struct query query = query_begin(store, "SELECT numbers FROM class WHERE id = ?");
    query_text(&query, class);
    if (query_next(&query)) {
        numbers = strdup(query_column(&query, 0));
        if (numbers == NULL) {
            abort();
        }
    }
    if (query_end(&query, error)) {
        if (numbers == NULL) {
            no_class(store, class, error);
        }
        return numbers;
    }
    free(numbers);
    return NULL;
}

/* { "name": number, ... } and nothing else. */
static bool are_numbers(const char *json)
{
    cJSON *root = cJSON_ParseWithOpts(json, NULL, true);
    bool good = cJSON_IsObject(root);
    const cJSON *each;
    cJSON_ArrayForEach(each, root) good = good && cJSON_IsNumber(each);
    cJSON_Delete(root);
    return good;
}

bool store_set_class_numbers(struct store *store, const char *class, const char *json,
                             struct error *error)
{
    if (!are_numbers(json)) {
        return error_set(error, ERROR_USAGE,
                         _("a class's numbers are names with a number each, as JSON"));
    }
    if (!database_write(store, error)) {
        return false;
    }
    struct query query = query_begin(store, "UPDATE class SET numbers = ? WHERE id = ?");
    query_text(&query, json);
    query_text(&query, class);
    bool good =
        query_run(&query, error) && (database_changes(store) == 1 || no_class(store, class, error));
    return database_finish(store, good, error);
}

/* ------------------------------------------------------------------------------ roster ---- */

/* Name and number of a person that is known by id. */
static bool rename_person(struct store *store, struct person *person, struct error *error)
{
    struct person named = {.id = ""};
    memcpy(named.id, person->id, sizeof named.id);
    clean_into(named.name, person->name);
    clean_into(named.staff_number, person->staff_number);
    if (named.name[0] == '\0') {
        return error_set(error, ERROR_USAGE, _("a name can't be empty; give yours"));
    }
    struct query query =
        query_begin(store, "UPDATE person SET name = ?2, staff_number = ?3 WHERE id = ?1");
    query_text(&query, named.id);
    query_text(&query, named.name);
    query_text(&query, named.staff_number);
    query_next(&query);
    bool taken = query.status == SQLITE_CONSTRAINT_UNIQUE;
    if (query_end(&query, taken ? NULL : error)) {
        *person = named;
        return true;
    }
    return taken ? error_set(error, ERROR_NOT_ALLOWED,
                             _("%s with number '%s' has results as another person already: "
                               "nothing was changed; write name and number as they are on the "
                               "roster"),
                             named.name, named.staff_number)
                 : false;
}

static bool put_on_roster(struct store *store, const char *class, struct roster_entry *entry,
                          struct error *error)
{
    struct query query = query_begin(
        store, "INSERT INTO roster (class, person, position, branch, role) VALUES (?1, ?2, "
               "(SELECT coalesce(max(position), 0) + 1 FROM roster WHERE class = ?1), ?3, ?4) "
               "ON CONFLICT (class, person) DO UPDATE SET branch = ?3, role = ?4 "
               "RETURNING position");
    query_text(&query, class);
    query_text(&query, entry->person.id);
    query_text(&query, entry->branch);
    query_text(&query, entry->role);
    while (query_next(&query)) {
        entry->position = (int)query_column_integer(&query, 0);
    }
    return query_end(&query, error);
}

struct adding {
    struct store *store;
    const char *class;
    struct roster_entry *entries;
    int count;
};

static bool add_entry(const struct adding *adding, struct roster_entry *entry, struct error *error)
{
    struct roster_entry added = *entry;
    clean_into(added.branch, entry->branch);
    clean_into(added.role, entry->role);
    bool known = entry->person.id[0] != '\0'
                     ? rename_person(adding->store, &added.person, error)
                     : store_person(adding->store, entry->person.name, entry->person.staff_number,
                                    &added.person, error);
    if (!known || !put_on_roster(adding->store, adding->class, &added, error)) {
        return false;
    }
    *entry = added;
    return true;
}

static bool add_entries(void *data, struct error *error)
{
    const struct adding *adding = data;
    struct class_row class;
    if (!store_class(adding->store, adding->class, &class, error)) {
        return false;
    }
    for (int i = 0; i < adding->count; i++) {
        if (!add_entry(adding, &adding->entries[i], error)) {
            return false;
        }
    }
    return true;
}

bool store_add_roster(struct store *store, const char *class, struct roster_entry *entries,
                      int count, struct error *error)
{
    struct roster_entry *added = calloc((size_t)count + 1, sizeof *added);
    if (added == NULL) {
        abort();
    }
    memcpy(added, entries, (size_t)count * sizeof *added);
    struct adding adding = {.store = store, .class = class, .entries = added, .count = count};
    bool good = store->together ? add_entries(&adding, error)
                                : store_together(store, add_entries, &adding, error);
    if (good) {
        memcpy(entries, added, (size_t)count * sizeof *added);
    }
    free(added);
    return good;
}

static void read_entry(const struct query *query, struct roster_entry *entry)
{
    *entry = (struct roster_entry){.position = (int)query_column_integer(query, 3)};
    query_column_copy(query, 0, entry->person.id, sizeof entry->person.id);
    query_column_copy(query, 1, entry->person.name, sizeof entry->person.name);
    query_column_copy(query, 2, entry->person.staff_number, sizeof entry->person.staff_number);
    query_column_copy(query, 4, entry->branch, sizeof entry->branch);
    query_column_copy(query, 5, entry->role, sizeof entry->role);
}

bool store_roster(struct store *store, const char *class, struct roster_entry **entries, int *count,
                  struct error *error)
{
    struct class_row row;
    *entries = NULL;
    *count = 0;
    if (!store_class(store, class, &row, error)) {
        return false;
    }
    struct query query =
        query_begin(store, "SELECT person, name, staff_number, position, branch, role FROM roster "
                           "JOIN person ON person.id = roster.person WHERE class = ? "
                           "ORDER BY position, person");
    query_text(&query, class);
    while (query_next(&query)) {
        *entries = array_grow(*entries, *count, sizeof **entries);
        read_entry(&query, &(*entries)[(*count)++]);
    }
    if (query_end(&query, error)) {
        return true;
    }
    free(*entries);
    *entries = NULL;
    *count = 0;
    return false;
}

/* -------------------------------------------------------------------------- standings ---- */

bool store_class_standings(struct store *store, const char *class,
                           struct class_standing **standings, int *count, struct error *error)
{
    *standings = NULL;
    *count = 0;
    /* Beside a max(), SQLite takes other columns from the row that has it: here, the score. */
    struct query query =
        query_begin(store, "SELECT person, count(*), sum(state = 'finished'), score, "
                           "max(iif(state = 'finished', id, '')) FROM session WHERE class = ? "
                           "GROUP BY person ORDER BY person");
    query_text(&query, class);
    while (query_next(&query)) {
        *standings = array_grow(*standings, *count, sizeof **standings);
        struct class_standing *standing = &(*standings)[(*count)++];
        *standing = (struct class_standing){
            .sessions = (int)query_column_integer(&query, 1),
            .finished = (int)query_column_integer(&query, 2),
            .last = query_column_real(&query, 3),
        };
        query_column_copy(&query, 0, standing->person, sizeof standing->person);
    }
    if (query_end(&query, error)) {
        return true;
    }
    free(*standings);
    *standings = NULL;
    *count = 0;
    return false;
}
