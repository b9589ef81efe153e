/* form_class.c: the ways in which a referral form can be wrong, each as a form that is. */
#include <string.h>

#include "solve/situations.h"

/* Puts an option that does not hold into some field; false when every option holds. */
static bool claim_unfounded(const struct vocabulary *words, const struct state *state,
                            struct form *form)
{
    for (int field = 0; field < FORM_FIELD_COUNT; field++) {
        for (int i = 0; i < words->form_option_count[field]; i++) {
            if (words->form_options[field][i].always ||
                form_option_holds(words, (enum form_field)field, i, state))
                continue;
            form->options[field] = i;
            return true;
        }
    }
    return false;
}

bool form_of_class(const struct scenario *scenario, const struct state *state,
                   enum form_class class, struct form *form)
{
    const struct vocabulary *words = scenario->vocabulary;
    form_fill_truthfully(scenario, state, LANGUAGE_EN, form);
    if (class & FORM_CLASS_INCOMPLETE)
        memset(form->customer, 0, sizeof form->customer);
    if ((class & FORM_CLASS_UNFOUNDED) && !claim_unfounded(words, state, form))
        return false;
    if (class & FORM_CLASS_NO_CONSENT) {
        if (form->consent)
            return false;
        form->consent = true;
    }
    return true;
}

enum form_class form_class_of(const struct scenario *scenario, uint64_t acts)
{
    const struct vocabulary *words = scenario->vocabulary;
    unsigned class = 0;
    if (acts >> words->act_form_incomplete & 1)
        class |= FORM_CLASS_INCOMPLETE;
    if (acts >> words->act_form_unfounded & 1)
        class |= FORM_CLASS_UNFOUNDED;
    if (acts >> words->act_form_no_consent & 1)
        class |= FORM_CLASS_NO_CONSENT;
    return (enum form_class) class;
}
