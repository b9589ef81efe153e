/* course_beat.c: keeps the course's clock in a setting of the store. */
#include "class/course_beat.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

#include "base/buffer.h"

static char *key_of(const char *journal)
{
    struct buffer key = {0};
    buffer_printf(&key, "course/beat/%s", journal);
    return buffer_take(&key);
}

static bool number_of(const cJSON *root, const char *name, int64_t *number)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(root, name);
    if (!cJSON_IsNumber(item) || item->valuedouble < 0 || item->valuedouble > 1e15)
        return false;
    *number = (int64_t)item->valuedouble;
    return true;
}

bool course_beat_read(struct store *store, const char *journal, struct course_beat *beat,
                      struct error *error)
{
    char *key = key_of(journal), *value;
    bool found = store_get_setting(store, key, &value, error);
    free(key);
    if (!found)
        return false;
    cJSON *root = cJSON_Parse(value);
    struct course_beat read;
    bool good = number_of(root, "clock", &read.clock) && number_of(root, "at", &read.at) &&
                number_of(root, "process", &read.process);
    cJSON_Delete(root);
    free(value);
    if (good)
        *beat = read;
    else if (error) /* what can't be read is as good as none */
        *error = (struct error){.code = ERROR_NONE};
    return good;
}

bool course_beat_write(struct store *store, const char *journal, const struct course_beat *beat,
                       struct error *error)
{
    char *key = key_of(journal);
    cJSON *root = cJSON_CreateObject();
    cJSON_AddNumberToObject(root, "clock", (double)beat->clock);
    cJSON_AddNumberToObject(root, "at", (double)beat->at);
    cJSON_AddNumberToObject(root, "process", (double)beat->process);
    char *value = cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    if (!value)
        abort();
    bool done = store_set_setting(store, key, value, error);
    free(value);
    free(key);
    return done;
}
