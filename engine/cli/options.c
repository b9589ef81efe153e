/* options.c: a command's table of options, read by getopt_long. */
#include "cli/options.h"

#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "cli/command.h"

enum { NAMED_MAX = 16, CODE_FIRST = 256 /* beyond every letter */ };

/* The rows that are options, with those of every command. */
struct named {
    struct command_option rows[NAMED_MAX];
    int count;
};

static bool is_end(const struct command_option *row)
{
    return !row->name && !row->word && !row->rest;
}

static bool is_refused(const struct command_option *row)
{
    return !row->flag && !row->word && !row->take;
}

static bool has_value(const struct command_option *row)
{
    return row->word || row->take || !row->flag;
}

static bool has(const struct named *named, const char *name)
{
    for (int i = 0; i < named->count; i++) {
        if (strcmp(named->rows[i].name, name) == 0)
            return true;
    }
    return false;
}

/* Adds the options of a table, in its order; of two with one name the first stays. */
static void add(struct named *named, const struct command_option *options)
{
    for (; !is_end(options); options++) {
        if (!options->name || has(named, options->name))
            continue;
        assert(named->count < NAMED_MAX);
        named->rows[named->count++] = *options;
    }
}

/* What getopt_long gives for it, in either form. */
static int code_of(const struct named *named, int number)
{
    char letter = named->rows[number].letter;
    return letter ? letter : CODE_FIRST + number;
}

/* NULL for what getopt_long has complained about. */
static const struct command_option *find(const struct named *named, int code)
{
    for (int i = 0; i < named->count; i++) {
        if (code_of(named, i) == code)
            return &named->rows[i];
    }
    return NULL;
}

static void describe(const struct named *named, struct option *words, char *letters)
{
    for (int i = 0; i < named->count; i++) {
        const struct command_option *row = &named->rows[i];
        words[i] = (struct option){.name = row->name,
                                   .has_arg = has_value(row) ? required_argument : no_argument,
                                   .val = code_of(named, i)};
        if (row->letter)
            *letters++ = row->letter;
        if (row->letter && has_value(row))
            *letters++ = ':';
    }
}

static bool take(const struct command_option *row, const char *value, struct error *error)
{
    if (row->flag)
        *row->flag = true;
    if (row->word)
        *row->word = value;
    return !row->take || row->take(row->to, value, error);
}

static int take_named(int argc, char **argv, const char *command, const struct named *named)
{
    struct option words[NAMED_MAX + 1] = {0};
    char letters[2 * NAMED_MAX + 1] = "";
    struct error error = {0};
    int code;
    describe(named, words, letters);
    optind = 0; /* glibc: start afresh */
    while ((code = getopt_long(argc, argv, letters, words, NULL)) != -1) {
        const struct command_option *row = find(named, code);
        if (!row || is_refused(row)) {
            fprintf(stderr, _("yanlian: `yanlian %s --help` tells what this command takes\n"),
                    command);
            return 2;
        }
        if (!take(row, optarg, &error))
            return command_fail(&error);
    }
    return COMMAND_GOES_ON;
}

static int take_operands(int argc, char **argv, const char *command,
                         const struct command_option *options)
{
    struct error error = {0};
    for (; !is_end(options); options++) {
        if (options->rest) {
            *options->rest = (struct command_rest){.words = argv + optind, .count = argc - optind};
            return COMMAND_GOES_ON;
        }
        if (!options->name && optind < argc)
            *options->word = argv[optind++];
    }
    if (optind >= argc)
        return COMMAND_GOES_ON;
    option_surplus(command, argv[optind], &error);
    return command_fail(&error);
}

int command_options(int argc, char **argv, const char *command,
                    const struct command_option *options)
{
    struct named named = {0};
    bool help = false;
    const struct command_option common[] = {
        {.name = "lang", .take = option_language}, {.name = "help", .flag = &help}, {0}};
    add(&named, options);
    add(&named, common); /* last: getopt_long names in this order what was ambiguous */
    int code = take_named(argc, argv, command, &named);
    if (code == COMMAND_GOES_ON)
        code = take_operands(argc, argv, command, options);
    return code == COMMAND_GOES_ON && help ? command_help(command) : code;
}

bool option_surplus(const char *command, const char *word, struct error *error)
{
    return error_set(error, ERROR_USAGE,
                     _("'%s' is too much: `yanlian %s --help` tells what goes here"), word,
                     command);
}

/* ---------------------------------------------------- values that several commands take ---- */

bool option_language(void *unused, const char *value, struct error *error)
{
    enum language language;
    (void)unused;
    if (!language_parse(value, &language))
        return error_set(error, ERROR_USAGE, _("--lang %s: use zh or en"), value);
    words_use(language);
    return true;
}

bool option_mode(void *mode, const char *value, struct error *error)
{
    enum mode *chosen = mode;
    for (int i = 0; i < MODE_COUNT; i++) {
        if (strcmp(value, mode_name((enum mode)i)) == 0) {
            *chosen = (enum mode)i;
            return true;
        }
    }
    return error_set(error, ERROR_USAGE, _("--mode %s: use practice, exam or class"), value);
}

bool option_seed(void *seed, const char *value, struct error *error)
{
    return option_whole(value, SEED_MAX, seed) ||
           error_set(error, ERROR_USAGE, _("--seed %s: use a whole number from 1 to %llu"), value,
                     (unsigned long long)SEED_MAX);
}

bool option_whole(const char *value, uint64_t most, uint64_t *number)
{
    char *end;
    errno = 0;
    unsigned long long whole = strtoull(value, &end, 10);
    if (errno != 0 || value[0] < '0' || value[0] > '9' || *end != '\0' || whole == 0 ||
        whole > most)
        return false;
    *number = whole;
    return true;
}
