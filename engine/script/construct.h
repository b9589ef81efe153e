/*
 * construct.h: the words a scenario file is written with.
 *
 * scenario, course, exercise, rubric, vocabulary, sources, pack, rule, int, flag, chance, pick,
 * any, all, mood and the DECLARE templates are functions that only wrap their arguments: each gives
 * an opaque value (a userdata) of one kind, which the builders take apart afterwards. A script can
 * pass such a value on, and nothing else.
 */
#ifndef YANLIAN_SCRIPT_CONSTRUCT_H
#define YANLIAN_SCRIPT_CONSTRUCT_H

#include "script/sandbox.h"

/* X(ENUM, name in files): values with a body { … } that follow a name, as in scenario "id" { … } */
#define CONSTRUCT_KINDS(X)      \
    X(SCENARIO, "scenario")     \
    X(COURSE, "course")         \
    X(EXERCISE, "exercise")     \
    X(RUBRIC, "rubric")         \
    X(VOCABULARY, "vocabulary") \
    X(SOURCES, "sources")       \
    X(PACK, "pack")             \
    X(RULE, "rule")             \
    X(INT, "int")               \
    X(FLAG, "flag")             \
    X(CHANCE, "chance")         \
    X(PICK, "pick")             \
    X(ANY, "any")               \
    X(ALL, "all")               \
    X(MOOD, "mood")             \
    X(TEMPLATE, "template")

enum construct_kind {
#define X(name, text) CONSTRUCT_##name,
    CONSTRUCT_KINDS(X)
#undef X
        CONSTRUCT_KIND_COUNT
};

/* Adds the functions to the sandbox's surface; before any chunk is run. */
void construct_register(struct sandbox *sandbox);

/* The kind of the value at `index`, or -1 when it is none of ours. */
int construct_kind(lua_State *lua, int index);
const char *construct_name(enum construct_kind kind);

/*
 * Pushes argument `number` (from 1) of the value at `index`; nil beyond the last. For the kinds
 * with a name (scenario, course, exercise, rubric, pack, rule) 1 is the name, 2 the body; a pack
 * has its rules as 3. For TEMPLATE, 1 is the template's name and its operands follow.
 */
void construct_push(lua_State *lua, int index, int number);
int construct_count(lua_State *lua, int index);

#endif
