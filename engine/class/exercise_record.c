/* exercise_record.c: writes and reads answers and numbers by their ids. */
#include "class/exercise_record.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ----------------------------------------------------------------------------- writing ---- */

static cJSON *options_to_json(const struct part *part, uint32_t options)
{
    if (part->kind == PART_CHOICE) {
        for (int i = 0; i < part->option_count; i++) {
            if (options >> i & 1)
                return cJSON_CreateString(part->options[i].id);
        }
        return cJSON_CreateNull();
    }
    cJSON *list = cJSON_CreateArray();
    for (int i = 0; i < part->option_count; i++) {
        if (options >> i & 1)
            cJSON_AddItemToArray(list, cJSON_CreateString(part->options[i].id));
    }
    return list;
}

static cJSON *part_to_json(const struct part *part, const struct part_answer *answer)
{
    switch (part->kind) {
    case PART_CHOICE:
    case PART_SET:
        return options_to_json(part, answer->options);
    case PART_NUMBER:
        return cJSON_CreateNumber(answer->number);
    case PART_WORDS:
        return cJSON_CreateString(answer->words);
    default:
        return cJSON_CreateNumber(answer->place + 1);
    }
}

cJSON *exercise_answer_to_json(const struct exercise *exercise,
                               const struct exercise_answer *answer)
{
    cJSON *root = cJSON_CreateObject();
    for (int i = 0; i < exercise->task_count; i++) {
        const struct task *task = &exercise->tasks[i];
        cJSON *object = cJSON_AddObjectToObject(root, task->id);
        for (int part = 0; part < task->part_count; part++) {
            if (answer->parts[i][part].given)
                cJSON_AddItemToObject(object, task->parts[part].id,
                                      part_to_json(&task->parts[part], &answer->parts[i][part]));
        }
    }
    return root;
}

cJSON *exercise_numbers_to_json(const struct exercise *exercise, const double *values)
{
    cJSON *root = cJSON_CreateObject();
    for (int i = 0; i < exercise->number_count; i++)
        cJSON_AddNumberToObject(root, exercise->numbers[i].id, values[i]);
    return root;
}

/* ----------------------------------------------------------------------------- reading ---- */

static uint32_t option_bit(const struct part *part, const cJSON *json)
{
    const char *id = cJSON_GetStringValue(json);
    for (int i = 0; id && i < part->option_count; i++) {
        if (strcmp(part->options[i].id, id) == 0)
            return UINT32_C(1) << i;
    }
    return 0;
}

static bool read_set(const struct part *part, const cJSON *json, struct part_answer *answer)
{
    const cJSON *item;
    bool good = cJSON_IsArray(json);
    cJSON_ArrayForEach(item, json)
    {
        uint32_t bit = option_bit(part, item);
        good &= bit != 0;
        answer->options |= bit;
    }
    answer->given = answer->options != 0;
    return good && answer->given;
}

static bool read_words(const cJSON *json, struct part_answer *answer)
{
    const char *words = cJSON_GetStringValue(json);
    if (!words)
        return false;
    char *clean = text_clean(words, strlen(words), sizeof answer->words - 1, false);
    snprintf(answer->words, sizeof answer->words, "%s", clean);
    answer->given = clean[0] != '\0';
    free(clean);
    return answer->given && strcmp(words, answer->words) == 0;
}

static bool read_place(const struct task *task, const cJSON *json, struct part_answer *answer)
{
    double place = cJSON_IsNumber(json) ? json->valuedouble : 0;
    answer->given = place >= 1 && place <= task->part_count && floor(place) == place;
    answer->place = answer->given ? (int)place - 1 : 0;
    return answer->given;
}

static bool read_part(const struct task *task, const struct part *part, const cJSON *json,
                      struct part_answer *answer)
{
    switch (part->kind) {
    case PART_CHOICE:
        answer->options = option_bit(part, json);
        answer->given = answer->options != 0;
        return answer->given;
    case PART_SET:
        return read_set(part, json, answer);
    case PART_NUMBER:
        answer->given = cJSON_IsNumber(json) && isfinite(json->valuedouble);
        answer->number = answer->given ? json->valuedouble : 0;
        return answer->given;
    case PART_WORDS:
        return read_words(json, answer);
    case PART_PLACE:
        return read_place(task, json, answer);
    default:
        return false;
    }
}

/* Each place is taken once; an order that is not is no order, and is dropped. */
static bool check_places(const struct task *task, struct part_answer *answers)
{
    uint64_t taken = 0;
    bool good = true;
    for (int i = 0; i < task->part_count; i++) {
        if (task->parts[i].kind != PART_PLACE || !answers[i].given)
            continue;
        good &= !(taken >> answers[i].place & 1);
        taken |= UINT64_C(1) << answers[i].place;
    }
    for (int i = 0; !good && i < task->part_count; i++)
        answers[i] = (struct part_answer){0};
    return good;
}

static bool read_task(const struct task *task, const cJSON *json, struct part_answer *answers)
{
    int known = 0;
    bool good = cJSON_IsObject(json);
    for (int i = 0; i < task->part_count; i++) {
        const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, task->parts[i].id);
        if (!item)
            continue;
        known++;
        good &= read_part(task, &task->parts[i], item, &answers[i]);
    }
    return check_places(task, answers) && good && known == cJSON_GetArraySize(json);
}

bool exercise_answer_from_json(const struct exercise *exercise, const cJSON *json,
                               struct exercise_answer *answer)
{
    int known = 0;
    bool good = cJSON_IsObject(json);
    memset(answer, 0, sizeof *answer);
    for (int i = 0; i < exercise->task_count; i++) {
        const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, exercise->tasks[i].id);
        if (!item)
            continue;
        known++;
        good &= read_task(&exercise->tasks[i], item, answer->parts[i]);
    }
    return good && known == cJSON_GetArraySize(json);
}

bool exercise_numbers_from_json(const struct exercise *exercise, const cJSON *json,
                                double values[NUMBER_MAX])
{
    bool good = cJSON_IsObject(json) && cJSON_GetArraySize(json) == exercise->number_count;
    for (int i = 0; i < exercise->number_count; i++) {
        const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, exercise->numbers[i].id);
        bool number = cJSON_IsNumber(item) && isfinite(item->valuedouble);
        values[i] = number ? item->valuedouble : exercise->numbers[i].value;
        good &= number;
    }
    return good;
}
