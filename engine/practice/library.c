/* library.c: finds the shipped scenarios and loads them. */
#include "practice/library.h"

#include <cjson/cJSON.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/words.h"

#ifndef YANLIAN_DATADIR
#define YANLIAN_DATADIR "/usr/local/share/yanlian"
#endif
#ifndef YANLIAN_LOCALEDIR
#define YANLIAN_LOCALEDIR "/usr/local/share/locale"
#endif

struct library {
    struct library_entry *entries;
    int count;
};

/* ---------------------------------------------------------------------------- folders ---- */

/* The folder that the running program lies in, with a slash at the end; "" when unknown. */
static char *program_folder(void)
{
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0)
        return strdup("");
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (slash)
        slash[1] = '\0';
    return strdup(path);
}

static bool holds(const char *folder, const char *name)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s/%s", folder, name);
    bool found = access(path.data, R_OK) == 0;
    buffer_free(&path);
    return found;
}

/* The first of `beside` (relative to the program) and `installed` that holds `name`; or NULL. */
static char *find_folder(const char *const *beside, const char *installed, const char *name)
{
    char *program = program_folder();
    struct buffer path = {0};
    char *found = NULL;
    for (int i = 0; beside[i] && !found; i++) {
        buffer_free(&path);
        buffer_printf(&path, "%s%s", program, beside[i]);
        if (program[0] && holds(path.data, name))
            found = realpath(path.data, NULL);
    }
    if (!found && holds(installed, name))
        found = strdup(installed);
    buffer_free(&path);
    free(program);
    return found;
}

char *library_shipped(const char *name, const char *mark)
{
    struct buffer built = {0}, moved = {0}, installed = {0};
    buffer_printf(&built, "../%s", name);
    buffer_printf(&moved, "../share/yanlian/%s", name);
    buffer_printf(&installed, "%s/%s", YANLIAN_DATADIR, name);
    const char *const beside[] = {built.data, moved.data, NULL};
    char *folder = find_folder(beside, installed.data, mark);
    buffer_free(&built);
    buffer_free(&moved);
    buffer_free(&installed);
    return folder;
}

char *library_folder(struct error *error)
{
    const char *chosen = getenv("YANLIAN_SCENARIOS");
    if (chosen && chosen[0]) {
        if (holds(chosen, "vocabulary.lua"))
            return strdup(chosen);
        error_at(error, ERROR_NOT_FOUND, chosen, 0,
                 _("YANLIAN_SCENARIOS names a folder without vocabulary.lua"));
        return NULL;
    }
    char *folder = library_shipped("scenarios", "vocabulary.lua");
    if (!folder)
        error_set(error, ERROR_NOT_FOUND,
                  _("no scenarios found beside the program or in %s; set YANLIAN_SCENARIOS"),
                  YANLIAN_DATADIR);
    return folder;
}

char *library_locale_folder(void)
{
    static const char *const beside[] = {"locale", "../share/locale", NULL};
    return find_folder(beside, YANLIAN_LOCALEDIR, "zh_CN/LC_MESSAGES/yanlian.mo");
}

/* ----------------------------------------------------------------------------- bundles ---- */

static bool has_suffix(const char *text, const char *suffix)
{
    size_t length = strlen(text), tail = strlen(suffix);
    return length >= tail && strcmp(text + length - tail, suffix) == 0;
}

static int is_scenario_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && has_suffix(entry->d_name, ".lua") &&
           strcmp(entry->d_name, "vocabulary.lua") != 0 &&
           strcmp(entry->d_name, "sources.lua") != 0;
}

static int compare_entries(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

/* Ids (file names without .lua) in order; strings and array are the caller's. -1 on failure. */
static int list_ids(const char *folder, char ***ids, struct error *error)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_scenario_file, compare_entries);
    if (count < 0) {
        error_at(error, ERROR_NOT_FOUND, folder, 0, _("can't read the folder of scenarios: %s"),
                 strerror(errno));
        return -1;
    }
    *ids = calloc((size_t)count + 1, sizeof **ids);
    if (!*ids)
        abort();
    for (int i = 0; i < count; i++) {
        (*ids)[i] = strndup(entries[i]->d_name, strlen(entries[i]->d_name) - strlen(".lua"));
        free(entries[i]);
    }
    free(entries);
    return count;
}

static void free_ids(char **ids, int count)
{
    for (int i = 0; i < count; i++)
        free(ids[i]);
    free(ids);
}

static bool unknown_scenario(const char *name, const char *folder, struct error *error)
{
    char **ids = NULL;
    int count = list_ids(folder, &ids, error);
    if (count < 0)
        return false;
    const char *near = error_nearest(name, (const char *const *)ids, count);
    if (near)
        error_set(error, ERROR_NOT_FOUND, _("there is no scenario '%s' (did you mean '%s'?)"), name,
                  near);
    else
        error_set(error, ERROR_NOT_FOUND,
                  _("there is no scenario '%s': `yanlian list` shows which there are"), name);
    free_ids(ids, count);
    return false;
}

struct bundle *library_bundle(const char *name, struct error *error)
{
    struct bundle *bundle = NULL;
    char *folder = library_folder(error);
    if (!folder)
        return NULL;
    if (strchr(name, '/') || has_suffix(name, ".lua")) {
        bundle = bundle_read(name, folder, error);
    } else {
        struct buffer path = {0};
        buffer_printf(&path, "%s/%s.lua", folder, name);
        if (access(path.data, R_OK) == 0)
            bundle = bundle_read(path.data, folder, error);
        else
            unknown_scenario(name, folder, error);
        buffer_free(&path);
    }
    free(folder);
    return bundle;
}

char *bundle_to_json(const struct bundle *bundle)
{
    cJSON *root = cJSON_CreateArray();
    for (int i = 0; i < bundle->count; i++) {
        cJSON *file = cJSON_CreateObject();
        cJSON_AddStringToObject(file, "name", bundle->files[i].name);
        cJSON_AddStringToObject(file, "text", bundle->files[i].text);
        cJSON_AddItemToArray(root, file);
    }
    char *json = cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    if (!json)
        abort();
    return json;
}

struct bundle *bundle_from_json(const char *json, struct error *error)
{
    cJSON *root = cJSON_Parse(json);
    struct bundle *bundle = bundle_new("");
    const cJSON *file;
    bool done = cJSON_IsArray(root) && cJSON_GetArraySize(root) > 0;
    cJSON_ArrayForEach(file, root)
    {
        const char *name = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(file, "name"));
        const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(file, "text"));
        if (name && text)
            bundle_add(bundle, name, text, strlen(text));
        else
            done = false;
    }
    cJSON_Delete(root);
    if (!done) {
        error_set(error, ERROR_TAMPERED, _("the kept text of the scenario can't be read"));
        bundle_free(bundle);
        return NULL;
    }
    bundle_seal(bundle);
    return bundle;
}

/* ----------------------------------------------------------------------------- library ---- */

static void load_entry(struct library_entry *entry, const char *folder, char *id)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s/%s.lua", folder, id);
    entry->id = id;
    entry->bundle = bundle_read(path.data, NULL, &entry->error);
    if (entry->bundle)
        entry->loaded = scenario_load(entry->bundle, NULL, &entry->error);
    entry->path = buffer_take(&path);
}

struct library *library_open(struct error *error)
{
    char **ids = NULL;
    char *folder = library_folder(error);
    int count = folder ? list_ids(folder, &ids, error) : -1;
    if (count < 0) {
        free(folder);
        return NULL;
    }
    struct library *library = calloc(1, sizeof *library);
    if (!library)
        abort();
    library->entries = calloc((size_t)count + 1, sizeof *library->entries);
    if (!library->entries)
        abort();
    library->count = count;
    for (int i = 0; i < count; i++)
        load_entry(&library->entries[i], folder, ids[i]);
    free(ids); /* the entries keep the strings */
    free(folder);
    return library;
}

void library_close(struct library *library)
{
    if (!library)
        return;
    for (int i = 0; i < library->count; i++) {
        struct library_entry *entry = &library->entries[i];
        loaded_free(entry->loaded);
        bundle_free(entry->bundle);
        free((char *)(uintptr_t)entry->id);
        free((char *)(uintptr_t)entry->path);
    }
    free(library->entries);
    free(library);
}

int library_count(const struct library *library)
{
    return library->count;
}

const struct library_entry *library_entry(const struct library *library, int index)
{
    return &library->entries[index];
}
