/*
 * bench.h: the groups of benchmarks; each adds its results. README.md says what they measure.
 */
#ifndef YANLIAN_BENCH_BENCH_H
#define YANLIAN_BENCH_BENCH_H

#include "bench/measure.h"

struct settings {
    bool quick;          /* a few seconds, for the test: figures mean little */
    bool million;        /* a report on a million sessions, too: a minute and 1 GB more */
    const char *folder;  /* of plain.lua */
    const char *program; /* build/yanlian */
    const char *scratch; /* a folder on the disk that is measured; it stays empty */
};

void bench_program(const struct settings *settings, struct results *results);
void bench_play(const struct settings *settings, struct results *results);
void bench_solve(const struct settings *settings, struct results *results);
void bench_report(const struct settings *settings, struct results *results);

#endif
