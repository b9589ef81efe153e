/*
 * sandbox.h: a Lua that can compute and nothing else.
 *
 * One sandbox is one Lua state with its own allocator. Scripts come as text (never bytecode), from
 * people we may not trust, and must not be able to hang, exhaust, escape or remember:
 *
 *  - Memory: every byte is counted; past the cap an allocation fails. One string may hold at most
 *    SANDBOX_STRING_MAX bytes, so that no single C operation on strings is long.
 *  - Work: one budget a run, spent by instructions, by allocation and, through the library
 *    functions, by the size of what they are asked to do. Once spent (or out of memory) the run is
 *    over: the flag is sticky, `pcall` raises it again, and the hook stays at every instruction.
 *  - Size: a table holds at most SANDBOX_LIST_MAX list items and SANDBOX_FIELDS_MAX other keys, and
 *    the stack as many values; so no single instruction is long either. No string holds a zero
 *    byte. As a last resort, compiling and running are each given a second of processor time.
 *  - Surface: exactly what sandbox_surface lists. No patterns, no load, no metatables to set, no
 *    coroutines, no clock, no randomness, no addresses (`tostring` of a table says "table").
 *    `pairs` goes in sorted key order: integers, then strings by bytes, then false, true; other
 *    keys are an error. `table.sort` is stable. A text is never taken for a number, but a number
 *    may be joined to a text. Reading an unknown global is an error.
 *  - Environment: globals and libraries are read-only; so is the string metatable. A chunk can
 *    leave nothing behind for the next one but what it returns.
 *  - Recursion: the parser's and C's depth are Lua's own limits.
 *  - Locale: Lua compares strings with strcoll and writes numbers with the locale's decimal point.
 *    The program must leave LC_COLLATE and LC_NUMERIC at "C"; nothing else here asks the locale.
 *
 * Not shared by threads. A Lua error never passes through our frames: each call below is protected.
 */
#ifndef YANLIAN_SCRIPT_SANDBOX_H
#define YANLIAN_SCRIPT_SANDBOX_H

#include <lua.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

#define SANDBOX_STRING_MAX 65536   /* bytes of one string, those in the source too */
#define SANDBOX_SOURCE_MAX 1048576 /* bytes of one source file */
#define SANDBOX_LIST_MAX 1024      /* items of one table's list */
#define SANDBOX_FIELDS_MAX 512     /* keys of one table beside its list */

struct sandbox_limits {
    size_t memory;     /* bytes that Lua may hold in all */
    int64_t load_work; /* budget of running one chunk */
    int64_t call_work; /* budget of one function call */
};

extern const struct sandbox_limits sandbox_limits_default; /* 16 MiB; 1,000,000; 100,000 */

struct sandbox;

/* NULL only without memory, or when `limits` (NULL for the default) allow too little of it. */
struct sandbox *sandbox_new(const struct sandbox_limits *limits, struct error *error);
void sandbox_free(struct sandbox *sandbox); /* NULL is allowed */

/* The state, for the loader that registers constructors and walks what a chunk returned. */
lua_State *sandbox_lua(struct sandbox *sandbox);

/*
 * Adds a global function to the surface, before any chunk is run. `data` is its upvalue 1 (light
 * userdata). The function may raise Lua errors. Without memory for it, every run fails.
 */
void sandbox_register(struct sandbox *sandbox, const char *name, lua_CFunction function,
                      void *data);

/*
 * Compiles and runs `source` (text; refused when it starts like bytecode, is too long, is not UTF-8
 * or writes a zero byte) under the load budget, and leaves its single result on the stack. `file`
 * names it in messages. On failure the error holds the file, the line and Lua's message in plain
 * words, and the stack is as before.
 */
bool sandbox_run(struct sandbox *sandbox, const char *file, const char *source, size_t length,
                 struct error *error);

/*
 * Calls the function below `arguments` values on the stack under the call budget, leaving `results`
 * values. On failure the error is filled as by sandbox_run, and function and arguments are gone.
 */
bool sandbox_call(struct sandbox *sandbox, int arguments, int results, struct error *error);

/*
 * Runs `function` protected, with the load budget: how the loader touches Lua values without
 * risking a longjmp out of C. Its arguments are `data` as light userdata and then the top `values`
 * values of the stack, which are gone afterwards.
 */
bool sandbox_protect(struct sandbox *sandbox, int values, lua_CFunction function, void *data,
                     struct error *error);

/* Spends work on behalf of a C function; raises the sticky error when there is none left. */
void sandbox_charge(lua_State *lua, int64_t work);

size_t sandbox_memory_used(const struct sandbox *sandbox);
int64_t sandbox_work_left(const struct sandbox *sandbox);

/* The exposed surface as dotted names, sorted, NULL-terminated: for tests and the manual. */
extern const char *const sandbox_surface[];

#endif
