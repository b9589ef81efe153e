/* command.c: what every command does alike, whatever it is for. */
#include "cli/command.h"

#include <stdlib.h>

int command_fail(const struct error *error)
{
    error_print(error, stderr);
    return error->code == ERROR_USAGE ? 2 : 1;
}

struct store *command_open_store(struct error *error)
{
    char *path = store_default_path(error);
    struct store *store = path ? store_open(path, error) : NULL;
    free(path);
    return store;
}

bool command_flush(struct error *error)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    return error_set(error, ERROR_SYSTEM, "%s",
                     _("the output could not be written: is the disk full?"));
}
