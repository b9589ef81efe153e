/* command_play.c: `yanlian play` and `yanlian home`. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/random.h"
#include "class/room.h"
#include "class/roster.h"
#include "cli/command.h"
#include "tui/tui.h"

struct play_arguments {
    const char *command; /* "play" or "home" */
    const char *scenario, *resume, *name, *staff, *class;
    enum mode mode;
    uint64_t seed; /* 0: a new one */
    bool plain, untimed, automatic, help, has_language;
    enum trainee trainee;
};

enum option_code {
    OPTION_AS = 1,
    OPTION_STAFF,
    OPTION_MODE,
    OPTION_SEED,
    OPTION_LANG,
    OPTION_PLAIN,
    OPTION_UNTIMED,
    OPTION_AUTO,
    OPTION_RESUME,
    OPTION_CLASS,
    OPTION_HELP,
};

static const struct option options[] = {
    {"as", required_argument, NULL, OPTION_AS},
    {"staff", required_argument, NULL, OPTION_STAFF},
    {"mode", required_argument, NULL, OPTION_MODE},
    {"seed", required_argument, NULL, OPTION_SEED},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"plain", no_argument, NULL, OPTION_PLAIN},
    {"untimed", no_argument, NULL, OPTION_UNTIMED},
    {"auto", required_argument, NULL, OPTION_AUTO},
    {"resume", required_argument, NULL, OPTION_RESUME},
    {"class", required_argument, NULL, OPTION_CLASS},
    {"help", no_argument, NULL, OPTION_HELP},
    {0},
};

static bool parse_seed(const char *text, uint64_t *seed, struct error *error)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno != 0 || text[0] < '0' || text[0] > '9' || *end != '\0' || value == 0 ||
        value > SEED_MAX)
        return error_set(error, ERROR_USAGE, _("--seed %s: use a whole number from 1 to %llu"),
                         text, (unsigned long long)SEED_MAX);
    *seed = value;
    return true;
}

static bool parse_mode(const char *text, enum mode *mode, struct error *error)
{
    for (int i = 0; i < MODE_COUNT; i++) {
        *mode = (enum mode)i;
        if (strcmp(text, mode_name(*mode)) == 0)
            return true;
    }
    return error_set(error, ERROR_USAGE, _("--mode %s: use practice, exam or class"), text);
}

static bool take_option(int code, struct play_arguments *arguments, struct error *error)
{
    switch (code) {
    case OPTION_AS:
        arguments->name = optarg;
        return true;
    case OPTION_STAFF:
        arguments->staff = optarg;
        return true;
    case OPTION_MODE:
        return parse_mode(optarg, &arguments->mode, error);
    case OPTION_SEED:
        return parse_seed(optarg, &arguments->seed, error);
    case OPTION_LANG:
        arguments->has_language = true;
        return command_language(optarg, error);
    case OPTION_PLAIN:
        arguments->plain = true;
        return true;
    case OPTION_UNTIMED:
        arguments->untimed = true;
        return true;
    case OPTION_RESUME:
        arguments->resume = optarg;
        return true;
    case OPTION_CLASS:
        arguments->class = optarg;
        return true;
    case OPTION_HELP:
        arguments->help = true;
        return true;
    default:
        arguments->automatic = true;
        if (trainee_parse(optarg, &arguments->trainee))
            return true;
        return error_set(error, ERROR_USAGE, _("--auto %s: use best-effort, careless or random"),
                         optarg);
    }
}

/* 0: go on; else the exit code. */
static int parse(int argc, char **argv, struct play_arguments *arguments)
{
    struct error error;
    int code;
    optind = 0; /* glibc: start afresh */
    while ((code = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (code == '?')
            return command_usage(arguments->command);
        if (!take_option(code, arguments, &error))
            return command_fail(&error);
    }
    return command_operand(argc, argv, &arguments->scenario);
}

static bool on_terminal(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

/* In the language it was begun in, unless another is asked for. */
static struct play *go_on(struct store *store, const struct play_arguments *arguments,
                          struct error *error)
{
    struct play *play = play_resume(store, arguments->resume, error);
    enum language language;
    if (play && !arguments->has_language && language_parse(play_row(play)->language, &language))
        words_use(language);
    return play;
}

/* In class mode the room plays, unless somebody is named. */
static bool find_player(struct store *store, const struct play_arguments *arguments,
                        struct person *person, struct error *error)
{
    bool room =
        arguments->mode == MODE_CLASS && arguments->class && !arguments->name && !arguments->staff;
    return room ? room_person(store, arguments->class, person, error)
                : roster_player(store, arguments->class, arguments->name, arguments->staff, person,
                                error);
}

static struct play *begin(struct store *store, const struct play_arguments *arguments,
                          struct error *error)
{
    struct play_options chosen = {
        .mode = arguments->mode,
        .language = words_language(),
        .seed = arguments->seed ? arguments->seed : play_new_seed(),
        .class = arguments->class,
    };
    struct person person;
    if (arguments->resume)
        return go_on(store, arguments, error);
    struct bundle *bundle = library_bundle(arguments->scenario, error);
    struct play *play = NULL;
    if (bundle && find_player(store, arguments, &person, error)) {
        chosen.person = &person;
        play = play_begin(store, bundle, &chosen, error);
    }
    bundle_free(bundle);
    return play;
}

/* This session, and again or the next one; "home" is the shell that it was started from. */
static bool play_on_screen(struct store *store, struct play *play, struct error *error)
{
    enum tui_outcome outcome;
    struct library *library = library_open(error);
    struct tui *tui = library ? tui_open(error) : NULL;
    if (!tui) {
        library_close(library);
        play_close(play, -1);
        return false;
    }
    bool done = tui_play_on(tui, store, library, play, &outcome, error);
    tui_close(tui);
    library_close(library);
    return done;
}

static bool run(struct store *store, const struct play_arguments *arguments, struct error *error)
{
    struct play *play = begin(store, arguments, error);
    if (!play)
        return false;
    struct plain plain = {
        .in = stdin, .out = stdout, .language = words_language(), .untimed = arguments->untimed};
    if (arguments->automatic)
        return plain_auto(&plain, play, arguments->trainee, error) && command_flush(error);
    if (arguments->plain || !on_terminal())
        return plain_play(&plain, play, error) && command_flush(error);
    return play_on_screen(store, play, error);
}

int command_play(int argc, char **argv)
{
    struct play_arguments arguments = {.command = "play", .mode = MODE_PRACTICE};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != 0)
        return code;
    if (arguments.help)
        return command_help("play");
    if (!arguments.scenario == !arguments.resume) {
        error_set(&error, ERROR_USAGE, "%s",
                  _("name one scenario, or --resume one session: `yanlian list` shows which there "
                    "are"));
        return command_fail(&error);
    }
    if (arguments.resume && arguments.class) {
        error_set(&error, ERROR_USAGE, "%s",
                  _("a session keeps the class that it was begun for: leave --class out"));
        return command_fail(&error);
    }
    struct store *store = command_open_store(&error);
    bool done = store && run(store, &arguments, &error);
    store_close(store);
    return done ? 0 : command_fail(&error);
}

bool command_go_on(struct tui *tui, struct store *store, const struct session_row *row,
                   enum tui_outcome outcome, struct error *error)
{
    if (outcome != TUI_AGAIN && outcome != TUI_NEXT)
        return true;
    struct library *library = library_open(error);
    bool done = library && tui_play_after(tui, store, library, row, &outcome, error);
    library_close(library);
    return done;
}

/* ------------------------------------------------------------------------------- home ---- */

static bool home_in_lines(struct store *store, struct library *library,
                          const struct play_arguments *arguments, struct error *error)
{
    struct plain plain = {.in = stdin, .out = stdout, .language = words_language()};
    struct person person;
    const char *scenario;
    if (!roster_player(store, arguments->class, arguments->name, arguments->staff, &person,
                       error) ||
        !plain_home(&plain, store, library, &person, &scenario, error))
        return false;
    if (!scenario)
        return command_flush(error);
    struct play_arguments chosen = *arguments;
    chosen.scenario = scenario;
    return run(store, &chosen, error);
}

static bool home_on_screen(struct store *store, struct library *library,
                           const struct play_arguments *arguments, struct error *error)
{
    struct tui *tui = tui_open(error);
    if (!tui)
        return false;
    struct home_options chosen = {.name = arguments->name,
                                  .staff_number = arguments->staff,
                                  .class = arguments->class,
                                  .language = words_language()};
    bool done = tui_home(tui, store, library, &chosen, error);
    tui_close(tui);
    return done;
}

int command_home(int argc, char **argv)
{
    struct play_arguments arguments = {.command = "home", .mode = MODE_PRACTICE};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != 0)
        return code;
    if (arguments.help)
        return command_help("home");
    if (arguments.scenario || arguments.resume || arguments.automatic) {
        error_set(&error, ERROR_USAGE, "%s", _("to play one, write `yanlian play ...`"));
        return command_fail(&error);
    }
    struct library *library = library_open(&error);
    struct store *store = library ? command_open_store(&error) : NULL;
    bool plain = arguments.plain || !on_terminal();
    bool done = store && (plain ? home_in_lines(store, library, &arguments, &error)
                                : home_on_screen(store, library, &arguments, &error));
    store_close(store);
    library_close(library);
    return done ? 0 : command_fail(&error);
}
