/*
 * print_plan.c: which of a scenario's lines stand on the customer's card, and what leads to each.
 */
#include "class/print_plan.h"

#include <stdlib.h>
#include <string.h>

enum {
    LINES_OF_A_CUE = 2, /* a cue that two lines show already brings no third */
    LINES_MAX = 22,     /* more than this, and no second lines are added */
    TRIGGER_ACTS = 3,
    TELLINGS_MAX = 256 /* responses that lead to one node */
};

/* -------------------------------------------------------------------------------- graph ---- */

static bool leads_to(const struct response *response, int node)
{
    for (int i = 0; i < response->target.count; i++) {
        if (response->target.nodes[i] == node)
            return true;
    }
    return false;
}

static void find_order(struct print_plan *plan)
{
    const struct scenario *scenario = plan->scenario;
    bool *seen = calloc((size_t)scenario->node_count, sizeof *seen);
    if (!seen)
        abort();
    plan->walk.order[plan->walk.count++] = scenario->start;
    seen[scenario->start] = true;
    for (int i = 0; i < plan->walk.count; i++) {
        const struct node *node = &scenario->nodes[plan->walk.order[i]];
        for (int k = 0; k < node->response_count; k++) {
            const struct target *target = &node->responses[k].target;
            for (int t = 0; t < target->count; t++) {
                if (!seen[target->nodes[t]])
                    plan->walk.order[plan->walk.count++] = target->nodes[t];
                seen[target->nodes[t]] = true;
            }
        }
    }
    free(seen);
}

/* What tells this response from those beside it that lead elsewhere. */
static uint64_t telling_acts(const struct node *from, const struct response *response, int to)
{
    uint64_t others = 0;
    for (int i = 0; i < from->response_count; i++) {
        if (!leads_to(&from->responses[i], to))
            others |= from->responses[i].acts;
    }
    uint64_t telling = response->acts & ~others;
    return telling ? telling : response->acts;
}

static int add_tellings(const struct node *from, int to, uint64_t *tellings, int count, int most,
                        bool *follows)
{
    bool all = true, any = false;
    for (int i = 0; i < from->response_count; i++) {
        const struct response *response = &from->responses[i];
        bool leads = leads_to(response, to);
        any = any || leads;
        all = all && (leads || response->silent);
        if (leads && !response->silent && count < most)
            tellings[count++] = telling_acts(from, response, to);
    }
    *follows = *follows && (all || !any);
    return count;
}

static int responses_with(const struct scenario *scenario, int act)
{
    int count = 0;
    for (int i = 0; i < scenario->node_count; i++) {
        for (int k = 0; k < scenario->nodes[i].response_count; k++)
            count += (int)(scenario->nodes[i].responses[k].acts >> act & 1);
    }
    return count;
}

/* The act that most of them have; of several, the one that is rarest elsewhere. -1 for none. */
static int commonest_act(const struct scenario *scenario, const uint64_t *tellings, int count)
{
    int best = -1, best_having = 0, best_total = 0;
    for (int act = 0; act < ACT_MAX; act++) {
        int having = 0;
        for (int i = 0; i < count; i++)
            having += (int)(tellings[i] >> act & 1);
        if (having == 0 || having < best_having)
            continue;
        int total = responses_with(scenario, act);
        if (having > best_having || total < best_total) {
            best = act;
            best_having = having;
            best_total = total;
        }
    }
    return best;
}

/* The fewest acts, at most TRIGGER_ACTS, of which nearly every response that leads here has one; none
   when they would tell of no more than two in three. */
static uint64_t cover(const struct scenario *scenario, uint64_t *tellings, int count)
{
    uint64_t chosen = 0;
    for (int round = 0; round < TRIGGER_ACTS; round++) {
        int best = commonest_act(scenario, tellings, count);
        if (best < 0)
            break;
        chosen |= UINT64_C(1) << best;
        for (int i = 0; i < count; i++)
            tellings[i] = tellings[i] >> best & 1 ? 0 : tellings[i];
    }
    int left = 0;
    for (int i = 0; i < count; i++)
        left += tellings[i] != 0;
    return left * 3 > count ? 0 : chosen;
}

static uint64_t find_triggers(const struct scenario *scenario, int to, bool *follows)
{
    uint64_t tellings[TELLINGS_MAX];
    int count = 0;
    *follows = true;
    for (int i = 0; i < scenario->node_count; i++)
        count = add_tellings(&scenario->nodes[i], to, tellings, count, TELLINGS_MAX, follows);
    return *follows ? 0 : cover(scenario, tellings, count);
}

/* -------------------------------------------------------------------------------- choice ---- */

uint64_t print_cues(const struct node *node)
{
    uint64_t cues = 0;
    for (int i = 0; i < node->cues.selector.case_count; i++)
        cues |= node->cues.variants[i];
    return cues;
}

/* Where the form can be filled in, the customer has gone. */
static bool is_spoken(const struct node *node)
{
    return node->ending < 0 && node->says.selector.case_count > 0 && node->form_target < 0;
}

static void choose_lines(struct print_plan *plan)
{
    int shown[CUE_MAX] = {0};
    int rows = 0;
    for (int round = 0; round < LINES_OF_A_CUE; round++) {
        for (int i = 0; i < plan->walk.count && (round == 0 || rows < LINES_MAX); i++) {
            const struct node *node = &plan->scenario->nodes[plan->walk.order[i]];
            uint64_t cues = print_cues(node);
            bool brings = false;
            for (int cue = 0; cue < CUE_MAX; cue++)
                brings = brings || ((cues >> cue & 1) && shown[cue] <= round);
            if (!is_spoken(node) || plan->chosen[plan->walk.order[i]] || !brings)
                continue;
            plan->chosen[plan->walk.order[i]] = true;
            rows++;
            for (int cue = 0; cue < CUE_MAX; cue++)
                shown[cue] += (int)(cues >> cue & 1);
        }
    }
}

static int find_case(const struct selector *selector, const char *name)
{
    for (int i = 0; i < selector->case_count; i++) {
        if (strcmp(selector->cases[i], name) == 0)
            return i;
    }
    return -1;
}

/* Every value of the draw is a case: so the cases tell the values apart. */
bool print_tells_apart(const struct selector *selector, const struct draw *draw)
{
    for (int i = 0; i < draw->value_count; i++) {
        if (find_case(selector, draw->values[i]) < 0)
            return false;
    }
    return true;
}

struct drawn_value print_drawn_value(const struct scenario *scenario,
                                     const struct selector *selector, const char *name)
{
    struct drawn_value found = {-1, 0};
    for (int i = 0; i < scenario->draw_count; i++) {
        const struct draw *draw = &scenario->draws[i];
        for (int k = 0; k < draw->value_count; k++) {
            if (strcmp(draw->values[k], name) != 0)
                continue;
            /* Two draws may have a value of the same name: that which the cases are for. */
            if (print_tells_apart(selector, draw))
                return (struct drawn_value){i, k};
            if (found.draw < 0)
                found = (struct drawn_value){i, k};
        }
    }
    return found;
}

/* Where what was drawn alone decides what is said next: all of it is on the card, or none. */
static void take_drawn_lines(struct print_plan *plan, const struct target *target, int number)
{
    const struct draw *draw = &plan->scenario->draws[number];
    bool any = false;
    if (target->kind != TARGET_CHOSEN || !print_tells_apart(&target->selector, draw))
        return;
    for (int i = 0; i < target->count; i++)
        any = any || plan->chosen[target->nodes[i]];
    for (int i = 0; i < draw->value_count && any; i++) {
        int node = target->nodes[find_case(&target->selector, draw->values[i])];
        plan->chosen[node] = is_spoken(&plan->scenario->nodes[node]);
        plan->drawn[node] = (struct drawn_value){number, i};
    }
}

static void find_drawn_lines(struct print_plan *plan)
{
    const struct scenario *scenario = plan->scenario;
    for (int i = 0; i < plan->walk.count; i++) {
        const struct node *node = &scenario->nodes[plan->walk.order[i]];
        for (int k = 0; k < node->response_count; k++) {
            for (int draw = 0; draw < scenario->draw_count; draw++)
                take_drawn_lines(plan, &node->responses[k].target, draw);
        }
    }
}

void print_plan_make(const struct loaded *loaded, struct print_plan *plan)
{
    const struct scenario *scenario = loaded_scenario(loaded);
    size_t count = (size_t)scenario->node_count;
    *plan = (struct print_plan){.scenario = scenario, .evaluator = loaded_evaluator(loaded)};
    plan->walk.order = calloc(count, sizeof *plan->walk.order);
    plan->chosen = calloc(count, sizeof *plan->chosen);
    plan->told = calloc(count, sizeof *plan->told);
    plan->drawn = calloc(count, sizeof *plan->drawn);
    plan->triggers = calloc(count, sizeof *plan->triggers);
    plan->follows = calloc(count, sizeof *plan->follows);
    if (!plan->walk.order || !plan->chosen || !plan->told || !plan->drawn || !plan->triggers ||
        !plan->follows)
        abort();
    for (size_t i = 0; i < count; i++)
        plan->drawn[i].draw = -1;
    find_order(plan);
    choose_lines(plan);
    find_drawn_lines(plan);
    for (int i = 0; i < plan->walk.count; i++)
        plan->triggers[plan->walk.order[i]] =
            find_triggers(scenario, plan->walk.order[i], &plan->follows[plan->walk.order[i]]);
}

void print_plan_free(struct print_plan *plan)
{
    free(plan->walk.order);
    free(plan->chosen);
    free(plan->told);
    free(plan->drawn);
    free(plan->triggers);
    free(plan->follows);
}
