/* loader.c: runs the files of a bundle and builds the scenario from what they return. */
#include "script/loader.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "script/build.h"

struct loaded {
    struct arena *arena;
    struct sandbox *sandbox;
    struct functions *functions;
    struct scenario scenario;
    struct vocabulary vocabulary;
    struct term *sources;
    int source_count;
    char digest[65];
};

void fault_list_free(struct fault_list *list)
{
    free(list->faults);
    *list = (struct fault_list){0};
}

/* ------------------------------------------------------------------- one file at a time ---- */

struct task { /* what runs protected: a reader over one file's value, at the stack's top */
    struct build *build;
    struct reader reader;
    enum construct_kind kind; /* that the file must return */
    file_builder *builder;
    void *data;
};

static bool wrong_kind(struct reader *reader, enum construct_kind kind)
{
    if (construct_kind(reader->lua, -1) == (int)kind)
        return false;
    reader_fault(reader, NULL, "this file must return %s ...", construct_name(kind));
    return true;
}

static int run_task(lua_State *lua)
{
    struct task *task = lua_touserdata(lua, 1);
    luaL_checkstack(lua, 100, "the scenario is nested too deeply");
    if (!wrong_kind(&task->reader, task->kind))
        task->builder(task->build, &task->reader, task->data);
    return 0;
}

/* Notes an error that Lua raised as a fault of the file. */
static void note_error(struct build *build, const char *file, const struct error *error)
{
    struct reader reader = {
        .faults = build->faults, .arena = build->arena, .file = file, .locator = NULL};
    int before = build->faults->count;
    reader_fault(&reader, NULL, "%s", error->message);
    if (build->faults->count > before)
        build->faults->faults[before].line = error->line;
}

/* A name given twice in one table: Lua drops the first without a word. */
static void note_twice(struct build *build, const char *file, const struct locator *locator)
{
    const char *key;
    int first, second;
    for (int i = 0; locator_twice(locator, i, &key, &first, &second); i++) {
        struct error error = {.line = second};
        snprintf(error.message, sizeof error.message,
                 "'%.80s' is here twice: what stands on line %d is lost", key, first);
        note_error(build, file, &error);
    }
}

/* Runs `file` and gives what it returned to `builder`. */
static void build_file(struct build *build, const struct source_file *file,
                       enum construct_kind kind, file_builder *builder, void *data)
{
    struct error error = {0};
    lua_State *lua = sandbox_lua(build->sandbox);
    const char *name = arena_printf(build->arena, "%s%s", build->bundle->folder, file->name);
    if (!sandbox_run(build->sandbox, name, file->text, file->length, &error)) {
        note_error(build, name, &error);
        return;
    }
    struct locator *locator = locator_new(file->text, file->length);
    struct task task = {.build = build, .kind = kind, .builder = builder, .data = data};
    task.reader = (struct reader){.lua = lua,
                                  .arena = build->arena,
                                  .faults = build->faults,
                                  .file = name,
                                  .locator = locator};
    if (!sandbox_protect(build->sandbox, 1, run_task, &task, &error))
        note_error(build, name, &error);
    note_twice(build, name, locator);
    locator_free(locator);
}

static const struct source_file *find_file(const struct bundle *bundle, const char *name)
{
    for (int i = 1; i < bundle->count; i++) {
        if (strcmp(bundle->files[i].name, name) == 0)
            return &bundle->files[i];
    }
    return NULL;
}

static const struct source_file *need_file(struct build *build, const char *name)
{
    const struct source_file *file = find_file(build->bundle, name);
    if (!file) {
        struct error error = {0};
        error_set(&error, ERROR_NOT_FOUND, "the file is missing");
        note_error(build, arena_printf(build->arena, "%s%s", build->bundle->folder, name), &error);
    }
    return file;
}

/* ----------------------------------------------------------------------- the four files ---- */

static void read_vocabulary(struct build *build, struct reader *reader, void *data)
{
    (void)data;
    build_vocabulary(build, reader);
}

static void read_sources(struct build *build, struct reader *reader, void *data)
{
    (void)data;
    build_sources(build, reader);
}

static void read_scenario(struct build *build, struct reader *reader, void *data)
{
    (void)data;
    build_scenario(build, reader);
}

struct pack_task {
    int pack;
    struct rule *rules;
    int count;
};

static void read_pack(struct build *build, struct reader *reader, void *data)
{
    struct pack_task *task = data;
    task->count = build_pack(build, reader, task->pack, task->rules, task->count);
}

static void unknown_pack(struct build *build, int pack)
{
    const char *known[64], *name = build->scenario->packs[pack].id;
    char place[32];
    int count = 0;
    for (int i = 1; i < build->bundle->count && count < 64; i++) {
        const char *file = build->bundle->files[i].name;
        if (strncmp(file, "rules/", 6) == 0)
            known[count++] =
                arena_strndup(build->arena, file + 6, strlen(file) - strlen("rules/.lua"));
    }
    struct error error = {0};
    const char *near = error_nearest(name, known, count);
    error_set(&error, ERROR_SCENARIO, "there is no rule pack '%s'%s%s%s", name,
              near ? " (did you mean '" : "", near ? near : "", near ? "'?)" : "");
    const struct source_file *file = &build->bundle->files[0];
    struct locator *locator = locator_new(file->text, file->length);
    snprintf(place, sizeof place, "rules[%d]", pack + 1);
    error.line = locator_line(locator, place);
    locator_free(locator);
    note_error(build, build->scenario->file, &error);
}

/* Every adjustment must have met its rule. */
static void check_adjustments(struct build *build)
{
    const struct scenario *scenario = build->scenario;
    const char *known[RULE_MAX];
    for (int i = 0; i < scenario->rule_count; i++)
        known[i] = arena_printf(build->arena, "%s/%s", scenario->packs[scenario->rules[i].pack].id,
                                scenario->rules[i].id);
    for (int i = 0; i < build->adjustment_count; i++) {
        const char *name = build->rule_adjustments[i];
        const char *near = error_nearest(name, known, scenario->rule_count);
        struct error error = {0};
        if (build->adjustments[i].used)
            continue;
        error_set(&error, ERROR_SCENARIO, "no pack of this scenario has the rule '%s'%s%s%s", name,
                  near ? " (did you mean '" : "", near ? near : "", near ? "'?)" : "");
        error.line = build->adjustments[i].file_line;
        note_error(build, scenario->file, &error);
    }
}

static void build_packs_of(struct build *build)
{
    int before = build->faults->count;
    struct pack_task task = {.rules = arena_alloc(build->arena, RULE_MAX + 1, sizeof *task.rules)};
    for (task.pack = 0; task.pack < build->scenario->pack_count; task.pack++) {
        const char *id = build->scenario->packs[task.pack].id;
        const char *name = arena_printf(build->arena, "rules/%s.lua", id);
        const struct source_file *file = find_file(build->bundle, name);
        if (file)
            build_file(build, file, CONSTRUCT_PACK, read_pack, &task);
        else
            unknown_pack(build, task.pack);
    }
    build->scenario->rules = task.rules;
    build->scenario->rule_count = task.count;
    if (build->faults->count == before)
        check_adjustments(build);
}

/* The store keeps a bundle as JSON text, and a zero byte would end it there. */
static bool all_are_text(struct build *build)
{
    bool good = true;
    for (int i = 0; i < build->bundle->count; i++) {
        const struct source_file *file = &build->bundle->files[i];
        struct error error = {.line = 1};
        const char *zero = memchr(file->text, '\0', file->length);
        if (!zero)
            continue;
        for (const char *at = file->text; at < zero; at++)
            error.line += *at == '\n';
        snprintf(error.message, sizeof error.message, "the file holds a zero byte: it is no text");
        note_error(build, arena_printf(build->arena, "%s%s", build->bundle->folder, file->name),
                   &error);
        good = false;
    }
    return good;
}

void build_sourced(struct build *build, enum construct_kind kind, file_builder *builder, void *data)
{
    const struct source_file *sources = need_file(build, "sources.lua");
    if (!all_are_text(build) || !sources)
        return;
    build_file(build, sources, CONSTRUCT_SOURCES, read_sources, NULL);
    if (build->faults->count == 0)
        build_file(build, &build->bundle->files[0], kind, builder, data);
}

static void build_all(struct build *build)
{
    const struct source_file *words = need_file(build, "vocabulary.lua");
    const struct source_file *sources = need_file(build, "sources.lua");
    if (!all_are_text(build) || !words || !sources)
        return;
    build_file(build, words, CONSTRUCT_VOCABULARY, read_vocabulary, NULL);
    build_file(build, sources, CONSTRUCT_SOURCES, read_sources, NULL);
    if (build->faults->count > 0)
        return; /* every word of the scenario would be unknown: one fault at a time */
    build_file(build, &build->bundle->files[0], CONSTRUCT_SCENARIO, read_scenario, NULL);
    if (build->scenario->packs)
        build_packs_of(build);
}

/* -------------------------------------------------------------------------------- whole ---- */

static int compare_faults(const void *left, const void *right)
{
    const struct fault *a = left, *b = right;
    int files = strcmp(a->file, b->file);
    if (files != 0)
        return files;
    return a->line != b->line ? (a->line < b->line ? -1 : 1) : strcmp(a->message, b->message);
}

void build_refuse(struct fault_list *found, struct fault_list *faults, struct error *error)
{
    qsort(found->faults, (size_t)found->count, sizeof *found->faults, compare_faults);
    const struct fault *first = &found->faults[0];
    if (found->count == 1)
        error_at(error, ERROR_SCENARIO, first->file, first->line, "%s", first->message);
    else
        error_at(error, ERROR_SCENARIO, first->file, first->line, "%s [and %d more]",
                 first->message, found->count + found->dropped - 1);
    if (faults)
        *faults = *found;
    else
        fault_list_free(found);
}

struct loaded *scenario_load(const struct bundle *bundle, struct fault_list *faults,
                             struct error *error)
{
    struct fault_list found = {0};
    struct loaded *loaded = calloc(1, sizeof *loaded);
    if (!loaded)
        abort();
    loaded->arena = arena_new();
    loaded->sandbox = sandbox_new(NULL, error);
    if (!loaded->sandbox) {
        loaded_free(loaded);
        return NULL;
    }
    construct_register(loaded->sandbox);
    loaded->functions = functions_new(loaded->sandbox, error);
    if (!loaded->functions) {
        loaded_free(loaded);
        return NULL;
    }
    struct build build = {.sandbox = loaded->sandbox,
                          .arena = loaded->arena,
                          .faults = &found,
                          .functions = loaded->functions,
                          .bundle = bundle,
                          .vocabulary = &loaded->vocabulary,
                          .scenario = &loaded->scenario};
    build_all(&build);
    loaded->sources = build.sources;
    loaded->source_count = build.source_count;
    memcpy(loaded->digest, bundle->digest, sizeof loaded->digest);
    if (found.count > 0) {
        build_refuse(&found, faults, error);
        loaded_free(loaded);
        return NULL;
    }
    if (!functions_bind(loaded->functions, &loaded->scenario, error)) {
        loaded_free(loaded);
        return NULL;
    }
    return loaded;
}

void loaded_free(struct loaded *loaded)
{
    if (!loaded)
        return;
    functions_free(loaded->functions);
    sandbox_free(loaded->sandbox);
    arena_free(loaded->arena);
    free(loaded);
}

const struct scenario *loaded_scenario(const struct loaded *loaded)
{
    return &loaded->scenario;
}

const struct evaluator *loaded_evaluator(const struct loaded *loaded)
{
    return functions_evaluator(loaded->functions);
}

const char *loaded_digest(const struct loaded *loaded)
{
    return loaded->digest;
}

const struct text *loaded_source_title(const struct loaded *loaded, const char *source)
{
    int index = term_find(loaded->sources, loaded->source_count, source);
    return index < 0 ? NULL : &loaded->sources[index].label;
}

bool loaded_read_turn(const struct loaded *loaded)
{
    return functions_read_turn(loaded->functions);
}

bool loaded_read_variable(const struct loaded *loaded, int variable)
{
    return functions_read_variable(loaded->functions, variable);
}

const char *loaded_function_place(const struct loaded *loaded, int function, int *line)
{
    return functions_place(loaded->functions, function, line);
}
