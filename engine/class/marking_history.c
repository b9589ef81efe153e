/* marking_history.c: who put down what and when, in words. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/marking.h"
#include "practice/debrief.h"

/* Texts come from the log, which may have been written by others. */
static void add_text(struct buffer *words, const cJSON *payload, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(payload, key));
    char *clean = text_clean(text ? text : "", text ? strlen(text) : 0, COMMENT_BYTES, false);
    buffer_add(words, clean);
    free(clean);
}

static int number_of(const cJSON *payload, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(payload, key);
    bool good = cJSON_IsNumber(item) && item->valuedouble >= 0 && item->valuedouble <= 100;
    return good ? (int)item->valuedouble : 0;
}

static void add_level(struct buffer *words, const cJSON *payload)
{
    int was = number_of(payload, "was");
    if (was > 0)
        buffer_printf(words, "%d → ", was);
    buffer_printf(words, "%d", number_of(payload, "level"));
}

static const char *label_of(const cJSON *payload, const char *key)
{
    const char *name = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(payload, key));
    enum verdict verdict;
    return name && verdict_parse(name, &verdict) ? verdict_label(verdict) : "?";
}

static void add_rule(struct buffer *words, const struct scenario *scenario, const cJSON *payload)
{
    const char *name = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(payload, "rule"));
    int rule = scenario && name ? rule_find(scenario, name) : -1;
    buffer_add(words, rule < 0 ? "?" : scenario->rules[rule].title.words[words_language()]);
    struct buffer reason = {0};
    buffer_printf(words, "%s%s → %s", _(": "), label_of(payload, "from"), label_of(payload, "to"));
    add_text(&reason, payload, "reason");
    buffer_printf(words, _(" (%s)"), reason.data ? reason.data : "");
    buffer_free(&reason);
}

static void add_rating(struct buffer *words, const cJSON *payload)
{
    const char *id = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(payload, "criterion"));
    for (int i = 0; i < CRITERION_COUNT && id; i++) {
        if (strcmp(id, criterion_id((enum criterion)i)) == 0)
            buffer_printf(words, "%s%s", criterion_label((enum criterion)i), _(": "));
    }
    add_level(words, payload);
}

static void add_comment(struct buffer *words, const cJSON *payload)
{
    if (cJSON_HasObjectItem(payload, "turn"))
        buffer_printf(words, _("comment on turn %d"), number_of(payload, "turn"));
    else
        buffer_add(words, _("comment on the whole"));
    buffer_add(words, _(": "));
    add_text(words, payload, "text");
}

static void add_submission(struct buffer *words, const cJSON *payload)
{
    char score[SCORE_TEXT_SIZE];
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(payload, "score");
    score_format(cJSON_IsNumber(item) ? item->valuedouble : 0, score);
    buffer_printf(words, _("submitted, score %s"), score);
}

static char *tell(const struct marking *marking, const struct event_row *event)
{
    struct buffer words = {0};
    cJSON *payload = cJSON_Parse(event->payload);
    if (strcmp(event->kind, "begin") == 0) {
        bool blind = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(payload, "blind"));
        buffer_add(&words, blind ? _("begun, blind") : _("begun"));
    } else if (strcmp(event->kind, "rate") == 0) {
        add_rating(&words, payload);
    } else if (strcmp(event->kind, "overall") == 0) {
        buffer_printf(&words, "%s%s", _("overall"), _(": "));
        add_level(&words, payload);
    } else if (strcmp(event->kind, "comment") == 0) {
        add_comment(&words, payload);
    } else if (strcmp(event->kind, "adjust") == 0) {
        add_rule(&words, marking->paper->scenario, payload);
    } else if (strcmp(event->kind, "submit") == 0) {
        add_submission(&words, payload);
    } else {
        buffer_printf(&words, "%s%s", _("reopened"), _(": "));
        add_text(&words, payload, "reason");
    }
    cJSON_Delete(payload);
    return buffer_take(&words);
}

struct telling {
    struct history_line *lines;
    int count;
};

static bool tell_journal(const struct marking *marking, const char *journal, const char *trainer,
                         struct telling *telling, struct error *error)
{
    struct event_row *events;
    int count;
    if (!store_journal_events(marking->store, journal, &events, &count, error))
        return false;
    struct history_line *grown =
        reallocarray(telling->lines, (size_t)(telling->count + count) + 1, sizeof *telling->lines);
    if (!grown)
        abort();
    telling->lines = grown;
    for (int i = 0; i < count; i++) {
        struct history_line *line = &telling->lines[telling->count++];
        *line = (struct history_line){.at = events[i].at, .words = tell(marking, &events[i])};
        snprintf(line->trainer, sizeof line->trainer, "%s", trainer);
    }
    store_free_events(events, count);
    return true;
}

/* Stable for what happened at the same time: each journal's own order stays. */
static void sort_lines(struct telling *telling)
{
    for (int i = 1; i < telling->count; i++) {
        struct history_line line = telling->lines[i];
        int at = i;
        while (at > 0 && telling->lines[at - 1].at > line.at) {
            telling->lines[at] = telling->lines[at - 1];
            at--;
        }
        telling->lines[at] = line;
    }
}

bool marking_history(const struct marking *marking, struct history_line **lines, int *count,
                     struct error *error)
{
    struct telling telling = {0};
    bool done = marking->row.journal[0] == '\0' ||
                tell_journal(marking, marking->row.journal, marking->trainer.name, &telling, error);
    for (int i = 0; done && i < marking->other_count; i++)
        done = tell_journal(marking, marking->others[i].row.journal, marking->others[i].trainer,
                            &telling, error);
    sort_lines(&telling);
    *lines = telling.lines;
    *count = telling.count;
    if (done)
        return true;
    marking_free_history(telling.lines, telling.count);
    *lines = NULL;
    *count = 0;
    return false;
}

void marking_free_history(struct history_line *lines, int count)
{
    for (int i = 0; i < count; i++)
        free(lines[i].words);
    free(lines);
}
