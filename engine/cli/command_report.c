/* command_report.c: `yanlian report`: reports. */
#include "cli/command.h"

int command_report(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return command_help("report");
}
