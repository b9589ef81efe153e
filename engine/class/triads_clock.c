/* triads_clock.c: rounds and phases by the wall clock. */
#include "class/triads_clock.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"

void triads_clock_begin(struct triads_clock *clock, const struct triads_plan *plan)
{
    assert(plan->triads->rounds <= TRIAD_ROUNDS_MAX);
    *clock = (struct triads_clock){.speed = plan->speed};
    for (int round = 0; round < TRIAD_ROUNDS_MAX; round++)
        clock->scenario[round] = round % plan->scenario_count;
}

bool triads_clock_runs(const struct triads_clock *clock)
{
    return clock->since_ms > 0;
}

/* A wall clock that was set back does not turn a round's time back. */
int64_t triads_clock_elapsed(const struct triads_clock *clock, int64_t now)
{
    int64_t more = triads_clock_runs(clock) && now > clock->since_ms ? now - clock->since_ms : 0;
    return clock->elapsed_ms[clock->round] + more * (clock->speed > 1 ? clock->speed : 1);
}

static void stop(struct triads_clock *clock, int64_t now)
{
    clock->elapsed_ms[clock->round] = triads_clock_elapsed(clock, now);
    clock->since_ms = 0;
}

void triads_clock_toggle(struct triads_clock *clock, int64_t now)
{
    if (triads_clock_runs(clock))
        stop(clock, now);
    else
        clock->since_ms = now;
}

void triads_clock_go(struct triads_clock *clock, int round, int64_t now)
{
    stop(clock, now);
    clock->round = round;
}

enum triad_phase triads_clock_phase(const struct triads_clock *clock,
                                    const struct triad_times *times, int64_t now, int64_t *left_ms)
{
    const int seconds[] = {times->prepare, times->play, times->feedback};
    int64_t left = -triads_clock_elapsed(clock, now);
    for (int phase = TRIAD_PREPARE; phase < TRIAD_OVER; phase++) {
        left += (int64_t)seconds[phase] * 1000;
        if (left > 0) {
            *left_ms = left;
            return (enum triad_phase)phase;
        }
    }
    *left_ms = left;
    return TRIAD_OVER;
}

const char *triad_phase_label(enum triad_phase phase)
{
    static const char *const labels[TRIAD_PHASE_COUNT] = {
        [TRIAD_PREPARE] = N_("preparing"),
        [TRIAD_PLAY] = N_("playing"),
        [TRIAD_FEEDBACK] = N_("feedback"),
        [TRIAD_OVER] = N_("time is up"),
    };
    return _(labels[phase]);
}

/* ------------------------------------------------------------------------------- keeping ---- */

static void setting_key(const struct triads_plan *plan, char key[64])
{
    snprintf(key, 64, "triads.%s%s", plan->class, plan->speed > 1 ? ".rehearsal" : "");
}

/* What has to be the same for a kept clock to be this plan's. */
static cJSON *plan_fingerprint(const struct triads_plan *plan)
{
    cJSON *object = cJSON_CreateObject();
    cJSON *scenarios = cJSON_AddArrayToObject(object, "scenarios");
    cJSON_AddNumberToObject(object, "seed", (double)plan->seed);
    cJSON_AddNumberToObject(object, "minutes", plan->minutes);
    cJSON_AddNumberToObject(object, "people", plan->triads->people);
    cJSON_AddNumberToObject(object, "rounds", plan->triads->rounds);
    for (int i = 0; i < plan->scenario_count; i++)
        cJSON_AddItemToArray(scenarios, cJSON_CreateString(plan->scenarios[i].name));
    return object;
}

bool triads_clock_keep(struct store *store, const struct triads_plan *plan,
                       const struct triads_clock *clock, struct error *error)
{
    char key[64];
    cJSON *root = cJSON_CreateObject();
    cJSON_AddItemToObject(root, "plan", plan_fingerprint(plan));
    cJSON_AddNumberToObject(root, "round", clock->round);
    cJSON_AddNumberToObject(root, "since", (double)clock->since_ms);
    cJSON *elapsed = cJSON_AddArrayToObject(root, "elapsed");
    cJSON *scenarios = cJSON_AddArrayToObject(root, "scenario");
    for (int i = 0; i < TRIAD_ROUNDS_MAX; i++) {
        cJSON_AddItemToArray(elapsed, cJSON_CreateNumber((double)clock->elapsed_ms[i]));
        cJSON_AddItemToArray(scenarios, cJSON_CreateNumber(clock->scenario[i]));
    }
    char *json = cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    if (!json)
        abort();
    setting_key(plan, key);
    bool done = store_set_setting(store, key, json, error);
    free(json);
    return done;
}

/* A whole number of `low` to `high`; false when it is anything else. */
static bool read_number(const cJSON *item, double low, double high, double *number)
{
    if (!cJSON_IsNumber(item) || !(item->valuedouble >= low && item->valuedouble <= high))
        return false;
    *number = item->valuedouble;
    return true;
}

static bool read_clock(const cJSON *root, const struct triads_plan *plan,
                       struct triads_clock *clock)
{
    const double late = 1e15; /* wall ms beyond any that can be */
    const cJSON *elapsed = cJSON_GetObjectItemCaseSensitive(root, "elapsed");
    const cJSON *scenarios = cJSON_GetObjectItemCaseSensitive(root, "scenario");
    double number;
    if (!read_number(cJSON_GetObjectItemCaseSensitive(root, "round"), 0, plan->triads->rounds - 1,
                     &number))
        return false;
    clock->round = (int)number;
    if (!read_number(cJSON_GetObjectItemCaseSensitive(root, "since"), 0, late, &number))
        return false;
    clock->since_ms = (int64_t)number;
    for (int i = 0; i < TRIAD_ROUNDS_MAX; i++) {
        if (!read_number(cJSON_GetArrayItem(elapsed, i), 0, late, &number))
            return false;
        clock->elapsed_ms[i] = (int64_t)number;
        if (!read_number(cJSON_GetArrayItem(scenarios, i), 0, plan->scenario_count - 1, &number))
            return false;
        clock->scenario[i] = (int)number;
    }
    return true;
}

bool triads_clock_recall(struct store *store, const struct triads_plan *plan,
                         struct triads_clock *clock, struct error *error)
{
    char key[64], *json = NULL;
    struct error local = {0};
    setting_key(plan, key);
    triads_clock_begin(clock, plan);
    if (!store_get_setting(store, key, &json, &local)) {
        if (local.code != ERROR_NONE && error)
            *error = local;
        return local.code == ERROR_NONE;
    }
    cJSON *root = cJSON_Parse(json), *now = plan_fingerprint(plan);
    bool same = cJSON_Compare(cJSON_GetObjectItemCaseSensitive(root, "plan"), now, true);
    if (!same || !read_clock(root, plan, clock))
        triads_clock_begin(clock, plan);
    cJSON_Delete(root);
    cJSON_Delete(now);
    free(json);
    return true;
}
