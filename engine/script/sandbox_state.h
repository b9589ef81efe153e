/*
 * sandbox_state.h: what the parts of the sandbox share. Only sandbox*.c includes it.
 *
 * A *run* is what happens between entering Lua and coming back: its budget, and how it ended when
 * it was stopped. A run once stopped stays stopped: memory is refused, each instruction raises
 * again and `pcall` passes the error on, so nothing a script does can outlive its budget. Between
 * runs the allocator still counts, but only the cap binds: the loader's own C code is trusted.
 */
#ifndef YANLIAN_SCRIPT_SANDBOX_STATE_H
#define YANLIAN_SCRIPT_SANDBOX_STATE_H

#include <lauxlib.h>

#include "script/sandbox.h"

/*
 * Bytes of a block that is part of an object. Lists and keys grow by doubling, an item of a list
 * takes 16 bytes and another key 24: so this is enough for SANDBOX_LIST_MAX items and for
 * SANDBOX_FIELDS_MAX keys, and too little for the next size of either.
 */
#define SANDBOX_BLOCK_MAX (2 * SANDBOX_FIELDS_MAX * 24 - 1)

/* Values that one call may return: keeps Lua's stack, which C functions fill, small. */
#define SANDBOX_VALUES_MAX 250

/* Bytes of text that a library function handles for one unit of work. */
#define SANDBOX_BYTES_PER_WORK 8

enum sandbox_stop {
    STOP_NONE,
    STOP_WORK,    /* the budget is spent */
    STOP_MEMORY,  /* the cap is reached and collecting did not help */
    STOP_STRING,  /* one string longer than SANDBOX_STRING_MAX */
    STOP_TABLE,   /* one table with more than SANDBOX_BLOCK_MAX bytes */
    STOP_DEPTH,   /* the same limit met by Lua's stack: calls too deep */
    STOP_TIME,    /* the run takes long although its steps are few */
    STOP_READING, /* the compiler takes too long over the source, */
    STOP_SOURCE,  /* or has too many different names and values to remember */
};

struct sandbox_run {
    enum sandbox_stop stop;
    bool active;      /* false between runs */
    bool compiling;   /* the compiler's own tables may be larger than a script's */
    int stride;       /* instructions until the hook is next called */
    int64_t budget;   /* work the run was given */
    int64_t work;     /* work left as of the hook's last call; may be below 0 once stopped */
    double began;     /* wall seconds when the hook was first called; 0 before */
    double processor; /* processor seconds of this thread, at that time */
};

struct sandbox {
    lua_State *lua;
    struct sandbox_limits limits;
    size_t used;    /* bytes that Lua holds */
    size_t refused; /* the request that last met the cap; 0 when the last one was granted */
    void *interned; /* Lua's table of short strings, which may outgrow a script's tables */
    bool broken;    /* memory ran out while the surface was built */
    struct sandbox_run run;
    bool described; /* file, line and message tell of the run's error */
    int line;
    char file[sizeof((struct error *)0)->file];
    char message[sizeof((struct error *)0)->message];
    char scratch[SANDBOX_STRING_MAX]; /* where library functions put a string together */
};

/* The sandbox that a state belongs to. */
struct sandbox *sandbox_of(lua_State *lua);

/* Raises the error of a stopped run once more; does nothing while the run goes on. */
void sandbox_check(lua_State *lua);

/* Spends work for handling `bytes` bytes of text. */
void sandbox_charge_bytes(lua_State *lua, size_t bytes);

/* Notes the file and line of the innermost Lua function that is running, if there is one. */
void sandbox_note_place(struct sandbox *sandbox);

/* Describe a run's error: the error object at `index`, that of the compiler, or the stop. */
void sandbox_describe(struct sandbox *sandbox, int index);
void sandbox_describe_syntax(struct sandbox *sandbox, int index);
void sandbox_describe_stop(struct sandbox *sandbox);

/* The message handler of every run: describes the error before the stack unwinds. */
int sandbox_record_error(lua_State *lua);

/* Copies a text, cut to what `out` holds. */
void sandbox_copy_text(char *out, size_t size, const char *text);

/* A text put together in the scratch; too long a one raises an error. It must not call Lua. */
struct sandbox_text {
    lua_State *lua;
    char *data;
    size_t length;
};
struct sandbox_text sandbox_text_begin(lua_State *lua);
void sandbox_text_add(struct sandbox_text *text, const char *bytes, size_t length);
int sandbox_text_push(const struct sandbox_text *text); /* pushes it; returns 1 */

/* The number of bytes at the start of `text` that are one valid UTF-8 character; 0 for none. */
size_t sandbox_character(const char *text, size_t length, uint32_t *code);

/* A lua_CFunction: builds the surface in a new state. */
int sandbox_open_surface(lua_State *lua);

/* A lua_CFunction that adds the global its argument, a light userdata, points to. */
struct sandbox_global {
    const char *name;
    lua_CFunction function;
    void *data;
};
int sandbox_add_global(lua_State *lua);

/* The functions of each library, ended by a NULL name. */
extern const luaL_Reg sandbox_base_functions[];
extern const luaL_Reg sandbox_string_functions[];
extern const luaL_Reg sandbox_utf8_functions[];
extern const luaL_Reg sandbox_table_functions[];
extern const luaL_Reg sandbox_math_functions[];

/* Arguments: as luaL_check..., but no string passes for a number (converting it costs time). */
lua_Integer sandbox_need_integer(lua_State *lua, int index);
lua_Integer sandbox_opt_integer(lua_State *lua, int index, lua_Integer otherwise);

/* What `tostring` says of the value at `index`, pushed. Never an address. */
const char *sandbox_push_tostring(lua_State *lua, int index, size_t *length);

/* Where the range from `first` to `last` of `length` things starts (0-based), and how many it has;
 * negative positions count from the end. */
size_t sandbox_range(lua_Integer first, lua_Integer last, size_t length, size_t *count);

#endif
