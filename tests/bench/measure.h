/*
 * measure.h: clocks, decisions and results of the benchmarks.
 *
 * Rates of computing are taken from processor time, so that other programs on the machine count
 * as little as can be; what a user waits for is taken from the wall clock. Each figure is the
 * best of several short runs, and what is compared is run in turns.
 */
#ifndef YANLIAN_BENCH_MEASURE_H
#define YANLIAN_BENCH_MEASURE_H

#include <stdbool.h>
#include <stdint.h>

double measure_cpu(void);  /* seconds of this thread */
double measure_wall(void); /* seconds; never goes back */

/* Ends the program: a benchmark that measured the wrong thing has no result. */
_Noreturn void fail(const char *what);

static inline void require(bool ok, const char *what)
{
    if (!ok)
        fail(what);
}

double median(double *values, int count); /* sorts them */
double percentile(double *values, int count, int percent);

/* ------------------------------------------------------------------------- decisions ---- */

/* Marsaglia's xorshift64, in C and in Lua alike. */
static inline uint64_t xorshift(uint64_t *random)
{
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    return *random;
}

enum { DECISION_SEED = 88172645 };

/* One of the set bits of `open` (four responses, at least one open), each with equal chance. */
static inline unsigned choose_open(unsigned open, uint64_t *random)
{
    static const uint8_t counts[16] = {0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4};
    static const uint8_t choices[16][4] = {
        {0}, {0},    {1},    {0, 1},    {2},    {0, 2},    {1, 2},    {0, 1, 2},
        {3}, {0, 3}, {1, 3}, {0, 1, 3}, {2, 3}, {0, 2, 3}, {1, 2, 3}, {0, 1, 2, 3}};
    return choices[open][(xorshift(random) >> 32) * counts[open] >> 32];
}

/* Adds how a session ended: its score to a thousandth, and its node. */
static inline uint64_t checksum_add(uint64_t checksum, double score, unsigned node)
{
    uint64_t value = (uint64_t)(score * 1000 + 0.500001) * 256 + node;
    return (checksum ^ value) * UINT64_C(1099511628211);
}

/* --------------------------------------------------------------------------- results ---- */

struct results;

struct results *results_new(void);
void results_free(struct results *results);

/*
 * `ratio` is the value's to the baseline's, which is the name of another result or says what it
 * is.
 */
void results_add(struct results *results, const char *name, double value, const char *unit,
                 double ratio, const char *baseline);
void results_print_table(const struct results *results);
void results_print_json(const struct results *results);

#endif
