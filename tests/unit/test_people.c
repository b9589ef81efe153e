/*
 * test_people.c: what `yanlian class` says to other programs: JSON that holds every name as it was
 * given, whatever it is made of.
 */
#include <cjson/cJSON.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "unit/program.h"

struct home {
    char *folder;
    char pass[512], roster[512];
};

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0600), 0);
}

/* Runs one command line with the trainer's passphrase, which must succeed; gives its JSON or NULL. */
static cJSON *run(const struct home *home, const char *words, bool trainer)
{
    struct program_result result;
    struct buffer line = {0};
    buffer_add(&line, words);
    if (trainer)
        buffer_printf(&line, " --as chen --passphrase-file %s", home->pass);
    program_run(line.data, NULL, &result);
    if (result.status != 0)
        fail_msg("%s: %d %s", line.data, result.status, result.error);
    cJSON *json = cJSON_ParseWithOpts(result.out, NULL, true);
    program_free(&result);
    buffer_free(&line);
    return json;
}

static void begin(struct home *home, const char *roster)
{
    struct buffer line = {0};
    home->folder = program_home();
    snprintf(home->pass, sizeof home->pass, "%s/pass", home->folder);
    snprintf(home->roster, sizeof home->roster, "%s/roster.csv", home->folder);
    write_file(home->pass, "a few words of mine\n");
    write_file(home->roster, roster);
    buffer_printf(&line, "trainer new chen --passphrase-file %s", home->pass);
    assert_null(run(home, line.data, false));
    buffer_free(&line);
    assert_null(run(home, "class new spring-2026 --title Spring", true));
}

static const char *text_of(const cJSON *object, const char *key)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

static double number_of(const cJSON *object, const char *key)
{
    return cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

static void names_come_out_of_json_as_they_went_in(void **unused)
{
    (void)unused;
    static const char *const names[] = {"=HYPERLINK(\"http://x\",\"y\")",
                                        "</script><script>alert(1)</script>",
                                        "\\u0000\\\"',;",
                                        "欧阳娜娜·古丽扎尔",
                                        "%s%n%100d",
                                        "O'Brien; DROP TABLE person"};
    enum { COUNT = sizeof names / sizeof *names };
    struct home home;
    struct buffer csv = {0}, line = {0};
    buffer_add(&csv, "name,staff number\n");
    for (int i = 0; i < COUNT; i++) {
        buffer_add(&csv, "\"");
        for (const char *at = names[i]; *at; at++)
            buffer_printf(&csv, *at == '"' ? "\"%c" : "%c", *at);
        buffer_printf(&csv, "\",%d\n", i + 1);
    }
    begin(&home, csv.data);
    buffer_printf(&line, "class roster spring-2026 %s --json", home.roster);
    cJSON *added = run(&home, line.data, true);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(added, "added")), COUNT);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(added, "missing")), 0);
    cJSON_Delete(added);
    cJSON *shown = run(&home, "class show spring-2026 --json", false);
    const cJSON *people = cJSON_GetObjectItem(shown, "people");
    assert_int_equal(cJSON_GetArraySize(people), COUNT);
    for (int i = 0; i < COUNT; i++) {
        const cJSON *person = cJSON_GetArrayItem(people, i);
        assert_string_equal(text_of(person, "person"), names[i]);
        assert_int_equal(number_of(person, "position"), i + 1);
        assert_int_equal(number_of(person, "sessions"), 0);
        assert_null(cJSON_GetObjectItem(person, "last_score"));
    }
    cJSON_Delete(shown);
    buffer_free(&csv);
    buffer_free(&line);
    program_home_remove(home.folder);
}

static void settings_and_results_are_in_json(void **unused)
{
    (void)unused;
    struct home home;
    struct buffer line = {0};
    begin(&home, "姓名,工号,网点,岗位\n王小明,80012,城东支行,大堂经理\n");
    buffer_printf(&line, "class roster spring-2026 %s", home.roster);
    assert_null(run(&home, line.data, true));
    buffer_free(&line);
    cJSON_Delete(run(
        &home, "class set spring-2026 --policy first --pass-mark 75 --double-share 0.25", true));
    assert_null(run(&home, "class numbers spring-2026 contact-plan.high=70", true));
    assert_null(run(&home,
                    "play idle-deposit --class spring-2026 --as 80012 --auto best-effort "
                    "--seed 7",
                    false));
    cJSON *shown = run(&home, "class show spring-2026 --json", false);
    assert_string_equal(text_of(shown, "policy"), "first");
    assert_true(number_of(shown, "pass_mark") == 75);
    assert_true(number_of(shown, "double_share") == 0.25);
    assert_true(number_of(cJSON_GetObjectItem(shown, "numbers"), "contact-plan.high") == 70);
    const cJSON *person = cJSON_GetArrayItem(cJSON_GetObjectItem(shown, "people"), 0);
    assert_string_equal(text_of(person, "branch"), "城东支行");
    assert_string_equal(text_of(person, "role"), "大堂经理");
    assert_int_equal(number_of(person, "sessions"), 1);
    assert_int_equal(number_of(person, "finished"), 1);
    assert_true(number_of(person, "last_score") >= 0);
    cJSON_Delete(shown);
    cJSON *sessions = run(&home, "show --class spring-2026 --json", false);
    assert_int_equal(cJSON_GetArraySize(sessions), 1);
    assert_string_equal(text_of(cJSON_GetArrayItem(sessions, 0), "class"), "spring-2026");
    cJSON_Delete(sessions);
    program_home_remove(home.folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_come_out_of_json_as_they_went_in),
        cmocka_unit_test(settings_and_results_are_in_json),
    };
    return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
