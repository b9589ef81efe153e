/* speak.c: the line mode's words for lines, moves and forms. */
#include "plain/speak.h"

#include "base/words.h"

static void line(const struct plain *plain, const char *who, const struct text *text)
{
    if (text && text->words[plain->language][0])
        fprintf(plain->out, "%s%s%s\n", who, _(": "), text->words[plain->language]);
}

const char *form_field_label(enum form_field field)
{
    static const char *const labels[FORM_FIELD_COUNT] = {
        [FORM_SIGNAL] = N_("Signal seen"),
        [FORM_BUSINESS] = N_("Business done"),
        [FORM_NEED] = N_("Likely need"),
        [FORM_OUTCOME] = N_("Outcome"),
    };
    return _(labels[field]);
}

static void speak_mood(const struct plain *plain, const struct event *event)
{
    if (event->kind != EVENT_BEGIN && event->mood_before == event->mood_after &&
        event->familiarity_before == event->familiarity_after)
        return;
    fprintf(plain->out, _("    Mood: %s"), mood_label(event->mood_after));
    if (event->mood_after > event->mood_before)
        fputs(" ↑", plain->out);
    else if (event->mood_after < event->mood_before)
        fputs(" ↓", plain->out);
    fprintf(plain->out, _(" · Familiarity: %d/%d\n"), event->familiarity_after, FAMILIARITY_MAX);
}

static void speak_arrival(const struct plain *plain, const struct event *event)
{
    line(plain, _("Scene"), event->scene);
    line(plain, _("Customer"), event->says);
    speak_mood(plain, event);
}

static const char *fault_words(enum form_fault fault)
{
    static const char *const words[] = {
        [FORM_RIGHT] = N_("right"),
        [FORM_MISSED] = N_("missed: the conversation showed more"),
        [FORM_UNFOUNDED] = N_("unfounded: the conversation never showed this"),
    };
    return _(words[fault]);
}

static void speak_entry(const struct plain *plain, const char *label, const char *entered,
                        enum form_fault fault)
{
    fprintf(plain->out, _("    %s: %s (%s)\n"), label, entered, fault_words(fault));
}

void speak_form(const struct plain *plain, const struct scenario *scenario,
                const struct event *event)
{
    const struct form *form = &event->form;
    const struct form_judgement *judged = &event->judgement;
    fprintf(plain->out, "%s\n", _("Referral form filed"));
    speak_entry(plain, _("Customer"), form->customer, judged->customer);
    for (int i = 0; i < FORM_FIELD_COUNT; i++) {
        const struct form_option *option = &scenario->vocabulary->form_options[i][form->options[i]];
        speak_entry(plain, form_field_label((enum form_field)i),
                    option->term.label.words[plain->language], judged->options[i]);
    }
    speak_entry(plain, _("Contact agreed"), form->consent ? _("yes") : _("no"), judged->consent);
}

static void speak_move(const struct plain *plain, const struct session *session,
                       const struct event *event)
{
    const struct scenario *scenario = session_scenario(session);
    const struct response *response =
        event->response >= 0 ? &scenario->nodes[event->node].responses[event->response] : NULL;
    switch (event->kind) {
    case EVENT_BEGIN:
        break;
    case EVENT_PICK:
        line(plain, _("Me"), &response->say);
        break;
    case EVENT_TIMEOUT:
        fprintf(plain->out, "%s\n", _("Time is up."));
        line(plain, _("Me"), &response->say);
        break;
    case EVENT_FORM:
        speak_form(plain, scenario, event);
        break;
    case EVENT_TAKE_BACK:
        fprintf(plain->out, "%s\n", _("(taken back; it stays on record)"));
        break;
    default:
        break;
    }
    if (response && session_mode(session) != MODE_EXAM)
        line(plain, _("Coach"), &response->remark);
}

static void speak_hint(const struct plain *plain, const struct scenario *scenario,
                       const struct event *event)
{
    for (int i = 0; i < scenario->vocabulary->act_count; i++) {
        if (event->acts >> i & 1)
            line(plain, _("Hint"), &scenario->vocabulary->acts[i].label);
    }
}

void speak_event(const struct plain *plain, const struct session *session,
                 const struct event *event)
{
    if (event->kind == EVENT_HINT) {
        speak_hint(plain, session_scenario(session), event);
        return;
    }
    speak_move(plain, session, event);
    speak_arrival(plain, event);
}

void plain_opening(const struct plain *plain, struct play *play)
{
    const struct scenario *scenario = session_scenario(play_session(play));
    const struct session_row *row = play_row(play);
    enum language language = plain->language;
    fprintf(plain->out, "%s · %s · %s\n", scenario->title.words[language],
            scenario->role_label.words[language], mode_label(session_mode(play_session(play))));
    fprintf(plain->out, _("%s · seed %llu · session %s\n"), row->person.name,
            (unsigned long long)row->seed, row->id);
    fprintf(plain->out, "\n%s\n", scenario->brief.words[language]);
    fprintf(plain->out, _("Customer: %s, %d\n"), scenario->customer.name.words[language],
            scenario->customer.age);
    for (int i = 0; i < scenario->customer.look_count; i++)
        fprintf(plain->out, "  - %s\n", scenario->customer.looks[i].words[language]);
}
