/*
 * test_sandbox_hostile.c: scripts that try to hang, exhaust, escape or remember.
 *
 * Each file of tests/cases/hostile says in its first line what it attempts and in its second what
 * must come of it: `-- expect: KIND` or `-- expect: KIND: words of the message`. A chunk that
 * returns a function has it called, again and again. Whatever comes of it, it must come within
 * SECONDS of processor time, keep to the memory cap, leave nothing on the stack and leave a sandbox
 * that runs the next chunk. Sources too long for a file are made up here.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "script/sandbox.h"

#define FILES_MIN 170
#define SECONDS 2.0
#define CALLS 100 /* of a function that a chunk returned */

/* ---- Running one ---------------------------------------------------------------------------- */

static double processor_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Under valgrind everything takes fifty times as long: budgets are smaller and clocks not asked. */
static bool is_slow(void)
{
    const char *preloaded = getenv("LD_PRELOAD");
    return preloaded != NULL && strstr(preloaded, "vgpreload") != NULL;
}

static struct sandbox *create(void)
{
    struct sandbox_limits limits = sandbox_limits_default;
    if (is_slow())
        limits.load_work /= 10;
    struct sandbox *sandbox = sandbox_new(&limits, NULL);
    assert_non_null(sandbox);
    return sandbox;
}

/* Runs the source; calls what it returns when that is a function. */
static bool run(struct sandbox *sandbox, const char *name, const char *source, size_t length,
                struct error *error)
{
    lua_State *lua = sandbox_lua(sandbox);
    bool done = sandbox_run(sandbox, name, source, length, error);
    if (!done)
        return false;
    for (int i = 0; done && i < CALLS && lua_isfunction(lua, 1); i++) {
        lua_pushvalue(lua, 1);
        done = sandbox_call(sandbox, 0, 0, error);
    }
    lua_settop(lua, 0);
    return done;
}

static void check_usable(struct sandbox *sandbox, const char *name)
{
    static const char next[] = "local t = {} for i = 1, 10 do t[i] = i end return #t";
    struct error error = {.code = ERROR_NONE};
    lua_State *lua = sandbox_lua(sandbox);
    if (lua_gettop(lua) != 0)
        fail_msg("%s: leaves %d values on the stack", name, lua_gettop(lua));
    if (sandbox_memory_used(sandbox) > sandbox_limits_default.memory)
        fail_msg("%s: holds %zu bytes", name, sandbox_memory_used(sandbox));
    if (!sandbox_run(sandbox, "next.lua", next, strlen(next), &error))
        fail_msg("%s: the next chunk fails: %s", name, error.message);
    if (lua_tointeger(lua, -1) != 10 || lua_gettop(lua) != 1)
        fail_msg("%s: the next chunk goes wrong", name);
}

/* The words that a message has for a kind of refusal; NULL for "error", which has any. */
static const char *kind_words(const char *kind)
{
    static const char *const words[][2] = {
        {"work", "the script ran too long (more than"},
        {"memory", "the script asked for more than 16 MiB of memory"},
        {"text", "the script made a text longer than 64 KiB"},
        {"table", "a table or a list of arguments is too large"},
        {"depth", "functions call each other too deeply"},
        {"reading", "the file takes too long to read"},
        {"source", "the file has too many different names and values"},
        {"error", NULL},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(kind, words[i][0]) == 0)
            return words[i][1];
    }
    fail_msg("no kind of refusal: %s", kind);
    return NULL;
}

static void check_message(const char *name, const char *kind, const char *fragment,
                          const struct error *error)
{
    const char *words = kind_words(kind);
    if (words != NULL && strstr(error->message, words) == NULL)
        fail_msg("%s: not refused for %s: %s", name, kind, error->message);
    if (strstr(error->message, fragment) == NULL)
        fail_msg("%s: no word of \"%s\" in: %s", name, fragment, error->message);
    if (error->code != ERROR_SCENARIO || strcmp(error->file, name) != 0)
        fail_msg("%s: the error tells of %s", name, error->file);
    for (const char *at = error->message; *at != '\0'; at++) {
        if ((unsigned char)*at < ' ' || *at == 127)
            fail_msg("%s: a control byte in the message", name);
    }
}

/* `expected` is "KIND" or "KIND: fragment". */
static void attempt(const char *name, const char *expected, const char *source, size_t length)
{
    char kind[16] = "";
    size_t kind_length = strcspn(expected, ":");
    assert_true(kind_length < sizeof kind);
    memcpy(kind, expected, kind_length);
    const char *fragment = expected[kind_length] == ':' ? expected + kind_length + 2 : "";

    struct sandbox *sandbox = create();
    struct error error = {.code = ERROR_NONE};
    double started = processor_seconds();
    bool done = run(sandbox, name, source, length, &error);
    double taken = processor_seconds() - started;
    if (taken > SECONDS && !is_slow())
        fail_msg("%s: took %.1f s", name, taken);
    bool short_of_work = is_slow() && strstr(error.message, "ran too long") != NULL;
    if (done != (strcmp(kind, "ok") == 0) && !short_of_work)
        fail_msg("%s: %s", name, done ? "was not refused" : error.message);
    if (!done && !short_of_work)
        check_message(name, kind, fragment, &error);
    check_usable(sandbox, name);
    sandbox_free(sandbox);
}

/* ---- The files ------------------------------------------------------------------------------ */

static struct buffer read_file(const char *path)
{
    struct buffer text = {0};
    char piece[4096];
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("cannot open %s", path);
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;)
        buffer_add_bytes(&text, piece, got);
    fclose(file);
    return text;
}

static void attempt_file(const char *folder, const char *name)
{
    static const char mark[] = "\n-- expect: ";
    char path[1024];
    char expected[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    struct buffer text = read_file(path);
    buffer_add(&text, "\n");
    const char *line = text.data + strcspn(text.data, "\n");
    if (strncmp(text.data, "-- ", 3) != 0 || strncmp(line, mark, strlen(mark)) != 0)
        fail_msg("%s: does not say what it attempts and what to expect", name);
    line += strlen(mark);
    snprintf(expected, sizeof expected, "%.*s", (int)strcspn(line, "\n"), line);
    attempt(name, expected, text.data, text.length);
    buffer_free(&text);
}

static void files_are_refused(void **unused)
{
    (void)unused;
    const char *root = getenv("YANLIAN_SOURCE");
    char folder[512];
    snprintf(folder, sizeof folder, "%s/tests/cases/hostile", root != NULL ? root : ".");
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort);
    int attempted = 0;
    if (count < 0)
        fail_msg("no folder %s", folder);
    for (int i = 0; i < count; i++) {
        size_t length = strlen(entries[i]->d_name);
        if (length > 4 && strcmp(entries[i]->d_name + length - 4, ".lua") == 0) {
            attempt_file(folder, entries[i]->d_name);
            attempted++;
        }
        free(entries[i]);
    }
    free(entries);
    if (attempted < FILES_MIN)
        fail_msg("only %d hostile files, at least %d must be there", attempted, FILES_MIN);
}

/* ---- Sources made up: what takes the compiler long ------------------------------------------ */

static void attempt_made(const char *name, const char *expected, struct buffer *source)
{
    attempt(name, expected, source->data, source->length);
    buffer_free(source);
}

static void repeat(struct buffer *source, const char *text, int count)
{
    for (int i = 0; i < count; i++)
        buffer_add(source, text);
}

/* Values chosen to collide in the compiler's table of constants. */
static void colliding_constants_are_refused(void **unused)
{
    (void)unused;
    struct buffer source = {0};
    buffer_add(&source, "return {");
    for (long i = 1; i < 80000; i++)
        buffer_printf(&source, "%ld,", i * 131071);
    buffer_add(&source, "}");
    attempt_made("constants", "source", &source);
}

/* Each step walks the list of jumps so far, or the labels, or the names around. */
static void quadratic_sources_are_refused(void **unused)
{
    (void)unused;
    if (is_slow())
        skip();
    struct buffer source = {0};
    buffer_add(&source, "local a return a");
    repeat(&source, " and a", 170000);
    attempt_made("and", "reading", &source);

    buffer_add(&source, "local a if a then ");
    repeat(&source, "elseif a then ", 70000);
    buffer_add(&source, "end");
    attempt_made("elseif", "reading", &source);

    for (int level = 0; level < 60; level++) {
        buffer_add(&source, "local v");
        for (int i = 0; i < 190; i++)
            buffer_printf(&source, ",v%d", i);
        buffer_add(&source, " return function() ");
    }
    repeat(&source, "x=x ", 190000);
    repeat(&source, "end ", 60);
    attempt_made("names", "reading", &source);
}

static void many_labels_are_refused(void **unused)
{
    (void)unused;
    struct buffer source = {0};
    for (int i = 0; i < 60000; i++)
        buffer_printf(&source, "::a%x::do end ", i);
    attempt_made("labels", "source", &source);
    repeat(&source, "goto a ", 100000);
    attempt_made("gotos", "error: too many labels/gotos", &source);
    for (int i = 0; i < 300; i++)
        buffer_printf(&source, "::a%d::", i);
    attempt_made("neighbours", "error: too deeply nested", &source);
}

static void large_sources_are_refused(void **unused)
{
    (void)unused;
    struct buffer source = {0};
    buffer_add(&source, "return {");
    repeat(&source, "1,", 500000);
    buffer_add(&source, "}");
    attempt_made("million", "table", &source);

    buffer_add(&source, "return '");
    repeat(&source, "0123456789", 100000);
    buffer_add(&source, "'");
    attempt_made("literal", "text", &source);

    buffer_add(&source, "return a");
    repeat(&source, "0123456789", 100000);
    attempt_made("name", "text", &source);

    repeat(&source, "--[[", 1);
    repeat(&source, "0123456789abcde\n", SANDBOX_SOURCE_MAX / 16);
    attempt_made("length", "error: larger than 1024 KiB", &source);

    repeat(&source, "local a ", 100000);
    attempt_made("locals", "error: too many local variables", &source);

    buffer_add(&source, "return ");
    repeat(&source, "(", 200000);
    attempt_made("parentheses", "error: too deeply nested", &source);

    buffer_add(&source, "return 1");
    repeat(&source, "0123456789", 100000);
    attempt_made("digits", "ok", &source);
}

/* ---- Sources cut off anywhere, or with one byte changed ------------------------------------- */

static const char sample[] =
    "local t = { a = 1, ['b'] = 'x\\65\\x41\\u{4e2d}\\z  y', [3] = 0x1p4, 1e3, [[long]], [==[ ]] "
    "]==] }\n"
    "local function f(a, ...) local n <const> = 1; return a and n or not a, ... end --[[ c ]]\n"
    "for i = 1, 3 do if i == 2 then goto next elseif i ~= 3 then t[i] = i // 2 end ::next:: end\n"
    "for k, v in pairs(t) do t[k] = tostring(v) .. #t end repeat local x = 1 until x == 1\n"
    "return { f(1, 2), t.a, ('x'):rep(3), -2 ^ 2, ~5 & 3 | 4 ~ 1, 1 << 2 >> 1, 5 <= 6 }\n";

static void damaged_sources_do_no_harm(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    size_t length = strlen(sample);
    char text[sizeof sample];
    int refused = 0;
    assert_true(run(sandbox, "sample", sample, length, NULL));
    for (size_t cut = 0; cut < length; cut++)
        refused += !run(sandbox, "cut", sample, cut, NULL);
    for (size_t at = 0; at < length; at++) {
        for (size_t i = 0; i < 24; i++) {
            memcpy(text, sample, sizeof sample);
            text[at] = "\n\"'()[]{}=-.,:;0aZ\\ \x7f\xC3\x01#"[i];
            refused += !run(sandbox, "changed", text, length, NULL);
        }
    }
    assert_true(refused > 1000);
    check_usable(sandbox, "sample");
    sandbox_free(sandbox);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_refused),
        cmocka_unit_test(colliding_constants_are_refused),
        cmocka_unit_test(quadratic_sources_are_refused),
        cmocka_unit_test(many_labels_are_refused),
        cmocka_unit_test(large_sources_are_refused),
        cmocka_unit_test(damaged_sources_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
