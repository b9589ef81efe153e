/* courseware.c: finds the shipped courses, exercises and rubric. */
#include "class/courseware.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/words.h"
#include "practice/library.h"

static bool is_readable(const char *folder, const char *name)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s/%s", folder, name);
    bool found = access(path.data, R_OK) == 0;
    buffer_free(&path);
    return found;
}

char *courseware_folder(struct error *error)
{
    const char *chosen = getenv("YANLIAN_COURSEWARE");
    if (chosen && chosen[0]) {
        if (is_readable(chosen, "."))
            return strdup(chosen);
        error_at(error, ERROR_NOT_FOUND, chosen, 0,
                 _("YANLIAN_COURSEWARE names a folder that can't be read"));
        return NULL;
    }
    char *folder = library_shipped("courseware", ".");
    if (!folder)
        error_set(error, ERROR_NOT_FOUND,
                  _("no courseware found beside the program or where it was installed; set "
                    "YANLIAN_COURSEWARE to its folder"));
    return folder;
}

/* -------------------------------------------------------------------------------- names ---- */

static bool has_suffix(const char *text, const char *suffix)
{
    size_t length = strlen(text), tail = strlen(suffix);
    return length > tail && strcmp(text + length - tail, suffix) == 0;
}

static int is_lua_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && has_suffix(entry->d_name, ".lua");
}

static int compare_entries(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

static bool list_names(const char *folder, char ***names, int *count, struct error *error)
{
    struct dirent **entries = NULL;
    int found = scandir(folder, &entries, is_lua_file, compare_entries);
    if (found < 0 && errno != ENOENT)
        return error_at(error, ERROR_SYSTEM, folder, 0, _("can't read the folder: %s"),
                        strerror(errno));
    *count = found < 0 ? 0 : found;
    *names = calloc((size_t)*count + 1, sizeof **names);
    if (!*names)
        abort();
    for (int i = 0; i < *count; i++) {
        (*names)[i] = strndup(entries[i]->d_name, strlen(entries[i]->d_name) - strlen(".lua"));
        free(entries[i]);
    }
    free(entries);
    return true;
}

bool courseware_names(const char *kind, char ***names, int *count, struct error *error)
{
    struct buffer path = {0};
    char *folder = courseware_folder(error);
    *names = NULL;
    *count = 0;
    if (!folder)
        return false;
    buffer_printf(&path, "%s/%s", folder, kind);
    bool done = list_names(path.data, names, count, error);
    buffer_free(&path);
    free(folder);
    return done;
}

void courseware_free_names(char **names, int count)
{
    for (int i = 0; i < count; i++)
        free(names[i]);
    free(names);
}

/* -------------------------------------------------------------------------------- files ---- */

static void unknown(const char *kind, const char *name, struct error *error)
{
    char **names = NULL;
    int count = 0;
    if (!courseware_names(kind, &names, &count, error))
        return;
    bool course = strcmp(kind, "courses") == 0;
    const char *near = error_nearest(name, (const char *const *)names, count);
    if (near)
        error_set(error, ERROR_NOT_FOUND,
                  course ? _("there is no course '%s' (did you mean '%s'?)")
                         : _("there is no exercise '%s' (did you mean '%s'?)"),
                  name, near);
    else
        error_set(error, ERROR_NOT_FOUND,
                  course ? _("there is no course '%s': `yanlian course` shows which there are")
                         : _("there is no exercise '%s': `yanlian exercise` shows which there are"),
                  name);
    courseware_free_names(names, count);
}

char *courseware_path(const char *kind, const char *name, struct error *error)
{
    struct buffer path = {0};
    if (strchr(name, '/') || has_suffix(name, ".lua"))
        return strdup(name);
    char *folder = courseware_folder(error);
    if (!folder)
        return NULL;
    buffer_printf(&path, "%s/%s%s%s.lua", folder, kind ? kind : "", kind ? "/" : "", name);
    free(folder);
    if (access(path.data, R_OK) == 0)
        return buffer_take(&path);
    if (kind)
        unknown(kind, name, error);
    else
        error_at(error, ERROR_NOT_FOUND, path.data, 0, _("can't read it: %s"), strerror(errno));
    buffer_free(&path);
    return NULL;
}

struct bundle *courseware_bundle(const char *kind, const char *name, struct error *error)
{
    char *path = courseware_path(kind, name, error);
    char *scenarios = path ? library_folder(error) : NULL;
    struct bundle *bundle = scenarios ? bundle_read_sourced(path, scenarios, error) : NULL;
    free(scenarios);
    free(path);
    return bundle;
}
