/*
 * test_rubric.c: the shipped rubric, and what the loader says of faulty ones.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "class/courseware.h"
#include "script/rubric_file.h"
#include "small.h"

static struct rubric_file *load_shipped(void)
{
    struct error error = {0};
    char *folder = source_path("courseware");
    setenv("YANLIAN_COURSEWARE", folder, 1);
    free(folder);
    folder = source_path("scenarios");
    setenv("YANLIAN_SCENARIOS", folder, 1);
    free(folder);
    struct bundle *bundle = courseware_bundle(NULL, "rubric", &error);
    struct rubric_file *file = bundle ? rubric_file_load(bundle, NULL, &error) : NULL;
    bundle_free(bundle);
    if (!file)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    return file;
}

/* Every anchor is there in both languages, can be read at a glance, and is no other's. */
static void shipped_rubric_is_whole(void **state)
{
    (void)state;
    static const char *const ids[] = {"opening", "need", "objection", "referral", "conduct"};
    struct rubric_file *file = load_shipped();
    const struct rubric *rubric = rubric_file_rubric(file);
    assert_string_equal(rubric->id, "lobby");
    assert_int_equal(CRITERION_COUNT, 5);
    for (int i = 0; i < CRITERION_COUNT; i++) {
        assert_string_equal(rubric->criteria[i].id, ids[i]);
        assert_true(rubric->criteria[i].source_count > 0);
        for (int level = 0; level < LEVEL_MAX; level++) {
            const char *chinese = rubric->criteria[i].anchors[level].words[LANGUAGE_ZH];
            const char *english = rubric->criteria[i].anchors[level].words[LANGUAGE_EN];
            assert_in_range(text_width(chinese), 20, 90);
            assert_in_range(text_width(english), 20, 90);
            for (int other = 0; other < level; other++)
                assert_string_not_equal(chinese,
                                        rubric->criteria[i].anchors[other].words[LANGUAGE_ZH]);
        }
    }
    assert_int_equal(strlen(rubric_file_digest(file)), 64);
    rubric_file_free(file);
}

/* ---------------------------------------------------------------------------------- faulty ---- */

static const char sources[] = "return sources { [\"FE-1\"] = { zh = \"一\", en = \"One\" } }";

#define LEVELS \
    "{ {zh='一',en='a'}, {zh='二',en='b'}, {zh='三',en='c'}, {zh='四',en='d'}, {zh='五',en='e'} }"
#define CRITERION(id) \
    "{ id='" id "', source={'FE-1'}, title={zh='题',en='T'}, anchors=" LEVELS " },\n"
#define REST CRITERION("need") CRITERION("objection") CRITERION("referral") CRITERION("conduct")

/* Loads the text; the first fault must hold `part` (NULL: there is none). */
static void expect(const char *text, const char *part)
{
    struct error error = {0};
    struct bundle *bundle = bundle_new("");
    bundle_add(bundle, "rubric.lua", text, strlen(text));
    bundle_add(bundle, "sources.lua", sources, strlen(sources));
    bundle_seal(bundle);
    struct rubric_file *file = rubric_file_load(bundle, NULL, &error);
    if (part == NULL && file == NULL)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    if (part != NULL) {
        assert_null(file);
        if (strstr(error.message, part) == NULL)
            fail_msg("'%s' is not in '%s'", part, error.message);
        assert_true(error.line > 0);
    }
    rubric_file_free(file);
    bundle_free(bundle);
}

static void faults_are_told(void **state)
{
    (void)state;
    expect("return rubric 'r' { criteria = {\n" CRITERION("opening") REST "}, overall = " LEVELS
                                                                          " }",
           NULL);
    expect("return rubric 'r' { criteria = {\n" CRITERION("need") CRITERION("opening")
               CRITERION("objection") CRITERION("referral")
                   CRITERION("conduct") "}, overall = " LEVELS " }",
           "criterion 1 is 'opening', not 'need'");
    expect("return rubric 'r' { criteria = {\n" REST "}, overall = " LEVELS " }",
           "4 criteria here: there are 5");
    expect("return rubric 'r' { criteria = {\n" CRITERION("opening") REST "} }",
           "'overall' is missing");
    expect("return rubric 'r' { criteria = {\n" CRITERION("opening") REST
           "}, overall = { {zh='一',en='a'}, {zh='二',en='b'} } }",
           "2 anchors here");
    expect("return rubric 'r' { criteria = {\n" CRITERION("opening") REST
           "}, overall = { {zh='一',en='a'}, {zh='二',en='b'}, {zh='三',en='a'},"
           "{zh='四',en='d'}, {zh='五',en='e'} } }",
           "levels 1 and 3 have the same anchor");
    expect("return rubric 'r' { criteria = {\n" CRITERION("opening") REST
           "}, overall = { {zh='一',en='a'}, {zh='二'}, {zh='三',en='c'},"
           "{zh='四',en='d'}, {zh='五',en='e'} } }",
           "the text in 'en' is missing");
    expect("return rubric 'r' { criteria = { { id='opening', source={'FE-9'}, "
           "title={zh='题',en='T'}, anchors=" LEVELS " }," REST "}, overall = " LEVELS " }",
           "unknown curriculum id 'FE-9'");
    expect("return rubric 'r' { criterias = {} }", "'criteria' is missing");
    expect("return rubric 'r' { criteria = 3, overall = 4 }", "");
}

static void long_anchors_are_told(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_add(&text, "return rubric 'r' { criteria = {\n" CRITERION("opening") REST
               "}, overall = { {zh='");
    for (int i = 0; i < 46; i++)
        buffer_add(&text, "长");
    buffer_add(&text, "',en='a'}, {zh='二',en='b'}, {zh='三',en='c'}, {zh='四',en='d'}, "
                      "{zh='五',en='e'} } }");
    expect(text.data, "this anchor is 92 cells wide");
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_rubric_is_whole),
        cmocka_unit_test(faults_are_told),
        cmocka_unit_test(long_anchors_are_told),
    };
    return cmocka_run_group_tests_name("rubric", tests, NULL, NULL);
}
