/*
 * test_document.c: hostile text comes out as itself in HTML and Markdown, and both are well formed.
 *
 * What is expected of Markdown follows from CommonMark 0.30 (a backslash before ASCII punctuation
 * makes it literal; what opens a block is decided at the start of a line), that of HTML from its
 * five special characters.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "class/document.h"

static struct document *begin(void)
{
    return document_new(LANGUAGE_EN, "Handout", "Title");
}

/* The Markdown behind the title and the kind; frees the document. The caller frees the text. */
static char *markdown(struct document *document)
{
    char *all = document_to_markdown(document);
    static const char head[] = "# Title\n\nHandout\n\n";
    assert_int_equal(strncmp(all, head, sizeof head - 1), 0);
    char *rest = strdup(all + sizeof head - 1);
    free(all);
    document_free(document);
    return rest;
}

static char *html(struct document *document)
{
    char *all = document_to_html(document);
    document_free(document);
    return all;
}

static void expect_paragraph(const char *text, const char *expected)
{
    struct document *document = begin();
    document_add(document, DOCUMENT_PARAGRAPH, text);
    char *found = markdown(document);
    char wanted[512];
    snprintf(wanted, sizeof wanted, "%s\n", expected);
    assert_string_equal(found, wanted);
    free(found);
}

/* --------------------------------------------------------------------------- Markdown ---- */

static void test_markdown_keeps_text_literal(void **state)
{
    (void)state;
    expect_paragraph("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>");
    expect_paragraph("a | b", "a \\| b");
    expect_paragraph("*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~");
    expect_paragraph("[x](y) ![z]", "\\[x\\](y) !\\[z\\]");
    expect_paragraph("a\\b &amp; $x$ ^2 @me", "a\\\\b \\&amp; \\$x\\$ \\^2 \\@me");
    expect_paragraph("https://bank.cn www.bank.cn :smile:",
                     "https\\://bank.cn www\\.bank.cn \\:smile:");
}

static void test_markdown_begins_no_block(void **state)
{
    (void)state;
    expect_paragraph("# no heading", "\\# no heading");
    expect_paragraph("- no list", "\\- no list");
    expect_paragraph("+ no list", "\\+ no list");
    expect_paragraph("1. no list", "1\\. no list");
    expect_paragraph("12) no list", "12\\) no list");
    expect_paragraph("(1) no list", "\\(1) no list");
    expect_paragraph("iv. no list", "iv\\. no list");
    expect_paragraph("> no quote", "\\> no quote");
    expect_paragraph("===", "\\===");
    expect_paragraph("    no code", "no code");
    /* The same behind a line break, where a second line could become a heading's rule. */
    expect_paragraph("one\n---", "one\\\n\\---");
    expect_paragraph("one\n  # two", "one\\\n\\# two");
    /* But what means nothing stays readable. */
    expect_paragraph("5-10 times, 3.5%, 2:30 (a) #1", "5-10 times, 3.5%, 2:30 (a) #1");
    expect_paragraph("2013. It", "2013\\. It");
    expect_paragraph("两多：睡眠户、低效客户", "两多：睡眠户、低效客户");
}

/* At the end of a heading a number sign would close it; in a cell nothing begins. */
static void test_markdown_headings_and_cells(void **state)
{
    (void)state;
    struct document *document = begin();
    document_add(document, DOCUMENT_HEADING, "# 1. C\nand F#");
    document_table(document, (int[]){100}, 1);
    document_begin(document, DOCUMENT_ROW);
    document_add(document, DOCUMENT_NUMBER_CELL, "-4");
    document_end(document);
    document_end(document);
    char *found = markdown(document);
    assert_string_equal(found, "## \\# 1. C and F\\#\n\n|  |\n"
                               "| -------------------------------------------------- |\n| -4 |\n");
    free(found);
}

/* Between Chinese characters "**：**" would not close: strong words stand between spaces. */
static void test_markdown_strong_words_close(void **state)
{
    (void)state;
    struct document *document = begin();
    document_begin(document, DOCUMENT_PARAGRAPH);
    document_text(document, PIECE_PLAIN, "先");
    document_text(document, PIECE_STRONG, "为什么：");
    document_text(document, PIECE_PLAIN, "因为");
    document_end(document);
    char *found = markdown(document);
    assert_string_equal(found, "先 **为什么：** 因为\n");
    free(found);
}

static void test_markdown_tables_keep_their_cells(void **state)
{
    (void)state;
    struct document *document = begin();
    document_table(document, (int[]){20, 80}, 2);
    document_begin(document, DOCUMENT_HEAD_ROW);
    document_add(document, DOCUMENT_CELL, "Name");
    document_add(document, DOCUMENT_NUMBER_CELL, "Min.");
    document_end(document);
    document_begin(document, DOCUMENT_ROW);
    document_add(document, DOCUMENT_CELL, "a|b\nc");
    document_add(document, DOCUMENT_NUMBER_CELL, "4");
    document_end(document);
    document_begin(document, DOCUMENT_ROW);
    document_add(document, DOCUMENT_CELL, "alone");
    document_end(document);
    document_end(document);
    char *found = markdown(document);
    assert_string_equal(found, "| Name | Min. |\n"
                               "| ---------- | ----------------------------------------: |\n"
                               "| a\\|b<br>c | 4 |\n"
                               "| alone |  |\n");
    free(found);
}

static void test_markdown_nests(void **state)
{
    (void)state;
    struct document *document = begin();
    document_begin(document, DOCUMENT_CARD);
    document_add(document, DOCUMENT_SUBHEADING, "You");
    document_begin(document, DOCUMENT_NUMBERS);
    document_begin(document, DOCUMENT_ITEM);
    document_text(document, PIECE_PLAIN, "one");
    document_begin(document, DOCUMENT_CHECKS);
    document_add(document, DOCUMENT_ITEM, "- tick");
    document_end(document);
    document_end(document);
    document_end(document);
    document_end(document);
    char *found = markdown(document);
    assert_string_equal(found, "> ### You\n>\n> 1. one\n>\n>    - [ ] \\- tick\n");
    free(found);
}

/* -------------------------------------------------------------------------------- HTML ---- */

static void test_html_escapes(void **state)
{
    (void)state;
    struct document *document = document_new(LANGUAGE_ZH, "</style><b>", "</title><i>");
    document_add(document, DOCUMENT_PARAGRAPH, "<script>alert('1')</script> & \"q\"\nnext");
    char *found = html(document);
    assert_non_null(strstr(found, "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; "
                                  "&quot;q&quot;<br>\nnext</p>"));
    assert_non_null(strstr(found, "<title>&lt;/title&gt;&lt;i&gt; · &lt;/style&gt;&lt;b&gt;"));
    assert_null(strstr(found, "<script"));
    assert_null(strstr(found, "<i>"));
    assert_null(strstr(found, "<b>"));
    free(found);
}

/* Headings of columns stand in attributes too, where a quote or a newline would break out. */
static void test_html_attributes_hold(void **state)
{
    (void)state;
    struct document *document = begin();
    document_table(document, (int[]){100}, 1);
    document_begin(document, DOCUMENT_HEAD_ROW);
    document_add(document, DOCUMENT_CELL, "\" onload=\"x\ny");
    document_end(document);
    document_begin(document, DOCUMENT_ROW);
    document_add(document, DOCUMENT_CELL, "cell");
    document_end(document);
    document_end(document);
    char *found = html(document);
    assert_non_null(strstr(found, "<td data-label=\"&quot; onload=&quot;x y\">cell</td>"));
    free(found);
}

static void test_html_stands_alone(void **state)
{
    (void)state;
    char *english = html(begin());
    char *chinese = html(document_new(LANGUAGE_ZH, "讲义", "课"));
    assert_non_null(strstr(english, "<html lang=\"en\">"));
    assert_non_null(strstr(chinese, "<html lang=\"zh-CN\">"));
    assert_non_null(strstr(english, "default-src 'none'"));
    assert_non_null(strstr(english, "\"Page \" counter(page) \" of \" counter(pages)"));
    assert_non_null(strstr(chinese, "\"第 \" counter(page) \" 页，共 \" counter(pages) \" 页\""));
    for (int i = 0; i < 2; i++) {
        const char *page = i == 0 ? english : chinese;
        assert_null(strstr(page, "http:"));
        assert_null(strstr(page, "https:"));
        assert_null(strstr(page, "url("));
        assert_null(strstr(page, "@import"));
        assert_null(strstr(page, "<script"));
    }
    free(english);
    free(chinese);
}

/* Control bytes, direction overrides and broken UTF-8 never reach the paper (text_clean). */
static void test_text_is_cleaned(void **state)
{
    (void)state;
    struct document *document = begin();
    document_add(document, DOCUMENT_PARAGRAPH, "a\x1b[31mb\xff");
    document_add(document, DOCUMENT_PARAGRAPH, "x\u202ey");
    char *found = html(document);
    assert_null(strchr(found, '\x1b'));
    assert_null(strchr(found, '\xff'));
    assert_null(strstr(found, "\u202e"));
    free(found);
}

static void test_empty_blocks_leave_nothing(void **state)
{
    (void)state;
    struct document *document = begin();
    document_add(document, DOCUMENT_PARAGRAPH, "");
    document_add(document, DOCUMENT_HEADING, NULL);
    char *found = markdown(document);
    assert_string_equal(found, "");
    free(found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markdown_keeps_text_literal),
        cmocka_unit_test(test_markdown_begins_no_block),
        cmocka_unit_test(test_markdown_strong_words_close),
        cmocka_unit_test(test_markdown_headings_and_cells),
        cmocka_unit_test(test_markdown_tables_keep_their_cells),
        cmocka_unit_test(test_markdown_nests),
        cmocka_unit_test(test_html_escapes),
        cmocka_unit_test(test_html_attributes_hold),
        cmocka_unit_test(test_html_stands_alone),
        cmocka_unit_test(test_text_is_cleaned),
        cmocka_unit_test(test_empty_blocks_leave_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
