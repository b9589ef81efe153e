/* state.c: stepping a conversation. */
#include "core/state.h"

#include <assert.h>
#include <string.h>

#include "base/random.h"

static_assert(sizeof(struct state) == 64, "no padding: states are compared as bytes");

static int clamp(int64_t value, int low, int high)
{
    if (value < low)
        return low;
    return value > high ? high : (int)value;
}

void state_set_variable(const struct scenario *scenario, struct state *state, int variable,
                        int64_t value)
{
    assert(variable >= 0 && variable < scenario->variable_count);
    const struct variable *declared = &scenario->variables[variable];
    state->variables[variable] = (int16_t)clamp(value, declared->low, declared->high);
}

static void apply_change(const struct scenario *scenario, const struct change *change,
                         struct state *state)
{
    switch (change->kind) {
    case CHANGE_VARIABLE:
        state_set_variable(scenario, state, change->variable,
                           change->set
                               ? change->amount
                               : (int64_t)state->variables[change->variable] + change->amount);
        break;
    case CHANGE_MOOD:
        state->mood = (uint8_t)clamp(change->set ? change->amount : state->mood + change->amount, 0,
                                     MOOD_COUNT - 1);
        break;
    case CHANGE_FAMILIARITY:
        state->familiarity = (uint8_t)clamp(
            change->set ? change->amount : state->familiarity + change->amount, 0, FAMILIARITY_MAX);
        break;
    }
}

static bool apply_effect(const struct scenario *scenario, const struct evaluator *evaluator,
                         const struct effect *effect, struct state *state, struct error *error)
{
    for (int i = 0; i < effect->change_count; i++)
        apply_change(scenario, &effect->changes[i], state);
    if (effect->function == FUNCTION_NONE)
        return true;
    return evaluator->effect(evaluator->self, effect->function, state, error);
}

static bool choose(const struct evaluator *evaluator, const struct selector *selector,
                   const struct state *state, int *index, struct error *error)
{
    *index = 0;
    if (selector->function == FUNCTION_NONE)
        return true;
    return evaluator->choose(evaluator->self, selector->function, state, index, selector, error);
}

int state_roll(const struct target *target, uint64_t roll)
{
    uint64_t left = roll % target->weight_sum;
    int index = 0;
    while (left >= target->weights[index])
        left -= target->weights[index++];
    return index;
}

static bool resolve_target(const struct evaluator *evaluator, const struct target *target,
                           uint64_t roll, const struct state *state, int *node, struct error *error)
{
    int index = 0;
    if (target->kind == TARGET_CHANCE)
        index = state_roll(target, roll);
    else if (target->kind == TARGET_CHOSEN &&
             !choose(evaluator, &target->selector, state, &index, error))
        return false;
    *node = target->nodes[index];
    return true;
}

bool state_cues(const struct scenario *scenario, const struct evaluator *evaluator,
                const struct state *state, uint64_t *cues, struct error *error)
{
    const struct cue_set *set = &scenario->nodes[state->node].cues;
    int index = 0;
    *cues = 0;
    if (set->selector.case_count == 0)
        return true;
    if (!choose(evaluator, &set->selector, state, &index, error))
        return false;
    *cues = set->variants[index];
    return true;
}

bool state_line(const struct evaluator *evaluator, const struct state *state,
                const struct line *line, const struct text **text, struct error *error)
{
    int index = 0;
    *text = NULL;
    if (line->selector.case_count == 0)
        return true;
    if (!choose(evaluator, &line->selector, state, &index, error))
        return false;
    *text = &line->variants[index];
    return true;
}

/* Arrives at `node`: what the customer shows there is seen. */
static bool enter(const struct scenario *scenario, const struct evaluator *evaluator, int node,
                  struct state *state, struct error *error)
{
    uint64_t cues;
    state->node = (uint16_t)node;
    if (!state_cues(scenario, evaluator, state, &cues, error))
        return false;
    state->cues_seen |= cues;
    return true;
}

void state_begin_undrawn(const struct scenario *scenario, struct state *state)
{
    memset(state, 0, sizeof *state);
    for (int i = 0; i < scenario->variable_count; i++)
        state->variables[i] = (int16_t)scenario->variables[i].start;
    state->mood = (uint8_t)scenario->customer.mood;
    state->familiarity = (uint8_t)scenario->customer.familiarity;
}

bool state_enter_start(const struct scenario *scenario, const struct evaluator *evaluator,
                       struct state *state, struct error *error)
{
    return enter(scenario, evaluator, scenario->start, state, error);
}

int state_draw(const struct scenario *scenario, uint64_t seed, int draw)
{
    const struct draw *drawn = &scenario->draws[draw];
    uint64_t left = random_below(seed, RANDOM_DRAW, (uint64_t)draw, drawn->weight_sum);
    int value = 0;
    while (left >= drawn->weights[value])
        left -= drawn->weights[value++];
    return value;
}

bool state_begin(const struct scenario *scenario, const struct evaluator *evaluator, uint64_t seed,
                 struct state *state, struct error *error)
{
    state_begin_undrawn(scenario, state);
    for (int i = 0; i < scenario->draw_count; i++)
        state->draws[i] = (uint8_t)state_draw(scenario, seed, i);
    return state_enter_start(scenario, evaluator, state, error);
}

bool state_is_over(const struct scenario *scenario, const struct state *state)
{
    return scenario->nodes[state->node].ending >= 0 || state->turn >= scenario->turns;
}

bool state_respond(const struct scenario *scenario, const struct evaluator *evaluator, int response,
                   uint64_t roll, struct state *state, struct error *error)
{
    const struct node *node = &scenario->nodes[state->node];
    assert(response >= 0 && response < node->response_count);
    const struct response *chosen = &node->responses[response];
    struct state next = *state;
    int target;
    next.acts_seen |= chosen->acts;
    if (!apply_effect(scenario, evaluator, &chosen->effect, &next, error))
        return false;
    next.turn++;
    if (!resolve_target(evaluator, &chosen->target, roll, &next, &target, error) ||
        !enter(scenario, evaluator, target, &next, error))
        return false;
    *state = next;
    return true;
}

bool state_file_form(const struct scenario *scenario, const struct evaluator *evaluator,
                     uint64_t acts, struct state *state, struct error *error)
{
    const struct node *node = &scenario->nodes[state->node];
    assert(node->form_target >= 0);
    struct state next = *state;
    next.acts_seen |= acts;
    next.turn++;
    if (!enter(scenario, evaluator, node->form_target, &next, error))
        return false;
    *state = next;
    return true;
}

bool state_is_open(const struct scenario *scenario, const struct evaluator *evaluator,
                   const struct state *state, int response, bool *open, struct error *error)
{
    const struct response *candidate = &scenario->nodes[state->node].responses[response];
    *open = !candidate->silent;
    if (candidate->silent || candidate->guard == FUNCTION_NONE)
        return true;
    return evaluator->guard(evaluator->self, candidate->guard, state, open, error);
}
