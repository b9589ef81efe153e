/*
 * lua_loop.h: the generated story in plain Lua 5.4, stepped as plain.lua does.
 */
#ifndef YANLIAN_BENCH_LUA_LOOP_H
#define YANLIAN_BENCH_LUA_LOOP_H

#include "bench/story.h"

struct lua_loop;

/* `folder`: where plain.lua lies. */
struct lua_loop *lua_loop_new(const struct story *story, const char *folder);
void lua_loop_free(struct lua_loop *loop);

/* As c_loop_run. */
uint64_t lua_loop_run(struct lua_loop *loop, int sessions, uint64_t *random);

#endif
