/*
 * bench_solve.c: states expanded a second, the memory and growth of solving, and the shipped
 * scenarios.
 */
#include <math.h>
#include <pthread.h>
#include <stdlib.h>

#include "bench/bench.h"
#include "bench/story.h"
#include "practice/library.h"
#include "solve/solve.h"

struct solved {
    double seconds; /* of processor time */
    double lua;     /* of these, about: for asking the author's functions */
    double states, expansions, edges, bytes;
};

/*
 * Solves the generated story. What its functions cost is what asking them all again costs, in a
 * second sandbox: solution_is_pure does just that.
 */
static struct solved solve(int turns, int variables)
{
    struct story *story = malloc(sizeof *story);
    struct error error = {0};
    require(story != NULL, "out of memory");
    story_make(story, turns, variables);
    struct bundle *bundle = story_bundle(story);
    struct loaded *loaded = story_load(bundle), *fresh = story_load(bundle);
    double start = measure_cpu();
    struct solution *solution = solution_new(loaded, NULL, NULL, &error);
    double end = measure_cpu();
    require(solution && solution_is_complete(solution), "the story was not solved");
    require(solution_is_pure(solution, fresh, &error), "the story is not pure");
    struct solved solved = {.seconds = end - start,
                            .lua = measure_cpu() - end,
                            .states = (double)solution_states(solution),
                            .expansions = (double)solution_expansions(solution),
                            .edges = (double)solution_edges(solution),
                            .bytes = (double)solution_bytes(solution)};
    solution_free(solution);
    loaded_free(loaded);
    loaded_free(fresh);
    bundle_free(bundle);
    free(story);
    return solved;
}

/* ---------------------------------------------------------------------------- baseline ---- */

/*
 * Keys a second put into a plain hash set that grows to `count`: what a search that did nothing but
 * know its states again would take.
 */
struct set {
    uint64_t *slots; /* 0: free */
    size_t mask, used;
};

static void set_add(struct set *set, uint64_t key)
{
    size_t at = key & set->mask;
    while (set->slots[at] && set->slots[at] != key)
        at = (at + 1) & set->mask;
    set->used += set->slots[at] == 0;
    set->slots[at] = key;
}

static void set_resize(struct set *set, size_t slots)
{
    struct set old = *set;
    *set = (struct set){.slots = calloc(slots, sizeof *set->slots), .mask = slots - 1};
    require(set->slots != NULL, "out of memory");
    for (size_t i = 0; old.slots && i <= old.mask; i++) {
        if (old.slots[i])
            set_add(set, old.slots[i]);
    }
    free(old.slots);
}

static double hash_set_rate(uint64_t count)
{
    struct set set = {0};
    uint64_t random = DECISION_SEED;
    double start = measure_cpu();
    set_resize(&set, 1024);
    for (uint64_t i = 0; i < count; i++) {
        if (2 * set.used > set.mask)
            set_resize(&set, 2 * (set.mask + 1));
        set_add(&set, xorshift(&random));
    }
    double seconds = measure_cpu() - start;
    free(set.slots);
    return (double)count / seconds;
}

/* ------------------------------------------------------------------------------ growth ---- */

struct size {
    const char *name, *states_name;
    int turns, variables, rounds;
    double time; /* nanoseconds a state, without Lua's; the best of the rounds */
    struct solved solved;
};

static double without_lua(const struct solved *solved)
{
    return solved->seconds - solved->lua;
}

static void grow(struct size *size, int rounds)
{
    size->time = INFINITY;
    for (int i = 0; i < rounds; i++) {
        struct solved solved = solve(size->turns, size->variables);
        double time = 1e9 * without_lua(&solved) / solved.states;
        if (time < size->time) {
            size->time = time;
            size->solved = solved;
        }
    }
}

static void report_speed(const struct solved *solved, struct results *results)
{
    double set = 0, seconds = without_lua(solved);
    double expansions = solved->expansions / seconds, edges = solved->edges / seconds;
    for (int i = 0; i < 3; i++)
        set = fmax(set, hash_set_rate((uint64_t)solved->edges));
    results_add(results, "baseline.hash_set", set / 1e6, "M/s", 1, "baseline.hash_set");
    results_add(results, "solve.expansions", expansions / 1e6, "M/s", expansions / set,
                "baseline.hash_set");
    results_add(results, "solve.edges", edges / 1e6, "M/s", edges / set, "baseline.hash_set");
    results_add(results, "solve.expansions_with_lua", solved->expansions / solved->seconds / 1e6,
                "M/s", seconds / solved->seconds, "solve.expansions");
    results_add(results, "solve.bytes_per_state", solved->bytes / solved->states, "B",
                solved->bytes / solved->states / 16, "a set of 64-bit keys, half full");
}

static void report_growth(const struct settings *settings, struct results *results)
{
    static struct size sizes[] = {
        {.name = "solve.growth_1e4", .states_name = "solve.states_1e4", .turns = 8, .rounds = 4},
        {.name = "solve.growth_1e5", .states_name = "solve.states_1e5", .turns = 10, .rounds = 3},
        {.name = "solve.growth_1e6", .states_name = "solve.states_1e6", .turns = 12, .rounds = 3},
        {.name = "solve.growth_1e7", .states_name = "solve.states_1e7", .turns = 13, .rounds = 1}};
    int count = settings->quick ? 2 : (int)(sizeof sizes / sizeof *sizes);
    for (int i = 0; i < count; i++) {
        sizes[i].variables = STORY_VARIABLES;
        grow(&sizes[i], settings->quick ? 1 : sizes[i].rounds);
    }
    report_speed(&sizes[count > 2 ? 2 : 1].solved, results);
    for (int i = 0; i < count; i++)
        results_add(results, sizes[i].name, sizes[i].time, "ns/state",
                    sizes[i].time / sizes[0].time, "solve.growth_1e4");
    for (int i = 0; i < count; i++)
        results_add(results, sizes[i].states_name, sizes[i].solved.states, "states",
                    sizes[i].solved.states / sizes[0].solved.states, "solve.states_1e4");
}

/* ------------------------------------------------------------------ shipped scenarios ---- */

enum { THREADS = 2 };

/* Scenarios waiting to be solved; two threads take one after another, each into its own sandbox. */
struct queue {
    pthread_mutex_t lock;
    const struct library *library;
    int next, count;
    double cpu[THREADS], states;
};

struct worker {
    struct queue *queue;
    int number;
};

static int take(struct queue *queue)
{
    pthread_mutex_lock(&queue->lock);
    int index = queue->next < queue->count ? queue->next++ : -1;
    pthread_mutex_unlock(&queue->lock);
    return index;
}

static void *solve_some(void *data)
{
    const struct worker *worker = data;
    struct queue *queue = worker->queue;
    double start = measure_cpu();
    for (int index; (index = take(queue)) >= 0;) {
        const struct library_entry *entry = library_entry(queue->library, index);
        struct error error = {0};
        struct solution *solution = solution_new(entry->loaded, NULL, NULL, &error);
        require(solution != NULL, "a shipped scenario was not solved");
        pthread_mutex_lock(&queue->lock);
        queue->states += (double)solution_states(solution);
        pthread_mutex_unlock(&queue->lock);
        solution_free(solution);
    }
    queue->cpu[worker->number] = measure_cpu() - start;
    return NULL;
}

/* Seconds of the longer of both threads; on the wall clock in `*wall`. */
static double solve_shipped(const struct library *library, double *wall, double *states)
{
    struct queue queue = {
        .lock = PTHREAD_MUTEX_INITIALIZER, .library = library, .count = library_count(library)};
    struct worker workers[THREADS];
    pthread_t threads[THREADS];
    double start = measure_wall();
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (struct worker){&queue, i};
        require(pthread_create(&threads[i], NULL, solve_some, &workers[i]) == 0,
                "no thread could be started");
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    *wall = measure_wall() - start;
    *states = queue.states;
    return fmax(queue.cpu[0], queue.cpu[1]);
}

static void report_shipped(const struct settings *settings, struct results *results)
{
    struct error error = {0};
    double cpu = INFINITY, wall = INFINITY, states = 0;
    double start = measure_cpu();
    struct library *library = library_open(&error);
    require(library && library_count(library) > 0, "no shipped scenario was found");
    double load = measure_cpu() - start;
    for (int i = 0; i < library_count(library); i++)
        require(library_entry(library, i)->loaded != NULL, "a shipped scenario does not load");
    for (int round = 0; round < (settings->quick ? 1 : 3); round++) {
        double this_wall, this_cpu = solve_shipped(library, &this_wall, &states);
        cpu = fmin(cpu, this_cpu);
        wall = fmin(wall, this_wall);
    }
    library_close(library);
    results_add(results, "solve.shipped", cpu, "s", cpu / load, "loading them");
    results_add(results, "solve.shipped_wall", wall, "s", wall / cpu, "solve.shipped");
    results_add(results, "solve.shipped_states", states, "states", 1, "solve.shipped_states");
}

void bench_solve(const struct settings *settings, struct results *results)
{
    report_growth(settings, results);
    report_shipped(settings, results);
}
