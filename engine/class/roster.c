/* roster.c: brings a class's roster up to a file, and finds people on it. */
#include "class/roster.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "practice/player.h"

struct importing {
    struct store *store;
    const char *class;
    const struct roster_file *file;
    bool rename;
    struct roster_entry *present; /* the roster as it is */
    int present_count;
    bool *met; /* which of them the file has */
    struct roster_outcome *outcome;
    struct fault_list *faults;
};

/* ------------------------------------------------------------------------------ matching ---- */

/* Who on the roster has this number; -1 for nobody. */
static int find_number(const struct importing *importing, const char *staff_number)
{
    for (int i = 0; i < importing->present_count; i++) {
        if (staff_number[0] != '\0' &&
            strcmp(importing->present[i].person.staff_number, staff_number) == 0) {
            return i;
        }
    }
    return -1;
}

/*
 * Who on the roster has this name, no other number, and was not met yet; -1 for nobody, and for
 * several, who can't be told apart.
 */
static int find_name(const struct importing *importing, const struct person *wanted, bool *several)
{
    int found = -1;
    *several = false;
    for (int i = 0; i < importing->present_count; i++) {
        const struct person *person = &importing->present[i].person;
        bool open = wanted->staff_number[0] == '\0' || person->staff_number[0] == '\0';
        if (open && !importing->met[i] && strcmp(person->name, wanted->name) == 0) {
            *several = found >= 0;
            if (*several) {
                return -1;
            }
            found = i;
        }
    }
    return found;
}

/* The place on the roster of a person in the file; -1 for someone new. Faults are added. */
static int match(const struct importing *importing, int index)
{
    const struct person *wanted = &importing->file->entries[index].person;
    int line = importing->file->lines[index];
    bool several = false;
    int at = find_number(importing, wanted->staff_number);
    if (at < 0) {
        at = find_name(importing, wanted, &several);
    } else if (strcmp(importing->present[at].person.name, wanted->name) != 0 &&
               !importing->rename) {
        roster_fault(importing->faults, importing->file->name, line,
                     _("staff number %s is %s on the roster, and %s here: correct the number, or "
                       "use --rename if the name is being put right"),
                     wanted->staff_number, importing->present[at].person.name, wanted->name);
    }
    if (several) {
        roster_fault(importing->faults, importing->file->name, line,
                     _("there are several called %s on the roster: give the staff number"),
                     wanted->name);
    }
    if (at >= 0 && importing->met[at]) {
        roster_fault(importing->faults, importing->file->name, line,
                     _("%s is in the file twice, as number %d of the roster: remove one, or give "
                       "each a staff number"),
                     wanted->name, importing->present[at].position);
    }
    return at;
}

static bool same_entry(const struct roster_entry *a, const struct roster_entry *b)
{
    return strcmp(a->person.name, b->person.name) == 0 &&
           strcmp(a->person.staff_number, b->person.staff_number) == 0 &&
           strcmp(a->branch, b->branch) == 0 && strcmp(a->role, b->role) == 0;
}

/* What a file leaves empty, or has no column for, stays as it was. */
static void keep_known(char value[STORE_NAME_MAX + 1], const char before[STORE_NAME_MAX + 1])
{
    if (value[0] == '\0') {
        memcpy(value, before, STORE_NAME_MAX + 1);
    }
}

static void plan(const struct importing *importing, int index)
{
    struct roster_line *line = &importing->outcome->lines[importing->outcome->count++];
    int at = match(importing, index);
    *line = (struct roster_line){.change = ROSTER_ADDED, .after = importing->file->entries[index]};
    if (at < 0) {
        return;
    }
    importing->met[at] = true;
    line->before = importing->present[at];
    memcpy(line->after.person.id, line->before.person.id, sizeof line->after.person.id);
    line->after.position = line->before.position;
    keep_known(line->after.person.staff_number, line->before.person.staff_number);
    keep_known(line->after.branch, line->before.branch);
    keep_known(line->after.role, line->before.role);
    line->change = same_entry(&line->before, &line->after) ? ROSTER_SAME : ROSTER_CHANGED;
}

static void add_missing(const struct importing *importing)
{
    struct roster_outcome *outcome = importing->outcome;
    for (int i = 0; i < importing->present_count; i++) {
        if (!importing->met[i]) {
            outcome->lines[outcome->count++] = (struct roster_line){.change = ROSTER_MISSING,
                                                                    .before = importing->present[i],
                                                                    .after = importing->present[i]};
        }
    }
}

/* ----------------------------------------------------------------------------- importing ---- */

static bool write_lines(const struct importing *importing, struct error *error)
{
    struct roster_outcome *outcome = importing->outcome;
    for (int i = 0; i < outcome->count; i++) {
        struct roster_line *line = &outcome->lines[i];
        bool changes = line->change == ROSTER_ADDED || line->change == ROSTER_CHANGED;
        if (changes &&
            !store_add_roster(importing->store, importing->class, &line->after, 1, error)) {
            return false;
        }
    }
    return true;
}

static bool has_faults(const struct importing *importing, struct error *error)
{
    const struct fault_list *faults = importing->faults;
    if (faults->count == 0) {
        return false;
    }
    error_at(error, ERROR_USAGE, faults->faults[0].file, faults->faults[0].line, "%s",
             faults->faults[0].message);
    return true;
}

/* Everything that the import reads and writes, in one transaction. */
static bool import(void *data, struct error *error)
{
    struct importing *importing = data;
    struct roster_outcome *outcome = importing->outcome;
    if (!store_roster(importing->store, importing->class, &importing->present,
                      &importing->present_count, error)) {
        return false;
    }
    size_t most = (size_t)importing->present_count + (size_t)importing->file->count + 1;
    importing->met = calloc(most, sizeof *importing->met);
    outcome->lines = calloc(most, sizeof *outcome->lines);
    if (importing->met == NULL || outcome->lines == NULL) {
        abort();
    }
    for (int i = 0; i < importing->file->count; i++) {
        plan(importing, i);
    }
    add_missing(importing);
    for (int i = 0; i < outcome->count; i++) {
        outcome->counts[outcome->lines[i].change]++;
    }
    if (outcome->count > ROSTER_MAX) {
        roster_fault(importing->faults, importing->file->name, 0,
                     _("with these there would be more than %d people on the roster: make another "
                       "class"),
                     ROSTER_MAX);
    }
    return !has_faults(importing, error) && write_lines(importing, error);
}

bool roster_import(struct store *store, const char *class, const struct roster_file *file,
                   bool rename, struct roster_outcome *outcome, struct fault_list *faults,
                   struct error *error)
{
    struct roster_outcome made = {0};
    struct fault_list found = {0};
    struct importing importing = {.store = store,
                                  .class = class,
                                  .file = file,
                                  .rename = rename,
                                  .outcome = &made,
                                  .faults = &found};
    bool good = store_together(store, import, &importing, error);
    free(importing.present);
    free(importing.met);
    if (good && outcome != NULL) {
        *outcome = made;
    } else {
        roster_outcome_free(&made);
    }
    if (faults != NULL) {
        *faults = found;
    } else {
        fault_list_free(&found);
    }
    return good;
}

void roster_outcome_free(struct roster_outcome *outcome)
{
    free(outcome->lines);
    *outcome = (struct roster_outcome){0};
}

/* ------------------------------------------------------------------------------- finding ---- */

static bool fits(const struct person *person, const char *name, const char *staff_number)
{
    bool named = name[0] == '\0' || strcmp(person->name, name) == 0;
    if (staff_number[0] != '\0') {
        return named && strcmp(person->staff_number, staff_number) == 0;
    }
    return name[0] != '\0' && (named || strcmp(person->staff_number, name) == 0);
}

static bool not_on_roster(const char *class, const char *who, const struct roster_entry *entries,
                          int count, struct error *error)
{
    const char **names = calloc((size_t)count + 1, sizeof *names);
    if (names == NULL) {
        abort();
    }
    for (int i = 0; i < count; i++) {
        names[i] = entries[i].person.name;
    }
    const char *near = error_nearest(who, names, count);
    if (near != NULL) {
        error_set(error, ERROR_NOT_FOUND,
                  _("%s is not on the roster of class %s (did you mean %s?)"), who, class, near);
    } else {
        error_set(error, ERROR_NOT_FOUND,
                  _("%s is not on the roster of class %s: check name or staff number, or ask the "
                    "trainer to add you"),
                  who, class);
    }
    free(names);
    return false;
}

static char *clean_word(const char *word)
{
    return text_clean(word != NULL ? word : "", word != NULL ? strlen(word) : 0, STORE_NAME_MAX,
                      false);
}

bool roster_find(struct store *store, const char *class, const char *name, const char *staff_number,
                 struct roster_entry *entry, struct error *error)
{
    struct roster_entry *entries = NULL;
    int count = 0;
    int found = 0;
    if (!store_roster(store, class, &entries, &count, error)) {
        return false;
    }
    char *clean_name = clean_word(name);
    char *clean_number = clean_word(staff_number);
    for (int i = 0; i < count; i++) {
        if (fits(&entries[i].person, clean_name, clean_number)) {
            *entry = entries[i];
            found++;
        }
    }
    if (found == 0) {
        not_on_roster(class, clean_name[0] != '\0' ? clean_name : clean_number, entries, count,
                      error);
    } else if (found > 1) {
        error_set(error, ERROR_USAGE,
                  _("there are %d called %s on the roster of class %s: give the staff number, too, "
                    "with --staff"),
                  found, clean_name, class);
    }
    free(entries);
    free(clean_name);
    free(clean_number);
    return found == 1;
}

static bool is_on(const struct roster_entry *entries, int count, const char *id)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(entries[i].person.id, id) == 0) {
            return true;
        }
    }
    return false;
}

bool roster_admit(struct store *store, const char *class, struct person *person,
                  struct error *error)
{
    struct roster_entry *entries = NULL;
    struct roster_entry entry;
    int count = 0;
    if (!store_roster(store, class, &entries, &count, error)) {
        return false;
    }
    bool on = is_on(entries, count, person->id);
    free(entries);
    if (on) {
        return true;
    }
    if (!roster_find(store, class, person->name, person->staff_number, &entry, error)) {
        return false;
    }
    *person = entry.person;
    return true;
}

/* The one remembered, if of the class. */
static bool recall_player(struct store *store, const char *class, struct person *person,
                          struct error *error)
{
    struct error recalled = {0};
    if (player_recall(store, person, &recalled)) {
        return roster_admit(store, class, person, error);
    }
    if (recalled.code == ERROR_NONE) {
        return error_set(error, ERROR_USAGE,
                         _("say who plays for the class: --as NAME, as on its roster"));
    }
    if (error != NULL) {
        *error = recalled;
    }
    return false;
}

bool roster_player(struct store *store, const char *class, const char *name,
                   const char *staff_number, struct person *person, struct error *error)
{
    struct roster_entry entry;
    if (class == NULL) {
        return player_find(store, name, staff_number, person, error);
    }
    if (name == NULL && staff_number == NULL) {
        return recall_player(store, class, person, error);
    }
    if (!roster_find(store, class, name, staff_number, &entry, error)) {
        return false;
    }
    *person = entry.person;
    return player_remember(store, person, error);
}
