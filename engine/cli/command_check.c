/* command_check.c: `yanlian check`: proves scenarios, two at a time. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "cli/check_courseware.h"
#include "cli/check_output.h"
#include "cli/command.h"
#include "cli/options.h"
#include "practice/golden.h"
#include "practice/library.h"

struct wishes {
    bool json, graph, watch, quiet, help;
    uint64_t state_limit;
    size_t memory_limit;
};

/* What the checks of one run share; the lock is for `next` and the progress line. */
struct run {
    const struct wishes *wishes;
    const char *const *files;
    struct check_report **reports;
    int count, next, finished;
    bool show_progress;
    pthread_mutex_t lock;
};

struct task { /* one scenario's progress */
    struct run *run;
    const char *name;
};

static bool fail_number(const char *option, const char *value, struct error *error)
{
    return error_set(error, ERROR_USAGE, _("--%s %s: use a whole number from 1 on"), option, value);
}

static bool take_limit(void *to, const char *value, struct error *error)
{
    struct wishes *wishes = to;
    return option_whole(value, UINT32_MAX, &wishes->state_limit) ||
           fail_number("limit", value, error);
}

static bool take_memory(void *to, const char *value, struct error *error)
{
    struct wishes *wishes = to;
    uint64_t number = 0;
    if (!option_whole(value, UINT32_MAX, &number))
        return fail_number("memory", value, error);
    wishes->memory_limit = (size_t)number << 20;
    return true;
}

static int parse(int argc, char **argv, struct wishes *wishes, struct command_rest *files)
{
    const struct command_option options[] = {
        {.name = "json", .flag = &wishes->json},
        {.name = "graph", .flag = &wishes->graph},
        {.name = "watch", .flag = &wishes->watch},
        {.name = "quiet", .flag = &wishes->quiet},
        {.name = "limit", .take = take_limit, .to = wishes},
        {.name = "memory", .take = take_memory, .to = wishes},
        {.name = "help", .flag = &wishes->help},
        {.rest = files},
        {0},
    };
    struct error error = {0};
    int code = command_options(argc, argv, "check", options);
    if (code == COMMAND_GOES_ON && wishes->json && wishes->graph) {
        error_set(&error, ERROR_USAGE, "%s", _("--json and --graph: choose one"));
        return command_fail(&error);
    }
    return code == COMMAND_GOES_ON && wishes->help ? command_help("check") : code;
}

/* -------------------------------------------------------------------------------- a run ---- */

static bool show_progress(void *data, int percent, uint64_t states)
{
    enum { CELLS = 20 };
    const struct task *task = data;
    struct run *run = task->run;
    pthread_mutex_lock(&run->lock);
    int full = (100 * run->finished + percent) * CELLS / (100 * run->count);
    fprintf(stderr, "\r\033[K[%.*s%.*s] ", full, "####################", CELLS - full,
            "....................");
    fprintf(stderr, _("%d of %d checked; %s: %llu states"), run->finished, run->count, task->name,
            (unsigned long long)states);
    pthread_mutex_unlock(&run->lock);
    return true;
}

static void note_case(void *data, const struct error *error)
{
    check_note(data, CHECK_CASE, error);
}

/* What the author wrote down beside the scenario. */
static void play_cases(struct check_report *report)
{
    if (report->loaded)
        report->cases = golden_run_beside(report->file, report->loaded, note_case, report);
}

static struct check_report *check_file(struct run *run, const char *file)
{
    struct error error = {0};
    const char *slash = strrchr(file, '/');
    struct task task = {.run = run, .name = slash ? slash + 1 : file};
    struct check_options limits = {.state_limit = run->wishes->state_limit,
                                   .memory_limit = run->wishes->memory_limit,
                                   .progress = run->show_progress ? show_progress : NULL,
                                   .data = &task};
    struct check_report *report = check_courseware(file);
    if (report)
        return report;
    struct bundle *bundle = library_bundle(file, &error);
    report = bundle ? check_bundle(bundle, &limits) : check_unreadable(file, &error);
    bundle_free(bundle);
    play_cases(report);
    return report;
}

/* Takes one file after another until none is left. */
static void *work(void *data)
{
    struct run *run = data;
    for (;;) {
        pthread_mutex_lock(&run->lock);
        int number = run->next++;
        pthread_mutex_unlock(&run->lock);
        if (number >= run->count)
            return NULL;
        struct check_report *report = check_file(run, run->files[number]);
        pthread_mutex_lock(&run->lock);
        run->reports[number] = report;
        run->finished++;
        pthread_mutex_unlock(&run->lock);
    }
}

static void check_all(struct run *run)
{
    pthread_t helper;
    bool helped = run->count > 1 && sysconf(_SC_NPROCESSORS_ONLN) > 1 &&
                  pthread_create(&helper, NULL, work, run) == 0;
    work(run);
    if (helped)
        pthread_join(helper, NULL);
    if (run->show_progress)
        fputs("\r\033[K", stderr);
}

/* ------------------------------------------------------------------------------- output ---- */

static void write_json(const struct run *run, int faults, int smells)
{
    cJSON *root = cJSON_CreateObject(), *list = cJSON_CreateArray();
    for (int i = 0; i < run->count; i++)
        cJSON_AddItemToArray(list, check_to_json(run->reports[i]));
    cJSON_AddItemToObject(root, "scenarios", list);
    cJSON_AddNumberToObject(root, "faults", faults);
    cJSON_AddNumberToObject(root, "smells", smells);
    char *json = cJSON_Print(root);
    cJSON_Delete(root);
    if (json)
        puts(json);
    free(json);
}

static void write_reports(const struct run *run, int faults, int smells)
{
    for (int i = 0; i < run->count; i++) {
        struct buffer dot = {0};
        check_print_findings(run->reports[i]);
        check_print_limit(run->reports[i]);
        if (run->wishes->graph && run->reports[i]->holds)
            continue; /* no conversation to draw */
        if (run->wishes->graph) {
            check_graph(run->reports[i], words_language(), &dot);
            fputs(dot.data, stdout);
            buffer_free(&dot);
        } else if (!run->wishes->quiet) {
            check_print_summary(run->reports[i], words_language());
        }
    }
    if (!run->wishes->graph)
        printf(_("%d checked: %d faults, %d smells\n"), run->count, faults, smells);
}

/* Checks every file once; the number of faults. */
static int run_once(const struct wishes *wishes, const char *const *files, int count)
{
    struct run run = {.wishes = wishes,
                      .files = files,
                      .count = count,
                      .show_progress = isatty(STDERR_FILENO) == 1,
                      .lock = PTHREAD_MUTEX_INITIALIZER};
    int faults = 0, smells = 0;
    run.reports = calloc((size_t)count + 1, sizeof(struct check_report *));
    if (!run.reports)
        abort();
    check_all(&run);
    for (int i = 0; i < count; i++) {
        faults += run.reports[i]->faults;
        smells += run.reports[i]->smells;
    }
    if (wishes->json)
        write_json(&run, faults, smells);
    else
        write_reports(&run, faults, smells);
    for (int i = 0; i < count; i++)
        check_free(run.reports[i]);
    free(run.reports);
    return faults;
}

static int run_and_watch(const struct wishes *wishes, const char *const *files, int count)
{
    struct error error = {0};
    struct watch *watch = wishes->watch ? watch_open(files, count, &error) : NULL;
    if (wishes->watch && !watch)
        return command_fail(&error);
    int faults;
    bool again;
    do {
        faults = run_once(wishes, files, count);
        if (!command_flush(&error)) {
            watch_close(watch);
            return command_fail(&error);
        }
        if (watch)
            fprintf(stderr, "%s\n", _("Watching; checks again on every save, Ctrl-C ends."));
        again = watch && watch_wait(watch);
    } while (again);
    watch_close(watch);
    return faults > 0 ? 1 : 0;
}

/*
 * The path of a scenario, course or exercise that is named by its id; a path, or an unknown id,
 * stays as it is.
 */
static char *path_of(const char *name)
{
    struct buffer path = {0};
    size_t length = strlen(name);
    bool is_path = strchr(name, '/') || (length > 4 && strcmp(name + length - 4, ".lua") == 0);
    char *folder = is_path ? NULL : library_folder(NULL);
    if (folder)
        buffer_printf(&path, "%s/%s.lua", folder, name);
    free(folder);
    if (path.data && access(path.data, R_OK) == 0)
        return buffer_take(&path);
    buffer_free(&path);
    char *courseware = is_path ? NULL : check_courseware_path(name);
    return courseware ? courseware : strdup(name);
}

/* All shipped scenarios and courseware. NULL on failure. */
static char **shipped_files(int *count, struct error *error)
{
    struct library *library = library_open(error);
    if (!library)
        return NULL;
    int scenarios = library_count(library);
    char **files = calloc((size_t)scenarios + 1, sizeof *files);
    if (!files)
        abort();
    for (int i = 0; i < scenarios; i++)
        files[i] = strdup(library_entry(library, i)->path);
    library_close(library);
    *count = scenarios;
    return check_courseware_files(files, count);
}

/*
 * The files named, or all shipped ones; strings and array are the caller's. NULL on failure.
 */
static char **find_files(char **names, int *count, struct error *error)
{
    if (*count == 0)
        return shipped_files(count, error);
    char **files = calloc((size_t)*count + 1, sizeof *files);
    if (!files)
        abort();
    for (int i = 0; i < *count; i++)
        files[i] = path_of(names[i]);
    return files;
}

int command_check(int argc, char **argv)
{
    struct wishes wishes = {0};
    struct command_rest named;
    struct error error = {0};
    int code = parse(argc, argv, &wishes, &named);
    if (code != COMMAND_GOES_ON)
        return code;
    int count = named.count;
    char **files = find_files(named.words, &count, &error);
    if (!files)
        return command_fail(&error);
    code = run_and_watch(&wishes, (const char *const *)files, count);
    for (int i = 0; i < count; i++)
        free(files[i]);
    free(files);
    return code;
}
