/* situations.c: belief states of the conversation, and their expansion. */
#include "solve/situations.h"

#include <stdlib.h>
#include <string.h>

#include "solve/intern.h"
#include "solve/pool.h"

/* What a learner sees on arrival. Zeroed before it is filled, compared as bytes. */
struct sight {
    const char *scene[LANGUAGE_COUNT], *says[LANGUAGE_COUNT];
    uint64_t cues;
    uint16_t node, open;
    uint8_t mood, familiarity;
    uint8_t draws[DRAW_MAX]; /* those that are revealed; else 0 */
};

/* A state that an action may lead to. */
struct arrival {
    struct state state;
    uint64_t weight; /* of the draws */
    double chance;   /* of the target */
    uint32_t group;
};

struct group {
    struct sight sight;
};

struct situations {
    const struct scenario *scenario;
    const struct evaluator *evaluator;
    struct monitors *monitors;
    bool by_turn, silences;
    unsigned revealed;             /* a bit a draw */
    uint64_t form_acts, form_cues; /* what the form's options ask about */
    bool *reaches_form;            /* by node: a form may yet be filed */
    struct pool situations, members, actions, outcomes;
    uint32_t *slots; /* number + 1, by hash of the members; 0: free */
    uint32_t mask;
    struct pool arrivals, groups; /* of the action at hand */
};

/* ---------------------------------------------------------------------------- set-up ---- */

static bool leads_to_form(const struct scenario *scenario, const bool *reaches, int number)
{
    const struct node *node = &scenario->nodes[number];
    if (node->form_target >= 0)
        return true;
    for (int i = 0; i < node->response_count; i++) {
        const struct target *target = &node->responses[i].target;
        for (int j = 0; j < target->count; j++) {
            if (reaches[target->nodes[j]])
                return true;
        }
    }
    return false;
}

/* Which nodes a form can still be filed from: backwards until nothing changes. */
static bool *find_reach(const struct scenario *scenario)
{
    bool *reaches = calloc((size_t)scenario->node_count + 1, sizeof *reaches);
    bool changed = true;
    if (!reaches)
        abort();
    while (changed) {
        changed = false;
        for (int i = 0; i < scenario->node_count; i++) {
            if (!reaches[i] && leads_to_form(scenario, reaches, i))
                changed = reaches[i] = true;
        }
    }
    return reaches;
}

static void find_form_words(struct situations *situations)
{
    const struct vocabulary *words = situations->scenario->vocabulary;
    situations->form_cues = words->consent_cues;
    for (int field = 0; field < FORM_FIELD_COUNT; field++) {
        for (int i = 0; i < words->form_option_count[field]; i++) {
            situations->form_acts |= words->form_options[field][i].acts;
            situations->form_cues |= words->form_options[field][i].cues;
        }
    }
}

struct situations *situations_new(const struct scenario *scenario,
                                  const struct evaluator *evaluator, struct monitors *monitors,
                                  bool by_turn, bool silences)
{
    struct situations *situations = calloc(1, sizeof *situations);
    if (!situations)
        abort();
    situations->scenario = scenario;
    situations->evaluator = evaluator;
    situations->monitors = monitors;
    situations->by_turn = by_turn;
    situations->silences = silences;
    situations->situations.size = sizeof(struct situation);
    situations->members.size = sizeof(struct state);
    situations->actions.size = sizeof(struct action);
    situations->outcomes.size = sizeof(struct outcome);
    situations->arrivals.size = sizeof(struct arrival);
    situations->groups.size = sizeof(struct group);
    situations->mask = 1023;
    situations->slots = calloc((size_t)situations->mask + 1, sizeof *situations->slots);
    if (!situations->slots)
        abort();
    situations->reaches_form = find_reach(scenario);
    find_form_words(situations);
    return situations;
}

void situations_reveal(struct situations *situations, unsigned draws)
{
    situations->revealed = draws;
}

void situations_free(struct situations *situations)
{
    if (!situations)
        return;
    free(situations->situations.data);
    free(situations->members.data);
    free(situations->actions.data);
    free(situations->outcomes.data);
    free(situations->arrivals.data);
    free(situations->groups.data);
    free(situations->slots);
    free(situations->reaches_form);
    free(situations);
}

/* --------------------------------------------------------------------- hash consing ---- */

/* Drops from a state what can't matter any more, so that equal futures are equal bytes. */
static struct state canonical(const struct situations *situations, const struct state *state)
{
    struct state kept = *state;
    bool form = situations->reaches_form[state->node];
    kept.acts_seen &= form ? situations->form_acts : 0;
    kept.cues_seen &= form ? situations->form_cues : 0;
    if (!situations->by_turn)
        kept.turn = 0;
    return kept;
}

static bool same_members(const struct situations *situations, uint32_t number,
                         const struct state *members, uint32_t count)
{
    const struct situation *situation = situations_get(situations, number);
    return situation->member_count == count &&
           memcmp(pool_at(&situations->members, situation->first_member), members,
                  count * sizeof *members) == 0;
}

static void place(struct situations *situations, uint32_t number)
{
    const struct situation *situation = situations_get(situations, number);
    const void *members = pool_at(&situations->members, situation->first_member);
    uint32_t slot = (uint32_t)hash_bytes(members, situation->member_count * sizeof(struct state)) &
                    situations->mask;
    while (situations->slots[slot])
        slot = (slot + 1) & situations->mask;
    situations->slots[slot] = number + 1;
}

static void grow_slots(struct situations *situations)
{
    free(situations->slots);
    situations->mask = 2 * situations->mask + 1;
    situations->slots = calloc((size_t)situations->mask + 1, sizeof *situations->slots);
    if (!situations->slots)
        abort();
    for (uint32_t i = 0; i < situations->situations.count; i++)
        place(situations, i);
}

/* The number of the situation with these members (canonical, in draw order); made when new. */
static uint32_t intern_members(struct situations *situations, const struct state *members,
                               uint32_t count, uint16_t open)
{
    uint32_t slot = (uint32_t)hash_bytes(members, count * sizeof *members) & situations->mask;
    for (; situations->slots[slot]; slot = (slot + 1) & situations->mask) {
        if (same_members(situations, situations->slots[slot] - 1, members, count))
            return situations->slots[slot] - 1;
    }
    if (2 * (situations->situations.count + 1) > situations->mask)
        grow_slots(situations);
    struct situation *situation = pool_add(&situations->situations);
    situation->first_member = situations->members.count;
    situation->member_count = count;
    situation->node = members[0].node;
    situation->open = open;
    for (uint32_t i = 0; i < count; i++)
        *(struct state *)pool_add(&situations->members) = members[i];
    place(situations, situations->situations.count - 1);
    return situations->situations.count - 1;
}

/* -------------------------------------------------------------------------- seeing ---- */

static void copy_words(const char *words[LANGUAGE_COUNT], const struct text *text)
{
    for (int i = 0; text && i < LANGUAGE_COUNT; i++)
        words[i] = text->words[i];
}

static bool look(const struct situations *situations, const struct state *state,
                 struct sight *sight, struct error *error)
{
    const struct scenario *scenario = situations->scenario;
    const struct evaluator *evaluator = situations->evaluator;
    const struct node *node = &scenario->nodes[state->node];
    const struct text *scene, *says;
    memset(sight, 0, sizeof *sight);
    sight->node = state->node;
    sight->mood = state->mood;
    sight->familiarity = state->familiarity;
    for (int i = 0; i < scenario->draw_count; i++)
        sight->draws[i] = situations->revealed >> i & 1 ? state->draws[i] : 0;
    for (int i = 0; i < node->response_count; i++) {
        bool open;
        if (!state_is_open(scenario, evaluator, state, i, &open, error))
            return false;
        sight->open = (uint16_t)(sight->open | (unsigned)open << i);
    }
    if (!state_cues(scenario, evaluator, state, &sight->cues, error) ||
        !state_line(evaluator, state, &node->scene, &scene, error) ||
        !state_line(evaluator, state, &node->says, &says, error))
        return false;
    copy_words(sight->scene, scene);
    copy_words(sight->says, says);
    return true;
}

static bool same_words(const char *const left[LANGUAGE_COUNT],
                       const char *const right[LANGUAGE_COUNT])
{
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        if (!left[i] != !right[i] ||
            (left[i] && left[i] != right[i] && strcmp(left[i], right[i]) != 0))
            return false;
    }
    return true;
}

static bool same_sight(const struct sight *left, const struct sight *right)
{
    return left->node == right->node && left->open == right->open && left->mood == right->mood &&
           left->familiarity == right->familiarity && left->cues == right->cues &&
           memcmp(left->draws, right->draws, sizeof left->draws) == 0 &&
           same_words(left->scene, right->scene) && same_words(left->says, right->says);
}

static uint64_t prior(const struct scenario *scenario, const struct state *state)
{
    uint64_t weight = 1;
    for (int i = 0; i < scenario->draw_count; i++)
        weight *= scenario->draws[i].weights[state->draws[i]];
    return weight;
}

/* Notes that `state` may come about, with the probability `chance` given its draws. */
static bool arrive(struct situations *situations, const struct state *state, double chance,
                   struct error *error)
{
    struct sight sight;
    if (!look(situations, state, &sight, error))
        return false;
    uint32_t group = 0;
    while (group < situations->groups.count &&
           !same_sight(&((struct group *)pool_at(&situations->groups, group))->sight, &sight))
        group++;
    if (group == situations->groups.count)
        ((struct group *)pool_add(&situations->groups))->sight = sight;
    struct arrival *arrival = pool_add(&situations->arrivals);
    arrival->state = canonical(situations, state);
    arrival->weight = prior(situations->scenario, state);
    arrival->chance = chance;
    arrival->group = group;
    return true;
}

static struct step heard_step(const struct sight *sight)
{
    return (struct step){
        .speaker = SPEAKER_CUSTOMER, .labels = sight->cues, .mood = (enum mood)sight->mood};
}

/*
 * Turns the arrivals of one action into outcomes, in the order the groups were first seen. `said`
 * is the monitors' step number, or UINT32_MAX for the opening, whose outcomes carry the heard step
 * alone.
 */
static void add_outcomes(struct situations *situations, uint32_t said, uint64_t belief_weight)
{
    struct state *members = malloc((situations->arrivals.count + 1) * sizeof *members);
    if (!members)
        abort();
    for (uint32_t group = 0; group < situations->groups.count; group++) {
        const struct sight *sight = &((struct group *)pool_at(&situations->groups, group))->sight;
        uint32_t count = 0;
        double probability = 0;
        for (uint32_t i = 0; i < situations->arrivals.count; i++) {
            const struct arrival *arrival = pool_at(&situations->arrivals, i);
            if (arrival->group != group)
                continue;
            members[count++] = arrival->state;
            probability += arrival->chance * (double)arrival->weight / (double)belief_weight;
        }
        struct step heard = heard_step(sight);
        uint32_t step = monitors_step_number(situations->monitors, &heard);
        uint32_t next = intern_members(situations, members, count, sight->open);
        struct outcome *outcome = pool_add(&situations->outcomes);
        outcome->next = next;
        outcome->pair = said == UINT32_MAX
                            ? step
                            : monitors_pair_number(situations->monitors, said, step, sight->node);
        outcome->probability = probability;
    }
    free(members);
    situations->arrivals.count = situations->groups.count = 0;
}

/* ------------------------------------------------------------------------ expansion ---- */

/* The opening under each combination of draws, counted up like an odometer. */
static bool arrive_all_draws(struct situations *situations, uint64_t *belief_weight,
                             struct error *error)
{
    const struct scenario *scenario = situations->scenario;
    struct state state;
    state_begin_undrawn(scenario, &state);
    for (int draw = 0; draw >= 0;) {
        struct state entered = state;
        if (!state_enter_start(scenario, situations->evaluator, &entered, error) ||
            !arrive(situations, &entered, 1.0, error))
            return false;
        *belief_weight += prior(scenario, &entered);
        for (draw = scenario->draw_count - 1; draw >= 0; draw--) {
            if (++state.draws[draw] < scenario->draws[draw].value_count)
                break;
            state.draws[draw] = 0;
        }
    }
    return true;
}

bool situations_start(struct situations *situations, const struct outcome **outcomes,
                      uint32_t *count, struct error *error)
{
    uint64_t belief_weight = 0;
    uint32_t first = situations->outcomes.count;
    situations->arrivals.count = situations->groups.count = 0;
    if (!arrive_all_draws(situations, &belief_weight, error))
        return false;
    add_outcomes(situations, UINT32_MAX, belief_weight);
    *outcomes = pool_at(&situations->outcomes, first);
    *count = situations->outcomes.count - first;
    return true;
}

static uint64_t belief_weight_of(const struct situations *situations,
                                 const struct situation *situation)
{
    uint64_t weight = 0;
    for (uint32_t i = 0; i < situation->member_count; i++)
        weight += prior(situations->scenario, situations_member(situations, situation, i));
    return weight;
}

/* Where `response` leads one member: once for every target that chance may choose. */
static bool arrive_by_response(struct situations *situations, const struct state *member,
                               int response, struct error *error)
{
    const struct node *node = &situations->scenario->nodes[member->node];
    const struct target *target = &node->responses[response].target;
    int count = target->kind == TARGET_CHANCE ? target->count : 1;
    uint64_t roll = 0;
    for (int i = 0; i < count; i++) {
        struct state state = *member;
        double chance = 1.0;
        if (!state_respond(situations->scenario, situations->evaluator, response, roll, &state,
                           error))
            return false;
        if (target->kind == TARGET_CHANCE) {
            chance = (double)target->weights[i] / (double)target->weight_sum;
            roll += target->weights[i];
        }
        if (!arrive(situations, &state, chance, error))
            return false;
    }
    return true;
}

static void add_action(struct situations *situations, int response, enum form_class class,
                       uint64_t acts, const struct state *member, uint64_t belief_weight)
{
    struct step said = {
        .speaker = SPEAKER_TRAINEE, .labels = acts, .mood = (enum mood)member->mood};
    uint32_t first = situations->outcomes.count;
    add_outcomes(situations, monitors_step_number(situations->monitors, &said), belief_weight);
    struct action *action = pool_add(&situations->actions);
    action->response = (int16_t)response;
    action->form = (uint8_t) class;
    action->silence =
        response >= 0 && situations->scenario->nodes[member->node].responses[response].silent;
    action->first_outcome = first;
    action->outcome_count = situations->outcomes.count - first;
}

static bool expand_response(struct situations *situations, const struct situation *situation,
                            int response, uint64_t belief_weight, struct error *error)
{
    struct state member = {0};
    for (uint32_t i = 0; i < situation->member_count; i++) {
        member = *situations_member(situations, situation, i);
        if (!arrive_by_response(situations, &member, response, error))
            return false;
    }
    const struct response *chosen =
        &situations->scenario->nodes[situation->node].responses[response];
    add_action(situations, response, FORM_CLASS_TRUTHFUL, chosen->acts, &member, belief_weight);
    return true;
}

static bool expand_form(struct situations *situations, const struct situation *situation,
                        enum form_class class, uint64_t belief_weight, struct error *error)
{
    struct state member = *situations_member(situations, situation, 0);
    struct form form;
    if (!form_of_class(situations->scenario, &member, class, &form))
        return true;
    uint64_t acts = form_judge(situations->scenario, &member, &form).acts;
    for (uint32_t i = 0; i < situation->member_count; i++) {
        struct state state = *situations_member(situations, situation, i);
        if (!state_file_form(situations->scenario, situations->evaluator, acts, &state, error) ||
            !arrive(situations, &state, 1.0, error))
            return false;
    }
    add_action(situations, -1, class, acts, &member, belief_weight);
    return true;
}

static bool expand_all(struct situations *situations, const struct situation *situation,
                       struct error *error)
{
    const struct node *node = &situations->scenario->nodes[situation->node];
    uint64_t belief_weight = belief_weight_of(situations, situation);
    if (node->ending >= 0)
        return true;
    for (int i = 0; i < node->response_count; i++) {
        if ((situation->open >> i & 1) &&
            !expand_response(situations, situation, i, belief_weight, error))
            return false;
    }
    if (situations->silences && node->timeout >= 0 && node->responses[node->timeout].silent &&
        situation->open &&
        !expand_response(situations, situation, node->timeout, belief_weight, error))
        return false;
    for (int class = 0; node->form_target >= 0 && situation->open && class < FORM_CLASS_COUNT;
         class ++) {
        if (!expand_form(situations, situation, (enum form_class) class, belief_weight, error))
            return false;
    }
    return true;
}

bool situations_expand(struct situations *situations, uint32_t number, struct error *error)
{
    struct situation copy = *situations_get(situations, number);
    if (copy.expanded)
        return true;
    uint32_t first = situations->actions.count, first_outcome = situations->outcomes.count;
    situations->arrivals.count = situations->groups.count = 0;
    if (!expand_all(situations, &copy, error))
        return false;
    struct situation *situation = pool_at(&situations->situations, number);
    situation->first_action = first;
    situation->action_count = situations->actions.count - first;
    situation->first_outcome = first_outcome;
    situation->outcome_count = situations->outcomes.count - first_outcome;
    situation->expanded = true;
    return true;
}

/* ---------------------------------------------------------------------------- views ---- */

const struct situation *situations_get(const struct situations *situations, uint32_t number)
{
    return pool_at(&situations->situations, number);
}

const struct action *situations_action(const struct situations *situations,
                                       const struct situation *situation, uint32_t index)
{
    return pool_at(&situations->actions, situation->first_action + index);
}

const struct outcome *situations_outcome(const struct situations *situations,
                                         const struct action *action, uint32_t index)
{
    return pool_at(&situations->outcomes, action->first_outcome + index);
}

const struct outcome *situations_outcomes(const struct situations *situations,
                                          const struct situation *situation)
{
    return pool_at(&situations->outcomes, situation->first_outcome);
}

void situations_prefetch(const struct situations *situations, uint32_t number)
{
    __builtin_prefetch(pool_at(&situations->situations, number));
}

void situations_prefetch_outcomes(const struct situations *situations, uint32_t number)
{
    const struct situation *situation = situations_get(situations, number);
    __builtin_prefetch(pool_at(&situations->actions, situation->first_action));
    __builtin_prefetch(pool_at(&situations->outcomes, situation->first_outcome));
}

const struct state *situations_member(const struct situations *situations,
                                      const struct situation *situation, uint32_t index)
{
    return pool_at(&situations->members, situation->first_member + index);
}

bool situations_fits(const struct situations *situations, uint32_t number,
                     const struct state *state)
{
    const struct situation *situation = situations_get(situations, number);
    struct state wanted = canonical(situations, state);
    for (uint32_t i = 0; i < situation->member_count; i++) {
        if (memcmp(situations_member(situations, situation, i), &wanted, sizeof wanted) == 0)
            return true;
    }
    return false;
}

uint32_t situations_count(const struct situations *situations)
{
    return situations->situations.count;
}

size_t situations_bytes(const struct situations *situations)
{
    const struct pool *pools[] = {&situations->situations, &situations->members,
                                  &situations->actions, &situations->outcomes, NULL};
    size_t bytes = ((size_t)situations->mask + 1) * sizeof *situations->slots;
    for (int i = 0; pools[i]; i++)
        bytes += pools[i]->capacity * pools[i]->size;
    return bytes;
}
