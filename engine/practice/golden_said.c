/* golden_said.c: what a session says, in a case's words. */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "practice/golden_parts.h"
#include "practice/record.h"

/* -------------------------------------------------------------------------------- lines ---- */

static void say(struct said *said, const char *word, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A line without words is not said. */
static void say(struct said *said, const char *word, const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&text, format, arguments) < 0)
        abort();
    va_end(arguments);
    if (text[0] == '\0') {
        free(text);
        return;
    }
    assert(said->count < GOLDEN_LINES_MAX);
    said->words[said->count] = word;
    said->texts[said->count++] = text;
}

static void say_terms(struct said *said, const char *word, const struct term *terms, int count,
                      uint64_t set)
{
    struct buffer ids = {0};
    for (int i = 0; i < count; i++) {
        if (set >> i & 1)
            buffer_printf(&ids, "%s%s", ids.length > 0 ? " " : "", terms[i].id);
    }
    if (ids.length > 0)
        say(said, word, "%s", ids.data);
    buffer_free(&ids);
}

static const char *fault_name(enum form_fault fault)
{
    static const char *const names[] = {
        [FORM_RIGHT] = "right", [FORM_MISSED] = "missed", [FORM_UNFOUNDED] = "unfounded"};
    return names[fault];
}

static void say_form(struct said *said, const struct vocabulary *vocabulary,
                     const struct event *event)
{
    const struct form *form = &event->form;
    const struct form_judgement *judged = &event->judgement;
    say(said, "entry", "customer %s%s%s", fault_name(judged->customer),
        form->customer[0] ? " " : "", form->customer);
    for (int i = 0; i < FORM_FIELD_COUNT; i++)
        say(said, "entry", "%s %s %s", form_field_name((enum form_field)i),
            fault_name(judged->options[i]), vocabulary->form_options[i][form->options[i]].term.id);
    say(said, "entry", "consent %s %s", fault_name(judged->consent), form->consent ? "yes" : "no");
}

void said_make(struct said *said, const struct session *session, const struct event *event,
               enum language language)
{
    const struct scenario *scenario = session_scenario(session);
    const struct vocabulary *vocabulary = scenario->vocabulary;
    said->count = 0;
    say_terms(said, "acts", vocabulary->acts, vocabulary->act_count, event->acts);
    if (event->kind == EVENT_HINT)
        return;
    if (event->response >= 0) {
        const struct response *response = &scenario->nodes[event->node].responses[event->response];
        say(said, "me", "%s", response->say.words[language]);
        if (session_mode(session) == MODE_PRACTICE)
            say(said, "coach", "%s", response->remark.words[language]);
    }
    if (event->kind == EVENT_FORM)
        say_form(said, vocabulary, event);
    if (event->scene)
        say(said, "scene", "%s", event->scene->words[language]);
    if (event->says)
        say(said, "customer", "%s", event->says->words[language]);
    say_terms(said, "cues", vocabulary->cues, vocabulary->cue_count, event->cues);
    say(said, "mood", "%s %d", mood_name(event->mood_after), event->familiarity_after);
}

void said_free(struct said *said)
{
    for (int i = 0; i < said->count; i++)
        free(said->texts[i]);
    said->count = 0;
}

/* -------------------------------------------------------------------------------- words ---- */

const char *golden_kind_word(enum golden_kind kind)
{
    static const char *const words[GOLDEN_KIND_COUNT] = {
        [GOLDEN_OPENING] = "opening", [GOLDEN_PICK] = "pick", [GOLDEN_LATE] = "late",
        [GOLDEN_TIMEOUT] = "timeout", [GOLDEN_HINT] = "hint", [GOLDEN_TAKE_BACK] = "take-back",
        [GOLDEN_FORM] = "form",
    };
    return words[kind];
}

enum golden_kind golden_kind_of(const struct event *event)
{
    static const enum golden_kind kinds[EVENT_KIND_COUNT] = {
        [EVENT_BEGIN] = GOLDEN_OPENING,   [EVENT_PICK] = GOLDEN_PICK,
        [EVENT_TIMEOUT] = GOLDEN_TIMEOUT, [EVENT_FORM] = GOLDEN_FORM,
        [EVENT_HINT] = GOLDEN_HINT,       [EVENT_TAKE_BACK] = GOLDEN_TAKE_BACK,
    };
    return event->picked >= 0 ? GOLDEN_LATE : kinds[event->kind];
}

char *golden_offered(const struct session *session)
{
    const struct node *node = &session_scenario(session)->nodes[session_state(session)->node];
    struct buffer offered = {0};
    int options[RESPONSE_MAX];
    int count = session_options(session, options);
    for (int i = 0; i < count; i++)
        buffer_printf(&offered, "%s%s", i > 0 ? " " : "", node->responses[options[i]].id);
    return buffer_take(&offered);
}

char *golden_draws(const struct session *session)
{
    const struct scenario *scenario = session_scenario(session);
    struct buffer drawn = {0};
    for (int i = 0; i < scenario->draw_count; i++)
        buffer_printf(&drawn, "%s%s=%s", i > 0 ? " " : "", scenario->draws[i].id,
                      scenario->draws[i].values[session_state(session)->draws[i]]);
    if (scenario->draw_count == 0)
        buffer_add(&drawn, "none");
    return buffer_take(&drawn);
}

void golden_rule_name(const struct scenario *scenario, const struct rule *rule,
                      char name[GOLDEN_NAME_SIZE])
{
    snprintf(name, GOLDEN_NAME_SIZE, "%.60s/%.60s", scenario->packs[rule->pack].id, rule->id);
}
