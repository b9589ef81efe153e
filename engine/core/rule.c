/*
 * rule.c: the templates as automata. Three kinds: templates that the trace activates, templates
 * that look forward (their obligations wait in `pending`), and templates that look back (decided
 * at once from `since` or `seen`). A succession runs one of each.
 */
#include "core/rule.h"

#include <string.h>

#define ALL_AGES (~UINT64_C(0))

/* The chain forms remember only whether the latest step of the speaker had a. */
enum { SINCE_NEVER = 0, SINCE_NOW = 1 };

/* What a step is to the operands a and b of a relation. */
struct sight {
    bool a, b;
    bool in_mood;    /* the step may activate */
    bool of_a, of_b; /* its speaker is one who can carry it */
};

static bool in_mood(const struct rule *rule, const struct step *step)
{
    return rule->when < 0 || (int)step->mood == rule->when;
}

static uint64_t wanted_of(const struct operand *operand, const struct step *step)
{
    return step->speaker == SPEAKER_CUSTOMER ? operand->cues : operand->acts;
}

static bool has_all_or_any(uint64_t labels, uint64_t wanted, bool all)
{
    uint64_t found = labels & wanted;
    return found != 0 && (!all || found == wanted);
}

bool operand_matches(const struct operand *operand, const struct step *step)
{
    return has_all_or_any(step->labels, wanted_of(operand, step), operand->all);
}

static struct sight look(const struct rule *rule, const struct step *step)
{
    uint64_t a = wanted_of(&rule->operands[0], step);
    uint64_t b = wanted_of(&rule->operands[1], step);
    return (struct sight){
        .a = has_all_or_any(step->labels, a, rule->operands[0].all),
        .b = has_all_or_any(step->labels, b, rule->operands[1].all),
        .in_mood = in_mood(rule, step),
        .of_a = a != 0,
        .of_b = b != 0,
    };
}

static uint16_t plus(uint16_t count, uint64_t bits)
{
    return (uint16_t)(count + __builtin_popcountll(bits));
}

/* ------------------------------------------------------- obligations that look forward ---- */

static void arise(struct rule_state *state, struct rule_change *change)
{
    state->pending |= 1;
    state->activations++;
    change->activated |= 1;
}

static void fulfil(struct rule_state *state, struct rule_change *change, uint64_t ages)
{
    uint64_t bits = state->pending & ages;
    state->pending &= ~bits;
    state->fulfilled = plus(state->fulfilled, bits);
    change->fulfilled |= bits;
}

static void violate(struct rule_state *state, struct rule_change *change, uint64_t ages)
{
    uint64_t bits = state->pending & ages;
    state->pending &= ~bits;
    state->violated = plus(state->violated, bits);
    change->violated |= bits;
}

/* Ages that `within` lets go no further than this step. */
static uint64_t last_chance(const struct rule *rule)
{
    return rule->within > 0 ? UINT64_C(1) << rule->within : 0;
}

/* `since` grows by a step, and forgets what is out of reach. */
static void age_since(const struct rule *rule, struct rule_state *state)
{
    if (rule->within == 0 || state->since == SINCE_NEVER)
        return;
    state->since++;
    if (state->since > rule->within + 1)
        state->since = SINCE_NEVER;
}

static void step_response(const struct rule *rule, const struct sight *sight,
                          struct rule_state *state, struct rule_change *change)
{
    state->pending <<= 1;
    if (sight->a && sight->in_mood)
        arise(state, change);
    if (sight->b)
        fulfil(state, change, ALL_AGES);
    else
        violate(state, change, last_chance(rule));
}

static void step_alternate_response(const struct rule *rule, const struct sight *sight,
                                    struct rule_state *state, struct rule_change *change)
{
    state->pending <<= 1;
    if (sight->b)
        fulfil(state, change, ALL_AGES);
    else
        violate(state, change, sight->a ? ALL_AGES : last_chance(rule));
    if (sight->a && sight->in_mood)
        arise(state, change);
}

static void step_chain_response(const struct sight *sight, struct rule_state *state,
                                struct rule_change *change)
{
    state->pending <<= 1;
    if (sight->b)
        fulfil(state, change, ALL_AGES);
    else if (sight->of_b)
        violate(state, change, ALL_AGES);
    if (sight->a && sight->in_mood)
        arise(state, change);
}

static void step_responded_existence(const struct rule *rule, const struct sight *sight,
                                     struct rule_state *state, struct rule_change *change)
{
    state->pending <<= 1;
    age_since(rule, state);
    if (sight->b)
        state->since = SINCE_NOW;
    if (sight->a && sight->in_mood)
        arise(state, change);
    /* What is still open met no b so far; a remembered one is of this step, or before this a. */
    if (state->since != SINCE_NEVER)
        fulfil(state, change, ALL_AGES);
    else
        violate(state, change, last_chance(rule));
}

static void step_not_coexistence(const struct rule *rule, const struct sight *sight,
                                 struct rule_state *state, struct rule_change *change)
{
    state->pending <<= 1;
    age_since(rule, state);
    if (sight->b)
        state->since = SINCE_NOW;
    if (sight->a && sight->in_mood)
        arise(state, change);
    if (state->since != SINCE_NEVER)
        violate(state, change, ALL_AGES);
    else
        fulfil(state, change, last_chance(rule));
}

static void step_not_succession(const struct rule *rule, const struct sight *sight,
                                struct rule_state *state, struct rule_change *change)
{
    state->pending <<= 1;
    if (sight->a && sight->in_mood)
        arise(state, change);
    if (sight->b)
        violate(state, change, ALL_AGES);
    else
        fulfil(state, change, last_chance(rule));
}

/* ---------------------------------------------------------- obligations that look back ---- */

static void settle(struct rule_state *state, struct rule_change *change, bool fulfilled)
{
    state->activations++;
    change->activated |= 1;
    if (fulfilled) {
        state->fulfilled++;
        change->fulfilled |= 1;
    } else {
        state->violated++;
        change->violated |= 1;
    }
}

static void step_precedence(const struct rule *rule, const struct sight *sight,
                            struct rule_state *state, struct rule_change *change)
{
    age_since(rule, state);
    if (sight->a)
        state->since = SINCE_NOW;
    if (sight->b && sight->in_mood)
        settle(state, change, state->since != SINCE_NEVER);
}

static void step_alternate_precedence(const struct rule *rule, const struct sight *sight,
                                      struct rule_state *state, struct rule_change *change)
{
    step_precedence(rule, sight, state, change);
    if (sight->b)
        state->since = SINCE_NEVER; /* an a serves one b */
}

static void step_chain_precedence(const struct sight *sight, struct rule_state *state,
                                  struct rule_change *change)
{
    if (sight->b && sight->in_mood)
        settle(state, change, state->since != SINCE_NEVER);
    if (sight->of_a)
        state->since = sight->a ? SINCE_NOW : SINCE_NEVER;
}

static void step_ordered(const struct rule *rule, const struct step *step, struct rule_state *state,
                         struct rule_change *change)
{
    unsigned here = 0;
    for (int i = 0; i < rule->operand_count; i++)
        here |= operand_matches(&rule->operands[i], step) ? 1U << i : 0;
    if (here == 0)
        return;
    unsigned seen = state->seen | here;
    state->seen = (uint8_t)seen;
    if (!in_mood(rule, step))
        return;
    for (int i = 1; i < rule->operand_count; i++)
        if (here & 1U << i)
            settle(state, change, (seen & 1U << (i - 1)) != 0);
}

/* ------------------------------------------------------ templates that the trace activates ---- */

static bool is_decided(const struct rule_state *state)
{
    return state->fulfilled + state->violated > 0;
}

static void decide(struct rule_state *state, struct rule_change *change, bool fulfilled)
{
    state->steps = 0;
    state->count = 0;
    if (fulfilled) {
        state->fulfilled = 1;
        change->fulfilled = 1;
    } else {
        state->violated = 1;
        change->violated = 1;
    }
}

/* No step that could be looked at is left. */
static void decide_at_last(const struct rule *rule, struct rule_state *state,
                           struct rule_change *change)
{
    switch (rule->template) {
    case RULE_ABSENCE:
        decide(state, change, true);
        break;
    case RULE_EXACTLY:
        decide(state, change, state->count == rule->times);
        break;
    case RULE_LAST:
        decide(state, change, state->since != SINCE_NEVER);
        break;
    default: /* existence and init would have been fulfilled by now */
        decide(state, change, false);
        break;
    }
}

/* A step that the rule looks at, had a or not. */
static void see(const struct rule *rule, bool had_a, struct rule_state *state,
                struct rule_change *change)
{
    switch (rule->template) {
    case RULE_INIT:
        decide(state, change, had_a);
        break;
    case RULE_LAST:
        state->since = had_a ? SINCE_NOW : SINCE_NEVER;
        break;
    default:
        if (!had_a)
            break;
        state->count++;
        if (rule->template == RULE_ABSENCE || state->count > rule->times)
            decide(state, change, false);
        else if (rule->template == RULE_EXISTENCE && state->count == rule->times)
            decide(state, change, true);
        break;
    }
}

static void step_trace_wide(const struct rule *rule, const struct sight *sight,
                            struct rule_state *state, struct rule_change *change)
{
    if (is_decided(state) || (rule->within > 0 && state->steps >= rule->within))
        return;
    if (rule->within > 0)
        state->steps++;
    bool was_last = rule->within > 0 && state->steps == rule->within;
    if (sight->of_a && sight->in_mood) {
        if (state->activations == 0) {
            state->activations = 1;
            change->activated = 1;
        }
        see(rule, sight->a, state, change);
    }
    if (was_last && state->activations > 0 && !is_decided(state))
        decide_at_last(rule, state, change);
}

/* -------------------------------------------------------------------------- front door ---- */

void rule_begin(const struct rule *rule, struct rule_state *state)
{
    memset(state, 0, sizeof *state);
    if (rule_template_is_trace_wide(rule->template) && rule->when < 0)
        state->activations = 1;
}

struct rule_change rule_step(const struct rule *rule, struct rule_state *state,
                             const struct step *step)
{
    struct rule_change result = {0};
    struct rule_change *change = &result;
    struct sight sight = look(rule, step);
    switch (rule->template) {
    case RULE_EXISTENCE:
    case RULE_ABSENCE:
    case RULE_EXACTLY:
    case RULE_INIT:
    case RULE_LAST:
        step_trace_wide(rule, &sight, state, change);
        break;
    case RULE_RESPONDED_EXISTENCE:
        step_responded_existence(rule, &sight, state, change);
        break;
    case RULE_RESPONSE:
        step_response(rule, &sight, state, change);
        break;
    case RULE_ALTERNATE_RESPONSE:
        step_alternate_response(rule, &sight, state, change);
        break;
    case RULE_CHAIN_RESPONSE:
        step_chain_response(&sight, state, change);
        break;
    case RULE_PRECEDENCE:
        step_precedence(rule, &sight, state, change);
        break;
    case RULE_ALTERNATE_PRECEDENCE:
        step_alternate_precedence(rule, &sight, state, change);
        break;
    case RULE_CHAIN_PRECEDENCE:
        step_chain_precedence(&sight, state, change);
        break;
    case RULE_SUCCESSION:
        step_response(rule, &sight, state, change);
        step_precedence(rule, &sight, state, change);
        break;
    case RULE_ALTERNATE_SUCCESSION:
        step_alternate_response(rule, &sight, state, change);
        step_alternate_precedence(rule, &sight, state, change);
        break;
    case RULE_CHAIN_SUCCESSION:
        step_chain_response(&sight, state, change);
        step_chain_precedence(&sight, state, change);
        break;
    case RULE_NOT_COEXISTENCE:
        step_not_coexistence(rule, &sight, state, change);
        break;
    case RULE_NOT_SUCCESSION:
        step_not_succession(rule, &sight, state, change);
        break;
    case RULE_ORDERED:
        step_ordered(rule, step, state, change);
        break;
    case RULE_TEMPLATE_COUNT:
        break;
    }
    return result;
}

struct rule_change rule_end(const struct rule *rule, struct rule_state *state)
{
    struct rule_change change = {0};
    if (rule_template_is_trace_wide(rule->template)) {
        if (state->activations > 0 && !is_decided(state))
            decide_at_last(rule, state, &change);
    } else if (rule->template == RULE_NOT_COEXISTENCE || rule->template == RULE_NOT_SUCCESSION) {
        fulfil(state, &change, ALL_AGES);
    } else {
        violate(state, &change, ALL_AGES);
    }
    state->steps = 0;
    state->since = SINCE_NEVER;
    return change;
}

void rule_forget(const struct rule *rule, struct rule_state *state)
{
    if (rule->within == 0)
        state->pending = (UINT64_C(1) << __builtin_popcountll(state->pending)) - 1;
}

enum verdict rule_verdict(const struct rule *rule, const struct rule_state *state)
{
    (void)rule;
    if (state->activations == 0)
        return VERDICT_NOT_ACTIVATED;
    if (state->violated > 0)
        return state->fulfilled > 0 ? VERDICT_PARTLY : VERDICT_BROKEN;
    return state->fulfilled == state->activations ? VERDICT_KEPT : VERDICT_OPEN;
}

bool rule_mark(const struct rule *rule, const struct rule_state *state, int *fulfilled, int *of)
{
    (void)rule;
    *fulfilled = state->fulfilled;
    *of = state->activations;
    return state->activations > 0;
}
