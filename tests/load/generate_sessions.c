/*
 * generate_sessions.c: fills a store with finished sessions of the shipped scenarios, played by
 * chance; scripts/generate-sessions calls it and says what the options mean.
 *
 * Sessions step by the scenario's table and are written through the store like played ones, many to
 * a transaction. The same arguments give the same conversations, people and times; only the random
 * part of the ids differs.
 */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/random.h"
#include "base/words.h"
#include "practice/fact.h"
#include "practice/library.h"
#include "practice/record.h"
#include "solve/tabulate.h"
#include "store/classes.h"

enum { BATCH = 4000, STEP_MS = 61000 };

#define FIRST_MS INT64_C(1767571200000) /* 2026-01-05T00:00:00Z */

struct order {
    const char *store, *class;
    long count, people;
    uint64_t seed;
    bool logs;
};

struct scene { /* a scenario that is played */
    const struct library_entry *entry;
    struct table *table;
};

struct work {
    const struct order *order;
    struct store *store;
    struct scene *scenes;
    int scene_count;
    struct roster_entry *people;
    int people_count;
    long next, end; /* numbers of the sessions of this batch */
};

static _Noreturn void give_up(const char *what)
{
    fprintf(stderr, "generate-sessions: %s\n", what);
    exit(1);
}

static void need(bool done, const struct error *error)
{
    if (!done)
        give_up(error->message);
}

/* ------------------------------------------------------------------------------- people ---- */

static void add_people(const struct order *order)
{
    struct error error = {0};
    struct store *store = store_open(order->store, &error);
    need(store != NULL, &error);
    struct class_row class = {.policy = POLICY_BEST, .pass_mark = 60};
    snprintf(class.id, sizeof class.id, "%s", order->class);
    snprintf(class.title, sizeof class.title, "%s", order->class);
    if (!store_class(store, order->class, &class, NULL))
        need(store_add_class(store, &class, &error), &error);
    struct roster_entry *entries = calloc((size_t)order->people, sizeof *entries);
    if (!entries)
        abort();
    for (long i = 0; i < order->people; i++) {
        struct roster_entry *entry = &entries[i];
        snprintf(entry->person.name, sizeof entry->person.name, "学员%04ld", i + 1);
        snprintf(entry->person.staff_number, sizeof entry->person.staff_number, "G%06ld", i + 1);
        snprintf(entry->branch, sizeof entry->branch, "网点%02ld", i % 20 + 1);
        snprintf(entry->role, sizeof entry->role, "大堂经理");
    }
    need(store_add_roster(store, order->class, entries, (int)order->people, &error), &error);
    free(entries);
    store_close(store);
}

/*
 * In a process of its own: ids of people are made with the present time, and an id is never made
 * with an earlier time than the one before it in the same process; those of sessions shall be.
 */
static void add_people_apart(const struct order *order)
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        add_people(order);
        exit(0);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
        give_up("the people could not be added");
}

/* ----------------------------------------------------------------------------- sessions ---- */

static uint64_t dice(const struct session *session, unsigned purpose, uint64_t bound)
{
    uint64_t index = (uint64_t)session_event_count(session) * 4 + purpose;
    return random_below(session_seed(session), RANDOM_TRAINEE, index, bound);
}

static bool make_move(struct session *session, struct error *error)
{
    int options[RESPONSE_MAX];
    int count = session_options(session, options);
    int64_t think_ms = 1500 + (int64_t)dice(session, 0, 6000);
    int chosen = (int)dice(session, 1, (uint64_t)count + session_form_open(session));
    if (chosen < count)
        return session_pick(session, options[chosen], think_ms, error);
    struct form form;
    form_fill_truthfully(session_scenario(session), session_state(session), LANGUAGE_ZH, &form);
    return session_file_form(session, &form, think_ms, error);
}

static char *print_and_free(cJSON *object)
{
    char *json = cJSON_PrintUnformatted(object);
    cJSON_Delete(object);
    if (!json)
        abort();
    return json;
}

static bool log_events(struct work *work, struct session_row *row, struct session *session,
                       int64_t *now, struct error *error)
{
    bool done = true;
    for (int i = 0; done && i < session_event_count(session); i++) {
        const struct event *event = session_event(session, i);
        *now += event->think_ms;
        char *json = event_to_json(session, event);
        done =
            store_append(work->store, row, event_kind_name(event->kind), json, *now, NULL, error);
        free(json);
    }
    return done;
}

/* What `yanlian verify` compares, and no more. */
static cJSON *bare_result(const struct session_result *result)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "score", result->score);
    cJSON_AddStringToObject(object, "band", band_name(result->band));
    cJSON_AddBoolToObject(object, "passed", result->passed);
    cJSON_AddStringToObject(object, "ending", result->ending);
    return object;
}

static bool keep(struct work *work, struct session_row *row, struct session *session,
                 struct error *error)
{
    struct score score;
    struct fact_bytes bytes;
    int64_t now = row->started_at;
    int ending = session_ending(session);
    session_score(session, &bands_default, &score);
    struct session_result result = {
        .score = score.total, .band = (int)score.band, .passed = score.passed};
    result.ending = ending < 0 ? "" : session_scenario(session)->vocabulary->endings[ending].id;
    fact_of(session, &bytes, &result.fact);
    if (!store_begin_session(work->store, row, now, error) ||
        (work->order->logs && !log_events(work, row, session, &now, error)))
        return false;
    now += work->order->logs ? 0 : result.fact.think_ms;
    char *end =
        print_and_free(work->order->logs ? record_result(session, &score) : bare_result(&result));
    bool done = store_append(work->store, row, "end", end, now, &result, error);
    free(end);
    return done;
}

static bool play_one(struct work *work, long number, struct error *error)
{
    uint64_t chance = work->order->seed;
    const struct scene *scene = &work->scenes[random_below(
        chance, RANDOM_TRAINEE, (uint64_t)number * 4, (uint64_t)work->scene_count)];
    uint64_t who = random_below(chance, RANDOM_TRAINEE, (uint64_t)number * 4 + 1,
                                (uint64_t)work->people_count);
    uint64_t seed = 1 + random_below(chance, RANDOM_TRAINEE, (uint64_t)number * 4 + 2, 999999999);
    struct session_row row = {.person = work->people[who].person, .seed = seed, .band = -1};
    row.started_at = FIRST_MS + (int64_t)number * STEP_MS;
    snprintf(row.scenario, sizeof row.scenario, "%s", scene->entry->id);
    snprintf(row.digest, sizeof row.digest, "%s", scene->entry->bundle->digest);
    snprintf(row.mode, sizeof row.mode, "%s", mode_name(MODE_PRACTICE));
    snprintf(row.language, sizeof row.language, "zh");
    snprintf(row.class, sizeof row.class, "%s", work->order->class);
    struct session *session = session_new_by_table(scene->table, seed, MODE_PRACTICE, error);
    bool done = session != NULL;
    while (done && session_phase(session) != SESSION_OVER)
        done = make_move(session, error);
    done = done && keep(work, &row, session, error);
    session_free(session);
    return done;
}

static bool play_batch(void *data, struct error *error)
{
    struct work *work = data;
    bool done = true;
    for (; done && work->next < work->end; work->next++)
        done = play_one(work, work->next, error);
    return done;
}

static void play_all(struct work *work)
{
    struct error error = {0};
    while (work->next < work->order->count) {
        long left = work->order->count - work->next;
        work->end = work->next + (left < BATCH ? left : BATCH);
        need(store_together(work->store, play_batch, work, &error), &error);
        if (isatty(STDERR_FILENO))
            fprintf(stderr, "\r%ld", work->next);
    }
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
}

/* ------------------------------------------------------------------------------ program ---- */

static struct library *open_scenes(struct work *work)
{
    struct error error = {0};
    struct library *library = library_open(&error);
    need(library != NULL, &error);
    work->scenes = calloc((size_t)library_count(library), sizeof *work->scenes);
    if (!work->scenes)
        abort();
    for (int i = 0; i < library_count(library); i++) {
        const struct library_entry *entry = library_entry(library, i);
        need(entry->loaded != NULL, &entry->error);
        struct scene *scene = &work->scenes[work->scene_count++];
        scene->entry = entry;
        scene->table = tabulate(entry->loaded, 0, &error);
        need(scene->table != NULL, &error);
    }
    if (work->scene_count == 0)
        give_up("there are no scenarios");
    return library;
}

static void generate(const struct order *order)
{
    struct error error = {0};
    struct work work = {.order = order};
    add_people_apart(order);
    work.store = store_open(order->store, &error);
    need(work.store != NULL, &error);
    struct library *library = open_scenes(&work);
    need(store_roster(work.store, order->class, &work.people, &work.people_count, &error), &error);
    for (int i = 0; i < work.scene_count; i++) {
        const struct library_entry *entry = work.scenes[i].entry;
        char *json = bundle_to_json(entry->bundle);
        need(store_keep_source(work.store, entry->bundle->digest, entry->id, json, &error), &error);
        free(json);
    }
    play_all(&work);
    for (int i = 0; i < work.scene_count; i++)
        table_free(work.scenes[i].table);
    free(work.scenes);
    free(work.people);
    library_close(library);
    store_close(work.store);
}

static long number_of(const char *text, long least)
{
    char *end;
    long number = strtol(text, &end, 10);
    if (end == text || *end != '\0' || number < least)
        give_up("not a number that can be; see --help");
    return number;
}

int main(int argc, char **argv)
{
    if (argc != 7)
        give_up("call scripts/generate-sessions, which knows the arguments");
    words_begin(NULL);
    struct order order = {.store = argv[1],
                          .count = number_of(argv[2], 0),
                          .class = argv[3],
                          .people = number_of(argv[4], 1),
                          .seed = (uint64_t)number_of(argv[5], 1),
                          .logs = strcmp(argv[6], "full") == 0};
    generate(&order);
    return 0;
}
