/* main.c: finds the command that was asked for, and runs it. */
#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "practice/library.h"
#include "tui/tui.h"

#ifndef YANLIAN_VERSION
#define YANLIAN_VERSION "0"
#endif

struct command {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *arguments;
    const char *summary;
    const char *example;
};

static const struct command commands[] = {
#define X(name_, function_, arguments_, summary_, example_) \
    {.name = name_,                                         \
     .run = function_,                                      \
     .arguments = arguments_,                               \
     .summary = summary_,                                   \
     .example = example_},
    COMMANDS(X)
#undef X
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static const struct command *find(const char *name)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    }
    return NULL;
}

int command_help(const char *name)
{
    const struct command *command = find(name);
    printf(_("Usage: yanlian %s %s\n"), command->name, command->arguments);
    printf("%s\n", _(command->summary));
    printf(_("Example: %s\n"), command->example);
    return 0;
}

static int print_help(void)
{
    printf("%s\n\n", _("yanlian (演练): role-play with bank customers, scored by rules"));
    printf("%s\n", _("Usage: yanlian [COMMAND] [OPTIONS]"));
    for (int i = 0; i < COMMAND_COUNT; i++)
        printf("  %-9s %s\n", commands[i].name, _(commands[i].summary));
    printf("\n%s\n", _("`yanlian COMMAND --help` shows a command's options and an example."));
    printf("%s\n", _("Sessions are kept in $YANLIAN_STORE, or yanlian/yanlian.db under "
                     "$XDG_DATA_HOME (~/.local/share)."));
    return 0;
}

static int unknown(const char *name)
{
    const char *names[COMMAND_COUNT];
    struct error error;
    for (int i = 0; i < COMMAND_COUNT; i++)
        names[i] = commands[i].name;
    const char *near = error_nearest(name, names, COMMAND_COUNT);
    if (near)
        error_set(&error, ERROR_USAGE, _("there is no command '%s' (did you mean '%s'?)"), name,
                  near);
    else
        error_set(&error, ERROR_USAGE, _("there is no command '%s': see `yanlian --help`"), name);
    return command_fail(&error);
}

/*
 * A standard file that the caller closed would be the next file opened, the database perhaps, and
 * what is printed would land in it. Reading and writing the ones put here fails, as it should.
 */
static void hold_standard_files(void)
{
    for (int file = 0; file <= 2; file++) {
        if (fcntl(file, F_GETFD) < 0)
            (void)!open("/dev/null", file == 0 ? O_WRONLY : O_RDONLY);
    }
}

/* The value of --lang at this place, and how many words it takes; NULL for another word. */
static const char *language_at(char *const *argv, int *words)
{
    static const char option[] = "--lang";
    size_t length = strlen(option);
    *words = 1;
    if (!*argv || strncmp(*argv, option, length) != 0)
        return NULL;
    if ((*argv)[length] == '=')
        return *argv + length + 1;
    *words = 2;
    return (*argv)[length] == '\0' ? argv[1] : NULL;
}

/* At once, wherever it stands: also what is wrong with the words before it is said in it. */
static void use_language(int argc, char **argv)
{
    for (int i = 1, words; i < argc; i++) {
        enum language language;
        const char *value = language_at(argv + i, &words);
        if (value && language_parse(value, &language))
            words_use(language);
    }
}

static int run(int argc, char **argv)
{
    int words;
    enum language language;
    use_language(argc, argv);
    /* Before a command it is the command's, as behind it; before none, the home screen's. */
    const char *value = argc > 1 ? language_at(argv + 1, &words) : NULL;
    if (value && language_parse(value, &language) && argc > words + 1 && find(argv[words + 1])) {
        argv += words;
        argc -= words;
    }
    if (argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
                     strcmp(argv[1], "help") == 0))
        return print_help();
    if (argc > 1 && strcmp(argv[1], "--version") == 0) {
        printf("yanlian %s\n", YANLIAN_VERSION);
        return 0;
    }
    if (argc < 2 || argv[1][0] == '-')
        return command_home(argc, argv);
    const struct command *command = find(argv[1]);
    return command ? command->run(argc - 1, argv + 1) : unknown(argv[1]);
}

int main(int argc, char **argv)
{
    struct error error;
    hold_standard_files();
    char *locale = library_locale_folder();
    words_begin(locale);
    words_use(words_from_environment());
    free(locale);
    signal(SIGXFSZ, SIG_IGN); /* a file-size limit is then an error like any other */
    if (sodium_init() < 0) {
        fputs("yanlian: libsodium does not start on this machine\n", stderr);
        return 1;
    }
    int code = run(argc, argv);
    if (tui_stop_signal() != 0)
        return 128 + tui_stop_signal();
    return code == 0 && !command_flush(&error) ? command_fail(&error) : code;
}
