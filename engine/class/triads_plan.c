/* triads_plan.c: roster and scenarios around the groups. */
#include "class/triads_plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "practice/library.h"

const struct triads_scenario *triads_plan_scenario(const struct triads_plan *plan, int round)
{
    return &plan->scenarios[round % plan->scenario_count];
}

const struct roster_entry *triads_plan_person(const struct triads_plan *plan, int position)
{
    for (int i = 0; i < plan->roster_count; i++) {
        if (plan->roster[i].position == position)
            return &plan->roster[i];
    }
    return NULL;
}

/* --------------------------------------------------------------------------- making one ---- */

static char *copy(const char *text)
{
    char *own = strdup(text);
    if (!own)
        abort();
    return own;
}

static void add_scenario(struct triads_plan *plan, const char *name,
                         const struct scenario *scenario)
{
    struct triads_scenario *added = &plan->scenarios[plan->scenario_count++];
    added->name = copy(name);
    added->id = copy(scenario->id);
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        added->title[language] = copy(scenario->title.words[language]);
}

static bool load_scenario(struct triads_plan *plan, const char *name, struct error *error)
{
    struct bundle *bundle = library_bundle(name, error);
    struct loaded *loaded = bundle ? scenario_load(bundle, NULL, error) : NULL;
    if (loaded)
        add_scenario(plan, name, loaded_scenario(loaded));
    loaded_free(loaded);
    bundle_free(bundle);
    return loaded != NULL;
}

static bool load_library(struct triads_plan *plan, struct error *error)
{
    struct library *library = library_open(error);
    if (!library)
        return false;
    plan->scenarios = calloc((size_t)library_count(library) + 1, sizeof *plan->scenarios);
    if (!plan->scenarios)
        abort();
    for (int i = 0; i < library_count(library); i++) {
        const struct library_entry *entry = library_entry(library, i);
        if (entry->loaded)
            add_scenario(plan, entry->id, loaded_scenario(entry->loaded));
    }
    library_close(library);
    return plan->scenario_count > 0 || error_set(error, ERROR_NOT_FOUND, "%s",
                                                 _("no scenario loads: `yanlian check` tells why"));
}

static bool load_scenarios(struct triads_plan *plan, const struct triads_asked *asked,
                           struct error *error)
{
    if (asked->scenario_count == 0)
        return load_library(plan, error);
    plan->scenarios = calloc((size_t)asked->scenario_count, sizeof *plan->scenarios);
    if (!plan->scenarios)
        abort();
    for (int i = 0; i < asked->scenario_count; i++) {
        if (!load_scenario(plan, asked->scenarios[i], error))
            return false;
    }
    return true;
}

/* Positions count up from 1 and a roster only grows, so the last one is the largest. */
static int largest_position(const struct triads_plan *plan)
{
    return plan->roster_count > 0 ? plan->roster[plan->roster_count - 1].position : 0;
}

static bool keep_absent(struct triads_plan *plan, const int *absent, struct error *error)
{
    int count = 0;
    while (absent && absent[count] > 0)
        count++;
    plan->absent = calloc((size_t)count + 1, sizeof *plan->absent);
    if (!plan->absent)
        abort();
    for (int i = 0; i < count; i++) {
        if (!triads_plan_person(plan, absent[i]))
            return error_set(error, ERROR_USAGE,
                             _("nobody on the roster of %s has position %d: it goes from 1 to %d"),
                             plan->class, absent[i], largest_position(plan));
        plan->absent[i] = absent[i];
    }
    return true;
}

static bool make_groups(struct triads_plan *plan, struct error *error)
{
    int count;
    if (plan->roster_count == 0)
        return error_set(error, ERROR_USAGE,
                         _("nobody is on the roster of %s yet: `yanlian class roster` adds people"),
                         plan->class);
    int *present = triads_present(largest_position(plan), plan->absent, &count);
    struct triads_request request = {
        .people = present, .count = count, .minutes = plan->minutes, .seed = plan->seed};
    plan->triads = triads_new(&request, error);
    free(present);
    return plan->triads != NULL;
}

struct triads_plan *triads_plan_new(struct store *store, const struct triads_asked *asked,
                                    int64_t now, struct error *error)
{
    struct class_row class;
    struct triads_plan *plan = calloc(1, sizeof *plan);
    if (!plan)
        abort();
    plan->minutes = asked->minutes;
    plan->speed = asked->speed > 1 ? asked->speed : 1;
    bool done = store_class(store, asked->class, &class, error) &&
                store_roster(store, class.id, &plan->roster, &plan->roster_count, error);
    if (done) {
        snprintf(plan->class, sizeof plan->class, "%s", class.id);
        snprintf(plan->called, sizeof plan->called, "%s", class_called(&class));
        plan->seed = asked->seed ? asked->seed : triads_seed(class.id, now);
    }
    done = done && keep_absent(plan, asked->absent, error) && make_groups(plan, error) &&
           load_scenarios(plan, asked, error);
    if (done)
        return plan;
    triads_plan_free(plan);
    return NULL;
}

void triads_plan_free(struct triads_plan *plan)
{
    if (!plan)
        return;
    for (int i = 0; i < plan->scenario_count; i++) {
        free(plan->scenarios[i].name);
        free(plan->scenarios[i].id);
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            free(plan->scenarios[i].title[language]);
    }
    free(plan->scenarios);
    triads_free(plan->triads);
    free(plan->absent);
    free(plan->roster);
    free(plan);
}

/* -------------------------------------------------------------------------------- JSON ---- */

static cJSON *person_to_json(const struct triads_plan *plan, int position)
{
    const struct roster_entry *entry = triads_plan_person(plan, position);
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "position", position);
    cJSON_AddStringToObject(object, "name", entry->person.name);
    cJSON_AddStringToObject(object, "staff_number", entry->person.staff_number);
    return object;
}

static cJSON *group_to_json(const struct triads_plan *plan, const struct triad *triad, int number)
{
    cJSON *object = cJSON_CreateObject();
    enum triad_role missing = triad_missing_role(triad);
    cJSON_AddNumberToObject(object, "group", number);
    for (int i = 0; i < triad->size && i < TRIAD_OBSERVER; i++)
        cJSON_AddItemToObject(object, triad_role_name(triad_seat_role(i)),
                              person_to_json(plan, triad->people[i]));
    cJSON *observers = cJSON_AddArrayToObject(object, "observers");
    for (int i = TRIAD_OBSERVER; i < triad->size; i++)
        cJSON_AddItemToArray(observers, person_to_json(plan, triad->people[i]));
    if (missing != TRIAD_ROLE_COUNT)
        cJSON_AddStringToObject(object, "trainer_is", triad_role_name(missing));
    return object;
}

static cJSON *round_to_json(const struct triads_plan *plan, int round, enum language language)
{
    const struct triads_scenario *scenario = triads_plan_scenario(plan, round);
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "round", round + 1);
    cJSON_AddStringToObject(object, "scenario", scenario->name);
    cJSON_AddStringToObject(object, "title", scenario->title[language]);
    cJSON *groups = cJSON_AddArrayToObject(object, "groups");
    for (int i = 0; i < plan->triads->groups; i++)
        cJSON_AddItemToArray(groups,
                             group_to_json(plan, triads_group(plan->triads, round, i), i + 1));
    return object;
}

cJSON *triads_plan_to_json(const struct triads_plan *plan, enum language language)
{
    const struct triads *triads = plan->triads;
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "class", plan->class);
    cJSON_AddNumberToObject(root, "minutes", plan->minutes);
    cJSON_AddNumberToObject(root, "seed", (double)plan->seed);
    cJSON_AddNumberToObject(root, "people", triads->people);
    cJSON *absent = cJSON_AddArrayToObject(root, "absent");
    for (const int *position = plan->absent; *position > 0; position++)
        cJSON_AddItemToArray(absent, person_to_json(plan, *position));
    cJSON *seconds = cJSON_AddObjectToObject(root, "seconds");
    cJSON_AddNumberToObject(seconds, "prepare", triads->times.prepare);
    cJSON_AddNumberToObject(seconds, "play", triads->times.play);
    cJSON_AddNumberToObject(seconds, "feedback", triads->times.feedback);
    cJSON_AddNumberToObject(seconds, "spare", triads->spare_seconds);
    cJSON_AddNumberToObject(root, "meet_again", triads->repeats);
    cJSON *rounds = cJSON_AddArrayToObject(root, "rounds");
    for (int round = 0; round < triads->rounds; round++)
        cJSON_AddItemToArray(rounds, round_to_json(plan, round, language));
    return root;
}
