/* check_reach.c: goes over every situation once: what is reached, opened, led to and told apart. */
#include <stdlib.h>
#include <string.h>

#include "solve/check_parts.h"

struct tour {
    struct check *check;
    const struct scenario *scenario;
    const struct situations *situations;
};

/* Which targets of a response its action leads to. */
static uint64_t targets_taken(const struct tour *tour, const struct response *response,
                              const struct action *action)
{
    uint64_t taken = 0;
    for (uint32_t i = 0; i < action->outcome_count; i++) {
        uint32_t next = situations_outcome(tour->situations, action, i)->next;
        uint16_t node = situations_get(tour->situations, next)->node;
        for (int j = 0; j < response->target.count && j < 64; j++)
            taken |= (uint64_t)(response->target.nodes[j] == node) << j;
    }
    return taken;
}

static bool same_outcomes(const struct tour *tour, const struct action *left,
                          const struct action *right)
{
    if (left->outcome_count != right->outcome_count)
        return false;
    for (uint32_t i = 0; i < left->outcome_count; i++) {
        const struct outcome *a = situations_outcome(tour->situations, left, i);
        const struct outcome *b = situations_outcome(tour->situations, right, i);
        if (a->next != b->next || a->pair != b->pair || a->probability != b->probability)
            return false;
    }
    return true;
}

/* Notes which other responses lead elsewhere than `action` does. */
static void compare_actions(const struct tour *tour, const struct situation *situation,
                            const struct action *action, struct node_survey *node)
{
    struct response_survey *mine = &node->responses[action->response];
    int crowd = 1;
    for (uint32_t i = 0; i < situation->action_count; i++) {
        const struct action *other = situations_action(tour->situations, situation, i);
        if (other->response < 0 || other->silence || other->response == action->response)
            continue;
        uint16_t bit = (uint16_t)(1U << other->response);
        mine->together |= bit;
        if (same_outcomes(tour, action, other))
            crowd++;
        else
            mine->differ |= bit;
    }
    mine->crowd = crowd > mine->crowd ? crowd : mine->crowd;
}

static void tour_actions(const struct tour *tour, const struct situation *situation,
                         struct node_survey *survey, struct node_reach *reach)
{
    const struct node *node = &tour->scenario->nodes[situation->node];
    for (uint32_t i = 0; i < situation->action_count; i++) {
        const struct action *action = situations_action(tour->situations, situation, i);
        if (action->response < 0) {
            reach->filed = true;
            continue;
        }
        reach->responses |= (uint16_t)(1U << action->response);
        reach->taken[action->response] |=
            targets_taken(tour, &node->responses[action->response], action);
        if (!action->silence)
            compare_actions(tour, situation, action, survey);
    }
}

/* Which responses are open here, and how many rows they take together. */
static void tour_open(const struct tour *tour, const struct situation *situation, uint32_t number,
                      struct node_survey *survey)
{
    const struct node *node = &tour->scenario->nodes[situation->node];
    int rows[LANGUAGE_COUNT] = {0};
    for (int i = 0; i < node->response_count; i++) {
        bool open = situation->open >> i & 1;
        survey->responses[i].seen_open |= open;
        survey->responses[i].seen_closed |= !open;
        for (int language = 0; open && language < LANGUAGE_COUNT; language++)
            rows[language] += survey->responses[i].rows[language];
    }
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        if (rows[language] > survey->rows[language])
            survey->rows[language] = rows[language];
    if (situation->open == 0 && !survey->stuck) {
        survey->stuck = true;
        survey->stuck_situation = number;
    }
    survey->played = true;
}

/* Which draws have a value that no member of the belief has. */
static unsigned draws_shown(const struct tour *tour, const struct situation *situation)
{
    unsigned seen[DRAW_MAX] = {0}, shown = 0;
    for (uint32_t i = 0; i < situation->member_count; i++) {
        const struct state *member = situations_member(tour->situations, situation, i);
        for (int draw = 0; draw < tour->scenario->draw_count; draw++)
            seen[draw] |= 1U << member->draws[draw];
    }
    for (int draw = 0; draw < tour->scenario->draw_count; draw++)
        shown |= (unsigned)(seen[draw] != (1U << tour->scenario->draws[draw].value_count) - 1)
                 << draw;
    return shown;
}

void check_survey_reach(struct check *check)
{
    struct survey *survey = &check->survey;
    struct tour tour = {.check = check,
                        .scenario = check->scenario,
                        .situations = solution_situations(check->wide)};
    uint32_t count = situations_count(tour.situations);
    for (uint32_t i = 0; i < count; i++) {
        const struct situation *situation = situations_get(tour.situations, i);
        struct node_reach *reach = &check->report->reach[situation->node];
        reach->reached = true;
        survey->moods |= (uint8_t)(1U << situations_member(tour.situations, situation, 0)->mood);
        survey->draws_shown |= draws_shown(&tour, situation);
        if (!situation->expanded || check->scenario->nodes[situation->node].ending >= 0)
            continue;
        tour_open(&tour, situation, i, &survey->nodes[situation->node]);
        tour_actions(&tour, situation, &survey->nodes[situation->node], reach);
    }
}
