/* live.c: an observer's ticks, kept as a session and judged like one. */
#include "class/live.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/live_parts.h"
#include "practice/fact.h"
#include "practice/library.h"

const struct session_row *live_row(const struct live *live)
{
    return &live->row;
}

const struct loaded *live_loaded(const struct live *live)
{
    return live->loaded;
}

const char *live_observer(const struct live *live)
{
    return live->observer ? live->observer : "";
}

const struct rule_state *live_rules(const struct live *live)
{
    return live->states;
}

int live_tick_count(const struct live *live)
{
    return live->tick_count;
}

bool live_latest_tick(const struct live *live, int *rule, bool *kept)
{
    if (live->tick_count == 0)
        return false;
    *rule = live->ticks[live->tick_count - 1].rule;
    *kept = live->ticks[live->tick_count - 1].kept;
    return true;
}

int64_t live_watched_ms(const struct live *live)
{
    if (live->reading || live->row.state == SESSION_FINISHED)
        return live->watched_ms;
    return live->watched_ms + clock_monotonic_ms() - live->since_ms;
}

void live_count(const struct live *live, int rule, int *kept, int *broken)
{
    *kept = live->states[rule].fulfilled;
    *broken = live->states[rule].violated;
}

void live_score(const struct live *live, struct score *score)
{
    score_compute(loaded_scenario(live->loaded), live->states, &bands_default, score);
}

/* ------------------------------------------------------------------------ what it comes to ---- */

/* The ticks of one rule, from the first on: a rule judged once takes the latest for all. */
static void judge_rule(struct live *live, int rule)
{
    const struct rule *judged = &loaded_scenario(live->loaded)->rules[rule];
    struct rule_state state = {0};
    for (int i = 0; i < live->tick_count; i++) {
        const struct live_tick *tick = &live->ticks[i];
        if (tick->rule != rule)
            continue;
        if (rule_template_is_trace_wide(judged->template))
            state = (struct rule_state){0};
        state.activations++;
        if (tick->kept)
            state.fulfilled++;
        else
            state.violated++;
    }
    live->states[rule] = state;
}

void live_apply_tick(struct live *live, int rule, bool kept)
{
    struct live_tick *ticks =
        realloc(live->ticks, ((size_t)live->tick_count + 1) * sizeof *live->ticks);
    if (!ticks)
        abort();
    ticks[live->tick_count++] = (struct live_tick){.rule = rule, .kept = kept};
    live->ticks = ticks;
    judge_rule(live, rule);
}

int live_latest(const struct live *live, int rule)
{
    int i = live->tick_count - 1;
    while (i >= 0 && rule >= 0 && live->ticks[i].rule != rule)
        i--;
    return i;
}

void live_drop_tick(struct live *live, int index)
{
    int rule = live->ticks[index].rule;
    live->tick_count--;
    memmove(&live->ticks[index], &live->ticks[index + 1],
            (size_t)(live->tick_count - index) * sizeof *live->ticks);
    judge_rule(live, rule);
}

/* ------------------------------------------------------------------------------- logging ---- */

static cJSON *payload_now(const struct live *live)
{
    cJSON *payload = cJSON_CreateObject();
    cJSON_AddNumberToObject(payload, "ms", (double)live_watched_ms(live));
    return payload;
}

static cJSON *tick_payload(const struct live *live, int rule)
{
    char name[LIVE_NAME_SIZE];
    cJSON *payload = payload_now(live);
    live_rule_name(loaded_scenario(live->loaded), rule, name);
    cJSON_AddStringToObject(payload, "rule", name);
    return payload;
}

/* Commits one event, which is freed. */
static bool append(struct live *live, const char *kind, cJSON *payload,
                   const struct session_result *result, struct error *error)
{
    char *json = cJSON_PrintUnformatted(payload);
    cJSON_Delete(payload);
    if (!json)
        abort();
    bool done = store_append(live->store, &live->row, kind, json, clock_wall_ms(), result, error);
    free(json);
    return done;
}

static bool may_change(const struct live *live, struct error *error)
{
    if (!live->reading)
        return true;
    return error_set(error, ERROR_NOT_ALLOWED, "%s", _("this session is open for reading only"));
}

/* A look at a checklist is no session: there is one from the first tick on. Within a transaction. */
static bool begin_once(struct live *live, struct error *error)
{
    struct session_row *row = &live->row;
    if (row->id[0])
        return true;
    if (!store_keep_source(live->store, row->digest, row->scenario, live->source, error) ||
        !store_begin_session(live->store, row, row->started_at, error))
        return false;
    cJSON *payload = payload_now(live);
    cJSON_AddStringToObject(payload, "observer", live_observer(live));
    return append(live, "begin", payload, NULL, error);
}

static bool append_tick(struct live *live, int rule, bool kept, struct error *error)
{
    if (!begin_once(live, error))
        return false;
    cJSON *payload = tick_payload(live, rule);
    cJSON_AddBoolToObject(payload, "kept", kept);
    return append(live, "tick", payload, NULL, error);
}

/* All that `work` logs, or nothing; what it is about stands in `data`. */
static bool append_together(struct live *live, bool (*work)(void *data, struct error *error),
                            void *data, struct error *error)
{
    struct session_row before = live->row;
    if (store_together(live->store, work, data, error))
        return true;
    live->row = before;
    return false;
}

bool live_may_tick(const struct live *live, int rule, bool kept, struct error *error)
{
    const struct scenario *scenario = loaded_scenario(live->loaded);
    const struct rule_state *state = &live->states[rule];
    bool once = rule_template_is_trace_wide(scenario->rules[rule].template);
    if (once && state->activations > 0 && (state->fulfilled > 0) == kept)
        return error_set(error, ERROR_NOT_ALLOWED, "%s",
                         _("that one is judged once for the whole conversation, and is ticked so "
                           "already"));
    if (state->activations >= LIVE_TICKS_MAX)
        return error_set(error, ERROR_NOT_ALLOWED,
                         _("that one has %d ticks already: no conversation holds more"),
                         LIVE_TICKS_MAX);
    return live->tick_count < LIVE_LOG_MAX ||
           error_set(error, ERROR_NOT_ALLOWED, _("there are %d ticks already: finish this one"),
                     LIVE_LOG_MAX);
}

struct ticking {
    struct live *live;
    int rule;
    bool kept;
};

static bool append_one(void *data, struct error *error)
{
    const struct ticking *ticking = data;
    return append_tick(ticking->live, ticking->rule, ticking->kept, error);
}

bool live_tick(struct live *live, int rule, bool kept, struct error *error)
{
    struct ticking ticking = {.live = live, .rule = rule, .kept = kept};
    assert(rule >= 0 && rule < loaded_scenario(live->loaded)->rule_count);
    if (!may_change(live, error) || !live_may_tick(live, rule, kept, error) ||
        !append_together(live, append_one, &ticking, error))
        return false;
    live_apply_tick(live, rule, kept);
    return true;
}

bool live_untick(struct live *live, int rule, struct error *error)
{
    int latest = live_latest(live, rule);
    if (!may_change(live, error))
        return false;
    if (latest < 0)
        return error_set(error, ERROR_NOT_ALLOWED, "%s", _("there is no tick to take back"));
    if (!append(live, "untick", tick_payload(live, live->ticks[latest].rule), NULL, error))
        return false;
    live_drop_tick(live, latest);
    return true;
}

/* ---------------------------------------------------------------------- what nobody broke ---- */

static bool is_unbroken(const struct live *live, int rule)
{
    const struct rule *judged = &loaded_scenario(live->loaded)->rules[rule];
    return judged->template == RULE_ABSENCE && judged->when < 0 &&
           live->states[rule].activations == 0;
}

int live_unbroken(const struct live *live)
{
    int count = 0;
    for (int i = 0; i < loaded_scenario(live->loaded)->rule_count; i++)
        count += is_unbroken(live, i);
    return count;
}

static bool append_unbroken(void *data, struct error *error)
{
    struct live *live = data;
    for (int i = 0; i < loaded_scenario(live->loaded)->rule_count; i++) {
        if (is_unbroken(live, i) && !append_tick(live, i, true, error))
            return false;
    }
    return true;
}

bool live_keep_unbroken(struct live *live, struct error *error)
{
    if (!may_change(live, error) || !append_together(live, append_unbroken, live, error))
        return false;
    for (int i = 0; i < loaded_scenario(live->loaded)->rule_count; i++) {
        if (is_unbroken(live, i))
            live_apply_tick(live, i, true);
    }
    return true;
}

/* -------------------------------------------------------------------------- begin and end ---- */

static struct live *live_new(struct store *store)
{
    struct live *live = calloc(1, sizeof *live);
    if (!live)
        abort();
    live->store = store;
    live->since_ms = clock_monotonic_ms();
    return live;
}

void live_close(struct live *live)
{
    if (!live)
        return;
    loaded_free(live->loaded);
    free(live->observer);
    free(live->source);
    free(live->ticks);
    free(live);
}

static void fill_row(struct live *live, const struct bundle *bundle,
                     const struct live_options *options)
{
    struct session_row *row = &live->row;
    row->person = *options->person;
    row->started_at = clock_wall_ms();
    row->seed = 1; /* nothing is drawn: what the customer thought was the player's business */
    row->band = -1;
    row->live = true;
    snprintf(row->scenario, sizeof row->scenario, "%s", loaded_scenario(live->loaded)->id);
    snprintf(row->digest, sizeof row->digest, "%s", bundle->digest);
    snprintf(row->mode, sizeof row->mode, "%s", mode_name(MODE_CLASS));
    snprintf(row->language, sizeof row->language, "%s", language_code(options->language));
    snprintf(row->class, sizeof row->class, "%s", options->class ? options->class : "");
}

struct live *live_begin(struct store *store, const struct bundle *bundle,
                        const struct live_options *options, struct error *error)
{
    struct live *live = live_new(store);
    live->loaded = scenario_load(bundle, NULL, error);
    if (!live->loaded) {
        live_close(live);
        return NULL;
    }
    fill_row(live, bundle, options);
    live->source = bundle_to_json(bundle);
    if (options->observer)
        live->observer =
            text_clean(options->observer, strlen(options->observer), STORE_NAME_MAX, false);
    return live;
}

bool live_finish(struct live *live, struct error *error)
{
    const struct scenario *scenario = loaded_scenario(live->loaded);
    uint8_t marks[RULE_MAX * FACT_MARK_SIZE];
    struct score score;
    if (!may_change(live, error))
        return false;
    if (live->tick_count == 0)
        return error_set(error, ERROR_NOT_ALLOWED, "%s",
                         _("nothing is ticked yet, so there is nothing to score"));
    live_score(live, &score);
    int64_t watched = live_watched_ms(live);
    struct session_result result = {
        .score = score.total,
        .band = (int)score.band,
        .passed = score.passed,
        .ending = "",
        .fact = {.marks = marks,
                 .marks_size = fact_marks(scenario, live->states, marks),
                 .think_ms = watched},
    };
    cJSON *payload = live_result_payload(live, &score);
    cJSON_AddNumberToObject(payload, "ms", (double)watched);
    if (!append(live, "end", payload, &result, error))
        return false;
    live->watched_ms = watched;
    live->reading = true;
    return true;
}

/* ----------------------------------------------------------------------------- taking up ---- */

struct live *live_open(struct store *store, const char *session, struct error *error)
{
    struct live *live = live_new(store);
    if (!live_read(live, session, error)) {
        live_close(live);
        return NULL;
    }
    live->reading = true;
    return live;
}

struct live *live_resume(struct store *store, const char *session, struct error *error)
{
    struct live *live = live_open(store, session, error);
    if (!live || live->row.state == SESSION_FINISHED)
        return live;
    live->reading = false;
    live->since_ms = clock_monotonic_ms();
    if (append(live, "resume", payload_now(live), NULL, error))
        return live;
    live_close(live);
    return NULL;
}

struct live *live_take_up(struct store *store, const char *name, const struct live_options *options,
                          struct error *error)
{
    char id[ULID_SIZE] = "";
    struct live *live = NULL;
    struct bundle *bundle = library_bundle(name, error);
    struct loaded *loaded = bundle ? scenario_load(bundle, NULL, error) : NULL;
    bool found = loaded && live_find_open(store, options->person->id, loaded_scenario(loaded)->id,
                                          options->class ? options->class : "", id, error);
    if (found)
        live = id[0] ? live_resume(store, id, error) : live_begin(store, bundle, options, error);
    loaded_free(loaded);
    bundle_free(bundle);
    return live;
}

bool live_find(struct store *store, const char *person, const char *scenario, const char *class,
               struct live_found *found, struct error *error)
{
    struct session_filter filter = {.person = person, .scenario = scenario, .state = -1};
    struct session_row *rows = NULL;
    int count = 0;
    *found = (struct live_found){.finished.id = ""};
    if (!store_sessions(store, &filter, &rows, &count, error))
        return false;
    for (int i = 0; i < count; i++) {
        struct session_row *newest =
            rows[i].state == SESSION_FINISHED ? &found->finished : &found->open;
        if (rows[i].live && strcmp(rows[i].class, class) == 0 && newest->id[0] == '\0')
            *newest = rows[i];
    }
    free(rows);
    return true;
}

bool live_find_open(struct store *store, const char *person, const char *scenario,
                    const char *class, char id[ULID_SIZE], struct error *error)
{
    struct live_found found;
    if (!live_find(store, person, scenario, class, &found, error))
        return false;
    memcpy(id, found.open.id, ULID_SIZE);
    return true;
}
