/* construct.c: wraps the arguments of the scenario language's words. */
#include "script/construct.h"

#include <lauxlib.h>
#include <string.h>

#include "core/rule.h"

enum { ARGUMENTS_MAX = 8 };

struct construct {
    enum construct_kind kind;
    int count;
};

static const char metatable_name[] = "yanlian.construct";

static const char *const kind_names[CONSTRUCT_KIND_COUNT] = {
#define X(name, text) [CONSTRUCT_##name] = text,
    CONSTRUCT_KINDS(X)
#undef X
};

const char *construct_name(enum construct_kind kind)
{
    return kind_names[kind];
}

/* Replaces the top `count` values by one that holds them. */
static int wrap(lua_State *lua, enum construct_kind kind, int count)
{
    if (count > ARGUMENTS_MAX)
        return luaL_error(lua, "%s takes at most %d values", kind_names[kind], ARGUMENTS_MAX);
    struct construct *construct = lua_newuserdatauv(lua, sizeof *construct, count);
    construct->kind = kind;
    construct->count = count;
    for (int i = 1; i <= count; i++) {
        lua_pushvalue(lua, -1 - count + i - 1);
        lua_setiuservalue(lua, -2, i);
    }
    luaL_setmetatable(lua, metatable_name);
    return 1;
}

static int wrap_arguments(lua_State *lua)
{
    enum construct_kind kind =
        (enum construct_kind)(intptr_t)lua_touserdata(lua, lua_upvalueindex(1));
    return wrap(lua, kind, lua_gettop(lua));
}

/* scenario "id" is a function that waits for the body; pack "id" { } for two. Upvalues: kind,
   bodies still to come, what is there already. */
static int wait_for_body(lua_State *lua)
{
    enum construct_kind kind = (enum construct_kind)lua_tointeger(lua, lua_upvalueindex(1));
    int missing = (int)lua_tointeger(lua, lua_upvalueindex(2));
    int held = (int)lua_tointeger(lua, lua_upvalueindex(3));
    luaL_argcheck(lua, lua_gettop(lua) == 1 && lua_istable(lua, 1), 1,
                  lua_pushfstring(lua, "%s \"name\" is followed by { ... }", kind_names[kind]));
    if (missing == 1) {
        for (int i = 0; i < held; i++)
            lua_pushvalue(lua, lua_upvalueindex(4 + i));
        lua_pushvalue(lua, 1);
        return wrap(lua, kind, held + 1);
    }
    lua_pushinteger(lua, kind);
    lua_pushinteger(lua, missing - 1);
    lua_pushinteger(lua, held + 1);
    for (int i = 0; i < held; i++)
        lua_pushvalue(lua, lua_upvalueindex(4 + i));
    lua_pushvalue(lua, 1);
    lua_pushcclosure(lua, wait_for_body, 3 + held + 1);
    return 1;
}

static int begin_named(lua_State *lua)
{
    enum construct_kind kind =
        (enum construct_kind)(intptr_t)lua_touserdata(lua, lua_upvalueindex(1));
    luaL_checktype(lua, 1, LUA_TSTRING);
    lua_settop(lua, 1);
    lua_pushinteger(lua, kind);
    lua_pushinteger(lua, kind == CONSTRUCT_PACK ? 2 : 1);
    lua_pushinteger(lua, 1);
    lua_pushvalue(lua, 1);
    lua_pushcclosure(lua, wait_for_body, 4);
    return 1;
}

static int begin_template(lua_State *lua)
{
    enum rule_template template =
        (enum rule_template)(intptr_t)lua_touserdata(lua, lua_upvalueindex(1));
    lua_pushstring(lua, rule_template_name(template));
    lua_insert(lua, 1);
    return wrap(lua, CONSTRUCT_TEMPLATE, lua_gettop(lua));
}

static int create_metatable(lua_State *lua)
{
    luaL_newmetatable(lua, metatable_name);
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    return 0;
}

/* Followed by a name and then a body. */
static bool is_named(int kind)
{
    static const enum construct_kind named[] = {CONSTRUCT_SCENARIO, CONSTRUCT_COURSE,
                                                CONSTRUCT_EXERCISE, CONSTRUCT_RUBRIC,
                                                CONSTRUCT_PACK,     CONSTRUCT_RULE};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if ((int)named[i] == kind)
            return true;
    }
    return false;
}

void construct_register(struct sandbox *sandbox)
{
    sandbox_protect(sandbox, 0, create_metatable, NULL, NULL);
    for (int kind = 0; kind < CONSTRUCT_KIND_COUNT; kind++) {
        if (kind != CONSTRUCT_TEMPLATE)
            sandbox_register(sandbox, kind_names[kind],
                             is_named(kind) ? begin_named : wrap_arguments, (void *)(intptr_t)kind);
    }
    for (int number = 0; number < RULE_TEMPLATE_COUNT; number++)
        sandbox_register(sandbox, rule_template_name((enum rule_template)number), begin_template,
                         (void *)(intptr_t)number);
}

int construct_kind(lua_State *lua, int index)
{
    const struct construct *construct = luaL_testudata(lua, index, metatable_name);
    return construct ? (int)construct->kind : -1;
}

int construct_count(lua_State *lua, int index)
{
    const struct construct *construct = luaL_testudata(lua, index, metatable_name);
    return construct ? construct->count : 0;
}

void construct_push(lua_State *lua, int index, int number)
{
    if (number > construct_count(lua, index))
        lua_pushnil(lua);
    else
        lua_getiuservalue(lua, index, number);
}
