/*
 * test_sandbox.c: the surface both ways, the three ways into Lua, what errors tell, and what
 * happens when memory ends at any point.
 */
#include <lauxlib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "script/sandbox.h"

static struct sandbox *create(void)
{
    struct sandbox *sandbox = sandbox_new(NULL, NULL);
    assert_non_null(sandbox);
    return sandbox;
}

static bool run(struct sandbox *sandbox, const char *source, struct error *error)
{
    return sandbox_run(sandbox, "test.lua", source, strlen(source), error);
}

/* Runs what must succeed, and leaves its result on the stack. */
static void must_run(struct sandbox *sandbox, const char *source)
{
    struct error error = {.code = ERROR_NONE};
    if (!run(sandbox, source, &error))
        fail_msg("%s:%d: %s\nin: %s", error.file, error.line, error.message, source);
}

static void must_fail(const char *source, int line, const char *message)
{
    struct sandbox *sandbox = create();
    struct error error = {.code = ERROR_NONE};
    if (run(sandbox, source, &error))
        fail_msg("does not fail: %s", source);
    assert_int_equal(error.code, ERROR_SCENARIO);
    assert_string_equal(error.file, "test.lua");
    assert_string_equal(error.message, message);
    assert_int_equal(error.line, line);
    assert_int_equal(lua_gettop(sandbox_lua(sandbox)), 0);
    sandbox_free(sandbox);
}

/* ---- The surface ---------------------------------------------------------------------------- */

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

struct names {
    char names[100][40];
    int count;
};

/* Replaces the front on the top by the real table behind it, checking the front on the way. */
static void open_front(lua_State *lua)
{
    assert_int_equal(lua_type(lua, -1), LUA_TTABLE);
    lua_pushnil(lua);
    assert_int_equal(lua_next(lua, -2), 0);
    assert_true(lua_getmetatable(lua, -1));
    lua_pushliteral(lua, "__newindex");
    assert_int_equal(lua_rawget(lua, -2), LUA_TFUNCTION);
    lua_pop(lua, 1);
    lua_pushliteral(lua, "__index");
    assert_int_equal(lua_rawget(lua, -2), LUA_TTABLE);
    lua_replace(lua, -3);
    lua_pop(lua, 1);
}

/* Notes the functions and numbers of the real table on the top, and opens the fronts in it. */
static void collect(lua_State *lua, const char *prefix, struct names *found)
{
    for (lua_pushnil(lua); lua_next(lua, -2) != 0; lua_pop(lua, 1)) {
        char name[40];
        assert_int_equal(lua_type(lua, -2), LUA_TSTRING);
        snprintf(name, sizeof name, "%s%s", prefix, lua_tostring(lua, -2));
        if (lua_type(lua, -1) == LUA_TTABLE) {
            assert_string_equal(prefix, "");
            open_front(lua);
            snprintf(name, sizeof name, "%s.", lua_tostring(lua, -2));
            collect(lua, name, found);
            continue;
        }
        bool number = strncmp(name, "math.max", 8) == 0 || strncmp(name, "math.min", 8) == 0 ||
                      strcmp(name, "math.huge") == 0;
        number = number && strcmp(name, "math.max") != 0 && strcmp(name, "math.min") != 0;
        if (lua_type(lua, -1) != (number ? LUA_TNUMBER : LUA_TFUNCTION))
            fail_msg("%s is a %s", name, luaL_typename(lua, -1));
        assert_true(found->count < 100);
        memcpy(found->names[found->count++], name, sizeof name);
    }
}

static void surface_is_what_is_listed(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    lua_State *lua = sandbox_lua(sandbox);
    struct names found = {.count = 0};
    const char *sorted[100];
    lua_pushglobaltable(lua);
    open_front(lua);
    collect(lua, "", &found);
    for (int i = 0; i < found.count; i++)
        sorted[i] = found.names[i];
    qsort(sorted, (size_t)found.count, sizeof sorted[0], compare_names);
    for (int i = 0; i < found.count; i++) {
        if (sandbox_surface[i] == NULL || strcmp(sorted[i], sandbox_surface[i]) != 0)
            fail_msg("%s is there, %s is listed", sorted[i],
                     sandbox_surface[i] != NULL ? sandbox_surface[i] : "nothing");
    }
    assert_null(sandbox_surface[found.count]);
    assert_int_equal(found.count, 37);
    sandbox_free(sandbox);
}

static void every_listed_name_can_be_used(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    for (int i = 0; sandbox_surface[i] != NULL; i++) {
        char source[100];
        snprintf(source, sizeof source, "return type(%s)", sandbox_surface[i]);
        must_run(sandbox, source);
        const char *type = lua_tostring(sandbox_lua(sandbox), -1);
        assert_true(strcmp(type, "function") == 0 || strcmp(type, "number") == 0);
        lua_settop(sandbox_lua(sandbox), 0);
    }
    sandbox_free(sandbox);
}

/* What hangs on the types and in the registry: only texts have a metatable, with methods only. */
static void nothing_else_can_be_reached(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    lua_State *lua = sandbox_lua(sandbox);
    must_run(sandbox, "return { nil_ = nil, function() end, 1, true, {}, type }");
    for (int i = 1; i <= 5; i++) {
        lua_rawgeti(lua, 1, i);
        assert_false(lua_getmetatable(lua, -1));
        lua_pop(lua, 1);
    }
    lua_pushnil(lua);
    assert_false(lua_getmetatable(lua, -1));
    lua_pushliteral(lua, "");
    assert_true(lua_getmetatable(lua, -1));
    int count = 0;
    for (lua_pushnil(lua); lua_next(lua, -2) != 0; lua_pop(lua, 1)) {
        assert_string_equal(lua_tostring(lua, -2), "__index");
        count++;
    }
    assert_int_equal(count, 1);
    lua_getfield(lua, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    assert_true(lua_isnil(lua, -1));
    sandbox_free(sandbox);
}

static int answer(lua_State *lua)
{
    lua_pushinteger(lua, *(int *)lua_touserdata(lua, lua_upvalueindex(1)));
    return 1;
}

static void registered_functions_are_globals(void **unused)
{
    (void)unused;
    int value = 42;
    struct sandbox *sandbox = create();
    sandbox_register(sandbox, "answer", answer, &value);
    assert_int_equal(lua_gettop(sandbox_lua(sandbox)), 0);
    must_run(sandbox, "return answer()");
    assert_int_equal(lua_tointeger(sandbox_lua(sandbox), -1), 42);
    assert_false(run(sandbox, "answer = nil", NULL));
    must_run(sandbox, "return answer()");
    sandbox_free(sandbox);
}

/* ---- What errors tell ----------------------------------------------------------------------- */

static void errors_have_place_and_words(void **unused)
{
    (void)unused;
    must_fail("local x = 1\nerror('no ' .. x)", 2, "no 1");
    must_fail("local function f()\n  error('caller', 2)\nend\n\nf()", 5, "caller");
    must_fail("\n\nerror('bare', 0)", 3, "bare");
    must_fail("\nerror({})", 2, "the script raised an error that is no text but a table");
    must_fail("\nassert(false)", 2, "assertion failed!");
    must_fail("\nassert(nil, 'told')", 2, "told");
    must_fail("x = 1", 1, "'x' is not declared: write `local` before it");
    must_fail("\nreturn patience", 2, "unknown name 'patience'");
    must_fail("return 1 +", 1, "unexpected symbol near <eof>");
    must_fail("local a <oops> = 1", 1, "unknown attribute 'oops'");
    must_fail("return {\n1,\n2\n3 }", 4, "'}' expected (to close '{' at line 1) near '3'");
    must_fail("error('a\\27[31m\\nb\\9c')", 1, "a\xEF\xBF\xBD[31m b c");
    must_fail(
        "\n\nwhile true do end", 3,
        "the script ran too long (more than 1000000 steps): look for a loop that does not end");
}

static void long_file_names_are_told_in_full(void **unused)
{
    (void)unused;
    static const char file[] = "a/rather/deep/folder/with/many/parts/so/that/lua/must/shorten/it/"
                               "for:12: its messages/scenario.lua";
    struct sandbox *sandbox = create();
    struct error error = {.code = ERROR_NONE};
    assert_false(sandbox_run(sandbox, file, "\nerror('x')", 11, &error));
    assert_string_equal(error.file, file);
    assert_string_equal(error.message, "x");
    assert_int_equal(error.line, 2);
    assert_false(sandbox_run(sandbox, file, "\nreturn (", 9, &error));
    assert_string_equal(error.file, file);
    assert_string_equal(error.message, "unexpected symbol near <eof>");
    sandbox_free(sandbox);
}

/* A message as long as a text may be is cut to the error's room, between characters. */
static void long_messages_are_cut(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    struct error error = {.code = ERROR_NONE};
    assert_false(run(sandbox, "error(('\xE4\xB8\xAD'):rep(20000))", &error));
    size_t length = strlen(error.message);
    assert_in_range(length, 900, sizeof error.message - 1);
    assert_int_equal((unsigned char)error.message[length - 3], 0xE4);
    sandbox_free(sandbox);
}

static void source_must_be_text(void **unused)
{
    (void)unused;
    must_fail("\x1BLua and more", 0, "the file is compiled Lua: give the text it was made from");
    must_fail("return 1 --\n-- \xFF", 2, "the file is not UTF-8 text: save it as UTF-8");
    must_fail("return 1 -- \xC0\x80", 1, "the file is not UTF-8 text: save it as UTF-8");
    must_fail("return 1 -- \xED\xA0\x80", 1, "the file is not UTF-8 text: save it as UTF-8");
    struct sandbox *sandbox = create();
    struct error error;
    assert_false(sandbox_run(sandbox, "zero.lua", "return\n'\0'", 10, &error));
    assert_string_equal(error.message, "a text may not hold a zero byte");
    assert_int_equal(error.line, 2);
    must_run(sandbox, "\xEF\xBB\xBFreturn '\xE4\xB8\xAD'");
    assert_string_equal(lua_tostring(sandbox_lua(sandbox), -1), "\xE4\xB8\xAD");
    must_run(sandbox, "");
    assert_true(lua_isnil(sandbox_lua(sandbox), -1));
    sandbox_free(sandbox);
}

static int append(lua_State *lua, const void *bytes, size_t length, void *data)
{
    (void)lua;
    buffer_add_bytes(data, bytes, length);
    return 0;
}

static void bytecode_is_refused(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    struct buffer code = {0};
    struct error error;
    must_run(sandbox, "return function() return 1 end");
    assert_int_equal(lua_dump(sandbox_lua(sandbox), append, &code, 0), 0);
    assert_false(sandbox_run(sandbox, "code.lua", code.data, code.length, &error));
    assert_string_equal(error.message, "the file is compiled Lua: give the text it was made from");
    buffer_free(&code);
    buffer_add(&code, "\xEF\xBB\xBF");
    assert_int_equal(lua_dump(sandbox_lua(sandbox), append, &code, 0), 0);
    assert_false(sandbox_run(sandbox, "code.lua", code.data, code.length, &error));
    buffer_free(&code);
    sandbox_free(sandbox);
}

/* ---- Calls ---------------------------------------------------------------------------------- */

static void calls_pass_arguments_and_results(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    lua_State *lua = sandbox_lua(sandbox);
    must_run(sandbox, "return function(a, b) return a + b, a - b end");
    lua_pushvalue(lua, 1);
    lua_pushinteger(lua, 7);
    lua_pushinteger(lua, 3);
    assert_true(sandbox_call(sandbox, 2, 2, NULL));
    assert_int_equal(lua_gettop(lua), 3);
    assert_int_equal(lua_tointeger(lua, 2), 10);
    assert_int_equal(lua_tointeger(lua, 3), 4);
    sandbox_free(sandbox);
}

static void failed_calls_leave_nothing(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    lua_State *lua = sandbox_lua(sandbox);
    struct error error = {.code = ERROR_NONE};
    must_run(sandbox, "return function(a)\nreturn a.b.c\nend");
    lua_pushvalue(lua, 1);
    lua_newtable(lua);
    assert_false(sandbox_call(sandbox, 1, 1, &error));
    assert_int_equal(lua_gettop(lua), 1);
    assert_string_equal(error.file, "test.lua");
    assert_int_equal(error.line, 2);
    assert_string_equal(error.message, "attempt to index a nil value (field 'b')");
    lua_pushinteger(lua, 1);
    assert_false(sandbox_call(sandbox, 0, 0, &error));
    assert_string_equal(error.message, "attempt to call a number value");
    assert_int_equal(lua_gettop(lua), 1);
    sandbox_free(sandbox);
}

static void each_call_has_its_own_budget(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    lua_State *lua = sandbox_lua(sandbox);
    struct error error = {.code = ERROR_NONE};
    must_run(sandbox, "return function(n) for i = 1, n do end end");
    for (int i = 0; i < 10; i++) {
        lua_pushvalue(lua, 1);
        lua_pushinteger(lua, 90000);
        assert_true(sandbox_call(sandbox, 1, 0, NULL));
        assert_in_range(sandbox_work_left(sandbox), 9000, 11000);
    }
    lua_pushvalue(lua, 1);
    lua_pushinteger(lua, 110000);
    assert_false(sandbox_call(sandbox, 1, 0, &error));
    assert_int_equal(sandbox_work_left(sandbox), 0);
    assert_string_equal(error.message, "the script ran too long (more than 100000 steps): look for "
                                       "a loop that does not end");
    sandbox_free(sandbox);
}

/* Budgets below the hook's stride are kept too, to the instruction. */
static void small_budgets_are_exact(void **unused)
{
    (void)unused;
    const struct sandbox_limits limits = {1000000, 1000000, 100};
    struct sandbox *sandbox = sandbox_new(&limits, NULL);
    lua_State *lua = sandbox_lua(sandbox);
    must_run(sandbox, "return function(n) for i = 1, n do end end");
    int longest = 0;
    for (int n = 1; n < 200; n++) {
        lua_pushvalue(lua, 1);
        lua_pushinteger(lua, n);
        if (sandbox_call(sandbox, 1, 0, NULL))
            longest = n;
    }
    assert_in_range(longest, 90, 99);
    sandbox_free(sandbox);
}

static int add_up(lua_State *lua)
{
    int *sum = lua_touserdata(lua, 1);
    for (int i = 2; i <= lua_gettop(lua); i++)
        *sum += (int)luaL_checkinteger(lua, i);
    return 0;
}

static void protected_functions_get_data_and_values(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    lua_State *lua = sandbox_lua(sandbox);
    struct error error = {.code = ERROR_NONE};
    int sum = 0;
    lua_pushinteger(lua, 100);
    lua_pushinteger(lua, 20);
    lua_pushinteger(lua, 3);
    assert_true(sandbox_protect(sandbox, 2, add_up, &sum, &error));
    assert_int_equal(sum, 23);
    assert_int_equal(lua_gettop(lua), 1);
    lua_pushboolean(lua, 1);
    assert_false(sandbox_protect(sandbox, 1, add_up, &sum, &error));
    assert_non_null(strstr(error.message, "number expected, got boolean"));
    assert_int_equal(lua_gettop(lua), 1);
    sandbox_free(sandbox);
}

/* ---- Runs inside runs ----------------------------------------------------------------------- */

struct inner {
    struct sandbox *sandbox;
    struct error error;
};

/* Calls its argument in a run of its own; tells whether that went well. */
static int call_inner(lua_State *lua)
{
    struct inner *inner = lua_touserdata(lua, lua_upvalueindex(1));
    lua_settop(lua, 1);
    lua_pushboolean(lua, sandbox_call(inner->sandbox, 0, 0, &inner->error));
    return 1;
}

static void inner_runs_spend_the_outer_budget(void **unused)
{
    (void)unused;
    struct inner inner = {.sandbox = create()};
    struct error error = {.code = ERROR_NONE};
    sandbox_register(inner.sandbox, "inner", call_inner, &inner);
    must_run(inner.sandbox, "return inner(function() for i = 1, 50000 do end end)");
    assert_true(lua_toboolean(sandbox_lua(inner.sandbox), -1));
    assert_in_range(sandbox_work_left(inner.sandbox), 940000, 960000);

    must_run(inner.sandbox, "local good = inner(function() while true do end end)\n"
                            "for i = 1, 1000 do end\nreturn good");
    assert_false(lua_toboolean(sandbox_lua(inner.sandbox), -1));
    assert_non_null(strstr(inner.error.message, "more than 100000 steps"));

    assert_false(
        run(inner.sandbox, "while true do inner(function() while true do end end) end", &error));
    assert_non_null(strstr(error.message, "more than 1000000 steps"));
    must_run(inner.sandbox, "return inner(function() error('x') end)");
    assert_string_equal(inner.error.message, "x");
    sandbox_free(inner.sandbox);
}

/* ---- Memory --------------------------------------------------------------------------------- */

static const char busy[] =
    "local t = { one(), 'two', three = 3 }\n"
    "for i = 1, 20 do t[#t + 1] = ('x'):rep(i) .. i end\n"
    "for i = 1, 40 do t['key' .. i] = { i, function() return i end } end\n"
    "local names = {}\n"
    "for k, v in pairs(t) do names[#names + 1] = tostring(k) .. type(v) end\n"
    "table.sort(names, function(a, b) return a > b end)\n"
    "local caught, message = pcall(error, 'caught')\n"
    "local long = table.concat(names, ',') .. ('%5d %s'):format(7, message)\n"
    "return utf8.len(long:upper())\n";

static int one(lua_State *lua)
{
    lua_pushinteger(lua, 1);
    return 1;
}

/* With a little more memory each time, every allocation is once the one that fails. */
static void memory_may_end_anywhere(void **unused)
{
    (void)unused;
    int none = 0, failed = 0, done = 0;
    for (size_t memory = 0; memory <= 200000; memory += memory < 65000 ? 48 : 4096) {
        const struct sandbox_limits limits = {memory, 1000000, 100000};
        struct error error = {.code = ERROR_NONE};
        struct sandbox *sandbox = sandbox_new(&limits, &error);
        if (sandbox == NULL) {
            assert_int_equal(error.code, ERROR_SYSTEM);
            none++;
            continue;
        }
        sandbox_register(sandbox, "one", one, NULL);
        if (run(sandbox, busy, &error)) {
            assert_int_equal(lua_tointeger(sandbox_lua(sandbox), -1), 643);
            done++;
        } else {
            assert_non_null(strstr(error.message, "KiB of memory"));
            assert_int_equal(lua_gettop(sandbox_lua(sandbox)), 0);
            failed++;
        }
        assert_true(sandbox_memory_used(sandbox) <= memory);
        sandbox_free(sandbox);
    }
    assert_in_range(none, 50, 400);
    assert_in_range(failed, 50, 1000);
    assert_in_range(done, 100, 1300);
}

static void memory_comes_back(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    for (int i = 0; i < 5; i++) {
        struct error error = {.code = ERROR_NONE};
        assert_false(run(sandbox,
                         "local t, s = {}, ('x'):rep(30000)\nwhile true do t[#t + 1] = s .. s end",
                         &error));
        assert_string_equal(error.message, "the script asked for more than 16 MiB of memory");
        assert_int_equal(error.line, 2);
    }
    lua_gc(sandbox_lua(sandbox), LUA_GCCOLLECT);
    assert_true(sandbox_memory_used(sandbox) < 100000);
    sandbox_free(sandbox);
}

/* ---- Alike everywhere ----------------------------------------------------------------------- */

/* Each state hashes with a seed of its own; nothing of that may show. */
static void answers_do_not_depend_on_the_state(void **unused)
{
    (void)unused;
    static const char source[] =
        "local t, out = {}, {}\n"
        "for i = 1, 200 do t['key' .. (i * 7919) % 1009] = i end\n"
        "for i = -5, 5 do t[i * 1000] = i end\n"
        "for i = 1, 200, 3 do t['key' .. (i * 7919) % 1009] = nil end\n"
        "t[true], t[false] = 'yes', 'no'\n"
        "for k, v in pairs(t) do out[#out + 1] = tostring(k) .. '=' .. tostring(v) end\n"
        "local words = {}\n"
        "for i, word in ipairs(out) do words[i] = { text = word:sub(1, 4), place = i } end\n"
        "table.sort(words, function(a, b) return a.text < b.text end)\n"
        "for i, word in ipairs(words) do out[#out + 1] = word.place end\n"
        "return table.concat(out, ' ') .. tostring(t) .. tostring(pairs) .. 0.1 + 0.2 .. 1e100\n";
    char *first = NULL;
    for (int i = 0; i < 8; i++) {
        struct sandbox *sandbox = create();
        must_run(sandbox, source);
        const char *text = lua_tostring(sandbox_lua(sandbox), -1);
        if (first == NULL)
            first = strdup(text);
        assert_string_equal(text, first);
        sandbox_free(sandbox);
    }
    free(first);
}

static void chunks_leave_nothing_behind(void **unused)
{
    (void)unused;
    struct sandbox *sandbox = create();
    static const char *const attempts[] = {
        "leftover = 1",       "_ENV.leftover = 1",     "string.leftover = 1",
        "math.pi = 3",        "table.insert(math, 1)", "pairs = nil",
        "('x').leftover = 1", "table.sort(_ENV)",      "table.remove(string, 1)",
        "utf8.char = nil",
    };
    for (size_t i = 0; i < sizeof attempts / sizeof attempts[0]; i++) {
        if (run(sandbox, attempts[i], NULL) && i != 7)
            fail_msg("went through: %s", attempts[i]);
    }
    must_run(sandbox, "return pcall(function() return leftover end)");
    assert_false(lua_toboolean(sandbox_lua(sandbox), -1));
    must_run(sandbox, "return string.leftover == nil and math.pi == nil and math[1] == nil and "
                      "utf8.char ~= nil and pairs ~= nil and ('x').leftover == nil");
    assert_true(lua_toboolean(sandbox_lua(sandbox), -1));
    sandbox_free(sandbox);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(surface_is_what_is_listed),
        cmocka_unit_test(every_listed_name_can_be_used),
        cmocka_unit_test(nothing_else_can_be_reached),
        cmocka_unit_test(registered_functions_are_globals),
        cmocka_unit_test(errors_have_place_and_words),
        cmocka_unit_test(long_file_names_are_told_in_full),
        cmocka_unit_test(long_messages_are_cut),
        cmocka_unit_test(source_must_be_text),
        cmocka_unit_test(bytecode_is_refused),
        cmocka_unit_test(calls_pass_arguments_and_results),
        cmocka_unit_test(failed_calls_leave_nothing),
        cmocka_unit_test(each_call_has_its_own_budget),
        cmocka_unit_test(small_budgets_are_exact),
        cmocka_unit_test(protected_functions_get_data_and_values),
        cmocka_unit_test(inner_runs_spend_the_outer_budget),
        cmocka_unit_test(memory_may_end_anywhere),
        cmocka_unit_test(memory_comes_back),
        cmocka_unit_test(answers_do_not_depend_on_the_state),
        cmocka_unit_test(chunks_leave_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
