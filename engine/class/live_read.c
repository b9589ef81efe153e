/* live_read.c: a live session from its log, and what it says to people and machines. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/live_parts.h"
#include "practice/fact.h"
#include "practice/library.h"
#include "practice/record.h"

void live_rule_name(const struct scenario *scenario, int rule, char name[LIVE_NAME_SIZE])
{
    const struct rule *named = &scenario->rules[rule];
    snprintf(name, LIVE_NAME_SIZE, "%.60s/%.60s", scenario->packs[named->pack].id, named->id);
}

cJSON *live_result_payload(const struct live *live, const struct score *score)
{
    const struct scenario *scenario = loaded_scenario(live->loaded);
    cJSON *object = record_score(scenario, score, "");
    cJSON_AddItemToObject(object, "rules", record_verdicts(scenario, live->states));
    return object;
}

/* ----------------------------------------------------------------------------- replaying ---- */

static bool differs(const struct live *live, int seq, const char *what, struct error *error)
{
    return error_set(error, ERROR_TAMPERED,
                     _("session %s does not replay: event %d differs in '%s' from what was logged"),
                     live->row.id, seq, what);
}

static int find_rule(const struct live *live, const cJSON *payload)
{
    const struct scenario *scenario = loaded_scenario(live->loaded);
    const char *wanted = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(payload, "rule"));
    for (int i = 0; wanted && i < scenario->rule_count; i++) {
        char name[LIVE_NAME_SIZE];
        live_rule_name(scenario, i, name);
        if (strcmp(name, wanted) == 0)
            return i;
    }
    return -1;
}

static bool replay_tick(struct live *live, const cJSON *payload)
{
    const cJSON *kept = cJSON_GetObjectItemCaseSensitive(payload, "kept");
    int rule = find_rule(live, payload);
    if (rule < 0 || !cJSON_IsBool(kept) || !live_may_tick(live, rule, cJSON_IsTrue(kept), NULL))
        return false;
    live_apply_tick(live, rule, cJSON_IsTrue(kept));
    return true;
}

static bool replay_untick(struct live *live, const cJSON *payload)
{
    int rule = find_rule(live, payload), latest = rule < 0 ? -1 : live_latest(live, rule);
    if (latest < 0)
        return false;
    live_drop_tick(live, latest);
    return true;
}

static bool replay_end(struct live *live, const cJSON *payload)
{
    struct score score;
    const char *field = "";
    live_score(live, &score);
    cJSON *made = live_result_payload(live, &score);
    cJSON_AddNumberToObject(made, "ms", (double)live->watched_ms);
    bool same = record_matches(payload, made, &field);
    cJSON_Delete(made);
    return same;
}

static bool replay_event(struct live *live, const struct event_row *event, struct error *error)
{
    cJSON *payload = cJSON_Parse(event->payload);
    const cJSON *ms = cJSON_GetObjectItemCaseSensitive(payload, "ms");
    bool good = cJSON_IsNumber(ms) && ms->valuedouble >= (double)live->watched_ms &&
                ms->valuedouble < 1e15; /* time only goes on */
    if (good)
        live->watched_ms = (int64_t)ms->valuedouble;
    if (good && strcmp(event->kind, "begin") == 0) {
        const char *observer =
            cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(payload, "observer"));
        if (observer && !live->observer)
            live->observer = text_clean(observer, strlen(observer), STORE_NAME_MAX, false);
    } else if (good && strcmp(event->kind, "tick") == 0) {
        good = replay_tick(live, payload);
    } else if (good && strcmp(event->kind, "untick") == 0) {
        good = replay_untick(live, payload);
    } else if (good && strcmp(event->kind, "end") == 0) {
        good = replay_end(live, payload);
    } else if (good) {
        good = strcmp(event->kind, "resume") == 0;
    }
    cJSON_Delete(payload);
    return good || differs(live, event->seq, event->kind, error);
}

/* What reports count of it is what its ticks give. A fact that is missing is no fault. */
static bool check_fact(const struct live *live, struct error *error)
{
    uint8_t marks[RULE_MAX * FACT_MARK_SIZE];
    enum fact_state state;
    struct session_fact fact = {.marks = marks,
                                .marks_size =
                                    fact_marks(loaded_scenario(live->loaded), live->states, marks),
                                .think_ms = live->watched_ms};
    if (!store_compare_fact(live->store, &live->row, &fact, &state, error))
        return false;
    return state != FACT_DIFFERENT ||
           error_set(error, ERROR_TAMPERED,
                     _("session %s: what reports count of it is not what its log gives"),
                     live->row.id);
}

/* The session's row tells of the same result as its log. */
static bool check_result(const struct live *live, bool ended, struct error *error)
{
    const struct session_row *row = &live->row;
    struct score score;
    live_score(live, &score);
    bool same = ended == (row->state == SESSION_FINISHED);
    if (same && ended)
        same = fabs(row->score - score.total) < 1e-9 && row->band == (int)score.band &&
               row->passed == score.passed && row->ending[0] == '\0';
    if (!same)
        return error_set(error, ERROR_TAMPERED,
                         _("session %s does not replay: its row tells of another result than its "
                           "log"),
                         row->id);
    return !ended || check_fact(live, error);
}

/* As far as the row counts: what another program appended since is none of this one's. */
static bool replay(struct live *live, struct error *error)
{
    struct event_row *events = NULL;
    int count = 0, counted = live->row.event_count;
    if (!store_events(live->store, live->row.id, &events, &count, error))
        return false;
    bool done = (count >= counted && counted > 0 && strcmp(events[0].kind, "begin") == 0) ||
                error_set(error, ERROR_TAMPERED,
                          _("session %s does not replay: some of its %d events are gone"),
                          live->row.id, counted);
    bool ended = false;
    for (int i = 0; done && i < counted; i++) {
        /* nothing follows an end */
        done = !ended ? replay_event(live, &events[i], error)
                      : differs(live, events[i].seq, events[i].kind, error);
        ended = strcmp(events[i].kind, "end") == 0;
    }
    store_free_events(events, count);
    return done && check_result(live, ended, error);
}

/* ------------------------------------------------------------------------------- opening ---- */

/* Loads the text that was watched by, by its digest. */
static bool load_kept(struct live *live, struct error *error)
{
    char *json = store_source(live->store, live->row.digest, error);
    struct bundle *bundle = json ? bundle_from_json(json, error) : NULL;
    free(json);
    if (!bundle)
        return false;
    if (strcmp(bundle->digest, live->row.digest) != 0)
        error_set(error, ERROR_TAMPERED,
                  _("the kept text of session %s is not what was played: its digest differs"),
                  live->row.id);
    else
        live->loaded = scenario_load(bundle, NULL, error);
    bundle_free(bundle);
    return live->loaded != NULL;
}

bool live_read(struct live *live, const char *session, struct error *error)
{
    if (!store_session(live->store, session, &live->row, error))
        return false;
    if (!live->row.live)
        return error_set(error, ERROR_NOT_ALLOWED,
                         _("session %s was played here: it has picks, no ticks"), live->row.id);
    return load_kept(live, error) && replay(live, error);
}

/* ------------------------------------------------------------------------ what there is to say
 */

void live_debrief(const struct live *live, enum language language, struct debrief *debrief)
{
    debrief_judged(live->states, live->loaded, language, debrief);
    debrief->think_ms = live_watched_ms(live);
}

char *live_to_json(const struct live *live, enum language language)
{
    const struct session_row *row = &live->row;
    const struct scenario *scenario = loaded_scenario(live->loaded);
    bool finished = row->state == SESSION_FINISHED;
    struct debrief debrief;
    live_debrief(live, language, &debrief);
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "session", row->id);
    cJSON_AddStringToObject(root, "scenario", row->scenario);
    cJSON_AddStringToObject(root, "person", row->person.name);
    cJSON_AddStringToObject(root, "observer", live_observer(live));
    cJSON_AddStringToObject(root, "class", row->class);
    cJSON_AddStringToObject(root, "mode", row->mode);
    cJSON_AddBoolToObject(root, "live", true);
    cJSON_AddBoolToObject(root, "finished", finished);
    cJSON_AddNumberToObject(root, "watched_ms", (double)live_watched_ms(live));
    if (finished) {
        cJSON_AddNumberToObject(root, "score", debrief.score.total);
        cJSON_AddStringToObject(root, "band", band_name((int)debrief.score.band));
        cJSON_AddBoolToObject(root, "passed", debrief.score.passed);
        cJSON_AddBoolToObject(root, "critical_failure", debrief.score.critical >= 0);
    }
    cJSON *rules = cJSON_AddArrayToObject(root, "rules");
    for (int i = 0; i < debrief.rule_count; i++)
        cJSON_AddItemToArray(rules, debrief_rule_to_json(scenario, &debrief.rules[i], language));
    char *json = cJSON_Print(root);
    cJSON_Delete(root);
    if (!json)
        abort();
    return json;
}
