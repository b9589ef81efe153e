/* command_trainer.c: `yanlian trainer`: trainers and their passphrases. */
#include <cjson/cJSON.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask_trainer.h"
#include "cli/command.h"
#include "cli/options.h"

struct trainer_arguments {
    const char *verb, *name, *as;
    const char *file, *new_file; /* passphrases: of who allows it, and the new one */
    bool json;
};

static int parse(int argc, char **argv, struct trainer_arguments *arguments)
{
    const struct command_option options[] = {
        {.name = "as", .word = &arguments->as},
        {.name = "passphrase-file", .word = &arguments->file},
        {.name = "new-passphrase-file", .word = &arguments->new_file},
        {.name = "json", .flag = &arguments->json},
        {.word = &arguments->verb},
        {.word = &arguments->name},
        {0},
    };
    return command_options(argc, argv, "trainer", options);
}

/* ------------------------------------------------------------------------- new, passphrase ---- */

static bool ask_new(const char *file, const char *name, char passphrase[PASSPHRASE_MAX + 2],
                    struct error *error)
{
    char prompt[STORE_NAME_MAX + 100];
    char *clean = text_clean(name, strlen(name), STORE_NAME_MAX, false);
    snprintf(prompt, sizeof prompt, _("New passphrase of %s: "), clean);
    free(clean);
    return ask_passphrase(file, prompt, _("Once more: "), passphrase, error);
}

static bool has_trainers(struct store *store, bool *has, struct error *error)
{
    struct trainer *all = NULL;
    int count = 0;
    if (!store_trainers(store, &all, &count, error))
        return false;
    free(all);
    *has = count > 0;
    return true;
}

/* As the store took the name: what was typed may hold anything. */
static void say_added(struct store *store, const char *name)
{
    struct trainer added;
    if (store_trainer(store, name, &added, NULL))
        printf(_("Trainer added: %s\n"), added.name);
}

/* The first trainer needs nobody's leave; there is one passphrase then, in either file. */
static bool add(struct store *store, const struct trainer_arguments *arguments, struct error *error)
{
    char passphrase[PASSPHRASE_MAX + 2];
    struct trainer by;
    bool others = false;
    if (!has_trainers(store, &others, error))
        return false;
    if (others && !arguments->as)
        return error_set(error, ERROR_USAGE, "%s",
                         _("there are trainers already: one of them has to allow it, with --as"));
    if (others && !ask_trainer(store, arguments->as, arguments->file, &by, error))
        return false;
    const char *file = arguments->new_file;
    if (!file && !others)
        file = ask_passphrase_file(arguments->file);
    bool done = ask_new(file, arguments->name, passphrase, error) &&
                trainer_new(store, arguments->name, passphrase, others ? &by : NULL, error);
    sodium_memzero(passphrase, sizeof passphrase);
    if (done)
        say_added(store, arguments->name);
    return done;
}

/* Their own, or, with --as, that of a trainer who forgot it. */
static bool change(struct store *store, const struct trainer_arguments *arguments,
                   struct error *error)
{
    char passphrase[PASSPHRASE_MAX + 2];
    struct trainer by, whose;
    const char *as = arguments->as ? arguments->as : arguments->name;
    if (!ask_trainer(store, as, arguments->file, &by, error) ||
        !store_trainer(store, arguments->name, &whose, error))
        return false;
    bool done = ask_new(arguments->new_file, arguments->name, passphrase, error) &&
                trainer_change(store, whose.name, passphrase, error);
    sodium_memzero(passphrase, sizeof passphrase);
    if (done)
        printf(_("%s has a new passphrase.\n"), whose.name);
    return done;
}

/* ------------------------------------------------------------------------------------ list ---- */

static void print_json(const struct trainer *trainers, int count)
{
    cJSON *root = cJSON_CreateArray();
    for (int i = 0; i < count; i++) {
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "trainer", trainers[i].name);
        cJSON_AddStringToObject(object, "id", trainers[i].id);
        cJSON_AddItemToArray(root, object);
    }
    char *json = cJSON_Print(root);
    cJSON_Delete(root);
    puts(json ? json : "[]");
    free(json);
}

static bool list(struct store *store, bool json, struct error *error)
{
    struct trainer *trainers = NULL;
    int count = 0;
    if (!store_trainers(store, &trainers, &count, error))
        return false;
    for (int i = 0; i < count && !json; i++)
        puts(trainers[i].name);
    if (json)
        print_json(trainers, count);
    else if (count == 0)
        printf("%s\n", _("No trainers yet. To make the first: yanlian trainer new NAME"));
    free(trainers);
    return true;
}

/* ----------------------------------------------------------------------------------- whole ---- */

static bool run(struct store *store, const struct trainer_arguments *arguments, struct error *error)
{
    const char *verb = arguments->verb ? arguments->verb : "list";
    bool names_one = strcmp(verb, "new") == 0 || strcmp(verb, "passphrase") == 0;
    if (strcmp(verb, "list") == 0 && !arguments->name)
        return list(store, arguments->json, error);
    if (names_one && !arguments->name)
        return error_set(error, ERROR_USAGE, _("say whose: yanlian trainer %s NAME"), verb);
    if (!names_one)
        return error_set(error, ERROR_USAGE,
                         _("'%s': use yanlian trainer new NAME, passphrase NAME, or list"), verb);
    return strcmp(verb, "new") == 0 ? add(store, arguments, error)
                                    : change(store, arguments, error);
}

int command_trainer(int argc, char **argv)
{
    struct trainer_arguments arguments = {0};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
    struct store *store = command_open_store(&error);
    bool done = store && run(store, &arguments, &error) && command_flush(&error);
    store_close(store);
    return done ? 0 : command_fail(&error);
}
