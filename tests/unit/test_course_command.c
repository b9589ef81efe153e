/*
 * test_course_command.c: `yanlian course` in lines, as a script or a screen reader uses it, and what
 * `yanlian check` says of courses.
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
#include "class/trainer.h"
#include "unit/program.h"

struct home {
    char *folder;
    char passphrase[512];
};

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0600), 0);
}

static int set_up(void **state)
{
    struct home *home = calloc(1, sizeof *home);
    struct error error = {0};
    struct class_row class = {.id = "spring", .title = "春季班", .pass_mark = 60};
    struct roster_entry people[] = {{.person = {.name = "王小明", .staff_number = "1001"}},
                                    {.person = {.name = "李丽", .staff_number = "1002"}},
                                    {.person = {.name = "赵强", .staff_number = "1003"}}};
    assert_non_null(home);
    home->folder = program_home();
    snprintf(home->passphrase, sizeof home->passphrase, "%s/passphrase", home->folder);
    write_file(home->passphrase, "lantern harbour\n");
    struct store *store = store_open(getenv("YANLIAN_STORE"), &error);
    assert_non_null(store);
    assert_true(trainer_new(store, "chen", "lantern harbour", NULL, &error));
    assert_true(store_add_class(store, &class, &error));
    assert_true(store_add_roster(store, "spring", people, 3, &error));
    store_close(store);
    *state = home;
    return 0;
}

static int tear_down(void **state)
{
    struct home *home = *state;
    program_home_remove(home->folder);
    free(home);
    return 0;
}

#define HOME_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static void expect(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("'%s' is not in:\n%s", part, text);
}

static void expect_not(const char *text, const char *part)
{
    if (strstr(text, part))
        fail_msg("'%s' is in:\n%s", part, text);
}

/* What `course run --plain MORE` prints when these commands are typed. */
static char *run_plain(const struct home *home, const char *more, const char *input)
{
    struct program_result result;
    struct buffer line = {0};
    buffer_printf(&line,
                  "course run existing-customers --class spring --as chen --passphrase-file %s "
                  "--plain --lang en%s",
                  home->passphrase, more);
    program_run(line.data, input, &result);
    if (result.status != 0)
        fail_msg("%s: %d\n%s%s", line.data, result.status, result.out, result.error);
    buffer_free(&line);
    char *out = strdup(result.out);
    assert_non_null(out);
    program_free(&result);
    return out;
}

static cJSON *log_json(void)
{
    struct program_result result;
    program_run("course log --class spring --json", NULL, &result);
    assert_int_equal(result.status, 0);
    cJSON *root = cJSON_ParseWithOpts(result.out, NULL, true);
    assert_non_null(root);
    program_free(&result);
    return root;
}

static const char *text_of(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
    return text ? text : "";
}

static double number_of(const cJSON *object, const char *key)
{
    return cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

static const cJSON *item_of(const cJSON *object, const char *key, int index)
{
    return cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(object, key), index);
}

/* ------------------------------------------------------------------------------- running ---- */

static void a_course_is_run_in_lines(void **state)
{
    const struct home *home = *state;
    char *out =
        run_plain(home, "", "s\nm 2\nw 睡眠户多\nn\na\n+\n-\np\nw\nx y\nb\nn\nm 9\nm z\nq\n");
    expect(out, "3 here, 0 absent");
    expect(out, "== 1/18 [talk]");
    expect(out, "Segment 1/18 The customers in your drawer: 3:00 left. Class: 90:00 left, on time. "
                "running");
    expect(out, "2 here, 1 absent");
    expect(out, "== 2/18 [discussion]");
    expect(out, "A good answer holds");
    expect(out,
           "Segment 2/18 Where do traces of customers lie?: 3:00 left."); /* 2:00 and a minute */
    expect(out, "ahead -1:5");
    expect(out, "paused");
    expect(out, "! there is nothing to put on the board");
    expect(out, "w TEXT onto the board"); /* what x y is answered with */
    expect(out, "! the roster has positions from 1 to 3");
    expect(out, "! m takes positions of the roster, such as m 3,7");
    expect(out, "The same command goes on with it.");
    free(out);

    cJSON *root = log_json();
    assert_string_equal(text_of(root, "status"), "paused");
    assert_string_equal(text_of(item_of(root, "absent", 0), "name"), "李丽");
    assert_string_equal(text_of(item_of(root, "board", 0), "words"), "睡眠户多");
    assert_string_equal(text_of(item_of(root, "board", 0), "segment"), "opening");
    assert_int_equal((int)number_of(item_of(root, "segments", 1), "planned_seconds"), 120);
    assert_int_equal((int)number_of(item_of(root, "segments", 1), "visits"), 2);
    assert_string_equal(text_of(item_of(root, "events", 0), "event"), "begin");
    cJSON_Delete(root);
}

static void it_resumes_by_itself_or_begins_anew(void **state)
{
    const struct home *home = *state;
    free(run_plain(home, "", "n\nn\nq\n"));
    char *out = run_plain(home, "", "s\n"); /* the input ends: it is left, too */
    expect(out, "Goes on with the unfinished course, at 0:0");
    expect(out, "== 3/18");
    expect_not(out, "== 1/18");
    free(out);
    out = run_plain(home, " --new", "q\n");
    expect_not(out, "Goes on");
    expect(out, "== 1/18");
    free(out);
    /* a rehearsal is no course: it neither goes on with one, nor hides it */
    out = run_plain(home, " --dry-run 2x", "q\n");
    expect_not(out, "Goes on");
    free(out);
    cJSON *root = log_json();
    assert_false(cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(root, "rehearsal")));
    cJSON_Delete(root);
}

/* 90 minutes at 600x are 9 seconds; without a word they go by, each segment as planned. */
static void a_rehearsal_runs_through(void **state)
{
    const struct home *home = *state;
    struct program_result result;
    struct buffer line = {0};
    buffer_printf(&line,
                  "course run existing-customers --class spring --as chen --passphrase-file %s "
                  "--plain --lang en --dry-run 600x",
                  home->passphrase);
    program_run(line.data, NULL, &result); /* its input is at its end at once */
    assert_int_equal(result.status, 0);
    expect(result.out, "== 18/18 [wrap-up]");
    expect(result.out, "In all");
    program_free(&result);
    buffer_free(&line);
    cJSON *root = log_json();
    assert_string_equal(text_of(root, "status"), "finished");
    assert_int_equal((int)number_of(root, "speed"), 600);
    const cJSON *segment;
    cJSON_ArrayForEach(segment, cJSON_GetObjectItemCaseSensitive(root, "segments"))
    {
        assert_int_equal((int)number_of(segment, "actual_seconds"),
                         (int)number_of(segment, "planned_seconds"));
    }
    assert_int_equal((int)number_of(root, "actual_seconds"), 5400);
    cJSON_Delete(root);
    program_run("course log --class spring --lang en", NULL, &result);
    expect(result.out, " · 春季班 · finished · rehearsal 600x");
    expect(result.out, "90:00    90:00     0:00");
    program_free(&result);
    program_run("verify", NULL, &result);
    assert_int_equal(result.status, 0);
    program_free(&result);
}

/* ------------------------------------------------------------------------- what is refused ---- */

static void expect_refusal(const char *words, int status, const char *part)
{
    struct program_result result;
    program_run(words, NULL, &result);
    if (result.status != status)
        fail_msg("%s: %d\n%s%s", words, result.status, result.out, result.error);
    expect(result.error, part);
    program_free(&result);
}

static void what_can_not_be_is_told(void **state)
{
    const struct home *home = *state;
    char words[800], wrong[600];
    expect_refusal("course run existing-customers --class spring --as chen", 1, "--plain");
    expect_refusal("course run --class spring --plain", 2, "name a course");
    expect_refusal("course run existing-customers --plain", 2, "name a class");
    expect_refusal("course log", 2, "name a class");
    expect_refusal("course log --class spring", 1, "has had no course yet");
    expect_refusal("course log --class sprint", 1, "spring");
    expect_refusal("course rum x", 2, "too much");
    expect_refusal("course rum", 2, "use run, log or print");
    expect_refusal("course run a b", 2, "too much");
    expect_refusal("course run x --dry-run fast --plain", 2, "--dry-run fast");
    expect_refusal("course run x --dry-run 1x --plain", 2, "from 2x to 600x");
    expect_refusal("course run x --dry-run 60xx --plain", 2, "--dry-run 60xx");
    snprintf(words, sizeof words,
             "course run existing-customer --class spring --as chen --plain --passphrase-file %s",
             home->passphrase);
    expect_refusal(words, 1, "did you mean 'existing-customers'?");
    snprintf(wrong, sizeof wrong, "%.500s/wrong", home->folder);
    write_file(wrong, "not the passphrase\n");
    snprintf(words, sizeof words,
             "course run existing-customers --class spring --as chen --plain --passphrase-file %s",
             wrong);
    struct program_result result;
    program_run(words, NULL, &result);
    assert_int_equal(result.status, 1);
    program_free(&result);
    expect_refusal("course log --class spring", 1, "has had no course yet"); /* nothing was begun */
}

static void courses_are_listed_and_checked(void **state)
{
    const struct home *home = *state;
    struct program_result result;
    char words[700], path[600];
    program_run("course --lang en", NULL, &result);
    assert_int_equal(result.status, 0);
    expect(result.out, "existing-customers  Mining existing customers (90 minutes)");
    program_free(&result);
    program_run("check existing-customers --lang en", NULL, &result);
    assert_int_equal(result.status, 0);
    expect(result.out, "a course of 90 minutes in 18 parts");
    program_free(&result);
    /* a file of one's own, told for what it is by its `return` */
    snprintf(path, sizeof path, "%.500s/mine.lua", home->folder);
    write_file(path, "-- scenario\nreturn course \"mine\" {\n  source = { \"EC-9\" } }\n");
    snprintf(words, sizeof words, "check %s --lang en", path);
    program_run(words, NULL, &result);
    assert_int_equal(result.status, 1);
    expect(result.error, "mine.lua:3: E03 unknown-source: unknown curriculum id 'EC-9'");
    expect(result.error, "mine.lua:2: E01 file: 'minutes' is missing here");
    program_free(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        HOME_TEST(a_course_is_run_in_lines),       HOME_TEST(it_resumes_by_itself_or_begins_anew),
        HOME_TEST(a_rehearsal_runs_through),       HOME_TEST(what_can_not_be_is_told),
        HOME_TEST(courses_are_listed_and_checked),
    };
    return cmocka_run_group_tests_name("course_command", tests, NULL, NULL);
}
