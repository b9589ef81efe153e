/* dialogue.c: puts a session's events into words, who says them before each. */
#include "tui/dialogue.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/words.h"
#include "practice/debrief.h"

/* Everything the paragraphs of one dialogue have in common. */
struct writer {
    struct sheet *sheet;
    const struct dialogue *dialogue;
    const struct scenario *scenario;
    int indent;
    int tag;
    bool taken_back; /* what follows was taken back later */
};

const char *form_field_title(enum form_field field)
{
    static const char *const titles[FORM_FIELD_COUNT] = {
        [FORM_SIGNAL] = N_("Signal seen"),
        [FORM_BUSINESS] = N_("Business done"),
        [FORM_NEED] = N_("Likely need"),
        [FORM_OUTCOME] = N_("Outcome"),
    };
    return _(titles[field]);
}

void format_clock(int64_t ms, char out[CLOCK_SIZE])
{
    long long seconds = ms < 0 ? 0 : ms / 1000;
    snprintf(out, CLOCK_SIZE, "%02lld:%02lld", seconds / 60, seconds % 60);
}

void format_left(int64_t ms, bool hurry, char *out, size_t size)
{
    char clock[CLOCK_SIZE];
    format_clock(ms + 999, clock);
    snprintf(out, size, hurry ? _("%s left!") : _("%s left"), clock);
}

static int label_indent(void)
{
    const char *const labels[] = {_("Customer"), _("Me"), _("Coach"), _("Scene"), _("Task")};
    int widest = 0;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        int width = text_width(labels[i]);
        widest = width > widest ? width : widest;
    }
    return widest + 2;
}

static void write_line(const struct writer *writer, const char *label, enum ink label_ink,
                       const char *text, enum ink ink)
{
    if (text[0] == '\0')
        return;
    sheet_add(writer->sheet, &(struct paragraph){
                                 .label = label,
                                 .label_ink = writer->taken_back ? INK_FAINT : label_ink,
                                 .indent = writer->indent,
                                 .text = text,
                                 .ink = writer->taken_back ? INK_FAINT : ink,
                                 .tag = writer->tag,
                             });
}

static const char *words_of(const struct writer *writer, const struct text *text)
{
    return text ? text->words[writer->dialogue->language] : "";
}

/* "［greet, ask about the need］": the labels of a set of acts or cues. */
static void write_labels(const struct writer *writer, uint64_t set, const struct term *terms,
                         int count)
{
    struct buffer text = {0};
    if (!writer->dialogue->record || set == 0)
        return;
    for (int i = 0; i < count; i++)
        if (set >> i & 1)
            buffer_printf(&text, "%s%s", text.length ? _(", ") : "[",
                          words_of(writer, &terms[i].label));
    buffer_add(&text, "]");
    write_line(writer, NULL, INK_FAINT, text.data, INK_FAINT);
    buffer_free(&text);
}

static const char *fault_sign(enum form_fault fault)
{
    return fault == FORM_RIGHT ? "√" : "×";
}

static const char *fault_words(enum form_fault fault)
{
    switch (fault) {
    case FORM_MISSED:
        return _("the conversation showed more");
    case FORM_UNFOUNDED:
        return _("the conversation never showed this");
    default:
        return "";
    }
}

static void write_form_entry(const struct writer *writer, const char *title, const char *value,
                             enum form_fault fault)
{
    struct buffer text = {0};
    const char *words = writer->dialogue->remarks ? fault_words(fault) : "";
    if (writer->dialogue->remarks)
        buffer_printf(&text, "%s ", fault_sign(fault));
    buffer_printf(&text, "%s%s%s", title, _(": "), value[0] ? value : "—");
    if (words[0])
        buffer_printf(&text, _(" (%s)"), words);
    bool wrong = writer->dialogue->remarks && fault != FORM_RIGHT;
    write_line(writer, NULL, INK_PLAIN, text.data, wrong ? INK_BAD : INK_PLAIN);
    buffer_free(&text);
}

static void write_form(const struct writer *writer, const struct event *event)
{
    const struct form *form = &event->form;
    const struct form_judgement *judged = &event->judgement;
    write_line(writer, _("Me"), INK_TRAINEE, _("(files the referral form)"), INK_PLAIN);
    write_form_entry(writer, _("Customer"), form->customer, judged->customer);
    for (int i = 0; i < FORM_FIELD_COUNT; i++) {
        const struct form_option *option =
            &writer->scenario->vocabulary->form_options[i][form->options[i]];
        write_form_entry(writer, form_field_title((enum form_field)i),
                         words_of(writer, &option->term.label), judged->options[i]);
    }
    write_form_entry(writer, _("Contact agreed"), form->consent ? _("yes") : _("no"),
                     judged->consent);
}

static void write_response(const struct writer *writer, const struct event *event)
{
    const struct vocabulary *vocabulary = writer->scenario->vocabulary;
    const struct response *response =
        &writer->scenario->nodes[event->node].responses[event->response];
    if (event->kind == EVENT_TIMEOUT)
        write_line(writer, NULL, INK_WARNING, _("(Time was up.)"), INK_WARNING);
    write_line(writer, _("Me"), INK_TRAINEE, words_of(writer, &response->say), INK_PLAIN);
    write_labels(writer, event->acts, vocabulary->acts, vocabulary->act_count);
    if (writer->dialogue->remarks)
        write_line(writer, _("Coach"), INK_COACH, words_of(writer, &response->remark), INK_PLAIN);
}

static void write_hint(const struct writer *writer, const struct event *event)
{
    const struct vocabulary *vocabulary = writer->scenario->vocabulary;
    for (int i = 0; i < vocabulary->act_count; i++) {
        if (event->acts >> i & 1) {
            struct buffer text = {0};
            buffer_printf(&text, _("Hint: think of \"%s\"."),
                          words_of(writer, &vocabulary->acts[i].label));
            write_line(writer, _("Coach"), INK_COACH, text.data, INK_PLAIN);
            buffer_free(&text);
        }
    }
}

/* What the customer shows and says after a move. */
static void write_arrival(const struct writer *writer, const struct event *event)
{
    const struct vocabulary *vocabulary = writer->scenario->vocabulary;
    write_line(writer, _("Scene"), INK_FAINT, words_of(writer, event->scene), INK_PLAIN);
    write_line(writer, _("Customer"), INK_CUSTOMER, words_of(writer, event->says), INK_PLAIN);
    write_labels(writer, event->cues, vocabulary->cues, vocabulary->cue_count);
}

static void write_heading(const struct writer *writer, const struct event *event)
{
    struct buffer text = {0};
    char clock[CLOCK_SIZE];
    format_clock(event->think_ms, clock);
    sheet_blank(writer->sheet);
    buffer_printf(&text, _("Turn %d · thought for %s"), event->turn, clock);
    if (event->mood_before != event->mood_after)
        buffer_printf(&text, " · %s → %s", mood_label(event->mood_before),
                      mood_label(event->mood_after));
    if (event->familiarity_before != event->familiarity_after)
        buffer_printf(&text, " · %s %d → %d", _("Familiar"), event->familiarity_before,
                      event->familiarity_after);
    if (writer->taken_back)
        buffer_printf(&text, " · %s", _("taken back"));
    sheet_add(writer->sheet, &(struct paragraph){.text = text.data,
                                                 .ink = writer->taken_back ? INK_FAINT : INK_STRONG,
                                                 .tag = writer->tag});
    buffer_free(&text);
}

static void write_opening(struct writer *writer)
{
    const struct customer *customer = &writer->scenario->customer;
    struct buffer looks = {0};
    writer->tag = -1; /* told before the first turn */
    write_line(writer, _("Task"), INK_COACH, words_of(writer, &writer->scenario->brief), INK_PLAIN);
    writer->tag = 0;
    for (int i = 0; i < customer->look_count; i++)
        buffer_printf(&looks, "%s%s", i ? " · " : "", words_of(writer, &customer->looks[i]));
    if (looks.length)
        write_line(writer, _("Scene"), INK_FAINT, looks.data, INK_PLAIN);
    buffer_free(&looks);
}

static void write_event(struct writer *writer, const struct event *event, bool taken_back)
{
    writer->taken_back = taken_back;
    if (taken_back && !writer->dialogue->record)
        return;
    writer->tag = taken_back ? -1 : event->turn;
    switch (event->kind) {
    case EVENT_BEGIN:
        write_opening(writer);
        write_arrival(writer, event);
        break;
    case EVENT_HINT:
        write_hint(writer, event);
        break;
    case EVENT_TAKE_BACK:
        break;
    default:
        if (writer->dialogue->record)
            write_heading(writer, event);
        if (event->kind == EVENT_FORM)
            write_form(writer, event);
        else
            write_response(writer, event);
        write_arrival(writer, event);
        break;
    }
}

/*
 * Marks what was taken back: the last turn that still counts, and the hints asked for before it and
 * since the turn before.
 */
static void mark_taken_back(const struct session *session, int index, bool *taken)
{
    bool found = false;
    for (int i = index - 1; i > 0; i--) {
        enum event_kind kind = session_event(session, i)->kind;
        if (taken[i] || kind == EVENT_TAKE_BACK)
            continue;
        if (found && kind != EVENT_HINT)
            return;
        taken[i] = true;
        found = found || kind != EVENT_HINT;
    }
}

void dialogue_add(struct sheet *sheet, const struct dialogue *dialogue)
{
    struct writer writer = {
        .sheet = sheet,
        .dialogue = dialogue,
        .scenario = session_scenario(dialogue->session),
        .indent = label_indent(),
    };
    int count = session_event_count(dialogue->session);
    bool *taken = calloc((size_t)count, sizeof *taken);
    if (!taken)
        abort();
    for (int i = 0; i < count; i++)
        if (session_event(dialogue->session, i)->kind == EVENT_TAKE_BACK)
            mark_taken_back(dialogue->session, i, taken);
    for (int i = 0; i < count; i++)
        write_event(&writer, session_event(dialogue->session, i), taken[i]);
    free(taken);
}
