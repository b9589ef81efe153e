/* check.c: one check from bundle to report, in order, and the findings' list. */
#include "solve/check.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "script/locate.h"
#include "solve/check_parts.h"

/* ------------------------------------------------------------------------ diagnostics ---- */

static const struct {
    const char *number, *short_name;
    enum severity severity;
} diagnostics[] = {
#define X(name, number_, severity_, short_name_) \
    {.number = number_, .short_name = short_name_, .severity = SEVERITY_##severity_},
    CHECK_DIAGNOSTICS(X)
#undef X
};

const char *check_number(enum diagnostic diagnostic)
{
    return diagnostics[diagnostic].number;
}

const char *check_short_name(enum diagnostic diagnostic)
{
    return diagnostics[diagnostic].short_name;
}

enum severity check_severity(enum diagnostic diagnostic)
{
    return diagnostics[diagnostic].severity;
}

/* --------------------------------------------------------------------------- findings ---- */

int check_line(const struct check *check, const char *path)
{
    return locator_line(check->locator, path);
}

struct place check_at_node(const struct node *node)
{
    return (struct place){.line = node->file_line, .node = node};
}

struct place check_at_response(const struct node *node, const struct response *response)
{
    return (struct place){.line = response->file_line, .node = node, .response = response};
}

static struct finding *new_finding(struct check *check)
{
    struct check_report *report = check->report;
    if (report->count == check->capacity) {
        check->capacity = check->capacity ? 2 * check->capacity : 16;
        report->findings =
            realloc(report->findings, (size_t)check->capacity * sizeof *report->findings);
        if (!report->findings)
            abort();
    }
    return &report->findings[report->count++];
}

static void add(struct check *check, enum diagnostic diagnostic, struct place place,
                const char *message)
{
    struct arena *arena = check->report->arena;
    const char *file = place.file ? place.file : check->report->file;
    *new_finding(check) =
        (struct finding){.diagnostic = diagnostic,
                         .file = arena_strdup(arena, file),
                         .line = place.line,
                         .node = arena_strdup(arena, place.node ? place.node->id : ""),
                         .response = arena_strdup(arena, place.response ? place.response->id : ""),
                         .message = arena_strdup(arena, message)};
    if (check_severity(diagnostic) == SEVERITY_FAULT)
        check->report->faults++;
    else
        check->report->smells++;
}

void check_add(struct check *check, enum diagnostic diagnostic, struct place place,
               const char *format, ...)
{
    char *message = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&message, format, arguments) < 0)
        abort();
    va_end(arguments);
    add(check, diagnostic, place, message);
    free(message);
}

static int compare_findings(const void *left, const void *right)
{
    const struct finding *a = left, *b = right;
    int files = strcmp(a->file, b->file);
    if (files != 0)
        return files;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->diagnostic != b->diagnostic)
        return a->diagnostic < b->diagnostic ? -1 : 1;
    return strcmp(a->message, b->message);
}

static void sort_findings(struct check_report *report)
{
    if (report->count > 0)
        qsort(report->findings, (size_t)report->count, sizeof *report->findings, compare_findings);
}

/* ---------------------------------------------------------------------------- loading ---- */

static void add_load_fault(struct check *check, const struct fault *fault)
{
    static const enum diagnostic kinds[] = {[FAULT_FILE] = CHECK_FILE,
                                            [FAULT_TRANSLATION] = CHECK_TRANSLATION,
                                            [FAULT_SOURCE] = CHECK_SOURCE};
    add(check, kinds[fault->kind], (struct place){.file = fault->file, .line = fault->line},
        fault->message);
}

static void add_load_faults(struct check *check, const struct fault_list *faults)
{
    for (int i = 0; i < faults->count; i++)
        add_load_fault(check, &faults->faults[i]);
    if (faults->dropped > 0)
        check_add(check, CHECK_FILE, (struct place){0},
                  _("and %d more faults: they show once these are mended"), faults->dropped);
}

static bool load(struct check *check)
{
    struct error error = {0};
    struct fault_list faults = {0};
    struct check_report *report = check->report;
    report->loaded = scenario_load(check->bundle, &faults, &error);
    add_load_faults(check, &faults);
    if (!report->loaded && faults.count == 0)
        add(check, CHECK_FILE, (struct place){.file = error.file, .line = error.line},
            error.message);
    fault_list_free(&faults);
    if (!report->loaded)
        return false;
    check->scenario = report->scenario = loaded_scenario(report->loaded);
    report->id = check->scenario->id;
    report->reach =
        arena_alloc(report->arena, (size_t)check->scenario->node_count + 1, sizeof *report->reach);
    const struct source_file *file = &check->bundle->files[0];
    check->locator = locator_new(file->text, file->length);
    return true;
}

/* ---------------------------------------------------------------------------- solving ---- */

static bool relay_progress(void *data, int turn, uint64_t states)
{
    const struct check *check = data;
    int percent = 100 * (turn + 1) / check->scenario->turns;
    return check->options->progress(check->options->data, percent, states);
}

static bool solve(struct check *check)
{
    const struct check_options *options = check->options;
    struct error error = {0};
    struct loaded *loaded = check->report->loaded;
    if (options)
        check->limits =
            (struct solve_options){.state_limit = options->state_limit,
                                   .memory_limit = options->memory_limit,
                                   .progress = options->progress ? relay_progress : NULL,
                                   .data = check};
    check->solution = solution_new(loaded, NULL, &check->limits, &error);
    check->wide = check->solution;
    if (!check->solution) {
        add(check, CHECK_FAILS,
            (struct place){.file = error.file[0] ? error.file : NULL, .line = error.line},
            error.message);
        return false;
    }
    struct loaded *fresh = scenario_load(check->bundle, NULL, &error);
    bool pure = fresh && solution_is_pure(check->solution, fresh, &error);
    loaded_free(fresh);
    if (!pure)
        add(check, CHECK_IMPURE,
            (struct place){.file = error.file[0] ? error.file : NULL, .line = error.line},
            error.message);
    return pure;
}

/*
 * True when something seems not to happen, and silence after a timeout might yet bring it about.
 * That more than doubles the states, so it is followed only then.
 */
static bool needs_silence(const struct check *check)
{
    const struct scenario *scenario = check->scenario;
    struct coverage coverage = monitors_coverage(solution_monitors(check->wide));
    uint64_t all =
        scenario->rule_count == 64 ? UINT64_MAX : (UINT64_C(1) << scenario->rule_count) - 1;
    bool silences = false, missing = (coverage.activated & coverage.kept & coverage.broken) != all;
    for (int i = 0; i < scenario->node_count; i++) {
        const struct node_survey *node = &check->survey.nodes[i];
        missing |= !check->report->reach[i].reached;
        for (int j = 0; j < scenario->nodes[i].response_count; j++) {
            const struct response *response = &scenario->nodes[i].responses[j];
            const struct response_survey *survey = &node->responses[j];
            silences |= response->silent;
            missing |= response->guard != FUNCTION_NONE && survey->seen_open != survey->seen_closed;
        }
    }
    return silences && missing;
}

/* Solves once more with silences followed, and looks again at what happens at all. */
static void widen(struct check *check)
{
    struct solve_options options = check->limits;
    options.silences = true;
    struct solution *wide = solution_new(check->report->loaded, NULL, &options, NULL);
    if (!wide)
        return;
    if (!solution_is_complete(wide)) {
        solution_free(wide);
        return;
    }
    check->wide = wide;
    check_survey_reach(check);
}

/* ------------------------------------------------------------------------------ a check ---- */

static void examine(struct check *check)
{
    check->report->complete = solution_is_complete(check->solution);
    check_summarise_begin(check);
    check_survey(check);
    check_survey_reach(check);
    if (check->report->complete && needs_silence(check))
        widen(check);
    check_stuck(check);
    check_reading(check);
    if (check->report->complete) {
        check_faults(check);
        check_rules(check);
        check_draws(check);
        check_smells(check);
    }
    check_summarise(check);
    check->report->solved = true;
}

static struct check_report *report_new(const char *file)
{
    struct check_report *report = calloc(1, sizeof *report);
    if (!report)
        abort();
    report->arena = arena_new();
    report->file = arena_strdup(report->arena, file);
    report->id = "";
    return report;
}

struct check_report *check_bundle(const struct bundle *bundle, const struct check_options *options)
{
    struct arena *names = arena_new();
    const char *name = bundle->count > 0 ? bundle->files[0].name : "";
    struct check check = {.bundle = bundle, .options = options};
    check.report = report_new(arena_printf(names, "%s%s", bundle->folder, name));
    if (load(&check) && solve(&check))
        examine(&check);
    if (check.wide != check.solution)
        solution_free(check.wide);
    solution_free(check.solution);
    check_survey_free(&check);
    locator_free(check.locator);
    arena_free(names);
    sort_findings(check.report);
    return check.report;
}

void check_note(struct check_report *report, enum diagnostic diagnostic, const struct error *error)
{
    struct check check = {.report = report, .capacity = report->count};
    add(&check, diagnostic,
        (struct place){.file = error->file[0] ? error->file : NULL, .line = error->line},
        error->message);
    sort_findings(report);
}

struct check_report *check_loading(const char *file, const struct fault_list *faults,
                                   const char *id, const char *holds)
{
    struct check check = {.report = report_new(file)};
    struct check_report *report = check.report;
    add_load_faults(&check, faults);
    sort_findings(report);
    if (id)
        report->id = arena_strdup(report->arena, id);
    if (holds)
        report->holds = arena_strdup(report->arena, holds);
    return report;
}

struct check_report *check_unreadable(const char *file, const struct error *error)
{
    struct check_report *report = report_new(file);
    check_note(report, CHECK_FILE, error);
    return report;
}

void check_free(struct check_report *report)
{
    if (!report)
        return;
    loaded_free(report->loaded);
    free(report->findings);
    arena_free(report->arena);
    free(report);
}
