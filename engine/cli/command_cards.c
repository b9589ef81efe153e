/* command_cards.c: `yanlian cards`: role cards and checklists. */
#include <string.h>

#include "cli/command.h"
#include "cli/print_files.h"
#include "practice/library.h"

enum option_code { OPTION_WHAT = 1, OPTION_FORMAT, OPTION_OUTPUT, OPTION_LANG, OPTION_HELP };

static const struct option options[] = {
    {"what", required_argument, NULL, OPTION_WHAT},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"output", required_argument, NULL, OPTION_OUTPUT},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"help", no_argument, NULL, OPTION_HELP},
    {0},
};

struct cards {
    const char *scenario;
    bool wanted[CARD_COUNT];
    int count;
    struct print_target target;
    bool help;
};

static bool choose(struct cards *cards, const char *what, struct error *error)
{
    bool all = strcmp(what, "all") == 0;
    cards->count = 0;
    for (int i = 0; i < CARD_COUNT; i++) {
        cards->wanted[i] = all || strcmp(what, print_card_name((enum print_card)i)) == 0;
        cards->count += cards->wanted[i];
    }
    return cards->count > 0 || error_set(error, ERROR_USAGE,
                                         _("There is no card '%s'. Take trainee, customer, "
                                           "observer or all."),
                                         what);
}

static bool take(struct cards *cards, int code, struct error *error)
{
    switch (code) {
    case OPTION_WHAT:
        return choose(cards, optarg, error);
    case OPTION_FORMAT:
        return print_target_format(&cards->target, optarg, error);
    case OPTION_OUTPUT:
        cards->target.folder = optarg;
        return true;
    case OPTION_LANG:
        return command_language(optarg, error);
    default:
        cards->help = true;
        return true;
    }
}

/* 0: go on; else the exit code. */
static int parse(int argc, char **argv, struct cards *cards)
{
    struct error error = {0};
    int code;
    optind = 0;
    while ((code = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (code == '?')
            return command_usage(argv[0]);
        if (!take(cards, code, &error))
            return command_fail(&error);
    }
    code = command_operand(argc, argv, &cards->scenario);
    if (code != 0 || cards->help || cards->scenario)
        return code;
    error_set(&error, ERROR_USAGE, _("Which scenario? 'yanlian list' shows them."));
    return command_fail(&error);
}

static bool print_cards(const struct cards *cards, const struct loaded *loaded, struct error *error)
{
    for (int i = 0; i < CARD_COUNT; i++) {
        enum print_card card = (enum print_card)i;
        if (cards->wanted[i] &&
            !print_target_write(&cards->target, loaded_scenario(loaded)->id, print_card_name(card),
                                print_scenario_card(loaded, card), error))
            return false;
    }
    return true;
}

int command_cards(int argc, char **argv)
{
    struct cards cards = {.target = {.format = PRINT_HTML, .folder = "."}};
    struct error error = {0};
    choose(&cards, "all", NULL);
    int code = parse(argc, argv, &cards);
    if (code != 0)
        return code;
    if (cards.help)
        return command_help("cards");
    struct bundle *bundle = library_bundle(cards.scenario, &error);
    struct loaded *loaded = bundle ? scenario_load(bundle, NULL, &error) : NULL;
    bool done = loaded && print_target_check(&cards.target, cards.count, &error) &&
                print_cards(&cards, loaded, &error) && command_flush(&error);
    loaded_free(loaded);
    bundle_free(bundle);
    return done ? 0 : command_fail(&error);
}
