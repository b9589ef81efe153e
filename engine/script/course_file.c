/* course_file.c: runs a course's file and keeps what was built from it. */
#include "script/course_file.h"

#include <stdlib.h>
#include <string.h>

#include "script/build.h"

struct course_file {
    struct arena *arena;
    struct course course;
    struct term *sources;
    int source_count;
    char digest[65];
};

static void read_course(struct build *build, struct reader *reader, void *data)
{
    build_course(build, reader, data);
}

struct course_file *course_file_load(const struct bundle *bundle, struct fault_list *faults,
                                     struct error *error)
{
    struct fault_list found = {0};
    struct sandbox *sandbox = sandbox_new(NULL, error);
    if (!sandbox)
        return NULL;
    struct course_file *file = calloc(1, sizeof *file);
    if (!file)
        abort();
    file->arena = arena_new();
    construct_register(sandbox);
    struct build build = {
        .sandbox = sandbox, .arena = file->arena, .faults = &found, .bundle = bundle};
    build_sourced(&build, CONSTRUCT_COURSE, read_course, &file->course);
    sandbox_free(sandbox); /* a course has no functions: nothing of it is needed again */
    file->sources = build.sources;
    file->source_count = build.source_count;
    memcpy(file->digest, bundle->digest, sizeof file->digest);
    if (found.count == 0)
        return file;
    build_refuse(&found, faults, error);
    course_file_free(file);
    return NULL;
}

void course_file_free(struct course_file *file)
{
    if (!file)
        return;
    arena_free(file->arena);
    free(file);
}

const struct course *course_file_course(const struct course_file *file)
{
    return &file->course;
}

const char *course_file_digest(const struct course_file *file)
{
    return file->digest;
}

const struct text *course_file_source_title(const struct course_file *file, const char *source)
{
    int index = term_find(file->sources, file->source_count, source);
    return index < 0 ? NULL : &file->sources[index].label;
}
