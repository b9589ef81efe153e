/*
 * form.c: holds the referral form against what the conversation showed.
 */
#include "core/form.h"

#include <string.h>

static bool was_shown(const struct form_option *option, const struct state *state)
{
    return (option->acts & state->acts_seen) != 0 || (option->cues & state->cues_seen) != 0;
}

/* Index of the first option that was shown; -1 for none. */
static int first_shown(const struct vocabulary *vocabulary, enum form_field field,
                       const struct state *state)
{
    for (int i = 0; i < vocabulary->form_option_count[field]; i++) {
        const struct form_option *option = &vocabulary->form_options[field][i];
        if (!option->always && was_shown(option, state))
            return i;
    }
    return -1;
}

static int always_option(const struct vocabulary *vocabulary, enum form_field field)
{
    for (int i = 0; i < vocabulary->form_option_count[field]; i++)
        if (vocabulary->form_options[field][i].always)
            return i;
    return 0;
}

bool form_option_holds(const struct vocabulary *vocabulary, enum form_field field, int option,
                       const struct state *state)
{
    const struct form_option *chosen = &vocabulary->form_options[field][option];
    if (chosen->always)
        return first_shown(vocabulary, field, state) < 0;
    return was_shown(chosen, state);
}

/* A scenario that lacks the surname in one language is still told by the other. */
static bool names_customer(const struct customer *customer, const char *typed)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        const char *surname = customer->surname.words[language];
        if (surname[0] != '\0' && text_contains(typed, surname))
            return true;
    }
    return false;
}

static enum form_fault judge_option(const struct vocabulary *vocabulary, enum form_field field,
                                    int option, const struct state *state)
{
    if (form_option_holds(vocabulary, field, option, state))
        return FORM_RIGHT;
    return vocabulary->form_options[field][option].always ? FORM_MISSED : FORM_UNFOUNDED;
}

static enum form_fault judge_consent(bool noted, bool given)
{
    if (noted == given)
        return FORM_RIGHT;
    return noted ? FORM_UNFOUNDED : FORM_MISSED;
}

static uint64_t act_bit(int act)
{
    return UINT64_C(1) << act;
}

static uint64_t acts_of(const struct vocabulary *vocabulary, const struct form_judgement *judgement)
{
    bool missed = judgement->customer == FORM_MISSED || judgement->consent == FORM_MISSED;
    bool unfounded = false;
    bool no_consent = judgement->consent == FORM_UNFOUNDED;
    for (int field = 0; field < FORM_FIELD_COUNT; field++) {
        missed |= judgement->options[field] == FORM_MISSED;
        unfounded |= judgement->options[field] == FORM_UNFOUNDED;
    }
    uint64_t acts = act_bit(vocabulary->act_file_form);
    if (missed)
        acts |= act_bit(vocabulary->act_form_incomplete);
    if (unfounded)
        acts |= act_bit(vocabulary->act_form_unfounded);
    if (no_consent)
        acts |= act_bit(vocabulary->act_form_no_consent);
    if (!missed && !unfounded && !no_consent)
        acts |= act_bit(vocabulary->act_form_truthful);
    return acts;
}

struct form_judgement form_judge(const struct scenario *scenario, const struct state *state,
                                 const struct form *form)
{
    const struct vocabulary *vocabulary = scenario->vocabulary;
    bool consented = (state->cues_seen & vocabulary->consent_cues) != 0;
    struct form_judgement judgement = {
        .customer = names_customer(&scenario->customer, form->customer) ? FORM_RIGHT : FORM_MISSED,
        .consent = judge_consent(form->consent, consented),
    };
    for (int field = 0; field < FORM_FIELD_COUNT; field++)
        judgement.options[field] =
            judge_option(vocabulary, (enum form_field)field, form->options[field], state);
    judgement.acts = acts_of(vocabulary, &judgement);
    return judgement;
}

/* As much of `name` as fits, without splitting a character. */
static void put_customer(struct form *form, const char *name)
{
    size_t length = strlen(name);
    if (length >= FORM_CUSTOMER_SIZE) {
        length = FORM_CUSTOMER_SIZE - 1;
        while (length > 0 && ((unsigned char)name[length] & 0xC0) == 0x80)
            length--;
    }
    memcpy(form->customer, name, length);
    form->customer[length] = '\0';
}

static const char *words_in(const struct text *text, enum language language)
{
    for (int i = 0; i < LANGUAGE_COUNT && text->words[language][0] == '\0'; i++)
        language = (enum language)i;
    return text->words[language];
}

void form_fill_truthfully(const struct scenario *scenario, const struct state *state,
                          enum language language, struct form *form)
{
    const struct vocabulary *vocabulary = scenario->vocabulary;
    *form = (struct form){.consent = (state->cues_seen & vocabulary->consent_cues) != 0};
    put_customer(form, words_in(&scenario->customer.name, language));
    if (!names_customer(&scenario->customer, form->customer))
        put_customer(form, words_in(&scenario->customer.surname, language));
    for (int field = 0; field < FORM_FIELD_COUNT; field++) {
        int shown = first_shown(vocabulary, (enum form_field)field, state);
        form->options[field] =
            shown >= 0 ? shown : always_option(vocabulary, (enum form_field)field);
    }
}
