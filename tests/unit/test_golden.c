/*
 * test_golden.c: every golden session as written down, then again killed and resumed after each
 * move, killed after every move, and left and taken up with the clock running.
 *
 * Sittings run in forked children, so that what one sitting knew can't help the next: only the
 * store is left. Children assert nothing; they hand an error back through shared memory.
 */
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "unit/golden.h"

enum { CASES_LEAST = 15, CASES_MAX = 200, CASES_A_SCENARIO = 5, WAYS = 4, FIXED = 12 };

/* Shared by a test and its children. */
struct report {
    char session[ULID_SIZE];
    struct error error;
};

struct trial {
    struct golden_case *golden;
    struct report *report;
    char store[512];
};

static char *paths[CASES_MAX]; /* of the cases, sorted; NULL behind the last */
static int path_count;

/* --------------------------------------------------------------------------- a trial ---- */

static void fail_with(const struct error *error)
{
    fail_msg("%s:%d: %s", error->file, error->line, error->message);
}

static void remove_store(const struct trial *trial)
{
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    char path[600];
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        snprintf(path, sizeof path, "%s%s", trial->store, suffixes[i]);
        unlink(path);
    }
}

static void begin_trial(struct trial *trial, const char *path)
{
    const char *folder = getenv("TMPDIR");
    struct error error = {0};
    trial->golden = golden_read(path, &error);
    if (!trial->golden)
        fail_with(&error);
    snprintf(trial->store, sizeof trial->store, "%s/golden-%ld.db", folder ? folder : "/tmp",
             (long)getpid());
    remove_store(trial);
    trial->report = mmap(NULL, sizeof *trial->report, PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(trial->report != MAP_FAILED);
}

static void end_trial(struct trial *trial)
{
    remove_store(trial);
    munmap(trial->report, sizeof *trial->report);
    golden_free(trial->golden);
}

static void count_finding(void *data, const char *session, const char *message)
{
    print_message("# %s: %s\n", session, message);
    ++*(int *)data;
}

/* The finished session, replayed from the store, is the case; and its log is as it was written. */
static void check_kept(struct trial *trial)
{
    struct error error = {0};
    int checked = 0, bad = 0, findings = 0;
    struct store *store = store_open(trial->store, &error);
    struct play *play = store ? play_open(store, trial->report->session, &error) : NULL;
    bool good = play && golden_compare(trial->golden, play, &error);
    if (play)
        play_close(play, -1);
    good = good && store_verify(store, NULL, count_finding, &findings, &checked, &bad, &error);
    store_close(store);
    if (!good)
        fail_with(&error);
    assert_int_equal(findings, 0);
    assert_int_equal(bad, 0);
    assert_int_equal(checked, 1);
}

/* ------------------------------------------------------------------------- a sitting ---- */

enum way_to_end { CLOSE, DIE, LEAVE };

/* Moves `first` to `last` of the case, and how the sitting ends. */
struct sitting {
    int first, last;
    enum way_to_end end;
    int64_t leave_ms; /* LEAVE: think time spent in the open turn, this sitting and before */
    int64_t spent_ms; /* that the store must remember at the start */
};

static struct play *sit_down(struct trial *trial, const struct sitting *sitting,
                             struct store *store, struct error *error)
{
    struct play *play = NULL;
    if (!store)
        return NULL;
    if (sitting->first == 1 && trial->report->session[0] == '\0')
        play = golden_begin(trial->golden, store, error);
    else
        play = play_resume(store, trial->report->session, error);
    if (play) {
        memcpy(trial->report->session, play_row(play)->id, ULID_SIZE);
        if (play_spent_ms(play) != sitting->spent_ms) {
            error_set(error, ERROR_SYSTEM, "%lld ms were spent before, not %lld",
                      (long long)play_spent_ms(play), (long long)sitting->spent_ms);
            return NULL; /* the child ends anyway */
        }
    }
    return play;
}

/* In a child: never returns. */
static void sit(struct trial *trial, const struct sitting *sitting)
{
    struct error *error = &trial->report->error;
    struct store *store = store_open(trial->store, error);
    struct play *play = sit_down(trial, sitting, store, error);
    bool good = play != NULL;
    for (int i = sitting->first; good && i <= sitting->last; i++)
        good = golden_move(trial->golden, i, play, error);
    if (!good)
        _exit(1);
    if (sitting->end == DIE)
        raise(SIGKILL);
    if (session_phase(play_session(play)) == SESSION_OVER)
        good = golden_compare(trial->golden, play, error);
    play_close(play, sitting->end == LEAVE ? sitting->leave_ms : -1);
    store_close(store);
    _exit(good ? 0 : 1);
}

static void in_child(struct trial *trial, const struct sitting *sitting)
{
    int status = 0;
    fflush(stdout);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        sit(trial, sitting);
    assert_int_equal(waitpid(child, &status, 0), child);
    if (sitting->end == DIE && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
        return;
    if (!WIFEXITED(status))
        fail_msg("%s: a sitting died of signal %d", trial->golden->path, WTERMSIG(status));
    if (WEXITSTATUS(status) != 0)
        fail_with(&trial->report->error);
}

/* -------------------------------------------------------------------- four ways to play ---- */

static void as_written(void **state)
{
    struct trial trial;
    begin_trial(&trial, *state);
    in_child(&trial, &(struct sitting){.first = 1, .last = trial.golden->block_count - 1});
    check_kept(&trial);
    end_trial(&trial);
}

static void killed_once(void **state)
{
    struct trial trial;
    begin_trial(&trial, *state);
    int last = trial.golden->block_count - 1;
    for (int k = 0; k <= last; k++) {
        remove_store(&trial);
        trial.report->session[0] = '\0';
        in_child(&trial, &(struct sitting){.first = 1, .last = k, .end = DIE});
        in_child(&trial, &(struct sitting){.first = k + 1, .last = last});
        check_kept(&trial);
    }
    end_trial(&trial);
}

static void killed_after_every_move(void **state)
{
    struct trial trial;
    begin_trial(&trial, *state);
    for (int i = 0; i < trial.golden->block_count; i++)
        in_child(&trial, &(struct sitting){.first = i > 0 ? i : 1, .last = i, .end = DIE});
    check_kept(&trial);
    end_trial(&trial);
}

/*
 * Before each move the trainee leaves, with half of the think time spent, and comes back: the clock
 * goes on from there, so that late moves stay late. Leaving after a move takes the clock back to 0.
 */
static void left_before_every_move(void **state)
{
    struct trial trial;
    begin_trial(&trial, *state);
    for (int i = 1; i < trial.golden->block_count; i++) {
        int64_t half_ms = trial.golden->blocks[i].think_ms / 2;
        in_child(&trial,
                 &(struct sitting){.first = i, .last = i - 1, .end = LEAVE, .leave_ms = half_ms});
        in_child(&trial,
                 &(struct sitting){.first = i, .last = i, .end = LEAVE, .spent_ms = half_ms});
    }
    check_kept(&trial);
    end_trial(&trial);
}

/* ------------------------------------------------------------------- the cases together ---- */

static void there_are_enough_cases(void **unused)
{
    (void)unused;
    if (path_count < CASES_LEAST)
        fail_msg("only %d cases found in tests/cases/sessions, at least %d must be", path_count,
                 CASES_LEAST);
}

/* How often a scenario is played, and which of its draws' values occurred. */
struct coverage {
    char scenario[64];
    int plays;
    bool drawn[DRAW_MAX][VALUE_MAX];
};

static void mark_draws(const struct golden_case *golden, const struct scenario *scenario,
                       struct coverage *coverage)
{
    char word[160];
    for (int i = 0; i < scenario->draw_count; i++) {
        for (int j = 0; j < scenario->draws[i].value_count; j++) {
            snprintf(word, sizeof word, "%s=%s", scenario->draws[i].id,
                     scenario->draws[i].values[j]);
            const char *found = strstr(golden->draws, word);
            size_t length = strlen(word);
            if (found && (found[length] == '\0' || found[length] == ' '))
                coverage->drawn[i][j] = true;
        }
    }
}

static void check_coverage(const struct coverage *coverage, const struct scenario *scenario)
{
    if (coverage->plays < CASES_A_SCENARIO)
        fail_msg("'%s' has %d plays, at least %d must be", coverage->scenario, coverage->plays,
                 CASES_A_SCENARIO);
    for (int i = 0; i < scenario->draw_count; i++) {
        for (int j = 0; j < scenario->draws[i].value_count; j++) {
            if (!coverage->drawn[i][j])
                fail_msg("no case of '%s' draws %s=%s", coverage->scenario, scenario->draws[i].id,
                         scenario->draws[i].values[j]);
        }
    }
}

static void cover(const char *name, struct golden_case *const *cases)
{
    struct coverage coverage = {.plays = 0};
    struct error error = {0};
    char *path = golden_scenario_path(name), *base = strdup(path);
    *strrchr(base, '/') = '\0';
    struct bundle *bundle = bundle_read(path, base, &error);
    struct loaded *loaded = bundle ? scenario_load(bundle, NULL, &error) : NULL;
    if (!loaded) {
        fail_with(&error);
        return;
    }
    snprintf(coverage.scenario, sizeof coverage.scenario, "%s", name);
    for (int i = 0; i < path_count; i++) {
        if (!cases[i] || strcmp(cases[i]->scenario, name) != 0)
            continue;
        coverage.plays++;
        mark_draws(cases[i], loaded_scenario(loaded), &coverage);
    }
    check_coverage(&coverage, loaded_scenario(loaded));
    loaded_free(loaded);
    bundle_free(bundle);
    free(base);
    free(path);
}

static void every_scenario_draw_mode_and_language_occurs(void **unused)
{
    (void)unused;
    static const char *const scenarios[] = {"idle-deposit", "insurance-refusal", "forex-browser"};
    struct golden_case *cases[CASES_MAX] = {NULL};
    int modes[MODE_COUNT] = {0}, languages[LANGUAGE_COUNT] = {0}, kinds[GOLDEN_KIND_COUNT] = {0};
    for (int i = 0; i < path_count; i++) {
        struct error error = {0};
        cases[i] = golden_read(paths[i], &error);
        if (!cases[i]) {
            fail_with(&error);
            return;
        }
        modes[cases[i]->mode]++;
        languages[cases[i]->language]++;
        for (int j = 0; j < cases[i]->block_count; j++)
            kinds[cases[i]->blocks[j].kind]++;
    }
    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++)
        cover(scenarios[i], cases);
    assert_true(modes[MODE_PRACTICE] >= 3 && modes[MODE_EXAM] >= 3);
    assert_true(languages[LANGUAGE_ZH] >= 5 && languages[LANGUAGE_EN] >= 5);
    for (int i = 0; i < GOLDEN_KIND_COUNT; i++)
        assert_true(kinds[i] > 0);
    for (int i = 0; i < path_count; i++)
        golden_free(cases[i]);
}

/* ------------------------------------------------------------------- cases that are wrong ---- */

#define HEAD "case one\nscenario idle-deposit\nseed 7\nmode exam\nlanguage en\ndraws a=b\n"
#define OPENING "opening\n  mood neutral 2\n"
#define MOVE "pick walk 4\n  me Hello.\n"
#define VERDICTS "verdicts\n  2 1/1 kept service/greet-first +1\n  3 1/2 partly service/thank\n"
#define RESULTS "  band pass\n  passed yes\n  critical none\n  ending served\n"
#define SCORE "score\n  service 70\n  total 70\n" RESULTS

static void assert_refused(const char *text, int line, const char *message)
{
    struct error error = {0};
    struct golden_case *golden = golden_parse("wrong.play", text, &error);
    if (golden)
        fail_msg("it was taken: %s", text);
    assert_string_equal(error.file, "wrong.play");
    if (error.line != line || !strstr(error.message, message))
        fail_msg("not line %d '%s', but line %d '%s'", line, message, error.line, error.message);
}

static void a_whole_case_is_read(void **unused)
{
    (void)unused;
    struct error error = {0};
    struct golden_case *golden =
        golden_parse("x", HEAD OPENING MOVE "# a note\n\n" VERDICTS SCORE, &error);
    if (!golden) {
        fail_with(&error);
        return;
    }
    assert_int_equal(golden->block_count, 2);
    assert_int_equal(golden->blocks[1].think_ms, 4000);
    assert_string_equal(golden->blocks[1].lines[0].text, "Hello.");
    assert_int_equal(golden->verdict_count, 2);
    assert_int_equal(golden->verdicts[0].turns[0], 1);
    golden_free(golden);
}

static void an_unreadable_case_is_refused(void **unused)
{
    (void)unused;
    struct error error = {0};
    assert_null(golden_read("/nowhere/x.play", &error));
    assert_string_equal(error.file, "/nowhere/x.play");
    assert_null(golden_read("/", &error));
}

static void an_empty_case_is_refused(void **unused)
{
    (void)unused;
    assert_refused("", 0, "empty");
    assert_refused("\n  \n", 0, "empty");
    assert_refused("# only a note\n", 2, "no 'case'");
}

static void an_unknown_directive_is_refused(void **unused)
{
    (void)unused;
    assert_refused(HEAD "sing loudly\n", 7, "unknown directive 'sing'");
    assert_refused(HEAD OPENING "  sings loudly\n", 9, "'sings' is no line");
    assert_refused("  scene\n", 1, "belongs to nothing");
    assert_refused(HEAD OPENING MOVE VERDICTS "pick walk 4\n", 14, "after the verdicts");
}

static void a_missing_part_is_refused(void **unused)
{
    (void)unused;
    assert_refused(OPENING MOVE VERDICTS SCORE, 15, "no 'case'");
    assert_refused(HEAD MOVE VERDICTS SCORE, 7, "the opening comes first");
    assert_refused(HEAD OPENING VERDICTS SCORE, 19, "no 'move'");
    assert_refused(HEAD OPENING MOVE SCORE, 18, "no 'verdicts'");
    assert_refused(HEAD OPENING MOVE VERDICTS, 14, "no 'score'");
    assert_refused(HEAD OPENING "pick walk 4\n" VERDICTS SCORE, 9, "nothing is said");
    assert_refused(HEAD OPENING MOVE VERDICTS "score\n  total 70\n  band pass\n", 14, "each once");
}

static void a_wrong_value_is_refused(void **unused)
{
    (void)unused;
    assert_refused("seed x\n", 1, "no seed");
    assert_refused("mode home\n", 1, "no mode");
    assert_refused("language fr\n", 1, "no language");
    assert_refused(HEAD OPENING "pick walk soon\n", 9, "no number of seconds");
    assert_refused(HEAD OPENING MOVE "verdicts\n  2 1 kept a/b\n", 12, "no mark");
    assert_refused(HEAD OPENING MOVE "verdicts\n  2 2/1 kept a/b\n", 12, "no mark");
    assert_refused(HEAD OPENING MOVE "verdicts\n  2 1/2 kept a/b\n", 12, "is 'partly'");
    assert_refused(HEAD OPENING MOVE "verdicts\n  2 1/1 kept ab\n", 12, "no rule");
    assert_refused(HEAD OPENING MOVE "verdicts\n  2 1/1 kept a/b 3\n", 12, "no turn");
}

static void a_case_that_contradicts_itself_is_refused(void **unused)
{
    (void)unused;
    assert_refused(HEAD OPENING MOVE VERDICTS "score\n  total 71\n" RESULTS, 15, "come to 70.0000");
    assert_refused(HEAD OPENING MOVE VERDICTS "score\n  conduct 70\n" RESULTS, 15, "no verdict");
}

/* -------------------------------------------------------------------------------- all ---- */

static int is_case(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return entry->d_name[0] != '.' && dot && strcmp(dot, ".play") == 0;
}

/* `paths` and `path_count`; nothing when there is no such folder, which a test tells of. */
static void find_cases(void)
{
    struct dirent **entries = NULL;
    char *folder = golden_folder();
    int count = scandir(folder, &entries, is_case, alphasort);
    for (int i = 0; i < count; i++) {
        struct buffer path = {0};
        buffer_printf(&path, "%s/%s", folder, entries[i]->d_name);
        if (path_count < CASES_MAX)
            paths[path_count++] = buffer_take(&path);
        buffer_free(&path);
        free(entries[i]);
    }
    free(entries);
    free(folder);
}

static int add_ways(struct CMUnitTest *tests, char *path)
{
    static const struct {
        const char *name;
        CMUnitTestFunction run;
    } ways[WAYS] = {{"as written", as_written},
                    {"killed and resumed after each move", killed_once},
                    {"killed after every move", killed_after_every_move},
                    {"left before every move", left_before_every_move}};
    for (int i = 0; i < WAYS; i++) {
        struct buffer name = {0};
        buffer_printf(&name, "%s: %s", strrchr(path, '/') + 1, ways[i].name);
        tests[i] = (struct CMUnitTest){
            .name = buffer_take(&name), .test_func = ways[i].run, .initial_state = path};
    }
    return WAYS;
}

int main(void)
{
    static const struct CMUnitTest fixed[] = {
        cmocka_unit_test(there_are_enough_cases),
        cmocka_unit_test(every_scenario_draw_mode_and_language_occurs),
        cmocka_unit_test(a_whole_case_is_read),
        cmocka_unit_test(an_unreadable_case_is_refused),
        cmocka_unit_test(an_empty_case_is_refused),
        cmocka_unit_test(an_unknown_directive_is_refused),
        cmocka_unit_test(a_missing_part_is_refused),
        cmocka_unit_test(a_wrong_value_is_refused),
        cmocka_unit_test(a_case_that_contradicts_itself_is_refused),
    };
    static struct CMUnitTest tests[CASES_MAX * WAYS + FIXED];
    size_t count = sizeof fixed / sizeof *fixed;
    _Static_assert(sizeof fixed / sizeof *fixed <= FIXED, "room for these tests");
    memcpy(tests, fixed, sizeof fixed);
    find_cases();
    for (int i = 0; i < CASES_MAX && paths[i]; i++)
        count += (size_t)add_ways(&tests[count], paths[i]);
    int failed = _cmocka_run_group_tests("golden", tests, count, NULL, NULL);
    for (size_t i = sizeof fixed / sizeof *fixed; i < count; i++)
        free((char *)(uintptr_t)tests[i].name);
    for (int i = 0; i < path_count; i++)
        free(paths[i]);
    return failed;
}
