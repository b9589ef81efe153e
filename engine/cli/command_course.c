/* command_course.c: `yanlian course`: the course: run, log, print. */
#include <string.h>

#include "cli/command.h"
#include "cli/print_files.h"

int command_course(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "print") == 0)
        return command_course_print(argc - 1, argv + 1);
    return command_help("course");
}
