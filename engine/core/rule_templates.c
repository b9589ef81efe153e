/*
 * rule_templates.c: what the templates are called and what each of them takes.
 */
#include <string.h>

#include "core/rule.h"

static const struct {
    const char *name;
    int operands; /* for `ordered`, at most */
} templates[RULE_TEMPLATE_COUNT] = {
#define X(name, text, operands) [RULE_##name] = {text, operands},
    RULE_TEMPLATES(X)
#undef X
};

enum rule_template rule_template_find(const char *name)
{
    int i = 0;
    while (i < RULE_TEMPLATE_COUNT && strcmp(templates[i].name, name) != 0)
        i++;
    return (enum rule_template)i;
}

const char *rule_template_name(enum rule_template template)
{
    return templates[template].name;
}

bool rule_template_is_trace_wide(enum rule_template template)
{
    return template <= RULE_LAST;
}

static bool takes_times(enum rule_template template)
{
    return template == RULE_EXISTENCE || template == RULE_EXACTLY;
}

static bool takes_within(enum rule_template template)
{
    switch (template) {
    case RULE_INIT:
    case RULE_LAST:
    case RULE_CHAIN_RESPONSE:
    case RULE_CHAIN_PRECEDENCE:
    case RULE_CHAIN_SUCCESSION:
    case RULE_ORDERED:
        return false;
    default:
        return true;
    }
}

/* The operand is one of a "first", "last" or "next" step, so that its speaker must be known. */
static bool needs_speaker(enum rule_template template, int index)
{
    switch (template) {
    case RULE_INIT:
    case RULE_LAST:
    case RULE_CHAIN_PRECEDENCE:
        return index == 0;
    case RULE_CHAIN_RESPONSE:
        return index == 1;
    case RULE_CHAIN_SUCCESSION:
        return true;
    default:
        return false;
    }
}

static const char *operand_fault(const struct rule *rule)
{
    int operands = templates[rule->template].operands;
    if (rule->template == RULE_ORDERED) {
        if (rule->operand_count < 2 || rule->operand_count > operands)
            return "takes two to six things to look for";
    } else if (rule->operand_count != operands) {
        return operands == 1 ? "takes one thing to look for" : "takes two things to look for";
    }
    for (int i = 0; i < rule->operand_count; i++) {
        const struct operand *operand = &rule->operands[i];
        bool mixed = operand->acts != 0 && operand->cues != 0;
        if (operand->acts == 0 && operand->cues == 0)
            return "looks for nothing: name an act or a cue";
        if (mixed && operand->all)
            return "wants acts and cues on one step, but a step has one speaker: split the 'all'";
        if (mixed && needs_speaker(rule->template, i))
            return "speaks of somebody's first, last or next step: name acts only or cues only";
    }
    return NULL;
}

const char *rule_fault(const struct rule *rule)
{
    if ((int)rule->template <0 || rule->template >= RULE_TEMPLATE_COUNT)
        return "has no known template";
    const char *fault = operand_fault(rule);
    if (fault != NULL)
        return fault;
    if (!takes_times(rule->template) && rule->times != 1)
        return "takes no number of times";
    if (rule->times < 1 || rule->times > STEP_MAX)
        return "needs a number of times from 1 to 61, the longest conversation";
    if (!takes_within(rule->template) && rule->within != 0)
        return "takes no 'within'";
    if (rule->within < 0 || rule->within > STEP_MAX)
        return "needs a 'within' from 1 to 61 steps, the longest conversation";
    if (rule->when < -1 || rule->when >= MOOD_COUNT)
        return "has an unknown mood in 'when'";
    if (rule->weight < 1)
        return "needs a weight of 1 or more";
    return NULL;
}
