/*
 * test_locate.c: the line of a path, on Lua that is hard to read without Lua.
 *
 * In the texts below a comment "--@ path path ..." says: this line is where these paths are. Every
 * text is compiled by Lua too, as the locator promises nothing on what Lua refuses. A generator
 * then writes tables of its own, knowing where it put what, and random bytes must not crash
 * anything.
 */
#include <lauxlib.h>
#include <lua.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/random.h"
#include "script/locate.h"

static void assert_compiles(const char *source, size_t length)
{
    lua_State *lua = luaL_newstate();
    if (luaL_loadbufferx(lua, source, length, "=text", "t") != LUA_OK)
        fail_msg("%s in:\n%s", lua_tostring(lua, -1), source);
    lua_close(lua);
}

static void assert_line(const struct locator *locator, const char *path, int line)
{
    int found = locator_line(locator, path);
    if (found != line)
        fail_msg("'%s' is on line %d, not %d", path, line, found);
}

/* Lines are counted as Lua does: a pair of different line ends is one. */
static const char *next_line(const char *at)
{
    at += strcspn(at, "\r\n");
    if (*at == '\0')
        return NULL;
    return at + (at[1] != *at && (at[1] == '\r' || at[1] == '\n') ? 2 : 1);
}

/* Checks every "--@" of `source`; there must be `expected` paths. */
static void check(const char *source, int expected)
{
    int line = 1, checked = 0;
    assert_compiles(source, strlen(source));
    struct locator *locator = locator_new(source, strlen(source));
    for (const char *at = source; at; at = next_line(at), line++) {
        char text[200], *rest;
        snprintf(text, sizeof text, "%.*s", (int)strcspn(at, "\r\n"), at);
        char *mark = strstr(text, "--@ ");
        if (!mark)
            continue;
        for (char *path = strtok_r(mark + 4, " ", &rest); path; path = strtok_r(NULL, " ", &rest)) {
            assert_line(locator, path, line);
            checked++;
        }
    }
    assert_int_equal(checked, expected);
    locator_free(locator);
}

static void keys_and_positions(void **unused)
{
    (void)unused;
    check("return {\n"
          "  title = 1, --@ title\n"
          "  [\"at-the-slip\"] = { --@ at-the-slip\n"
          "    'first', --@ at-the-slip[1]\n"
          "    named = 2, 'second', --@ at-the-slip.named at-the-slip[2]\n"
          "    {}, --@ at-the-slip[3]\n"
          "    { x = { --@ at-the-slip[4] at-the-slip[4].x\n"
          "      y = 1 } }, --@ at-the-slip[4].x.y\n"
          "  };\n"
          "  ['FE-3.1'] = 1; --@ FE-3.1\n"
          "  [ [[long]] ] = 2; --@ long\n"
          "  last --@ last\n"
          "    = 3\n"
          "}\n",
          12);
}

static void a_path_that_is_not_there_has_the_line_of_what_holds_it(void **unused)
{
    (void)unused;
    check("return { --\n"
          "  nodes = { --@ nodes nodes.nowhere nodes.nowhere.deeper[3].x\n"
          "    start = { --@ nodes.start nodes.start.says.zh nodes.start[1]\n"
          "      responses = { --@ nodes.start.responses nodes.start.responses[7].id\n"
          "        { id = 1 } } } } } --@ nodes.start.responses[1].acts\n",
          9);
    struct locator *locator = locator_new("\n return { a = 1 }", 18);
    assert_line(locator, "", 2);
    assert_line(locator, "b.c", 2);
    assert_line(locator, "[1]", 2);
    assert_line(NULL, "a", 0);
    locator_free(locator);
    locator = locator_new("", 0);
    assert_line(locator, "", 0);
    assert_line(locator, "a", 0);
    locator_free(locator);
}

static void calls_are_transparent(void **unused)
{
    (void)unused;
    check("return scenario \"x\" {\n"
          "  says = pick(function(s) return s.need end, { --@ says\n"
          "    liquidity = { --@ says.liquidity\n"
          "      zh = '钱' }, --@ says.liquidity.zh\n"
          "    ['return'] = ({ --@ says.return\n"
          "      zh = '利' }), --@ says.return.zh\n"
          "  }),\n"
          "  to = chance { --@ to\n"
          "    a = 1, b = f(1, 2, g{ 3, 4 }), --@ to.a to.b to.b[1] to.b[2]\n"
          "    c = 2 }, --@ to.c\n"
          "  rule \"one\" { --@ [1]\n"
          "    template = response(\"a\", any { --@ [1].template\n"
          "      \"b\" }), --@ [1].template[1]\n"
          "    weight = 1 }, --@ [1].weight\n"
          "  rule \"two\" { weight = 2 }, --@ [2] [2].weight\n"
          "}\n",
          17);
}

static void a_pack_has_two_tables(void **unused)
{
    (void)unused;
    check("return pack \"p\" { title = { zh = 1, --@ title title.zh\n"
          "  en = 2 } } { --@ title.en\n"
          "  rule \"a\" { --@ [1]\n"
          "    weight = 1 }, --@ [1].weight\n"
          "  rule \"b\" --@ [2]\n"
          "  { weight = 1 } --@ [2].weight\n"
          "}\n",
          7);
}

static void functions_are_passed_over(void **unused)
{
    (void)unused;
    check("return {\n"
          "  when = function(s) --@ when\n"
          "    if s.a then return true elseif s.b then return { c = 1 } else\n"
          "      if s.d then return false end\n"
          "    end\n"
          "    for i = 1, 3 do local x = { i, y = i } end\n"
          "    for _, v in ipairs { 1, 2 } do while v do v = nil end end\n"
          "    repeat local z = function() do return 1 end end until z\n"
          "    local function inner() return { deep = function() end } end\n"
          "    goto done\n"
          "    ::done::\n"
          "    return inner().deep == nil\n"
          "  end, after = 1, --@ after\n"
          "  effect = function(s) s.x = s.ended or s.endless end, --@ effect effect.x\n"
          "  'item', function() end, --@ [1] [2]\n"
          "  last = (function() return { no = 1 } end)(), --@ last last.no\n"
          "}\n",
          8);
}

static void comments_and_texts_hide_brackets(void **unused)
{
    (void)unused;
    check("return {\n"
          "  -- { a = 1, }\n"
          "  --[[ b = {\n"
          "    c = 1 ]] d = 1, --@ d\n"
          "  --[==[ ]] ]=] } ]==] e = 2, --@ e\n"
          "  --[ no long comment { [\n"
          "  --[=no long comment either {\n"
          "  f = \"} -- no comment\", g = '\\'}', --@ f g\n"
          "  h = \"\\\"{\\\\\", i = [[ ]=] }\n"
          "    \" ' -- ]], j = [==[\n"
          "]] ]=] ]==], jj = 1, --@ jj[1]\n"
          "  k = 'one \\\n"
          "two', l = 'z \\z\n"
          "    three', ll = 1, --@ ll\n"
          "  m = 1 --[[ , n = 2 ]], o = 3 --@ m o\n"
          "}\n",
          8);
}

static void operators_are_no_keys(void **unused)
{
    (void)unused;
    check("return {\n"
          "  a == b, c ~= d, e <= f, --@ [1] [2] [3]\n"
          "  a[b] == c, t[1], t.x, --@ [4] [5] [6]\n"
          "  (a), -1, #t, not a, --@ [7] [8] [9] [10]\n"
          "  a < b and c or { d = 1 }, --@ [11] [11].d\n"
          "  0x1p-3, 1e+5, 3 .. 4, .5, --@ [12] [13] [14] [15]\n"
          "  a = b == c, d = 1, --@ a d\n"
          "}\n",
          18);
}

static void computed_keys_take_no_position(void **unused)
{
    (void)unused;
    check("return {\n"
          "  ['a' .. 'b'] = 1, [x] = 2, [1 + 1] = 3,\n"
          "  'first', --@ [1]\n"
          "  [7] = { 'in seven', --@ [7] [7][1]\n"
          "    y = 1 }, --@ [7].y\n"
          "  [f { z = 1 }] = { z = 2 },\n"
          "  'second', --@ [2]\n"
          "}\n",
          5);
}

static void only_what_is_returned_has_a_path(void **unused)
{
    (void)unused;
    check("local shared = { title = 1, nodes = { a = 2 } }\n"
          "local function make() return { title = 3 } end\n"
          "if shared then return { title = 4 } end\n"
          "do local t = { ['return'] = 5 } end\n"
          "return f(shared, make) {\n"
          "  title = 6, --@ title\n"
          "  nodes = { --@ nodes nodes.a\n"
          "    b = 7, ['return'] = 8 }, --@ nodes.b nodes.return\n"
          "}\n",
          5);
}

static void every_line_end_of_lua_counts(void **unused)
{
    (void)unused;
    check("return {\r\n  a = 1, --@ a\r\n  b = [[\r\n]], c = 'x\\\r\ny', cc = 1, --@ cc[2]\r\n  d "
          "= 1 } --@ d",
          3);
    check("return { -- { \r  a = 1, --@ a\r\r  b = [[\r]], bb = 1, --@ bb[1]\r  c = 1 } --@ c", 3);
    check("return {\n\r  a = 1, --@ a\n\r  b = 1 } --@ b", 2);
}

static void deep_nesting_loses_nothing(void **unused)
{
    (void)unused;
    struct buffer source = {0}, path = {0};
    buffer_add(&source, "return { a = ");
    for (int i = 0; i < 120; i++)
        buffer_add(&source, "{");
    for (int i = 0; i < 120; i++)
        buffer_add(&source, "}");
    buffer_add(&source, ",\nb = 1, c =");
    buffer_add(&path, "c");
    for (int i = 0; i < 150; i++) {
        buffer_add(&source, "\n{");
        buffer_add(&path, "[1]");
        if (i % 2 == 0)
            buffer_add(&source, " (");
    }
    buffer_add(&source, "nil");
    for (int i = 149; i >= 0; i--)
        buffer_add(&source, i % 2 == 0 ? ")}" : "}");
    buffer_add(&source, "\n, d = 1 }");
    struct locator *locator = locator_new(source.data, source.length);
    assert_line(locator, "b", 2);
    path.data[1 + 3 * 100] = '\0';
    assert_line(locator, path.data, 103);
    assert_line(locator, "d", 153);
    locator_free(locator);
    buffer_free(&source);
    buffer_free(&path);
}

static void names_written_twice_are_found(void **unused)
{
    (void)unused;
    static const char source[] = "return { a = 1, b = { a = 1 },\n"
                                 "  ['a'] = 2, { x = 1 }, { x = 1 },\n"
                                 "  f({ y = 1 }, { z = 1 }), b = 3, [1] = 4,\n"
                                 "  a = 3 }";
    const char *key;
    int first, second, found = 0, lines = 0;
    struct locator *locator = locator_new(source, strlen(source));
    assert_line(locator, "a", 4);
    assert_line(locator, "b", 3);
    for (; locator_twice(locator, found, &key, &first, &second); found++) {
        assert_true(strcmp(key, "a") == 0 || strcmp(key, "b") == 0);
        lines = 100 * lines + 10 * first + second;
    }
    assert_int_equal(found, 3); /* a on 1 and 2, on 2 and 4; b on 1 and 3 */
    assert_int_equal(lines, 122413);
    locator_free(locator);
}

static void endless_keys_are_not_mixed_up(void **unused)
{
    (void)unused;
    struct buffer source = {0};
    const char *key;
    int first, second;
    buffer_add(&source, "return { a = 1,\n");
    for (int i = 0; i < 3; i++) {
        buffer_add(&source, "['");
        for (int j = 0; j < 2000; j++)
            buffer_add(&source, "x");
        buffer_printf(&source, "%d'] = { b = 1 },\n", i);
    }
    buffer_add(&source, "c = 1 }");
    struct locator *locator = locator_new(source.data, source.length);
    assert_line(locator, "c", 5);
    assert_line(locator, "a", 1);
    assert_false(locator_twice(locator, 0, &key, &first, &second));
    memset(source.data, 'y', 1500);
    source.data[1500] = '\0';
    assert_line(locator, source.data, 0); /* too long to be anywhere */
    locator_free(locator);
    buffer_free(&source);
}

/* ---- What a generator wrote ----------------------------------------------------------------- */

struct expectation {
    char path[200];
    int line;
};

struct generator {
    uint64_t seed, count;
    struct buffer text;
    struct expectation expected[400];
    int expectations, line, names;
};

static int chance(struct generator *generator, int bound)
{
    return (int)random_below(generator->seed, RANDOM_TRAINEE, generator->count++, (uint64_t)bound);
}

static void write_text(struct generator *generator, const char *text)
{
    for (const char *at = text; *at; at++)
        generator->line += *at == '\n';
    buffer_add(&generator->text, text);
}

static void write_trivia(struct generator *generator)
{
    static const char *const trivia[] = {" ",
                                         "\n",
                                         "\t",
                                         " -- x = { [[ \"\n",
                                         "--[[ ] } \n ]]",
                                         "--[==[ ]] ' \n ]==]",
                                         "\n\n",
                                         " \n",
                                         "--[[ end ]] ",
                                         " "};
    write_text(generator, trivia[chance(generator, 10)]);
}

static void write_value(struct generator *generator, const char *path, int depth);

static void write_key(struct generator *generator, int number)
{
    char key[40];
    switch (chance(generator, 5)) {
    case 0:
        snprintf(key, sizeof key, "k%d", number);
        break;
    case 1:
        snprintf(key, sizeof key, "['k%d']", number);
        break;
    case 2:
        snprintf(key, sizeof key, "[ \"k%d\" ]", number);
        break;
    case 3:
        snprintf(key, sizeof key, "[ [[k%d]] ]", number);
        break;
    default:
        snprintf(key, sizeof key, "[--[=[ ]] ]=]'k%d' ]", number);
    }
    write_text(generator, key);
}

static void write_table(struct generator *generator, const char *path, int depth)
{
    int items = chance(generator, 6), position = 0;
    write_text(generator, "{");
    for (int i = 0; i < items && generator->expectations < 400; i++) {
        struct expectation *expected = &generator->expected[generator->expectations++];
        bool keyed = chance(generator, 2) == 0;
        write_trivia(generator);
        expected->line = generator->line;
        if (keyed) {
            snprintf(expected->path, sizeof expected->path, "%s%sk%d", path, path[0] ? "." : "",
                     ++generator->names);
            write_key(generator, generator->names);
            write_trivia(generator);
            write_text(generator, "=");
            write_trivia(generator);
        } else {
            snprintf(expected->path, sizeof expected->path, "%s[%d]", path, ++position);
        }
        write_value(generator, expected->path, depth + 1);
        write_trivia(generator);
        write_text(generator, chance(generator, 2) ? "," : ";");
    }
    write_trivia(generator);
    write_text(generator, "}");
}

static void write_value(struct generator *generator, const char *path, int depth)
{
    static const char *const leaves[] = {
        "1",
        "'}'",
        "\"a \\\" { \\\\\"",
        "[[\n{ ]]",
        "x.y.z",
        "function(s) if s then return { a = 1 } end end",
        "function() for i = 1, 2 do repeat until { i } end return function() end end",
        "f(1, 'x', g())",
        "a == b",
        "not x and y or #z",
        "-0x1F",
        "'\\\n}'",
    };
    if (depth < 6 && chance(generator, 2) == 0) {
        static const char *const before[] = {"", "f ", "f 'x' ", "pick(function(s) return 1 end, ",
                                             "("};
        static const char *const after[] = {"", "", "", ")", ")"};
        int form = chance(generator, 5);
        write_text(generator, before[form]);
        write_table(generator, path, depth);
        write_text(generator, after[form]);
    } else {
        write_text(generator, leaves[chance(generator, 12)]);
    }
}

static void what_a_generator_wrote_is_found(void **unused)
{
    (void)unused;
    int checked = 0;
    struct generator *generator = test_malloc(sizeof *generator);
    for (uint64_t seed = 1; seed <= 400; seed++) {
        *generator = (struct generator){.seed = seed, .line = 1};
        write_text(generator, "local t = { k1 = 1, { k2 = 2 } }\nreturn ");
        write_table(generator, "", 0);
        assert_compiles(generator->text.data, generator->text.length);
        struct locator *locator = locator_new(generator->text.data, generator->text.length);
        for (int i = 0; i < generator->expectations; i++) {
            const struct expectation *expected = &generator->expected[i];
            if (locator_line(locator, expected->path) != expected->line)
                fail_msg("seed %d: '%s' is on line %d, not %d, of\n%s", (int)seed, expected->path,
                         expected->line, locator_line(locator, expected->path),
                         generator->text.data);
            checked++;
        }
        locator_free(locator);
        buffer_free(&generator->text);
    }
    test_free(generator);
    assert_true(checked > 3000);
}

/* ---- What is not Lua ------------------------------------------------------------------------ */

static void use(const char *source, size_t length)
{
    const char *key;
    int first, second;
    char *copy = test_malloc(length + 1); /* of exactly that size, so that a read beyond it shows */
    memcpy(copy, source, length);
    struct locator *locator = locator_new(copy, length);
    locator_line(locator, "a.b[1].c");
    locator_line(locator, "...[[[");
    for (int i = 0; i < 3 && locator_twice(locator, i, &key, &first, &second); i++)
        assert_true(strlen(key) > 0 || first <= second);
    locator_free(locator);
    test_free(copy);
}

static void unfinished_text_is_survived(void **unused)
{
    (void)unused;
    static const char source[] =
        "return scenario \"x\" { a = pick(function(s) if s then return 1 end end, { ['b'] = [==[\n"
        "]==], c = \"\\\"\", --[[ long ]] d = 'e\\\nf' }), [1] = 2, g == h, -- end\n }";
    for (size_t length = 0; length <= strlen(source); length++)
        use(source, length);
    static const char *const broken[] = {
        "}}}}",         ")))",       "return }", "{ = 1 }", "{ [ = 1 }", "{ ['a' = 1 }",
        "{ [",          "{ [[",      "{ [='",    "{ a",     "{ a =",     "--[[",
        "--[==[ ]=",    "'\\",       "\"\\",     "{,,;;}",  "end",       "{ f (",
        "function { }", "{ ({ ({ (", "[=",       "[",       "=",         "\\",
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        use(broken[i], strlen(broken[i]));
}

static void random_bytes_are_survived(void **unused)
{
    (void)unused;
    static const char *const words[] = {
        "{", "}",   "(",   ")", "[",  "]",      "[[",   "]]",  "=",    "==",       ",",
        ";", "--",  "\n",  "'", "\"", "\\",     "a",    "end", "if",   "function", "do",
        "1", "[=[", "]=]", ".", " ",  "return", "--[[", "\r",  "\xE4", "\xFF"};
    char text[600];
    for (uint64_t seed = 1; seed <= 4000; seed++) {
        size_t length = 0;
        for (uint64_t i = 0; i < 100; i++) {
            uint64_t roll = random_at(seed, RANDOM_TRAINEE, i);
            if (seed % 4 == 0) {
                text[length++] = (char)(roll >> 32);
                continue;
            }
            const char *word = words[roll % (sizeof words / sizeof *words)];
            length += (size_t)snprintf(text + length, sizeof text - length, "%s", word);
        }
        use(text, length);
    }
}

static void a_megabyte_of_openings_ends(void **unused)
{
    (void)unused;
    static const char *const pieces[] = {"{",  "{[", "{a=",       "{'",        "[[", "--[=[",
                                         "{,", "(",  "function ", "{[\"a\"]=", "'\\"};
    enum { SIZE = 1 << 20 };
    char *text = test_malloc(SIZE);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t length = strlen(pieces[i]);
        for (size_t at = 0; at < SIZE; at++)
            text[at] = pieces[i][at % length];
        use(text, SIZE);
    }
    test_free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_and_positions),
        cmocka_unit_test(a_path_that_is_not_there_has_the_line_of_what_holds_it),
        cmocka_unit_test(calls_are_transparent),
        cmocka_unit_test(a_pack_has_two_tables),
        cmocka_unit_test(functions_are_passed_over),
        cmocka_unit_test(comments_and_texts_hide_brackets),
        cmocka_unit_test(operators_are_no_keys),
        cmocka_unit_test(computed_keys_take_no_position),
        cmocka_unit_test(only_what_is_returned_has_a_path),
        cmocka_unit_test(every_line_end_of_lua_counts),
        cmocka_unit_test(deep_nesting_loses_nothing),
        cmocka_unit_test(names_written_twice_are_found),
        cmocka_unit_test(endless_keys_are_not_mixed_up),
        cmocka_unit_test(what_a_generator_wrote_is_found),
        cmocka_unit_test(unfinished_text_is_survived),
        cmocka_unit_test(random_bytes_are_survived),
        cmocka_unit_test(a_megabyte_of_openings_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
