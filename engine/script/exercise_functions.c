/* exercise_functions.c: the numbers as Lua sees them, and the calls. */
#include "script/exercise_functions.h"

#include <lauxlib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct exercise_functions {
    struct sandbox *sandbox;
    const struct exercise *exercise;
    const double *values; /* alive during a call only */
    int count;
    int table;  /* registry reference: list of the functions */
    int handle; /* registry reference: the userdata that scripts know as `n` */
    bool was_read[NUMBER_MAX];
};

static int unknown_number(lua_State *lua, const struct exercise *exercise, const char *name)
{
    const char *known[NUMBER_MAX];
    for (int i = 0; i < exercise->number_count; i++)
        known[i] = exercise->numbers[i].id;
    const char *near = error_nearest(name, known, exercise->number_count);
    if (near)
        return luaL_error(lua, "there is no number '%s' (did you mean '%s'?)", name, near);
    return luaL_error(lua, "there is no number '%s': declare it in numbers", name);
}

static int read_number(lua_State *lua)
{
    struct exercise_functions *functions = lua_touserdata(lua, lua_upvalueindex(1));
    if (!functions->values)
        return luaL_error(lua,
                          "the numbers can only be used inside the function that was given them");
    if (lua_type(lua, 2) != LUA_TSTRING)
        return luaL_error(lua, "the numbers are indexed by names only");
    const char *name = lua_tostring(lua, 2);
    for (int i = 0; i < functions->exercise->number_count; i++) {
        if (strcmp(functions->exercise->numbers[i].id, name) == 0) {
            functions->was_read[i] = true;
            lua_pushnumber(lua, functions->values[i]);
            return 1;
        }
    }
    return unknown_number(lua, functions->exercise, name);
}

static int refuse_write(lua_State *lua)
{
    return luaL_error(lua, "a function of an exercise may not change the numbers");
}

static int create(lua_State *lua)
{
    struct exercise_functions *functions = lua_touserdata(lua, 1);
    lua_newtable(lua);
    functions->table = luaL_ref(lua, LUA_REGISTRYINDEX);
    lua_newuserdatauv(lua, 0, 0);
    lua_newtable(lua);
    lua_pushlightuserdata(lua, functions);
    lua_pushcclosure(lua, read_number, 1);
    lua_setfield(lua, -2, "__index");
    lua_pushcfunction(lua, refuse_write);
    lua_setfield(lua, -2, "__newindex");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    functions->handle = luaL_ref(lua, LUA_REGISTRYINDEX);
    return 0;
}

struct exercise_functions *exercise_functions_new(struct sandbox *sandbox, struct error *error)
{
    struct exercise_functions *functions = calloc(1, sizeof *functions);
    if (!functions)
        abort();
    functions->sandbox = sandbox;
    if (!sandbox_protect(sandbox, 0, create, functions, error)) {
        free(functions);
        return NULL;
    }
    return functions;
}

void exercise_functions_free(struct exercise_functions *functions)
{
    free(functions);
}

int exercise_functions_keep(struct exercise_functions *functions)
{
    lua_State *lua = sandbox_lua(functions->sandbox);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, functions->table);
    lua_pushvalue(lua, -2);
    lua_rawseti(lua, -2, functions->count + 1);
    lua_pop(lua, 1);
    return functions->count++;
}

void exercise_functions_bind(struct exercise_functions *functions, const struct exercise *exercise)
{
    functions->exercise = exercise;
}

/* Leaves one result on the stack. */
static bool call(struct exercise_functions *functions, int function, const double *values,
                 lua_CFunction helper, struct error *error)
{
    lua_State *lua = sandbox_lua(functions->sandbox);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, functions->table);
    lua_rawgeti(lua, -1, function + 1);
    lua_remove(lua, -2);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, functions->handle);
    if (helper)
        lua_pushcfunction(lua, helper);
    functions->values = values;
    bool done = sandbox_call(functions->sandbox, helper ? 2 : 1, 1, error);
    functions->values = NULL;
    return done;
}

bool exercise_functions_call(struct exercise_functions *functions, int function,
                             const double *values, double *result, struct error *error)
{
    lua_State *lua = sandbox_lua(functions->sandbox);
    if (!call(functions, function, values, NULL, error))
        return false;
    bool number = lua_type(lua, -1) == LUA_TNUMBER;
    const char *found = luaL_typename(lua, -1);
    *result = number ? lua_tonumber(lua, -1) : 0;
    lua_pop(lua, 1);
    if (!number)
        return error_set(error, ERROR_SCENARIO, "this function must give a number, not a %s",
                         found);
    return isfinite(*result) ||
           error_set(error, ERROR_SCENARIO, "this function gives no finite number");
}

/* -------------------------------------------------------------------------------- texts ---- */

/* What scripts know as `show`. */
static int show_number(lua_State *lua)
{
    static const double most = 1e12;
    char words[NUMBER_TEXT_SIZE];
    if (lua_type(lua, 1) != LUA_TNUMBER)
        return luaL_error(lua, "show takes a number, not a %s", luaL_typename(lua, 1));
    double value = lua_tonumber(lua, 1);
    if (!(fabs(value) <= most))
        return luaL_error(lua, "show takes a finite number of at most 1e12");
    exercise_number_text(value, words);
    lua_pushstring(lua, words);
    return 1;
}

struct taking {
    struct arena *arena;
    struct text *text;
};

static const char *take_words(lua_State *lua, struct arena *arena, const char *language)
{
    size_t length;
    lua_getfield(lua, 2, language);
    if (lua_type(lua, -1) != LUA_TSTRING)
        luaL_error(lua, "this function gives no text in '%s'", language);
    const char *words = lua_tolstring(lua, -1, &length);
    if (length == 0 || !text_is_clean(words, length) || memchr(words, '\n', length))
        luaL_error(lua,
                   "this function's text in '%s' is empty, or holds a control character or a line "
                   "break",
                   language);
    const char *kept = arena_strdup(arena, words);
    lua_pop(lua, 1);
    return kept;
}

/* The table that a function gave, value 2, to a text. */
static int take_text(lua_State *lua)
{
    const struct taking *taking = lua_touserdata(lua, 1);
    int keys = 0;
    if (!lua_istable(lua, 2))
        return luaL_error(lua, "this function must give { zh = \"...\", en = \"...\" }, not a %s",
                          luaL_typename(lua, 2));
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        taking->text->words[i] = take_words(lua, taking->arena, language_code((enum language)i));
    for (lua_pushnil(lua); lua_next(lua, 2); lua_pop(lua, 1))
        keys++;
    if (keys != LANGUAGE_COUNT)
        return luaL_error(lua, "this function gives more than a text in each language");
    return 0;
}

bool exercise_functions_text(struct exercise_functions *functions, int function,
                             const double *values, struct arena *arena, struct text *text,
                             struct error *error)
{
    struct taking taking = {arena, text};
    return call(functions, function, values, show_number, error) &&
           sandbox_protect(functions->sandbox, 1, take_text, &taking, error);
}

bool exercise_functions_read(const struct exercise_functions *functions, int number)
{
    return functions->was_read[number];
}
