/* command_grade.c: `yanlian grade`: grading. */
#include "cli/command.h"

int command_grade(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return command_help("grade");
}
