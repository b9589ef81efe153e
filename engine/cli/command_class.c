/* command_class.c: `yanlian class`: classes, rosters and numbers. */
#include "cli/command.h"

int command_class(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return command_help("class");
}
