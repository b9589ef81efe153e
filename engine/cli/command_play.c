/* command_play.c: `yanlian play` and `yanlian home`. */
#include <unistd.h>

#include "class/room.h"
#include "class/roster.h"
#include "cli/command.h"
#include "cli/options.h"
#include "tui/tui.h"

struct play_arguments {
    const char *scenario, *resume, *name, *staff, *class;
    enum mode mode;
    uint64_t seed; /* 0: a new one */
    bool plain, untimed, automatic, has_language;
    enum trainee trainee;
};

static bool take_trainee(void *to, const char *value, struct error *error)
{
    return trainee_parse(value, to) ||
           error_set(error, ERROR_USAGE, _("--auto %s: use best-effort, careless or random"),
                     value);
}

static int parse(int argc, char **argv, const char *command, struct play_arguments *arguments)
{
    const struct command_option options[] = {
        {.name = "as", .word = &arguments->name},
        {.name = "staff", .word = &arguments->staff},
        {.name = "mode", .take = option_mode, .to = &arguments->mode},
        {.name = "seed", .take = option_seed, .to = &arguments->seed},
        {.name = "lang", .take = option_language, .flag = &arguments->has_language},
        {.name = "plain", .flag = &arguments->plain},
        {.name = "untimed", .flag = &arguments->untimed},
        {.name = "auto",
         .take = take_trainee,
         .to = &arguments->trainee,
         .flag = &arguments->automatic},
        {.name = "resume", .word = &arguments->resume},
        {.name = "class", .word = &arguments->class},
        {.word = &arguments->scenario},
        {0},
    };
    return command_options(argc, argv, command, options);
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
    struct play_arguments arguments = {.mode = MODE_PRACTICE};
    struct error error = {0};
    int code = parse(argc, argv, "play", &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
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
    struct play_arguments arguments = {.mode = MODE_PRACTICE};
    struct error error = {0};
    int code = parse(argc, argv, "home", &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
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
