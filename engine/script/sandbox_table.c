/*
 * sandbox_table.c: `table` and `math` for scripts.
 *
 * As in Lua's manual, on plain tables only: one with a metatable is a front or the loader's, and a
 * write around its metatable would change what must not change. `table.sort` is a merge sort:
 * stable, never more than n log n comparisons whatever the comparator answers, and the same on
 * every machine (Lua's own picks pivots by the clock); the table changes only once it is done.
 * Without a comparator it uses `<`, which for strings follows LC_COLLATE: the program leaves that
 * at "C". `math` takes numbers only, no text that looks like one.
 */
#include <math.h>

#include "script/sandbox_state.h"

/* ---- table --------------------------------------------------------------------------------- */

static void need_plain_table(lua_State *lua, int index)
{
    luaL_checktype(lua, index, LUA_TTABLE);
    if (lua_getmetatable(lua, index))
        luaL_argerror(lua, index, "this table is read-only");
}

static int table_concat(lua_State *lua)
{
    size_t between, length;
    need_plain_table(lua, 1);
    const char *separator = luaL_optlstring(lua, 2, "", &between);
    lua_Integer first = sandbox_opt_integer(lua, 3, 1);
    lua_Integer last = sandbox_opt_integer(lua, 4, (lua_Integer)lua_rawlen(lua, 1));
    struct sandbox_text out = sandbox_text_begin(lua);
    for (lua_Integer i = first; i <= last; i++) {
        int type = lua_rawgeti(lua, 1, i);
        if (type != LUA_TSTRING && type != LUA_TNUMBER)
            return luaL_error(lua, "invalid value (at index %I) in table for 'concat'",
                              (LUAI_UACINT)i);
        sandbox_charge(lua, type == LUA_TNUMBER ? 8 : 1);
        const char *text = lua_tolstring(lua, -1, &length);
        sandbox_text_add(&out, text, length);
        if (i == last)
            break; /* the next could overflow */
        sandbox_text_add(&out, separator, between);
        lua_pop(lua, 1);
    }
    return sandbox_text_push(&out);
}

static int table_insert(lua_State *lua)
{
    need_plain_table(lua, 1);
    lua_Integer end = (lua_Integer)lua_rawlen(lua, 1) + 1;
    lua_Integer position = end;
    int count = lua_gettop(lua);
    if (count != 2 && count != 3)
        return luaL_error(lua, "wrong number of arguments to 'insert'");
    if (count == 3) {
        position = sandbox_need_integer(lua, 2);
        luaL_argcheck(lua, position >= 1 && position <= end, 2, "position out of bounds");
        sandbox_charge(lua, end - position);
        for (lua_Integer i = end; i > position; i--) {
            lua_rawgeti(lua, 1, i - 1);
            lua_rawseti(lua, 1, i);
        }
    }
    lua_rawseti(lua, 1, position);
    return 0;
}

static int table_remove(lua_State *lua)
{
    need_plain_table(lua, 1);
    lua_Integer size = (lua_Integer)lua_rawlen(lua, 1);
    lua_Integer position = sandbox_opt_integer(lua, 2, size);
    if (position != size)
        luaL_argcheck(lua, position >= 1 && position <= size + 1, 2, "position out of bounds");
    lua_rawgeti(lua, 1, position);
    if (position < size)
        sandbox_charge(lua, size - position);
    for (lua_Integer i = position; i < size; i++) {
        lua_rawgeti(lua, 1, i + 1);
        lua_rawseti(lua, 1, i);
    }
    lua_pushnil(lua);
    lua_rawseti(lua, 1, position < size ? size : position);
    return 1;
}

static int table_unpack(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_Integer first = sandbox_opt_integer(lua, 2, 1);
    lua_Integer last = sandbox_opt_integer(lua, 3, (lua_Integer)lua_rawlen(lua, 1));
    if (first > last)
        return 0;
    if ((lua_Unsigned)last - (lua_Unsigned)first >= SANDBOX_VALUES_MAX)
        return luaL_error(lua, "more than %d values at once", SANDBOX_VALUES_MAX);
    int count = (int)(last - first) + 1;
    luaL_checkstack(lua, count, "too many values");
    for (int i = 0; i < count; i++)
        lua_rawgeti(lua, 1, first + i);
    return count;
}

/* ---- table.sort ---------------------------------------------------------------------------- */

/* Places on the stack of `table.sort`. */
enum { SORT_TABLE = 1, SORT_COMPARATOR = 2, SORT_FIRST = 3, SORT_SECOND = 4 };

/* Whether the value on the top belongs before the one below it. Pops neither. */
static bool is_less(lua_State *lua)
{
    sandbox_charge(lua, 2);
    if (lua_isnil(lua, SORT_COMPARATOR)) {
        size_t length = lua_type(lua, -1) == LUA_TSTRING ? lua_rawlen(lua, -1) : 0;
        sandbox_charge_bytes(lua, length);
        return lua_compare(lua, -1, -2, LUA_OPLT);
    }
    lua_pushvalue(lua, SORT_COMPARATOR);
    lua_pushvalue(lua, -2);
    lua_pushvalue(lua, -4);
    lua_call(lua, 2, 1);
    bool less = lua_toboolean(lua, -1);
    lua_pop(lua, 1);
    return less;
}

/* Merges the runs from[left .. middle - 1] and from[middle .. end - 1] into `to`. */
static void merge(lua_State *lua, int from, int to, const lua_Integer bounds[3])
{
    lua_Integer left = bounds[0];
    lua_Integer right = bounds[1];
    for (lua_Integer out = bounds[0]; out < bounds[2]; out++) {
        bool take_right = left >= bounds[1];
        if (left < bounds[1] && right < bounds[2]) {
            lua_rawgeti(lua, from, left);
            lua_rawgeti(lua, from, right);
            take_right = is_less(lua);
            lua_pop(lua, 2);
        }
        lua_rawgeti(lua, from, take_right ? right++ : left++);
        lua_rawseti(lua, to, out);
    }
}

static void copy_list(lua_State *lua, int from, int to, lua_Integer count)
{
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(lua, from, i);
        lua_rawseti(lua, to, i);
    }
}

static int table_sort(lua_State *lua)
{
    need_plain_table(lua, SORT_TABLE);
    lua_Integer count = (lua_Integer)lua_rawlen(lua, SORT_TABLE);
    if (!lua_isnoneornil(lua, SORT_COMPARATOR))
        luaL_checktype(lua, SORT_COMPARATOR, LUA_TFUNCTION);
    lua_settop(lua, SORT_COMPARATOR);
    if (count > INT16_MAX)
        return luaL_error(lua, "too many items to sort");
    sandbox_charge(lua, count);
    lua_createtable(lua, (int)count, 0);
    lua_createtable(lua, (int)count, 0);
    copy_list(lua, SORT_TABLE, SORT_FIRST, count);
    int from = SORT_FIRST;
    int to = SORT_SECOND;
    for (lua_Integer width = 1; width < count; width *= 2) {
        for (lua_Integer left = 1; left <= count; left += 2 * width) {
            lua_Integer middle = left + width < count + 1 ? left + width : count + 1;
            lua_Integer end = middle + width < count + 1 ? middle + width : count + 1;
            merge(lua, from, to, (lua_Integer[3]){left, middle, end});
        }
        int other = from;
        from = to;
        to = other;
    }
    copy_list(lua, from, SORT_TABLE, count);
    return 0;
}

const luaL_Reg sandbox_table_functions[] = {
    {"concat", table_concat}, {"insert", table_insert}, {"remove", table_remove},
    {"sort", table_sort},     {"unpack", table_unpack}, {NULL, NULL},
};

/* ---- math ---------------------------------------------------------------------------------- */

static void need_number(lua_State *lua, int index)
{
    luaL_checktype(lua, index, LUA_TNUMBER);
}

/* Turns the float on the top into an integer where there is one with its value. */
static int return_integer(lua_State *lua)
{
    lua_Integer integer;
    if (!lua_isinteger(lua, -1) && lua_numbertointeger(lua_tonumber(lua, -1), &integer))
        lua_pushinteger(lua, integer);
    return 1;
}

/* x // 1, which Lua rounds down. */
static int math_floor(lua_State *lua)
{
    need_number(lua, 1);
    lua_settop(lua, 1);
    lua_pushinteger(lua, 1);
    lua_arith(lua, LUA_OPIDIV);
    return return_integer(lua);
}

/* -(-x // 1); an integer is its own ceiling, and the least one could not be negated. */
static int math_ceil(lua_State *lua)
{
    need_number(lua, 1);
    lua_settop(lua, 1);
    if (lua_isinteger(lua, 1))
        return 1;
    lua_arith(lua, LUA_OPUNM);
    lua_pushinteger(lua, 1);
    lua_arith(lua, LUA_OPIDIV);
    lua_arith(lua, LUA_OPUNM);
    return return_integer(lua);
}

static int math_abs(lua_State *lua)
{
    need_number(lua, 1);
    if (!lua_isinteger(lua, 1)) {
        lua_pushnumber(lua, fabs(lua_tonumber(lua, 1)));
        return 1;
    }
    lua_settop(lua, 1);
    if (lua_tointeger(lua, 1) < 0)
        lua_arith(lua, LUA_OPUNM); /* wraps around where C would not */
    return 1;
}

/* The remainder with the sign of the dividend, which Lua's own `%` only has between positives. */
static int math_fmod(lua_State *lua)
{
    need_number(lua, 1);
    need_number(lua, 2);
    lua_settop(lua, 2);
    if (lua_isinteger(lua, 1) && lua_isinteger(lua, 2)) {
        lua_Integer divisor = lua_tointeger(lua, 2);
        luaL_argcheck(lua, divisor != 0, 2, "zero");
        lua_pushinteger(lua, divisor == -1 ? 0 : lua_tointeger(lua, 1) % divisor);
        return 1;
    }
    bool negative = lua_tonumber(lua, 1) < 0;
    lua_pushnumber(lua, fabs(lua_tonumber(lua, 1)));
    lua_pushnumber(lua, fabs(lua_tonumber(lua, 2)));
    lua_arith(lua, LUA_OPMOD);
    if (negative)
        lua_arith(lua, LUA_OPUNM);
    return 1;
}

static int push_extreme(lua_State *lua, bool largest)
{
    int count = lua_gettop(lua);
    int best = 1;
    need_number(lua, 1);
    sandbox_charge(lua, count);
    for (int i = 2; i <= count; i++) {
        need_number(lua, i);
        if (lua_compare(lua, largest ? best : i, largest ? i : best, LUA_OPLT))
            best = i;
    }
    lua_pushvalue(lua, best);
    return 1;
}

static int math_min(lua_State *lua)
{
    return push_extreme(lua, false);
}

static int math_max(lua_State *lua)
{
    return push_extreme(lua, true);
}

static int math_tointeger(lua_State *lua)
{
    luaL_checkany(lua, 1);
    int exact = 0;
    lua_Integer integer = 0;
    if (lua_type(lua, 1) == LUA_TNUMBER)
        integer = lua_tointegerx(lua, 1, &exact);
    if (exact)
        lua_pushinteger(lua, integer);
    else
        lua_pushnil(lua);
    return 1;
}

static int math_type(lua_State *lua)
{
    luaL_checkany(lua, 1);
    if (lua_type(lua, 1) == LUA_TNUMBER)
        lua_pushstring(lua, lua_isinteger(lua, 1) ? "integer" : "float");
    else
        lua_pushnil(lua);
    return 1;
}

const luaL_Reg sandbox_math_functions[] = {
    {"abs", math_abs}, {"ceil", math_ceil}, {"floor", math_floor},         {"fmod", math_fmod},
    {"max", math_max}, {"min", math_min},   {"tointeger", math_tointeger}, {"type", math_type},
    {NULL, NULL},
};
