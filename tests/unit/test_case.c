/*
 * test_case.c: cases beside a scenario: what is written reads, moves and compares again; what was
 * changed by hand afterwards is found, at its line; and which file belongs to which scenario.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "practice/golden.h"
#include "unit/golden.h"

/* A shipped scenario, loaded, and a folder of the test's own. */
struct fixture {
    struct bundle *bundle;
    struct loaded *loaded;
    char folder[300]; /* with tests/ in it */
    char file[400];   /* the scenario's, were it there */
};

static void fail_with(const struct error *error)
{
    fail_msg("%s:%d: %s", error->file, error->line, error->message);
}

static int begin(void **state)
{
    static struct fixture fixture;
    struct error error = {0};
    const char *temporary = getenv("TMPDIR");
    char tests[320], *path = golden_scenario_path("insurance-refusal");
    fixture.bundle = bundle_read(path, NULL, &error);
    fixture.loaded = fixture.bundle ? scenario_load(fixture.bundle, NULL, &error) : NULL;
    free(path);
    if (!fixture.loaded)
        fail_with(&error);
    snprintf(fixture.folder, sizeof fixture.folder, "%.200s/case-XXXXXX",
             temporary ? temporary : "/tmp");
    assert_non_null(mkdtemp(fixture.folder));
    snprintf(tests, sizeof tests, "%s/tests", fixture.folder);
    assert_int_equal(mkdir(tests, 0700), 0);
    snprintf(fixture.file, sizeof fixture.file, "%s/insurance-refusal.lua", fixture.folder);
    *state = &fixture;
    return 0;
}

static int end(void **state)
{
    struct fixture *fixture = *state;
    char command[400];
    loaded_free(fixture->loaded);
    bundle_free(fixture->bundle);
    snprintf(command, sizeof command, "%s/tests", fixture->folder);
    rmdir(command);
    rmdir(fixture->folder);
    return 0;
}

/* ----------------------------------------------------------------------- sessions to write ---- */

static void make_move(struct session *session, uint64_t *chance)
{
    int options[RESPONSE_MAX], act;
    struct form form = {.customer = ""};
    int count = session_options(session, options);
    *chance = *chance * UINT64_C(6364136223846793005) + 1442695040888963407;
    unsigned roll = (unsigned)(*chance >> 33);
    int64_t think_ms = roll % 7 == 0 ? 3000000 : (int64_t)(roll % 9000);
    if (roll % 11 == 0 && session_hint_open(session))
        assert_true(session_hint(session, 10, &act, NULL));
    else if (roll % 13 == 0 && session_can_take_back(session))
        assert_true(session_take_back(session, 1234, NULL));
    else if (roll % 17 == 0 && session_limit_seconds(session) > 0)
        assert_true(session_time_out(session, 3000000, NULL));
    else if (roll % 3 == 0 && session_form_open(session))
        assert_true(session_file_form(session, &form, think_ms, NULL));
    else
        assert_true(session_pick(session, options[roll % (unsigned)count], think_ms, NULL));
}

static struct session *play_at_random(const struct fixture *fixture, uint64_t seed, enum mode mode)
{
    uint64_t chance = seed;
    struct session *session = session_new(loaded_scenario(fixture->loaded),
                                          loaded_evaluator(fixture->loaded), seed, mode, NULL);
    assert_non_null(session);
    while (session_phase(session) == SESSION_CHOOSING)
        make_move(session, &chance);
    return session;
}

/* The case of that session, in `text`. */
static void write_case(const struct fixture *fixture, uint64_t seed, enum mode mode,
                       enum language language, struct buffer *text)
{
    struct error error = {0};
    struct session *session = play_at_random(fixture, seed, mode);
    if (!golden_write(session, fixture->loaded, "One of many", language, text, &error))
        fail_with(&error);
    session_free(session);
}

static void run_text(const struct fixture *fixture, const char *text, struct error *error)
{
    struct golden_case *golden = golden_parse("it.play", text, error);
    if (golden)
        golden_run(golden, fixture->loaded, error);
    golden_free(golden);
}

/* ------------------------------------------------------------------------------ writing ---- */

static void what_is_written_comes_out_again(void **state)
{
    enum { SESSIONS = 300 };
    int moves[GOLDEN_KIND_COUNT] = {0};
    for (uint64_t seed = 1; seed <= SESSIONS; seed++) {
        struct buffer text = {0};
        struct error error = {0};
        write_case(*state, seed, (enum mode)(seed % MODE_COUNT),
                   (enum language)(seed % LANGUAGE_COUNT), &text);
        run_text(*state, text.data, &error);
        if (error.code != ERROR_NONE) {
            print_message("%s", text.data);
            fail_with(&error);
        }
        struct golden_case *golden = golden_parse("it.play", text.data, &error);
        for (int i = 0; golden && i < golden->block_count; i++)
            moves[golden->blocks[i].kind]++;
        golden_free(golden);
        buffer_free(&text);
    }
    for (int i = 0; i < GOLDEN_KIND_COUNT; i++)
        assert_true(moves[i] > 10); /* each kind of move was among them */
}

static void an_unfinished_session_is_not_written(void **state)
{
    const struct fixture *fixture = *state;
    struct buffer text = {0};
    struct error error = {0};
    struct session *session =
        session_new(loaded_scenario(fixture->loaded), loaded_evaluator(fixture->loaded), 1,
                    MODE_PRACTICE, &error);
    assert_false(golden_write(session, fixture->loaded, "x", LANGUAGE_EN, &text, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    assert_null(text.data);
    session_free(session);
}

static void a_displaced_session_is_not_written(void **state)
{
    const struct fixture *fixture = *state;
    struct buffer text = {0};
    struct error error = {0};
    uint64_t chance = 1;
    struct session *session =
        session_new(loaded_scenario(fixture->loaded), loaded_evaluator(fixture->loaded), 1,
                    MODE_PRACTICE, &error);
    struct state state_here = *session_state(session);
    assert_true(session_place(session, &state_here, &error)); /* even to where it stands */
    while (session_phase(session) == SESSION_CHOOSING)
        make_move(session, &chance);
    assert_true(session_is_placed(session));
    assert_false(golden_write(session, fixture->loaded, "x", LANGUAGE_EN, &text, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    session_free(session);
}

/* ---------------------------------------------------------------------------- comparing ---- */

static int line_of(const char *text, const char *at)
{
    int line = 1;
    for (; text < at; text++)
        line += *text == '\n';
    return line;
}

/* Changes the first `from` behind `mark` into `to`, and expects that to be found on its line. */
static void assert_found(void **state, const char *mark, const char *from, const char *to)
{
    struct buffer text = {0}, changed = {0};
    struct error error = {0};
    write_case(*state, 5, MODE_PRACTICE, LANGUAGE_EN, &text);
    const char *place = strstr(text.data, mark);
    place = place ? strstr(place, from) : NULL;
    if (!place)
        fail_msg("no '%s' behind '%s' in:\n%s", from, mark, text.data);
    buffer_add_bytes(&changed, text.data, (size_t)(place - text.data));
    buffer_printf(&changed, "%s%s", to, place + strlen(from));
    run_text(*state, changed.data, &error);
    if (error.code != ERROR_SCENARIO || strcmp(error.file, "it.play") != 0 ||
        error.line != line_of(text.data, place))
        fail_msg("'%s' for '%s' is told of as %s:%d: %s", to, from, error.file, error.line,
                 error.message);
    buffer_free(&text);
    buffer_free(&changed);
}

static void every_change_is_found_at_its_line(void **state)
{
    assert_found(state, "scenario", "insurance-refusal", "idle-deposit");
    assert_found(state, "draws", "refusal=", "refusals=");
    assert_found(state, "opening", "customer  ", "customer  Well, ");
    assert_found(state, "opening", "cues      ", "cues      thanks ");
    assert_found(state, "opening", "mood      neutral", "mood      positive");
    assert_found(state, "opening", "offered   ", "offered   none ");
    assert_found(state, "pick", "pick ", "pick no-such-");
    assert_found(state, "pick", "me        ", "me        Er, ");
    assert_found(state, "score", "ending    ", "ending    not-");
}

static void a_wrong_verdict_is_found(void **state)
{
    struct buffer text = {0};
    struct error error = {0};
    write_case(*state, 5, MODE_PRACTICE, LANGUAGE_EN, &text);
    char *rule = strstr(text.data, "conduct/no-promise"); /* both hold, so all still adds up */
    assert_non_null(rule);
    rule[strlen("conduct/no-promi")] = 'x';
    run_text(*state, text.data, &error);
    assert_int_equal(error.code, ERROR_SCENARIO);
    assert_non_null(strstr(error.message, "conduct/no-promise"));
    buffer_free(&text);
}

/* However a case is cut off or damaged, it is refused, never fatal. */
static void a_damaged_case_is_refused(void **state)
{
    struct buffer text = {0};
    uint64_t chance = 1;
    int refused = 0;
    write_case(*state, 7, MODE_EXAM, LANGUAGE_ZH, &text);
    for (int i = 0; i < 400; i++) {
        struct error error = {0};
        char *copy = strdup(text.data);
        chance = chance * UINT64_C(6364136223846793005) + 1442695040888963407;
        size_t at = (size_t)(chance >> 33) % text.length;
        copy[at] = (char)(i % 2 == 0 ? '\0' : "x \n-9\xff"[(chance >> 20) % 6]);
        run_text(*state, copy, &error);
        refused += error.code != ERROR_NONE;
        free(copy);
    }
    assert_true(refused > 250); /* a change in a comment or a title is none */
    buffer_free(&text);
}

/* ------------------------------------------------------------------------------- beside ---- */

static void add_file(const struct fixture *fixture, const char *name, const char *text)
{
    char path[600];
    snprintf(path, sizeof path, "%s/%s", fixture->folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void remove_file(const struct fixture *fixture, const char *name)
{
    char path[600];
    snprintf(path, sizeof path, "%s/%s", fixture->folder, name);
    unlink(path);
}

/* What golden_run_beside tells of. */
struct findings {
    int count;
    struct error last;
};

static void count_finding(void *data, const struct error *error)
{
    struct findings *findings = data;
    findings->count++;
    findings->last = *error;
}

static void no_folder_is_no_case(void **state)
{
    const struct fixture *fixture = *state;
    struct findings findings = {.count = 0};
    assert_int_equal(golden_run_beside("/nowhere/x.lua", fixture->loaded, count_finding, &findings),
                     0);
    assert_int_equal(golden_run_beside(fixture->file, fixture->loaded, count_finding, &findings),
                     0);
    assert_int_equal(findings.count, 0);
}

static void good_empty_and_foreign_cases_lie_beside(void **state)
{
    const struct fixture *fixture = *state;
    struct findings findings = {.count = 0};
    struct buffer text = {0};
    write_case(fixture, 3, MODE_CLASS, LANGUAGE_EN, &text);
    add_file(fixture, "tests/insurance-refusal.play", text.data);
    add_file(fixture, "tests/insurance-refusal-two.play", text.data);
    add_file(fixture, "tests/insurance-refusals.play", "");
    add_file(fixture, "tests/insurance.play", "");
    add_file(fixture, "tests/notes.txt", "");
    assert_int_equal(golden_run_beside(fixture->file, fixture->loaded, count_finding, &findings),
                     2);
    assert_int_equal(findings.count, 0);
    add_file(fixture, "tests/insurance-refusal-x-y.play", "");
    assert_int_equal(golden_run_beside(fixture->file, fixture->loaded, count_finding, &findings),
                     3);
    assert_int_equal(findings.count, 1);
    assert_non_null(strstr(findings.last.message, "empty"));
    add_file(fixture, "insurance-refusal-x.lua", ""); /* to which it then belongs */
    assert_int_equal(golden_run_beside(fixture->file, fixture->loaded, count_finding, &findings),
                     2);
    assert_null(golden_path(fixture->file, "insurance-refusal", "x-z", NULL));
    static const char *const names[] = {
        "tests/insurance-refusal.play",     "tests/insurance-refusal-two.play",
        "tests/insurance-refusals.play",    "tests/insurance.play",
        "tests/insurance-refusal-x-y.play", "tests/notes.txt",
        "insurance-refusal-x.lua"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove_file(fixture, names[i]);
    buffer_free(&text);
}

static void a_case_has_its_place(void **state)
{
    (void)state;
    static const char *const wrong[] = {"a/b", "..", "A", "a b", "a.b", "\xe5\xa5\xbd"};
    char *path = golden_path("there/it.lua", "it", "", NULL);
    assert_string_equal(path, "there/tests/it.play");
    free(path);
    path = golden_path("it.lua", "it", "first-try", NULL);
    assert_string_equal(path, "tests/it-first-try.play");
    free(path);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct error error = {0};
        assert_null(golden_path("it.lua", "it", wrong[i], &error));
        assert_int_equal(error.code, ERROR_USAGE);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_comes_out_again),
        cmocka_unit_test(an_unfinished_session_is_not_written),
        cmocka_unit_test(a_displaced_session_is_not_written),
        cmocka_unit_test(every_change_is_found_at_its_line),
        cmocka_unit_test(a_wrong_verdict_is_found),
        cmocka_unit_test(a_damaged_case_is_refused),
        cmocka_unit_test(no_folder_is_no_case),
        cmocka_unit_test(good_empty_and_foreign_cases_lie_beside),
        cmocka_unit_test(a_case_has_its_place),
    };
    return cmocka_run_group_tests_name("case", tests, begin, end);
}
