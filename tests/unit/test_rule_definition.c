/*
 * test_rule_definition.c: the automata against the definitions of rule.h, written as loops over
 * the whole trace, obligation by obligation, on many random rules and traces: `when`, `within`,
 * two speakers, evidence. Then what holds of every state on the way.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "unit/trace.h"

/* ------------------------------------------------ the definitions, as loops over the trace ---- */

struct findings {
    struct evidence pieces[EVIDENCE_MAX];
    int count;
    int activations; /* with those still open */
};

/* An obligation; `decided_at` is trace->count when only the end decides. */
static void find(struct findings *findings, const struct trace *trace, int activated_at,
                 int decided_at, bool fulfilled)
{
    findings->activations++;
    if (decided_at < trace->count || trace->ended)
        findings->pieces[findings->count++] =
            (struct evidence){activated_at, decided_at, fulfilled};
}

static bool has(const struct operand *operand, const struct step *step)
{
    uint64_t own = step->speaker == SPEAKER_TRAINEE ? operand->acts : operand->cues;
    int wanted = 0, found = 0;
    for (int i = 0; i < 64; i++) {
        wanted += (own >> i & 1) != 0;
        found += (own >> i & 1) != 0 && (step->labels >> i & 1) != 0;
    }
    return operand->all ? wanted > 0 && found == wanted : found > 0;
}

static bool has_at(const struct rule *rule, int operand, const struct trace *trace, int at)
{
    return has(&rule->operands[operand], &trace->steps[at]);
}

static bool is_by_speaker_of(const struct operand *operand, const struct step *step)
{
    return step->speaker == SPEAKER_TRAINEE ? operand->acts != 0 : operand->cues != 0;
}

static bool in_mood(const struct rule *rule, const struct step *step)
{
    return rule->when == -1 || rule->when == (int)step->mood;
}

static bool in_reach(const struct rule *rule, int from, int to)
{
    return rule->within == 0 || abs(from - to) <= rule->within;
}

/* Where an obligation of step `at` is decided when what it waits for never came. */
static int horizon(const struct rule *rule, const struct trace *trace, int at)
{
    bool bounded = rule->within > 0 && at + rule->within < trace->count;
    return bounded ? at + rule->within : trace->count;
}

/* The first b from `at` on, or before it when `both_ways`; -1 for none in reach. */
static int find_b(const struct rule *rule, const struct trace *trace, int at, bool both_ways)
{
    for (int i = 0; both_ways && i < at; i++)
        if (has_at(rule, 1, trace, i) && in_reach(rule, i, at))
            return at;
    for (int i = at; i < trace->count; i++)
        if (has_at(rule, 1, trace, i) && in_reach(rule, i, at))
            return i;
    return -1;
}

static void find_waiting(const struct rule *rule, const struct trace *trace, int at,
                         struct findings *findings)
{
    bool both_ways =
        rule->template == RULE_RESPONDED_EXISTENCE || rule->template == RULE_NOT_COEXISTENCE;
    bool negative = rule->template == RULE_NOT_SUCCESSION || rule->template == RULE_NOT_COEXISTENCE;
    int b = find_b(rule, trace, at, both_ways);
    if (b >= 0)
        find(findings, trace, at, b, !negative);
    else
        find(findings, trace, at, horizon(rule, trace, at), negative);
}

static void find_alternate_response(const struct rule *rule, const struct trace *trace, int at,
                                    struct findings *findings)
{
    for (int i = at + 1; i < trace->count && in_reach(rule, i, at); i++)
        if (has_at(rule, 0, trace, i) || has_at(rule, 1, trace, i)) {
            find(findings, trace, at, i, has_at(rule, 1, trace, i));
            return;
        }
    find(findings, trace, at, horizon(rule, trace, at), false);
}

static void find_chain_response(const struct rule *rule, const struct trace *trace, int at,
                                struct findings *findings)
{
    int next = at + 1;
    while (next < trace->count && !is_by_speaker_of(&rule->operands[1], &trace->steps[next]))
        next++;
    find(findings, trace, at, next, next < trace->count && has_at(rule, 1, trace, next));
}

static bool is_preceded(const struct rule *rule, int a, const struct trace *trace, int at,
                        int after)
{
    for (int i = after + 1; i <= at; i++)
        if (has_at(rule, a, trace, i) && in_reach(rule, i, at))
            return true;
    return false;
}

static bool is_alternately_preceded(const struct rule *rule, const struct trace *trace, int at)
{
    int previous = at - 1;
    while (previous >= 0 && !has_at(rule, 1, trace, previous))
        previous--;
    return is_preceded(rule, 0, trace, at, previous);
}

static bool is_chained_to_a(const struct rule *rule, const struct trace *trace, int at)
{
    int previous = at - 1;
    while (previous >= 0 && !is_by_speaker_of(&rule->operands[0], &trace->steps[previous]))
        previous--;
    return previous >= 0 && has_at(rule, 0, trace, previous);
}

/* What step `at` activates as an a. */
static void find_forward(const struct rule *rule, const struct trace *trace, int at,
                         struct findings *findings)
{
    switch (rule->template) {
    case RULE_RESPONDED_EXISTENCE:
    case RULE_RESPONSE:
    case RULE_SUCCESSION:
    case RULE_NOT_COEXISTENCE:
    case RULE_NOT_SUCCESSION:
        find_waiting(rule, trace, at, findings);
        break;
    case RULE_ALTERNATE_RESPONSE:
    case RULE_ALTERNATE_SUCCESSION:
        find_alternate_response(rule, trace, at, findings);
        break;
    case RULE_CHAIN_RESPONSE:
    case RULE_CHAIN_SUCCESSION:
        find_chain_response(rule, trace, at, findings);
        break;
    default:
        break;
    }
}

/* What step `at` activates as a b. */
static void find_backward(const struct rule *rule, const struct trace *trace, int at,
                          struct findings *findings)
{
    switch (rule->template) {
    case RULE_PRECEDENCE:
    case RULE_SUCCESSION:
        find(findings, trace, at, at, is_preceded(rule, 0, trace, at, -1));
        break;
    case RULE_ALTERNATE_PRECEDENCE:
    case RULE_ALTERNATE_SUCCESSION:
        find(findings, trace, at, at, is_alternately_preceded(rule, trace, at));
        break;
    case RULE_CHAIN_PRECEDENCE:
    case RULE_CHAIN_SUCCESSION:
        find(findings, trace, at, at, is_chained_to_a(rule, trace, at));
        break;
    default:
        break;
    }
}

static void find_relation(const struct rule *rule, const struct trace *trace,
                          struct findings *findings)
{
    for (int at = 0; at < trace->count; at++) {
        if (!in_mood(rule, &trace->steps[at]))
            continue;
        if (rule->template == RULE_ORDERED) {
            for (int i = 1; i < rule->operand_count; i++)
                if (has_at(rule, i, trace, at))
                    find(findings, trace, at, at, is_preceded(rule, i - 1, trace, at, -1));
            continue;
        }
        if (has_at(rule, 0, trace, at))
            find_forward(rule, trace, at, findings);
        if (has_at(rule, 1, trace, at))
            find_backward(rule, trace, at, findings);
    }
}

/* The steps a trace-wide rule looks at; returns how many. */
static int look_at(const struct rule *rule, const struct trace *trace, int looked[STEP_MAX])
{
    int count = 0;
    for (int i = 0; i < trace->count && (rule->within == 0 || i < rule->within); i++)
        if (is_by_speaker_of(&rule->operands[0], &trace->steps[i]) &&
            in_mood(rule, &trace->steps[i]))
            looked[count++] = i;
    return count;
}

/* The step at which a is seen for the n-th time; -1 for never. */
static int nth_a(const struct rule *rule, const struct trace *trace, const int *looked, int count,
                 int n)
{
    for (int i = 0; i < count; i++)
        if (has_at(rule, 0, trace, looked[i]) && --n == 0)
            return looked[i];
    return -1;
}

static void find_trace_wide(const struct rule *rule, const struct trace *trace,
                            struct findings *findings)
{
    int looked[STEP_MAX];
    int count = look_at(rule, trace, looked);
    if (count == 0 && rule->when != -1)
        return;
    int end = rule->within > 0 && rule->within <= trace->count ? rule->within - 1 : trace->count;
    int enough = nth_a(rule, trace, looked, count, rule->times);
    int too_many = nth_a(rule, trace, looked, count, rule->times + 1);
    int first = count > 0 ? looked[0] : end, last = count > 0 ? looked[count - 1] : end;
    switch (rule->template) {
    case RULE_EXISTENCE:
        find(findings, trace, enough >= 0 ? enough : end, enough >= 0 ? enough : end, enough >= 0);
        break;
    case RULE_ABSENCE:
        find(findings, trace, enough >= 0 ? enough : end, enough >= 0 ? enough : end, enough < 0);
        break;
    case RULE_EXACTLY:
        end = too_many >= 0 ? too_many : end;
        find(findings, trace, end, end, enough >= 0 && too_many < 0);
        break;
    case RULE_INIT:
        find(findings, trace, first, first, count > 0 && has_at(rule, 0, trace, first));
        break;
    default:
        find(findings, trace, last, end, count > 0 && has_at(rule, 0, trace, last));
        break;
    }
}

static int by_decision(const void *left, const void *right)
{
    const struct evidence *one = left, *other = right;
    if (one->decided_at != other->decided_at)
        return one->decided_at - other->decided_at;
    if (one->activated_at != other->activated_at)
        return one->activated_at - other->activated_at;
    return other->fulfilled - one->fulfilled;
}

static void find_all(const struct rule *rule, const struct trace *trace, struct findings *findings)
{
    *findings = (struct findings){0};
    if (rule_template_is_trace_wide(rule->template))
        find_trace_wide(rule, trace, findings);
    else
        find_relation(rule, trace, findings);
    qsort(findings->pieces, (size_t)findings->count, sizeof *findings->pieces, by_decision);
}

/* --------------------------------------------------------------- random rules and traces ---- */

static uint64_t random_state = 20261121;

/* xorshift64*, so that a failure can be repeated */
static int below(int bound)
{
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return (int)((random_state * UINT64_C(2685821657736338717) >> 33) % (uint64_t)bound);
}

static struct operand random_operand(void)
{
    struct operand operand = {.all = below(4) == 0};
    int kind = below(5);
    if (kind != 0)
        operand.acts = (uint64_t)below(7) + 1;
    if (kind == 0 || (kind == 1 && !operand.all))
        operand.cues = (uint64_t)below(7) + 1;
    return operand;
}

static struct rule random_rule(void)
{
    struct rule rule;
    do {
        enum rule_template template = (enum rule_template)below(RULE_TEMPLATE_COUNT);
        rule = rule_parse(template, "");
        rule.operand_count = template == RULE_ORDERED                ? 2 + below(5)
                             : rule_template_is_trace_wide(template) ? 1
                                                                     : 2;
        for (int i = 0; i < rule.operand_count; i++)
            rule.operands[i] = random_operand();
        rule.times = below(2) ? 1 : 1 + below(3);
        rule.within = below(2) ? 0 : 1 + below(6);
        rule.when = below(2) ? -1 : below(MOOD_COUNT);
    } while (rule_fault(&rule) != NULL);
    return rule;
}

/* Mostly in turn, as conversations are; labels are sparse, so that rules have time to wait. */
static struct trace random_trace(void)
{
    struct trace trace = {.ended = below(4) != 0};
    int length = below(16) == 0 ? below(STEP_MAX + 1) : below(14);
    bool in_turn = below(4) != 0;
    int first = below(2), sparse = 1 + below(4);
    while (trace.count < length) {
        int speaker = in_turn ? (first + trace.count) % 2 : below(2);
        uint64_t labels = below(sparse) == 0 ? (uint64_t)below(8) : 0;
        trace.steps[trace.count++] =
            (struct step){(enum speaker)speaker, labels, (enum mood)below(MOOD_COUNT)};
    }
    return trace;
}

static bool is_same_evidence(const struct evidence *one, const struct evidence *other)
{
    return by_decision(one, other) == 0;
}

static void check_evidence(const struct rule *rule, const struct trace *trace,
                           const struct findings *expected)
{
    struct evidence evidence[EVIDENCE_MAX];
    int count =
        rule_evidence(rule, trace->steps, trace->count, trace->ended, evidence, EVIDENCE_MAX);
    if (count != expected->count)
        trace_fail(rule, trace, "another amount of evidence");
    for (int i = 0; i < count; i++)
        if (!is_same_evidence(&evidence[i], &expected->pieces[i]))
            trace_fail(rule, trace, "other evidence");
}

static void check_counts(const struct rule *rule, const struct trace *trace,
                         const struct findings *expected)
{
    struct rule_state state = trace_judge(rule, trace);
    int fulfilled = 0;
    for (int i = 0; i < expected->count; i++)
        fulfilled += expected->pieces[i].fulfilled;
    if (state.activations != expected->activations || state.fulfilled != fulfilled ||
        state.violated != expected->count - fulfilled)
        trace_fail(rule, trace, "other counts");
}

static void rules_judge_as_they_are_defined(void **unused)
{
    (void)unused;
    int checked[RULE_TEMPLATE_COUNT] = {0}, fulfilled[RULE_TEMPLATE_COUNT] = {0},
        violated[RULE_TEMPLATE_COUNT] = {0};
    struct findings expected;
    for (int i = 0; i < 200000; i++) {
        struct rule rule = random_rule();
        struct trace trace = random_trace();
        find_all(&rule, &trace, &expected);
        check_counts(&rule, &trace, &expected);
        check_evidence(&rule, &trace, &expected);
        checked[rule.template]++;
        for (int k = 0; k < expected.count; k++)
            ++*(expected.pieces[k].fulfilled ? &fulfilled[rule.template]
                                             : &violated[rule.template]);
    }
    for (int i = 0; i < RULE_TEMPLATE_COUNT; i++) {
        assert_true(checked[i] > 1000);
        assert_true(fulfilled[i] > 500);
        assert_true(violated[i] > 500);
    }
}

/* ------------------------------------------------------------------------- invariants ---- */

static bool is_broken(enum verdict verdict)
{
    return verdict == VERDICT_BROKEN || verdict == VERDICT_PARTLY;
}

static void check_invariants(const struct rule *rule, const struct rule_state *before,
                             const struct rule_state *now, const struct trace *trace)
{
    int open = now->activations - now->fulfilled - now->violated;
    if (now->activations < before->activations || now->fulfilled < before->fulfilled ||
        now->violated < before->violated)
        trace_fail(rule, trace, "a count fell");
    if (open < 0)
        trace_fail(rule, trace, "more was decided than arose");
    if (!rule_template_is_trace_wide(rule->template) && open != __builtin_popcountll(now->pending))
        trace_fail(rule, trace, "pending does not hold the open obligations");
    if (is_broken(rule_verdict(rule, before)) && !is_broken(rule_verdict(rule, now)))
        trace_fail(rule, trace, "a broken rule was mended");
}

static void check_end(const struct rule *rule, const struct rule_state *state,
                      const struct trace *trace)
{
    int fulfilled, of;
    bool marked = rule_mark(rule, state, &fulfilled, &of);
    if (state->pending != 0 || state->steps != 0 || state->count != 0)
        trace_fail(rule, trace, "the end left something");
    if (state->fulfilled + state->violated != state->activations)
        trace_fail(rule, trace, "the end left something open");
    if (rule_verdict(rule, state) == VERDICT_OPEN)
        trace_fail(rule, trace, "the end left the rule open");
    if (marked != (of > 0) || fulfilled > of)
        trace_fail(rule, trace, "no mark");
    if (marked && (fulfilled == of) != (rule_verdict(rule, state) == VERDICT_KEPT))
        trace_fail(rule, trace, "the verdict is not that of the mark");
}

static void states_keep_their_invariants(void **unused)
{
    (void)unused;
    for (int i = 0; i < 50000; i++) {
        struct rule rule = random_rule();
        struct trace trace = random_trace();
        struct rule_state state, before;
        rule_begin(&rule, &state);
        for (int k = 0; k < trace.count; k++) {
            before = state;
            rule_step(&rule, &state, &trace.steps[k]);
            check_invariants(&rule, &before, &state, &trace);
        }
        before = state;
        rule_end(&rule, &state);
        check_invariants(&rule, &before, &state, &trace);
        check_end(&rule, &state, &trace);
    }
}

/* A change's bits are obligations that were open or are new, and add up to the counts. */
static void changes_tell_what_the_counts_tell(void **unused)
{
    (void)unused;
    for (int i = 0; i < 50000; i++) {
        struct rule rule = random_rule();
        struct trace trace = random_trace();
        struct rule_state state, before;
        rule_begin(&rule, &state);
        for (int k = 0; k < trace.count; k++) {
            before = state;
            struct rule_change change = rule_step(&rule, &state, &trace.steps[k]);
            if ((change.fulfilled != 0) != (state.fulfilled > before.fulfilled) ||
                (change.violated != 0) != (state.violated > before.violated) ||
                change.activated != (state.activations > before.activations))
                trace_fail(&rule, &trace, "a change hides what happened");
            if (!rule_template_is_trace_wide(rule.template) &&
                ((change.fulfilled | change.violated) & ~(before.pending << 1 | 1)) != 0)
                trace_fail(&rule, &trace, "a change decides what was not open");
        }
    }
}

/* Forgetting ages after each step leaves every later verdict and mark as it was. */
static void forgetting_changes_no_mark(void **unused)
{
    (void)unused;
    for (int i = 0; i < 50000; i++) {
        struct rule rule = random_rule();
        struct trace trace = random_trace();
        struct rule_state state, forgetful;
        rule_begin(&rule, &state);
        rule_begin(&rule, &forgetful);
        for (int k = 0; k < trace.count; k++) {
            rule_step(&rule, &state, &trace.steps[k]);
            rule_step(&rule, &forgetful, &trace.steps[k]);
            rule_forget(&rule, &forgetful);
            struct rule_state other = state;
            rule_forget(&rule, &other);
            if (memcmp(&other, &forgetful, sizeof other) != 0)
                trace_fail(&rule, &trace, "forgetting late and early differ");
        }
        rule_end(&rule, &state);
        rule_end(&rule, &forgetful);
        if (memcmp(&state, &forgetful, sizeof state) != 0)
            trace_fail(&rule, &trace, "forgetting changed the end");
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_judge_as_they_are_defined),
        cmocka_unit_test(states_keep_their_invariants),
        cmocka_unit_test(changes_tell_what_the_counts_tell),
        cmocka_unit_test(forgetting_changes_no_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
