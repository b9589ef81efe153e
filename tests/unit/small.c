/* small.c: loads and plays the small scenarios. */
#include "unit/small.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"

char *source_path(const char *rest)
{
    struct buffer path = {0};
    const char *root = getenv("YANLIAN_SOURCE");
    buffer_printf(&path, "%s/%s", root ? root : ".", rest);
    return buffer_take(&path);
}

char *small_path(const char *rest)
{
    struct buffer path = {0};
    buffer_printf(&path, "tests/cases/scenarios/%s", rest);
    char *whole = source_path(path.data);
    buffer_free(&path);
    return whole;
}

char *small_read(const char *path, size_t *length)
{
    struct buffer text = {0};
    char block[4096];
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("can't open %s", path);
    for (size_t count; (count = fread(block, 1, sizeof block, file)) > 0;)
        buffer_add_bytes(&text, block, count);
    fclose(file);
    *length = text.length;
    return buffer_take(&text);
}

struct bundle *small_bundle(const char *name)
{
    struct error error = {0};
    char *path = small_path(name), *base = small_path("");
    struct bundle *bundle = bundle_read(path, base, &error);
    if (!bundle)
        fail_msg("%s: %s", error.file, error.message);
    free(path);
    free(base);
    return bundle;
}

struct loaded *small_load(const char *name)
{
    struct error error = {0};
    struct bundle *bundle = small_bundle(name);
    struct loaded *loaded = scenario_load(bundle, NULL, &error);
    if (!loaded)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    bundle_free(bundle);
    return loaded;
}

struct session *small_session(const struct loaded *loaded, uint64_t seed, enum mode mode)
{
    struct error error = {0};
    struct session *session =
        session_new(loaded_scenario(loaded), loaded_evaluator(loaded), seed, mode, &error);
    if (!session)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    return session;
}

bool small_try(struct session *session, const char *id, int64_t think_ms, struct error *error)
{
    const struct node *node = &session_scenario(session)->nodes[session_state(session)->node];
    return session_pick(session, node_find_response(node, id), think_ms, error);
}

void small_pick(struct session *session, const char *id)
{
    struct error error = {0};
    if (!small_try(session, id, 0, &error))
        fail_msg("'%s' at '%s': %s", id, small_node(session), error.message);
}

const char *small_node(const struct session *session)
{
    return session_scenario(session)->nodes[session_state(session)->node].id;
}
