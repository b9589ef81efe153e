/* command_class.c: `yanlian class`: classes, rosters and numbers. */
#include <cjson/cJSON.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "class/branch_numbers.h"
#include "cli/ask_trainer.h"
#include "cli/class_print.h"
#include "cli/command.h"
#include "cli/options.h"

struct class_arguments {
    const char *verb, *id;
    struct command_rest rest; /* operands behind the id */
    const char *title, *as, *file;
    enum attempt_policy policy;
    double pass_mark, double_share;
    bool has_policy, has_pass_mark, has_double_share;
    bool rename, json;
};

static const enum attempt_policy policy_default = POLICY_BEST;
static const double pass_mark_default = 60;

/* A whole text that is a finite number. */
static bool parse_number(const char *text, double *number)
{
    char *end;
    errno = 0;
    *number = strtod(text, &end);
    return end != text && *end == '\0' && errno == 0 && isfinite(*number);
}

static bool parse_range(const char *option, const char *text, double most, double *number,
                        struct error *error)
{
    if (parse_number(text, number) && *number >= 0 && *number <= most)
        return true;
    return error_set(error, ERROR_USAGE, _("%s %s: use a number from 0 to %g"), option, text, most);
}

static bool take_policy(void *to, const char *value, struct error *error)
{
    return attempt_policy_parse(value, to) ||
           error_set(error, ERROR_USAGE, _("--policy %s: use first, best, last or average"), value);
}

static bool take_pass_mark(void *to, const char *value, struct error *error)
{
    return parse_range("--pass-mark", value, 100, to, error);
}

static bool take_double_share(void *to, const char *value, struct error *error)
{
    return parse_range("--double-share", value, 1, to, error);
}

static int parse(int argc, char **argv, struct class_arguments *arguments)
{
    const struct command_option options[] = {
        {.name = "title", .word = &arguments->title},
        {.name = "policy",
         .take = take_policy,
         .to = &arguments->policy,
         .flag = &arguments->has_policy},
        {.name = "pass-mark",
         .take = take_pass_mark,
         .to = &arguments->pass_mark,
         .flag = &arguments->has_pass_mark},
        {.name = "double-share",
         .take = take_double_share,
         .to = &arguments->double_share,
         .flag = &arguments->has_double_share},
        {.name = "rename", .flag = &arguments->rename},
        {.name = "as", .word = &arguments->as},
        {.name = "passphrase-file", .word = &arguments->file},
        {.name = "json", .flag = &arguments->json},
        {.word = &arguments->verb},
        {.word = &arguments->id},
        {.rest = &arguments->rest},
        {0},
    };
    return command_options(argc, argv, "class", options);
}

static bool ask(struct store *store, const struct class_arguments *arguments, struct error *error)
{
    struct trainer trainer;
    return ask_trainer(store, arguments->as, arguments->file, &trainer, error);
}

/* ------------------------------------------------------------------------------- new, set ---- */

/* Those that were given; false when the title is too long to be kept whole. */
static bool take_settings(const struct class_arguments *arguments, struct class_row *row,
                          struct error *error)
{
    if (arguments->title) {
        char *title = text_clean(arguments->title, strlen(arguments->title), 4096, false);
        bool fits = strlen(title) <= STORE_NAME_MAX;
        snprintf(row->title, sizeof row->title, "%s", fits ? title : "");
        free(title);
        if (!fits)
            return error_set(error, ERROR_USAGE,
                             _("the title is too long: at most %d bytes (%d Chinese characters)"),
                             STORE_NAME_MAX, STORE_NAME_MAX / 3);
    }
    if (arguments->has_policy)
        row->policy = arguments->policy;
    if (arguments->has_pass_mark)
        row->pass_mark = arguments->pass_mark;
    if (arguments->has_double_share)
        row->double_share = arguments->double_share;
    return true;
}

static bool add(struct store *store, const struct class_arguments *arguments, struct error *error)
{
    struct class_row row = {.policy = policy_default, .pass_mark = pass_mark_default};
    if (!class_id_is_valid(arguments->id))
        return error_set(error, ERROR_USAGE,
                         _("'%s' can't be a class: use 2 to 40 lower-case letters, digits and "
                           "hyphens, a letter first"),
                         arguments->id);
    if (!arguments->title)
        return error_set(error, ERROR_USAGE, "%s", _("give the class a title: --title TITLE"));
    snprintf(row.id, sizeof row.id, "%s", arguments->id);
    if (!take_settings(arguments, &row, error) || !ask(store, arguments, error) ||
        !store_add_class(store, &row, error))
        return false;
    printf(_("Class added: %s. Next: yanlian class roster %s FILE.csv --as TRAINER\n"), row.id,
           row.id);
    return true;
}

static bool set(struct store *store, const struct class_arguments *arguments, struct error *error)
{
    struct class_row row;
    bool changes = arguments->title || arguments->has_policy || arguments->has_pass_mark ||
                   arguments->has_double_share;
    if (!changes)
        return error_set(error, ERROR_USAGE, "%s",
                         _("say what to set: --title, --policy, --pass-mark or --double-share"));
    if (!store_class(store, arguments->id, &row, error) || !take_settings(arguments, &row, error) ||
        !ask(store, arguments, error) || !store_change_class(store, &row, error))
        return false;
    return class_print_class(store, row.id, arguments->json, error);
}

/* --------------------------------------------------------------------------------- roster ---- */

/* All of them to stderr; the caller's error then only counts them, as the first is told here. */
static void tell_faults(const struct fault_list *faults, struct error *error)
{
    for (int i = 0; i < faults->count; i++) {
        struct error each;
        error_at(&each, ERROR_USAGE, faults->faults[i].file, faults->faults[i].line, "%s",
                 faults->faults[i].message);
        error_print(&each, stderr);
    }
    if (faults->count > 0 && faults->dropped > 0)
        error_set(error, ERROR_SCENARIO, "%s",
                  _("and there are more faults; nothing was imported"));
    else if (faults->count > 0)
        error_set(error, ERROR_SCENARIO,
                  ngettext("%d fault; nothing was imported", "%d faults; nothing was imported",
                           (unsigned long)faults->count),
                  faults->count);
}

static bool import(struct store *store, const struct class_arguments *arguments,
                   struct error *error)
{
    struct class_row row;
    struct roster_file file = {0};
    struct roster_outcome outcome = {0};
    struct fault_list faults = {0};
    if (!store_class(store, arguments->id, &row, error))
        return false;
    bool done = roster_read(arguments->rest.words[0], &file, &faults, error);
    if (done) {
        fault_list_free(&faults);
        faults = (struct fault_list){0};
        done = ask(store, arguments, error) &&
               roster_import(store, row.id, &file, arguments->rename, &outcome, &faults, error);
    }
    if (!done)
        tell_faults(&faults, error);
    done = done && class_print_import(store, row.id, &outcome, arguments->json, error);
    fault_list_free(&faults);
    roster_outcome_free(&outcome);
    roster_file_free(&file);
    return done;
}

/* -------------------------------------------------------------------------------- numbers ---- */

/* "contact-plan.high", of `length` bytes. */
static bool is_number_name(const char *name, size_t length)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    char copy[128];
    if (length == 0 || length >= sizeof copy)
        return false;
    memcpy(copy, name, length);
    copy[length] = '\0';
    char *dot = strchr(copy, '.');
    if (!dot || strchr(letters, copy[0]) == NULL || dot[1] == '\0' ||
        strchr(letters, dot[1]) == NULL)
        return false;
    *dot = '-'; /* there is one, and all else is letters, digits, hyphens and low lines */
    return strspn(copy, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
           length;
}

/* One NAME=VALUE, or NAME= to take it out, into `numbers`. */
static bool apply_number(cJSON *numbers, const char *word, struct error *error)
{
    const char *equals = strchr(word, '=');
    double value = 0;
    if (!equals || !is_number_name(word, (size_t)(equals - word)))
        return error_set(error, ERROR_USAGE,
                         _("'%s': write EXERCISE.NUMBER=VALUE, such as contact-plan.high=70"),
                         word);
    bool removes = equals[1] == '\0';
    if (!removes && !parse_number(equals + 1, &value))
        return error_set(error, ERROR_USAGE, _("'%s': '%s' is no number"), word, equals + 1);
    char *name = strndup(word, (size_t)(equals - word));
    if (!name)
        abort();
    if (removes && !cJSON_GetObjectItemCaseSensitive(numbers, name)) {
        error_set(error, ERROR_NOT_FOUND, _("the class has no number %s of its own"), name);
        free(name);
        return false;
    }
    cJSON_DeleteItemFromObjectCaseSensitive(numbers, name);
    if (!removes)
        cJSON_AddNumberToObject(numbers, name, value);
    free(name);
    return true;
}

/* Once all are applied, as numbers of one exercise may only fit together. */
static bool check_number(const cJSON *numbers, const char *word, struct error *error)
{
    const char *equals = strchr(word, '=');
    bool removes = equals[1] == '\0';
    char *name = strndup(word, (size_t)(equals - word));
    if (!name)
        abort();
    bool fits = removes || branch_numbers_check(numbers, name, error);
    free(name);
    return fits;
}

struct numbers_change {
    struct store *store;
    const struct class_arguments *arguments;
};

/* In one transaction, so that a number set elsewhere meanwhile isn't lost. */
static bool change_numbers(void *data, struct error *error)
{
    const struct numbers_change *change = data;
    const struct class_arguments *arguments = change->arguments;
    char *json = store_class_numbers(change->store, arguments->id, error);
    if (!json)
        return false;
    cJSON *numbers = cJSON_Parse(json);
    bool good =
        cJSON_IsObject(numbers) ||
        error_set(error, ERROR_STORE, _("the numbers of class %s can't be read"), arguments->id);
    free(json);
    for (int i = 0; good && i < arguments->rest.count; i++)
        good = apply_number(numbers, arguments->rest.words[i], error);
    for (int i = 0; good && i < arguments->rest.count; i++)
        good = check_number(numbers, arguments->rest.words[i], error);
    json = good ? cJSON_PrintUnformatted(numbers) : NULL;
    good = json && store_set_class_numbers(change->store, arguments->id, json, error);
    cJSON_Delete(numbers);
    free(json);
    return good;
}

static bool set_numbers(struct store *store, const struct class_arguments *arguments,
                        struct error *error)
{
    struct class_row row;
    struct numbers_change change = {.store = store, .arguments = arguments};
    return store_class(store, arguments->id, &row, error) && ask(store, arguments, error) &&
           store_together(store, change_numbers, &change, error) &&
           class_print_numbers(store, row.id, arguments->json, error);
}

/* ---------------------------------------------------------------------------------- whole ---- */

static bool list(struct store *store, const struct class_arguments *arguments, struct error *error)
{
    return class_print_list(store, arguments->json, error);
}

static bool show(struct store *store, const struct class_arguments *arguments, struct error *error)
{
    return class_print_class(store, arguments->id, arguments->json, error);
}

static bool numbers(struct store *store, const struct class_arguments *arguments,
                    struct error *error)
{
    return arguments->rest.count > 0
               ? set_numbers(store, arguments, error)
               : class_print_numbers(store, arguments->id, arguments->json, error);
}

static const struct verb {
    const char *name;
    bool (*run)(struct store *store, const struct class_arguments *arguments, struct error *error);
    bool takes_id;
    int least, most; /* operands behind the id */
} verbs[] = {
    {.name = "new", .run = add, .takes_id = true},
    {.name = "set", .run = set, .takes_id = true},
    {.name = "show", .run = show, .takes_id = true},
    {.name = "list", .run = list},
    {.name = "roster", .run = import, .takes_id = true, .least = 1, .most = 1},
    {.name = "numbers", .run = numbers, .takes_id = true, .most = 1000},
};

enum { VERB_COUNT = sizeof verbs / sizeof *verbs };

static const struct verb *find_verb(const char *name)
{
    for (int i = 0; i < VERB_COUNT; i++)
        if (strcmp(verbs[i].name, name) == 0)
            return &verbs[i];
    return NULL;
}

static bool check(const struct verb *verb, const struct class_arguments *arguments,
                  struct error *error)
{
    if (!verb)
        return error_set(error, ERROR_USAGE,
                         _("'%s': use yanlian class new, set, show, list, roster or numbers"),
                         arguments->verb);
    if (verb->takes_id && !arguments->id)
        return error_set(error, ERROR_USAGE, _("say which class: yanlian class %s ID"), verb->name);
    if (arguments->rest.count < verb->least)
        return error_set(error, ERROR_USAGE,
                         _("name the roster's file: yanlian class roster %s FILE.csv"),
                         arguments->id);
    const char *surplus = !verb->takes_id && arguments->id     ? arguments->id
                          : arguments->rest.count > verb->most ? arguments->rest.words[verb->most]
                                                               : NULL;
    return !surplus || option_surplus("class", surplus, error);
}

int command_class(int argc, char **argv)
{
    struct class_arguments arguments = {.verb = "list"};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
    const struct verb *verb = find_verb(arguments.verb);
    if (!check(verb, &arguments, &error))
        return command_fail(&error);
    struct store *store = command_open_store(&error);
    bool done = store && verb->run(store, &arguments, &error) && command_flush(&error);
    store_close(store);
    return done ? 0 : command_fail(&error);
}
