/*
 * test_base_error.c: what an error says, how it is printed, and "did you mean".
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/error.h"
#include "base/text.h"

#define COUNT(array) (int)(sizeof(array) / sizeof *(array))

static void an_error_is_filled(void **state)
{
    (void)state;
    struct error error;
    memset(&error, 'x', sizeof error);
    assert_false(error_set(&error, ERROR_STORE, "%s 已满：还剩 %d 字节。", "记录", 0));
    assert_int_equal(error.code, ERROR_STORE);
    assert_string_equal(error.message, "记录 已满：还剩 0 字节。");
    assert_string_equal(error.file, "");
    assert_int_equal(error.line, 0);

    memset(&error, 'x', sizeof error);
    assert_false(error_at(&error, ERROR_SCENARIO, "a.lua", 12, "No node is named \"%s\".", "end"));
    assert_int_equal(error.code, ERROR_SCENARIO);
    assert_string_equal(error.message, "No node is named \"end\".");
    assert_string_equal(error.file, "a.lua");
    assert_int_equal(error.line, 12);

    assert_false(error_at(&error, ERROR_USAGE, NULL, -3, "Wrong."));
    assert_string_equal(error.file, "");
    assert_int_equal(error.line, 0);
}

static void nobody_has_to_listen(void **state)
{
    (void)state;
    assert_false(error_set(NULL, ERROR_USAGE, "%s", "unheard"));
    assert_false(error_at(NULL, ERROR_USAGE, "a.lua", 1, "%s", "unheard"));
}

static void a_message_cannot_steer_the_terminal(void **state)
{
    (void)state;
    struct error error;
    error_set(&error, ERROR_NOT_FOUND, "No \x1b[31mred\a\x7f\xC2\x9B\u202E\xE4\xBD here.");
    assert_string_equal(error.message, "No \uFFFD[31mred\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD here.");
    /* One error is one line: a newline in a name must not look like a second error. */
    error_set(&error, ERROR_NOT_FOUND, "No %s.\n", "a\nroot: b");
    assert_string_equal(error.message, "No a root: b.");
    error_at(&error, ERROR_NOT_FOUND, "x\x1b]0;title\a.lua", 1, "Bad.");
    assert_string_equal(error.file, "x\uFFFD]0;title\uFFFD.lua");
}

/* A letter and 340 characters of three bytes are 1021 bytes; one more would be 1024. */
static void a_long_message_is_cut_between_characters(void **state)
{
    (void)state;
    struct error error;
    char text[1 + 2000 * 3 + 1] = "a";
    for (size_t i = 0; i < 2000; i++) {
        memcpy(text + 1 + 3 * i, "中", 4);
    }
    error_set(&error, ERROR_SYSTEM, "%s", text);
    assert_int_equal(strlen(error.message), 1021);
    assert_memory_equal(error.message, text, 1021);
    assert_true(text_is_clean(error.message, strlen(error.message)));
    /* 1 + 84 x 3 = 253; the next would end at 256, where the zero byte is. */
    error_at(&error, ERROR_SYSTEM, text, 1, "Long.");
    assert_int_equal(strlen(error.file), 253);
    assert_memory_equal(error.file, text, 253);
}

static void an_error_may_be_wrapped_in_itself(void **state)
{
    (void)state;
    struct error error;
    error_at(&error, ERROR_SCENARIO, "a.lua", 3, "No such act.");
    error_at(&error, ERROR_SCENARIO, error.file, error.line, "Rule 2: %s", error.message);
    assert_string_equal(error.message, "Rule 2: No such act.");
    assert_string_equal(error.file, "a.lua");
    assert_int_equal(error.line, 3);
}

static void assert_printed(const struct error *error, const char *expected)
{
    char *printed = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&printed, &length);
    assert_non_null(out);
    error_print(error, out);
    fclose(out);
    assert_string_equal(printed, expected);
    free(printed);
}

static void errors_are_printed_with_their_place(void **state)
{
    (void)state;
    struct error error;
    error_at(&error, ERROR_SCENARIO, "场景.lua", 7, "缺少中文。");
    assert_printed(&error, "场景.lua:7: 缺少中文。\n");
    error_at(&error, ERROR_NOT_FOUND, "a.lua", 0, "No such file.");
    assert_printed(&error, "a.lua: No such file.\n");
    error_set(&error, ERROR_USAGE, "100%% wrong: %s", "%n%s");
    assert_printed(&error, "yanlian: 100% wrong: %n%s\n");
}

static void the_nearest_word_is_found(void **state)
{
    (void)state;
    static const char *const commands[] = {"play",   "review", "replay", "report",
                                           "export", "check",  "课程",   "大堂经理"};
    static const struct {
        const char *word;
        const char *meant;
    } cases[] = {
        {"play", "play"},         /* itself */
        {"paly", "play"},         /* two neighbours swapped count as one */
        {"plsy", "play"},         /* one replaced */
        {"plaay", "play"},        /* one too many */
        {"pla", "play"},          /* one missing; a third of three is one */
        {"rveiew", "review"},     /* one swap */
        {"rpelya", "replay"},     /* two swaps, six letters */
        {"repotr", "report"},     /* one swap; replay is further */
        {"exprots", "export"},    /* a swap and one too many, seven letters */
        {"大堂经里", "大堂经理"}, /* one character, though two of its bytes differ */
        {"pl", NULL},             /* two missing, a third of two is none */
        {"chk", NULL},            /* two missing */
        {"chexx", NULL},          /* two replaced, a third of five is one */
        {"xxxx", NULL},
        {"课", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *found = error_nearest(cases[i].word, commands, COUNT(commands));
        if (cases[i].meant == NULL) {
            assert_null(found);
        } else {
            assert_non_null(found);
            assert_string_equal(found, cases[i].meant);
        }
    }
}

static void the_first_of_equals_wins(void **state)
{
    (void)state;
    static const char *const pair[] = {"cart", "card"};
    static const char *const nearer[] = {"acord", "card"};
    assert_ptr_equal(error_nearest("carx", pair, COUNT(pair)), pair[0]);
    assert_ptr_equal(error_nearest("accord", pair, 0), NULL);
    assert_ptr_equal(error_nearest("cord", nearer, COUNT(nearer)), nearer[0]);
    assert_ptr_equal(error_nearest("card", nearer, COUNT(nearer)), nearer[1]);
}

static void odd_words_do_no_harm(void **state)
{
    (void)state;
    char long_word[100];
    memset(long_word, 'a', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    const char *const candidates[] = {long_word, "\xFF\xFE\xE4\xBD", ""};
    assert_null(error_nearest(long_word, candidates, COUNT(candidates)));
    assert_ptr_equal(error_nearest("\xFF\xFE\xE4\xBE", candidates, COUNT(candidates)),
                     candidates[1]);
    /* 64 characters are still looked at. */
    const char *const shorter[] = {long_word + 36};
    assert_ptr_equal(error_nearest(long_word + 35, shorter, 1), shorter[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_is_filled),
        cmocka_unit_test(nobody_has_to_listen),
        cmocka_unit_test(a_message_cannot_steer_the_terminal),
        cmocka_unit_test(a_long_message_is_cut_between_characters),
        cmocka_unit_test(an_error_may_be_wrapped_in_itself),
        cmocka_unit_test(errors_are_printed_with_their_place),
        cmocka_unit_test(the_nearest_word_is_found),
        cmocka_unit_test(the_first_of_equals_wins),
        cmocka_unit_test(odd_words_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
