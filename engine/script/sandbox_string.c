/*
 * sandbox_string.c: `string` and `utf8` for scripts.
 *
 * As in Lua's manual, without patterns and packing. Upper and lower case are those of ASCII,
 * whatever the locale. No function makes a zero byte (sandbox.c says why). `string.format` knows
 * %d %i %c %x %X %o %e %E %f %F %g %G %s and %%, and asks for numbers where it prints numbers.
 * Every text is put together in the sandbox's scratch, so none is longer than SANDBOX_STRING_MAX,
 * and is charged by its bytes.
 */
#include <stdio.h>
#include <string.h>

#include "script/sandbox_state.h"

/* ---- Parts of strings ---------------------------------------------------------------------- */

static int string_len(lua_State *lua)
{
    size_t length;
    luaL_checklstring(lua, 1, &length);
    lua_pushinteger(lua, (lua_Integer)length);
    return 1;
}

static int string_sub(lua_State *lua)
{
    size_t length, count;
    const char *text = luaL_checklstring(lua, 1, &length);
    lua_Integer first = sandbox_need_integer(lua, 2);
    size_t start = sandbox_range(first, sandbox_opt_integer(lua, 3, -1), length, &count);
    sandbox_charge_bytes(lua, count);
    lua_pushlstring(lua, text + start, count);
    return 1;
}

static int string_byte(lua_State *lua)
{
    size_t length, count;
    const char *text = luaL_checklstring(lua, 1, &length);
    lua_Integer first = sandbox_opt_integer(lua, 2, 1);
    size_t start = sandbox_range(first, sandbox_opt_integer(lua, 3, first), length, &count);
    if (count > SANDBOX_VALUES_MAX)
        return luaL_error(lua, "more than %d values at once", SANDBOX_VALUES_MAX);
    luaL_checkstack(lua, (int)count, "too many values");
    for (size_t i = 0; i < count; i++)
        lua_pushinteger(lua, (unsigned char)text[start + i]);
    return (int)count;
}

static int string_char(lua_State *lua)
{
    struct sandbox_text out = sandbox_text_begin(lua);
    int count = lua_gettop(lua);
    for (int i = 1; i <= count; i++) {
        lua_Integer code = sandbox_need_integer(lua, i);
        luaL_argcheck(lua, code >= 1 && code <= 255, i, "value out of range");
        char byte = (char)(unsigned char)code;
        sandbox_text_add(&out, &byte, 1);
    }
    return sandbox_text_push(&out);
}

static int string_rep(lua_State *lua)
{
    size_t length, between;
    const char *text = luaL_checklstring(lua, 1, &length);
    lua_Integer count = sandbox_need_integer(lua, 2);
    const char *separator = luaL_optlstring(lua, 3, "", &between);
    struct sandbox_text out = sandbox_text_begin(lua);
    if (length + between == 0)
        count = 0; /* nothing, however often */
    for (lua_Integer i = 0; i < count; i++) {
        if (i > 0)
            sandbox_text_add(&out, separator, between);
        sandbox_text_add(&out, text, length);
    }
    return sandbox_text_push(&out);
}

/* ---- Strings changed byte by byte ---------------------------------------------------------- */

static char lower_byte(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static char upper_byte(char byte)
{
    return byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
}

static int change_bytes(lua_State *lua, char (*change)(char byte))
{
    size_t length;
    const char *text = luaL_checklstring(lua, 1, &length);
    struct sandbox_text out = sandbox_text_begin(lua);
    sandbox_text_add(&out, text, length);
    for (size_t i = 0; i < length; i++)
        out.data[i] = change(text[i]);
    return sandbox_text_push(&out);
}

static int string_lower(lua_State *lua)
{
    return change_bytes(lua, lower_byte);
}

static int string_upper(lua_State *lua)
{
    return change_bytes(lua, upper_byte);
}

static int string_reverse(lua_State *lua)
{
    size_t length;
    const char *text = luaL_checklstring(lua, 1, &length);
    struct sandbox_text out = sandbox_text_begin(lua);
    sandbox_text_add(&out, text, length);
    for (size_t i = 0; i < length; i++)
        out.data[i] = text[length - 1 - i];
    return sandbox_text_push(&out);
}

/* ---- Formatting ---------------------------------------------------------------------------- */

#define FORMAT_WORK 16 /* for one conversion: printing a number takes this long */

struct conversion {
    char flags[6]; /* of "-+ #0", each at most once */
    int width;     /* 0 for none, at most 99 */
    int precision; /* -1 for none, at most 99 */
    char kind;
};

static int read_two_digits(const char **at)
{
    int number = 0;
    for (int i = 0; i < 2 && **at >= '0' && **at <= '9'; i++)
        number = number * 10 + *(*at)++ - '0';
    return number;
}

/* Reads what follows a '%'; a malformed conversion ends with a `kind` that nobody knows. */
static struct conversion read_conversion(const char **at)
{
    struct conversion conversion = {.precision = -1};
    size_t flags = 0;
    while (**at != '\0' && strchr("-+ #0", **at) != NULL && strchr(conversion.flags, **at) == NULL)
        conversion.flags[flags++] = *(*at)++;
    conversion.width = read_two_digits(at);
    if (**at == '.') {
        ++*at;
        conversion.precision = read_two_digits(at);
    }
    conversion.kind = **at;
    if (conversion.kind != '\0')
        ++*at;
    return conversion;
}

/* The format for C: with the width and precision as numbers, and `length` before the kind. */
static void write_c_format(char out[32], const struct conversion *conversion, const char *length)
{
    int used = snprintf(out, 32, "%%%s", conversion->flags);
    if (conversion->width > 0)
        used += snprintf(out + used, 32 - (size_t)used, "%d", conversion->width);
    if (conversion->precision >= 0)
        used += snprintf(out + used, 32 - (size_t)used, ".%d", conversion->precision);
    snprintf(out + used, 32 - (size_t)used, "%s%c", length, conversion->kind);
}

/* The one place where C gets a format that is not literal: it was put together just above. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void add_number(struct sandbox_text *out, const struct conversion *conversion, int index)
{
    char format[32];
    char text[512]; /* the longest is %99.99f of the largest number: 309 digits, point, 99 digits */
    int length;
    if (strchr("dixXo", conversion->kind) != NULL) {
        write_c_format(format, conversion, "ll");
        lua_Integer number = sandbox_need_integer(out->lua, index);
        length = snprintf(text, sizeof text, format, (long long)number);
    } else {
        write_c_format(format, conversion, "");
        luaL_checktype(out->lua, index, LUA_TNUMBER);
        length = snprintf(text, sizeof text, format, (double)lua_tonumber(out->lua, index));
    }
    sandbox_text_add(out, text, (size_t)length);
}
#pragma GCC diagnostic pop

static void add_padded(struct sandbox_text *out, const struct conversion *conversion,
                       const char *text, size_t length)
{
    size_t width = (size_t)conversion->width;
    size_t padding = width > length ? width - length : 0;
    bool left = strchr(conversion->flags, '-') != NULL;
    char spaces[100];
    memset(spaces, ' ', sizeof spaces);
    if (!left)
        sandbox_text_add(out, spaces, padding);
    sandbox_text_add(out, text, length);
    if (left)
        sandbox_text_add(out, spaces, padding);
}

static void add_string(struct sandbox_text *out, const struct conversion *conversion, int index)
{
    size_t length;
    luaL_checkany(out->lua, index);
    const char *text = sandbox_push_tostring(out->lua, index, &length);
    if (conversion->precision >= 0 && length > (size_t)conversion->precision)
        length = (size_t)conversion->precision;
    add_padded(out, conversion, text, length);
    lua_pop(out->lua, 1);
}

/* The flags that a kind of conversion may have; NULL for an unknown kind. */
static const char *known_flags(char kind)
{
    switch (kind) {
    case 'd':
    case 'i':
        return "-+0 ";
    case 'x':
    case 'X':
    case 'o':
        return "-#0";
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        return "-+#0 ";
    case 'c':
    case 's':
        return "-";
    default:
        return NULL;
    }
}

static void add_conversion(struct sandbox_text *out, const struct conversion *conversion, int index)
{
    const char *flags = known_flags(conversion->kind);
    sandbox_charge(out->lua, FORMAT_WORK);
    if (flags == NULL || strspn(conversion->flags, flags) != strlen(conversion->flags))
        luaL_error(out->lua, "string.format does not know this conversion (ending in '%c')",
                   conversion->kind > ' ' && conversion->kind <= '~' ? conversion->kind : '?');
    if (conversion->kind == 'c') {
        lua_Integer code = sandbox_need_integer(out->lua, index);
        luaL_argcheck(out->lua, code >= 1 && code <= 255, index, "value out of range");
        char byte = (char)(unsigned char)code;
        add_padded(out, conversion, &byte, 1);
    } else if (conversion->kind == 's') {
        add_string(out, conversion, index);
    } else {
        add_number(out, conversion, index);
    }
}

static int string_format(lua_State *lua)
{
    size_t length;
    const char *at = luaL_checklstring(lua, 1, &length);
    const char *end = at + length;
    struct sandbox_text out = sandbox_text_begin(lua);
    int index = 1;
    while (at < end) {
        const char *percent = memchr(at, '%', (size_t)(end - at));
        const char *stop = percent != NULL ? percent : end;
        sandbox_text_add(&out, at, (size_t)(stop - at));
        if (percent == NULL)
            break;
        at = percent + 1;
        if (*at == '%') {
            sandbox_text_add(&out, "%", 1);
            at++;
            continue;
        }
        struct conversion conversion = read_conversion(&at);
        add_conversion(&out, &conversion, ++index);
    }
    return sandbox_text_push(&out);
}

const luaL_Reg sandbox_string_functions[] = {
    {"byte", string_byte},       {"char", string_char},
    {"format", string_format},   {"len", string_len},
    {"lower", string_lower},     {"rep", string_rep},
    {"reverse", string_reverse}, {"sub", string_sub},
    {"upper", string_upper},     {NULL, NULL},
};

/* ---- utf8 ---------------------------------------------------------------------------------- */

static void add_character(struct sandbox_text *out, uint32_t code)
{
    char bytes[4];
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char marks[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = size; i-- > 1; code >>= 6)
        bytes[i] = (char)(unsigned char)(0x80 | (code & 0x3F));
    bytes[0] = (char)(unsigned char)(marks[size] | code);
    sandbox_text_add(out, bytes, size);
}

static int utf8_char(lua_State *lua)
{
    struct sandbox_text out = sandbox_text_begin(lua);
    int count = lua_gettop(lua);
    for (int i = 1; i <= count; i++) {
        lua_Integer code = sandbox_need_integer(lua, i);
        luaL_argcheck(lua, code >= 1 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF), i,
                      "no character has this number");
        add_character(&out, (uint32_t)code);
    }
    return sandbox_text_push(&out);
}

/* The number of characters that start in a range; nil and the place of the first broken one. */
static int utf8_len(lua_State *lua)
{
    size_t length, count;
    const char *text = luaL_checklstring(lua, 1, &length);
    lua_Integer first = sandbox_opt_integer(lua, 2, 1);
    size_t at = sandbox_range(first, sandbox_opt_integer(lua, 3, -1), length, &count);
    size_t end = at + count;
    lua_Integer characters = 0;
    sandbox_charge_bytes(lua, count);
    for (; at < end; characters++) {
        uint32_t code;
        size_t size = sandbox_character(text + at, length - at, &code);
        if (size == 0) {
            lua_pushnil(lua);
            lua_pushinteger(lua, (lua_Integer)at + 1);
            return 2;
        }
        at += size;
    }
    lua_pushinteger(lua, characters);
    return 1;
}

static int utf8_codepoint(lua_State *lua)
{
    size_t length, count;
    const char *text = luaL_checklstring(lua, 1, &length);
    lua_Integer first = sandbox_opt_integer(lua, 2, 1);
    size_t at = sandbox_range(first, sandbox_opt_integer(lua, 3, first), length, &count);
    size_t end = at + count;
    luaL_checkstack(lua, SANDBOX_VALUES_MAX, "too many values");
    int pushed = 0;
    while (at < end) {
        uint32_t code;
        size_t size = sandbox_character(text + at, length - at, &code);
        if (size == 0)
            return luaL_error(lua, "invalid UTF-8 code");
        if (pushed == SANDBOX_VALUES_MAX)
            return luaL_error(lua, "more than %d values at once", SANDBOX_VALUES_MAX);
        lua_pushinteger(lua, code);
        pushed++;
        at += size;
    }
    return pushed;
}

const luaL_Reg sandbox_utf8_functions[] = {
    {"char", utf8_char},
    {"codepoint", utf8_codepoint},
    {"len", utf8_len},
    {NULL, NULL},
};
