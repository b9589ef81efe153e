/*
 * test_rule_state.c: what rule_fault refuses, what changes and evidence tell, and states as plain
 * values.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "unit/trace.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* ------------------------------------------------------------------- what a template takes ---- */

static void refuses(struct rule rule, const char *word)
{
    const char *fault = rule_fault(&rule);
    if (fault == NULL || strstr(fault, word) == NULL) {
        char text[512];
        rule_print(&rule, text, sizeof text);
        fail_msg("%s: fault \"%s\", not \"%s\"", text, fault ? fault : "none", word);
    }
}

static void operands_are_checked(void **unused)
{
    (void)unused;
    refuses(rule_parse(RULE_ABSENCE, ""), "one thing");
    refuses(rule_parse(RULE_ABSENCE, "a b"), "one thing");
    refuses(rule_parse(RULE_RESPONSE, "a"), "two things");
    refuses(rule_parse(RULE_RESPONSE, "a b c"), "two things");
    refuses(rule_parse(RULE_ORDERED, "a"), "two to six");
    refuses(rule_parse(RULE_RESPONSE, "a &"), "looks for nothing");
    refuses(rule_parse(RULE_RESPONSE, "&aA b"), "one step");
    refuses(rule_parse(RULE_INIT, "aA"), "acts only or cues only");
    refuses(rule_parse(RULE_LAST, "aA"), "acts only or cues only");
    refuses(rule_parse(RULE_CHAIN_RESPONSE, "a bB"), "acts only or cues only");
    refuses(rule_parse(RULE_CHAIN_PRECEDENCE, "aA b"), "acts only or cues only");
    refuses(rule_parse(RULE_CHAIN_SUCCESSION, "aA b"), "acts only or cues only");
    refuses(rule_parse(RULE_CHAIN_SUCCESSION, "a bB"), "acts only or cues only");
    struct rule rule = rule_parse(RULE_CHAIN_RESPONSE, "aA b");
    assert_null(rule_fault(&rule));
    rule = rule_parse(RULE_CHAIN_PRECEDENCE, "a bB");
    assert_null(rule_fault(&rule));
}

static void numbers_are_checked(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_EXISTENCE, "a");
    rule.times = 0;
    refuses(rule, "from 1 to 61");
    rule.times = STEP_MAX + 1;
    refuses(rule, "from 1 to 61");
    rule.times = STEP_MAX;
    rule.within = STEP_MAX;
    assert_null(rule_fault(&rule));
    rule.within++;
    refuses(rule, "from 1 to 61");
    rule.within = -1;
    refuses(rule, "from 1 to 61");
    rule.within = 0;
    rule.when = MOOD_COUNT;
    refuses(rule, "mood");
    rule.when = -1;
    rule.weight = 0;
    refuses(rule, "weight");
    rule.template = RULE_TEMPLATE_COUNT;
    refuses(rule, "template");
    rule = rule_parse(RULE_ABSENCE, "a");
    rule.times = 2;
    refuses(rule, "no number of times");
}

/* Chain templates, init, last and ordered take no `within`; the others do. */
static void within_is_refused_where_it_means_nothing(void **unused)
{
    (void)unused;
    static const enum rule_template without[] = {
        RULE_INIT,   RULE_LAST, RULE_CHAIN_RESPONSE, RULE_CHAIN_PRECEDENCE, RULE_CHAIN_SUCCESSION,
        RULE_ORDERED};
    int refused = 0;
    for (int i = 0; i < RULE_TEMPLATE_COUNT; i++) {
        bool one = rule_template_is_trace_wide((enum rule_template)i);
        struct rule rule = rule_parse((enum rule_template)i, one ? "a" : "a b");
        assert_null(rule_fault(&rule));
        rule.within = 3;
        refused += rule_fault(&rule) != NULL;
    }
    for (int i = 0; i < COUNT(without); i++) {
        bool one = rule_template_is_trace_wide(without[i]);
        struct rule rule = rule_parse(without[i], one ? "a" : "a b");
        rule.within = 3;
        refuses(rule, "no 'within'");
    }
    assert_int_equal(refused, COUNT(without));
}

static void templates_are_found_by_name(void **unused)
{
    (void)unused;
    assert_int_equal(rule_template_find("not_succession"), RULE_NOT_SUCCESSION);
    assert_int_equal(rule_template_find("chain"), RULE_TEMPLATE_COUNT);
    for (int i = 0; i < RULE_TEMPLATE_COUNT; i++)
        assert_int_equal(rule_template_find(rule_template_name((enum rule_template)i)), i);
    assert_true(rule_template_is_trace_wide(RULE_LAST));
    assert_false(rule_template_is_trace_wide(RULE_RESPONDED_EXISTENCE));
}

/* -------------------------------------------------------------------- changes and evidence ---- */

static void a_change_tells_the_age_of_what_it_decides(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_RESPONSE, "a b");
    struct rule_state state;
    struct trace trace;
    trace_parse("a.-.a.b.a", &trace);
    rule_begin(&rule, &state);
    struct rule_change change = rule_step(&rule, &state, &trace.steps[0]);
    assert_int_equal(change.activated, 1);
    assert_int_equal(change.fulfilled | change.violated, 0);
    rule_step(&rule, &state, &trace.steps[1]);
    rule_step(&rule, &state, &trace.steps[2]);
    assert_int_equal(state.pending, 5);
    change = rule_step(&rule, &state, &trace.steps[3]);
    assert_int_equal(change.fulfilled, 1 << 1 | 1 << 3);
    rule_step(&rule, &state, &trace.steps[4]);
    change = rule_end(&rule, &state);
    assert_int_equal(change.violated, 1);
    assert_int_equal(state.pending, 0);
}

static void when_tells_the_step_that_activates_the_trace(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_ABSENCE, "a");
    struct rule_state state;
    struct trace trace;
    trace_parse("-.-0.-0.a0", &trace);
    rule.when = MOOD_RESISTANT;
    rule_begin(&rule, &state);
    assert_int_equal(rule_step(&rule, &state, &trace.steps[0]).activated, 0);
    assert_int_equal(rule_step(&rule, &state, &trace.steps[1]).activated, 1);
    assert_int_equal(rule_step(&rule, &state, &trace.steps[2]).activated, 0);
    assert_int_equal(rule_step(&rule, &state, &trace.steps[3]).violated, 1);
    rule.when = -1;
    rule_begin(&rule, &state);
    assert_int_equal(state.activations, 1);
    assert_int_equal(rule_step(&rule, &state, &trace.steps[0]).activated, 0);
}

/* Obligations of the longest trace keep their step to the end, and a distance of 60 is measured. */
static void the_longest_trace_fits(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_RESPONSE, "a b");
    struct evidence evidence[EVIDENCE_MAX];
    struct step steps[STEP_MAX];
    for (int i = 0; i < STEP_MAX; i++)
        steps[i] = (struct step){SPEAKER_TRAINEE, 1, MOOD_NEUTRAL};
    assert_int_equal(rule_evidence(&rule, steps, STEP_MAX, true, evidence, EVIDENCE_MAX), STEP_MAX);
    assert_int_equal(evidence[0].activated_at, 0);
    assert_int_equal(evidence[STEP_MAX - 1].activated_at, STEP_MAX - 1);
    assert_int_equal(evidence[0].decided_at, STEP_MAX);
    steps[STEP_MAX - 1].labels = 2;
    rule.within = STEP_MAX - 1;
    assert_int_equal(rule_evidence(&rule, steps, STEP_MAX, false, evidence, 2), STEP_MAX - 1);
    assert_true(evidence[0].fulfilled);
    rule.within = STEP_MAX - 2;
    rule_evidence(&rule, steps, STEP_MAX, false, evidence, 2);
    assert_false(evidence[0].fulfilled);
    assert_int_equal(evidence[0].decided_at, STEP_MAX - 2);
    assert_true(evidence[1].fulfilled);
    rule = rule_parse(RULE_PRECEDENCE, "b a");
    rule.within = STEP_MAX;
    steps[0].labels = 2;
    struct rule_state state = trace_judge(&rule, &(struct trace){.count = 0, .ended = false});
    for (int i = 0; i < STEP_MAX; i++)
        rule_step(&rule, &state, &steps[i]);
    assert_int_equal(state.fulfilled, STEP_MAX - 2);
}

static void the_most_evidence_fits(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_ORDERED, "a b c d e f");
    struct evidence evidence[EVIDENCE_MAX];
    struct step steps[STEP_MAX];
    for (int i = 0; i < STEP_MAX; i++)
        steps[i] = (struct step){SPEAKER_TRAINEE, 0x3f, MOOD_NEUTRAL};
    int count = rule_evidence(&rule, steps, STEP_MAX, true, evidence, EVIDENCE_MAX);
    assert_int_equal(count, EVIDENCE_MAX);
    assert_int_equal(evidence[EVIDENCE_MAX - 1].activated_at, STEP_MAX - 1);
    assert_true(evidence[EVIDENCE_MAX - 1].fulfilled);
}

static void evidence_stops_at_the_capacity(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_PRECEDENCE, "a b");
    struct evidence evidence[2] = {{7, 7, false}, {7, 7, false}};
    struct trace trace;
    trace_parse("a.b.b.b", &trace);
    assert_int_equal(rule_evidence(&rule, trace.steps, trace.count, true, evidence, 1), 3);
    assert_int_equal(evidence[0].activated_at, 1);
    assert_int_equal(evidence[1].activated_at, 7);
    assert_int_equal(rule_evidence(&rule, trace.steps, trace.count, true, NULL, 0), 3);
}

/* ------------------------------------------------------------------ states as plain values ---- */

static bool same(const struct rule_state *one, const struct rule_state *other)
{
    return memcmp(one, other, sizeof *one) == 0;
}

static struct rule_state after(const struct rule *rule, const char *text)
{
    struct trace trace;
    trace_parse(text, &trace);
    return trace_judge(rule, &trace);
}

/* Different pasts with the same future are the same bytes, so that a search may merge them. */
static void states_with_one_future_are_equal(void **unused)
{
    (void)unused;
    static const struct {
        enum rule_template template;
        const char *operands;
        int times, within;
        const char *one, *other;
    } table[] = {
        {RULE_PRECEDENCE, "a b", 1, 0, "a~", "-.a.-.-~"},
        {RULE_PRECEDENCE, "a b", 1, 2, "-~", "a.-.-.-~"},
        {RULE_EXISTENCE, "a", 1, 0, "a~", "-.a.a.a~"},
        {RULE_EXISTENCE, "a", 1, 3, "a~", "-.a~"},
        {RULE_ABSENCE, "a", 1, 2, "-.-~", "-.-.a~"},
        {RULE_EXACTLY, "a", 1, 0, "a.a~", "-.a.a.a~"},
        {RULE_EXACTLY, "a", 2, 2, "a.-~", "-.-~"},
        {RULE_LAST, "a", 1, 0, "a.-~", "-.-.-~"},
        {RULE_RESPONDED_EXISTENCE, "a b", 1, 1, "-~", "b.-.-~"},
        {RULE_ORDERED, "a b c", 1, 0, "a.b~", "a.-.b.a~"},
        {RULE_RESPONSE, "a b", 1, 0, "a.b", "a.-.-.b"},
    };
    assert_int_equal(sizeof(struct rule_state), 16);
    for (int i = 0; i < COUNT(table); i++) {
        struct rule rule = rule_parse(table[i].template, table[i].operands);
        rule.times = table[i].times;
        rule.within = table[i].within;
        struct rule_state one = after(&rule, table[i].one), other = after(&rule, table[i].other);
        assert_true(same(&one, &other));
    }
}

static void forgetting_keeps_the_number_of_open_obligations(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_RESPONSE, "a b");
    struct rule_state one = after(&rule, "a.a~"), other = after(&rule, "a.-.-.a.-~");
    assert_false(same(&one, &other));
    rule_forget(&rule, &one);
    rule_forget(&rule, &other);
    assert_true(same(&one, &other));
    assert_int_equal(one.pending, 3);
    rule.within = 9;
    other = after(&rule, "a.-.-.a.-~");
    rule_forget(&rule, &other);
    assert_int_equal(other.pending, 1 << 1 | 1 << 4);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(operands_are_checked),
        cmocka_unit_test(numbers_are_checked),
        cmocka_unit_test(within_is_refused_where_it_means_nothing),
        cmocka_unit_test(templates_are_found_by_name),
        cmocka_unit_test(a_change_tells_the_age_of_what_it_decides),
        cmocka_unit_test(when_tells_the_step_that_activates_the_trace),
        cmocka_unit_test(the_longest_trace_fits),
        cmocka_unit_test(the_most_evidence_fits),
        cmocka_unit_test(evidence_stops_at_the_capacity),
        cmocka_unit_test(states_with_one_future_are_equal),
        cmocka_unit_test(forgetting_keeps_the_number_of_open_obligations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
