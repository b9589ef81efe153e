/* build_exercise.c: reads an exercise's head, its numbers, what is read first, and its curve. */
#include <lauxlib.h>
#include <math.h>
#include <string.h>

#include "script/exercise_build.h"

enum { MINUTES_MAX = 90, SPEECH_MAX = 40, SERIES_MAX = 4, POINTS_MAX = 24 };

static const double real_max = 1e12;

/* ------------------------------------------------------------- what the builders share ---- */

struct list list_open(struct reader *reader, const char *key, const char *what, int least, int most)
{
    struct list list = {0};
    if (!reader_field(reader, key)) {
        if (least > 0)
            reader_fault(reader, NULL, "'%s' is missing here", key);
        return list;
    }
    list.open = true;
    list.mark = reader_enter(reader, key);
    int faults = reader_faults(reader);
    list.count = reader_length(reader);
    if (reader_faults(reader) == faults && list.count < least)
        reader_fault(reader, NULL, "%d %s: at least %d", list.count, what, least);
    if (list.count > most) {
        reader_fault(reader, NULL, "%d %s: at most %d", list.count, what, most);
        list.count = most;
    }
    return list;
}

size_t list_enter(struct reader *reader, int index)
{
    lua_rawgeti(reader->lua, -1, index + 1);
    return reader_enter_at(reader, index + 1);
}

void list_leave(struct reader *reader, size_t mark)
{
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

void list_close(struct reader *reader, const struct list *list)
{
    if (list->open)
        list_leave(reader, list->mark);
}

double build_real(struct reader *reader, double fallback)
{
    if (lua_type(reader->lua, -1) != LUA_TNUMBER) {
        reader_fault(reader, NULL, "expected a number here, found a %s",
                     luaL_typename(reader->lua, -1));
        return fallback;
    }
    double value = lua_tonumber(reader->lua, -1);
    if (isfinite(value) && fabs(value) <= real_max)
        return value;
    reader_fault(reader, NULL, "%g is too large: use at most %g", value, real_max);
    return fallback;
}

static double build_real_field(struct reader *reader, const char *key, bool required,
                               double fallback)
{
    if (!reader_field(reader, key)) {
        if (required)
            reader_fault(reader, NULL, "'%s' is missing here", key);
        return fallback;
    }
    size_t mark = reader_enter(reader, key);
    double value = build_real(reader, fallback);
    list_leave(reader, mark);
    return value;
}

void build_check_id(struct reader *reader, const char *id, const char *const *before, int count)
{
    for (int i = 0; id[0] && i < count; i++) {
        if (strcmp(before[i], id) == 0) {
            reader_fault(reader, "id", "the id '%s' is here already", id);
            return;
        }
    }
}

void build_check_options(struct reader *reader, const struct task_option *options, int count)
{
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < i; j++) {
            for (int language = 0; language < LANGUAGE_COUNT; language++) {
                const char *words = options[i].label.words[language];
                if (words[0] == '\0' || strcmp(words, options[j].label.words[language]) != 0)
                    continue;
                reader_fault(reader, NULL, "'%s' and '%s' read the same: nobody can tell which",
                             options[j].id, options[i].id);
                break;
            }
        }
    }
}

void build_part_reason(struct exercise_build *build, struct reader *reader, struct part *part)
{
    char key[160];
    snprintf(key, sizeof key, "%s.why", part->id);
    part->why = reader_text_field(reader, "why", false, key);
    part->source = reader_string_field(reader, "source", false, NULL);
    if (part->source)
        build_check_source(build->build, reader, "source", part->source);
    else
        part->source = build->exercise->source_count > 0 ? build->exercise->sources[0] : "";
}

void build_part(struct exercise_build *build, struct reader *reader, const struct task *task,
                struct part *part)
{
    *part = (struct part){.function = FUNCTION_NONE, .file_line = reader_line(reader)};
    const char *id = NULL;
    if (reader_field(reader, "id")) {
        size_t mark = reader_enter(reader, "id");
        id = reader_id(reader);
        list_leave(reader, mark);
    } else {
        reader_fault(reader, NULL, "'id' is missing here");
    }
    part->id = id ? id : "";
    for (int i = 0; i < task->part_count; i++) {
        const char *before = task->parts[i].id;
        build_check_id(reader, part->id, &before, 1);
    }
    part->model = text_empty("model");
    build_part_reason(build, reader, part);
}

void build_value(struct exercise_build *build, struct reader *reader, struct part *part)
{
    if (!lua_isfunction(reader->lua, -1)) {
        part->expected = build_real(reader, 0);
        return;
    }
    part->function = exercise_functions_keep(build->functions);
    build->computed[build->computed_count++] = part;
}

void build_expected(struct exercise_build *build, struct reader *reader, struct part *part)
{
    part->kind = PART_NUMBER;
    reader_field(reader, "expect");
    size_t mark = reader_enter(reader, "expect");
    build_value(build, reader, part);
    list_leave(reader, mark);
    part->tolerance = build_real_field(reader, "tolerance", false, 0);
    if (part->tolerance < 0)
        reader_fault(reader, "tolerance", "%g is below zero: nothing would be right",
                     part->tolerance);
}

/* ------------------------------------------------------------------------------ numbers ---- */

static void check_range(struct reader *reader, const struct number *number)
{
    if (number->low > number->high)
        reader_fault(reader, NULL, "low (%g) is above high (%g)", number->low, number->high);
    else if (number->value < number->low || number->value > number->high)
        reader_fault(reader, "value", "%g is out of its own range, %g to %g", number->value,
                     number->low, number->high);
    if (number->whole && (floor(number->value) != number->value ||
                          floor(number->low) != number->low || floor(number->high) != number->high))
        reader_fault(reader, NULL, "whole = true, but value, low or high has decimals");
}

static void build_number(struct reader *reader, struct number *number)
{
    static const char *const known[] = {"label", "unit", "value", "low", "high", "whole", NULL};
    char key[80];
    snprintf(key, sizeof key, "numbers.%s", number->id);
    number->label = number->unit = text_empty(key);
    if (!id_is_valid(number->id) || strchr(number->id, '-'))
        reader_fault(reader, NULL,
                     "'%s' can't be a number: use lower-case letters, digits and underscores",
                     number->id);
    if (!reader_check_keys(reader, known))
        return;
    int faults = reader_faults(reader);
    number->label = reader_text_field(reader, "label", true, key);
    number->unit = reader_text_field(reader, "unit", false, key);
    number->whole = reader_boolean_field(reader, "whole", false);
    number->value = build_real_field(reader, "value", true, 0);
    number->low = build_real_field(reader, "low", true, 0);
    number->high = build_real_field(reader, "high", true, 0);
    if (reader_faults(reader) == faults)
        check_range(reader, number);
}

static void build_numbers(struct exercise_build *build, struct reader *reader)
{
    const char *const *keys;
    if (!reader_field(reader, "numbers"))
        return;
    size_t mark = reader_enter(reader, "numbers");
    int count = reader_keys(reader, &keys);
    if (count > NUMBER_MAX) {
        reader_fault(reader, NULL, "%d numbers: at most %d", count, NUMBER_MAX);
        count = NUMBER_MAX;
    }
    struct number *numbers = arena_alloc(reader->arena, (size_t)count + 1, sizeof *numbers);
    for (int i = 0; i < count; i++) {
        size_t at = reader_enter(reader, keys[i]);
        reader_field(reader, keys[i]);
        numbers[i].id = keys[i];
        build_number(reader, &numbers[i]);
        list_leave(reader, at);
    }
    build->exercise->numbers = numbers;
    build->exercise->number_count = count;
    list_leave(reader, mark);
}

/* ------------------------------------------------------------------------------ reading ---- */

static void build_dialogue(struct exercise_build *build, struct reader *reader)
{
    static const char *const known[] = {"who", "say", NULL};
    char key[48];
    struct list list = list_open(reader, "dialogue", "lines of dialogue", 0, SPEECH_MAX);
    struct speech *speeches = arena_alloc(reader->arena, (size_t)list.count + 1, sizeof *speeches);
    for (int i = 0; i < list.count; i++) {
        size_t at = list_enter(reader, i);
        snprintf(key, sizeof key, "dialogue.%d", i + 1);
        speeches[i].who = speeches[i].say = text_empty(key);
        if (reader_check_keys(reader, known)) {
            speeches[i].who = reader_text_field(reader, "who", true, key);
            speeches[i].say = reader_text_field(reader, "say", true, key);
        }
        list_leave(reader, at);
    }
    list_close(reader, &list);
    build->exercise->dialogue = speeches;
    build->exercise->dialogue_count = list.count;
}

/* -------------------------------------------------------------------------------- tasks ---- */

static int build_kind(struct reader *reader)
{
    struct term kinds[TASK_KIND_COUNT];
    for (int i = 0; i < TASK_KIND_COUNT; i++)
        kinds[i] = (struct term){.id = task_kind_name((enum task_kind)i)};
    if (!reader_field(reader, "kind")) {
        reader_fault(reader, NULL, "'kind' is missing here");
        return -1;
    }
    size_t mark = reader_enter(reader, "kind");
    int kind = reader_term(reader, "kind", kinds, TASK_KIND_COUNT);
    list_leave(reader, mark);
    return kind;
}

static void build_task(struct exercise_build *build, struct reader *reader, struct task *task,
                       const struct task *before, int count)
{
    *task = (struct task){.id = "", .ask = text_empty("ask"), .corner = text_empty("corner")};
    if (!lua_istable(reader->lua, -1)) {
        reader_fault(reader, NULL, "expected { ... } here, found a %s",
                     luaL_typename(reader->lua, -1));
        return;
    }
    const char *id = reader_string_field(reader, "id", true, "");
    if (id[0] && !id_is_valid(id))
        reader_fault(reader, "id",
                     "'%s' can't be a name: use lower-case letters, digits and hyphens", id);
    for (int i = 0; i < count; i++)
        build_check_id(reader, id, &before[i].id, 1);
    task->id = id;
    char key[80];
    snprintf(key, sizeof key, "%.60s.ask", id);
    task->ask = reader_text_field(reader, "ask", true, key);
    int kind = build_kind(reader);
    if (kind < 0)
        return;
    task->kind = (enum task_kind)kind;
    if (task->kind == TASK_TABLE)
        build_table(build, reader, task);
    else
        build_task_parts(build, reader, task);
}

static void build_tasks(struct exercise_build *build, struct reader *reader)
{
    struct list list = list_open(reader, "tasks", "tasks", 1, TASK_MAX);
    struct task *tasks = arena_alloc(reader->arena, TASK_MAX, sizeof *tasks);
    for (int i = 0; i < list.count; i++) {
        size_t at = list_enter(reader, i);
        build_task(build, reader, &tasks[i], tasks, i);
        list_leave(reader, at);
    }
    list_close(reader, &list);
    build->exercise->tasks = tasks;
    build->exercise->task_count = list.count;
}

/* -------------------------------------------------------------------------------- curve ---- */

static int find_task(struct exercise_build *build, struct reader *reader)
{
    const struct exercise *exercise = build->exercise;
    struct term tables[TASK_MAX];
    int indexes[TASK_MAX], count = 0;
    for (int i = 0; i < exercise->task_count; i++) {
        if (exercise->tasks[i].kind == TASK_TABLE) {
            indexes[count] = i;
            tables[count++] = (struct term){.id = exercise->tasks[i].id};
        }
    }
    if (!reader_field(reader, "task")) {
        reader_fault(reader, NULL, "'task' is missing here");
        return -1;
    }
    size_t mark = reader_enter(reader, "task");
    int found = reader_term(reader, "table", tables, count);
    list_leave(reader, mark);
    return found < 0 ? -1 : indexes[found];
}

static void build_points(struct reader *reader, const struct task *task, struct series *series)
{
    struct term cells[PART_MAX];
    for (int i = 0; i < task->part_count; i++)
        cells[i] = (struct term){.id = task->parts[i].id};
    struct list list = list_open(reader, "cells", "cells of a curve", 2, POINTS_MAX);
    int *parts = arena_alloc(reader->arena, (size_t)list.count + 1, sizeof *parts);
    for (int i = 0; i < list.count; i++) {
        size_t at = list_enter(reader, i);
        int cell = reader_term(reader, "cell", cells, task->part_count);
        parts[i] = cell < 0 ? 0 : cell;
        list_leave(reader, at);
    }
    list_close(reader, &list);
    series->parts = parts;
    series->part_count = list.count;
}

static void build_series(struct exercise_build *build, struct reader *reader, struct series *series)
{
    static const char *const known[] = {"label", "task", "cells", NULL};
    *series = (struct series){.label = text_empty("curve")};
    if (!reader_check_keys(reader, known))
        return;
    series->label = reader_text_field(reader, "label", true, "curve");
    int task = find_task(build, reader);
    if (task < 0)
        return;
    series->task = task;
    build_points(reader, &build->exercise->tasks[task], series);
}

static void build_curve(struct exercise_build *build, struct reader *reader)
{
    static const char *const known[] = {"title", "series", NULL};
    build->exercise->curve_title = text_empty("curve.title");
    if (!reader_field(reader, "curve"))
        return;
    size_t mark = reader_enter(reader, "curve");
    if (reader_check_keys(reader, known)) {
        build->exercise->curve_title = reader_text_field(reader, "title", true, "curve.title");
        struct list list = list_open(reader, "series", "series", 1, SERIES_MAX);
        struct series *series = arena_alloc(reader->arena, (size_t)list.count + 1, sizeof *series);
        for (int i = 0; i < list.count; i++) {
            size_t at = list_enter(reader, i);
            build_series(build, reader, &series[i]);
            list_leave(reader, at);
        }
        list_close(reader, &list);
        build->exercise->series = series;
        build->exercise->series_count = list.count;
    }
    list_leave(reader, mark);
}

/* --------------------------------------------------------------------------------- head ---- */

/* Results and the class's numbers name the exercise by its id, and look for the file of that name. */
static void check_name(const struct exercise_build *build, struct reader *reader, const char *id)
{
    const char *name = build->build->bundle->files[0].name;
    size_t length = strlen(name) - (strlen(name) > 4 ? strlen(".lua") : 0);
    if (strlen(id) != length || strncmp(id, name, length) != 0)
        reader_fault(reader, NULL, "this file holds exercise \"%s\", but its name says \"%.*s\"",
                     id, (int)length, name);
}

/* A text, or the function that gives one, which speaks of what comes out for these numbers. */
static void build_model(struct exercise_build *build, struct reader *reader)
{
    build->model_function = FUNCTION_NONE;
    if (!reader_field(reader, "model")) {
        build->exercise->model = reader_text_field(reader, "model", true, "model");
        return;
    }
    size_t mark = reader_enter(reader, "model");
    if (lua_isfunction(reader->lua, -1)) {
        build->model_function = exercise_functions_keep(build->functions);
        build->model_line = reader_line(reader);
        build->exercise->model = text_empty("model");
    } else {
        build->exercise->model = reader_text(reader, "model");
    }
    list_leave(reader, mark);
}

void build_exercise(struct exercise_build *build, struct reader *reader)
{
    static const char *const known[] = {"title", "source",  "minutes",  "brief", "model", "why",
                                        "tasks", "numbers", "dialogue", "curve", NULL};
    struct exercise *exercise = build->exercise;
    construct_push(reader->lua, -1, 1);
    exercise->id = reader_id(reader);
    lua_pop(reader->lua, 1);
    if (exercise->id)
        check_name(build, reader, exercise->id);
    exercise->file = reader->file;
    construct_push(reader->lua, -1, 2);
    reader_check_keys(reader, known);
    exercise->title = reader_text_field(reader, "title", true, "title");
    exercise->brief = reader_text_field(reader, "brief", true, "brief");
    build_model(build, reader);
    exercise->why = reader_text_field(reader, "why", true, "why");
    exercise->minutes = reader_integer_field(reader, "minutes", true, 1, MINUTES_MAX, 1);
    exercise->source_count = build_strings(build->build, reader, "source", &exercise->sources);
    build_numbers(build, reader);
    build_dialogue(build, reader);
    int faults = reader_faults(reader);
    build_tasks(build, reader);
    if (reader_faults(reader) == faults)
        build_curve(build, reader); /* else cells may be missing that it names */
    lua_pop(reader->lua, 1);
}
