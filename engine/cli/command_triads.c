/* command_triads.c: `yanlian triads`: groups of three for role-play. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/random.h"
#include "class/triads_plan.h"
#include "cli/command.h"
#include "cli/options.h"
#include "plain/plain_triads.h"
#include "tui/tui_class.h"

enum { SCENARIOS_MAX = 9, MINUTES_DEFAULT = 35 };

struct triads_arguments {
    const char *class, *absent;
    const char *scenarios[SCENARIOS_MAX];
    int scenario_count, minutes;
    uint64_t seed; /* 0: the day's */
    bool plain, json;
};

static bool parse_whole(const char *option, const char *text, uint64_t most, uint64_t *number,
                        struct error *error)
{
    return option_whole(text, most, number) ||
           error_set(error, ERROR_USAGE, _("%s %s: use a whole number from 1 to %llu"), option,
                     text, (unsigned long long)most);
}

static bool take_minutes(void *to, const char *value, struct error *error)
{
    int *minutes = to;
    uint64_t number = 0;
    if (!parse_whole("--minutes", value, TRIAD_MINUTES_MAX, &number, error))
        return false;
    *minutes = (int)number;
    return true;
}

static bool take_scenario(void *to, const char *value, struct error *error)
{
    struct triads_arguments *arguments = to;
    if (arguments->scenario_count == SCENARIOS_MAX)
        return error_set(error, ERROR_USAGE, _("--scenario can be given %d times at most"),
                         SCENARIOS_MAX);
    arguments->scenarios[arguments->scenario_count++] = value;
    return true;
}

static bool take_seed(void *to, const char *value, struct error *error)
{
    return parse_whole("--seed", value, SEED_MAX, to, error);
}

static int parse(int argc, char **argv, struct triads_arguments *arguments)
{
    const struct command_option options[] = {
        {.name = "class", .word = &arguments->class},
        {.name = "minutes", .take = take_minutes, .to = &arguments->minutes},
        {.name = "absent", .word = &arguments->absent},
        {.name = "scenario", .take = take_scenario, .to = arguments},
        {.name = "seed", .take = take_seed, .to = &arguments->seed},
        {.name = "plain", .flag = &arguments->plain},
        {.name = "json", .flag = &arguments->json},
        {0},
    };
    return command_options(argc, argv, "triads", options);
}

static void print(const struct triads_plan *plan, bool json)
{
    struct plain plain = {.in = stdin, .out = stdout, .language = words_language()};
    if (!json) {
        plain_triads(&plain, plan);
        return;
    }
    cJSON *root = triads_plan_to_json(plan, plain.language);
    char *text = cJSON_Print(root);
    cJSON_Delete(root);
    if (!text)
        abort();
    puts(text);
    free(text);
}

static bool on_screen(struct store *store, const struct triads_asked *asked, struct error *error)
{
    struct tui *tui = tui_open(error);
    bool done = tui && tui_triads(tui, store, asked, error);
    tui_close(tui);
    return done;
}

static bool run(struct store *store, const struct triads_arguments *arguments, struct error *error)
{
    struct triads_asked asked = {.class = arguments->class,
                                 .minutes = arguments->minutes,
                                 .seed = arguments->seed,
                                 .scenarios = arguments->scenarios,
                                 .scenario_count = arguments->scenario_count};
    int *absent = NULL;
    bool screen =
        !arguments->plain && !arguments->json && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    if (arguments->absent) {
        /* what is no position of this roster is told by the plan, which knows its size */
        absent = triads_parse_absent(arguments->absent, TRIAD_PEOPLE_MAX, error);
        if (!absent)
            return false;
        asked.absent = absent;
    }
    bool done;
    if (screen) {
        done = on_screen(store, &asked, error);
    } else {
        struct triads_plan *plan = triads_plan_new(store, &asked, clock_wall_ms(), error);
        done = plan != NULL;
        if (plan)
            print(plan, arguments->json);
        triads_plan_free(plan);
    }
    free(absent);
    return done;
}

int command_triads(int argc, char **argv)
{
    struct triads_arguments arguments = {.minutes = MINUTES_DEFAULT};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
    if (!arguments.class) {
        error_set(&error, ERROR_USAGE, "%s",
                  _("name the class: --class ID; `yanlian class list` shows which there are"));
        return command_fail(&error);
    }
    struct store *store = command_open_store(&error);
    bool done = store && run(store, &arguments, &error) && command_flush(&error);
    store_close(store);
    return done ? 0 : command_fail(&error);
}
