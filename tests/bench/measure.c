/* measure.c: clocks and results. */
#include "bench/measure.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

double measure_cpu(void)
{
    return seconds(CLOCK_THREAD_CPUTIME_ID);
}

double measure_wall(void)
{
    return seconds(CLOCK_MONOTONIC);
}

void fail(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
    exit(1);
}

static int compare(const void *left, const void *right)
{
    double difference = *(const double *)left - *(const double *)right;
    return (difference > 0) - (difference < 0);
}

double percentile(double *values, int count, int percent)
{
    qsort(values, (size_t)count, sizeof *values, compare);
    return values[(count - 1) * percent / 100];
}

double median(double *values, int count)
{
    return percentile(values, count, 50);
}

/* ---------------------------------------------------------------------------- results ---- */

struct result {
    const char *name, *unit, *baseline;
    double value, ratio;
};

struct results {
    struct result list[64];
    int count;
};

struct results *results_new(void)
{
    struct results *results = calloc(1, sizeof *results);
    require(results != NULL, "out of memory");
    return results;
}

void results_free(struct results *results)
{
    free(results);
}

void results_add(struct results *results, const char *name, double value, const char *unit,
                 double ratio, const char *baseline)
{
    require(results->count < (int)(sizeof results->list / sizeof *results->list),
            "more results than there is room for");
    results->list[results->count++] = (struct result){
        .name = name, .value = value, .unit = unit, .ratio = ratio, .baseline = baseline};
}

void results_print_table(const struct results *results)
{
    printf("%-30s %12s %-10s %10s  %s\n", "name", "value", "unit", "ratio", "to");
    for (int i = 0; i < results->count; i++) {
        const struct result *result = &results->list[i];
        printf("%-30s %12.4g %-10s %10.3g  %s\n", result->name, result->value, result->unit,
               result->ratio, result->baseline);
    }
}

void results_print_json(const struct results *results)
{
    cJSON *root = cJSON_CreateObject();
    cJSON *list = cJSON_AddArrayToObject(root, "results");
    for (int i = 0; i < results->count; i++) {
        const struct result *result = &results->list[i];
        cJSON *item = cJSON_CreateObject();
        cJSON_AddStringToObject(item, "name", result->name);
        cJSON_AddNumberToObject(item, "value", result->value);
        cJSON_AddStringToObject(item, "unit", result->unit);
        cJSON_AddNumberToObject(item, "ratio", result->ratio);
        cJSON_AddStringToObject(item, "baseline", result->baseline);
        cJSON_AddItemToArray(list, item);
    }
    char *text = cJSON_Print(root);
    puts(text);
    cJSON_free(text);
    cJSON_Delete(root);
}
