/* reader.c: checked access to the tables that a scenario file returned. */
#include "script/reader.h"

#include <assert.h>
#include <lauxlib.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "script/construct.h"

enum { FAULTS_MAX = 100, KEYS_MAX = 1000 };

static_assert(SANDBOX_FIELDS_MAX <= KEYS_MAX, "every name of a table has a place below");

/* ---------------------------------------------------------------------------- faults ---- */

static void __attribute__((format(printf, 4, 0)))
add_fault(struct fault_list *list, const char *file, int line, const char *format,
          va_list arguments)
{
    if (list->count == FAULTS_MAX) {
        list->dropped++;
        return;
    }
    struct fault *grown = realloc(list->faults, (size_t)(list->count + 1) * sizeof *list->faults);
    if (!grown)
        abort();
    list->faults = grown;
    struct fault *fault = &list->faults[list->count++];
    snprintf(fault->file, sizeof fault->file, "%s", file);
    fault->line = line;
    fault->kind = FAULT_FILE;
    char raw[2 * sizeof fault->message];
    vsnprintf(raw, sizeof raw, format, arguments);
    char *clean = text_clean(raw, strlen(raw), sizeof fault->message - 1, false);
    snprintf(fault->message, sizeof fault->message, "%s", clean);
    free(clean);
}

void fault_list_add(struct fault_list *list, const char *file, int line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_fault(list, file, line, format, arguments);
    va_end(arguments);
}

void reader_fault(struct reader *reader, const char *key, const char *format, ...)
{
    va_list arguments;
    size_t mark = key ? reader_enter(reader, key) : strlen(reader->path);
    va_start(arguments, format);
    add_fault(reader->faults, reader->file, reader_line(reader), format, arguments);
    va_end(arguments);
    reader_leave(reader, mark);
}

void reader_fault_is(struct reader *reader, enum fault_kind kind)
{
    if (reader->faults->count > 0 && reader->faults->dropped == 0)
        reader->faults->faults[reader->faults->count - 1].kind = kind;
}

int reader_line(const struct reader *reader)
{
    return locator_line(reader->locator, reader->path);
}

int reader_faults(const struct reader *reader)
{
    return reader->faults->count + reader->faults->dropped;
}

size_t reader_enter(struct reader *reader, const char *key)
{
    size_t mark = strlen(reader->path);
    snprintf(reader->path + mark, sizeof reader->path - mark, "%s%s", mark > 0 ? "." : "", key);
    return mark;
}

size_t reader_enter_at(struct reader *reader, int position)
{
    size_t mark = strlen(reader->path);
    snprintf(reader->path + mark, sizeof reader->path - mark, "[%d]", position);
    return mark;
}

void reader_leave(struct reader *reader, size_t mark)
{
    reader->path[mark] = '\0';
}

const char *reader_suggestion(struct reader *reader, const char *word, const char *const *known,
                              int count)
{
    const char *near = error_nearest(word, known, count);
    return near ? arena_printf(reader->arena, " (did you mean '%s'?)", near) : "";
}

/* ------------------------------------------------------------------------------ tables ---- */

static bool is_table(struct reader *reader)
{
    if (lua_istable(reader->lua, -1))
        return true;
    reader_fault(reader, NULL, "expected { ... } here, found a %s", luaL_typename(reader->lua, -1));
    return false;
}

bool reader_check_keys(struct reader *reader, const char *const *known)
{
    int count = 0;
    while (known[count])
        count++;
    if (!is_table(reader))
        return false;
    for (lua_pushnil(reader->lua); lua_next(reader->lua, -2); lua_pop(reader->lua, 1)) {
        if (lua_type(reader->lua, -2) != LUA_TSTRING) {
            reader_fault(reader, NULL, "a value without a key stands here: write key = value");
            continue;
        }
        const char *key = lua_tostring(reader->lua, -2);
        bool found = false;
        for (int i = 0; i < count; i++)
            found |= strcmp(known[i], key) == 0;
        if (!found)
            reader_fault(reader, key, "unknown key '%s'%s", key,
                         reader_suggestion(reader, key, known, count));
    }
    return true;
}

bool reader_field(struct reader *reader, const char *key)
{
    if (!lua_istable(reader->lua, -1))
        return false;
    lua_pushstring(reader->lua, key);
    lua_rawget(reader->lua, -2);
    if (!lua_isnil(reader->lua, -1))
        return true;
    lua_pop(reader->lua, 1);
    return false;
}

void reader_check_arguments(struct reader *reader, int most)
{
    int count = construct_count(reader->lua, -1);
    if (count > most)
        reader_fault(reader, NULL, "%s takes %d value%s, not %d",
                     construct_name((enum construct_kind)construct_kind(reader->lua, -1)), most,
                     most == 1 ? "" : "s", count);
}

bool id_is_valid(const char *text)
{
    if (text[0] < 'a' || text[0] > 'z' || strlen(text) > 48)
        return false;
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen(text);
}

struct placed_key {
    const char *key;
    int line;
};

static int compare_keys(const void *left, const void *right)
{
    const struct placed_key *a = left, *b = right;
    return a->line != b->line ? (a->line < b->line ? -1 : 1) : strcmp(a->key, b->key);
}

/* Curriculum ids ("FE-3.1") and pack/rule names are keys too, so any clean short text will do. */
static bool key_is_usable(struct reader *reader)
{
    size_t length = 0;
    if (lua_type(reader->lua, -2) != LUA_TSTRING) {
        reader_fault(reader, NULL, "a value without a name stands here: write name = value");
        return false;
    }
    const char *key = lua_tolstring(reader->lua, -2, &length);
    if (length > 0 && length <= 64 && strlen(key) == length && text_is_clean(key, length) &&
        !strchr(key, '\n'))
        return true;
    reader_fault(reader, NULL, "a name here is empty, too long or holds control characters");
    return false;
}

int reader_keys(struct reader *reader, const char *const **keys)
{
    struct placed_key placed[KEYS_MAX];
    int count = 0;
    *keys = NULL;
    if (!is_table(reader))
        return 0;
    for (lua_pushnil(reader->lua); lua_next(reader->lua, -2); lua_pop(reader->lua, 1)) {
        if (!key_is_usable(reader))
            continue;
        assert(count < KEYS_MAX);
        const char *key = arena_strdup(reader->arena, lua_tostring(reader->lua, -2));
        size_t mark = reader_enter(reader, key);
        placed[count++] = (struct placed_key){.key = key, .line = reader_line(reader)};
        reader_leave(reader, mark);
    }
    qsort(placed, (size_t)count, sizeof *placed, compare_keys);
    const char **sorted = arena_alloc(reader->arena, (size_t)count + 1, sizeof *sorted);
    for (int i = 0; i < count; i++)
        sorted[i] = placed[i].key;
    *keys = sorted;
    return count;
}

int reader_length(struct reader *reader)
{
    if (!is_table(reader))
        return 0;
    lua_Unsigned length = lua_rawlen(reader->lua, -1);
    lua_Unsigned entries = 0;
    for (lua_pushnil(reader->lua); lua_next(reader->lua, -2); lua_pop(reader->lua, 1))
        entries++;
    if (entries != length || length > KEYS_MAX) {
        reader_fault(reader, NULL, "expected a plain list { ..., ... } of at most %d here",
                     KEYS_MAX);
        return 0;
    }
    return (int)length;
}

/* ------------------------------------------------------------------------------ values ---- */

const char *reader_string(struct reader *reader, const char *fallback)
{
    size_t length;
    if (lua_type(reader->lua, -1) != LUA_TSTRING) {
        reader_fault(reader, NULL, "expected a \"text\" here, found a %s",
                     luaL_typename(reader->lua, -1));
        return fallback;
    }
    const char *text = lua_tolstring(reader->lua, -1, &length);
    if (!text_is_clean(text, length) || memchr(text, '\n', length)) {
        reader_fault(reader, NULL,
                     "this text holds a control character, a line break or broken UTF-8");
        return fallback;
    }
    char *clean = text_clean(text, length, SANDBOX_STRING_MAX, false);
    const char *kept = arena_strdup(reader->arena, clean);
    free(clean);
    return kept;
}

const char *reader_id(struct reader *reader)
{
    const char *id = reader_string(reader, NULL);
    if (id && !id_is_valid(id)) {
        reader_fault(reader, NULL,
                     "'%s' can't be a name: use lower-case letters, digits and hyphens", id);
        return NULL;
    }
    return id;
}

int reader_integer(struct reader *reader, int low, int high, int fallback)
{
    int is_number;
    lua_Integer value = lua_tointegerx(reader->lua, -1, &is_number);
    if (lua_type(reader->lua, -1) != LUA_TNUMBER) {
        reader_fault(reader, NULL, "expected a whole number here, found a %s",
                     luaL_typename(reader->lua, -1));
        return fallback;
    }
    if (!is_number) {
        reader_fault(reader, NULL, "%.10g is no whole number", lua_tonumber(reader->lua, -1));
        return fallback;
    }
    if (value < low || value > high) {
        reader_fault(reader, NULL, "%lld is out of range: use %d to %d", (long long)value, low,
                     high);
        return fallback;
    }
    return (int)value;
}

bool reader_boolean(struct reader *reader, bool fallback)
{
    if (lua_isboolean(reader->lua, -1))
        return lua_toboolean(reader->lua, -1);
    reader_fault(reader, NULL, "expected true or false here");
    return fallback;
}

struct text text_empty(const char *key)
{
    struct text text = {.key = key};
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        text.words[i] = "";
    return text;
}

static bool has_field(struct reader *reader, const char *key)
{
    bool found = reader_field(reader, key);
    if (found)
        lua_pop(reader->lua, 1);
    return found;
}

struct text reader_text(struct reader *reader, const char *key)
{
    static const char *const known[] = {"zh", "en", NULL};
    struct text text = text_empty(arena_strdup(reader->arena, key));
    if (!lua_istable(reader->lua, -1)) {
        reader_fault(reader, NULL, "expected { zh = \"...\", en = \"...\" } here, found a %s",
                     luaL_typename(reader->lua, -1));
        return text;
    }
    reader_check_keys(reader, known);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        const char *code = language_code((enum language)language);
        const char *words = reader_string_field(reader, code, false, NULL);
        if (words ? words[0] == '\0' : !has_field(reader, code)) {
            reader_fault(reader, NULL, "the text in '%s' is missing: add %s = \"...\"", code, code);
            reader_fault_is(reader, FAULT_TRANSLATION);
        }
        text.words[language] = words ? words : "";
    }
    return text;
}

static void missing(struct reader *reader, const char *key)
{
    reader_fault(reader, NULL, "'%s' is missing here", key);
}

const char *reader_string_field(struct reader *reader, const char *key, bool required,
                                const char *fallback)
{
    if (!reader_field(reader, key)) {
        if (required)
            missing(reader, key);
        return fallback;
    }
    size_t mark = reader_enter(reader, key);
    const char *value = reader_string(reader, fallback);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return value;
}

int reader_integer_field(struct reader *reader, const char *key, bool required, int low, int high,
                         int fallback)
{
    if (!reader_field(reader, key)) {
        if (required)
            missing(reader, key);
        return fallback;
    }
    size_t mark = reader_enter(reader, key);
    int value = reader_integer(reader, low, high, fallback);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return value;
}

bool reader_boolean_field(struct reader *reader, const char *key, bool fallback)
{
    if (!reader_field(reader, key))
        return fallback;
    size_t mark = reader_enter(reader, key);
    bool value = reader_boolean(reader, fallback);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return value;
}

struct text reader_text_field(struct reader *reader, const char *key, bool required,
                              const char *text_key)
{
    if (!reader_field(reader, key)) {
        if (required)
            missing(reader, key);
        return text_empty(arena_strdup(reader->arena, text_key));
    }
    size_t mark = reader_enter(reader, key);
    struct text text = reader_text(reader, text_key);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return text;
}

/* ---------------------------------------------------------------------------- terms ---- */

int reader_term(struct reader *reader, const char *what, const struct term *terms, int count)
{
    const char *known[KEYS_MAX];
    if (lua_type(reader->lua, -1) != LUA_TSTRING) {
        reader_fault(reader, NULL, "expected the name of %s here, found a %s", what,
                     luaL_typename(reader->lua, -1));
        return -1;
    }
    const char *word = lua_tostring(reader->lua, -1);
    int index = term_find(terms, count, word);
    if (index >= 0)
        return index;
    for (int i = 0; i < count; i++)
        known[i] = terms[i].id;
    reader_fault(reader, NULL, "unknown %s '%s'%s", what, word,
                 reader_suggestion(reader, word, known, count));
    return -1;
}

uint64_t reader_terms(struct reader *reader, const char *what, const struct term *terms, int count)
{
    uint64_t set = 0;
    if (lua_type(reader->lua, -1) == LUA_TSTRING) {
        int index = reader_term(reader, what, terms, count);
        return index < 0 ? 0 : UINT64_C(1) << index;
    }
    int length = reader_length(reader);
    for (int i = 1; i <= length; i++) {
        size_t mark = reader_enter_at(reader, i);
        lua_rawgeti(reader->lua, -1, i);
        int index = reader_term(reader, what, terms, count);
        if (index >= 0)
            set |= UINT64_C(1) << index;
        lua_pop(reader->lua, 1);
        reader_leave(reader, mark);
    }
    return set;
}
