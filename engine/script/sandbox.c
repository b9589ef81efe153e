/*
 * sandbox.c: the state, its allocator, the count hook and the three ways into Lua.
 *
 * What bounds a run, and why it takes five things:
 *
 *  - Instructions are counted by the hook, STRIDE at a time. Lua stops at every instruction anyhow
 *    once a hook is set, so a shorter stride would cost little and a longer one gain little.
 *  - Instructions are not all short. A lookup walks a chain of colliding keys (integers can be
 *    chosen to collide), a comparison reads both strings, a vararg call copies the stack, growing a
 *    table counts it. Each is bounded by the size of one block of memory, so blocks are bounded:
 *    SANDBOX_BLOCK_MAX for the parts of a table and for the stack, SANDBOX_STRING_MAX for a
 *    string. (And no string holds a zero byte: Lua compares what lies between zeros piece by
 *    piece, which takes a hundred times as long.)
 *  - Allocation costs work too, or `s = s .. s` would be cheap. A request that meets the cap makes
 *    Lua collect everything and ask again; that is charged by what there is to collect, or a
 *    script just below the cap could make each instruction collect 16 MiB.
 *  - The compiler has no hook, and several of its steps grow with the square of their input
 *    (labels, jump lists of long `and` chains, names looked up through nested functions). It is
 *    given the source in pieces, and no more of it once it has used SECONDS_MAX of processor time.
 *  - So is a run, for what the above leave: a numeric loop over text, say, parses all of the text.
 *    Only a script whose steps are a hundred times as long as usual meets this limit before the
 *    others; what an honest script does is never decided by a clock.
 */
#include "script/sandbox.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "script/sandbox_state.h"

#define STRIDE 1000          /* instructions between two calls of the hook */
#define ALLOCATION_WORK 4    /* work for any allocation, */
#define ALLOCATION_BYTES 32  /* and one more for so many bytes */
#define COLLECTION_BYTES 64  /* work for a forced collection: one for so many bytes in use */
#define DEEP_CALLS 60        /* a stack that is refused at this depth was filled by recursion */
#define READING_PIECE 512    /* bytes of source between two looks at the clock */
#define READING_TABLE 393216 /* bytes of the compiler's table: 16,384 names and values */
#define SECONDS_MAX 1.0      /* processor time for compiling a file, and for a run */
#define STRING_HEADER 25     /* bytes that Lua adds to those of a string */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

const struct sandbox_limits sandbox_limits_default = {
    .memory = 16 << 20,
    .load_work = 1000000,
    .call_work = 100000,
};

/* ---- Stopping a run ------------------------------------------------------------------------ */

struct sandbox *sandbox_of(lua_State *lua)
{
    return *(struct sandbox **)lua_getextraspace(lua);
}

static void count_instructions(lua_State *lua, lua_Debug *frame);

/* Ends the run. Raises nothing, so the allocator may call it; returns false for its sake. */
static bool stop(struct sandbox *sandbox, enum sandbox_stop reason)
{
    struct sandbox_run *run = &sandbox->run;
    if (run->stop == STOP_NONE) {
        run->stop = reason;
        sandbox_note_place(sandbox);
        lua_sethook(sandbox->lua, count_instructions, LUA_MASKCOUNT, 1);
    }
    return false;
}

/* The error object of a stopped run needs no memory, and no script ever sees it. */
static void raise_stop(lua_State *lua)
{
    lua_pushlightuserdata(lua, sandbox_of(lua));
    lua_error(lua);
}

void sandbox_check(lua_State *lua)
{
    const struct sandbox_run *run = &sandbox_of(lua)->run;
    if (run->active && run->stop != STOP_NONE)
        raise_stop(lua);
}

void sandbox_charge(lua_State *lua, int64_t work)
{
    struct sandbox *sandbox = sandbox_of(lua);
    struct sandbox_run *run = &sandbox->run;
    if (!run->active)
        return;
    run->work -= work;
    if (run->work <= 0)
        stop(sandbox, STOP_WORK);
    sandbox_check(lua);
}

void sandbox_charge_bytes(lua_State *lua, size_t bytes)
{
    sandbox_charge(lua, (int64_t)(bytes / SANDBOX_BYTES_PER_WORK));
}

/* Sets the hook so that the last stretch of the budget is as long as what is left of it. */
static void arm(struct sandbox *sandbox)
{
    struct sandbox_run *run = &sandbox->run;
    run->stride = run->work < STRIDE ? (int)run->work : STRIDE;
    lua_sethook(sandbox->lua, count_instructions, LUA_MASKCOUNT, run->stride);
}

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Asks the thread's clock, which takes a system call, only when enough time went by for all. */
static bool took_too_long(struct sandbox_run *run)
{
    double now = seconds(CLOCK_MONOTONIC_COARSE);
    if (run->began <= 0) {
        run->began = now;
        run->processor = seconds(CLOCK_THREAD_CPUTIME_ID);
    }
    return now - run->began > SECONDS_MAX &&
           seconds(CLOCK_THREAD_CPUTIME_ID) - run->processor > SECONDS_MAX;
}

static void count_instructions(lua_State *lua, lua_Debug *frame)
{
    (void)frame;
    struct sandbox *sandbox = sandbox_of(lua);
    struct sandbox_run *run = &sandbox->run;
    if (!run->active)
        return;
    if (run->stop == STOP_NONE) {
        run->work -= run->stride;
        if (run->work <= 0)
            stop(sandbox, STOP_WORK);
        else if (took_too_long(run))
            stop(sandbox, STOP_TIME);
        else if (run->work < STRIDE)
            arm(sandbox);
    }
    sandbox_check(lua);
}

/* ---- Memory -------------------------------------------------------------------------------- */

/*
 * The reason to refuse a block whatever memory there is; STOP_NONE for none. `type` is the kind of
 * object that a new block is for, 0 when it is part of one. Lua's stack is always a new block, and
 * so are the named fields of a table; its list grows in place.
 */
static enum sandbox_stop block_limit(struct sandbox *sandbox, const void *block, size_t type,
                                     size_t size)
{
    lua_Debug frame;
    if (block == NULL && type == LUA_TSTRING)
        return size > SANDBOX_STRING_MAX + STRING_HEADER ? STOP_STRING : STOP_NONE;
    if ((block == NULL && type != 0) || (block != NULL && block == sandbox->interned))
        return STOP_NONE;
    if (sandbox->run.compiling)
        return block == NULL && size > READING_TABLE ? STOP_SOURCE : STOP_NONE;
    if (size <= SANDBOX_BLOCK_MAX)
        return STOP_NONE;
    return lua_getstack(sandbox->lua, DEEP_CALLS, &frame) ? STOP_DEPTH : STOP_TABLE;
}

/* Whether a block may grow by `growth` bytes to `size`. */
static bool may_grow(struct sandbox *sandbox, const void *block, size_t type, size_t size,
                     size_t growth)
{
    struct sandbox_run *run = &sandbox->run;
    if (run->active) {
        if (run->stop != STOP_NONE)
            return false;
        enum sandbox_stop limit = block_limit(sandbox, block, type, size);
        if (limit != STOP_NONE)
            return stop(sandbox, limit);
        run->work -= ALLOCATION_WORK + (int64_t)(growth / ALLOCATION_BYTES);
        if (run->work <= 0)
            return stop(sandbox, STOP_WORK);
    }
    if (sandbox->used <= sandbox->limits.memory &&
        growth <= sandbox->limits.memory - sandbox->used) {
        sandbox->refused = 0;
        return true;
    }
    /* Refused for the first time, Lua collects its garbage and asks for the same once more. */
    if (run->active && sandbox->refused == size)
        return stop(sandbox, STOP_MEMORY);
    sandbox->refused = size;
    if (run->active) {
        run->work -= (int64_t)(sandbox->used / COLLECTION_BYTES);
        if (run->work <= 0)
            return stop(sandbox, STOP_MEMORY);
    }
    return false;
}

/* Lua's allocator. When `block` is NULL, `old_size` is not a size but the type of object wanted. */
static void *allocate(void *data, void *block, size_t old_size, size_t new_size)
{
    struct sandbox *sandbox = data;
    size_t held = block == NULL ? 0 : old_size;
    bool is_interned = block != NULL && block == sandbox->interned;

    if (new_size == 0) {
        free(block);
        sandbox->used -= held;
        return NULL;
    }
    if (new_size > held && !may_grow(sandbox, block, old_size, new_size, new_size - held))
        return NULL;
    void *moved = realloc(block, new_size);
    if (moved == NULL) {
        if (new_size > held)
            return NULL;
        moved = block; /* Lua counts on shrinking */
    }
    sandbox->used = sandbox->used - held + new_size;
    assert(new_size <= held || sandbox->used <= sandbox->limits.memory);
    /* The last block without a type that a new state asks for is its table of short strings. */
    if (is_interned || (sandbox->lua == NULL && block == NULL && old_size == 0))
        sandbox->interned = moved;
    return moved;
}

size_t sandbox_memory_used(const struct sandbox *sandbox)
{
    return sandbox->used;
}

int64_t sandbox_work_left(const struct sandbox *sandbox)
{
    return sandbox->run.work > 0 ? sandbox->run.work : 0;
}

/* ---- Runs ---------------------------------------------------------------------------------- */

/* Starts a run; one inside another spends of the other's budget. `outer` keeps that one. */
static void begin(struct sandbox *sandbox, int64_t budget, struct sandbox_run *outer)
{
    *outer = sandbox->run;
    if (outer->active && outer->work < budget)
        budget = outer->work;
    if (budget < 1)
        budget = 1;
    sandbox->run = (struct sandbox_run){.active = true, .budget = budget, .work = budget};
    sandbox->described = false;
    sandbox->file[0] = '\0';
    sandbox->line = 0;
    arm(sandbox);
}

/* Ends a run that came back from Lua with `status`, and tells why it failed if it did. */
static bool finish(struct sandbox *sandbox, int status, const struct sandbox_run *outer,
                   struct error *error)
{
    bool done = status == LUA_OK && sandbox->run.stop == STOP_NONE;
    if (!done) {
        if (!sandbox->described || sandbox->run.stop != STOP_NONE)
            sandbox_describe_stop(sandbox);
        error_at(error, ERROR_SCENARIO, sandbox->file, sandbox->line, "%s", sandbox->message);
    }
    if (outer->active) {
        int64_t spent = sandbox->run.budget - sandbox->run.work;
        sandbox->run = *outer;
        sandbox->run.work -= spent;
        if (sandbox->run.work <= 0)
            stop(sandbox, STOP_WORK);
        else
            arm(sandbox);
    } else {
        sandbox->run.active = false;
        if (sandbox->run.stop == STOP_MEMORY)
            lua_gc(sandbox->lua, LUA_GCCOLLECT); /* so that the next run need not pay for it */
    }
    return done;
}

/* Calls what lies below `arguments` values; on failure they are gone and nothing is left. */
static bool call_protected(struct sandbox *sandbox, int64_t budget, int arguments, int results,
                           struct error *error)
{
    lua_State *lua = sandbox->lua;
    struct sandbox_run outer;
    int handler = lua_gettop(lua) - arguments;
    assert(handler >= 1);
    begin(sandbox, budget, &outer);
    int status = LUA_ERRMEM;
    if (lua_checkstack(lua, LUA_MINSTACK)) {
        lua_pushcfunction(lua, sandbox_record_error);
        lua_insert(lua, handler);
        status = lua_pcall(lua, arguments, results, handler);
        if (status == LUA_OK)
            lua_remove(lua, handler);
        else if (!sandbox->described && sandbox->run.stop == STOP_NONE && status != LUA_ERRMEM)
            sandbox_describe(sandbox, -1); /* the handler itself could not run */
    }
    if (status != LUA_OK || sandbox->run.stop != STOP_NONE) {
        lua_settop(lua, handler - 1);
        if (status == LUA_OK)
            status = LUA_ERRRUN;
    }
    return finish(sandbox, status, &outer, error);
}

bool sandbox_call(struct sandbox *sandbox, int arguments, int results, struct error *error)
{
    return call_protected(sandbox, sandbox->limits.call_work, arguments, results, error);
}

bool sandbox_protect(struct sandbox *sandbox, int values, lua_CFunction function, void *data,
                     struct error *error)
{
    if (!lua_checkstack(sandbox->lua, 2)) {
        lua_pop(sandbox->lua, values);
        return error_set(error, ERROR_SYSTEM, "Out of memory.");
    }
    lua_pushcfunction(sandbox->lua, function);
    lua_insert(sandbox->lua, -1 - values);
    lua_pushlightuserdata(sandbox->lua, data);
    lua_insert(sandbox->lua, -1 - values);
    return call_protected(sandbox, sandbox->limits.load_work, 1 + values, 0, error);
}

/* ---- Source -------------------------------------------------------------------------------- */

struct source {
    struct sandbox *sandbox;
    const char *text;
    size_t left;
    double deadline; /* processor time of this thread */
};

/* Hands the compiler the next piece; the end of the file once it has taken too long. */
static const char *read_piece(lua_State *lua, void *data, size_t *size)
{
    (void)lua;
    struct source *source = data;
    if (seconds(CLOCK_THREAD_CPUTIME_ID) > source->deadline) {
        stop(source->sandbox, STOP_READING);
        source->left = 0;
    }
    const char *piece = source->text;
    *size = source->left < READING_PIECE ? source->left : READING_PIECE;
    source->text += *size;
    source->left -= *size;
    return *size > 0 ? piece : NULL;
}

size_t sandbox_character(const char *text, size_t length, uint32_t *code)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *byte = (const unsigned char *)text;
    if (length == 0)
        return 0;
    size_t size = byte[0] < 0x80   ? 1
                  : byte[0] < 0xC0 ? 0
                  : byte[0] < 0xE0 ? 2
                  : byte[0] < 0xF0 ? 3
                  : byte[0] < 0xF8 ? 4
                                   : 0;
    if (size == 0 || size > length)
        return 0;
    *code = size == 1 ? byte[0] : byte[0] & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((byte[i] & 0xC0) != 0x80)
            return 0;
        *code = *code << 6 | (byte[i] & 0x3Fu);
    }
    bool valid = *code >= smallest[size] && *code <= 0x10FFFF && (*code < 0xD800 || *code > 0xDFFF);
    return valid ? size : 0;
}

/* Whether the escape sequence that follows a backslash writes a zero byte. */
static bool is_zero_escape(const char *text, const char *end)
{
    int digits = 0;
    if (text < end && *text == 'x') {
        return end - text > 2 && text[1] == '0' && text[2] == '0';
    } else if (end - text > 2 && text[0] == 'u' && text[1] == '{') {
        for (text += 2; text < end && *text == '0'; text++)
            digits++;
        return digits > 0 && text < end && *text == '}';
    }
    for (; digits < 3 && text < end && *text == '0'; text++)
        digits++;
    return digits == 3 || (digits > 0 && (text == end || *text < '0' || *text > '9'));
}

/*
 * Refuses what is no text of a sensible size, with the line where that shows. A backslash counts
 * wherever it is, in comments too; two are one that is meant.
 */
static bool check_source(const char *file, const char *source, size_t length, struct error *error)
{
    if (length > SANDBOX_SOURCE_MAX)
        return error_at(error, ERROR_SCENARIO, file, 0, "the file is larger than %d KiB",
                        SANDBOX_SOURCE_MAX / 1024);
    if (length > 0 && source[0] == LUA_SIGNATURE[0])
        return error_at(error, ERROR_SCENARIO, file, 0,
                        "the file is compiled Lua: give the text it was made from");
    int line = 1;
    for (size_t at = 0, size; at < length; at += size) {
        uint32_t code;
        size = sandbox_character(source + at, length - at, &code);
        if (size == 0)
            return error_at(error, ERROR_SCENARIO, file, line,
                            "the file is not UTF-8 text: save it as UTF-8");
        if (source[at] == '\\' && at + 1 < length && source[at + 1] == '\\')
            size = 2;
        else if (code == 0 ||
                 (source[at] == '\\' && is_zero_escape(source + at + 1, source + length)))
            return error_at(error, ERROR_SCENARIO, file, line, "a text may not hold a zero byte");
        line += source[at] == '\n';
    }
    return true;
}

bool sandbox_run(struct sandbox *sandbox, const char *file, const char *source, size_t length,
                 struct error *error)
{
    size_t mark = strlen(BYTE_ORDER_MARK);
    if (length >= mark && memcmp(source, BYTE_ORDER_MARK, mark) == 0) {
        source += mark;
        length -= mark;
    }
    if (!check_source(file, source, length, error))
        return false;
    lua_State *lua = sandbox->lua;
    int top = lua_gettop(lua);
    struct sandbox_run outer;
    begin(sandbox, sandbox->limits.load_work, &outer);
    sandbox_copy_text(sandbox->file, sizeof sandbox->file, file);
    char name[sizeof sandbox->file + 1];
    snprintf(name, sizeof name, "@%s", sandbox->file);
    struct source reading = {sandbox, source, length,
                             seconds(CLOCK_THREAD_CPUTIME_ID) + SECONDS_MAX};

    int status = LUA_ERRMEM;
    if (!sandbox->broken && lua_checkstack(lua, LUA_MINSTACK)) {
        lua_pushcfunction(lua, sandbox_record_error);
        sandbox->run.compiling = true;
        status = lua_load(lua, read_piece, &reading, name, "t");
        sandbox->run.compiling = false;
        if (status != LUA_OK && status != LUA_ERRMEM)
            sandbox_describe_syntax(sandbox, -1);
        else if (status == LUA_OK && sandbox->run.stop == STOP_NONE)
            status = lua_pcall(lua, 0, 1, top + 1);
    }
    if (status == LUA_OK && sandbox->run.stop == STOP_NONE)
        lua_remove(lua, top + 1);
    else
        lua_settop(lua, top);
    return finish(sandbox, status, &outer, error);
}

/* ---- The sandbox --------------------------------------------------------------------------- */

struct sandbox *sandbox_new(const struct sandbox_limits *limits, struct error *error)
{
    struct sandbox *sandbox = calloc(1, sizeof *sandbox);
    if (sandbox == NULL) {
        error_set(error, ERROR_SYSTEM, "Out of memory.");
        return NULL;
    }
    sandbox->limits = limits != NULL ? *limits : sandbox_limits_default;
    lua_State *lua = lua_newstate(allocate, sandbox);
    if (lua != NULL) {
        sandbox->lua = lua;
        *(struct sandbox **)lua_getextraspace(lua) = sandbox;
        lua_pushcfunction(lua, sandbox_open_surface);
        if (lua_pcall(lua, 0, 0, 0) == LUA_OK)
            return sandbox;
    }
    sandbox_free(sandbox);
    error_set(error, ERROR_SYSTEM, "Out of memory.");
    return NULL;
}

void sandbox_free(struct sandbox *sandbox)
{
    if (sandbox == NULL)
        return;
    if (sandbox->lua != NULL)
        lua_close(sandbox->lua);
    assert(sandbox->used == 0);
    free(sandbox);
}

lua_State *sandbox_lua(struct sandbox *sandbox)
{
    return sandbox->lua;
}

void sandbox_register(struct sandbox *sandbox, const char *name, lua_CFunction function, void *data)
{
    struct sandbox_global global = {name, function, data};
    lua_State *lua = sandbox->lua;
    int top = lua_gettop(lua);
    if (!lua_checkstack(lua, 2)) {
        sandbox->broken = true;
        return;
    }
    lua_pushcfunction(lua, sandbox_add_global);
    lua_pushlightuserdata(lua, &global);
    if (lua_pcall(lua, 1, 0, 0) != LUA_OK)
        sandbox->broken = true;
    lua_settop(lua, top);
}
