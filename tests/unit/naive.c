/* naive.c: grows the tree of conversations. */
#include "unit/naive.h"

#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "core/form.h"
#include "core/rule.h"
#include "core/score.h"
#include "unit/story.h"

__extension__ typedef unsigned __int128 whole;

/*
 * A score is a whole number of 1/UNIT: weights sum to at most 24, a rule is activated at most 22
 * times, and random play divides by 1 to 5 at each of the turns. Times the weight of a world (at
 * most 12^7) it stays below 2^122.
 */
#define EVERY_WEIGHT UINT64_C(5354228880) /* least common multiple of 1 to 24 */
#define EVERY_MARK UINT64_C(232792560)    /* of 1 to 22 */
#define EVERY_SHARE UINT64_C(777600000)   /* of 1 to 5, five times over */

static_assert(STORY_WEIGHT == 24 && STORY_TURNS == 5 && STORY_RESPONSES + 1 == 5 &&
                  STORY_CHANCE == 12,
              "the unit divides by what stories promise");

enum { ARRIVALS_MAX = 64, FORMS_MAX = 8 };

struct glimpse { /* what is shown on arrival */
    int node, mood, familiarity;
    uint64_t cues;
    unsigned open;
    uint8_t draws[DRAW_MAX]; /* those that are shown openly */
    const struct text *scene, *says;
};

struct arrival {
    struct naive_world world;
    struct glimpse glimpse;
    int group;
};

struct value { /* score times weight, in units */
    whole best, worst, random;
};

struct grower {
    struct naive *naive;
    const struct scenario *scenario;
    const struct evaluator *evaluator;
    uint32_t spot_limit;
    unsigned reveal;
    bool too_big;
    struct step trace[2 * STORY_TURNS + 1];
    int steps;
};

/* --------------------------------------------------------------------------------- growth ---- */

static void *room(void *array, uint32_t needed, uint32_t *capacity, size_t size)
{
    if (needed <= *capacity)
        return array;
    *capacity = 2 * needed + 64;
    void *grown = realloc(array, *capacity * size);
    assert_non_null(grown);
    return grown;
}

static uint32_t add_children(struct naive *naive, uint32_t count)
{
    naive->child_count += count;
    naive->children =
        room(naive->children, naive->child_count, &naive->child_capacity, sizeof *naive->children);
    return naive->child_count - count;
}

static uint32_t add_branches(struct naive *naive, uint32_t count)
{
    naive->branch_count += count;
    naive->branches = room(naive->branches, naive->branch_count, &naive->branch_capacity,
                           sizeof *naive->branches);
    return naive->branch_count - count;
}

static void add_world(struct naive *naive, const struct naive_world *world)
{
    naive->worlds =
        room(naive->worlds, naive->world_count + 1, &naive->world_capacity, sizeof *naive->worlds);
    naive->worlds[naive->world_count++] = *world;
}

static uint32_t add_spot(struct naive *naive, const struct naive_spot *spot)
{
    naive->spots =
        room(naive->spots, naive->spot_count + 1, &naive->spot_capacity, sizeof *naive->spots);
    naive->spots[naive->spot_count] = *spot;
    return naive->spot_count++;
}

static whole power(uint64_t base, int exponent)
{
    whole product = 1;
    while (exponent-- > 0)
        product *= base;
    return product;
}

/* ------------------------------------------------------------------------------ what shows ---- */

static void must(bool done, const struct error *error)
{
    if (!done)
        fail_msg("%s:%d: %s", error->file, error->line, error->message);
}

static void look(const struct grower *grower, const struct state *state, struct glimpse *glimpse)
{
    const struct node *node = &grower->scenario->nodes[state->node];
    struct error error = {0};
    *glimpse = (struct glimpse){
        .node = state->node, .mood = state->mood, .familiarity = state->familiarity};
    for (int i = 0; i < DRAW_MAX; i++)
        glimpse->draws[i] = grower->reveal >> i & 1 ? state->draws[i] : 0;
    must(state_cues(grower->scenario, grower->evaluator, state, &glimpse->cues, &error), &error);
    must(state_line(grower->evaluator, state, &node->scene, &glimpse->scene, &error), &error);
    must(state_line(grower->evaluator, state, &node->says, &glimpse->says, &error), &error);
    for (int i = 0; i < node->response_count; i++) {
        bool open;
        must(state_is_open(grower->scenario, grower->evaluator, state, i, &open, &error), &error);
        glimpse->open |= open ? 1U << i : 0;
    }
}

static bool same_words(const struct text *left, const struct text *right)
{
    if (!left || !right)
        return left == right;
    return strcmp(left->words[LANGUAGE_ZH], right->words[LANGUAGE_ZH]) == 0 &&
           strcmp(left->words[LANGUAGE_EN], right->words[LANGUAGE_EN]) == 0;
}

static bool looks_alike(const struct glimpse *left, const struct glimpse *right)
{
    return left->node == right->node && left->mood == right->mood &&
           left->familiarity == right->familiarity && left->cues == right->cues &&
           left->open == right->open &&
           memcmp(left->draws, right->draws, sizeof left->draws) == 0 &&
           same_words(left->scene, right->scene) && same_words(left->says, right->says);
}

/* Gives those that look alike the same group; returns how many groups there are. */
static int group(struct arrival *arrivals, int count)
{
    int groups = 0;
    for (int i = 0; i < count; i++) {
        arrivals[i].group = -1;
        for (int j = 0; j < i && arrivals[i].group < 0; j++) {
            if (looks_alike(&arrivals[i].glimpse, &arrivals[j].glimpse))
                arrivals[i].group = arrivals[j].group;
        }
        if (arrivals[i].group < 0)
            arrivals[i].group = groups++;
    }
    return groups;
}

/* -------------------------------------------------------------------------------- the end ---- */

static void note_verdict(struct naive *naive, int rule, const struct rule_state *state)
{
    uint64_t bit = UINT64_C(1) << rule;
    naive->activated |= state->activations > 0 ? bit : 0;
    naive->kept |= state->activations > 0 && state->violated == 0 ? bit : 0;
    naive->broken |= state->violated > 0 ? bit : 0;
}

/* Judges the whole trace: the score in units, and as the engine has it. */
static whole judge(struct grower *grower, struct naive_spot *spot)
{
    const struct scenario *scenario = grower->scenario;
    struct rule_state states[RULE_MAX];
    whole earned = 0;
    uint64_t weight = 0;
    for (int i = 0; i < scenario->rule_count; i++) {
        const struct rule *rule = &scenario->rules[i];
        int fulfilled, of;
        rule_begin(rule, &states[i]);
        for (int j = 0; j < grower->steps; j++)
            rule_step(rule, &states[i], &grower->trace[j]);
        rule_end(rule, &states[i]);
        note_verdict(grower->naive, i, &states[i]);
        spot->critical |= rule->critical && states[i].violated > 0;
        if (!rule_mark(rule, &states[i], &fulfilled, &of))
            continue;
        assert_int_equal(EVERY_MARK % (unsigned)of, 0);
        earned += (whole)(unsigned)rule->weight * (unsigned)fulfilled * (EVERY_MARK / (unsigned)of);
        weight += (unsigned)rule->weight;
    }
    spot->total = score_total(scenario, states);
    if (weight == 0)
        return (whole)100 * EVERY_MARK * EVERY_WEIGHT * EVERY_SHARE;
    assert_int_equal(EVERY_WEIGHT % weight, 0);
    return 100 * earned * (EVERY_WEIGHT / weight) * EVERY_SHARE;
}

static struct value end_here(struct grower *grower, struct naive_spot *spot)
{
    whole worth = judge(grower, spot) * spot->weight *
                  power(STORY_CHANCE, grower->scenario->turns - spot->turn);
    spot->leaves = 1;
    return (struct value){worth, worth, worth};
}

/* Units of score times weight to a score. */
static long double score_of(const struct grower *grower, whole worth, uint64_t weight, int turn)
{
    whole scale = (whole)weight * power(STORY_CHANCE, grower->scenario->turns - turn);
    long double unit = (long double)EVERY_MARK * EVERY_WEIGHT * EVERY_SHARE;
    return (long double)worth / (long double)scale / unit;
}

/* ------------------------------------------------------------------------------- the tree ---- */

static struct value visit(struct grower *grower, const struct arrival *arrivals, int count,
                          int in_group, uint32_t *number);

/*
 * Visits each group of arrivals; the sum of their values. The groups become children from `first`
 * on.
 */
static struct value visit_groups(struct grower *grower, const struct arrival *arrivals, int count,
                                 int groups, uint32_t first)
{
    struct value sum = {0};
    for (int i = 0; i < groups && !grower->too_big; i++) {
        uint32_t spot;
        struct value value = visit(grower, arrivals, count, i, &spot);
        grower->naive->children[first + (uint32_t)i] = spot;
        sum.best += value.best;
        sum.worst += value.worst;
        sum.random += value.random;
    }
    return sum;
}

/* Every state that taking the branch in `world` may lead to, with its weight. */
static int arrive(const struct grower *grower, const struct naive_world *world,
                  const struct naive_branch *branch, struct arrival *arrivals)
{
    const struct scenario *scenario = grower->scenario;
    struct error error = {0};
    arrivals[0].world = *world;
    arrivals[0].world.weight *= STORY_CHANCE;
    if (branch->response < 0) {
        must(state_file_form(scenario, grower->evaluator, branch->acts, &arrivals[0].world.state,
                             &error),
             &error);
        return 1;
    }
    const struct target *target =
        &scenario->nodes[world->state.node].responses[branch->response].target;
    unsigned rolls = target->kind == TARGET_CHANCE ? target->weight_sum : 1;
    int count = 0;
    for (unsigned roll = 0; roll < rolls; roll++) {
        struct state state = world->state;
        must(state_respond(scenario, grower->evaluator, branch->response, roll, &state, &error),
             &error);
        if (count == 0 || state.node != arrivals[count - 1].world.state.node)
            arrivals[count++].world = (struct naive_world){.state = state};
        arrivals[count - 1].world.weight += world->weight * (STORY_CHANCE / rolls);
    }
    return count;
}

static struct value follow(struct grower *grower, const struct naive_spot *spot, uint32_t number)
{
    struct naive *naive = grower->naive;
    struct arrival arrivals[ARRIVALS_MAX];
    struct naive_branch branch = naive->branches[number];
    struct state state = naive->worlds[spot->first_world].state;
    int count = 0;
    for (uint32_t i = 0; i < spot->world_count; i++) {
        struct naive_world world = naive->worlds[spot->first_world + i];
        assert_true(count + STORY_CHANCE <= ARRIVALS_MAX);
        count += arrive(grower, &world, &branch, &arrivals[count]);
    }
    for (int i = 0; i < count; i++)
        look(grower, &arrivals[i].world.state, &arrivals[i].glimpse);
    int groups = group(arrivals, count);
    branch.first_child = add_children(naive, (uint32_t)groups);
    branch.child_count = (uint32_t)groups;
    naive->branches[number] = branch;
    grower->trace[grower->steps++] = (struct step){
        .speaker = SPEAKER_TRAINEE, .labels = branch.acts, .mood = (enum mood)state.mood};
    struct value sum = visit_groups(grower, arrivals, count, groups, branch.first_child);
    grower->steps--;
    return sum;
}

/* ---------------------------------------------------------------------------- what to pick ---- */

/*
 * Counts up `form` through all there are: customer left empty or named, consent, each field's
 * options.
 */
static bool next_form(const struct scenario *scenario, struct form *form)
{
    form->consent = !form->consent;
    if (form->consent)
        return true;
    bool named = form->customer[0] != '\0';
    snprintf(form->customer, sizeof form->customer, "%s", named ? "" : "wang");
    if (!named)
        return true;
    for (int i = 0; i < FORM_FIELD_COUNT; i++) {
        if (++form->options[i] < scenario->vocabulary->form_option_count[i])
            return true;
        form->options[i] = 0;
    }
    return false;
}

/* What the engine may say of a form that is filed now: each different answer once. */
static int judge_forms(const struct grower *grower, const struct state *state,
                       uint64_t acts[FORMS_MAX])
{
    struct form form = {.customer = ""};
    int count = 0;
    do {
        uint64_t judged = form_judge(grower->scenario, state, &form).acts;
        int known = 0;
        while (known < count && acts[known] != judged)
            known++;
        if (known < count)
            continue;
        assert_true(count < FORMS_MAX);
        acts[count++] = judged;
    } while (next_form(grower->scenario, &form));
    return count;
}

static void list_branches(struct grower *grower, struct naive_spot *spot, unsigned open)
{
    const struct state *state = &grower->naive->worlds[spot->first_world].state;
    const struct node *node = &grower->scenario->nodes[state->node];
    uint64_t truthful = UINT64_C(1) << grower->scenario->vocabulary->act_form_truthful;
    struct naive_branch branches[RESPONSE_MAX + FORMS_MAX];
    uint64_t forms[FORMS_MAX];
    uint32_t count = 0;
    for (int i = 0; i < node->response_count; i++) {
        if (open >> i & 1)
            branches[count++] = (struct naive_branch){
                .response = i, .acts = node->responses[i].acts, .in_random_play = true};
    }
    int ways = node->form_target >= 0 && open ? judge_forms(grower, state, forms) : 0;
    for (int i = 0; i < ways; i++)
        branches[count++] = (struct naive_branch){
            .response = -1, .acts = forms[i], .in_random_play = (forms[i] & truthful) != 0};
    spot->branch_count = count;
    spot->first_branch = add_branches(grower->naive, count);
    for (uint32_t i = 0; i < count; i++)
        grower->naive->branches[spot->first_branch + i] = branches[i];
}

/* ------------------------------------------------------------------------------- one spot ---- */

static struct value go_on(struct grower *grower, struct naive_spot *spot)
{
    struct value all = {0};
    unsigned shares = 0;
    for (uint32_t i = 0; i < spot->branch_count && !grower->too_big; i++) {
        const struct naive *naive = grower->naive;
        uint32_t number = spot->first_branch + i;
        struct value value = follow(grower, spot, number);
        const struct naive_branch *branch = &naive->branches[number];
        if (i == 0 || value.best > all.best)
            all.best = value.best;
        if (i == 0 || value.worst < all.worst)
            all.worst = value.worst;
        if (branch->in_random_play) {
            all.random += value.random;
            shares++;
        }
        for (uint32_t j = 0; j < branch->child_count && !grower->too_big; j++)
            spot->leaves += naive->spots[naive->children[branch->first_child + j]].leaves;
    }
    if (grower->too_big)
        return all;
    assert(shares > 0 && all.random % shares == 0);
    all.random /= shares;
    return all;
}

/* The worlds of a group become a spot's; what they show is the same. */
static struct glimpse settle(struct grower *grower, const struct arrival *arrivals, int count,
                             int in_group, struct naive_spot *spot)
{
    struct glimpse shown = {0};
    spot->first_world = grower->naive->world_count;
    for (int i = 0; i < count; i++) {
        if (arrivals[i].group != in_group)
            continue;
        shown = arrivals[i].glimpse;
        spot->turn = arrivals[i].world.state.turn;
        spot->weight += arrivals[i].world.weight;
        add_world(grower->naive, &arrivals[i].world);
    }
    spot->world_count = grower->naive->world_count - spot->first_world;
    return shown;
}

static struct value visit(struct grower *grower, const struct arrival *arrivals, int count,
                          int in_group, uint32_t *number)
{
    struct naive_spot spot = {0};
    struct glimpse shown = settle(grower, arrivals, count, in_group, &spot);
    grower->trace[grower->steps++] = (struct step){
        .speaker = SPEAKER_CUSTOMER, .labels = shown.cues, .mood = (enum mood)shown.mood};
    bool over =
        grower->scenario->nodes[shown.node].ending >= 0 || spot.turn == grower->scenario->turns;
    spot.stuck = !over && shown.open == 0;
    if (!over && !spot.stuck)
        list_branches(grower, &spot, shown.open);
    struct value value = over || spot.stuck ? end_here(grower, &spot) : go_on(grower, &spot);
    grower->steps--;
    spot.best = score_of(grower, value.best, spot.weight, spot.turn);
    spot.worst = score_of(grower, value.worst, spot.weight, spot.turn);
    spot.random = score_of(grower, value.random, spot.weight, spot.turn);
    *number = add_spot(grower->naive, &spot);
    grower->too_big = grower->too_big || *number >= grower->spot_limit;
    return value;
}

/* -------------------------------------------------------------------------------- opening ---- */

/* The product of the drawn values' weights, each out of STORY_CHANCE. */
static uint64_t weight_of_draws(const struct scenario *scenario, const struct state *state)
{
    uint64_t weight = 1;
    for (int i = 0; i < scenario->draw_count; i++) {
        const struct draw *draw = &scenario->draws[i];
        assert_int_equal(STORY_CHANCE % draw->weight_sum, 0);
        weight *= (uint64_t)draw->weights[state->draws[i]] * (STORY_CHANCE / draw->weight_sum);
    }
    return weight;
}

/* Every combination of the draws from number `draw` on. */
static int draw_all(const struct grower *grower, struct state *state, int draw,
                    struct arrival *arrivals)
{
    const struct scenario *scenario = grower->scenario;
    int count = 0;
    if (draw < scenario->draw_count) {
        for (int i = 0; i < scenario->draws[draw].value_count; i++) {
            state->draws[draw] = (uint8_t)i;
            count += draw_all(grower, state, draw + 1, &arrivals[count]);
        }
        return count;
    }
    struct error error = {0};
    arrivals->world = (struct naive_world){.state = *state};
    must(state_enter_start(scenario, grower->evaluator, &arrivals->world.state, &error), &error);
    arrivals->world.weight = weight_of_draws(scenario, state);
    look(grower, &arrivals->world.state, &arrivals->glimpse);
    return 1;
}

bool naive_grow(struct naive *naive, const struct loaded *loaded, uint32_t spot_limit,
                unsigned reveal)
{
    struct grower grower = {.naive = naive,
                            .scenario = loaded_scenario(loaded),
                            .evaluator = loaded_evaluator(loaded),
                            .spot_limit = spot_limit,
                            .reveal = reveal};
    struct arrival arrivals[ARRIVALS_MAX];
    struct state state;
    *naive = (struct naive){0};
    state_begin_undrawn(grower.scenario, &state);
    int count = draw_all(&grower, &state, 0, arrivals);
    int groups = group(arrivals, count);
    uint32_t first = add_children(naive, (uint32_t)groups);
    struct value sum = visit_groups(&grower, arrivals, count, groups, first);
    if (grower.too_big)
        return false;
    uint64_t weight = 0;
    for (int i = 0; i < count; i++)
        weight += arrivals[i].world.weight;
    naive->roots = naive->children + first;
    naive->root_count = (uint32_t)groups;
    naive->best = score_of(&grower, sum.best, weight, 0);
    naive->worst = score_of(&grower, sum.worst, weight, 0);
    naive->random = score_of(&grower, sum.random, weight, 0);
    for (uint32_t i = 0; i < naive->root_count; i++)
        naive->leaves += naive->spots[naive->roots[i]].leaves;
    return true;
}

void naive_free(struct naive *naive)
{
    free(naive->spots);
    free(naive->branches);
    free(naive->worlds);
    free(naive->children);
    *naive = (struct naive){0};
}
