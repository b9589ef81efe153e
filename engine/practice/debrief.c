/* debrief.c: gathers what there is to say after a session. */
#include "practice/debrief.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "practice/record.h"

const char *verdict_label(enum verdict verdict)
{
    static const char *const labels[] = {
        [VERDICT_NOT_ACTIVATED] = N_("not called for"),
        [VERDICT_OPEN] = N_("still open"),
        [VERDICT_KEPT] = N_("kept"),
        [VERDICT_PARTLY] = N_("partly"),
        [VERDICT_BROKEN] = N_("broken"),
    };
    return _(labels[verdict]);
}

const char *band_label(enum band band)
{
    static const char *const labels[BAND_COUNT] = {
        [BAND_FAIL] = N_("not passed"),
        [BAND_PASS] = N_("pass"),
        [BAND_GOOD] = N_("good"),
        [BAND_EXCELLENT] = N_("excellent"),
    };
    return _(labels[band]);
}

const char *mood_label(enum mood mood)
{
    static const char *const labels[MOOD_COUNT] = {
        [MOOD_RESISTANT] = N_("resistant"),
        [MOOD_NEUTRAL] = N_("neutral"),
        [MOOD_POSITIVE] = N_("positive"),
    };
    return _(labels[mood]);
}

const char *mode_label(enum mode mode)
{
    static const char *const labels[MODE_COUNT] = {
        [MODE_PRACTICE] = N_("practice"),
        [MODE_EXAM] = N_("exam"),
        [MODE_CLASS] = N_("class"),
    };
    return _(labels[mode]);
}

/* ------------------------------------------------------------------------- turns of a rule ---- */

/* Adds `turn` in ascending order; one that both keeps and breaks the rule counts as breaking it. */
static void add_turn(struct debrief_rule *rule, int turn, bool good)
{
    int at = 0;
    while (at < rule->turn_count && rule->turns[at] < turn)
        at++;
    if (at < rule->turn_count && rule->turns[at] == turn) {
        rule->turn_good[at] = rule->turn_good[at] && good;
        return;
    }
    assert(rule->turn_count <= TURN_MAX);
    int behind = rule->turn_count - at;
    memmove(&rule->turns[at + 1], &rule->turns[at], (size_t)behind * sizeof *rule->turns);
    memmove(&rule->turn_good[at + 1], &rule->turn_good[at],
            (size_t)behind * sizeof *rule->turn_good);
    rule->turns[at] = turn;
    rule->turn_good[at] = good;
    rule->turn_count++;
}

/*
 * Where to look: a decision made by a step belongs to that step's turn; one that the end decided,
 * to the turn that called for it.
 */
static void add_turns(const struct session *session, struct debrief_rule *debrief)
{
    struct evidence evidence[EVIDENCE_MAX];
    const struct step *steps;
    const int *turns;
    int count = session_steps(session, &steps, &turns);
    int found = rule_evidence(debrief->rule, steps, count, true, evidence, EVIDENCE_MAX);
    for (int i = 0; i < found && i < EVIDENCE_MAX; i++) {
        int step =
            evidence[i].decided_at < count ? evidence[i].decided_at : evidence[i].activated_at;
        if (step < count)
            add_turn(debrief, turns[step], evidence[i].fulfilled);
    }
}

static void make_rule(const struct loaded *loaded, const struct rule *rule,
                      const struct rule_state *state, enum language language,
                      struct debrief_rule *debrief)
{
    const struct text *title = loaded_source_title(loaded, rule->source);
    *debrief = (struct debrief_rule){.rule = rule,
                                     .verdict = rule_verdict(rule, state),
                                     .source_title = title ? title->words[language] : ""};
    rule_mark(rule, state, &debrief->fulfilled, &debrief->activations);
}

/* Broken first, critical ones before others, then partly, kept, not called for; heavier first. */
static int rank(const struct debrief_rule *rule)
{
    static const int order[] = {
        [VERDICT_BROKEN] = 0, [VERDICT_PARTLY] = 1,        [VERDICT_OPEN] = 2,
        [VERDICT_KEPT] = 3,   [VERDICT_NOT_ACTIVATED] = 4,
    };
    return order[rule->verdict] * 2 + (rule->rule->critical ? 0 : 1);
}

static int compare_rules(const void *left, const void *right)
{
    const struct debrief_rule *a = left, *b = right;
    if (rank(a) != rank(b))
        return rank(a) - rank(b);
    if (a->rule->weight != b->rule->weight)
        return b->rule->weight - a->rule->weight;
    return a->rule < b->rule ? -1 : 1;
}

static int64_t total_think(const struct session *session)
{
    int64_t total = 0;
    for (int i = 0; i < session_event_count(session); i++) {
        const struct event *event = session_event(session, i);
        if (event->kind != EVENT_HINT)
            total += event->think_ms;
    }
    return total;
}

/* All that follows from the verdicts alone; the rules in the scenario's order. */
static void make_judgement(const struct rule_state *states, const struct loaded *loaded,
                           enum language language, struct debrief *debrief)
{
    const struct scenario *scenario = loaded_scenario(loaded);
    memset(debrief, 0, sizeof *debrief);
    score_compute(scenario, states, &bands_default, &debrief->score);
    debrief->ending = "";
    debrief->pack_count = scenario->pack_count;
    for (int i = 0; i < scenario->pack_count; i++)
        debrief->packs[i] = (struct debrief_pack){.title = scenario->packs[i].label.words[language],
                                                  .score = debrief->score.packs[i].score,
                                                  .activated = debrief->score.packs[i].activated,
                                                  .kept = debrief->score.packs[i].kept};
    debrief->rule_count = scenario->rule_count;
    for (int i = 0; i < scenario->rule_count; i++)
        make_rule(loaded, &scenario->rules[i], &states[i], language, &debrief->rules[i]);
}

static void sort_rules(struct debrief *debrief)
{
    qsort(debrief->rules, (size_t)debrief->rule_count, sizeof *debrief->rules, compare_rules);
}

void debrief_judged(const struct rule_state *states, const struct loaded *loaded,
                    enum language language, struct debrief *debrief)
{
    make_judgement(states, loaded, language, debrief);
    debrief->watched = true;
    sort_rules(debrief);
}

void debrief_session(const struct session *session, const struct loaded *loaded,
                     enum language language, struct debrief *debrief)
{
    const struct scenario *scenario = session_scenario(session);
    make_judgement(session_rules(session), loaded, language, debrief);
    int ending = session_ending(session);
    debrief->ending = ending < 0 ? _("the turns ran out")
                                 : scenario->vocabulary->endings[ending].label.words[language];
    for (int i = 0; i < debrief->rule_count; i++) {
        if (debrief->rules[i].verdict != VERDICT_NOT_ACTIVATED)
            add_turns(session, &debrief->rules[i]);
    }
    sort_rules(debrief);
    debrief->hints = session_hints_used(session);
    debrief->take_backs = session_take_backs(session);
    debrief->turns = session_state(session)->turn;
    debrief->think_ms = total_think(session);
}

void debrief_make(struct play *play, enum language language, struct debrief *debrief)
{
    debrief_session(play_session(play), play_loaded(play), language, debrief);
}

/* -------------------------------------------------------------------------------- JSON ---- */

struct cJSON *debrief_rule_to_json(const struct scenario *scenario, const struct debrief_rule *rule,
                                   enum language language)
{
    cJSON *object = cJSON_CreateObject(), *turns = cJSON_CreateArray();
    cJSON_AddStringToObject(object, "pack", scenario->packs[rule->rule->pack].id);
    cJSON_AddStringToObject(object, "rule", rule->rule->id);
    cJSON_AddStringToObject(object, "title", rule->rule->title.words[language]);
    cJSON_AddStringToObject(object, "verdict", verdict_name(rule->verdict));
    cJSON_AddNumberToObject(object, "fulfilled", rule->fulfilled);
    cJSON_AddNumberToObject(object, "activations", rule->activations);
    cJSON_AddNumberToObject(object, "weight", rule->rule->weight);
    cJSON_AddBoolToObject(object, "critical", rule->rule->critical);
    cJSON_AddStringToObject(object, "source", rule->rule->source);
    for (int i = 0; i < rule->turn_count; i++)
        cJSON_AddItemToArray(turns, cJSON_CreateNumber(rule->turns[i]));
    cJSON_AddItemToObject(object, "turns", turns);
    return object;
}

static void add_judgement(cJSON *root, const struct scenario *scenario,
                          const struct debrief *debrief, enum language language)
{
    cJSON_AddNumberToObject(root, "score", debrief->score.total);
    cJSON_AddStringToObject(root, "band", band_name((int)debrief->score.band));
    cJSON_AddBoolToObject(root, "passed", debrief->score.passed);
    cJSON_AddBoolToObject(root, "critical_failure", debrief->score.critical >= 0);
    cJSON_AddStringToObject(root, "ending", debrief->ending);
    cJSON *rules = cJSON_AddArrayToObject(root, "rules");
    for (int i = 0; i < debrief->rule_count; i++)
        cJSON_AddItemToArray(rules, debrief_rule_to_json(scenario, &debrief->rules[i], language));
}

char *debrief_to_json(struct play *play, const struct debrief *debrief)
{
    struct session *session = play_session(play);
    const struct scenario *scenario = session_scenario(session);
    const struct session_row *row = play_row(play);
    enum language language = LANGUAGE_EN;
    language_parse(row->language, &language);
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "session", row->id);
    cJSON_AddStringToObject(root, "scenario", row->scenario);
    cJSON_AddStringToObject(root, "person", row->person.name);
    record_add_seed(root, row->seed);
    cJSON_AddStringToObject(root, "mode", row->mode);
    cJSON_AddBoolToObject(root, "finished", debrief != NULL);
    if (debrief)
        add_judgement(root, scenario, debrief, language);
    cJSON *events = cJSON_AddArrayToObject(root, "events");
    for (int i = 0; i < session_event_count(session); i++) {
        const struct event *event = session_event(session, i);
        cJSON *object = record_event(session, event);
        cJSON_AddStringToObject(object, "kind", event_kind_name(event->kind));
        cJSON_AddItemToArray(events, object);
    }
    char *json = cJSON_Print(root);
    cJSON_Delete(root);
    if (!json)
        abort();
    return json;
}
