/* evaluator.c: the state as Lua sees it, and the calls of guards, effects and picks. */
#include "script/evaluator.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* What a name in `s` stands for: kind in the low bits, index above. */
enum name_kind { NAME_MOOD, NAME_FAMILIARITY, NAME_TURN, NAME_VARIABLE, NAME_DRAW };
enum { NAME_SHIFT = 3, NAME_MASK = 7, NAMES_MAX = VARIABLE_MAX + DRAW_MAX + 3 };

struct functions {
    struct sandbox *sandbox;
    const struct scenario *scenario;
    struct evaluator evaluator;
    int count;
    int table;           /* registry reference: list of the functions */
    int names;           /* registry reference: name -> kind and index */
    int handle;          /* registry reference: the userdata that scripts know as `s` */
    struct state *state; /* alive during a call only */
    bool writable;
    bool turn_was_read;
    bool variable_was_read[VARIABLE_MAX];
};

static const char *const mood_names[MOOD_COUNT] = {
    [MOOD_RESISTANT] = "resistant", [MOOD_NEUTRAL] = "neutral", [MOOD_POSITIVE] = "positive"};

/* ------------------------------------------------------------------------- the state `s` ---- */

static struct functions *owner(lua_State *lua)
{
    struct functions *functions = lua_touserdata(lua, lua_upvalueindex(1));
    if (!functions->state)
        luaL_error(lua, "the state can only be used inside the function that was given it");
    return functions;
}

static int unknown_name(lua_State *lua, const struct functions *functions, const char *name)
{
    const struct scenario *scenario = functions->scenario;
    const char *known[NAMES_MAX] = {"mood", "familiarity", "turn"};
    int count = 3;
    for (int i = 0; i < scenario->variable_count; i++)
        known[count++] = scenario->variables[i].id;
    for (int i = 0; i < scenario->draw_count; i++)
        known[count++] = scenario->draws[i].id;
    const char *near = error_nearest(name, known, count);
    if (near)
        return luaL_error(lua, "the state has no '%s' (did you mean '%s'?)", name, near);
    return luaL_error(lua, "the state has no '%s': declare it in vars", name);
}

/* Finds what the string at stack index 2 names; raises when it names nothing. */
static int lookup(lua_State *lua, const struct functions *functions)
{
    if (lua_type(lua, 2) != LUA_TSTRING)
        return luaL_error(lua, "the state is indexed by names only");
    lua_rawgeti(lua, LUA_REGISTRYINDEX, functions->names);
    lua_pushvalue(lua, 2);
    if (lua_rawget(lua, -2) == LUA_TNIL)
        return unknown_name(lua, functions, lua_tostring(lua, 2));
    int code = (int)lua_tointeger(lua, -1);
    lua_pop(lua, 2);
    return code;
}

static int read_state(lua_State *lua)
{
    struct functions *functions = owner(lua);
    const struct scenario *scenario = functions->scenario;
    const struct state *state = functions->state;
    int code = lookup(lua, functions), index = code >> NAME_SHIFT;
    switch (code & NAME_MASK) {
    case NAME_MOOD:
        lua_pushstring(lua, mood_names[state->mood]);
        break;
    case NAME_FAMILIARITY:
        lua_pushinteger(lua, state->familiarity);
        break;
    case NAME_TURN:
        functions->turn_was_read = true;
        lua_pushinteger(lua, state->turn);
        break;
    case NAME_VARIABLE:
        functions->variable_was_read[index] = true;
        if (scenario->variables[index].is_flag)
            lua_pushboolean(lua, state->variables[index]);
        else
            lua_pushinteger(lua, state->variables[index]);
        break;
    default:
        lua_pushstring(lua, scenario->draws[index].values[state->draws[index]]);
    }
    return 1;
}

static uint8_t mood_from(lua_State *lua, int index)
{
    bool is_text = lua_type(lua, index) == LUA_TSTRING;
    const char *name = is_text ? lua_tostring(lua, index) : luaL_typename(lua, index);
    for (int mood = 0; mood < MOOD_COUNT; mood++) {
        if (strcmp(name, mood_names[mood]) == 0)
            return (uint8_t)mood;
    }
    return (uint8_t)luaL_error(lua, "'%s' is no mood: use resistant, neutral or positive", name);
}

static uint8_t familiarity_from(lua_State *lua, int index)
{
    if (!lua_isinteger(lua, index))
        luaL_error(lua, "'familiarity' is a whole number: assign one");
    lua_Integer value = lua_tointeger(lua, index);
    return (uint8_t)(value < 0 ? 0 : value > FAMILIARITY_MAX ? FAMILIARITY_MAX : value);
}

static void write_variable(lua_State *lua, struct functions *functions, int index)
{
    const struct variable *variable = &functions->scenario->variables[index];
    if (variable->is_flag && !lua_isboolean(lua, 3))
        luaL_error(lua, "'%s' is a flag: assign true or false", variable->id);
    if (!variable->is_flag && !lua_isinteger(lua, 3))
        luaL_error(lua, "'%s' is a whole number: assign one", variable->id);
    state_set_variable(functions->scenario, functions->state, index,
                       variable->is_flag ? lua_toboolean(lua, 3) : lua_tointeger(lua, 3));
}

static int write_state(lua_State *lua)
{
    struct functions *functions = owner(lua);
    if (!functions->writable)
        return luaL_error(lua, "only an effect may assign to the state");
    int code = lookup(lua, functions);
    switch (code & NAME_MASK) {
    case NAME_MOOD:
        functions->state->mood = mood_from(lua, 3);
        break;
    case NAME_FAMILIARITY:
        functions->state->familiarity = familiarity_from(lua, 3);
        break;
    case NAME_VARIABLE:
        write_variable(lua, functions, code >> NAME_SHIFT);
        break;
    default:
        return luaL_error(lua, "'%s' can't be assigned", lua_tostring(lua, 2));
    }
    return 0;
}

/* -------------------------------------------------------------------------- the calls ---- */

static bool call(struct functions *functions, int function, struct state *state, bool writable,
                 int results, struct error *error)
{
    lua_State *lua = sandbox_lua(functions->sandbox);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, functions->table);
    lua_rawgeti(lua, -1, function + 1);
    lua_remove(lua, -2);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, functions->handle);
    functions->state = state;
    functions->writable = writable;
    bool done = sandbox_call(functions->sandbox, 1, results, error);
    functions->state = NULL;
    return done;
}

const char *functions_place(const struct functions *functions, int function, int *line)
{
    lua_State *lua = sandbox_lua(functions->sandbox);
    lua_Debug where;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, functions->table);
    lua_rawgeti(lua, -1, function + 1);
    lua_getinfo(lua, ">S", &where);
    lua_pop(lua, 1);
    *line = where.linedefined;
    return where.source[0] == '@' ? where.source + 1 : where.source;
}

static bool wrong_answer(const struct functions *functions, int function, struct error *error,
                         const char *wanted, const char *found)
{
    int line;
    const char *file = functions_place(functions, function, &line);
    return error_at(error, ERROR_SCENARIO, file, line, "this function must give %s%s", wanted,
                    found);
}

/* The evaluator's promise not to change the state on failure costs one copy for effects only. */
static struct state *borrow(const struct state *state)
{
    return (struct state *)(uintptr_t)state;
}

static bool call_guard(void *self, int function, const struct state *state, bool *open,
                       struct error *error)
{
    struct functions *functions = self;
    lua_State *lua = sandbox_lua(functions->sandbox);
    if (!call(functions, function, borrow(state), false, 1, error))
        return false;
    bool is_boolean = lua_isboolean(lua, -1);
    *open = lua_toboolean(lua, -1);
    lua_pop(lua, 1);
    return is_boolean || wrong_answer(functions, function, error, "true or false", "");
}

static bool call_effect(void *self, int function, struct state *state, struct error *error)
{
    struct state changed = *state;
    if (!call(self, function, &changed, true, 0, error))
        return false;
    *state = changed;
    return true;
}

static bool call_choose(void *self, int function, const struct state *state, int *case_index,
                        const struct selector *selector, struct error *error)
{
    struct functions *functions = self;
    lua_State *lua = sandbox_lua(functions->sandbox);
    if (!call(functions, function, borrow(state), false, 1, error))
        return false;
    const char *answer = lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : NULL;
    for (int i = 0; answer && i < selector->case_count; i++) {
        if (strcmp(answer, selector->cases[i]) == 0) {
            *case_index = i;
            lua_pop(lua, 1);
            return true;
        }
    }
    char found[128] = "";
    if (answer)
        snprintf(found, sizeof found, ", and '%.60s' is none of them", answer);
    lua_pop(lua, 1);
    return wrong_answer(functions, function, error, "the name of one of its cases", found);
}

/* ------------------------------------------------------------------------------ set-up ---- */

static int create(lua_State *lua)
{
    struct functions *functions = lua_touserdata(lua, 1);
    lua_newtable(lua);
    functions->table = luaL_ref(lua, LUA_REGISTRYINDEX);
    lua_newtable(lua);
    functions->names = luaL_ref(lua, LUA_REGISTRYINDEX);
    lua_newuserdatauv(lua, 0, 0);
    lua_newtable(lua);
    lua_pushlightuserdata(lua, functions);
    lua_pushcclosure(lua, read_state, 1);
    lua_setfield(lua, -2, "__index");
    lua_pushlightuserdata(lua, functions);
    lua_pushcclosure(lua, write_state, 1);
    lua_setfield(lua, -2, "__newindex");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    functions->handle = luaL_ref(lua, LUA_REGISTRYINDEX);
    return 0;
}

struct functions *functions_new(struct sandbox *sandbox, struct error *error)
{
    struct functions *functions = calloc(1, sizeof *functions);
    if (!functions)
        abort();
    functions->sandbox = sandbox;
    functions->evaluator = (struct evaluator){
        .self = functions, .guard = call_guard, .effect = call_effect, .choose = call_choose};
    if (!sandbox_protect(sandbox, 0, create, functions, error)) {
        free(functions);
        return NULL;
    }
    return functions;
}

void functions_free(struct functions *functions)
{
    free(functions);
}

int functions_keep(struct functions *functions)
{
    lua_State *lua = sandbox_lua(functions->sandbox);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, functions->table);
    lua_pushvalue(lua, -2);
    lua_rawseti(lua, -2, functions->count + 1);
    lua_pop(lua, 1);
    return functions->count++;
}

static void name(lua_State *lua, const char *text, enum name_kind kind, int index)
{
    lua_pushinteger(lua, (lua_Integer)kind | (lua_Integer)index << NAME_SHIFT);
    lua_setfield(lua, -2, text);
}

static int bind(lua_State *lua)
{
    const struct functions *functions = lua_touserdata(lua, 1);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, functions->names);
    name(lua, "mood", NAME_MOOD, 0);
    name(lua, "familiarity", NAME_FAMILIARITY, 0);
    name(lua, "turn", NAME_TURN, 0);
    for (int i = 0; i < functions->scenario->variable_count; i++)
        name(lua, functions->scenario->variables[i].id, NAME_VARIABLE, i);
    for (int i = 0; i < functions->scenario->draw_count; i++)
        name(lua, functions->scenario->draws[i].id, NAME_DRAW, i);
    return 0;
}

bool functions_bind(struct functions *functions, const struct scenario *scenario,
                    struct error *error)
{
    functions->scenario = scenario;
    return sandbox_protect(functions->sandbox, 0, bind, functions, error);
}

bool functions_read_turn(const struct functions *functions)
{
    return functions->turn_was_read;
}

bool functions_read_variable(const struct functions *functions, int variable)
{
    return functions->variable_was_read[variable];
}

const struct evaluator *functions_evaluator(struct functions *functions)
{
    return &functions->evaluator;
}
