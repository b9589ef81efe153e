/* command_triads.c: `yanlian triads`: groups of three for role-play. */
#include <cjson/cJSON.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/random.h"
#include "class/triads_plan.h"
#include "cli/command.h"
#include "plain/plain_triads.h"
#include "tui/tui_class.h"

enum { SCENARIOS_MAX = 9, MINUTES_DEFAULT = 35 };

enum option_code {
    OPTION_CLASS = 1,
    OPTION_MINUTES,
    OPTION_ABSENT,
    OPTION_SCENARIO,
    OPTION_SEED,
    OPTION_PLAIN,
    OPTION_JSON,
    OPTION_LANG,
    OPTION_HELP,
};

static const struct option options[] = {
    {"class", required_argument, NULL, OPTION_CLASS},
    {"minutes", required_argument, NULL, OPTION_MINUTES},
    {"absent", required_argument, NULL, OPTION_ABSENT},
    {"scenario", required_argument, NULL, OPTION_SCENARIO},
    {"seed", required_argument, NULL, OPTION_SEED},
    {"plain", no_argument, NULL, OPTION_PLAIN},
    {"json", no_argument, NULL, OPTION_JSON},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"help", no_argument, NULL, OPTION_HELP},
    {0},
};

struct triads_arguments {
    const char *class, *absent;
    const char *scenarios[SCENARIOS_MAX];
    int scenario_count, minutes;
    uint64_t seed; /* 0: the day's */
    bool plain, json, help;
};

static bool parse_whole(const char *option, const char *text, uint64_t most, uint64_t *number,
                        struct error *error)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno != 0 || text[0] < '0' || text[0] > '9' || *end != '\0' || value == 0 || value > most)
        return error_set(error, ERROR_USAGE, _("%s %s: use a whole number from 1 to %llu"), option,
                         text, (unsigned long long)most);
    *number = value;
    return true;
}

static bool take_option(int code, struct triads_arguments *arguments, struct error *error)
{
    uint64_t number = 0;
    switch (code) {
    case OPTION_CLASS:
        arguments->class = optarg;
        return true;
    case OPTION_MINUTES:
        if (!parse_whole("--minutes", optarg, TRIAD_MINUTES_MAX, &number, error))
            return false;
        arguments->minutes = (int)number;
        return true;
    case OPTION_ABSENT:
        arguments->absent = optarg;
        return true;
    case OPTION_SCENARIO:
        if (arguments->scenario_count == SCENARIOS_MAX)
            return error_set(error, ERROR_USAGE, _("--scenario can be given %d times at most"),
                             SCENARIOS_MAX);
        arguments->scenarios[arguments->scenario_count++] = optarg;
        return true;
    case OPTION_SEED:
        return parse_whole("--seed", optarg, SEED_MAX, &arguments->seed, error);
    case OPTION_PLAIN:
        arguments->plain = true;
        return true;
    case OPTION_JSON:
        arguments->json = true;
        return true;
    case OPTION_HELP:
        arguments->help = true;
        return true;
    default:
        return command_language(optarg, error);
    }
}

static int parse(int argc, char **argv, struct triads_arguments *arguments)
{
    struct error error;
    int code;
    optind = 0;
    while ((code = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (code == '?')
            return command_usage(argv[0]);
        if (!take_option(code, arguments, &error))
            return command_fail(&error);
    }
    return command_operand(argc, argv, NULL);
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
    if (code != 0)
        return code;
    if (arguments.help)
        return command_help("triads");
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
