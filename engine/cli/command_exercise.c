/* command_exercise.c: `yanlian exercise`: exercises. */
#include "cli/command.h"

int command_exercise(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return command_help("exercise");
}
