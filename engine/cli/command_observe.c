/* command_observe.c: `yanlian observe`: an observer's ticks. */
#include "cli/command.h"

int command_observe(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return command_help("observe");
}
