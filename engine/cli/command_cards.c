/* command_cards.c: `yanlian cards`: role cards and checklists. */
#include "cli/command.h"

int command_cards(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return command_help("cards");
}
