/*
 * test_cli.c: the program as it is typed: exit codes, refusals, line mode, JSON and languages.
 *
 * tests/cases/run-cli has what needs a shell: closed and full output, environments, installing.
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
#include "cli/command.h"
#include "unit/program.h"
#include "unit/small.h"

static char *home;

static int set_up(void **unused)
{
    (void)unused;
    static const char *const ours[] = {"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"};
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        unsetenv(ours[i]);
    home = program_home();
    return 0;
}

static int tear_down(void **unused)
{
    (void)unused;
    program_home_remove(home);
    return 0;
}

#define PROGRAM_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* Runs the program, which has to end with `status`. `words` may hold one %s, for `rest`. */
static struct program_result run(int status, const char *input, const char *words, const char *rest)
{
    struct program_result result;
    struct buffer line = {0};
    const char *place = strstr(words, "%s");
    buffer_printf(&line, "%.*s%s%s", place ? (int)(place - words) : (int)strlen(words), words,
                  place ? rest : "", place ? place + 2 : "");
    program_run(line.data, input, &result);
    if (result.status != status)
        fail_msg("yanlian %s: exit %d, not %d\n%s%s", line.data, result.status, status, result.out,
                 result.error);
    buffer_free(&line);
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

static int count_of(const char *text, const char *part)
{
    int count = 0;
    for (; (text = strstr(text, part)) != NULL; text += strlen(part))
        count++;
    return count;
}

/*
 * ---- Refusals -----------------------------------------------------------------------------------
 */

static const struct {
    const char *words;
    int status;
    const char *error;
} refusals[] = {
    {"plya", 2, "there is no command 'plya' (did you mean 'play'?)"},
    {"frobnicate", 2, "there is no command 'frobnicate': see `yanlian --help`"},
    {"--frob", 2, "`yanlian home --help`"},
    {"--lang", 2, "`yanlian home --help`"},
    {"--lang fr", 2, "--lang fr: use zh or en"},
    {"home idle-deposit", 2, "yanlian play"},
    {"play", 2, "name one scenario, or --resume one session"},
    {"play --frob", 2, "`yanlian play --help`"},
    {"play --seed", 2, "`yanlian play --help`"},
    {"play idle-depsit", 1, "there is no scenario 'idle-depsit' (did you mean 'idle-deposit'?)"},
    {"play zzzz", 1, "there is no scenario 'zzzz': `yanlian list` shows which there are"},
    {"play ./nowhere.lua", 1, "./nowhere.lua: can't open it"},
    {"play /", 1, "this is not a plain file"},
    {"play idle-deposit forex-browser", 2, "'forex-browser' is too much"},
    {"play idle-deposit --resume ABCD", 2, "name one scenario, or --resume one session"},
    {"play idle-deposit --seed 0", 2, "--seed 0: use a whole number from 1"},
    {"play idle-deposit --seed -1", 2, "--seed -1: use a whole number"},
    {"play idle-deposit --seed +1", 2, "--seed +1: use a whole number"},
    {"play idle-deposit --seed abc", 2, "--seed abc: use a whole number"},
    {"play idle-deposit --seed 1x", 2, "--seed 1x: use a whole number"},
    {"play idle-deposit --seed 1.5", 2, "--seed 1.5: use a whole number"},
    {"play idle-deposit --seed=", 2, "use a whole number"},
    {"play idle-deposit --seed 9007199254740992", 2, "use a whole number"},
    {"play idle-deposit --seed 99999999999999999999", 2, "use a whole number"},
    {"play idle-deposit --mode foo", 2, "--mode foo: use practice, exam or class"},
    {"play idle-deposit --lang fr", 2, "--lang fr: use zh or en"},
    {"play idle-deposit --auto perfect", 2, "--auto perfect: use best-effort, careless or random"},
    {"play --resume ABCD", 1, "there is no session 'ABCD'"},
    {"play --resume ABC", 2, "too short"},
    {"play --resume !!!!", 1, "there is no session"},
    {"list idle-deposit", 2, "'idle-deposit' is too much: `yanlian list --help`"},
    {"list --frob", 2, "`yanlian list --help`"},
    {"--lang zh list idle-deposit", 2, "yanlian list --help"}, /* not home's */
    {"lst --lang zh", 2, "没有"},
    {"play idle-deposit --mode foo --lang zh", 2, "--mode foo"},
    {"--lang fr list", 2, "--lang fr: use zh or en"},
    {"show ABCD", 1, "there is no session 'ABCD'"},
    {"show ABCD EFGH", 2, "'EFGH' is too much"},
    {"review", 2, "name a session"},
    {"review ABCD EFGH", 2, "'EFGH' is too much"},
    {"review ABCD --from 0", 2, "--from 0"},
    {"replay", 2, "name one session, or --all"},
    {"replay ABCD --all", 2, "name one session, or --all"},
    {"replay ABCD", 1, "there is no session 'ABCD'"},
    {"verify ABCD EFGH", 2, "'EFGH' is too much"},
    {"verify ABCD", 1, "there is no session 'ABCD'"},
    {"export", 2, "--format jsonl or --format csv"},
    {"export --format xml", 2, "--format xml: use jsonl or csv"},
    {"export --format csv --output /nowhere/log.csv", 1, "/nowhere/log.csv: can't write here"},
    {"check /nowhere.lua", 1, "/nowhere.lua"},
    {"check idle-depsit", 1, "idle-deposit"},
    {"check --limit 0", 2, "--limit 0"},
};

static void wrong_words_are_refused(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        struct program_result result = run(refusals[i].status, NULL, refusals[i].words, "");
        if (!strstr(result.error, refusals[i].error))
            fail_msg("yanlian %s says:\n%s", refusals[i].words, result.error);
        program_free(&result);
    }
    struct program_result result = run(0, NULL, "show", "");
    expect(result.out, "No sessions yet"); /* nothing of the above began one */
    program_free(&result);
}

static const struct {
    const char *name, *summary, *example;
} commands[] = {
#define X(name_, function_, arguments_, summary_, example_) \
    {.name = name_, .summary = summary_, .example = example_},
    COMMANDS(X)
#undef X
};

static void explains_itself(const char *name, const char *summary, const char *example)
{
    char words[64], usage[96];
    snprintf(words, sizeof words, "%s --help", name);
    snprintf(usage, sizeof usage, "Usage: yanlian %s ", name);
    struct program_result one = run(0, NULL, "%s", words);
    expect(one.out, usage);
    expect(one.out, summary);
    expect(one.out, "Example: ");
    expect(one.out, example);
    program_free(&one);
}

static void every_command_explains_itself(void **unused)
{
    (void)unused;
    struct program_result all = run(0, NULL, "--help", "");
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        char line[64];
        snprintf(line, sizeof line, "  %s ", commands[i].name);
        explains_itself(commands[i].name, commands[i].summary, commands[i].example);
        expect(all.out, line);
    }
    program_free(&all);
    struct program_result version = run(0, NULL, "--version", "");
    assert_int_equal(strncmp(version.out, "yanlian ", 8), 0);
    program_free(&version);
}

/*
 * ---- Line mode
 * -----------------------------------------------------------------------------------
 */

/* The id of the newest session. */
static void newest(char id[ULID_SIZE])
{
    struct program_result result = run(0, NULL, "show", "");
    snprintf(id, ULID_SIZE, "%.26s", result.out);
    program_free(&result);
}

static void an_end_of_input_keeps_the_session(void **unused)
{
    (void)unused;
    char id[ULID_SIZE];
    struct program_result result = run(0, "", "play idle-deposit --seed 7 --as Wen", "");
    newest(id);
    expect(result.out, "The session is kept. To go on: yanlian play --resume ");
    expect(result.out, id);
    expect(result.out, "-- turn 1 of ");
    program_free(&result);
    result = run(0, "1", "play --resume %s", id); /* no line end: a line all the same */
    expect(result.out, "-- turn 2 of ");
    program_free(&result);
    result = run(0, NULL, "replay --all", "");
    expect(result.out, "1 sessions replayed, 0 differ");
    program_free(&result);
}

static void what_is_no_choice_is_asked_again(void **unused)
{
    (void)unused;
    struct buffer input = {0};
    buffer_add(&input, "0\n9\n-1\n+1\n1x\n\n   \nask\nhelp\n99999999999999999999\n");
    for (int i = 0; i < 1 << 20; i++) /* one line of a megabyte */
        buffer_add_bytes(&input, i % 7 ? "\xFF" : "1", 1);
    buffer_add(&input, "\n\x1b[A\n\xE4\xBD\n?\n");
    struct program_result result = run(0, input.data, "play idle-deposit --seed 7 --as Wen", "");
    assert_int_equal(count_of(result.out, "Type a number from 1 to "), 13);
    assert_int_equal(count_of(result.out, "Type the number of what you say"), 1);
    assert_int_equal(count_of(result.out, "-- turn 1 of "), 1); /* the options are shown once */
    expect_not(result.out, "-- turn 2 of ");
    buffer_free(&input);
    program_free(&result);
}

static void line_ends_and_blanks_do_not_matter(void **unused)
{
    (void)unused;
    struct program_result plain = run(0, "1\n2\n1\n", "play idle-deposit --seed 7 --as A", "");
    struct program_result other =
        run(0, "1\r\n  2 \t\r\n1\r\n", "play idle-deposit --seed 7 --as A", "");
    expect(plain.out, "-- turn 4 of ");
    expect(other.out, "-- turn 4 of ");
    const char *one = strstr(plain.out, "-- turn 1"), *two = strstr(other.out, "-- turn 1");
    size_t length = (size_t)(strstr(one, "The session is kept") - one);
    assert_memory_equal(one, two, length);
    program_free(&plain);
    program_free(&other);
}

static void hints_and_take_backs_are_typed(void **unused)
{
    (void)unused;
    char *path = small_path("talk.lua");
    struct program_result result =
        run(0, "u\nh\nh\n1\nu\nq\n", "play %s --seed 5 --untimed --lang en", path);
    expect(result.out, "Hint: ask");
    assert_int_equal(count_of(result.out, "Hint: ask"), 1);
    expect(result.out, "(taken back; it stays on record)");
    expect(result.out, "The session is kept");
    program_free(&result);
    result = run(0, "u\nh\nq\n", "play %s --seed 5 --mode exam", path);
    expect_not(result.out, "Hint:");
    expect(result.out, "(20 seconds to answer)");
    program_free(&result);
    free(path);
}

static void a_form_is_asked_entry_by_entry(void **unused)
{
    (void)unused;
    char *path = small_path("talk.lua");
    struct program_result result =
        run(0, "f\nMr words\n2\n1\n9\n2\n1\n2\n", "play %s --seed 5 --untimed --as A", path);
    expect(result.out, "Referral form filed");
    expect(result.out, "Customer: Mr words (right)");
    expect(result.out, "Type a number from 1 to 2, or q to leave the form.");
    expect(result.out, "-- turn 2 of 6 --");
    program_free(&result);
    result = run(0, "f\nMr words\n2\n", "play %s --seed 5 --as B", path); /* input ends midway */
    expect_not(result.out, "Referral form filed");
    expect(result.out, "The form was not filed.");
    expect(result.out, "The session is kept");
    program_free(&result);
    result = run(0, "f\nMr words\nq\nf\nq\n1\n", "play %s --seed 5 --as C", path);
    assert_int_equal(count_of(result.out, "The form was not filed."), 2);
    expect(result.out, "-- turn 2 of 6 --");
    program_free(&result);
    result = run(0, "1\nf\n", "play idle-deposit --seed 7 --as D", "");
    expect(result.out, "It is not the moment for the referral form.");
    program_free(&result);
    result = run(0, NULL, "replay --all", "");
    program_free(&result);
    free(path);
}

/* The number that an option has in the last list of options. */
static int number_of(const char *out, const char *option)
{
    const char *found = NULL;
    for (const char *at = out; (at = strstr(at, option)) != NULL; at++)
        found = at;
    if (found && found - out > 5)
        return found[-3] - '0';
    fail_msg("no option '%s' in:\n%s", option, out);
    return 0;
}

static void a_critical_failure_has_no_band(void **unused)
{
    (void)unused;
    static const char *const options[] = {"I push", "I push again"};
    char *path = small_path("tiny.lua"), id[ULID_SIZE], pick[8];
    struct program_result result = run(0, "", "play %s --seed 4 --untimed --as A --lang en", path);
    newest(id);
    for (int i = 0; i < 2; i++) {
        snprintf(pick, sizeof pick, "%d\n", number_of(result.out, options[i]));
        program_free(&result);
        result = run(0, pick, "play --resume %s --lang en", id);
        if (strstr(result.out, "== Debrief =="))
            break;
    }
    expect(result.out, "CRITICAL FAILURE: not passed, whatever the score.");
    expect(result.out, " of 100\n");
    expect_not(result.out, " of 100 (");
    program_free(&result);
    result = run(0, NULL, "show %s --plain --lang zh", id);
    expect(result.out, "/ 100\n");
    expect_not(result.out, "/ 100（");
    program_free(&result);
    free(path);
}

static void a_session_is_found_by_its_end(void **unused)
{
    (void)unused;
    char id[ULID_SIZE], lower[8];
    struct program_result result = run(0, "1\n", "play idle-deposit --seed 7 --as A", "");
    program_free(&result);
    newest(id);
    for (int i = 0; i < 6; i++)
        lower[i] = (char)(id[20 + i] >= 'A' ? id[20 + i] + 32 : id[20 + i]);
    lower[6] = '\0';
    result = run(0, "q\n", "play --resume %s", id + 20);
    expect(result.out, "-- turn 2 of ");
    program_free(&result);
    result = run(0, "q\n", "play --resume %s", lower);
    program_free(&result);
    result = run(0, NULL, "show %s --plain", id + 20);
    expect(result.out, id);
    program_free(&result);
    result = run(0, NULL, "list --as A", "");
    expect(result.out, "unfinished: yanlian play --resume ");
    program_free(&result);
}

static void names_can_not_steer_the_terminal(void **unused)
{
    (void)unused;
    struct program_result result =
        run(0, "", "play idle-deposit --seed 7 --as \x1b]0;title\x07\x1b[31mRed\xC2\x9B", "");
    expect_not(result.out, "\x1b");
    expect_not(result.out, "\x07");
    expect_not(result.out, "\xC2\x9B");
    expect(result.out, "Red");
    program_free(&result);
    result = run(2, NULL, "\x1b[31mplay", "");
    expect_not(result.error, "\x1b");
    program_free(&result);
    result = run(1, NULL, "play \x1b[31mred", "");
    expect_not(result.error, "\x1b");
    program_free(&result);
}

/*
 * ---- Simulated trainees and their log
 * --------------------------------------------------------------
 */

static void a_trainee_plays_and_the_log_holds(void **unused)
{
    (void)unused;
    static const char *const trainees[] = {"best-effort", "careless", "random"};
    for (int i = 0; i < 3; i++) {
        struct program_result result =
            run(0, NULL, "play forex-browser --seed 3 --mode exam --auto %s", trainees[i]);
        expect(result.out, "== Debrief ==");
        expect(result.out, "Session: ");
        program_free(&result);
    }
    struct program_result result = run(0, NULL, "verify", "");
    expect(result.out, "3 logs checked, 0 not as they were written");
    program_free(&result);
    result = run(0, NULL, "replay --all", "");
    expect(result.out, "3 sessions replayed, 0 differ");
    program_free(&result);
    result = run(0, NULL, "export --format jsonl", "");
    for (const char *at = result.out; *at; at += strcspn(at, "\n") + 1) {
        cJSON *event = cJSON_ParseWithLength(at, strcspn(at, "\n"));
        assert_true(cJSON_IsObject(event));
        cJSON_Delete(event);
    }
    program_free(&result);
}

/*
 * ---- JSON
 * --------------------------------------------------------------------------------------------
 */

static cJSON *parse(const struct program_result *result)
{
    const char *end;
    cJSON *json = cJSON_ParseWithOpts(result->out, &end, false);
    if (!json || end[strspn(end, "\n")] != '\0')
        fail_msg("this is no JSON:\n%s", result->out);
    return json;
}

static void what_machines_read_is_json(void **unused)
{
    (void)unused;
    char id[ULID_SIZE];
    struct program_result result = run(0, NULL, "show --json", "");
    cJSON *json = parse(&result);
    assert_true(cJSON_IsArray(json) && cJSON_GetArraySize(json) == 0);
    cJSON_Delete(json);
    program_free(&result);

    result = run(0, "1\n", "play idle-deposit --seed 7 --as \"甲\"", "");
    program_free(&result);
    newest(id);
    result = run(0, NULL, "show %s --json", id);
    json = parse(&result);
    assert_true(cJSON_IsFalse(cJSON_GetObjectItem(json, "finished")));
    assert_null(cJSON_GetObjectItem(json, "score"));
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(json, "events")), 2);
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(json, "person")), "\"甲\"");
    cJSON_Delete(json);
    program_free(&result);

    result = run(0, NULL, "play idle-deposit --seed 7 --auto careless", "");
    program_free(&result);
    newest(id);
    result = run(0, NULL, "show %s --json", id);
    json = parse(&result);
    assert_true(cJSON_IsTrue(cJSON_GetObjectItem(json, "finished")));
    assert_true(cJSON_IsNumber(cJSON_GetObjectItem(json, "score")));
    assert_true(cJSON_GetArraySize(cJSON_GetObjectItem(json, "rules")) > 20);
    cJSON_Delete(json);
    program_free(&result);

    result = run(0, NULL, "show --json", "");
    json = parse(&result);
    assert_int_equal(cJSON_GetArraySize(json), 2);
    assert_string_equal(
        cJSON_GetStringValue(cJSON_GetObjectItem(cJSON_GetArrayItem(json, 0), "session")), id);
    cJSON_Delete(json);
    program_free(&result);
}

static void lists_and_checks_are_json(void **unused)
{
    (void)unused;
    struct program_result result = run(0, NULL, "list --json", "");
    cJSON *json = parse(&result);
    assert_true(cJSON_GetArraySize(json) >= 3);
    assert_string_equal(
        cJSON_GetStringValue(cJSON_GetObjectItem(cJSON_GetArrayItem(json, 0), "id")),
        "forex-browser");
    cJSON_Delete(json);
    program_free(&result);

    char *path = small_path("faults/act-unknown.lua");
    setenv("YANLIAN_SCENARIOS", "/nowhere", 1); /* the fault is told from the file alone ... */
    result = run(1, NULL, "check %s --json", path);
    program_free(&result);
    char *folder = small_path("");
    setenv("YANLIAN_SCENARIOS", folder, 1); /* ... and with what it needs */
    result = run(1, NULL, "check %s --json", path);
    json = parse(&result);
    assert_int_equal(cJSON_GetObjectItem(json, "faults")->valueint, 1);
    expect(result.out, "unknown act 'ackowledge' (did you mean 'acknowledge'?)");
    cJSON_Delete(json);
    program_free(&result);
    result = run(1, NULL, "check %s", path);
    expect(result.error, "act-unknown.lua:18: ");
    program_free(&result);
    free(folder);
    free(path);
}

/*
 * ---- Languages
 * -----------------------------------------------------------------------------------------
 */

static void the_locale_chooses_the_language(void **unused)
{
    (void)unused;
    static const struct {
        const char *lc_all, *lc_messages, *lang;
        bool chinese;
    } cases[] = {
        {NULL, NULL, NULL, false},
        {NULL, NULL, "zh_CN.UTF-8", true}, /* which need not be installed */
        {NULL, NULL, "zh_CN", true},
        {NULL, NULL, "zh_TW.Big5", true},
        {NULL, NULL, "C", false},
        {NULL, NULL, "fr_FR.UTF-8", false},
        {"C", NULL, "zh_CN.UTF-8", false},
        {"C.UTF-8", "zh_CN.UTF-8", "zh_CN.UTF-8", false},
        {"", "zh_CN.UTF-8", "en_US.UTF-8", true},
        {"zh_CN.UTF-8", "C", "C", true},
        {NULL, "en_GB", "zh_CN.UTF-8", false},
        {"no such locale", NULL, NULL, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *values[] = {cases[i].lc_all, cases[i].lc_messages, cases[i].lang};
        const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
        for (int j = 0; j < 3; j++) {
            if (values[j])
                setenv(names[j], values[j], 1);
            else
                unsetenv(names[j]);
        }
        struct program_result result = run(0, "", "play idle-deposit --seed 7 --as A", "");
        expect(result.out, cases[i].chinese ? "大额闲置存款" : "A large idle deposit");
        expect(result.out, cases[i].chinese ? "大堂经理" : "Lobby manager");
        expect(result.out, cases[i].chinese ? "第 1/" : "-- turn 1 of ");
        program_free(&result);
    }
}

static void an_option_chooses_before_the_locale(void **unused)
{
    (void)unused;
    char id[ULID_SIZE];
    setenv("LANG", "zh_CN.UTF-8", 1);
    struct program_result result = run(0, "", "play idle-deposit --seed 7 --as A --lang en", "");
    expect(result.out, "A large idle deposit");
    program_free(&result);
    newest(id);
    result = run(0, "", "play --resume %s", id); /* as it was begun */
    expect(result.out, "A large idle deposit");
    program_free(&result);
    result = run(0, "", "play --resume %s --lang zh", id);
    expect(result.out, "大额闲置存款");
    program_free(&result);
    result = run(2, NULL, "play --mode foo --lang en", "");
    program_free(&result);
}

/*
 * ---- Scenarios that do not load
 * ------------------------------------------------------------------------
 */

static void write_file(const char *folder, const char *name, const char *text)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s/%s", folder, name);
    FILE *file = fopen(path.data, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    buffer_free(&path);
}

static void copy_file(const char *folder, const char *name)
{
    size_t length;
    char *path = small_path(name), *text = small_read(path, &length);
    write_file(folder, name, text);
    free(text);
    free(path);
}

static void a_broken_scenario_is_listed_and_the_others_played(void **unused)
{
    (void)unused;
    struct buffer folder = {0};
    buffer_printf(&folder, "%s/mine", home);
    assert_int_equal(mkdir(folder.data, 0700), 0);
    struct buffer rules = {0};
    buffer_printf(&rules, "%s/rules", folder.data);
    assert_int_equal(mkdir(rules.data, 0700), 0);
    copy_file(folder.data, "vocabulary.lua");
    copy_file(folder.data, "sources.lua");
    copy_file(folder.data, "rules/small.lua");
    copy_file(folder.data, "rules/other.lua");
    copy_file(folder.data, "tiny.lua");
    write_file(folder.data, "broken.lua", "return scenario \"broken\" {\n  turns = ,\n}\n");
    setenv("YANLIAN_SCENARIOS", folder.data, 1);
    struct program_result result = run(0, NULL, "list --as A", "");
    expect(result.out, "broken: does not load: ");
    expect(result.out, "broken.lua:2: ");
    expect(result.out, "2  tiny  A tiny scenario (Teller)");
    program_free(&result);
    result = run(1, NULL, "play broken", "");
    expect(result.error, "broken.lua:2: ");
    program_free(&result);
    result = run(0, "2\nq\n", "home --plain --as A", ""); /* by its number in the list */
    expect(result.out, "What the trainee is told");
    program_free(&result);
    result = run(0, "q\n", "", ""); /* the bare program, without a terminal */
    expect(result.out, "hello, A");
    program_free(&result);
    buffer_free(&rules);
    buffer_free(&folder);
}

static void a_scenario_need_not_be_named_as_its_file(void **unused)
{
    (void)unused;
    char *path = small_path("tiny.lua");
    struct program_result result = run(0, NULL, "play %s --auto random --as A", path);
    program_free(&result);
    char *folder = small_path("");
    setenv("YANLIAN_SCENARIOS", folder, 1);
    result = run(0, NULL, "list --as A", "");
    assert_int_equal(count_of(result.out, "played 1 times"), 1);
    program_free(&result);
    free(folder);
    free(path);
}

static void a_hostile_scenario_ends_with_its_line(void **unused)
{
    (void)unused;
    char *path = small_path("trap.lua"), id[ULID_SIZE];
    struct program_result result = run(0, "", "play %s --seed 1 --untimed --as A", path);
    program_free(&result);
    newest(id);
    int failed = 0;
    for (int pick = 1; pick <= 4; pick++) { /* one falls, one bombs, one passes, one ends */
        char input[8];
        struct program_result move;
        struct buffer words = {0};
        snprintf(input, sizeof input, "%d\nq\n", pick);
        buffer_printf(&words, "play --resume %s --plain", id);
        program_run(words.data, input, &move);
        buffer_free(&words);
        if (move.status == 1) {
            failed++;
            expect(move.error, "trap.lua:");
            expect(move.out, "The session is kept");
        } else {
            assert_int_equal(move.status, 0);
            program_free(&move);
            break; /* it went on: the options are now in another order */
        }
        program_free(&move);
    }
    assert_in_range(failed, 0, 2);
    result = run(0, NULL, "replay --all", "");
    program_free(&result);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROGRAM_TEST(wrong_words_are_refused),
        PROGRAM_TEST(every_command_explains_itself),
        PROGRAM_TEST(an_end_of_input_keeps_the_session),
        PROGRAM_TEST(what_is_no_choice_is_asked_again),
        PROGRAM_TEST(line_ends_and_blanks_do_not_matter),
        PROGRAM_TEST(hints_and_take_backs_are_typed),
        PROGRAM_TEST(a_form_is_asked_entry_by_entry),
        PROGRAM_TEST(a_critical_failure_has_no_band),
        PROGRAM_TEST(a_session_is_found_by_its_end),
        PROGRAM_TEST(names_can_not_steer_the_terminal),
        PROGRAM_TEST(a_trainee_plays_and_the_log_holds),
        PROGRAM_TEST(what_machines_read_is_json),
        PROGRAM_TEST(lists_and_checks_are_json),
        PROGRAM_TEST(the_locale_chooses_the_language),
        PROGRAM_TEST(an_option_chooses_before_the_locale),
        PROGRAM_TEST(a_broken_scenario_is_listed_and_the_others_played),
        PROGRAM_TEST(a_scenario_need_not_be_named_as_its_file),
        PROGRAM_TEST(a_hostile_scenario_ends_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
