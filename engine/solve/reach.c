/* reach.c: what can still happen from a node on. */
#include "solve/reach.h"

#include <stdlib.h>

static uint64_t cues_of(const struct node *node)
{
    uint64_t cues = 0;
    for (int i = 0; i < node->cues.selector.case_count; i++)
        cues |= node->cues.variants[i];
    return cues;
}

static uint64_t form_acts(const struct vocabulary *words)
{
    return UINT64_C(1) << words->act_file_form | UINT64_C(1) << words->act_form_truthful |
           UINT64_C(1) << words->act_form_incomplete | UINT64_C(1) << words->act_form_unfounded |
           UINT64_C(1) << words->act_form_no_consent;
}

static bool add_target(const struct scenario *scenario, struct reach *reach, int from, int to)
{
    uint64_t acts = reach[from].acts | reach[to].acts;
    uint64_t cues = reach[from].cues | reach[to].cues | cues_of(&scenario->nodes[to]);
    bool changed = acts != reach[from].acts || cues != reach[from].cues;
    reach[from].acts = acts;
    reach[from].cues = cues;
    return changed;
}

/* Adds what a node's own answers bring and lead to; true when that was news. */
static bool add_node(const struct scenario *scenario, struct reach *reach, int number)
{
    const struct node *node = &scenario->nodes[number];
    uint64_t before = reach[number].acts;
    bool changed = false;
    for (int i = 0; i < node->response_count; i++) {
        const struct target *target = &node->responses[i].target;
        reach[number].acts |= node->responses[i].acts;
        for (int j = 0; j < target->count; j++)
            changed |= add_target(scenario, reach, number, target->nodes[j]);
    }
    if (node->form_target >= 0) {
        reach[number].acts |= form_acts(scenario->vocabulary);
        changed |= add_target(scenario, reach, number, node->form_target);
    }
    return changed || reach[number].acts != before;
}

struct reach *reach_of(const struct scenario *scenario)
{
    struct reach *reach = calloc((size_t)scenario->node_count + 1, sizeof *reach);
    bool changed = true;
    if (!reach)
        abort();
    for (int i = 0; i < scenario->node_count; i++)
        reach[i].over = scenario->nodes[i].ending >= 0;
    while (changed) {
        changed = false;
        for (int i = 0; i < scenario->node_count; i++)
            changed |= add_node(scenario, reach, i);
    }
    return reach;
}

static bool can_come(const struct reach *reach, const struct operand *operand)
{
    return (operand->acts & reach->acts) || (operand->cues & reach->cues);
}

static bool any_later_can_come(const struct reach *reach, const struct rule *rule)
{
    for (int i = 1; i < rule->operand_count; i++) {
        if (can_come(reach, &rule->operands[i]))
            return true;
    }
    return false;
}

/* The trace activates these; with `when`, a step in that mood does, whatever it carries. */
static bool trace_wide_settled(const struct reach *reach, const struct rule *rule,
                               const struct rule_state *state)
{
    if (state->fulfilled + state->violated > 0)
        return true;
    if (rule->template == RULE_INIT || rule->template == RULE_LAST ||
        (rule->when >= 0 && state->activations == 0))
        return false;
    return !can_come(reach, &rule->operands[0]);
}

bool reach_settles(const struct reach *reach, const struct rule *rule,
                   const struct rule_state *state)
{
    if (reach->over)
        return true;
    if (rule_template_is_trace_wide(rule->template))
        return trace_wide_settled(reach, rule, state);
    bool a = can_come(reach, &rule->operands[0]);
    bool b = can_come(reach, &rule->operands[1]);
    switch (rule->template) {
    case RULE_PRECEDENCE:
    case RULE_ALTERNATE_PRECEDENCE:
    case RULE_CHAIN_PRECEDENCE:
        return !b;
    case RULE_SUCCESSION:
    case RULE_ALTERNATE_SUCCESSION:
    case RULE_CHAIN_SUCCESSION:
        return !a && !b;
    case RULE_ORDERED:
        return !any_later_can_come(reach, rule);
    default: /* activated by a; what is open waits for b */
        return !a && !(state->pending && b);
    }
}

uint32_t reach_seen(const struct reach *reach, const struct rule *rule)
{
    uint32_t bits = reach->over;
    for (int i = 0; i < rule->operand_count; i++)
        bits |= (uint32_t)can_come(reach, &rule->operands[i]) << (i + 1);
    return bits;
}
