/*
 * test_sandbox_library.c: what the library functions answer: an expression, and what it comes to.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "script/sandbox.h"

struct expression {
    const char *source; /* one value or several, joined by "|" below */
    const char *text;   /* or, after "!", words of the error */
};

static const char wrapping[] =
    "local function join(...)\n"
    "  local out = {}\n"
    "  for i = 1, select('#', ...) do out[i] = tostring((select(i, ...))) end\n"
    "  return table.concat(out, '|')\n"
    "end\n"
    "return join(%s)\n";

static void check(struct sandbox *sandbox, const struct expression *expression)
{
    char source[2000];
    struct error error = {.code = ERROR_NONE};
    size_t at = (size_t)(strstr(wrapping, "%s") - wrapping);
    snprintf(source, sizeof source, "%.*s%s%s", (int)at, wrapping, expression->source,
             wrapping + at + 2);
    bool done = sandbox_run(sandbox, "expression", source, strlen(source), &error);
    if (expression->text[0] == '!') {
        if (done || strstr(error.message, expression->text + 1) == NULL)
            fail_msg("%s: %s", expression->source, done ? "no error" : error.message);
        return;
    }
    if (!done)
        fail_msg("%s: %s", expression->source, error.message);
    const char *text = lua_tostring(sandbox_lua(sandbox), -1);
    if (strcmp(text, expression->text) != 0)
        fail_msg("%s: \"%s\", not \"%s\"", expression->source, text, expression->text);
    lua_settop(sandbox_lua(sandbox), 0);
}

static void check_all(const struct expression *expressions, size_t count)
{
    struct sandbox *sandbox = sandbox_new(NULL, NULL);
    assert_non_null(sandbox);
    for (size_t i = 0; i < count; i++)
        check(sandbox, &expressions[i]);
    sandbox_free(sandbox);
}

#define CHECK_ALL(table) check_all(table, sizeof(table) / sizeof(table)[0])

static void base(void **unused)
{
    (void)unused;
    static const struct expression expressions[] = {
        {"assert(1, 2, 3)", "1|2|3"},
        {"pcall(error, 'x')", "false|x"},
        {"pcall(error)", "false|nil"},
        {"pcall(pcall)", "false|bad argument #1 to '?' (value expected)"},
        {"pcall(pcall, error, 1)", "true|false|1"},
        {"pcall(select, '#', 1, 2)", "true|2"},
        {"select('#')", "0"},
        {"select('#', nil, nil)", "2"},
        {"select(2, 'a', 'b', 'c')", "b|c"},
        {"select(-1, 'a', 'b', 'c')", "c"},
        {"select(0)", "!index out of range"},
        {"type(nil), type(1), type('x'), type({}), type(type), type(true)",
         "nil|number|string|table|function|boolean"},
        {"type()", "!value expected"},
        {"tostring(1), tostring(1.0), tostring(-0.0), tostring(1e15), tostring(2^63)",
         "1|1.0|-0.0|1e+15|9.2233720368548e+18"},
        {"tostring({}), tostring(print_ and 1 or type)", "!unknown name"},
        {"tonumber('10'), tonumber(' 0x1F '), tonumber('1e2'), tonumber('x'), tonumber('')",
         "10|31|100.0|nil|nil"},
        {"tonumber(5), tonumber(nil), tonumber({})", "5|nil|nil"},
        {"tonumber('ff', 16), tonumber('-zz', 36), tonumber(' 101 ', 2), tonumber('2', 2)",
         "255|-1295|5|nil"},
        {"tonumber('', 10), tonumber('-', 10), tonumber('1 1', 10)", "nil|nil|nil"},
        {"tonumber('10', 1)", "!base out of range"},
        {"tonumber('1e5\\n'), tonumber('nan'), tonumber('inf')", "100000.0|nil|nil"},
    };
    CHECK_ALL(expressions);
}

static void strings(void **unused)
{
    (void)unused;
    static const struct expression expressions[] = {
        {"('hello'):sub(2, 4), ('hello'):sub(-3), ('hello'):sub(0), ('hello'):sub(9)",
         "ell|llo|hello|"},
        {"('hello'):sub(2, -2), ('hello'):sub(-100, 100), ('hello'):sub(3, 2)", "ell|hello|"},
        {"('x'):sub(math.mininteger, math.maxinteger), ('x'):sub(2^53)", "x|"},
        {"('abc'):byte(), ('abc'):byte(-1), ('abc'):byte(1, 3)", "97|99|97|98|99"},
        {"('abc'):byte(10)", ""},
        {"string.char(), string.char(72, 105)", "|Hi"},
        {"string.char(256)", "!out of range"},
        {"('ab'):rep(3), ('ab'):rep(3, ','), ('ab'):rep(0), ('ab'):rep(-1)", "ababab|ab,ab,ab||"},
        {"#('x'):rep(65536), pcall(string.rep, 'x', 65537)",
         "65536|false|the text would be longer than 64 KiB"},
        {"('abc'):reverse(), (''):reverse()", "cba|"},
        {"('aBc\xC3\x84'):upper(), ('AbC\xC3\x84'):lower()", "ABC\xC3\x84|abc\xC3\x84"},
        {"('abc'):len(), #'\xE4\xB8\xAD'", "3|3"},
        {"(5 .. ''):rep(2), string.len(10)", "55|2"},
        {"string.rep('x', '3')", "!number expected, got string"},
    };
    CHECK_ALL(expressions);
}

static void formats(void **unused)
{
    (void)unused;
    static const struct expression expressions[] = {
        {"('%d %5d|%-5d|%05d|%+d|% d'):format(1, 2, 3, 4, 5, 6)", "1     2|3    |00004|+5| 6"},
        {"('%i %x %X %#x %o'):format(-1, 255, 255, 255, 8)", "-1 ff FF 0xff 10"},
        {"('%x'):format(-1), ('%d'):format(3.0)", "ffffffffffffffff|3"},
        {"('%d'):format(3.5)", "!no integer representation"},
        {"('%d'):format('3')", "!number expected, got string"},
        {"('%.3f %8.2f %e %g %G'):format(1, 2, 3, 0.1, 1e100)",
         "1.000     2.00 3.000000e+00 0.1 1E+100"},
        {"('%.0f %#.0f %.f'):format(1.5, 1, 2.5)", "2 1. 2"},
        {"('%5s|%-5s|%.2s|%5.1s|%s'):format('ab', 'ab', 'abc', 'abc', nil)",
         "   ab|ab   |ab|    a|nil"},
        {"('%s %s %s'):format({}, 1.5, true)", "table 1.5 true"},
        {"('%c%c'):format(72, 105), ('%3c|%-3c|'):format(65, 66)", "Hi|  A|B  |"},
        {"('100%%'):format(), ('%%d'):format()", "100%|%d"},
        {"#('%99d'):format(1), #('%.99f'):format(1e308), #('%99s'):format('x')", "99|409|99"},
        {"('%100d'):format(1)", "!does not know this conversion"},
        {"('%.100f'):format(1)", "!does not know this conversion"},
        {"('%q'):format('x')", "!does not know this conversion (ending in 'q')"},
        {"('%a'):format(1)", "!does not know this conversion"},
        {"('%ld'):format(1)", "!does not know this conversion"},
        {"('%0s'):format('x')", "!does not know this conversion"},
        {"('%\\1'):format('x')", "!(ending in '?')"},
        {"('%s'):format()", "!value expected"},
    };
    CHECK_ALL(expressions);
}

static void utf8(void **unused)
{
    (void)unused;
    static const struct expression expressions[] = {
        {"utf8.char(), utf8.char(65, 0xE9, 0x4E2D, 0x1F600)",
         "|A\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80"},
        {"utf8.len(''), utf8.len('a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80')", "0|4"},
        {"utf8.len('\xE4\xB8\xAD\xE6\x96\x87', 4), utf8.len('\xE4\xB8\xAD\xE6\x96\x87', -3)",
         "1|1"},
        {"utf8.len('a\\xFFb'), utf8.len('\xE4\xB8\xAD', 2)", "nil|nil|2"},
        {"utf8.len('\\xED\\xA0\\x80')", "nil|1"},
        {"utf8.len('\\xF4\\x90\\x80\\x80')", "nil|1"},
        {"utf8.len('\\xC0\\xAF')", "nil|1"},
        {"utf8.len('\\xE4\\xB8')", "nil|1"},
        {"utf8.codepoint('\xE4\xB8\xAD'), utf8.codepoint('ab\xE4\xB8\xAD', 1, -1)",
         "20013|97|98|20013"},
        {"utf8.codepoint('')", ""},
        {"utf8.char(-1)", "!no character has this number"},
    };
    CHECK_ALL(expressions);
}

static void tables(void **unused)
{
    (void)unused;
    static const struct expression expressions[] = {
        {"table.concat({}), table.concat({ 1, 2.5, 'x' }), table.concat({ 1, 2, 3 }, ', ', 2)",
         "|12.5x|2, 3"},
        {"table.concat({ 1, 2, 3 }, '-', 2, 2), table.concat({}, '-', 2, 1)", "2|"},
        {"table.concat({ [math.maxinteger] = 'x' }, '-', math.maxinteger, math.maxinteger)", "x"},
        {"(function() local t = { 1, 3 } table.insert(t, 2, 2) table.insert(t, 4) "
         "table.insert(t, 1, 0) return table.concat(t, ' ') end)()",
         "0 1 2 3 4"},
        {"table.insert({}, 2, 1)", "!out of bounds"},
        {"table.insert({})", "!wrong number of arguments"},
        {"(function() local t = { 1, 2, 3, 4 } local a, b = table.remove(t), table.remove(t, 1) "
         "return a, b, table.remove({}), table.concat(t, ' ') end)()",
         "4|1|nil|2 3"},
        {"(function() local t = { 1, 2 } return table.remove(t, 3), #t end)()", "nil|2"},
        {"table.remove({ 1 }, 5)", "!out of bounds"},
        {"table.unpack({ 1, 2, 3 })", "1|2|3"},
        {"table.unpack({ 1, 2, 3 }, 2), table.unpack({ 1, 2, 3 }, -1, 1)", "2|nil|nil|1"},
        {"table.unpack({}, 1, 0)", ""},
        {"select('#', table.unpack({}, 1, 250))", "250"},
        {"table.unpack({}, 1, 251)", "!more than 250 values at once"},
    };
    CHECK_ALL(expressions);
}

static void sorting(void **unused)
{
    (void)unused;
    static const struct expression expressions[] = {
        {"(function() local t = { 3, 1, 2, 5, 4 } table.sort(t) return table.concat(t, ' ') end)()",
         "1 2 3 4 5"},
        {"(function() local t = { 'b', 'B', 'a', '\xE4\xB8\xAD', '' } table.sort(t) "
         "return table.concat(t, ' ') end)()",
         " B a b \xE4\xB8\xAD"},
        {"(function() local t = { 1, 2, 3 } table.sort(t, function(a, b) return a > b end) "
         "return table.concat(t, ' ') end)()",
         "3 2 1"},
        /* What is equal keeps its order, and 1000 items come out sorted. */
        {"(function() local t, out = {}, {} for i = 1, 1000 do t[i] = { (i * 7919) % 10, i } end "
         "table.sort(t, function(a, b) return a[1] < b[1] end) "
         "for i = 2, 1000 do local a, b = t[i - 1], t[i] "
         "if a[1] > b[1] or a[1] == b[1] and a[2] > b[2] then return 'wrong' end end "
         "return 'stable' end)()",
         "stable"},
        {"(function() for n = 0, 40 do local t = {} for i = 1, n do t[i] = (i * 37) % 41 end "
         "table.sort(t) for i = 2, n do if t[i - 1] > t[i] then return n end end "
         "if #t ~= n then return n end end return 'all' end)()",
         "all"},
        {"table.sort({ 1, 2 }, 1)", "!function expected"},
        {"table.sort()", "!table expected"},
    };
    CHECK_ALL(expressions);
}

static void walking(void **unused)
{
    (void)unused;
    static const struct expression expressions[] = {
        {"(function() local out = {} for k in pairs({ z = 1, a = 1, Z = 1, [3] = 1, [-7] = 1, 1, "
         "[true] = 1, [false] = 1, ab = 1, [''] = 1, [2^53] = 1, ['\xE4\xB8\xAD'] = 1 }) do "
         "out[#out + 1] = tostring(k) end return table.concat(out, ' ') end)()",
         "-7 1 3 9007199254740992  Z a ab z \xE4\xB8\xAD false true"},
        {"(function() local t, out = { a = 1, b = 2, c = 3 }, {} for k, v in pairs(t) do "
         "t.b, t.c, t.d = nil, 4, 5 out[#out + 1] = k .. v end return table.concat(out, ' ') "
         "end)()",
         "a1 c4"},
        {"(function() local n = 0 for i, v in ipairs({ 1, 2, nil, 4 }) do n = n + i end return n "
         "end)()",
         "3"},
        {"(function() local n = 0 for k in pairs({}) do n = n + 1 end return n end)()", "0"},
        {"pairs(nil)", "!table expected, got nil"},
        {"pairs('x')", "!table expected, got string"},
        {"ipairs()", "!value expected"},
        {"(function() local t = {} for i = 1, 1024 do t[i] = i end for i = 1, 512 do t['k' .. i] = "
         "i "
         "end local n, last = 0 for k in pairs(t) do n, last = n + 1, k end return n, last end)()",
         "1536|k99"},
    };
    CHECK_ALL(expressions);
}

static void maths(void **unused)
{
    (void)unused;
    static const struct expression expressions[] = {
        {"math.abs(-3), math.abs(3), math.abs(-2.5), math.abs(-0.0)", "3|3|2.5|0.0"},
        {"math.floor(3.7), math.floor(-3.2), math.floor(5), math.floor(1e300)", "3|-4|5|1e+300"},
        {"math.ceil(3.2), math.ceil(-3.7), math.ceil(5), math.ceil(math.mininteger)",
         "4|-3|5|-9223372036854775808"},
        {"math.floor(2^62), math.ceil(-0.5), math.floor(math.huge)", "4611686018427387904|0|inf"},
        {"math.max(1, 3, 2), math.max(2.5, 2), math.min(3, 1, 2), math.max(7)", "3|2.5|1|7"},
        {"math.max()", "!number expected"},
        {"math.max('3')", "!number expected, got string"},
        {"math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), math.fmod(-7, -3)", "1|-1|1|-1"},
        {"math.fmod(7.5, 2), math.fmod(-7.5, 2), math.fmod(-1, math.huge), math.fmod(6, -2.0)",
         "1.5|-1.5|-1.0|0.0"},
        {"math.tointeger(3.0), math.tointeger(3.5), math.tointeger('3'), math.tointeger(2^63)",
         "3|nil|nil|nil"},
        {"math.type(1), math.type(1.0), math.type('1')", "integer|float|nil"},
        {"math.maxinteger, math.mininteger, math.huge, -math.huge",
         "9223372036854775807|-9223372036854775808|inf|-inf"},
    };
    CHECK_ALL(expressions);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(base),    cmocka_unit_test(strings), cmocka_unit_test(formats),
        cmocka_unit_test(utf8),    cmocka_unit_test(tables),  cmocka_unit_test(sorting),
        cmocka_unit_test(walking), cmocka_unit_test(maths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
