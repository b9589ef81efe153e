/*
 * bench_report.c: how a report grows with the number of sessions.
 *
 * It goes first: what the kernel calls a child's highest memory is at least what its parent had when
 * it was started.
 */
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "bench/bench.h"
#include "store/facts.h"

enum { RUNS = 3 };

struct run {
    double seconds, megabytes; /* wall time; highest resident memory */
};

/* Runs a program to its end, which has to be a good one. */
static struct run run_program(char *const *arguments)
{
    struct rusage usage;
    struct run run;
    pid_t pid;
    int status;
    double began = measure_wall();
    require(posix_spawn(&pid, arguments[0], NULL, NULL, arguments, environ) == 0,
            "a program could not be started");
    require(wait4(pid, &status, 0, &usage) == pid && status == 0, "a program failed");
    run.seconds = measure_wall() - began;
    run.megabytes = (double)usage.ru_maxrss * 1024 / 1e6;
    return run;
}

/* `count` sessions of 500 people in a new store at `path`. */
static void generate(const struct settings *settings, const char *path, const char *count)
{
    struct buffer helper = {0};
    const char *slash = strrchr(settings->program, '/');
    require(slash != NULL, "the program is named without its folder");
    buffer_add_bytes(&helper, settings->program, (size_t)(slash - settings->program));
    buffer_add(&helper, "/tests/load/generate_sessions");
    char *const arguments[] = {helper.data,
                               (char *)(uintptr_t)path,
                               (char *)(uintptr_t)count,
                               "load-test",
                               "500",
                               "1",
                               "none",
                               NULL};
    run_program(arguments);
    buffer_free(&helper);
}

/* The best of some runs. */
static struct run report(const struct settings *settings, const char *store)
{
    char *const arguments[] = {(char *)(uintptr_t)settings->program,
                               "report",
                               "--class",
                               "load-test",
                               "--format",
                               "json",
                               "--output",
                               "/dev/null",
                               NULL};
    struct run best = {.seconds = 1e9};
    require(setenv("YANLIAN_STORE", store, 1) == 0, "no environment");
    for (int i = 0; i < RUNS; i++) {
        struct run run = run_program(arguments);
        best.seconds = run.seconds < best.seconds ? run.seconds : best.seconds;
        best.megabytes = run.megabytes > best.megabytes ? run.megabytes : best.megabytes;
    }
    unsetenv("YANLIAN_STORE");
    return best;
}

static bool count_fact(void *data, const struct fact_row *fact, struct error *error)
{
    (void)fact;
    (void)error;
    ++*(long *)data;
    return true;
}

/* What it takes to read the facts and do nothing with them. */
static double read_seconds(const char *path, long expected)
{
    struct fact_filter filter = {.class = "load-test"};
    struct store *store = store_open(path, NULL);
    double best = 1e9;
    require(store != NULL, "the store can't be opened");
    for (int i = 0; i < RUNS; i++) {
        long count = 0;
        double began = measure_wall();
        require(store_visit_facts(store, &filter, count_fact, &count, NULL) && count == expected,
                "the facts can't be read");
        double took = measure_wall() - began;
        best = took < best ? took : best;
    }
    store_close(store);
    return best;
}

static void remove_store(const char *path)
{
    static const char *const ends[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct buffer name = {0};
        buffer_printf(&name, "%s%s", path, ends[i]);
        unlink(name.data);
        buffer_free(&name);
    }
}

#define SIZE(count, power)                                              \
    {                                                                   \
        count, #count, "report.seconds_" power, "report.memory_" power, \
            "baseline.read_facts_" power                                \
    }

static const struct size {
    long count;
    const char *digits, *seconds, *memory, *base;
} sizes[] = {SIZE(1000, "1e3"), SIZE(10000, "1e4"), SIZE(100000, "1e5"), SIZE(1000000, "1e6")};

static void add_size(const struct settings *settings, struct results *results,
                     const struct size *size, struct run *first)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/report.db", settings->scratch);
    generate(settings, path, size->digits);
    struct run run = report(settings, path);
    double base = read_seconds(path, size->count);
    remove_store(path);
    if (first->seconds == 0)
        *first = run;
    results_add(results, size->base, base, "s", 1, size->base);
    results_add(results, size->seconds, run.seconds, "s", run.seconds / base, size->base);
    results_add(results, size->memory, run.megabytes, "MB", run.megabytes / first->megabytes,
                "the smallest size");
}

void bench_report(const struct settings *settings, struct results *results)
{
    struct run first = {0};
    int from = settings->quick ? 0 : 1;
    int to = settings->million ? 3 : settings->quick ? 1 : 2;
    for (int i = from; i <= to; i++)
        add_size(settings, results, &sizes[i], &first);
}
