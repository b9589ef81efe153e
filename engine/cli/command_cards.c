/* command_cards.c: `yanlian cards`: role cards and checklists. */
#include <string.h>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print_files.h"
#include "practice/library.h"

struct cards {
    const char *scenario;
    bool wanted[CARD_COUNT];
    int count;
    struct print_target target;
};

static bool choose(void *to, const char *what, struct error *error)
{
    struct cards *cards = to;
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

static int parse(int argc, char **argv, struct cards *cards)
{
    const struct command_option options[] = {
        {.name = "what", .take = choose, .to = cards},
        {.name = "format", .take = print_target_format, .to = &cards->target},
        {.name = "output", .word = &cards->target.folder},
        {.word = &cards->scenario},
        {0},
    };
    return command_options(argc, argv, "cards", options);
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
    if (code != COMMAND_GOES_ON)
        return code;
    if (!cards.scenario) {
        error_set(&error, ERROR_USAGE, _("Which scenario? 'yanlian list' shows them."));
        return command_fail(&error);
    }
    struct bundle *bundle = library_bundle(cards.scenario, &error);
    struct loaded *loaded = bundle ? scenario_load(bundle, NULL, &error) : NULL;
    bool done = loaded && print_target_check(&cards.target, cards.count, &error) &&
                print_cards(&cards, loaded, &error) && command_flush(&error);
    loaded_free(loaded);
    bundle_free(bundle);
    return done ? 0 : command_fail(&error);
}
