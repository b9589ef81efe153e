/* course_journal.c: a course's events as JSON payloads of its journal, and back. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/course_state.h"

/* Beyond that a number in a payload is none that a course wrote. */
static const double number_limit = 1e15;

/* ----------------------------------------------------------------------------- writing ---- */

static cJSON *text_to_json(const struct text *text)
{
    cJSON *object = cJSON_CreateObject();
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        cJSON_AddStringToObject(object, language_code((enum language)language),
                                text->words[language]);
    return object;
}

static cJSON *segment_to_json(const struct segment *segment)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "id", segment->id);
    cJSON_AddStringToObject(object, "kind", segment_kind_name(segment->kind));
    cJSON_AddNumberToObject(object, "minutes", segment->minutes);
    cJSON_AddItemToObject(object, "title", text_to_json(&segment->title));
    return object;
}

char *course_plan_to_json(const struct course *course, const char *digest, int speed)
{
    cJSON *root = cJSON_CreateObject(), *segments = cJSON_CreateArray();
    cJSON_AddStringToObject(root, "course", course->id);
    cJSON_AddStringToObject(root, "digest", digest);
    cJSON_AddItemToObject(root, "title", text_to_json(&course->title));
    cJSON_AddNumberToObject(root, "speed", speed);
    for (int i = 0; i < course->segment_count; i++)
        cJSON_AddItemToArray(segments, segment_to_json(&course->segments[i]));
    cJSON_AddItemToObject(root, "segments", segments);
    char *json = cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    if (!json)
        abort();
    return json;
}

/* ----------------------------------------------------------------------------- reading ---- */

static const cJSON *field(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static const char *string_field(const cJSON *object, const char *name)
{
    const char *text = cJSON_GetStringValue(field(object, name));
    return text ? text : "";
}

static int64_t number_field(const cJSON *object, const char *name)
{
    const cJSON *item = field(object, name);
    double value = cJSON_IsNumber(item) ? item->valuedouble : 0;
    return value > -number_limit && value < number_limit ? (int64_t)value : 0;
}

static struct text text_field(const cJSON *object, const char *name, struct arena *arena)
{
    struct text text = {.key = name};
    const cJSON *item = field(object, name);
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        text.words[language] =
            arena_strdup(arena, string_field(item, language_code((enum language)language)));
    return text;
}

static bool parse_kind(const char *name, enum segment_kind *kind)
{
    for (int i = 0; i < SEGMENT_KIND_COUNT; i++) {
        if (strcmp(segment_kind_name((enum segment_kind)i), name) == 0) {
            *kind = (enum segment_kind)i;
            return true;
        }
    }
    return false;
}

static bool read_plan_segment(const cJSON *item, struct arena *arena, struct plan_segment *segment)
{
    int64_t minutes = number_field(item, "minutes");
    snprintf(segment->id, sizeof segment->id, "%s", string_field(item, "id"));
    segment->planned = minutes * 60000;
    segment->title = text_field(item, "title", arena);
    return minutes >= 1 && minutes <= COURSE_MINUTES_MAX && segment->id[0] &&
           parse_kind(string_field(item, "kind"), &segment->kind);
}

static bool read_plan(const char *payload, struct arena *arena, struct course_plan *plan)
{
    cJSON *root = cJSON_Parse(payload);
    const cJSON *segments = field(root, "segments"), *item;
    bool good = cJSON_IsArray(segments) && cJSON_GetArraySize(segments) <= SEGMENT_MAX;
    snprintf(plan->course, sizeof plan->course, "%s", string_field(root, "course"));
    snprintf(plan->digest, sizeof plan->digest, "%s", string_field(root, "digest"));
    plan->title = text_field(root, "title", arena);
    int64_t speed = number_field(root, "speed");
    plan->speed = speed >= 1 && speed <= COURSE_SPEED_MAX ? (int)speed : 1;
    if (good) {
        cJSON_ArrayForEach(item, segments)
        {
            good = good && read_plan_segment(item, arena, &plan->segments[plan->count]);
            plan->planned += plan->segments[plan->count].planned;
            plan->count++;
        }
    }
    cJSON_Delete(root);
    return good && plan->count > 0 && plan->course[0];
}

static const int *read_positions(const cJSON *list, struct arena *arena, int *count)
{
    int size = cJSON_IsArray(list) ? cJSON_GetArraySize(list) : 0, read = 0;
    int *positions = arena_alloc(arena, (size_t)size + 1, sizeof *positions);
    const cJSON *item;
    *count = 0;
    if (size == 0)
        return positions;
    cJSON_ArrayForEach(item, list)
    {
        if (cJSON_IsNumber(item) && item->valuedouble >= 1 && item->valuedouble <= 100000)
            positions[read++] = (int)item->valuedouble;
    }
    *count = read;
    return positions;
}

static bool parse_event_kind(const char *name, enum course_event_kind *kind)
{
    for (int i = 0; i < COURSE_EVENT_COUNT; i++) {
        if (strcmp(course_event_name((enum course_event_kind)i), name) == 0) {
            *kind = (enum course_event_kind)i;
            return true;
        }
    }
    return false;
}

static bool unreadable(const struct event_row *row, struct error *error)
{
    return error_set(error, ERROR_TAMPERED,
                     _("event %d of the course's log can't be read: `yanlian verify` tells whether "
                       "it was changed"),
                     row->seq);
}

bool course_read_event(const struct event_row *row, const struct course_plan *plan,
                       struct arena *arena, struct course_event *event, struct error *error)
{
    cJSON *root = cJSON_Parse(row->payload);
    *event = (struct course_event){.at = row->at, .segment = -1, .text = ""};
    if (!cJSON_IsObject(root) || !parse_event_kind(row->kind, &event->kind)) {
        cJSON_Delete(root);
        return unreadable(row, error);
    }
    event->clock = number_field(root, "clock");
    event->amount = number_field(root, event->kind == COURSE_EXTEND ? "ms" : "away_ms");
    if (field(root, "segment"))
        event->segment = course_plan_find(plan, string_field(root, "segment"));
    event->text =
        arena_strdup(arena, string_field(root, event->kind == COURSE_BOARD ? "text" : "id"));
    event->present = read_positions(field(root, "present"), arena, &event->present_count);
    event->absent = read_positions(field(root, "absent"), arena, &event->absent_count);
    cJSON_Delete(root);
    return true;
}

bool course_read(const struct event_row *rows, int count, struct arena *arena,
                 struct course_plan *plan, struct course_event **events, struct error *error)
{
    *plan = (struct course_plan){0};
    *events = arena_alloc(arena, (size_t)count + 1, sizeof **events);
    if (count == 0)
        return error_set(error, ERROR_TAMPERED, "%s", _("the course's log is empty"));
    if (strcmp(rows[0].kind, course_event_name(COURSE_BEGIN)) != 0 ||
        !read_plan(rows[0].payload, arena, plan))
        return unreadable(&rows[0], error);
    for (int i = 0; i < count; i++) {
        if (!course_read_event(&rows[i], plan, arena, &(*events)[i], error))
            return false;
    }
    return true;
}
