/* command_course.c: `yanlian course`: the course: run, log, print. */
#include "cli/command.h"

int command_course(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return command_help("course");
}
