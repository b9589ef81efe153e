/* rubric_file.c: runs the rubric's file and keeps what was built from it. */
#include "script/rubric_file.h"

#include <stdlib.h>
#include <string.h>

#include "script/build.h"

struct rubric_file {
    struct arena *arena;
    struct rubric rubric;
    char digest[65];
};

static void read_rubric(struct build *build, struct reader *reader, void *data)
{
    build_rubric(build, reader, data);
}

struct rubric_file *rubric_file_load(const struct bundle *bundle, struct fault_list *faults,
                                     struct error *error)
{
    struct fault_list found = {0};
    struct sandbox *sandbox = sandbox_new(NULL, error);
    if (!sandbox)
        return NULL;
    struct rubric_file *file = calloc(1, sizeof *file);
    if (!file)
        abort();
    file->arena = arena_new();
    construct_register(sandbox);
    struct build build = {
        .sandbox = sandbox, .arena = file->arena, .faults = &found, .bundle = bundle};
    build_sourced(&build, CONSTRUCT_RUBRIC, read_rubric, &file->rubric);
    sandbox_free(sandbox); /* a rubric has no functions: nothing of it is needed again */
    memcpy(file->digest, bundle->digest, sizeof file->digest);
    if (found.count == 0)
        return file;
    build_refuse(&found, faults, error);
    rubric_file_free(file);
    return NULL;
}

void rubric_file_free(struct rubric_file *file)
{
    if (!file)
        return;
    arena_free(file->arena);
    free(file);
}

const struct rubric *rubric_file_rubric(const struct rubric_file *file)
{
    return &file->rubric;
}

const char *rubric_file_digest(const struct rubric_file *file)
{
    return file->digest;
}
