/*
 * sandbox_library.c: what a script can reach, and how it is kept read-only.
 *
 * The real globals and libraries are tables that no script ever holds. A script holds *fronts*:
 * empty tables whose metatable looks names up in the real one and refuses assignment. One front is
 * the environment of every chunk, one stands for each library, and strings look their methods up
 * in the real `string`. There is no function to reach a metatable, or to write around one: those of
 * `table` refuse a table that has one.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "script/sandbox_state.h"

const char *const sandbox_surface[] = {
    "assert",         "error",
    "ipairs",         "math.abs",
    "math.ceil",      "math.floor",
    "math.fmod",      "math.huge",
    "math.max",       "math.maxinteger",
    "math.min",       "math.mininteger",
    "math.tointeger", "math.type",
    "pairs",          "pcall",
    "select",         "string.byte",
    "string.char",    "string.format",
    "string.len",     "string.lower",
    "string.rep",     "string.reverse",
    "string.sub",     "string.upper",
    "table.concat",   "table.insert",
    "table.remove",   "table.sort",
    "table.unpack",   "tonumber",
    "tostring",       "type",
    "utf8.char",      "utf8.codepoint",
    "utf8.len",       NULL,
};

/* ---- For all libraries --------------------------------------------------------------------- */

lua_Integer sandbox_need_integer(lua_State *lua, int index)
{
    if (lua_type(lua, index) != LUA_TNUMBER)
        luaL_typeerror(lua, index, "number");
    return luaL_checkinteger(lua, index);
}

lua_Integer sandbox_opt_integer(lua_State *lua, int index, lua_Integer otherwise)
{
    return lua_isnoneornil(lua, index) ? otherwise : sandbox_need_integer(lua, index);
}

size_t sandbox_range(lua_Integer first, lua_Integer last, size_t length, size_t *count)
{
    lua_Integer size = (lua_Integer)length;
    if (first < 0)
        first = first < -size ? 1 : size + first + 1;
    if (first == 0)
        first = 1;
    if (last < 0)
        last = last < -size ? 0 : size + last + 1;
    if (last > size)
        last = size;
    *count = first <= last ? (size_t)(last - first + 1) : 0;
    return *count > 0 ? (size_t)(first - 1) : 0;
}

struct sandbox_text sandbox_text_begin(lua_State *lua)
{
    return (struct sandbox_text){.lua = lua, .data = sandbox_of(lua)->scratch};
}

void sandbox_text_add(struct sandbox_text *text, const char *bytes, size_t length)
{
    if (length > SANDBOX_STRING_MAX - text->length)
        luaL_error(text->lua, "the text would be longer than %d KiB", SANDBOX_STRING_MAX / 1024);
    sandbox_charge(text->lua, 1 + (int64_t)(length / SANDBOX_BYTES_PER_WORK));
    memcpy(text->data + text->length, bytes, length);
    text->length += length;
}

int sandbox_text_push(const struct sandbox_text *text)
{
    lua_pushlstring(text->lua, text->data, text->length);
    return 1;
}

const char *sandbox_push_tostring(lua_State *lua, int index, size_t *length)
{
    switch (lua_type(lua, index)) {
    case LUA_TSTRING:
    case LUA_TNUMBER:
        lua_pushvalue(lua, index);
        break;
    case LUA_TBOOLEAN:
        lua_pushstring(lua, lua_toboolean(lua, index) ? "true" : "false");
        break;
    default:
        lua_pushstring(lua, luaL_typename(lua, index));
    }
    return lua_tolstring(lua, -1, length);
}

/* ---- Errors -------------------------------------------------------------------------------- */

static int base_assert(lua_State *lua)
{
    luaL_checkany(lua, 1);
    if (lua_toboolean(lua, 1))
        return lua_gettop(lua);
    lua_remove(lua, 1);
    lua_pushliteral(lua, "assertion failed!");
    lua_settop(lua, 1); /* the message, or the literal when there is none */
    return lua_error(lua);
}

static int base_error(lua_State *lua)
{
    lua_Integer level = sandbox_opt_integer(lua, 2, 1);
    lua_settop(lua, 1);
    if (lua_type(lua, 1) == LUA_TSTRING && level > 0 && level < INT16_MAX) {
        luaL_where(lua, (int)level);
        lua_insert(lua, 1);
        lua_concat(lua, 2);
    }
    return lua_error(lua);
}

/* Work for an error that is caught: to describe it, Lua may read all of the failing function. */
#define CAUGHT_WORK 500

/* As Lua's, except that the error of a stopped run passes through. */
static int base_pcall(lua_State *lua)
{
    luaL_checkany(lua, 1);
    lua_pushboolean(lua, 1);
    lua_insert(lua, 1);
    int status = lua_pcall(lua, lua_gettop(lua) - 2, LUA_MULTRET, 0);
    sandbox_check(lua);
    if (status == LUA_OK)
        return lua_gettop(lua);
    sandbox_charge(lua, CAUGHT_WORK);
    lua_pushboolean(lua, 0);
    lua_insert(lua, -2);
    return 2;
}

/* ---- Values -------------------------------------------------------------------------------- */

static int base_type(lua_State *lua)
{
    luaL_checkany(lua, 1);
    lua_pushstring(lua, luaL_typename(lua, 1));
    return 1;
}

static int base_tostring(lua_State *lua)
{
    luaL_checkany(lua, 1);
    sandbox_push_tostring(lua, 1, NULL);
    return 1;
}

static int digit_value(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'z')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'Z')
        return digit - 'A' + 10;
    return 99;
}

/* The integer that `text` writes in `base`, as `tonumber(text, base)`; false for no integer. */
static bool parse_integer(const char *text, lua_Integer base, lua_Integer *value)
{
    static const char spaces[] = " \f\n\r\t\v";
    text += strspn(text, spaces);
    bool negative = *text == '-';
    if (*text == '-' || *text == '+')
        text++;
    if (digit_value(*text) >= base)
        return false;
    lua_Unsigned number = 0;
    for (; digit_value(*text) < base; text++)
        number = number * (lua_Unsigned)base + (lua_Unsigned)digit_value(*text);
    *value = (lua_Integer)(negative ? 0u - number : number);
    return text[strspn(text, spaces)] == '\0';
}

static int base_tonumber(lua_State *lua)
{
    luaL_checkany(lua, 1);
    lua_Integer base = sandbox_opt_integer(lua, 2, 10);
    luaL_argcheck(lua, base >= 2 && base <= 36, 2, "base out of range");
    size_t length;
    lua_Integer value;
    if (lua_type(lua, 1) == LUA_TNUMBER && lua_isnoneornil(lua, 2)) {
        lua_settop(lua, 1);
        return 1;
    }
    if (lua_type(lua, 1) == LUA_TSTRING) {
        const char *text = lua_tolstring(lua, 1, &length);
        sandbox_charge(lua, (int64_t)length);
        if (lua_isnoneornil(lua, 2)) {
            if (lua_stringtonumber(lua, text) == length + 1)
                return 1;
        } else if (strlen(text) == length && parse_integer(text, base, &value)) {
            lua_pushinteger(lua, value);
            return 1;
        }
    }
    lua_pushnil(lua);
    return 1;
}

static int base_select(lua_State *lua)
{
    int count = lua_gettop(lua);
    sandbox_charge(lua, count / SANDBOX_BYTES_PER_WORK);
    if (lua_type(lua, 1) == LUA_TSTRING && strcmp(lua_tostring(lua, 1), "#") == 0) {
        lua_pushinteger(lua, count - 1);
        return 1;
    }
    lua_Integer first = sandbox_need_integer(lua, 1);
    if (first < 0)
        first = first < -count ? 0 : count + first;
    else if (first > count)
        first = count;
    luaL_argcheck(lua, first >= 1, 1, "index out of range");
    return count - (int)first;
}

/* ---- Walking tables ------------------------------------------------------------------------ */

static int ipairs_next(lua_State *lua)
{
    lua_Integer index = sandbox_need_integer(lua, 2);
    if (index == LUA_MAXINTEGER)
        return luaL_error(lua, "the list has no end");
    lua_pushinteger(lua, index + 1);
    return lua_geti(lua, 1, index + 1) == LUA_TNIL ? 1 : 2;
}

static int base_ipairs(lua_State *lua)
{
    luaL_checkany(lua, 1);
    lua_pushcfunction(lua, ipairs_next);
    lua_pushvalue(lua, 1);
    lua_pushinteger(lua, 0);
    return 3;
}

/* A key as `pairs` sorts it: integers, then strings by their bytes, then false and true. */
struct sorted_key {
    enum { KEY_INTEGER, KEY_STRING, KEY_BOOLEAN } kind;
    lua_Integer number;
    const char *text; /* belongs to Lua, held by the table while sorting */
    size_t length;
};

/* What the iterator of `pairs` holds: a block of memory whose user values are the sorted keys. */
struct walk {
    int next;
    int count;
    struct sorted_key keys[];
};

static int compare_keys(const void *left, const void *right)
{
    const struct sorted_key *a = left;
    const struct sorted_key *b = right;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->kind != KEY_STRING)
        return (a->number > b->number) - (a->number < b->number);
    size_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->text, b->text, shorter);
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

static struct sorted_key read_key(lua_State *lua, int index)
{
    struct sorted_key key = {.kind = KEY_INTEGER};
    if (lua_isinteger(lua, index)) {
        key.number = lua_tointeger(lua, index);
    } else if (lua_type(lua, index) == LUA_TSTRING) {
        key.kind = KEY_STRING;
        key.text = lua_tolstring(lua, index, &key.length);
    } else if (lua_isboolean(lua, index)) {
        key.kind = KEY_BOOLEAN;
        key.number = lua_toboolean(lua, index);
    } else {
        luaL_error(lua, "pairs: a key is a %s; only integers, strings and booleans have an order",
                   luaL_typename(lua, index));
    }
    return key;
}

static void push_key(lua_State *lua, const struct sorted_key *key)
{
    if (key->kind == KEY_INTEGER)
        lua_pushinteger(lua, key->number);
    else if (key->kind == KEY_STRING)
        lua_pushlstring(lua, key->text, key->length);
    else
        lua_pushboolean(lua, key->number != 0);
}

/* Counts the keys of the table at 1 and charges for walking them, before anything is allocated. */
static int count_keys(lua_State *lua)
{
    int count = 0;
    for (lua_pushnil(lua); lua_next(lua, 1) != 0; lua_pop(lua, 1))
        count++;
    int rounds = 1;
    while (count >> rounds != 0)
        rounds++;
    sandbox_charge(lua, (int64_t)count * (rounds + 4));
    return count;
}

static int pairs_next(lua_State *lua)
{
    struct walk *walk = lua_touserdata(lua, lua_upvalueindex(1));
    luaL_checktype(lua, 1, LUA_TTABLE);
    while (walk->next < walk->count) {
        lua_getiuservalue(lua, lua_upvalueindex(1), ++walk->next);
        lua_pushvalue(lua, -1);
        if (lua_rawget(lua, 1) != LUA_TNIL)
            return 2;
        lua_pop(lua, 2); /* removed on the way */
        sandbox_charge(lua, 1);
    }
    lua_pushnil(lua);
    return 1;
}

/*
 * Removing and changing fields on the way is allowed; a field added on the way is not visited. The
 * keys become user values, not a table: a table may have more keys than a list may have items.
 */
static int base_pairs(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_settop(lua, 1);
    int count = count_keys(lua);
    luaL_argcheck(lua, count <= INT16_MAX, 1, "too many keys");
    struct walk *walk =
        lua_newuserdatauv(lua, sizeof *walk + (size_t)count * sizeof walk->keys[0], count);
    *walk = (struct walk){.next = 0, .count = count};
    size_t bytes = 0;
    int filled = 0;
    for (lua_pushnil(lua); lua_next(lua, 1) != 0; lua_pop(lua, 1)) {
        walk->keys[filled] = read_key(lua, -2);
        bytes += walk->keys[filled++].length;
    }
    sandbox_charge_bytes(lua, bytes);
    qsort(walk->keys, (size_t)count, sizeof walk->keys[0], compare_keys);
    for (int i = 0; i < count; i++) {
        push_key(lua, &walk->keys[i]);
        lua_setiuservalue(lua, 2, i + 1);
    }
    lua_pushcclosure(lua, pairs_next, 1);
    lua_pushvalue(lua, 1);
    lua_pushnil(lua);
    return 3;
}

const luaL_Reg sandbox_base_functions[] = {
    {"assert", base_assert},     {"error", base_error},
    {"ipairs", base_ipairs},     {"pairs", base_pairs},
    {"pcall", base_pcall},       {"select", base_select},
    {"type", base_type},         {"tonumber", base_tonumber},
    {"tostring", base_tostring}, {NULL, NULL},
};

/* ---- Fronts -------------------------------------------------------------------------------- */

static int refuse_global(lua_State *lua)
{
    size_t length;
    return luaL_error(lua, "'%s' is not declared: write `local` before it",
                      sandbox_push_tostring(lua, 2, &length));
}

static int refuse_field(lua_State *lua)
{
    return luaL_error(lua, "the libraries are read-only");
}

static int refuse_unknown(lua_State *lua)
{
    size_t length;
    return luaL_error(lua, "unknown name '%s'", sandbox_push_tostring(lua, 2, &length));
}

/* Replaces the real table on the top by a front for it. */
static void push_front(lua_State *lua, lua_CFunction refuse)
{
    lua_newtable(lua);
    lua_createtable(lua, 0, 2);
    lua_rotate(lua, -3, -1); /* front, metatable, real */
    lua_setfield(lua, -2, "__index");
    lua_pushcfunction(lua, refuse);
    lua_setfield(lua, -2, "__newindex");
    lua_setmetatable(lua, -2);
}

/* Key of the real globals in the registry. */
static const char globals_key;

static void add_library(lua_State *lua, const char *name, const luaL_Reg *functions)
{
    lua_newtable(lua);
    luaL_setfuncs(lua, functions, 0);
    if (strcmp(name, "math") == 0) {
        lua_pushinteger(lua, LUA_MAXINTEGER);
        lua_setfield(lua, -2, "maxinteger");
        lua_pushinteger(lua, LUA_MININTEGER);
        lua_setfield(lua, -2, "mininteger");
        lua_pushnumber(lua, HUGE_VAL);
        lua_setfield(lua, -2, "huge");
    }
    if (strcmp(name, "string") == 0) {
        lua_pushliteral(lua, "");
        lua_createtable(lua, 0, 1);
        lua_pushvalue(lua, -3);
        lua_setfield(lua, -2, "__index");
        lua_setmetatable(lua, -2);
        lua_pop(lua, 1);
    }
    push_front(lua, refuse_field);
    lua_setfield(lua, -2, name);
}

int sandbox_open_surface(lua_State *lua)
{
    lua_newtable(lua);
    luaL_setfuncs(lua, sandbox_base_functions, 0);
    add_library(lua, "string", sandbox_string_functions);
    add_library(lua, "utf8", sandbox_utf8_functions);
    add_library(lua, "table", sandbox_table_functions);
    add_library(lua, "math", sandbox_math_functions);
    lua_createtable(lua, 0, 1);
    lua_pushcfunction(lua, refuse_unknown);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, -2);
    lua_pushvalue(lua, -1);
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &globals_key);
    push_front(lua, refuse_global);
    lua_rawseti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS); /* what a chunk gets as _ENV */
    return 0;
}

int sandbox_add_global(lua_State *lua)
{
    const struct sandbox_global *global = lua_touserdata(lua, 1);
    lua_rawgetp(lua, LUA_REGISTRYINDEX, &globals_key);
    lua_pushlightuserdata(lua, global->data);
    lua_pushcclosure(lua, global->function, 1);
    lua_setfield(lua, -2, global->name);
    return 0;
}
