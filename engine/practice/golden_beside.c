/* golden_beside.c: the cases that lie beside a scenario. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "practice/golden_parts.h"

static const char suffix[] = ".play";

/* The folder that `file` lies in, with a slash at the end; "" for the current one. */
static void add_folder(struct buffer *path, const char *file)
{
    const char *slash = strrchr(file, '/');
    if (slash)
        buffer_add_bytes(path, file, (size_t)(slash - file) + 1);
}

static bool lies_beside(const char *scenario_file, const char *id, size_t length)
{
    struct buffer path = {0};
    add_folder(&path, scenario_file);
    buffer_printf(&path, "%.*s.lua", (int)length, id);
    bool found = access(path.data, F_OK) == 0;
    buffer_free(&path);
    return found;
}

/* Whether the case named `stem` (without .play) belongs to `id`, as golden.h has it. */
static bool belongs(const char *scenario_file, const char *id, const char *stem)
{
    size_t own = strlen(id);
    if (strncmp(stem, id, own) != 0 || (stem[own] != '\0' && stem[own] != '-'))
        return false;
    for (size_t length = strlen(stem); length > own; length--) {
        if ((stem[length] == '\0' || stem[length] == '-') &&
            lies_beside(scenario_file, stem, length))
            return false;
    }
    return true;
}

char *golden_path(const char *scenario_file, const char *id, const char *name, struct error *error)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    enum { NAME_MAX_BYTES = 80 };
    struct buffer stem = {0}, path = {0};
    size_t length = strlen(name);
    if (strspn(name, letters) != length || length > NAME_MAX_BYTES) {
        error_set(error, ERROR_USAGE,
                  _("'%s' can't name a case: use lower-case letters, digits and hyphens"), name);
        return NULL;
    }
    buffer_printf(&stem, "%s%s%s", id, length > 0 ? "-" : "", name);
    if (belongs(scenario_file, id, stem.data)) {
        add_folder(&path, scenario_file);
        buffer_printf(&path, "tests/%s%s", stem.data, suffix);
        buffer_free(&stem);
        return buffer_take(&path);
    }
    error_set(error, ERROR_USAGE, _("a case of that name would belong to another scenario: '%s'"),
              stem.data);
    buffer_free(&stem);
    return NULL;
}

/* -------------------------------------------------------------------------------- running ---- */

static int is_case(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name), tail = strlen(suffix);
    return entry->d_name[0] != '.' && length > tail &&
           strcmp(entry->d_name + length - tail, suffix) == 0;
}

static int compare_names(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

/* Leaves `error` alone when all is as the case says. */
static void run_file(const char *path, const struct loaded *loaded, struct error *error)
{
    struct golden_case *golden = golden_read(path, error);
    if (golden)
        golden_run(golden, loaded, error);
    golden_free(golden);
}

/* True when the case belongs to the scenario; it has then been run. */
static bool run_entry(const char *scenario_file, const char *folder, const char *name,
                      const struct loaded *loaded, struct error *error)
{
    struct buffer path = {0};
    char *stem = strndup(name, strlen(name) - strlen(suffix));
    bool ours = belongs(scenario_file, loaded_scenario(loaded)->id, stem);
    buffer_printf(&path, "%s%s", folder, name);
    if (ours)
        run_file(path.data, loaded, error);
    buffer_free(&path);
    free(stem);
    return ours;
}

int golden_run_beside(const char *scenario_file, const struct loaded *loaded,
                      void (*found)(void *data, const struct error *error), void *data)
{
    struct dirent **entries = NULL;
    struct buffer folder = {0};
    int ran = 0;
    add_folder(&folder, scenario_file);
    buffer_add(&folder, "tests/");
    int count = scandir(folder.data, &entries, is_case, compare_names);
    if (count < 0 && errno != ENOENT && errno != ENOTDIR) {
        struct error error;
        error_at(&error, ERROR_SYSTEM, folder.data, 0, _("can't read the folder of cases: %s"),
                 strerror(errno));
        found(data, &error);
    }
    for (int i = 0; i < count; i++) {
        struct error error = {0};
        ran += run_entry(scenario_file, folder.data, entries[i]->d_name, loaded, &error);
        if (error.code != ERROR_NONE)
            found(data, &error);
        free(entries[i]);
    }
    free(entries);
    buffer_free(&folder);
    return ran;
}
