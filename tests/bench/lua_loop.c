/* lua_loop.c: runs plain.lua over the generated story. */
#include "bench/lua_loop.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench/measure.h"

struct lua_loop {
    lua_State *lua;
    int run; /* reference to the function */
};

static void check(lua_State *lua, int status)
{
    if (status == LUA_OK)
        return;
    fprintf(stderr, "bench: %s\n", lua_tostring(lua, -1));
    exit(1);
}

struct lua_loop *lua_loop_new(const struct story *story, const char *folder)
{
    struct lua_loop *loop = calloc(1, sizeof *loop);
    require(loop != NULL, "out of memory");
    struct buffer text = {0};
    char path[4096];
    snprintf(path, sizeof path, "%s/plain.lua", folder);
    story_write_plain(story, &text);
    loop->lua = luaL_newstate();
    luaL_openlibs(loop->lua);
    check(loop->lua, luaL_loadfile(loop->lua, path));
    check(loop->lua, luaL_loadbuffer(loop->lua, text.data, text.length, "story"));
    check(loop->lua, lua_pcall(loop->lua, 0, 1, 0)); /* the story's table */
    check(loop->lua, lua_pcall(loop->lua, 1, 1, 0)); /* plain.lua with it: the function */
    loop->run = luaL_ref(loop->lua, LUA_REGISTRYINDEX);
    buffer_free(&text);
    return loop;
}

void lua_loop_free(struct lua_loop *loop)
{
    lua_close(loop->lua);
    free(loop);
}

uint64_t lua_loop_run(struct lua_loop *loop, int sessions, uint64_t *random)
{
    lua_State *lua = loop->lua;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, loop->run);
    lua_pushinteger(lua, sessions);
    lua_pushinteger(lua, (lua_Integer)*random);
    check(lua, lua_pcall(lua, 2, 2, 0));
    uint64_t checksum = (uint64_t)lua_tointeger(lua, -2);
    *random = (uint64_t)lua_tointeger(lua, -1);
    lua_pop(lua, 2);
    return checksum;
}
