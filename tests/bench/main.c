/* main.c: runs the benchmarks and prints their results; scripts/bench calls it. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "bench/bench.h"

static int usage(void)
{
    fputs(
        "usage: bench [--json] [--quick] [--million] FOLDER-OF-PLAIN-LUA PROGRAM SCRATCH-FOLDER\n",
        stderr);
    return 2;
}

int main(int argc, char **argv)
{
    struct settings settings = {0};
    bool json = false;
    int at = 1;
    for (; at < argc && argv[at][0] == '-'; at++) {
        if (strcmp(argv[at], "--json") == 0)
            json = true;
        else if (strcmp(argv[at], "--quick") == 0)
            settings.quick = true;
        else if (strcmp(argv[at], "--million") == 0)
            settings.million = true;
        else
            return usage();
    }
    if (argc - at != 3)
        return usage();
    settings.folder = argv[at];
    settings.program = argv[at + 1];
    settings.scratch = argv[at + 2];
    require(sodium_init() >= 0, "libsodium could not be started");
    struct results *results = results_new();
    bench_report(&settings, results);
    bench_program(&settings, results);
    bench_play(&settings, results);
    bench_solve(&settings, results);
    if (json)
        results_print_json(results);
    else
        results_print_table(results);
    results_free(results);
    return 0;
}
