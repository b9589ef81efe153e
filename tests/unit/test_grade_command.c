/*
 * test_grade_command.c: `yanlian grade` as it is typed: two trainers through a pipe, refusals, and
 * what agreement says.
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
#include "practice/library.h"
#include "practice/play.h"
#include "unit/program.h"

static char *home;

static void write_passphrase(const char *name, const char *words)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", home, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(words, file);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0600), 0);
}

static struct session_row play(struct store *store, const char *name, uint64_t seed)
{
    struct person person;
    assert_true(store_person(store, name, "", &person, NULL));
    struct bundle *bundle = library_bundle("forex-browser", NULL);
    assert_non_null(bundle);
    struct play_options options = {
        .person = &person, .language = LANGUAGE_EN, .seed = seed, .class = "spring"};
    struct play *play = play_begin(store, bundle, &options, NULL);
    assert_non_null(play);
    while (session_phase(play_session(play)) == SESSION_CHOOSING) {
        int choices[RESPONSE_MAX];
        assert_true(session_options(play_session(play), choices) > 0);
        assert_true(play_pick(play, choices[0], 500, NULL));
    }
    struct session_row row = *play_row(play);
    play_close(play, -1);
    bundle_free(bundle);
    return row;
}

/* A class with two trainers and two finished sessions; all sessions are marked twice. */
static int set_up(void **state)
{
    (void)state;
    unsetenv("LANG");
    unsetenv("LC_ALL");
    unsetenv("LC_MESSAGES");
    unsetenv("YANLIAN_PASSPHRASE_FILE");
    home = program_home();
    struct trainer chen = {0};
    struct store *store = store_open(getenv("YANLIAN_STORE"), NULL);
    struct class_row class = {
        .id = "spring", .title = "Spring class", .pass_mark = 60, .double_share = 1};
    assert_non_null(store);
    assert_true(store_add_class(store, &class, NULL));
    assert_true(trainer_new(store, "chen", "open sesame one", NULL, NULL));
    assert_true(store_trainer(store, "chen", &chen, NULL));
    assert_true(trainer_new(store, "li", "open sesame two", &chen, NULL));
    play(store, "Mei", 1);
    play(store, "Wang", 2);
    store_close(store);
    write_passphrase("chen", "open sesame one\n");
    write_passphrase("li", "open sesame two\n");
    write_passphrase("wrong", "open sesame what\n");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    program_home_remove(home);
    return 0;
}

#define PROGRAM_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static struct program_result grade(const char *trainer, const char *more, const char *input,
                                   int status)
{
    struct program_result result;
    char words[1024];
    snprintf(words, sizeof words, "grade --class spring --as %s --passphrase-file %s/%s%s", trainer,
             home, trainer, more);
    program_run(words, input, &result);
    if (result.status != status)
        fail_msg("%s: exit %d\n%s%s", words, result.status, result.out, result.error);
    return result;
}

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

#define RATE_ALL(level)                                                                           \
    "rate opening " level "\nrate need " level "\nrate objection " level "\nrate referral " level \
    "\nrate conduct " level "\n"

static void two_trainers_mark_in_lines(void **state)
{
    (void)state;
    struct program_result result =
        grade("chen", " --plain",
              "open 1\nsubmit\n" RATE_ALL("4") "comment 1 hurried\n"
                                               "comment well done\nadjust greet-first broken\n"
                                               "adjust name-customer broken Misheard the name\n"
                                               "overall 4\nsubmit\nrate need 1\nhistory\nquit\n",
              0);
    expect(result.out, "not marked");
    expect(result.out, "! 'opening and observation' is not rated yet");
    expect(result.out, "Opening and observation: 4  Greets, names one thing seen");
    expect(result.out, "! give the reason");
    expect(result.out, "Submitted.");
    expect(result.out, "! this marking is submitted: reopen it");
    expect(result.out, "broken (Misheard the name)");
    program_free(&result);

    result =
        grade("li", " --plain",
              "list second\nopen 1\nhistory\n" RATE_ALL("2") "overall 2\nsubmit\nshow\nquit\n", 0);
    char *before = strndup(result.out, (size_t)(strstr(result.out, "Submitted.") - result.out));
    expect(before, "second marking");
    expect_not(before, "Misheard");
    expect_not(before, "hurried");
    expect_not(before, "Marked by");
    free(before);
    expect(result.out, "Marked by chen, score ");
    expect(result.out, "chen");
    expect(result.out, "hurried");
    program_free(&result);

    program_run("grade agreement --class spring", NULL, &result);
    assert_int_equal(result.status, 0);
    expect(result.out, "2 finished sessions, 2 markings submitted, 1 of 2 sessions marked twice");
    expect(result.out, "To talk about");
    expect(result.out, "overall: 4 / 2");
    expect(result.out, "Pass mark: 60 (fixed)");
    expect(result.out, "2 markings; it takes 10");
    program_free(&result);

    program_run("grade agreement --class spring --json", NULL, &result);
    cJSON *json = cJSON_Parse(result.out);
    assert_non_null(json);
    assert_int_equal(cJSON_GetObjectItem(json, "marked_twice")->valueint, 1);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(json, "double_marked")), 1);
    cJSON_Delete(json);
    expect_not(result.out, "Mei");
    expect_not(result.out, "Wang");
    program_free(&result);
}

static void blind_shows_no_names(void **state)
{
    (void)state;
    struct program_result result = grade(
        "chen", " --plain --blind",
        "list Mei\nlist all\nopen 1\nprices\nrubric\nrate 1 3\nhistory\nback\nhelp\nquit\n", 0);
    for (const char *at = result.out; (at = strstr(at, "Mei")) != NULL; at++)
        assert_true(at > result.out + 5 &&
                    strncmp(at - 5, "list Mei", 8) == 0); /* what was typed */
    expect_not(result.out, "Wang");
    expect(result.out, "Accuracy");
    expect(result.out, "begun, blind");
    program_free(&result);
    result = grade("chen", " --plain", "list Mei\nquit\n", 0);
    expect(result.out, "Mei");
    program_free(&result);
}

static void refusals(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        int status;
        const char *part;
    } cases[] = {
        {"grade", 2, "--class"},
        {"grade --class spring", 2, ""},
        {"grade --class sprung --as chen", 1, "sprung"},
        {"grade everything --class spring", 2, "everything"},
        {"grade --class spring --json --as chen", 2, "agreement"},
        {"grade agreement", 2, "--class"},
        {"grade agreement --class autumn", 1, "autumn"},
        {"grade --no-such", 2, "--help"},
    };
    struct program_result result;
    char words[1024];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        program_run(cases[i].words, NULL, &result);
        if (result.status != cases[i].status)
            fail_msg("%s: exit %d: %s", cases[i].words, result.status, result.error);
        expect(result.error, cases[i].part);
        program_free(&result);
    }
    snprintf(words, sizeof words, "grade --class spring --as chen --passphrase-file %s/wrong",
             home);
    program_run(words, "open 1\noverall 3\n", &result);
    assert_int_equal(result.status, 1);
    assert_string_equal(result.out, "");
    program_free(&result);
    program_run("grade --help", NULL, &result);
    expect(result.out, "yanlian grade --class ID --as TRAINER");
    program_free(&result);
}

static void faulty_commands_change_nothing(void **state)
{
    (void)state;
    struct program_result result = grade(
        "chen", " --plain",
        "rate need 3\nopen 99\nopen\nopne 1\nopen 1\nrate\nrate need\nrate need 6\n"
        "rate charm 3\nrate need 3 4\noverall x\ncomment 99 x\nadjust\nadjust greet-first\n"
        "adjust greet-first great so\nadjust nothing kept so\nreopen so\nhistory\nback\nquit\n",
        0);
    expect(result.out, "did you mean 'open'");
    expect(result.out, "nothing is open");
    expect_not(result.out, "begun\n");
    expect_not(result.out, "chen  begun");
    program_free(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROGRAM_TEST(two_trainers_mark_in_lines),
        PROGRAM_TEST(blind_shows_no_names),
        PROGRAM_TEST(refusals),
        PROGRAM_TEST(faulty_commands_change_nothing),
    };
    return cmocka_run_group_tests_name("grade_command", tests, NULL, NULL);
}
