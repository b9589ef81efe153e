/*
 * test_form.c: the referral form against what a conversation showed, with a small vocabulary.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "core/form.h"

enum act { ACT_ASK, ACT_FILE, ACT_TRUTHFUL, ACT_INCOMPLETE, ACT_UNFOUNDED, ACT_NO_CONSENT };
enum cue { CUE_DEPOSIT, CUE_BOARD, CUE_GROWTH, CUE_CONSENT, CUE_PHONE, CUE_MEETS };

#define BIT(index) (UINT64_C(1) << (index))

static const struct form_option signal_options[] = {
    {.term = {.id = "deposit"}, .cues = BIT(CUE_DEPOSIT)},
    {.term = {.id = "board"}, .cues = BIT(CUE_BOARD)},
    {.term = {.id = "unknown"}, .always = true},
};
static const struct form_option business_options[] = {
    {.term = {.id = "none"}, .always = true}, /* declared first, and yet claims nothing */
    {.term = {.id = "deposit"}, .cues = BIT(CUE_DEPOSIT)},
};
static const struct form_option need_options[] = {
    {.term = {.id = "growth"}, .cues = BIT(CUE_GROWTH), .acts = BIT(ACT_ASK)},
    {.term = {.id = "unknown"}, .always = true},
};
static const struct form_option outcome_options[] = {
    {.term = {.id = "referred"}, .cues = BIT(CUE_MEETS)},
    {.term = {.id = "not-interested"}, .always = true},
};

static const struct vocabulary vocabulary = {
    .form_options = {signal_options, business_options, need_options, outcome_options},
    .form_option_count = {3, 2, 2, 2},
    .consent_cues = BIT(CUE_CONSENT) | BIT(CUE_PHONE),
    .act_file_form = ACT_FILE,
    .act_form_truthful = ACT_TRUTHFUL,
    .act_form_incomplete = ACT_INCOMPLETE,
    .act_form_unfounded = ACT_UNFOUNDED,
    .act_form_no_consent = ACT_NO_CONSENT,
};

static const struct scenario scenario = {
    .customer = {.name = {.words = {"王先生", "Mr Wang"}}, .surname = {.words = {"王", "Wang"}}},
    .vocabulary = &vocabulary,
};

/* Nothing shown, nothing claimed, the customer named. */
static const struct form blank = {.customer = "王先生", .options = {2, 0, 1, 1}};

static void assert_acts(const struct state *state, const struct form *form, uint64_t acts)
{
    assert_int_equal(form_judge(&scenario, state, form).acts, BIT(ACT_FILE) | acts);
}

static void a_blank_form_is_true_when_nothing_was_shown(void **unused)
{
    (void)unused;
    struct state state = {0};
    struct form_judgement judgement = form_judge(&scenario, &state, &blank);
    assert_int_equal(judgement.acts, BIT(ACT_FILE) | BIT(ACT_TRUTHFUL));
    assert_int_equal(judgement.customer, FORM_RIGHT);
    assert_int_equal(judgement.consent, FORM_RIGHT);
    for (int i = 0; i < FORM_FIELD_COUNT; i++)
        assert_int_equal(judgement.options[i], FORM_RIGHT);
}

static void an_option_that_was_shown_is_right(void **unused)
{
    (void)unused;
    struct state state = {.cues_seen = BIT(CUE_DEPOSIT) | BIT(CUE_BOARD) | BIT(CUE_MEETS)};
    struct form form = {.customer = "王", .options = {0, 1, 1, 0}};
    assert_acts(&state, &form, BIT(ACT_TRUTHFUL));
    form.options[FORM_SIGNAL] = 1; /* several may be true; any of them is right */
    assert_acts(&state, &form, BIT(ACT_TRUTHFUL));
}

static void not_known_although_shown_is_incomplete(void **unused)
{
    (void)unused;
    struct state state = {.cues_seen = BIT(CUE_DEPOSIT)};
    struct form_judgement judgement = form_judge(&scenario, &state, &blank);
    assert_int_equal(judgement.acts, BIT(ACT_FILE) | BIT(ACT_INCOMPLETE));
    assert_int_equal(judgement.options[FORM_SIGNAL], FORM_MISSED);
    assert_int_equal(judgement.options[FORM_BUSINESS], FORM_MISSED);
    assert_int_equal(judgement.options[FORM_NEED], FORM_RIGHT);
    assert_int_equal(judgement.options[FORM_OUTCOME], FORM_RIGHT);
}

static void a_claim_that_was_not_shown_is_unfounded(void **unused)
{
    (void)unused;
    struct state state = {0};
    struct form form = blank;
    form.options[FORM_NEED] = 0;
    struct form_judgement judgement = form_judge(&scenario, &state, &form);
    assert_int_equal(judgement.acts, BIT(ACT_FILE) | BIT(ACT_UNFOUNDED));
    assert_int_equal(judgement.options[FORM_NEED], FORM_UNFOUNDED);
    state.cues_seen = BIT(CUE_BOARD); /* another signal than the one that was claimed */
    form = blank;
    form.options[FORM_SIGNAL] = 0;
    assert_acts(&state, &form, BIT(ACT_UNFOUNDED));
}

/* Acts show as well as cues, and a cue's number is not mistaken for an act's. */
static void acts_and_cues_are_told_apart(void **unused)
{
    (void)unused;
    struct state state = {.acts_seen = BIT(ACT_ASK)};
    assert_true(form_option_holds(&vocabulary, FORM_NEED, 0, &state));
    assert_false(form_option_holds(&vocabulary, FORM_NEED, 1, &state));
    assert_false(form_option_holds(&vocabulary, FORM_SIGNAL, 0, &state));
    state = (struct state){.cues_seen = BIT(CUE_DEPOSIT)};
    assert_false(form_option_holds(&vocabulary, FORM_NEED, 0, &state));
    assert_true(form_option_holds(&vocabulary, FORM_SIGNAL, 0, &state));
    assert_false(form_option_holds(&vocabulary, FORM_SIGNAL, 2, &state));
    assert_false(form_option_holds(&vocabulary, FORM_BUSINESS, 0, &state));
}

static void consent_must_be_given_and_noted(void **unused)
{
    (void)unused;
    struct state silent = {0}, given = {.cues_seen = BIT(CUE_PHONE)};
    struct form noted = blank;
    noted.consent = true;
    assert_acts(&silent, &noted, BIT(ACT_NO_CONSENT));
    assert_int_equal(form_judge(&scenario, &silent, &noted).consent, FORM_UNFOUNDED);
    assert_acts(&given, &blank, BIT(ACT_INCOMPLETE));
    assert_int_equal(form_judge(&scenario, &given, &blank).consent, FORM_MISSED);
    assert_acts(&given, &noted, BIT(ACT_TRUTHFUL));
}

static void the_customer_is_known_by_the_surname(void **unused)
{
    (void)unused;
    static const char *const right[] = {"王", "王先生", "客户王某", "Wang", "mr wang", "WANG Wei"};
    static const char *const wrong[] = {"", "张先生", "Wan", "Mr W"};
    struct state state = {0};
    struct form form = blank;
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        snprintf(form.customer, sizeof form.customer, "%s", right[i]);
        assert_acts(&state, &form, BIT(ACT_TRUTHFUL));
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        snprintf(form.customer, sizeof form.customer, "%s", wrong[i]);
        assert_acts(&state, &form, BIT(ACT_INCOMPLETE));
        assert_int_equal(form_judge(&scenario, &state, &form).customer, FORM_MISSED);
    }
}

/* A surname that is missing in one language is in no name. */
static void a_missing_surname_matches_nothing(void **unused)
{
    (void)unused;
    struct scenario untranslated = scenario;
    untranslated.customer.surname.words[LANGUAGE_EN] = "";
    struct state state = {0};
    struct form form = blank;
    assert_int_equal(form_judge(&untranslated, &state, &form).customer, FORM_RIGHT);
    snprintf(form.customer, sizeof form.customer, "%s", "Zhang");
    assert_int_equal(form_judge(&untranslated, &state, &form).customer, FORM_MISSED);
}

static void every_fault_is_an_act_of_its_own(void **unused)
{
    (void)unused;
    struct state state = {.cues_seen = BIT(CUE_DEPOSIT)};
    struct form form = {.customer = "", .options = {2, 1, 0, 0}, .consent = true};
    assert_acts(&state, &form, BIT(ACT_INCOMPLETE) | BIT(ACT_UNFOUNDED) | BIT(ACT_NO_CONSENT));
}

static void the_first_option_shown_is_the_model_answer(void **unused)
{
    (void)unused;
    struct state state = {.cues_seen = BIT(CUE_DEPOSIT) | BIT(CUE_BOARD) | BIT(CUE_CONSENT)};
    struct form form;
    form_fill_truthfully(&scenario, &state, LANGUAGE_EN, &form);
    assert_string_equal(form.customer, "Mr Wang");
    assert_int_equal(form.options[FORM_SIGNAL], 0);
    assert_int_equal(form.options[FORM_BUSINESS], 1);
    assert_int_equal(form.options[FORM_NEED], 1);
    assert_int_equal(form.options[FORM_OUTCOME], 1);
    assert_true(form.consent);
    form_fill_truthfully(&scenario, &(struct state){0}, LANGUAGE_ZH, &form);
    assert_string_equal(form.customer, "王先生");
    assert_int_equal(form.options[FORM_BUSINESS], 0);
    assert_false(form.consent);
}

/* Whatever was shown, the model answer is judged truthful. */
static void the_model_answer_is_truthful(void **unused)
{
    (void)unused;
    int judged = 0;
    for (uint64_t shown = 0; shown < 128; shown++) {
        struct state state = {.cues_seen = shown & 63, .acts_seen = shown >> 6};
        struct form form;
        form_fill_truthfully(&scenario, &state, (enum language)(shown % 2), &form);
        assert_acts(&state, &form, BIT(ACT_TRUTHFUL));
        judged++;
    }
    assert_int_equal(judged, 128);
}

static void the_model_answer_names_the_customer(void **unused)
{
    (void)unused;
    struct scenario other = scenario;
    struct form form;
    struct state state = {0};
    other.customer.name = (struct text){.words = {"那位女士", ""}};
    form_fill_truthfully(&other, &state, LANGUAGE_EN, &form);
    assert_string_equal(form.customer, "Wang");
    other.customer.surname.words[LANGUAGE_EN] = "";
    form_fill_truthfully(&other, &state, LANGUAGE_EN, &form);
    assert_string_equal(form.customer, "王");
    assert_int_equal(form_judge(&other, &state, &form).customer, FORM_RIGHT);
}

static void a_long_name_is_cut_between_characters(void **unused)
{
    (void)unused;
    char name[3 * 60 + 1] = "";
    for (size_t i = 0; i < 60; i++)
        snprintf(&name[3 * i], 4, "王");
    struct scenario other = scenario;
    other.customer.name = (struct text){.words = {name, name}};
    struct form form;
    form_fill_truthfully(&other, &(struct state){0}, LANGUAGE_ZH, &form);
    assert_int_equal(strlen(form.customer), 126);
    assert_int_equal(strncmp(form.customer, name, 126), 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_blank_form_is_true_when_nothing_was_shown),
        cmocka_unit_test(an_option_that_was_shown_is_right),
        cmocka_unit_test(not_known_although_shown_is_incomplete),
        cmocka_unit_test(a_claim_that_was_not_shown_is_unfounded),
        cmocka_unit_test(acts_and_cues_are_told_apart),
        cmocka_unit_test(consent_must_be_given_and_noted),
        cmocka_unit_test(the_customer_is_known_by_the_surname),
        cmocka_unit_test(a_missing_surname_matches_nothing),
        cmocka_unit_test(every_fault_is_an_act_of_its_own),
        cmocka_unit_test(the_first_option_shown_is_the_model_answer),
        cmocka_unit_test(the_model_answer_is_truthful),
        cmocka_unit_test(the_model_answer_names_the_customer),
        cmocka_unit_test(a_long_name_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
