/* command_triads.c: `yanlian triads`: groups of three for role-play. */
#include "cli/command.h"

int command_triads(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return command_help("triads");
}
