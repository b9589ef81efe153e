/*
 * test_check.c: every diagnostic by its example and its near miss, the figures of a summary worked
 * by hand, limits, the graph, and the command.
 *
 * The examples are tests/diagnostics/NUMBER-short-name.lua; the README there tells how one file
 * holds both scenarios.
 */
#include <cjson/cJSON.h>
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "solve/check.h"

/* ----------------------------------------------------------------------------- examples ---- */

static const char *source_folder(void)
{
    const char *folder = getenv("YANLIAN_SOURCE");
    return folder ? folder : ".";
}

static char *path_of(const char *format, const char *name)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s/", source_folder());
    buffer_add_bytes(&path, format, strcspn(format, "*"));
    buffer_add(&path, name);
    return buffer_take(&path);
}

static char *example_path(enum diagnostic diagnostic)
{
    char name[100];
    snprintf(name, sizeof name, "%s-%s.lua", check_number(diagnostic),
             check_short_name(diagnostic));
    name[0] = (char)tolower(name[0]);
    return path_of("tests/diagnostics/*", name);
}

static struct bundle *read_bundle(const char *path)
{
    struct error error = {0};
    char *base = path_of("scenarios*", "");
    struct bundle *bundle = bundle_read(path, base, &error);
    free(base);
    if (!bundle)
        fail_msg("%s: %s", error.file, error.message);
    return bundle;
}

static bool has_mark(const char *line, size_t length, const char *mark)
{
    const char *at = memmem(line, length, "--@ ", 4);
    return at && memmem(at, (size_t)(line + length - at), mark, strlen(mark));
}

/* Turns the example into its near miss; line numbers stay. Returns how many lines differ. */
static int make_near_miss(struct source_file *file)
{
    struct buffer text = {0};
    int changed = 0;
    for (const char *at = file->text; *at;) {
        size_t length = strcspn(at, "\n");
        const char *only = memmem(at, length, "--~ ", 4);
        if (only && strspn(at, " ") == (size_t)(only - at))
            buffer_add_bytes(&text, only + 4, (size_t)(at + length - only) - 4);
        else if (!has_mark(at, length, "bad"))
            buffer_add_bytes(&text, at, length);
        changed += only || has_mark(at, length, "bad");
        buffer_add(&text, "\n");
        at += length + (at[length] == '\n');
    }
    free(file->text);
    file->length = text.length;
    file->text = buffer_take(&text);
    return changed;
}

/* Whether line `number` of the example carries the mark "here". */
static bool is_here(const char *text, int number)
{
    for (int line = 1; *text; line++) {
        size_t length = strcspn(text, "\n");
        if (line == number)
            return has_mark(text, length, "here");
        text += length + (text[length] == '\n');
    }
    return false;
}

static bool is_allowed(const char *text, const char *number)
{
    const char *also = strstr(text, "-- also:");
    const char *found = also ? memmem(also, strcspn(also, "\n"), number, strlen(number)) : NULL;
    return found != NULL;
}

static void an_example_triggers(void **state)
{
    enum diagnostic wanted = *(enum diagnostic *)*state;
    char *path = example_path(wanted);
    struct bundle *bundle = read_bundle(path);
    struct check_report *report = check_bundle(bundle, NULL);
    int found = 0;
    for (int i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        const char *number = check_number(finding->diagnostic);
        if (finding->diagnostic == wanted && is_here(bundle->files[0].text, finding->line))
            found++;
        else if (!is_allowed(bundle->files[0].text, number))
            fail_msg("%s:%d: also %s: %s", path, finding->line, number, finding->message);
    }
    if (found == 0)
        fail_msg("%s: %s is not found at the line marked", path, check_number(wanted));
    check_free(report);
    bundle_free(bundle);
    free(path);
}

static void a_near_miss_does_not(void **state)
{
    enum diagnostic wanted = *(enum diagnostic *)*state;
    char *path = example_path(wanted);
    struct bundle *bundle = read_bundle(path);
    assert_true(make_near_miss(&bundle->files[0]) > 0);
    bundle_seal(bundle);
    struct check_report *report = check_bundle(bundle, NULL);
    for (int i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        const char *number = check_number(finding->diagnostic);
        if (finding->diagnostic == wanted || !is_allowed(bundle->files[0].text, number))
            fail_msg("%s:%d: near miss has %s: %s", path, finding->line, number, finding->message);
    }
    assert_true(report->solved);
    check_free(report);
    bundle_free(bundle);
    free(path);
}

/* Numbers run on without a gap, faults before smells; files and table agree. */
static void the_table_and_the_folder_agree(void **unused)
{
    (void)unused;
    int number = 0, files = 0;
    for (int i = 0; i < CHECK_COUNT; i++) {
        char expected[16],
            letter = check_severity((enum diagnostic)i) == SEVERITY_FAULT ? 'E' : 'W';
        number = i > 0 && check_number((enum diagnostic)(i - 1))[0] == letter ? number + 1 : 1;
        snprintf(expected, sizeof expected, "%c%02d", letter, number);
        assert_string_equal(check_number((enum diagnostic)i), expected);
    }
    char *path = path_of("tests/diagnostics*", "");
    DIR *folder = opendir(path);
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder));)
        files += (entry->d_name[0] == 'e' || entry->d_name[0] == 'w') &&
                 isdigit((unsigned char)entry->d_name[1]) != 0;
    closedir(folder);
    free(path);
    assert_int_equal(files, CHECK_COUNT);
    assert_true(files >= 33);
}

/* ------------------------------------------------------------------------------ figures ---- */

static struct check_report *check_near_miss(enum diagnostic diagnostic,
                                            const struct check_options *options,
                                            struct bundle **bundle)
{
    char *path = example_path(diagnostic);
    *bundle = read_bundle(path);
    make_near_miss(&(*bundle)->files[0]);
    bundle_seal(*bundle);
    free(path);
    return check_bundle(*bundle, options);
}

/* Seven questions, four responses each, one of them right: all of it can be worked out. */
static void figures_are_exact(void **unused)
{
    (void)unused;
    struct bundle *bundle;
    struct check_report *report = check_near_miss(CHECK_SOURCE, NULL, &bundle);
    const struct check_summary *summary = &report->summary;
    assert_true(report->complete);
    assert_int_equal(report->count, 0);
    assert_int_equal(summary->nodes, 2);
    assert_int_equal(summary->responses, 4);
    assert_string_equal(summary->conversations, "16384"); /* 4^7 */
    assert_true(fabs(summary->best - 100) < 1e-9);
    assert_true(fabs(summary->worst) < 1e-9);
    assert_true(fabs(summary->random - 25) < 1e-9);
    /* at least 5 of 7 right: (21 * 9 + 7 * 3 + 1) / 4^7 */
    assert_true(fabs(summary->random_pass - 211.0 / 16384) < 1e-12);
    assert_true(fabs(summary->random_stray) < 1e-12);
    assert_int_equal(summary->shortest_pass.turns, 7);
    assert_true(summary->shortest_pass.score >= 60);
    assert_int_equal(summary->best_line.turns, 7);
    assert_true(fabs(summary->best_line.score - 100) < 1e-9);
    for (int i = 0; i < 7; i++)
        assert_string_equal(summary->best_line.steps[i].answer->id, "answer");
    assert_int_equal(summary->ending_count, 2);
    assert_true(summary->endings[0].reached && !summary->endings[1].reached);
    assert_true(fabs(summary->endings[0].low) < 1e-9);
    assert_true(fabs(summary->endings[0].high - 100) < 1e-9);
    assert_int_equal(summary->rule_count, 1);
    assert_true(summary->rules[0].activated && summary->rules[0].kept && summary->rules[0].broken);
    check_free(report);
    bundle_free(bundle);
}

/* A search cut short claims nothing that only a whole one could know. */
static void a_limit_gives_bounds(void **unused)
{
    (void)unused;
    struct check_options options = {.state_limit = 5};
    struct bundle *bundle;
    struct check_report *report = check_near_miss(CHECK_SOURCE, &options, &bundle);
    assert_true(report->solved);
    assert_false(report->complete);
    assert_int_equal(report->count, 0);
    assert_true(report->summary.best >= 100 - 1e-9);
    check_free(report);
    bundle_free(bundle);
}

static void the_graph_marks_what_is_unreachable(void **unused)
{
    (void)unused;
    char *path = example_path(CHECK_NODE);
    struct bundle *bundle = read_bundle(path);
    struct check_report *report = check_bundle(bundle, NULL);
    struct buffer dot = {0};
    check_graph(report, LANGUAGE_EN, &dot);
    assert_non_null(strstr(dot.data, "digraph \"e09-unreachable-node\" {\n"));
    assert_non_null(strstr(dot.data, "\"side\" [shape=box, label=\"side\", style=dashed"));
    assert_non_null(strstr(dot.data, "\"talk\" [shape=box, label=\"talk\", penwidth=3];\n"));
    assert_non_null(strstr(dot.data, "\"side\" -> \"talk\" [label=\"mumble [on]\", style=dashed"));
    assert_non_null(strstr(dot.data, "\"talk\" -> \"bye\" [label=\"answer [out]\"];\n"));
    assert_non_null(strstr(dot.data, "shape=doubleoctagon, label=\"bye: Done\"];\n"));
    buffer_free(&dot);
    check_free(report);
    bundle_free(bundle);
    free(path);
}

static void shipped_scenarios_have_no_fault(void **unused)
{
    (void)unused;
    static const char *const ids[] = {"idle-deposit", "forex-browser", "insurance-refusal"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s.lua", ids[i]);
        char *path = path_of("scenarios/*", name);
        struct bundle *bundle = read_bundle(path);
        struct check_report *report = check_bundle(bundle, NULL);
        for (int j = 0; j < report->count; j++) {
            const struct finding *finding = &report->findings[j];
            if (check_severity(finding->diagnostic) == SEVERITY_FAULT)
                fail_msg("%s:%d: %s %s", finding->file, finding->line,
                         check_number(finding->diagnostic), finding->message);
        }
        assert_true(report->solved && report->complete);
        check_free(report);
        bundle_free(bundle);
        free(path);
    }
}

/* ------------------------------------------------------------------------- the command ---- */

struct child {
    pid_t pid;
    FILE *out; /* its stdout */
};

static struct child start(const char *const *arguments)
{
    const char *program = getenv("YANLIAN");
    const char *argv[10] = {program ? program : "build/yanlian", "check"};
    int ends[2], count = 2;
    for (; arguments[count - 2]; count++)
        argv[count] = arguments[count - 2];
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    struct child child = {.pid = fork()};
    assert_true(child.pid >= 0);
    if (child.pid == 0) {
        int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(ends[1], STDOUT_FILENO);
        dup2(null, STDERR_FILENO);
        execv(argv[0], (char *const *)(uintptr_t)argv);
        _exit(127);
    }
    close(ends[1]);
    child.out = fdopen(ends[0], "r");
    assert_non_null(child.out);
    return child;
}

/* All that is left of its output, and its exit code. */
static int finish(struct child *child, struct buffer *output)
{
    char block[4096];
    size_t length;
    int status;
    while ((length = fread(block, 1, sizeof block, child->out)) > 0)
        buffer_add_bytes(output, block, length);
    fclose(child->out);
    assert_int_equal(waitpid(child->pid, &status, 0), child->pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int run(struct buffer *output, const char *first, const char *second)
{
    struct child child = start((const char *const[]){first, second, NULL});
    return finish(&child, output);
}

static void the_exit_code_tells_faults_from_smells(void **unused)
{
    (void)unused;
    struct buffer output = {0};
    char *fault = example_path(CHECK_GUARD_NEVER), *smell = example_path(CHECK_GIVE_AWAY);
    assert_int_equal(run(&output, "--quiet", fault), 1);
    assert_int_equal(run(&output, "--quiet", smell), 0);
    assert_int_equal(run(&output, "--quiet", "no-such-scenario"), 1);
    assert_int_equal(run(&output, "--limit=none", smell), 2);
    assert_int_equal(run(&output, "--memory=0", smell), 2);
    buffer_free(&output);
    free(fault);
    free(smell);
}

static void json_tells_all(void **unused)
{
    (void)unused;
    struct buffer output = {0};
    char *path = example_path(CHECK_GUARD_NEVER);
    assert_int_equal(run(&output, "--json", path), 1);
    cJSON *root = cJSON_Parse(output.data);
    assert_non_null(root);
    const cJSON *scenario = cJSON_GetArrayItem(cJSON_GetObjectItem(root, "scenarios"), 0);
    const cJSON *finding = cJSON_GetArrayItem(cJSON_GetObjectItem(scenario, "findings"), 0);
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(finding, "number")), "E11");
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(finding, "severity")), "fault");
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(finding, "response")), "sing");
    assert_true(cJSON_IsObject(cJSON_GetObjectItem(scenario, "summary")));
    assert_true(fabs(cJSON_GetNumberValue(cJSON_GetObjectItem(root, "faults")) - 1) < 1e-9);
    cJSON_Delete(root);
    buffer_free(&output);
    free(path);
}

/* E21: of two cases beside the scenario one is wrong; the other is the near miss. */
static void the_command_plays_cases(void **unused)
{
    (void)unused;
    struct buffer output = {0};
    char *path = example_path(CHECK_CASE);
    assert_int_equal(run(&output, "--json", path), 1);
    cJSON *root = cJSON_Parse(output.data);
    assert_non_null(root);
    const cJSON *scenario = cJSON_GetArrayItem(cJSON_GetObjectItem(root, "scenarios"), 0);
    const cJSON *finding;
    int found = 0;
    cJSON_ArrayForEach(finding, cJSON_GetObjectItem(scenario, "findings"))
    {
        const char *number = cJSON_GetStringValue(cJSON_GetObjectItem(finding, "number"));
        const char *file = cJSON_GetStringValue(cJSON_GetObjectItem(finding, "file"));
        if (strcmp(number, "E21") != 0)
            continue;
        found++;
        assert_non_null(strstr(file, "tests/diagnostics/tests/e21-case-fails.play"));
    }
    assert_int_equal(found, 1);
    assert_true(fabs(cJSON_GetNumberValue(cJSON_GetObjectItem(scenario, "cases")) - 2) < 1e-9);
    cJSON_Delete(root);
    buffer_free(&output);
    free(path);
}

static void copy_file(const char *from, const char *to)
{
    char block[65536];
    FILE *in = fopen(from, "r"), *out = fopen(to, "w");
    assert_non_null(in);
    assert_non_null(out);
    fwrite(block, 1, fread(block, 1, sizeof block, in), out);
    fclose(in);
    fclose(out);
}

/* Reads lines until one holds `word`. */
static void await_line(const struct child *child, const char *word)
{
    char line[1024];
    while (fgets(line, sizeof line, child->out)) {
        if (strstr(line, word))
            return;
    }
    fail_msg("the command ended before it said '%s'", word);
}

/* Saved again with another scenario in it, the file is checked again; Ctrl-C ends it. */
static void watching_checks_again_on_save(void **unused)
{
    (void)unused;
    const char *temporary = getenv("TMPDIR");
    struct buffer path = {0}, output = {0};
    char *first = example_path(CHECK_GIVE_AWAY), *second = example_path(CHECK_LONGEST);
    buffer_printf(&path, "%s/watched.lua", temporary ? temporary : "/tmp");
    copy_file(first, path.data);
    struct child child = start((const char *const[]){"--watch", "--lang=en", path.data, NULL});
    await_line(&child, "1 checked");
    usleep(300000); /* it begins to watch after that line */
    copy_file(second, path.data);
    await_line(&child, "1 checked");
    kill(child.pid, SIGINT);
    int code = finish(&child, &output);
    assert_true(code == 0 || code == 1);
    unlink(path.data);
    buffer_free(&path);
    buffer_free(&output);
    free(first);
    free(second);
}

enum { OTHERS = 9, ALL = 2 * CHECK_COUNT + OTHERS };

/* Two tests a diagnostic, behind the first `count`; returns how many there are then. */
static size_t add_examples(struct CMUnitTest *tests, size_t count)
{
    static enum diagnostic diagnostics[CHECK_COUNT];
    static char triggers[CHECK_COUNT][80], misses[CHECK_COUNT][80];
    for (int i = 0; i < CHECK_COUNT; i++) {
        const char *number = check_number((enum diagnostic)i);
        const char *name = check_short_name((enum diagnostic)i);
        if (i == CHECK_CASE) /* played by the command: the_command_plays_cases */
            continue;
        diagnostics[i] = (enum diagnostic)i;
        snprintf(triggers[i], sizeof *triggers, "%s %s: the example triggers", number, name);
        snprintf(misses[i], sizeof *triggers, "%s %s: the near miss does not", number, name);
        tests[count++] = (struct CMUnitTest){.name = triggers[i],
                                             .test_func = an_example_triggers,
                                             .initial_state = &diagnostics[i]};
        tests[count++] = (struct CMUnitTest){
            .name = misses[i], .test_func = a_near_miss_does_not, .initial_state = &diagnostics[i]};
    }
    return count;
}

int main(void)
{
    static struct CMUnitTest tests[ALL] = {
        cmocka_unit_test(the_table_and_the_folder_agree),
        cmocka_unit_test(figures_are_exact),
        cmocka_unit_test(a_limit_gives_bounds),
        cmocka_unit_test(the_graph_marks_what_is_unreachable),
        cmocka_unit_test(shipped_scenarios_have_no_fault),
        cmocka_unit_test(the_exit_code_tells_faults_from_smells),
        cmocka_unit_test(json_tells_all),
        cmocka_unit_test(the_command_plays_cases),
        cmocka_unit_test(watching_checks_again_on_save),
    };
    char *folder = path_of("scenarios*", "");
    if (sodium_init() < 0 || setenv("YANLIAN_SCENARIOS", folder, 1) != 0)
        return 1;
    free(folder);
    size_t count = add_examples(tests, OTHERS);
    return _cmocka_run_group_tests("check", tests, count, NULL, NULL);
}
