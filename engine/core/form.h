/*
 * form.h: the referral form, and whether it tells the truth.
 *
 * 潜在贵宾客户推荐表 (potential-VIP referral form, FE-1). Six entries: who the customer is, the signal
 * seen, the business done, the need guessed, whether the customer agreed to be contacted, and the
 * outcome (referred / card given / not interested). The form is checked against what the
 * conversation showed: an option is true when one of the acts or cues that the vocabulary lists for
 * it has occurred. The result is a set of acts, which the rules judge like any other:
 *
 *     file-form         always
 *     form-truthful     nothing of what follows
 *     form-incomplete   an entry is "not known" although it was shown, or consent that was given is
 *                       not noted, or the customer is not named
 *     form-unfounded    an option claims what the conversation never showed (CD-3)
 *     form-no-consent   contact is noted as agreed, and the customer never agreed (CD-3)
 *
 * The customer is named when the entry holds the surname in either language, whatever the case. The
 * option that claims nothing is true exactly when no other of its field is. Several others may be
 * true at once; any of them is right, and the first one declared is the model answer.
 */
#ifndef YANLIAN_CORE_FORM_H
#define YANLIAN_CORE_FORM_H

#include "core/state.h"

#define FORM_CUSTOMER_SIZE 128

struct form {
    char customer[FORM_CUSTOMER_SIZE]; /* as typed, cleaned; "" when left empty */
    int options[FORM_FIELD_COUNT];     /* index into the vocabulary's options of that field */
    bool consent;
};

/* What is wrong with one entry, for showing the trainee afterwards. */
enum form_fault { FORM_RIGHT, FORM_MISSED, FORM_UNFOUNDED };

struct form_judgement {
    uint64_t acts; /* see above */
    enum form_fault options[FORM_FIELD_COUNT];
    enum form_fault customer; /* FORM_RIGHT or FORM_MISSED */
    enum form_fault consent;  /* FORM_MISSED: agreed, not noted; FORM_UNFOUNDED: form-no-consent */
};

/* Judges a form that is filed in this state (before it is filed). `form` holds valid indexes. */
struct form_judgement form_judge(const struct scenario *scenario, const struct state *state,
                                 const struct form *form);

/* Whether an option is true in this state. */
bool form_option_holds(const struct vocabulary *vocabulary, enum form_field field, int option,
                       const struct state *state);

/*
 * The form that tells the truth in this state: for simulated trainees and the model answer.
 * `language` is that of the customer's name. It is judged form-truthful wherever the surname is
 * known.
 */
void form_fill_truthfully(const struct scenario *scenario, const struct state *state,
                          enum language language, struct form *form);

#endif
