/* marks.c: takes in the events of a grading, one by one. */
#include "class/marks.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "practice/record.h"

void marks_begin(struct marks *marks)
{
    *marks = (struct marks){.score = -1};
    for (int i = 0; i < RULE_MAX; i++)
        marks->adjustments[i].verdict = VERDICT_MACHINE;
}

void marks_clear(struct marks *marks)
{
    free(marks->comment);
    for (int i = 0; i <= TURN_MAX; i++)
        free(marks->comments[i]);
    for (int i = 0; i < RULE_MAX; i++)
        free(marks->adjustments[i].reason);
    marks_begin(marks);
}

static char *copy_text(const char *text)
{
    char *copy = text ? strdup(text) : NULL;
    if (text && !copy)
        abort();
    return copy;
}

void marks_copy(const struct marks *marks, struct marks *copy)
{
    *copy = *marks;
    copy->comment = copy_text(marks->comment);
    for (int i = 0; i <= TURN_MAX; i++)
        copy->comments[i] = copy_text(marks->comments[i]);
    for (int i = 0; i < RULE_MAX; i++)
        copy->adjustments[i].reason = copy_text(marks->adjustments[i].reason);
}

/* ------------------------------------------------------------------------------- rules ---- */

bool verdict_parse(const char *name, enum verdict *verdict)
{
    static const enum verdict verdicts[] = {VERDICT_NOT_ACTIVATED, VERDICT_KEPT, VERDICT_PARTLY,
                                            VERDICT_BROKEN};
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
        if (strcmp(name, verdict_name(verdicts[i])) == 0) {
            *verdict = verdicts[i];
            return true;
        }
    }
    return false;
}

void rule_name(const struct scenario *scenario, int rule, char out[RULE_NAME_SIZE])
{
    const struct rule *named = &scenario->rules[rule];
    snprintf(out, RULE_NAME_SIZE, "%.60s/%.60s", scenario->packs[named->pack].id, named->id);
}

int rule_find(const struct scenario *scenario, const char *name)
{
    char full[RULE_NAME_SIZE];
    int found = -1;
    for (int i = 0; i < scenario->rule_count; i++) {
        rule_name(scenario, i, full);
        if (strcmp(name, full) == 0)
            return i;
        if (strcmp(name, scenario->rules[i].id) == 0)
            found = found == -1 ? i : -2;
    }
    return found < 0 ? -1 : found;
}

enum verdict marks_verdict(const struct marks *marks, const struct scenario *scenario,
                           const struct rule_state *machine, int rule)
{
    int adjusted = marks->adjustments[rule].verdict;
    return adjusted == VERDICT_MACHINE ? rule_verdict(&scenario->rules[rule], machine)
                                       : (enum verdict)adjusted;
}

void marks_states(const struct marks *marks, const struct scenario *scenario,
                  const struct rule_state *machine, struct rule_state states[RULE_MAX])
{
    for (int i = 0; i < scenario->rule_count; i++) {
        switch (marks->adjustments[i].verdict) {
        case VERDICT_KEPT:
            states[i] = (struct rule_state){.activations = 1, .fulfilled = 1};
            break;
        case VERDICT_BROKEN:
            states[i] = (struct rule_state){.activations = 1, .violated = 1};
            break;
        case VERDICT_NOT_ACTIVATED:
            states[i] = (struct rule_state){0};
            break;
        default:
            states[i] = machine[i];
            break;
        }
    }
}

const char *criterion_label(enum criterion criterion)
{
    static const char *const labels[CRITERION_COUNT] = {
        [CRITERION_OPENING] = N_("opening and observation"),
        [CRITERION_NEED] = N_("understanding the need"),
        [CRITERION_OBJECTION] = N_("handling the objection"),
        [CRITERION_REFERRAL] = N_("referral"),
        [CRITERION_CONDUCT] = N_("conduct"),
    };
    return _(labels[criterion]);
}

int marks_missing(const struct marks *marks, bool exercise)
{
    for (int i = 0; i < CRITERION_COUNT && !exercise; i++) {
        if (marks->levels[i] == 0)
            return i;
    }
    return marks->overall == 0 ? CRITERION_COUNT : -1;
}

/* ------------------------------------------------------------------------------ events ---- */

static const char *string_of(const cJSON *payload, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(payload, key));
    return text ? text : "";
}

/* A whole number of `low`..`high`; `low` - 1 when there is none. */
static int number_of(const cJSON *payload, const char *key, int low, int high)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(payload, key);
    if (!cJSON_IsNumber(item) || !(item->valuedouble >= low) || !(item->valuedouble <= high) ||
        item->valuedouble != (double)(int)item->valuedouble)
        return low - 1;
    return (int)item->valuedouble;
}

/* The log may have been written by others, so its text is cleaned like any other. */
static void replace_text(char **text, const char *words)
{
    free(*text);
    *text = text_clean(words, strlen(words), COMMENT_BYTES, true);
    if ((*text)[0] == '\0') {
        free(*text);
        *text = NULL;
    }
}

static bool apply_begin(struct marks *marks, const cJSON *payload)
{
    marks->begun = true;
    marks->blind = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(payload, "blind"));
    return true;
}

static bool apply_rate(struct marks *marks, const cJSON *payload)
{
    int level = number_of(payload, "level", 1, LEVEL_MAX);
    for (int i = 0; i < CRITERION_COUNT && level > 0; i++) {
        if (strcmp(string_of(payload, "criterion"), criterion_id((enum criterion)i)) == 0) {
            marks->levels[i] = level;
            return true;
        }
    }
    return false;
}

static bool apply_overall(struct marks *marks, const cJSON *payload)
{
    int level = number_of(payload, "level", 1, LEVEL_MAX);
    if (level > 0)
        marks->overall = level;
    return level > 0;
}

static bool apply_comment(struct marks *marks, const cJSON *payload)
{
    const char *text = string_of(payload, "text");
    if (!cJSON_HasObjectItem(payload, "turn")) {
        replace_text(&marks->comment, text);
        return true;
    }
    int turn = number_of(payload, "turn", 0, TURN_MAX);
    if (turn >= 0)
        replace_text(&marks->comments[turn], text);
    return turn >= 0;
}

static bool apply_adjust(struct marks *marks, const struct scenario *scenario, const cJSON *payload,
                         int64_t at)
{
    enum verdict to;
    int rule = scenario ? rule_find(scenario, string_of(payload, "rule")) : -1;
    if (rule < 0 || !verdict_parse(string_of(payload, "to"), &to))
        return false;
    struct adjustment *adjustment = &marks->adjustments[rule];
    bool machine = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(payload, "machine"));
    if (to == VERDICT_PARTLY && !machine)
        return false;
    adjustment->verdict = machine ? VERDICT_MACHINE : (int)to;
    adjustment->at = at;
    replace_text(&adjustment->reason, string_of(payload, "reason"));
    return true;
}

static bool apply_submit(struct marks *marks, const cJSON *payload)
{
    const cJSON *score = cJSON_GetObjectItemCaseSensitive(payload, "score");
    if (!cJSON_IsNumber(score) || !(score->valuedouble >= 0) || !(score->valuedouble <= 100))
        return false;
    marks->submitted = true;
    marks->score = score->valuedouble;
    marks->critical = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(payload, "critical"));
    return true;
}

static bool apply(struct marks *marks, const struct scenario *scenario,
                  const struct event_row *event, const cJSON *payload)
{
    bool reopen = strcmp(event->kind, "reopen") == 0;
    if (strcmp(event->kind, "begin") == 0)
        return !marks->begun && apply_begin(marks, payload);
    if (!marks->begun || marks->submitted != reopen)
        return false;
    if (reopen) {
        marks->submitted = false;
        return true;
    }
    if (strcmp(event->kind, "rate") == 0)
        return apply_rate(marks, payload);
    if (strcmp(event->kind, "overall") == 0)
        return apply_overall(marks, payload);
    if (strcmp(event->kind, "comment") == 0)
        return apply_comment(marks, payload);
    if (strcmp(event->kind, "adjust") == 0)
        return apply_adjust(marks, scenario, payload, event->at);
    return strcmp(event->kind, "submit") == 0 && apply_submit(marks, payload);
}

bool marks_apply(struct marks *marks, const struct scenario *scenario,
                 const struct event_row *event, struct error *error)
{
    cJSON *payload = cJSON_Parse(event->payload);
    bool done = payload && apply(marks, scenario, event, payload);
    cJSON_Delete(payload);
    return done || error_set(error, ERROR_TAMPERED,
                             _("event %d (%s) of this grading makes no sense: `yanlian verify` "
                               "tells whether the log was changed"),
                             event->seq, event->kind);
}

bool marks_fold(struct marks *marks, const struct scenario *scenario,
                const struct event_row *events, int count, int64_t until, struct error *error)
{
    bool done = true;
    marks_begin(marks);
    for (int i = 0; done && i < count && events[i].at <= until; i++)
        done = marks_apply(marks, scenario, &events[i], error);
    if (!done)
        marks_clear(marks);
    return done;
}

bool marks_fold_levels(struct marks *marks, const struct event_row *events, int count,
                       int64_t until, struct error *error)
{
    bool done = true;
    marks_begin(marks);
    for (int i = 0; done && i < count && events[i].at <= until; i++) {
        if (strcmp(events[i].kind, "adjust") != 0)
            done = marks_apply(marks, NULL, &events[i], error);
    }
    if (!done)
        marks_clear(marks);
    return done;
}
