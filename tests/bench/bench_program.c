/* bench_program.c: what a user waits for: the program's start, and each pick. */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/bench.h"

enum { OUTPUT_MAX = 1 << 16, WAIT_MS = 20000 };

/* A running program and what it has printed since the last order. */
struct child {
    pid_t pid;
    int in, out;
    size_t length;
    char output[OUTPUT_MAX + 1];
};

static void start(struct child *child, char *const *arguments)
{
    int in[2] = {-1, -1}, out[2] = {-1, -1};
    posix_spawn_file_actions_t actions;
    require(pipe2(in, O_CLOEXEC) == 0 && pipe2(out, O_CLOEXEC) == 0, "no pipe");
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    require(posix_spawnp(&child->pid, arguments[0], &actions, NULL, arguments, environ) == 0,
            "the program could not be started");
    posix_spawn_file_actions_destroy(&actions);
    close(in[0]);
    close(out[1]);
    child->in = in[1];
    child->out = out[0];
    child->length = 0;
}

/* Reads what is there; false when the program has closed its output. */
static bool read_more(struct child *child)
{
    struct pollfd ready = {.fd = child->out, .events = POLLIN};
    require(poll(&ready, 1, WAIT_MS) == 1, "the program says nothing");
    require(child->length < OUTPUT_MAX, "the program says too much");
    ssize_t got = read(child->out, child->output + child->length, OUTPUT_MAX - child->length);
    child->length += got > 0 ? (size_t)got : 0;
    child->output[child->length] = '\0';
    return got > 0;
}

/* Waits until it asks for a pick; false when it has ended instead. */
static bool wait_for_prompt(struct child *child)
{
    while (child->length < 3 || strcmp(child->output + child->length - 3, "\n> ") != 0) {
        if (!read_more(child))
            return false;
    }
    return true;
}

static void end(struct child *child)
{
    close(child->in);
    while (read_more(child))
        child->length = 0;
    close(child->out);
    require(waitpid(child->pid, NULL, 0) == child->pid, "the program was lost");
}

static void start_play(struct child *child, const struct settings *settings, const char *seed)
{
    char *const arguments[] = {(char *)(uintptr_t)settings->program,
                               "play",
                               "idle-deposit",
                               "--plain",
                               "--untimed",
                               "--lang",
                               "en",
                               "--as",
                               "Bench",
                               "--seed",
                               (char *)(uintptr_t)seed,
                               NULL};
    start(child, arguments);
}

/* ------------------------------------------------------------------------------- start ---- */

static double first_line_ms(const struct settings *settings)
{
    static struct child child;
    double began = measure_wall();
    start_play(&child, settings, "7");
    while (!strstr(child.output, "\nCustomer: ") || child.length == 0)
        require(read_more(&child), "the program ended before the first line");
    double seconds = measure_wall() - began;
    end(&child);
    return 1000 * seconds;
}

/* The same for a program that does nothing: what starting one costs here. */
static double nothing_ms(void)
{
    static struct child child;
    char *const arguments[] = {"true", NULL};
    double began = measure_wall();
    start(&child, arguments);
    read_more(&child);
    double seconds = measure_wall() - began;
    end(&child);
    return 1000 * seconds;
}

static void report_start(const struct settings *settings, struct results *results)
{
    enum { ROUNDS = 40 };
    double first[ROUNDS], nothing[ROUNDS];
    int rounds = settings->quick ? 5 : ROUNDS;
    first_line_ms(settings); /* makes the store */
    for (int i = 0; i < rounds; i++) {
        first[i] = first_line_ms(settings);
        nothing[i] = nothing_ms();
    }
    double base = median(nothing, rounds);
    results_add(results, "baseline.exec", base, "ms", 1, "baseline.exec");
    results_add(results, "start.first_line", median(first, rounds), "ms",
                median(first, rounds) / base, "baseline.exec");
    results_add(results, "start.first_line_p95", percentile(first, rounds, 95), "ms",
                percentile(first, rounds, 95) / base, "baseline.exec");
}

/* ------------------------------------------------------------------------------- picks ---- */

/* A page written and forced to the disk, as little as a commit can be. */
static double write_ms(int file)
{
    static const char page[4096];
    double began = measure_wall();
    require(pwrite(file, page, sizeof page, 0) == sizeof page && fdatasync(file) == 0,
            "the disk refuses");
    return 1000 * (measure_wall() - began);
}

/* Picks the first response; from the order to the next prompt. Negative: the session has ended. */
static double pick_ms(struct child *child)
{
    double began = measure_wall();
    child->length = 0;
    require(write(child->in, "1\n", 2) == 2, "the program does not listen");
    return wait_for_prompt(child) ? 1000 * (measure_wall() - began) : -1;
}

/* Resident memory at its highest so far, in MB. */
static double peak_mb(pid_t pid)
{
    char path[64], line[256];
    double kilobytes = 0;
    snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, "VmHWM:", 6) == 0)
            kilobytes = strtod(line + 6, NULL);
    }
    if (file)
        fclose(file);
    return kilobytes * 1024 / 1e6;
}

struct picks {
    int count, limit;
    double picks[256], writes[256];
    double peak, first_peak; /* MB, at the end and at the first prompt */
};

/* Plays one session to its end, with a plain write between the picks. */
static void play(const struct settings *settings, int file, const char *seed, struct picks *picks)
{
    static struct child child;
    start_play(&child, settings, seed);
    require(wait_for_prompt(&child), "the program asks for nothing");
    picks->first_peak = peak_mb(child.pid);
    while (picks->count < picks->limit) {
        double took = pick_ms(&child);
        if (took < 0)
            break;
        picks->picks[picks->count] = took;
        picks->writes[picks->count++] = write_ms(file);
        double peak = peak_mb(child.pid);
        picks->peak = peak > picks->peak ? peak : picks->peak;
    }
    end(&child);
}

static void report_picks(const struct settings *settings, struct results *results)
{
    static struct picks picks;
    char path[4096], seed[16];
    snprintf(path, sizeof path, "%s/page", settings->scratch);
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    require(file >= 0, "the scratch folder can't be written");
    picks.limit = settings->quick ? 10 : 200;
    for (int i = 1; picks.count < picks.limit && i < 100; i++) {
        snprintf(seed, sizeof seed, "%d", i);
        play(settings, file, seed, &picks);
    }
    close(file);
    unlink(path);
    require(picks.count == picks.limit, "sessions end too early");
    double base = median(picks.writes, picks.count);
    results_add(results, "baseline.write_4k", base, "ms", 1, "baseline.write_4k");
    results_add(results, "pick.commit", median(picks.picks, picks.count), "ms",
                median(picks.picks, picks.count) / base, "baseline.write_4k");
    results_add(results, "pick.commit_p95", percentile(picks.picks, picks.count, 95), "ms",
                percentile(picks.picks, picks.count, 95) /
                    percentile(picks.writes, picks.count, 95),
                "the baseline's own 95th of 100");
    results_add(results, "memory.resident", picks.peak, "MB", picks.peak / picks.first_peak,
                "the same at the first line");
}

void bench_program(const struct settings *settings, struct results *results)
{
    signal(SIGPIPE, SIG_IGN);
    report_start(settings, results);
    report_picks(settings, results);
}
