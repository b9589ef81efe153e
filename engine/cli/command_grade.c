/* command_grade.c: `yanlian grade`. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/ask_trainer.h"
#include "cli/command.h"
#include "cli/options.h"
#include "plain/plain_grade.h"
#include "tui/tui_class.h"

struct arguments {
    const char *operand, *class, *trainer, *passphrase_file;
    bool blind, plain, json;
};

static int parse(int argc, char **argv, struct arguments *arguments)
{
    const struct command_option options[] = {
        {.name = "class", .word = &arguments->class},
        {.name = "as", .word = &arguments->trainer},
        {.name = "passphrase-file", .word = &arguments->passphrase_file},
        {.name = "blind", .flag = &arguments->blind},
        {.name = "plain", .flag = &arguments->plain},
        {.name = "json", .flag = &arguments->json},
        {.word = &arguments->operand},
        {0},
    };
    return command_options(argc, argv, "grade", options);
}

static bool check_arguments(const struct arguments *arguments, struct error *error)
{
    if (arguments->operand && strcmp(arguments->operand, "agreement") != 0)
        return error_set(error, ERROR_USAGE,
                         _("'%s' is not known here: `yanlian grade --class ID --as TRAINER` or "
                           "`yanlian grade agreement --class ID`"),
                         arguments->operand);
    if (!arguments->class)
        return error_set(error, ERROR_USAGE,
                         _("name the class: --class ID (`yanlian class list` shows them)"));
    if (arguments->json && !arguments->operand)
        return error_set(error, ERROR_USAGE, _("--json goes with `yanlian grade agreement`"));
    return true;
}

static bool show_agreement(struct store *store, const struct class_row *class, bool json,
                           struct error *error)
{
    struct plain plain = {.in = stdin, .out = stdout, .language = words_language()};
    struct moderation moderation;
    if (!moderation_make(store, class, &moderation, error))
        return false;
    if (!moderation_count(store, class, &moderation, error)) {
        moderation_clear(&moderation);
        return false;
    }
    if (json) {
        char *text = moderation_to_json(&moderation, class);
        puts(text);
        free(text);
    } else {
        plain_moderation(&plain, class, &moderation);
    }
    moderation_clear(&moderation);
    return true;
}

static bool grade_in_lines(const struct plain_grading *grading, struct error *error)
{
    struct plain plain = {.in = stdin, .out = stdout, .language = words_language()};
    return plain_grade(&plain, grading, error);
}

static bool grade_on_screen(const struct plain_grading *grading, struct error *error)
{
    struct tui *tui = tui_open(error);
    bool done = tui && tui_grade(tui, grading->store, grading->class->id, grading->trainer,
                                 grading->blind, error);
    tui_close(tui);
    return done;
}

static bool grade(struct store *store, const struct class_row *class,
                  const struct arguments *arguments, struct error *error)
{
    struct trainer trainer;
    struct plain_grading grading = {
        .store = store, .class = class, .trainer = &trainer, .blind = arguments->blind};
    if (!ask_trainer(store, arguments->trainer, arguments->passphrase_file, &trainer, error))
        return false;
    if (!arguments->plain && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        return grade_on_screen(&grading, error);
    return grade_in_lines(&grading, error);
}

static bool run(struct store *store, const struct arguments *arguments, struct error *error)
{
    struct class_row class;
    if (!store_class(store, arguments->class, &class, error))
        return false;
    bool done = arguments->operand ? show_agreement(store, &class, arguments->json, error)
                                   : grade(store, &class, arguments, error);
    return done && command_flush(error);
}

int command_grade(int argc, char **argv)
{
    struct arguments arguments = {0};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
    if (!check_arguments(&arguments, &error))
        return command_fail(&error);
    struct store *store = command_open_store(&error);
    bool done = store && run(store, &arguments, &error);
    store_close(store);
    return done ? 0 : command_fail(&error);
}
