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

bool exercise_functions_call(struct exercise_functions *functions, int function,
                             const double *values, double *result, struct error *error)
{
    lua_State *lua = sandbox_lua(functions->sandbox);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, functions->table);
    lua_rawgeti(lua, -1, function + 1);
    lua_remove(lua, -2);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, functions->handle);
    functions->values = values;
    bool done = sandbox_call(functions->sandbox, 1, 1, error);
    functions->values = NULL;
    if (!done)
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

bool exercise_functions_read(const struct exercise_functions *functions, int number)
{
    return functions->was_read[number];
}
