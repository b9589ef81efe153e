/* class_print.c: classes, rosters and imports, as tables and as JSON. */
#include "cli/class_print.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/words.h"
#include "class/branch_numbers.h"
#include "core/score.h"

static void print_json(cJSON *root)
{
    char *json = cJSON_Print(root);
    cJSON_Delete(root);
    if (!json)
        abort();
    puts(json);
    free(json);
}

/* --------------------------------------------------------------------------------- tables ---- */

enum { COLUMNS_MAX = 8, CELL_SIZE = 256 };

/* Columns as wide as what is in them, up to a limit; empty ones are left out. */
struct table {
    int columns;
    const char *titles[COLUMNS_MAX];
    int most[COLUMNS_MAX];    /* cells of the widest that is shown whole */
    bool number[COLUMNS_MAX]; /* to the right */
    char (*cells)[CELL_SIZE]; /* rows of columns */
    int rows;
};

static const char *cell_of(const struct table *table, int row, int column)
{
    return table->cells[row * table->columns + column];
}

static int column_width(const struct table *table, int column)
{
    int widest = 0;
    for (int row = 0; row < table->rows; row++) {
        int width = text_width(cell_of(table, row, column));
        widest = width > widest ? width : widest;
    }
    if (widest == 0)
        return 0;
    int title = text_width(table->titles[column]);
    widest = widest > title ? widest : title;
    return widest < table->most[column] ? widest : table->most[column];
}

static void print_row(const struct table *table, const int widths[], int row)
{
    bool first = true;
    int last = table->columns - 1;
    while (last > 0 && widths[last] == 0)
        last--;
    for (int column = 0; column <= last; column++) {
        char fitted[2 * CELL_SIZE];
        const char *text = row < 0 ? table->titles[column] : cell_of(table, row, column);
        if (widths[column] == 0)
            continue;
        bool right = table->number[column];
        text_fit(text, widths[column], !right && column < last, fitted, sizeof fitted);
        int gap = right ? widths[column] - text_width(fitted) : 0;
        printf("%s%*s%s", first ? "" : "  ", gap, "", fitted);
        first = false;
    }
    putchar('\n');
}

static void print_table(const struct table *table)
{
    int widths[COLUMNS_MAX];
    for (int column = 0; column < table->columns; column++)
        widths[column] = column_width(table, column);
    for (int row = -1; row < table->rows; row++)
        print_row(table, widths, row);
}

static void table_begin(struct table *table, int rows)
{
    table->rows = rows;
    table->cells = calloc((size_t)rows * (size_t)table->columns + 1, CELL_SIZE);
    if (!table->cells)
        abort();
}

static char *table_cell(struct table *table, int row, int column)
{
    return table->cells[row * table->columns + column];
}

/* ----------------------------------------------------------------------------------- list ---- */

static const char *policy_words(enum attempt_policy policy)
{
    static const char *const words[POLICY_COUNT] = {
        [POLICY_FIRST] = N_("the first attempt counts"),
        [POLICY_BEST] = N_("the best attempt counts"),
        [POLICY_LAST] = N_("the last attempt counts"),
        [POLICY_AVERAGE] = N_("the average of all attempts counts"),
    };
    return _(words[policy]);
}

static cJSON *class_json(const struct class_row *row)
{
    char created[CLOCK_TIME_SIZE];
    cJSON *object = cJSON_CreateObject();
    clock_format(row->created_at, created);
    cJSON_AddStringToObject(object, "class", row->id);
    cJSON_AddStringToObject(object, "title", row->title);
    cJSON_AddStringToObject(object, "policy", attempt_policy_name(row->policy));
    cJSON_AddNumberToObject(object, "pass_mark", row->pass_mark);
    cJSON_AddNumberToObject(object, "double_share", row->double_share);
    cJSON_AddStringToObject(object, "created_at", created);
    return object;
}

static void print_classes(const struct class_row *rows, int count)
{
    enum { ID, PEOPLE, CREATED, TITLE, COUNT };
    struct table table = {
        .columns = COUNT,
        .titles = {_("Class ID"), _("People"), _("Created"), _("Title")},
        .most = {CLASS_ID_SIZE, 8, 10, 60},
        .number = {[PEOPLE] = true},
    };
    table_begin(&table, count);
    for (int i = 0; i < count; i++) {
        char created[CLOCK_TIME_SIZE];
        clock_format(rows[i].created_at, created);
        snprintf(table_cell(&table, i, ID), CELL_SIZE, "%s", rows[i].id);
        snprintf(table_cell(&table, i, PEOPLE), CELL_SIZE, "%d", rows[i].people);
        snprintf(table_cell(&table, i, CREATED), CELL_SIZE, "%.10s", created);
        snprintf(table_cell(&table, i, TITLE), CELL_SIZE, "%s", rows[i].title);
    }
    print_table(&table);
    free(table.cells);
}

bool class_print_list(struct store *store, bool json, struct error *error)
{
    struct class_row *rows = NULL;
    int count = 0;
    if (!store_classes(store, &rows, &count, error))
        return false;
    if (json) {
        cJSON *root = cJSON_CreateArray();
        for (int i = 0; i < count; i++) {
            cJSON *object = class_json(&rows[i]);
            cJSON_AddNumberToObject(object, "people", rows[i].people);
            cJSON_AddItemToArray(root, object);
        }
        print_json(root);
    } else if (count > 0) {
        print_classes(rows, count);
    } else {
        puts(_("No classes yet. To make one: yanlian class new ID --title TITLE --as TRAINER"));
    }
    free(rows);
    return true;
}

/* ----------------------------------------------------------------------------------- show ---- */

/* All that is shown of a class. */
struct class_view {
    struct class_row row;
    char *numbers;
    struct roster_entry *entries;
    int entry_count;
    struct class_standing *standings;
    int standing_count;
};

static bool view_load(struct store *store, const char *id, struct class_view *view,
                      struct error *error)
{
    if (!store_class(store, id, &view->row, error))
        return false;
    view->numbers = store_class_numbers(store, id, error);
    return view->numbers && store_roster(store, id, &view->entries, &view->entry_count, error) &&
           store_class_standings(store, id, &view->standings, &view->standing_count, error);
}

static void view_free(struct class_view *view)
{
    free(view->numbers);
    free(view->entries);
    free(view->standings);
}

/* Of somebody who has not played: zeros. */
static struct class_standing standing_of(const struct class_view *view, const char *person)
{
    for (int i = 0; i < view->standing_count; i++)
        if (strcmp(view->standings[i].person, person) == 0)
            return view->standings[i];
    return (struct class_standing){.sessions = 0};
}

static void print_people(const struct class_view *view)
{
    enum { POSITION, NAME, STAFF, BRANCH, ROLE, SESSIONS, LAST, COUNT };
    struct table table = {
        .columns = COUNT,
        .titles = {_("No."), _("Name"), _("Staff number"), _("Branch"), _("Job"), _("Sessions"),
                   _("Last score")},
        .most = {4, 20, 14, 20, 16, 8, 10},
        .number = {[POSITION] = true, [SESSIONS] = true, [LAST] = true},
    };
    table_begin(&table, view->entry_count);
    for (int i = 0; i < view->entry_count; i++) {
        const struct roster_entry *entry = &view->entries[i];
        struct class_standing standing = standing_of(view, entry->person.id);
        char score[SCORE_TEXT_SIZE] = "-";
        if (standing.finished > 0)
            score_format(standing.last, score);
        snprintf(table_cell(&table, i, POSITION), CELL_SIZE, "%d", entry->position);
        snprintf(table_cell(&table, i, NAME), CELL_SIZE, "%s", entry->person.name);
        snprintf(table_cell(&table, i, STAFF), CELL_SIZE, "%s", entry->person.staff_number);
        snprintf(table_cell(&table, i, BRANCH), CELL_SIZE, "%s", entry->branch);
        snprintf(table_cell(&table, i, ROLE), CELL_SIZE, "%s", entry->role);
        /* as reports count: what was begun and left is nobody's result */
        snprintf(table_cell(&table, i, SESSIONS), CELL_SIZE, "%d", standing.finished);
        snprintf(table_cell(&table, i, LAST), CELL_SIZE, "%s", score);
    }
    print_table(&table);
    free(table.cells);
}

static void print_numbers(const char *json)
{
    cJSON *root = cJSON_Parse(json);
    const cJSON *each;
    cJSON_ArrayForEach(each, root)
    {
        char *name = text_clean(each->string, strlen(each->string), CELL_SIZE, false);
        printf("  %s = %.15g\n", name, each->valuedouble);
        free(name);
    }
    cJSON_Delete(root);
}

static void print_view(const struct class_view *view)
{
    const struct class_row *row = &view->row;
    char created[CLOCK_TIME_SIZE];
    clock_format(row->created_at, created);
    printf("%s  %s\n", row->id, row->title);
    printf(_("Created on %.10s; pass mark %.4g; %s; %.4g%% marked twice\n"), created,
           row->pass_mark, policy_words(row->policy), 100 * row->double_share);
    if (strcmp(view->numbers, "{}") != 0) {
        puts(_("The branch's own numbers:"));
        print_numbers(view->numbers);
    }
    putchar('\n');
    if (view->entry_count > 0)
        print_people(view);
    else
        printf(_("Nobody is on the roster yet: yanlian class roster %s FILE.csv --as TRAINER\n"),
               row->id);
}

static cJSON *person_json(const struct roster_entry *entry)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "position", entry->position);
    cJSON_AddStringToObject(object, "person", entry->person.name);
    cJSON_AddStringToObject(object, "staff_number", entry->person.staff_number);
    cJSON_AddStringToObject(object, "branch", entry->branch);
    cJSON_AddStringToObject(object, "role", entry->role);
    return object;
}

static void print_view_json(const struct class_view *view)
{
    cJSON *root = class_json(&view->row);
    cJSON *numbers = cJSON_Parse(view->numbers);
    cJSON_AddItemToObject(root, "numbers", numbers ? numbers : cJSON_CreateObject());
    cJSON *people = cJSON_AddArrayToObject(root, "people");
    for (int i = 0; i < view->entry_count; i++) {
        struct class_standing standing = standing_of(view, view->entries[i].person.id);
        cJSON *object = person_json(&view->entries[i]);
        cJSON_AddNumberToObject(object, "sessions", standing.sessions);
        cJSON_AddNumberToObject(object, "finished", standing.finished);
        if (standing.finished > 0)
            cJSON_AddNumberToObject(object, "last_score", standing.last);
        cJSON_AddItemToArray(people, object);
    }
    print_json(root);
}

bool class_print_class(struct store *store, const char *id, bool json, struct error *error)
{
    struct class_view view = {.numbers = NULL};
    bool loaded = view_load(store, id, &view, error);
    if (loaded && json)
        print_view_json(&view);
    else if (loaded)
        print_view(&view);
    view_free(&view);
    return loaded;
}

/* Every number that exercises take: the branch's own, marked, or else the one given. */
static void print_all_numbers(const cJSON *own, const struct branch_number *numbers, int count)
{
    enum { MARK, NAME, VALUE, UNIT, LABEL, COUNT };
    struct table table = {
        .columns = COUNT,
        .titles = {"", _("Number"), _("Value"), "", _("Meaning")},
        .most = {1, 40, 16, 16, 60},
        .number = {[VALUE] = true},
    };
    table_begin(&table, count);
    for (int i = 0; i < count; i++) {
        const cJSON *value = cJSON_GetObjectItemCaseSensitive(own, numbers[i].name);
        snprintf(table_cell(&table, i, MARK), CELL_SIZE, "%s", value ? "*" : " ");
        snprintf(table_cell(&table, i, NAME), CELL_SIZE, "%s", numbers[i].name);
        snprintf(table_cell(&table, i, VALUE), CELL_SIZE, "%.15g",
                 value ? value->valuedouble : numbers[i].given);
        snprintf(table_cell(&table, i, UNIT), CELL_SIZE, "%s", numbers[i].unit);
        snprintf(table_cell(&table, i, LABEL), CELL_SIZE, "%s", numbers[i].label);
    }
    print_table(&table);
    free(table.cells);
}

bool class_print_numbers(struct store *store, const char *id, bool json, struct error *error)
{
    struct branch_number *numbers = NULL;
    int count = 0;
    char *own = store_class_numbers(store, id, error);
    if (!own)
        return false;
    cJSON *root = cJSON_Parse(own);
    bool listed = json || branch_numbers_list(words_language(), &numbers, &count, error);
    if (json) {
        print_json(root ? root : cJSON_CreateObject());
        root = NULL;
    } else if (listed) {
        print_all_numbers(root, numbers, count);
        putchar('\n');
        printf(_("* is the branch's own, the others are the exercises'. To set one: yanlian class "
                 "numbers %s NAME=VALUE --as TRAINER\n"),
               id);
    }
    cJSON_Delete(root);
    branch_numbers_free(numbers, count);
    free(own);
    return listed;
}

/* --------------------------------------------------------------------------------- import ---- */

/* "; branch 城东 → 城西" for a text that is another now. */
static void print_change(const char *title, const char *before, const char *after)
{
    if (strcmp(before, after) != 0)
        printf("; %s %s → %s", title, before[0] ? before : "-", after);
}

static void print_line(const struct roster_line *line)
{
    static const char *const marks[ROSTER_CHANGES] = {
        [ROSTER_ADDED] = "+", [ROSTER_CHANGED] = "~", [ROSTER_MISSING] = "?"};
    const struct roster_entry *before = &line->before, *after = &line->after;
    if (line->change == ROSTER_SAME)
        return;
    printf("%s %3d  ", marks[line->change], after->position);
    if (after->person.staff_number[0])
        printf(_("%s (%s)"), after->person.name, after->person.staff_number);
    else
        fputs(after->person.name, stdout);
    if (line->change == ROSTER_CHANGED) {
        print_change(_("name"), before->person.name, after->person.name);
        print_change(_("staff number"), before->person.staff_number, after->person.staff_number);
        print_change(_("branch"), before->branch, after->branch);
        print_change(_("role"), before->role, after->role);
    } else if (line->change == ROSTER_MISSING) {
        printf("  %s", _("not in the file; stays on the roster"));
    }
    putchar('\n');
}

static void print_import_json(const char *id, const struct roster_outcome *outcome)
{
    static const char *const names[ROSTER_CHANGES] = {"added", "changed", "unchanged", "missing"};
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "class", id);
    for (int change = 0; change < ROSTER_CHANGES; change++) {
        cJSON *list = cJSON_AddArrayToObject(root, names[change]);
        for (int i = 0; i < outcome->count; i++)
            if ((int)outcome->lines[i].change == change)
                cJSON_AddItemToArray(list, person_json(&outcome->lines[i].after));
    }
    print_json(root);
}

bool class_print_import(struct store *store, const char *id, const struct roster_outcome *outcome,
                        bool json, struct error *error)
{
    struct class_row row;
    if (!store_class(store, id, &row, error))
        return false;
    if (json) {
        print_import_json(id, outcome);
        return true;
    }
    for (int i = 0; i < outcome->count; i++)
        print_line(&outcome->lines[i]);
    printf(_("Class %s: %d on the roster; %d added, %d changed, %d as before, %d not in the "
             "file\n"),
           id, row.people, outcome->counts[ROSTER_ADDED], outcome->counts[ROSTER_CHANGED],
           outcome->counts[ROSTER_SAME], outcome->counts[ROSTER_MISSING]);
    return true;
}
