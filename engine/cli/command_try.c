/* command_try.c: `yanlian try`: the author's console. */
#include "cli/command.h"
#include "cli/options.h"
#include "plain/console.h"

struct wishes {
    uint64_t seed; /* 1 unless told otherwise: an author wants the same again */
    enum mode mode;
};

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
    struct command_rest rest;
    const struct command_option options[] = {
        {.name = "seed", .take = option_seed, .to = &wishes.seed},
        {.name = "mode", .take = option_mode, .to = &wishes.mode},
        {.rest = &rest},
        {0},
    };
    struct error error = {0};
    int code = command_options(argc, argv, "try", options);
    if (code != COMMAND_GOES_ON)
        return code;
    if (rest.count != 1) {
        error_set(&error, ERROR_USAGE, "%s", _("name one scenario: its file, or its id"));
        return command_fail(&error);
    }
    return run(rest.words[0], &wishes, &error) ? 0 : command_fail(&error);
}
