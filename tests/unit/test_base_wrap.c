/*
 * test_base_wrap.c: where lines break in Chinese, Latin and hostile text.
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

/* The lines of `text`, joined by a bar, which stands in none of the texts here. */
static void assert_wrapped(const char *text, int cells, const char *expected)
{
    struct buffer lines = {0};
    const char *next = text;
    while (next != NULL) {
        const char *line = next;
        size_t bytes = text_wrap(line, cells, &next);
        assert_true(next == NULL || next > line);
        buffer_add_bytes(&lines, line, bytes);
        buffer_add(&lines, next != NULL ? "|" : "");
    }
    assert_string_equal(lines.data, expected);
    buffer_free(&lines);
}

static void latin_breaks_at_spaces(void **state)
{
    (void)state;
    assert_wrapped("the quick brown fox", 10, "the quick|brown fox");
    assert_wrapped("the quick brown fox", 9, "the quick|brown fox");
    assert_wrapped("the quick brown fox", 8, "the|quick|brown|fox");
    assert_wrapped("the quick brown fox", 80, "the quick brown fox");
    assert_wrapped("one   two", 4, "one|two");
    assert_wrapped("one   two", 9, "one   two");
    assert_wrapped("one     ", 3, "one");
    assert_wrapped("one     ", 5, "one");
    assert_wrapped("(see) [that], well-known", 7, "(see)|[that],|well-kn|own");
    assert_wrapped("don’t go", 7, "don’t|go");
    assert_wrapped("say \"no\" now", 8, "say \"no\"|now");
    assert_wrapped("say \"no\" now", 7, "say|\"no\"|now");
    assert_wrapped("10\u00A0000 yuan", 7, "10\u00A0000|yuan"); /* the space that holds on */
}

static void words_longer_than_a_line_are_split(void **state)
{
    (void)state;
    assert_wrapped("abcdefghij", 4, "abcd|efgh|ij");
    assert_wrapped("see abcdefghij", 6, "see|abcdef|ghij");
    /* Split so that the mark does not come to stand alone. */
    assert_wrapped("abcdefgh, then", 8, "abcdefg|h, then");
    assert_wrapped("ab(cdefgh", 3, "ab|(cd|efg|h");
    assert_wrapped("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301");
}

static void chinese_breaks_anywhere(void **state)
{
    (void)state;
    assert_wrapped("大额闲置存款", 4, "大额|闲置|存款");
    assert_wrapped("大额闲置存款", 5, "大额|闲置|存款");
    assert_wrapped("大额闲置存款", 6, "大额闲|置存款");
    assert_wrapped("大额 闲置", 6, "大额|闲置"); /* 4 + 1 + 2 are too many */
    assert_wrapped("年化3.5%的产品", 8, "年化3.5%|的产品");
    assert_wrapped("收益率3.5%的产品", 8, "收益率|3.5%的产|品");
    assert_wrapped("请看App里的明细", 6, "请看|App里|的明细");
    assert_wrapped("好\U0001F600好", 4, "好\U0001F600|好");
}

static void no_line_starts_with_closing_marks(void **state)
{
    (void)state;
    assert_wrapped("你好，世界", 4, "你|好，|世界");
    assert_wrapped("你好，世界", 6, "你好，|世界");
    assert_wrapped("他走了？！不会", 6, "他走|了？！|不会");
    assert_wrapped("我……想想", 4, "我……|想想");
    assert_wrapped("存取自由；收益、风险：看清", 10, "存取自由；|收益、风|险：看清");
    /* 《 goes over to its word, and 》 keeps 书 with it. */
    assert_wrapped("看《说明书》吧", 9, "看《说明|书》吧");
    assert_wrapped("（好）好。", 8, "（好）|好。");
    assert_wrapped("nice ，好", 6, "nic|e ，好"); /* not even behind a space */
}

static void no_line_ends_with_opening_marks(void **state)
{
    (void)state;
    assert_wrapped("他说：“好。”", 6, "他说：|“好。”");
    assert_wrapped("他说：“好。”", 7, "他说：|“好。”");
    assert_wrapped("他说“不行", 5, "他说|“不行");
    assert_wrapped("看《书", 4, "看|《书");
    assert_wrapped("看（书", 4, "看|（书");
    assert_wrapped("他说‘“好”’", 6, "他说|‘“好”’");
    assert_wrapped("“甲”“乙”", 4, "“甲”|“乙”"); /* narrow marks, but a place to break */
    assert_wrapped("看“甲”“乙”", 6, "看“甲”|“乙”");
    assert_wrapped("约￥100元", 4, "约|￥10|0元");
}

static void newlines_always_break(void **state)
{
    (void)state;
    assert_wrapped("", 10, "");
    assert_wrapped("\n", 10, "");
    assert_wrapped("\n\n", 10, "|");
    assert_wrapped("a\nb\n\nc\n", 10, "a|b||c");
    assert_wrapped("你好\n世界", 80, "你好|世界");
    assert_wrapped("one  \n  two", 10, "one|  two"); /* an indent stays */
    assert_wrapped("abcd\nefgh", 4, "abcd|efgh");    /* no empty line between two full ones */
    assert_wrapped("abcd   \nefgh", 4, "abcd|efgh");
    assert_wrapped("\u3000\u3000你好吗", 6, "\u3000\u3000你|好吗");
}

/* Too narrow for the rules, or for the character itself: one character a line, and on it goes. */
static void narrow_lines_still_get_on(void **state)
{
    (void)state;
    for (int cells = -1; cells <= 1; cells++) {
        assert_wrapped("你好", cells, "你|好");
        assert_wrapped("中，国", cells, "中|，|国");
        assert_wrapped("a你b", cells, "a|你|b");
        assert_wrapped("“好”", cells, "“|好|”");
        assert_wrapped(FAMILY FLAG, cells, FAMILY "|" FLAG);
    }
    assert_wrapped("好。好", 2, "好|。|好");
    assert_wrapped("，，，，", 4, "，，|，，");
    assert_wrapped(FAMILY "好", 2, FAMILY "|好");
    assert_wrapped("    好", 2, "|好"); /* an indent wider than the line */
    assert_wrapped("\xFF\xE4\xBD", 1, "\xFF|\xE4\xBD");
    assert_wrapped("", 0, "");
}

static const char *const conversations[] = {
    "王先生：“我就存个定期，别跟我讲什么‘理财’！上回有人说《稳赢一号》保本，结果……唉，不提了。”",
    "您说得对，先看风险（R1至R5），再看期限、流动性；两样都合适，我们再谈收益，好吗？",
    "I hear you: \"no products\" it is. Let's look at the form first (the blue one), shall we?",
    "存单到期日是2026年11月21日，年化1.95%，共￥20,000元……要不要看看“大额存单”？",
    "（她看了看号码牌：A137，又看了看门口）“还要等多久？”“大约十分钟，我帮您看看。”",
    "\u3000\u3000大堂经理walks over，轻声问：“May I help?”\n\n\u3000\u3000客户点点头。",
};

/* The rules of every wrapping: nothing is lost but spaces, no line is too wide, and it ends. */
static void check_lines(const char *text, int cells)
{
    const char *next = text;
    while (next != NULL) {
        const char *line = next;
        size_t bytes = text_wrap(line, cells, &next);
        const char *until = next != NULL ? next : line + strlen(line);
        assert_true(until > line || *line == '\0');
        int newlines = 0;
        for (const char *lost = line + bytes; lost < until; lost++) {
            if (strncmp(lost, "\u3000", 3) == 0) {
                lost += 2;
            } else {
                assert_true(*lost == ' ' || (*lost == '\n' && ++newlines == 1));
            }
        }
        char *copy = strndup(line, bytes);
        int width = text_width(copy);
        /* Wider than allowed only when its first character is. */
        assert_true(width <= cells || text_prefix(copy, cells) == 0);
        free(copy);
    }
}

static void no_text_is_lost_in_wrapping(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(conversations); i++) {
        for (int cells = -1; cells <= 120; cells++) {
            check_lines(conversations[i], cells);
        }
    }
}

static bool is_one_of(const char *set, const char *character, size_t bytes)
{
    char copy[8] = "";
    memcpy(copy, character, bytes);
    return strstr(set, copy) != NULL;
}

static void assert_marks_obey(const char *line, size_t bytes)
{
    size_t first = (unsigned char)line[0] < 0x80 ? 1 : 3; /* no others in these texts */
    assert_false(is_one_of("，。！？、；：”’）》…", line, first));
    if (bytes >= 3) {
        assert_false(is_one_of("“‘（《", line + bytes - 3, 3));
    }
}

/* At these widths every unbreakable run of the texts has room, so no rule is ever broken. */
static void marks_obey_at_every_usual_width(void **state)
{
    (void)state;
    int lines = 0;
    for (size_t i = 0; i < COUNT(conversations); i++) {
        for (int cells = 14; cells <= 120; cells++) {
            const char *next = conversations[i];
            while (next != NULL) {
                const char *line = next;
                size_t bytes = text_wrap(line, cells, &next);
                if (bytes > 0) {
                    assert_marks_obey(line, bytes);
                    lines++;
                }
            }
        }
    }
    assert_true(lines > 1000);
}

static char *repeat(const char *piece, size_t times)
{
    struct buffer text = {0};
    for (size_t i = 0; i < times; i++) {
        buffer_add(&text, piece);
    }
    return buffer_take(&text);
}

static size_t count_lines(const char *text, int cells)
{
    size_t lines = 0;
    for (const char *next = text; next != NULL; lines++) {
        text_wrap(next, cells, &next);
    }
    return lines;
}

/* A million of anything: the same lines, and no waiting (every text is read once or twice). */
static void huge_text_is_no_trouble(void **state)
{
    (void)state;
    char *chinese = repeat("中", 1000000);
    char *latin = repeat("a", 1000000);
    char *spaces = repeat(" ", 1000000);
    char *marks = repeat("\u0301\u0323", 500000);
    assert_int_equal(count_lines(chinese, 80), 25000); /* 40 a line */
    assert_int_equal(count_lines(chinese, 1), 1000000);
    assert_int_equal(count_lines(latin, 80), 12500);
    assert_int_equal(count_lines(spaces, 80), 1);
    assert_int_equal(count_lines(marks, 1), 1); /* all on one letter that is not there */
    free(marks);
    free(spaces);
    free(latin);
    free(chinese);
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
        check_lines(text.data, (int)random_below(round, RANDOM_CHANCE, 0, 20) - 1);
        buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(latin_breaks_at_spaces),
        cmocka_unit_test(words_longer_than_a_line_are_split),
        cmocka_unit_test(chinese_breaks_anywhere),
        cmocka_unit_test(no_line_starts_with_closing_marks),
        cmocka_unit_test(no_line_ends_with_opening_marks),
        cmocka_unit_test(newlines_always_break),
        cmocka_unit_test(narrow_lines_still_get_on),
        cmocka_unit_test(no_text_is_lost_in_wrapping),
        cmocka_unit_test(marks_obey_at_every_usual_width),
        cmocka_unit_test(huge_text_is_no_trouble),
        cmocka_unit_test(hostile_mixtures_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
