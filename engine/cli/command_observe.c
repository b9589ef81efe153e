/* command_observe.c: `yanlian observe`: an observer's ticks become a session.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "class/live.h"
#include "class/roster.h"
#include "cli/command.h"
#include "cli/options.h"
#include "plain/plain_live.h"
#include "practice/library.h"
#include "tui/tui_class.h"

struct observe_arguments {
    const char *scenario, *who, *class, *observer, *resume;
    bool plain, has_language;
};

static int parse(int argc, char **argv, struct observe_arguments *arguments)
{
    const struct command_option options[] = {
        {.name = "who", .word = &arguments->who},
        {.name = "class", .word = &arguments->class},
        {.name = "observer", .word = &arguments->observer},
        {.name = "resume", .word = &arguments->resume},
        {.name = "plain", .flag = &arguments->plain},
        {.name = "lang", .take = option_language, .flag = &arguments->has_language},
        {.word = &arguments->scenario},
        {0},
    };
    return command_options(argc, argv, "observe", options);
}

static bool find_position(struct store *store, const char *class, long position,
                          struct person *person, struct error *error)
{
    struct roster_entry *roster = NULL;
    int count = 0;
    bool found = false;
    if (!store_roster(store, class, &roster, &count, error))
        return false;
    for (int i = 0; i < count && !found; i++) {
        found = roster[i].position == position;
        if (found)
            *person = roster[i].person;
    }
    free(roster);
    return found || error_set(error, ERROR_NOT_FOUND,
                              _("nobody on the roster of %s has position %ld: it goes to %d"),
                              class, position, count);
}

/* In a class someone on its roster, by position, name or staff number; else
 * anybody, by name. */
static bool find_trainee(struct store *store, const struct observe_arguments *arguments,
                         struct person *person, struct error *error)
{
    const char *who = arguments->who;
    struct class_row class;
    struct roster_entry entry;
    bool number = who[0] && strspn(who, "0123456789") == strlen(who);
    if (!arguments->class && number)
        return error_set(error, ERROR_USAGE,
                         _("--who %s is a position on a roster: say of which class "
                           "with --class"),
                         who);
    if (!arguments->class)
        return store_person(store, who, "", person, error);
    if (!store_class(store, arguments->class, &class, error))
        return false;
    if (number && strlen(who) <= 4) /* longer ones are staff numbers */
        return find_position(store, class.id, strtol(who, NULL, 10), person, error);
    if (!roster_find(store, class.id, who, NULL, &entry, error))
        return false;
    *person = entry.person;
    return true;
}

static struct live *begin(struct store *store, const struct observation *observation,
                          struct error *error)
{
    struct live_options chosen = {.person = observation->person,
                                  .class = observation->class,
                                  .observer = observation->observer,
                                  .language = words_language()};
    return live_take_up(store, observation->scenario, &chosen, error);
}

static bool in_lines(struct store *store, const struct observation *observation,
                     struct error *error)
{
    struct plain plain = {.in = stdin, .out = stdout, .language = words_language()};
    struct live *live = observation->resume ? live_resume(store, observation->resume, error)
                                            : begin(store, observation, error);
    if (!live)
        return false;
    bool done = true;
    if (live_row(live)->state == SESSION_FINISHED)
        plain_live(&plain, live);
    else
        done = plain_observe(&plain, live, error);
    live_close(live);
    return done && command_flush(error);
}

static bool on_screen(struct store *store, const struct observation *observation,
                      struct error *error)
{
    struct tui *tui = tui_open(error);
    bool done = tui && tui_observe(tui, store, observation, error);
    tui_close(tui);
    return done;
}

/* In the language it was begun in, unless another is asked for. */
static void take_language(struct store *store, const struct observe_arguments *arguments)
{
    struct session_row row;
    enum language language;
    if (!arguments->has_language && store_session(store, arguments->resume, &row, NULL) &&
        language_parse(row.language, &language))
        words_use(language);
}

static bool run(struct store *store, const struct observe_arguments *arguments, struct error *error)
{
    struct person person;
    struct observation observation = {.scenario = arguments->scenario,
                                      .class = arguments->class,
                                      .person = &person,
                                      .observer = arguments->observer,
                                      .resume = arguments->resume};
    if (arguments->resume)
        take_language(store, arguments);
    else if (!find_trainee(store, arguments, &person, error))
        return false;
    if (!arguments->plain && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        return on_screen(store, &observation, error);
    return in_lines(store, &observation, error);
}

int command_observe(int argc, char **argv)
{
    struct observe_arguments arguments = {0};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
    if (!arguments.scenario == !arguments.resume || (arguments.scenario && !arguments.who)) {
        error_set(&error, ERROR_USAGE, "%s",
                  _("name a scenario and who was the trainee (--who), or --resume "
                    "one session"));
        return command_fail(&error);
    }
    struct store *store = command_open_store(&error);
    bool done = store && run(store, &arguments, &error);
    store_close(store);
    return done ? 0 : command_fail(&error);
}
