/* record.c: writes and reads the payloads of the log. */
#include "practice/record.h"

#include <string.h>

#define THINK_MS_MAX (INT64_C(1) << 53) /* whole numbers that JSON carries exactly */

static const char *const verdict_names[] = {
    [VERDICT_NOT_ACTIVATED] = "not-activated",
    [VERDICT_OPEN] = "open",
    [VERDICT_KEPT] = "kept",
    [VERDICT_PARTLY] = "partly",
    [VERDICT_BROKEN] = "broken",
};

static const char *const mood_names[MOOD_COUNT] = {
    [MOOD_RESISTANT] = "resistant",
    [MOOD_NEUTRAL] = "neutral",
    [MOOD_POSITIVE] = "positive",
};

static const char *const field_names[FORM_FIELD_COUNT] = {
    [FORM_SIGNAL] = "signal",
    [FORM_BUSINESS] = "business",
    [FORM_NEED] = "need",
    [FORM_OUTCOME] = "outcome",
};

static const char *const fault_names[] = {
    [FORM_RIGHT] = "right",
    [FORM_MISSED] = "missed",
    [FORM_UNFOUNDED] = "unfounded",
};

const char *verdict_name(enum verdict verdict)
{
    return verdict_names[verdict];
}

const char *mood_name(enum mood mood)
{
    return mood_names[mood];
}

const char *form_field_name(enum form_field field)
{
    return field_names[field];
}

/* ----------------------------------------------------------------------------- writing ---- */

void record_add_seed(cJSON *object, uint64_t seed)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%llu", (unsigned long long)seed);
    cJSON_AddRawToObject(object, "seed", digits);
}

cJSON *record_terms(const struct term *terms, int count, uint64_t set)
{
    cJSON *array = cJSON_CreateArray();
    for (int i = 0; i < count; i++) {
        if (set >> i & 1)
            cJSON_AddItemToArray(array, cJSON_CreateString(terms[i].id));
    }
    return array;
}

static cJSON *record_form(const struct vocabulary *words, const struct event *event)
{
    cJSON *form = cJSON_CreateObject();
    cJSON_AddStringToObject(form, "customer", event->form.customer);
    for (int i = 0; i < FORM_FIELD_COUNT; i++)
        cJSON_AddStringToObject(form, field_names[i],
                                words->form_options[i][event->form.options[i]].term.id);
    cJSON_AddBoolToObject(form, "consent", event->form.consent);
    return form;
}

static cJSON *record_judgement(const struct form_judgement *judgement)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "customer", fault_names[judgement->customer]);
    for (int i = 0; i < FORM_FIELD_COUNT; i++)
        cJSON_AddStringToObject(object, field_names[i], fault_names[judgement->options[i]]);
    cJSON_AddStringToObject(object, "consent", fault_names[judgement->consent]);
    return object;
}

static void add_move(cJSON *object, const struct scenario *scenario, const struct event *event)
{
    const struct node *node = &scenario->nodes[event->node];
    cJSON_AddStringToObject(object, "node", node->id);
    if (event->response >= 0)
        cJSON_AddStringToObject(object, "response", node->responses[event->response].id);
    if (event->picked >= 0)
        cJSON_AddStringToObject(object, "picked", node->responses[event->picked].id);
    cJSON_AddItemToObject(
        object, "acts",
        record_terms(scenario->vocabulary->acts, scenario->vocabulary->act_count, event->acts));
    cJSON_AddNumberToObject(object, "think_ms", (double)event->think_ms);
    if (event->kind == EVENT_FORM) {
        cJSON_AddItemToObject(object, "form", record_form(scenario->vocabulary, event));
        cJSON_AddItemToObject(object, "judgement", record_judgement(&event->judgement));
    }
}

static void add_arrival(cJSON *object, const struct scenario *scenario, const struct event *event)
{
    cJSON_AddStringToObject(object, "to", scenario->nodes[event->next_node].id);
    cJSON_AddItemToObject(
        object, "cues",
        record_terms(scenario->vocabulary->cues, scenario->vocabulary->cue_count, event->cues));
    if (event->scene)
        cJSON_AddStringToObject(object, "scene", event->scene->key);
    if (event->says)
        cJSON_AddStringToObject(object, "says", event->says->key);
}

cJSON *record_event(const struct session *session, const struct event *event)
{
    const struct scenario *scenario = session_scenario(session);
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "turn", event->turn);
    if (event->node >= 0)
        add_move(object, scenario, event);
    cJSON_AddStringToObject(object, "mood_before", mood_names[event->mood_before]);
    cJSON_AddStringToObject(object, "mood_after", mood_names[event->mood_after]);
    cJSON_AddNumberToObject(object, "familiarity_before", event->familiarity_before);
    cJSON_AddNumberToObject(object, "familiarity_after", event->familiarity_after);
    if (event->kind != EVENT_HINT)
        add_arrival(object, scenario, event);
    return object;
}

cJSON *record_verdicts(const struct scenario *scenario, const struct rule_state *states)
{
    cJSON *rules = cJSON_CreateArray();
    for (int i = 0; i < scenario->rule_count; i++) {
        const struct rule *rule = &scenario->rules[i];
        char name[128];
        int fulfilled = 0, of = 0;
        cJSON *object = cJSON_CreateObject();
        snprintf(name, sizeof name, "%.60s/%.60s", scenario->packs[rule->pack].id, rule->id);
        rule_mark(rule, &states[i], &fulfilled, &of);
        cJSON_AddStringToObject(object, "rule", name);
        cJSON_AddStringToObject(object, "verdict", verdict_names[rule_verdict(rule, &states[i])]);
        cJSON_AddNumberToObject(object, "fulfilled", fulfilled);
        cJSON_AddNumberToObject(object, "of", of);
        cJSON_AddItemToArray(rules, object);
    }
    return rules;
}

cJSON *record_score(const struct scenario *scenario, const struct score *score, const char *ending)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "score", score->total);
    cJSON_AddStringToObject(object, "band", band_name((int)score->band));
    cJSON_AddBoolToObject(object, "passed", score->passed);
    if (score->critical >= 0)
        cJSON_AddStringToObject(object, "critical", scenario->rules[score->critical].id);
    cJSON_AddStringToObject(object, "ending", ending);
    return object;
}

cJSON *record_result(const struct session *session, const struct score *score)
{
    const struct scenario *scenario = session_scenario(session);
    int ending = session_ending(session);
    cJSON *object =
        record_score(scenario, score, ending < 0 ? "" : scenario->vocabulary->endings[ending].id);
    cJSON_AddNumberToObject(object, "hints", session_hints_used(session));
    cJSON_AddNumberToObject(object, "take_backs", session_take_backs(session));
    cJSON_AddItemToObject(object, "rules", record_verdicts(scenario, session_rules(session)));
    return object;
}

/* ----------------------------------------------------------------------------- reading ---- */

static const char *text_of(const cJSON *object, const char *name)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
}

static bool unreadable(struct error *error, const char *what)
{
    return error_set(error, ERROR_TAMPERED, "the log does not replay: %s", what);
}

static bool read_option(const struct vocabulary *words, enum form_field field, const char *id,
                        int *option)
{
    for (int i = 0; id && i < words->form_option_count[field]; i++) {
        if (strcmp(words->form_options[field][i].term.id, id) == 0) {
            *option = i;
            return true;
        }
    }
    return false;
}

static bool read_form(const struct vocabulary *words, const cJSON *payload, struct form *form)
{
    const cJSON *object = cJSON_GetObjectItemCaseSensitive(payload, "form");
    const char *customer = text_of(object, "customer");
    const cJSON *consent = cJSON_GetObjectItemCaseSensitive(object, "consent");
    if (!customer || strlen(customer) >= sizeof form->customer || !cJSON_IsBool(consent))
        return false;
    strncpy(form->customer, customer, sizeof form->customer - 1);
    form->consent = cJSON_IsTrue(consent);
    for (int i = 0; i < FORM_FIELD_COUNT; i++) {
        if (!read_option(words, (enum form_field)i, text_of(object, field_names[i]),
                         &form->options[i]))
            return false;
    }
    return true;
}

static bool read_response(const struct session *session, const char *id, int *response)
{
    const struct scenario *scenario = session_scenario(session);
    *response = id ? node_find_response(&scenario->nodes[session_state(session)->node], id) : -1;
    return *response >= 0;
}

static bool apply_timeout(struct session *session, const cJSON *payload, int64_t think_ms,
                          struct error *error)
{
    const char *picked = text_of(payload, "picked");
    int response;
    if (!picked)
        return session_time_out(session, think_ms, error);
    if (!read_response(session, picked, &response))
        return unreadable(error, "an unknown response was picked too late");
    return session_pick(session, response, think_ms, error);
}

int64_t record_think_ms(const cJSON *payload)
{
    const cJSON *think = cJSON_GetObjectItemCaseSensitive(payload, "think_ms");
    bool sensible = cJSON_IsNumber(think) && think->valuedouble >= 0 &&
                    think->valuedouble <= (double)THINK_MS_MAX;
    return sensible ? (int64_t)think->valuedouble : -1;
}

bool record_apply(struct session *session, const char *kind, const cJSON *payload,
                  struct error *error)
{
    int64_t think_ms = record_think_ms(payload);
    int response, act;
    struct form form = {0};
    if (strcmp(kind, event_kind_name(EVENT_PICK)) == 0) {
        if (!read_response(session, text_of(payload, "response"), &response))
            return unreadable(error, "it tells of a response that is not there");
        return session_pick(session, response, think_ms, error);
    }
    if (strcmp(kind, event_kind_name(EVENT_TIMEOUT)) == 0)
        return apply_timeout(session, payload, think_ms, error);
    if (strcmp(kind, event_kind_name(EVENT_FORM)) == 0) {
        if (!read_form(session_scenario(session)->vocabulary, payload, &form))
            return unreadable(error, "a filed form can't be read");
        return session_file_form(session, &form, think_ms, error);
    }
    if (strcmp(kind, event_kind_name(EVENT_HINT)) == 0)
        return session_hint(session, think_ms, &act, error);
    if (strcmp(kind, event_kind_name(EVENT_TAKE_BACK)) == 0)
        return session_take_back(session, think_ms, error);
    return unreadable(error, "it holds an event of an unknown kind");
}

bool record_matches(const cJSON *logged, const cJSON *made, const char **field)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, logged)
    {
        const cJSON *other = cJSON_GetObjectItemCaseSensitive(made, item->string);
        if (!other || !cJSON_Compare(item, other, true)) {
            *field = item->string;
            return false;
        }
    }
    return true;
}
