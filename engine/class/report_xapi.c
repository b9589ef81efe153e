/* report_xapi.c: statements, one session after the other. */
#include "class/report_xapi.h"

#include <cjson/cJSON.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "practice/record.h"

#define VERBS "http://adlnet.gov/expapi/verbs/"
#define ACTIVITIES "http://adlnet.gov/expapi/activities/"
#define ACCOUNTS "https://yanlian.example/" /* a name that is kept free for such uses (RFC 2606) */

/* X(ENUM, id, English, Chinese) */
#define VERB_TABLE(X)                                      \
    X(INITIALIZED, "initialized", "initialized", "开始了") \
    X(RESPONDED, "responded", "responded", "回应了")       \
    X(COMPLETED, "completed", "completed", "完成了")       \
    X(PASSED, "passed", "passed", "通过了")                \
    X(FAILED, "failed", "failed", "未通过")

enum verb {
#define X(name, id, en, zh) VERB_##name,
    VERB_TABLE(X)
#undef X
};

static const struct {
    const char *id, *en, *zh;
} verbs[] = {
#define X(name, id, en, zh) {id, en, zh},
    VERB_TABLE(X)
#undef X
};

struct sending {
    struct store *store;
    const struct report *report;
    FILE *out;
    bool begun;
    /* of the session that is written */
    const struct report_person *person;
    const struct report_scenario *scenario;
    struct session_row row;
};

/* -------------------------------------------------------------------------------- words ---- */

void uuid_of(const char *name, char out[UUID_SIZE])
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    char hex[2 * 16 + 1];
    crypto_hash_sha256(hash, (const unsigned char *)name, strlen(name));
    hash[6] = (unsigned char)((hash[6] & 0x0f) | 0x50);
    hash[8] = (unsigned char)((hash[8] & 0x3f) | 0x80);
    sodium_bin2hex(hex, sizeof hex, hash, 16);
    snprintf(out, UUID_SIZE, "%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16,
             hex + 20);
}

void iso_duration(int64_t milliseconds, char out[ISO_DURATION_SIZE])
{
    int64_t hundredths = (milliseconds < 0 ? 0 : milliseconds) / 10;
    snprintf(out, ISO_DURATION_SIZE, "PT%lld.%02dS", (long long)(hundredths / 100),
             (int)(hundredths % 100));
}

static const char *tag(const char *language)
{
    return strcmp(language, "zh") == 0 ? "zh-CN" : "en-US";
}

static void add_uuid(const struct sending *sending, cJSON *object, const char *field,
                     const char *what, int seq)
{
    char name[192], uuid[UUID_SIZE];
    snprintf(name, sizeof name, "yanlian:%s%s:%d:%s", sending->report->mask_key, sending->row.id,
             seq, what);
    uuid_of(name, uuid);
    cJSON_AddStringToObject(object, field, uuid);
}

/* ------------------------------------------------------------------------------- pieces ---- */

static void add_actor(const struct sending *sending, cJSON *statement)
{
    const struct report_person *person = sending->person;
    const char *kind = sending->report->anonymised ? ACCOUNTS "masked"
                       : person->staff_number[0]   ? ACCOUNTS "staff"
                                                   : ACCOUNTS "person";
    cJSON *actor = cJSON_AddObjectToObject(statement, "actor");
    cJSON_AddStringToObject(actor, "objectType", "Agent");
    cJSON_AddStringToObject(actor, "name",
                            sending->report->anonymised ? person->account : person->name);
    cJSON *account = cJSON_AddObjectToObject(actor, "account");
    cJSON_AddStringToObject(account, "homePage", kind);
    cJSON_AddStringToObject(account, "name", person->account);
}

static void add_verb(cJSON *statement, enum verb verb)
{
    char id[96];
    cJSON *object = cJSON_AddObjectToObject(statement, "verb");
    snprintf(id, sizeof id, VERBS "%s", verbs[verb].id);
    cJSON_AddStringToObject(object, "id", id);
    cJSON *display = cJSON_AddObjectToObject(object, "display");
    cJSON_AddStringToObject(display, "en-US", verbs[verb].en);
    cJSON_AddStringToObject(display, "zh-CN", verbs[verb].zh);
}

/* The same in both languages, so that no statement depends on who wrote it out. */
static void add_words(cJSON *definition, const char *field, const char *const *words)
{
    cJSON *object = cJSON_AddObjectToObject(definition, field);
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        if (words[i][0])
            cJSON_AddStringToObject(object, tag(language_code((enum language)i)), words[i]);
    }
}

static cJSON *scenario_activity(const struct sending *sending, bool defined)
{
    char id[128];
    cJSON *object = cJSON_CreateObject();
    snprintf(id, sizeof id, "urn:yanlian:scenario:%s", sending->row.scenario);
    cJSON_AddStringToObject(object, "objectType", "Activity");
    cJSON_AddStringToObject(object, "id", id);
    if (defined) {
        cJSON *definition = cJSON_AddObjectToObject(object, "definition");
        cJSON_AddStringToObject(definition, "type", ACTIVITIES "simulation");
        add_words(definition, "name", sending->scenario->titles);
    }
    return object;
}

static cJSON *node_activity(const struct sending *sending, const char *node)
{
    char id[256];
    cJSON *object = cJSON_CreateObject();
    snprintf(id, sizeof id, "urn:yanlian:scenario:%s#%s", sending->row.scenario, node);
    cJSON_AddStringToObject(object, "objectType", "Activity");
    cJSON_AddStringToObject(object, "id", id);
    cJSON *definition = cJSON_AddObjectToObject(object, "definition");
    cJSON_AddStringToObject(definition, "type", ACTIVITIES "cmi.interaction");
    cJSON_AddStringToObject(definition, "interactionType", "other");
    for (int i = 0; i < sending->scenario->node_count; i++) {
        const struct report_node *found = &sending->scenario->nodes[i];
        if (strcmp(found->id, node) == 0)
            add_words(definition, "description", found->lines);
    }
    return object;
}

static void add_context(const struct sending *sending, cJSON *statement, bool within)
{
    const struct session_row *row = &sending->row;
    cJSON *context = cJSON_AddObjectToObject(statement, "context");
    add_uuid(sending, context, "registration", "registration", 0);
    cJSON_AddStringToObject(context, "platform", "yanlian");
    cJSON_AddStringToObject(context, "language", tag(row->language));
    cJSON *around = cJSON_CreateObject();
    if (within)
        cJSON_AddItemToArray(cJSON_AddArrayToObject(around, "parent"),
                             scenario_activity(sending, false));
    if (row->class[0]) {
        char id[96];
        cJSON *class = cJSON_CreateObject();
        snprintf(id, sizeof id, "urn:yanlian:class:%s", row->class);
        cJSON_AddStringToObject(class, "objectType", "Activity");
        cJSON_AddStringToObject(class, "id", id);
        cJSON_AddItemToArray(cJSON_AddArrayToObject(around, "grouping"), class);
    }
    if (around->child)
        cJSON_AddItemToObject(context, "contextActivities", around);
    else
        cJSON_Delete(around);
    cJSON *extensions = cJSON_AddObjectToObject(context, "extensions");
    cJSON_AddStringToObject(extensions, "urn:yanlian:mode", row->mode);
    cJSON_AddBoolToObject(extensions, "urn:yanlian:live", row->live);
    if (row->class[0])
        cJSON_AddStringToObject(extensions, "urn:yanlian:class", row->class);
}

enum { SECOND_MS = 1000, DAY_MS = 24 * 60 * 60 * SECOND_MS };

/* The hour of the day, or milliseconds, would tell whose it was. */
static int64_t masked_time(const struct sending *sending, int64_t at)
{
    int64_t begun = sending->row.started_at;
    return begun - begun % DAY_MS + (at - begun) / SECOND_MS * SECOND_MS;
}

static void add_duration(const struct sending *sending, cJSON *result, int64_t milliseconds)
{
    char duration[ISO_DURATION_SIZE];
    bool masked = sending->report->anonymised;
    iso_duration(masked ? milliseconds / SECOND_MS * SECOND_MS : milliseconds, duration);
    cJSON_AddStringToObject(result, "duration", duration);
}

/* Everything but object and result. */
static cJSON *statement_new(const struct sending *sending, enum verb verb, int seq, int64_t at)
{
    char time[CLOCK_TIME_SIZE];
    cJSON *statement = cJSON_CreateObject();
    add_uuid(sending, statement, "id", verbs[verb].id, seq);
    add_actor(sending, statement);
    add_verb(statement, verb);
    add_context(sending, statement, verb == VERB_RESPONDED);
    clock_format(sending->report->anonymised ? masked_time(sending, at) : at, time);
    cJSON_AddStringToObject(statement, "timestamp", time);
    cJSON_AddStringToObject(statement, "version", "1.0.3");
    return statement;
}

static void send(struct sending *sending, cJSON *statement)
{
    char *text = cJSON_PrintUnformatted(statement);
    cJSON_Delete(statement);
    if (!text)
        abort();
    fprintf(sending->out, "%s%s", sending->begun ? ",\n" : "\n", text);
    sending->begun = true;
    free(text);
}

/* --------------------------------------------------------------------------- statements ---- */

static void send_begun(struct sending *sending, const struct event_row *event)
{
    cJSON *statement = statement_new(sending, VERB_INITIALIZED, event->seq, event->at);
    cJSON_AddItemToObject(statement, "object", scenario_activity(sending, true));
    send(sending, statement);
}

static const char *text_of(const cJSON *object, const char *name)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
    return text ? text : "";
}

static void send_responded(struct sending *sending, const struct event_row *event,
                           const cJSON *payload)
{
    bool form = strcmp(event->kind, event_kind_name(EVENT_FORM)) == 0;
    cJSON *statement = statement_new(sending, VERB_RESPONDED, event->seq, event->at);
    cJSON_AddItemToObject(statement, "object", node_activity(sending, text_of(payload, "node")));
    cJSON *result = cJSON_AddObjectToObject(statement, "result");
    cJSON_AddStringToObject(result, "response", form ? "form" : text_of(payload, "response"));
    add_duration(sending, result, record_think_ms(payload));
    send(sending, statement);
}

static cJSON *result_of(const struct sending *sending, int64_t think_ms)
{
    double score = sending->row.score;
    cJSON *result = cJSON_CreateObject();
    cJSON *object = cJSON_AddObjectToObject(result, "score");
    cJSON_AddNumberToObject(object, "scaled", score / 100);
    cJSON_AddNumberToObject(object, "raw", score);
    cJSON_AddNumberToObject(object, "min", 0);
    cJSON_AddNumberToObject(object, "max", 100);
    cJSON_AddBoolToObject(result, "success", sending->row.passed);
    cJSON_AddBoolToObject(result, "completion", true);
    add_duration(sending, result, think_ms);
    return result;
}

static void send_ended(struct sending *sending, const struct event_row *event, int64_t think_ms)
{
    const enum verb both[] = {VERB_COMPLETED, sending->row.passed ? VERB_PASSED : VERB_FAILED};
    for (int i = 0; i < 2; i++) {
        cJSON *statement = statement_new(sending, both[i], event->seq, event->at);
        cJSON_AddItemToObject(statement, "object", scenario_activity(sending, true));
        cJSON_AddItemToObject(statement, "result", result_of(sending, think_ms));
        send(sending, statement);
    }
}

static bool is_response(const char *kind)
{
    return strcmp(kind, event_kind_name(EVENT_PICK)) == 0 ||
           strcmp(kind, event_kind_name(EVENT_TIMEOUT)) == 0 ||
           strcmp(kind, event_kind_name(EVENT_FORM)) == 0;
}

static bool send_event(struct sending *sending, const struct event_row *event, int64_t *think_ms,
                       struct error *error)
{
    cJSON *payload = cJSON_Parse(event->payload);
    if (!payload)
        return error_set(error, ERROR_TAMPERED, _("event %d of session %s holds no JSON"),
                         event->seq, sending->row.id);
    int64_t took = record_think_ms(payload);
    *think_ms += took > 0 && strcmp(event->kind, "leave") != 0 ? took : 0;
    if (strcmp(event->kind, event_kind_name(EVENT_BEGIN)) == 0)
        send_begun(sending, event);
    else if (is_response(event->kind))
        send_responded(sending, event, payload);
    else if (strcmp(event->kind, "end") == 0)
        send_ended(sending, event,
                   sending->row.live ? sending->row.ended_at - sending->row.started_at : *think_ms);
    cJSON_Delete(payload);
    return true;
}

static const struct report_person *find_person(const struct report *report, const char *id)
{
    for (int i = 0; i < report->people_count; i++) {
        if (strcmp(report->people[i].id, id) == 0)
            return &report->people[i];
    }
    return NULL;
}

static const struct report_scenario *find_scenario(const struct report *report, const char *id)
{
    for (int i = 0; i < report->scenario_count; i++) {
        if (strcmp(report->scenarios[i].id, id) == 0)
            return &report->scenarios[i];
    }
    return NULL;
}

static bool send_session(void *data, const struct fact_row *fact, struct error *error)
{
    struct sending *sending = data;
    struct event_row *events = NULL;
    int count = 0;
    int64_t think_ms = 0;
    if (!store_session(sending->store, fact->session, &sending->row, error))
        return false;
    sending->person = find_person(sending->report, fact->person);
    sending->scenario = find_scenario(sending->report, sending->row.scenario);
    if (!sending->person || !sending->scenario) /* it ended since the report was made */
        return true;
    bool done = store_events(sending->store, fact->session, &events, &count, error);
    for (int i = 0; done && i < count; i++)
        done = send_event(sending, &events[i], &think_ms, error);
    store_free_events(events, count);
    if (done && ferror(sending->out))
        return error_set(error, ERROR_SYSTEM, "%s",
                         _("the report can't be written: is the disk full?"));
    return done;
}

bool report_xapi(struct store *store, const struct report *report,
                 const struct report_options *options, FILE *out, struct error *error)
{
    struct sending sending = {.store = store, .report = report, .out = out};
    struct fact_filter filter = {.class = options->class, .person = options->person};
    fputc('[', out);
    bool done = store_visit_facts(store, &filter, send_session, &sending, error);
    fputs("\n]\n", out);
    return done;
}
