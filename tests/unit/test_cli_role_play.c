/* test_cli_role_play.c: `triads`, `observe` and `play --mode class` as a trainer types them. */
#include <cjson/cJSON.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "store/classes.h"
#include "unit/program.h"

static int set_up(void **state)
{
    struct error error = {0};
    struct class_row class = {.id = "spring-2026", .title = "春季班", .pass_mark = 60};
    struct class_row empty = {.id = "empty", .title = "空班", .pass_mark = 60};
    struct roster_entry roster[7] = {0};
    static const char *const names[] = {"王小明", "李丽", "赵强", "欧阳修远",
                                        "陈静",   "周敏", "李丽"};
    *state = program_home();
    struct store *store = store_open(getenv("YANLIAN_STORE"), &error);
    assert_non_null(store);
    assert_true(store_add_class(store, &class, &error));
    assert_true(store_add_class(store, &empty, &error));
    for (int i = 0; i < 7; i++) {
        snprintf(roster[i].person.name, sizeof roster[i].person.name, "%s", names[i]);
        snprintf(roster[i].person.staff_number, sizeof roster[i].person.staff_number, "B%d", i + 1);
    }
    assert_true(store_add_roster(store, class.id, roster, 7, &error));
    store_close(store);
    return 0;
}

static int tear_down(void **state)
{
    program_home_remove(*state);
    return 0;
}

static struct program_result run(const char *words, const char *input, int status)
{
    struct program_result result;
    program_run(words, input, &result);
    if (result.status != status)
        fail_msg("yanlian %s: exit %d, not %d\n%s%s", words, result.status, status, result.out,
                 result.error);
    return result;
}

static void says(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("'%s' is not in:\n%s", part, text);
}

static void refused(const char *words, int status, const char *part)
{
    struct program_result result = run(words, NULL, status);
    says(result.error, part);
    assert_string_equal(result.out, "");
    program_free(&result);
}

/* -------------------------------------------------------------------------------- triads ---- */

static void groups_are_printed(void **state)
{
    (void)state;
    struct program_result result = run("triads --class spring-2026 --absent 7 --seed 3", NULL, 0);
    says(result.out, "6 people, 2 groups, 3 rounds, 35 minutes");
    says(result.out, "Absent: 7 李丽");
    says(result.out, "prepare 1:30, play 7:00, feedback 3:00");
    says(result.out, "Round 3 of 3:");
    says(result.out, "Seed: 3");
    struct program_result again = run("triads --class spring-2026 --absent 7 --seed 3", NULL, 0);
    assert_string_equal(again.out, result.out);
    program_free(&result);
    program_free(&again);
}

/* Everyone present is the trainee once in three rounds of two groups. */
static void groups_are_told_to_machines(void **state)
{
    (void)state;
    struct program_result result = run("triads --class spring-2026 --absent 7 --json "
                                       "--scenario idle-deposit",
                                       NULL, 0);
    cJSON *root = cJSON_Parse(result.out);
    const cJSON *round, *group;
    int seen[8] = {0};
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(root, "rounds")), 3);
    cJSON_ArrayForEach(round, cJSON_GetObjectItem(root, "rounds"))
    {
        assert_string_equal(cJSON_GetObjectItem(round, "scenario")->valuestring, "idle-deposit");
        cJSON_ArrayForEach(group, cJSON_GetObjectItem(round, "groups"))
        {
            int position =
                cJSON_GetObjectItem(cJSON_GetObjectItem(group, "trainee"), "position")->valueint;
            assert_in_range(position, 1, 6);
            seen[position]++;
            assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(group, "observers")), 1);
        }
    }
    for (int i = 1; i <= 6; i++)
        assert_int_equal(seen[i], 1);
    cJSON_Delete(root);
    program_free(&result);
}

static void what_is_wrong_with_groups_is_said(void **state)
{
    (void)state;
    refused("triads", 2, "--class ID");
    refused("triads --class nobody", 1, "nobody");
    refused("triads --class empty", 2, "nobody is on the roster");
    refused("triads --class spring-2026 --minutes 20", 2, "24"); /* 7 people: 4 rounds of 6 */
    refused("triads --class spring-2026 --minutes x", 2, "whole number");
    refused("triads --class spring-2026 --absent 8", 2, "from 1 to 7");
    refused("triads --class spring-2026 --absent 1,2,3,4,5,6,7", 2, "0 people");
    refused("triads --class spring-2026 --scenario nowhere", 1, "nowhere");
    refused("triads --class spring-2026 --seed 0", 2, "whole number");
}

/* ------------------------------------------------------------------------------- observe ---- */

/* The id behind "Session: ". */
static void read_session(const char *out, char id[27])
{
    const char *at = strstr(out, "Session: ");
    assert_non_null(at);
    snprintf(id, 27, "%.26s", at + 9);
}

/*
 * accept-first (10, weight 3) kept once of two, greet-first (1, weight 2) kept, and no-promise (36,
 * weight 1, critical) broken: (3 x 1/2 + 2 + 0) / 6 = 58.3, and not passed.
 */
static void ticks_become_a_session(void **state)
{
    (void)state;
    char id[27], words[64];
    struct program_result result = run("observe idle-deposit --class spring-2026 --who 4 "
                                       "--observer 周敏",
                                       "10+ 10-\n1 +\n36-\n5+\nu\ndone\nn\n", 0);
    says(result.out, "欧阳修远");
    says(result.out, "Score: 58.3 of 100");
    says(result.out, "CRITICAL FAILURE");
    read_session(result.out, id);
    program_free(&result);
    snprintf(words, sizeof words, "show %s --json", id);
    result = run(words, NULL, 0);
    cJSON *root = cJSON_Parse(result.out);
    assert_true(cJSON_IsTrue(cJSON_GetObjectItem(root, "live")));
    assert_false(cJSON_IsTrue(cJSON_GetObjectItem(root, "passed")));
    assert_string_equal(cJSON_GetObjectItem(root, "observer")->valuestring, "周敏");
    assert_float_equal(cJSON_GetObjectItem(root, "score")->valuedouble, 350.0 / 6, 1e-9);
    cJSON_Delete(root);
    program_free(&result);
    snprintf(words, sizeof words, "show %s --plain", id);
    result = run(words, NULL, 0);
    says(result.out, "by 周敏");
    says(result.out, "Accept the feeling first: partly 1/2");
    program_free(&result);
    snprintf(words, sizeof words, "replay %s", id);
    result = run(words, NULL, 0);
    says(result.out, "all as logged (score 58.3)");
    program_free(&result);
    snprintf(words, sizeof words, "export %s --format csv", id);
    result = run(words, NULL, 0);
    says(result.out, "objection/accept-first,false,");
    program_free(&result);
    result = run("show", NULL, 0);
    says(result.out, " observed ");
    program_free(&result);
    snprintf(words, sizeof words, "review %s", id);
    refused(words, 1, "no picks");
    result = run("verify", NULL, 0);
    program_free(&result);
}

static void what_was_left_is_gone_on_with(void **state)
{
    (void)state;
    struct program_result result =
        run("observe idle-deposit --class spring-2026 --who 4", "10+\nq\n", 0);
    says(result.out, "yanlian observe --resume ");
    program_free(&result);
    result = run("observe idle-deposit --class spring-2026 --who 欧阳修远", "10-\ndone\nn\n", 0);
    says(result.out, "Score: 50 of 100");
    program_free(&result);
    result = run("show --json", NULL, 0); /* one session, not two */
    cJSON *root = cJSON_Parse(result.out);
    assert_int_equal(cJSON_GetArraySize(root), 1);
    cJSON_Delete(root);
    program_free(&result);
}

/* One observation finished, one left after a tick: reports count one, and so does the class. */
static void a_class_counts_what_was_finished(void **state)
{
    (void)state;
    struct program_result result =
        run("observe idle-deposit --class spring-2026 --who 4", "10+\ndone\nn\n", 0);
    program_free(&result);
    result = run("observe idle-deposit --class spring-2026 --who 4", "10-\nq\n", 0);
    program_free(&result);
    result = run("class show spring-2026", NULL, 0);
    const char *line = strstr(result.out, "欧阳修远");
    const char *branch = line ? strstr(line, " B4 ") : NULL;
    char *end;
    if (!branch) {
        fail_msg("nobody of branch B4 in:\n%s", result.out);
        return;
    }
    assert_int_equal(strtol(branch + strlen(" B4 "), &end, 10), 1); /* sessions */
    assert_int_equal(strtol(end, NULL, 10), 100);                   /* the last score */
    program_free(&result);
}

static void nonsense_ticks_nothing(void **state)
{
    (void)state;
    struct program_result result =
        run("observe idle-deposit --class spring-2026 --who 4",
            "99+\n0+\n10*\n+\n-5+\n99999999999999999999999+\n10 11\n\nlist\ndone\nu\n", 0);
    says(result.out, "0 ticks, score so far -");
    assert_null(strstr(result.out, "1 tick,"));
    says(result.out, "Nothing was ticked, so nothing is kept.");
    program_free(&result);
    result = run("show --json", NULL, 0);
    cJSON *root = cJSON_Parse(result.out);
    assert_int_equal(cJSON_GetArraySize(root), 0);
    cJSON_Delete(root);
    program_free(&result);
}

static void who_is_meant_has_to_be_clear(void **state)
{
    (void)state;
    refused("observe idle-deposit", 2, "--who");
    refused("observe", 2, "name a scenario");
    refused("observe idle-deposit --who 4", 2, "--class");
    refused("observe idle-deposit --class spring-2026 --who 8", 1, "position 8");
    refused("observe idle-deposit --class spring-2026 --who 张三", 1, "张三");
    refused("observe idle-deposit --class spring-2026 --who 李丽", 2, "李丽"); /* there are two */
    refused("observe nowhere --class spring-2026 --who 4", 1, "nowhere");
    refused("observe --resume 0000000000", 1, "no session");
}

/* --------------------------------------------------------------------------- class mode ---- */

static void a_class_votes_in_lines(void **state)
{
    (void)state;
    struct program_result result = run("play idle-deposit --mode class --seed 7 --as Class",
                                       "1 2 2\n3\nu\n7\nv\nb\n2\nv\n9\n\n1\n\nq\n", 0);
    says(result.out, "3 votes so far");
    says(result.out, "4 votes so far");
    says(result.out, "   1  33%"); /* 1 of 3; then one more for 2: 1 and 3 of 4 */
    says(result.out, "   3  75%");
    says(result.out, "What is said? (Enter: 2)> ");
    says(result.out, "Coach:");
    says(result.out, "-- turn 2 of 12 --");
    says(result.out, "yanlian play --resume ");
    const char *id = strstr(result.out, "--resume ") + 9;
    char words[64];
    snprintf(words, sizeof words, "export %.26s --format jsonl", id);
    struct program_result log = run(words, NULL, 0);
    says(log.out, "\"kind\":\"vote\"");
    says(log.out, "\"votes\":{");
    program_free(&log);
    snprintf(words, sizeof words, "replay %.26s", id);
    log = run(words, NULL, 0);
    program_free(&log);
    program_free(&result);
}

/* Nobody is named: the session is the room's, of the class and of nobody on its roster. */
static void the_room_plays_under_the_classes_name(void **state)
{
    (void)state;
    struct program_result result =
        run("play idle-deposit --mode class --class spring-2026 --seed 7", "1\n\n\nq\n", 0);
    program_free(&result);
    result = run("show --json", NULL, 0);
    cJSON *root = cJSON_Parse(result.out);
    const cJSON *row = cJSON_GetArrayItem(root, 0);
    assert_string_equal(cJSON_GetObjectItem(row, "person")->valuestring, "春季班");
    assert_string_equal(cJSON_GetObjectItem(row, "class")->valuestring, "spring-2026");
    assert_string_equal(cJSON_GetObjectItem(row, "mode")->valuestring, "class");
    cJSON_Delete(root);
    program_free(&result);
    refused("play idle-deposit --mode class --class nowhere", 1, "nowhere");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(groups_are_printed),
        TEST(groups_are_told_to_machines),
        TEST(what_is_wrong_with_groups_is_said),
        TEST(ticks_become_a_session),
        TEST(what_was_left_is_gone_on_with),
        TEST(a_class_counts_what_was_finished),
        TEST(nonsense_ticks_nothing),
        TEST(who_is_meant_has_to_be_clear),
        TEST(a_class_votes_in_lines),
        TEST(the_room_plays_under_the_classes_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
