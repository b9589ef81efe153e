/* command_try.c: `yanlian try`: the author's console. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "cli/command.h"
#include "plain/console.h"

enum option_code { OPTION_SEED = 1, OPTION_MODE, OPTION_LANG, OPTION_HELP };

static const struct option options[] = {
    {"seed", required_argument, NULL, OPTION_SEED},
    {"mode", required_argument, NULL, OPTION_MODE},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"help", no_argument, NULL, OPTION_HELP},
    {0},
};

struct wishes {
    uint64_t seed; /* 1 unless told otherwise: an author wants the same again */
    enum mode mode;
    bool help;
};

static bool parse_seed(const char *text, uint64_t *seed, struct error *error)
{
    char *end;
    errno = 0;
    *seed = strtoull(text, &end, 10);
    if (errno != 0 || text[0] < '0' || text[0] > '9' || *end != '\0' || *seed == 0 ||
        *seed > SEED_MAX)
        return error_set(error, ERROR_USAGE, _("--seed %s: use a whole number from 1 to %llu"),
                         text, (unsigned long long)SEED_MAX);
    return true;
}

static bool parse_mode(const char *text, enum mode *mode, struct error *error)
{
    for (int i = 0; i < MODE_COUNT; i++) {
        if (strcmp(text, mode_name((enum mode)i)) == 0) {
            *mode = (enum mode)i;
            return true;
        }
    }
    return error_set(error, ERROR_USAGE, _("--mode %s: use practice, exam or class"), text);
}

static bool take_option(int code, struct wishes *wishes, struct error *error)
{
    switch (code) {
    case OPTION_SEED:
        return parse_seed(optarg, &wishes->seed, error);
    case OPTION_MODE:
        return parse_mode(optarg, &wishes->mode, error);
    case OPTION_HELP:
        wishes->help = true;
        return true;
    default:
        return command_language(optarg, error);
    }
}

static bool run(const char *name, const struct wishes *wishes, struct error *error)
{
    struct plain plain = {.in = stdin, .out = stdout, .language = words_language()};
    struct bundle *bundle = library_bundle(name, error);
    bool done = bundle && console_run(&plain, bundle, wishes->seed, wishes->mode, error);
    bundle_free(bundle);
    return done && command_flush(error);
}

int command_try(int argc, char **argv)
{
    struct wishes wishes = {.seed = 1, .mode = MODE_PRACTICE};
    struct error error = {0};
    int code;
    optind = 0;
    while ((code = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (code == '?')
            return command_usage(argv[0]);
        if (!take_option(code, &wishes, &error))
            return command_fail(&error);
    }
    if (wishes.help)
        return command_help("try");
    if (argc - optind != 1) {
        error_set(&error, ERROR_USAGE, "%s", _("name one scenario: its file, or its id"));
        return command_fail(&error);
    }
    return run(argv[optind], &wishes, &error) ? 0 : command_fail(&error);
}
