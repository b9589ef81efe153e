/*
 * test_base_text.c: width, cutting and cleaning of Chinese, Latin and hostile text.
 *
 * Widths are counted by hand: a Chinese character or full-width mark takes 2 cells, a Latin letter,
 * a curly quote or an ellipsis 1, a combining mark 0.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/random.h"
#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Man, woman and girl joined into one family: three emoji of 2 cells and two joiners of none. */
#define FAMILY "\U0001F468\u200D\U0001F469\u200D\U0001F467"
#define FLAG "\U0001F1E8\U0001F1F3" /* two letters of 1 cell that make one flag */

static void languages_are_known(void **state)
{
    (void)state;
    static const char *const chinese[] = {"zh", "zh_CN", "zh-Hans", "zh_CN.UTF-8", "zh.GBK", "ZH"};
    static const char *const english[] = {"en", "en_GB", "en-US", "en_US.UTF-8", "en@quot"};
    static const char *const neither[] = {"",       "C",       "POSIX", "z",
                                          "zha_CN", "english", "de_DE", "xzh"};
    enum language language;
    for (size_t i = 0; i < COUNT(chinese); i++) {
        assert_true(language_parse(chinese[i], &language));
        assert_int_equal(language, LANGUAGE_ZH);
    }
    for (size_t i = 0; i < COUNT(english); i++) {
        assert_true(language_parse(english[i], &language));
        assert_int_equal(language, LANGUAGE_EN);
    }
    language = LANGUAGE_ZH;
    for (size_t i = 0; i < COUNT(neither); i++) {
        assert_false(language_parse(neither[i], &language));
    }
    assert_false(language_parse(NULL, &language));
    assert_int_equal(language, LANGUAGE_ZH);
    assert_string_equal(language_code(LANGUAGE_ZH), "zh");
    assert_string_equal(language_code(LANGUAGE_EN), "en");
}

static void widths_are_counted(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int cells;
    } cases[] = {
        {"", 0},
        {"abc", 3},
        {"大堂经理", 8},
        {"王先生 46岁", 11},
        {"，。！？、；：（）《》", 22}, /* full-width marks */
        {"“”‘’…—·×°①", 10},             /* of ambiguous width: narrow */
        {"Ａ￥％", 6},                  /* full-width Latin */
        {"ｱｲｳ", 3},                     /* half-width kana */
        {"한국어", 6},
        {"\u3000", 2}, /* the space of Chinese text */
        {"e\u0301", 1},
        {"e\u0301\u0323\u0302", 1},
        {"\u200B\u200D\uFEFF", 0},
        {"\U0001F600", 2},
        {FLAG, 2},
        {FAMILY, 6},
        {"\U00020000", 2}, /* a rare character beyond 16 bits */
        {"\uFFFD", 1},
        {"a\nb", 2},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(text_width(cases[i].text), cases[i].cells);
    }
}

/* What is no character counts as one mark: a bad byte with the continuation bytes behind it. */
static void broken_text_has_a_width(void **state)
{
    (void)state;
    assert_int_equal(text_width("\xE4\xBD"), 1);             /* cut off */
    assert_int_equal(text_width("a\xE4\xBDz"), 3);           /* cut off in the middle */
    assert_int_equal(text_width("\xE4\xBD好"), 3);           /* right before a good one */
    assert_int_equal(text_width("\xC0\xAF"), 1);             /* an overlong slash */
    assert_int_equal(text_width("\xED\xA0\x80"), 1);         /* half of a surrogate pair */
    assert_int_equal(text_width("\xF4\x90\x80\x80"), 1);     /* beyond U+10FFFF */
    assert_int_equal(text_width("\xFF\xFE"), 2);             /* bytes that never occur */
    assert_int_equal(text_width("\xF8\x88\x80\x80\x80"), 2); /* five bytes: four and one */
}

static void prefixes_end_between_characters(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int cells;
        size_t bytes;
    } cases[] = {
        {"abc", 2, 2},       {"abc", 3, 3},      {"abc", 99, 3},
        {"abc", 0, 0},       {"abc", -5, 0},     {"", 5, 0},
        {"你好", 3, 3}, /* half of 好 does not fit */
        {"你好", 4, 6},      {"你好", 1, 0},     {"a你", 2, 1},
        {"e\u0301x", 1, 3},                      /* the accent goes with its letter */
        {"x\u0301", 0, 0},   {FAMILY "x", 5, 0}, /* a family stays together */
        {FAMILY "x", 6, 18}, {FLAG FLAG, 3, 8},  {"\xE4\xBDz", 1, 2},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(text_prefix(cases[i].text, cases[i].cells), cases[i].bytes);
    }
}

static void text_is_fitted(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int cells;
        bool pad;
        const char *fitted;
    } cases[] = {
        {"abc", 5, true, "abc  "},
        {"abc", 5, false, "abc"},
        {"abc", 3, true, "abc"},
        {"abcd", 3, true, "ab…"},
        {"你好世界", 8, true, "你好世界"},
        {"你好世界", 7, true, "你好世…"},
        {"你好世界", 6, true, "你好… "}, /* 世 would leave no cell for the ellipsis */
        {"你好世界", 6, false, "你好…"},
        {"你好世界", 2, true, "… "},
        {"你好世界", 1, true, "…"},
        {"你好世界", 0, true, ""},
        {"你好世界", -1, true, ""},
        {"", 3, true, "   "},
        {"", 0, true, ""},
        {"e\u0301e\u0301e\u0301", 2, true, "e\u0301…"},
        {FAMILY "好", 7, true, FAMILY "…"},
        {FAMILY "好", 6, true, "…     "},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char out[64];
        memset(out, '#', sizeof out);
        text_fit(cases[i].text, cases[i].cells, cases[i].pad, out, sizeof out);
        assert_string_equal(out, cases[i].fitted);
    }
}

/* The array may be too small for the cells: then its bytes are the limit, by the same rules. */
static void fitting_stays_within_the_array(void **state)
{
    (void)state;
    char out[16];
    static const struct {
        size_t size;
        const char *fitted;
    } cases[] = {
        {1, ""},          {2, " "}, /* no room for the three bytes of an ellipsis: only padding */
        {3, "  "},        {4, "…"}, /* exactly room */
        {7, "你…"},                 /* 3 + 3 + the zero byte */
        {8, "你… "},                /* one byte left, too few for 好 */
        {10, "你好…"},              /* 6 + 3 + 1 */
        {13, "你好世界"},           /* all of it */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        memset(out, '#', sizeof out);
        text_fit("你好世界", 8, true, out, cases[i].size);
        assert_string_equal(out, cases[i].fitted);
        assert_int_equal(out[cases[i].size], '#');
    }
    memset(out, '#', sizeof out);
    text_fit("你好", 4, true, out, 0);
    assert_int_equal(out[0], '#');
}

/* Cleans, compares, frees. */
static void assert_cleaned(const char *text, size_t length, size_t max_bytes, bool keep_newlines,
                           const char *expected)
{
    char *clean = text_clean(text, length, max_bytes, keep_newlines);
    assert_string_equal(clean, expected);
    free(clean);
}

static void good_text_stays(void **state)
{
    (void)state;
    static const char *const good[] = {
        "",
        "大堂经理",
        "José",
        "①Ａ％ｱ",
        FAMILY,
        FLAG,
        "\uFFFD",
        "a\u200Eb\u200F", /* marks are no overrides */
        "x\u00A0y",
        "a\u202Fb",
        "a\u2065b\u206Ab", /* neighbours of the forbidden */
        "\U00020000\U0010FFFF",
    };
    for (size_t i = 0; i < COUNT(good); i++) {
        assert_cleaned(good[i], strlen(good[i]), SIZE_MAX, false, good[i]);
        assert_true(text_is_clean(good[i], strlen(good[i])));
    }
}

static void blanks_are_trimmed_and_levelled(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *on_one_line;
        const char *on_many;
    } cases[] = {
        {"  a b  ", "a b", "a b"},
        {"\ta\tb\t", "a b", "a b"},
        {"a\nb\n", "a b", "a\nb"},
        {"a\r\nb\rc", "a b c", "a\nb\nc"},
        {"a\u2028b\u2029c", "a b c", "a\nb\nc"},
        {"\u3000王先生\u00A0", "王先生", "王先生"},
        {" a\r\n\r\n\tb \n c\n\n", "a   b   c", "a\n\n b \n c"},
        {" \n\t ", "", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t length = strlen(cases[i].text);
        assert_cleaned(cases[i].text, length, SIZE_MAX, false, cases[i].on_one_line);
        assert_cleaned(cases[i].text, length, SIZE_MAX, true, cases[i].on_many);
        assert_true(text_is_clean(cases[i].text, length));
    }
}

static void text_is_normalised(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *composed;
    } cases[] = {
        {"e\u0301", "\u00E9"},             /* é */
        {"\u1100\u1161", "\uAC00"},        /* a Korean syllable from its letters */
        {"\u212B", "\u00C5"},              /* Ångström is the letter Å */
        {"a\u0301\u0323", "\u1EA1\u0301"}, /* marks in order: below comes before above */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_cleaned(cases[i].text, strlen(cases[i].text), SIZE_MAX, false, cases[i].composed);
        assert_false(text_is_clean(cases[i].text, strlen(cases[i].text)));
    }
}

/* R is one U+FFFD: one for each character that had to go, one for each broken sequence. */
static void harmful_text_is_replaced(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *shown; /* with R for U+FFFD */
    } cases[] = {
        {"a\x1b[31mb", "aR[31mb"},                    /* escape */
        {"\x01\x08\x0b\x0c\x1f", "RRRRR"},            /* C0 */
        {"a\x7f", "aR"},                              /* DEL */
        {"\xC2\x80\xC2\x85\xC2\x9B\xC2\x9F", "RRRR"}, /* C1, among them CSI */
        {"\u202A\u202B\u202C\u202D\u202E", "RRRRR"},
        {"\u2066\u2067\u2068\u2069", "RRRR"},
        {"a\xE4\xBD", "aR"},                /* cut off at the end */
        {"\xE4\xBDz", "Rz"},                /* and before a letter */
        {"\xE4\xBD\xE4\xBD\xA0", "R你"},    /* and before a whole one */
        {"\xF0\x9F\x98", "R"},              /* an emoji short of one byte */
        {"\x80z\xBF", "RzR"},               /* continuation of nothing */
        {"\xC0\x80", "R"},                  /* overlong zero */
        {"\xC1\xBF\xC0\xAF", "RR"},         /* overlong DEL and slash */
        {"\xE0\x80\xAF", "R"},              /* overlong in three bytes */
        {"\xF0\x80\x80\xAF", "R"},          /* and in four */
        {"\xED\xA0\x80", "R"},              /* a lone surrogate */
        {"\xED\xA0\xBD\xED\xB8\x80", "RR"}, /* a pair of them */
        {"\xF4\x90\x80\x80", "R"},          /* beyond U+10FFFF */
        {"\xFE\xFF", "RR"},
        {"\xE4\xBD\x1b", "RR"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer expected = {0};
        for (const char *at = cases[i].shown; *at != '\0'; at++) {
            buffer_add_bytes(&expected, *at == 'R' ? "\uFFFD" : at, *at == 'R' ? 3 : 1);
        }
        size_t length = strlen(cases[i].text);
        assert_cleaned(cases[i].text, length, SIZE_MAX, false, expected.data);
        assert_cleaned(cases[i].text, length, SIZE_MAX, true, expected.data);
        assert_false(text_is_clean(cases[i].text, length));
        buffer_free(&expected);
    }
}

static void length_counts_not_the_zero_byte(void **state)
{
    (void)state;
    assert_cleaned("a\0b", 3, SIZE_MAX, false, "a\uFFFDb");
    assert_false(text_is_clean("a\0b", 3));
    assert_cleaned("你好", 5, SIZE_MAX, false, "你\uFFFD"); /* the last byte is not ours to read */
    assert_false(text_is_clean("你好", 5));
    assert_cleaned("你好", 3, SIZE_MAX, false, "你");
    assert_cleaned(NULL, 0, SIZE_MAX, false, "");
    assert_true(text_is_clean(NULL, 0));
}

static void long_text_is_cut_between_characters(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t max_bytes;
        const char *cut;
    } cases[] = {
        {"你好吗", 9, "你好吗"},  {"你好吗", 8, "你好"},
        {"你好吗", 6, "你好"},    {"你好吗", 2, ""},
        {"你好吗", 0, ""},        {"ab cd", 3, "ab"}, /* and no blank is left at the end */
        {"  ab", 2, "ab"},                            /* blanks in front do not count */
        {"e\u0301", 2, "\u00E9"},                     /* nor does what composing saves */
        {"q\u0323", 2, ""},                           /* the dot goes with its letter */
        {FAMILY, 17, ""},         {FAMILY "x", 18, FAMILY},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_cleaned(cases[i].text, strlen(cases[i].text), cases[i].max_bytes, false,
                       cases[i].cut);
    }
}

static char *repeat(const char *piece, size_t times)
{
    struct buffer text = {0};
    for (size_t i = 0; i < times; i++) {
        buffer_add(&text, piece);
    }
    return buffer_take(&text);
}

/* 31 marks: thirty stay, the next is replaced; whether they come ready-made or in parts. */
static void marks_do_not_pile_up(void **state)
{
    (void)state;
    char *thirty = repeat("\u0323", 30);
    char *thirty_one = repeat("\u0323", 31);
    struct buffer broken = {0};
    buffer_printf(&broken, "%s\uFFFD", thirty);
    assert_cleaned(thirty, strlen(thirty), SIZE_MAX, false, thirty);
    assert_true(text_is_clean(thirty, strlen(thirty)));
    assert_cleaned(thirty_one, strlen(thirty_one), SIZE_MAX, false, broken.data);
    assert_false(text_is_clean(thirty_one, strlen(thirty_one)));
    assert_true(text_is_clean(broken.data, broken.length));
    /* é brings one mark of its own. */
    struct buffer composed = {0};
    buffer_printf(&composed, "\u00E9%s", thirty);
    assert_false(text_is_clean(composed.data, composed.length));
    buffer_free(&composed);
    buffer_free(&broken);
    free(thirty_one);
    free(thirty);
}

/* A million of anything: the same answers, and no waiting (every text is read once or twice). */
static void huge_text_is_no_trouble(void **state)
{
    (void)state;
    char *chinese = repeat("中", 1000000);
    char *spaces = repeat(" ", 1000000);
    assert_int_equal(text_width(chinese), 2000000);
    assert_int_equal(text_prefix(chinese, 1999999), 2999997);
    char *clean = text_clean(chinese, 3000000, 100, false);
    assert_int_equal(strlen(clean), 99);
    free(clean);
    assert_cleaned(spaces, 1000000, SIZE_MAX, false, "");
    assert_true(text_is_clean(chinese, 3000000));
    assert_true(text_contains(chinese, "中中"));
    free(spaces);
    free(chinese);
}

/*
 * Marks that want sorting, above before below, a million of them: 32258 whole runs of 31, each of
 * which becomes 30 marks (60 bytes) and a replacement (3 bytes), and two marks left over (4 bytes).
 */
static void huge_piles_of_marks_are_no_trouble(void **state)
{
    (void)state;
    char *marks = repeat("\u0301\u0323", 500000);
    assert_false(text_is_clean(marks, strlen(marks)));
    char *clean = text_clean(marks, strlen(marks), SIZE_MAX, false);
    assert_int_equal(strlen(clean), 32258 * 63 + 4);
    assert_true(text_is_clean(clean, strlen(clean)));
    free(clean);
    free(marks);
}

/* Strings of pieces that are hard on their own and harder side by side. */
static void hostile_mixtures_are_survived(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "a",      "中",     "，",     "“",      " ",      "\u3000", "\n",     "\r",
        "\t",     "\x1b",   "\u0301", "\u0344", "\u0323", "\u00E9", FAMILY,   FLAG,
        "\x80",   "\xE4",   "\xBD",   "\xF0",   "\x9F",   "\xED",   "\xA0",   "\u202E",
        "\"",     "…",      "\u200D", "\u1100", "\u1161", "\uAC00", "\u0958", "\U0001F1E8",
        "\u2028", "\u200B", "\uFEFF", "\xFF",
    };
    for (uint64_t round = 0; round < 3000; round++) {
        struct buffer text = {0};
        for (uint64_t i = 0; i < 40; i++) {
            buffer_add(&text, pieces[random_below(round, RANDOM_DRAW, i, COUNT(pieces))]);
        }
        bool keep = round % 2 == 0;
        size_t most = round % 3 == 0 ? 30 : SIZE_MAX;
        char *clean = text_clean(text.data, text.length, most, keep);
        assert_true(strlen(clean) <= most);
        assert_true(text_is_clean(clean, strlen(clean)));
        assert_true(keep || strchr(clean, '\n') == NULL);
        assert_true(strpbrk(clean, "\t\r\x1b") == NULL);
        assert_cleaned(clean, strlen(clean), most, keep, clean); /* twice is once */
        char out[24];
        text_fit(text.data, 10, true, out, sizeof out);
        assert_true(text_width(out) <= 10 && strlen(out) < sizeof out);
        free(clean);
        buffer_free(&text);
    }
}

static void searching_ignores_case(void **state)
{
    (void)state;
    assert_true(text_contains("Idle Deposit", "dEPO"));
    assert_true(text_contains("大额闲置存款", "闲置"));
    assert_true(text_contains("STRASSE", "straße"));
    assert_true(text_contains("JOS\u00C9", "jose\u0301")); /* É, é in one piece and in two */
    assert_true(text_contains("ΛΌΓΟΣ", "λόγος"));          /* with the sigma of word ends */
    assert_true(text_contains("abc", ""));
    assert_true(text_contains("", ""));
    assert_false(text_contains("", "a"));
    assert_false(text_contains("abc", "abcd"));
    assert_false(text_contains("大额存款", "闲置"));
    assert_false(text_contains("José", "jose")); /* an accent is part of its letter */
    assert_true(text_contains("a\xFF"
                              "b",
                              "\xFF"));
    assert_false(text_contains("abc", "\xE4\xBD"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(languages_are_known),
        cmocka_unit_test(widths_are_counted),
        cmocka_unit_test(broken_text_has_a_width),
        cmocka_unit_test(prefixes_end_between_characters),
        cmocka_unit_test(text_is_fitted),
        cmocka_unit_test(fitting_stays_within_the_array),
        cmocka_unit_test(good_text_stays),
        cmocka_unit_test(blanks_are_trimmed_and_levelled),
        cmocka_unit_test(text_is_normalised),
        cmocka_unit_test(harmful_text_is_replaced),
        cmocka_unit_test(length_counts_not_the_zero_byte),
        cmocka_unit_test(long_text_is_cut_between_characters),
        cmocka_unit_test(marks_do_not_pile_up),
        cmocka_unit_test(huge_text_is_no_trouble),
        cmocka_unit_test(huge_piles_of_marks_are_no_trouble),
        cmocka_unit_test(hostile_mixtures_are_survived),
        cmocka_unit_test(searching_ignores_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
