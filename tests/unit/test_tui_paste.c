/* test_tui_paste.c: what comes between a terminal's brackets, byte by byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tui/paste.h"

/* All bytes but those of the end; the end is at the last byte and nowhere before. */
static void assert_pasted(const char *bytes, const char *expected)
{
    struct paste paste = {0};
    for (const char *at = bytes; *at; at++)
        assert_false(paste_byte(&paste, *at));
    for (const char *at = PASTE_END; *at; at++)
        assert_int_equal(paste_byte(&paste, *at), at[1] == '\0');
    char *text = paste_take(&paste);
    assert_string_equal(text, expected);
    free(text);
}

static void text_is_kept(void **unused)
{
    (void)unused;
    assert_pasted("", "");
    assert_pasted("睡眠户 many", "睡眠户 many");
    assert_pasted("a\nb\rc\r\nd\u2028e", "a\nb\nc\nd\ne");
    assert_pasted("\r\n\r\n", "\n\n");
    assert_pasted("a\tb", "a b");
}

static void what_steers_is_dropped(void **unused)
{
    (void)unused;
    assert_pasted("a\x01\x7F\xC2\x85\u202Ez", "az");
    assert_pasted("\033[A", "[A");
    assert_pasted("\xFF\xE7\x9D"
                  "a\xE7",
                  "a"); /* no UTF-8 */
}

/* What only begins like the end is text, and may be followed by the end itself. */
static void almost_the_end_is_text(void **unused)
{
    (void)unused;
    assert_pasted("\033[20", "[20");
    assert_pasted("\033\033[201x", "[201x");
    assert_pasted("\033[200~", "[200~");
    assert_pasted("201~", "201~");
}

static void too_much_is_left_out(void **unused)
{
    (void)unused;
    struct paste paste = {0};
    for (int i = 0; i < 2 * PASTE_MAX; i++)
        assert_false(paste_byte(&paste, 'a'));
    char *text = paste_take(&paste);
    assert_int_equal(strlen(text), PASTE_MAX);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_kept),
        cmocka_unit_test(what_steers_is_dropped),
        cmocka_unit_test(almost_the_end_is_text),
        cmocka_unit_test(too_much_is_left_out),
    };
    return cmocka_run_group_tests_name("paste", tests, NULL, NULL);
}
