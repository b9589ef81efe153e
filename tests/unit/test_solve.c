/*
 * test_solve.c: the solver against every conversation one by one, on random stories.
 *
 * The tree of naive.h is walked together with the solution: at each point the values, the actions,
 * what may be shown next and how likely, and at each end the very score. Then the reachable states,
 * the number of conversations and what the rules came to must be the same. That the stories have
 * what it takes to tell a wrong solver is counted, and asserted at the end.
 */
#include <assert.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "solve/count.h"
#include "unit/naive.h"
#include "unit/story.h"

enum { STORIES = 500, SPOT_LIMIT = 20000 };

#define EXACT 1e-12

/* What the stories had; each must have been there often enough. */
enum feature {
    HAS_ONE_DRAW,
    HAS_TWO_DRAWS,
    HAS_SPLIT_LATER, /* an answer without chance that tells draws apart after the opening */
    HAS_SPLIT_OPENING,
    HAS_BELIEF_AT_END, /* draws never told apart */
    HAS_CHANCE,
    HAS_CHANCE_AND_DRAWS, /* in one action */
    HAS_REVEALED_WORTH,   /* to know a draw is worth points */
    HAS_FORM,
    HAS_UNFOUNDED_IMPOSSIBLE, /* a form with fewer than eight ways */
    HAS_CRITICAL_BROKEN,
    HAS_CRITICAL_KEPT,
    HAS_STUCK,
    HAS_TURN_LIMIT, /* a conversation that the limit cuts */
    HAS_ENDING,
    HAS_FUNCTION_OF_TURN,
    HAS_SILENT,
    HAS_WITHIN,
    HAS_WHEN,
    HAS_ALL,
    HAS_ANY,
    HAS_FIVE_TURNS,
    HAS_MERGED, /* fewer states than points of the tree */
    HAS_SPREAD, /* best, random and worst all differ */
    FEATURE_COUNT
};

enum { TEMPLATE_LEAST = 6, SPOTS_LEAST = 1000 }; /* of each hundred stories; of each story */

static const struct {
    const char *name;
    int least; /* of each hundred stories */
} features[FEATURE_COUNT] = {
    [HAS_ONE_DRAW] = {"one draw", 25},
    [HAS_TWO_DRAWS] = {"two draws", 25},
    [HAS_SPLIT_LATER] = {"an answer that tells draws apart", 25},
    [HAS_SPLIT_OPENING] = {"an opening that tells draws apart", 20},
    [HAS_BELIEF_AT_END] = {"draws that nothing tells apart", 40},
    [HAS_CHANCE] = {"chance", 50},
    [HAS_CHANCE_AND_DRAWS] = {"chance while draws are unknown", 25},
    [HAS_REVEALED_WORTH] = {"a draw worth knowing", 2},
    [HAS_FORM] = {"a form", 18},
    [HAS_UNFOUNDED_IMPOSSIBLE] = {"a form that can't be wrong in every way", 10},
    [HAS_CRITICAL_BROKEN] = {"a critical rule broken", 30},
    [HAS_CRITICAL_KEPT] = {"a critical rule kept", 12},
    [HAS_STUCK] = {"a state with nothing open", 2},
    [HAS_TURN_LIMIT] = {"the turn limit", 80},
    [HAS_ENDING] = {"an ending", 40},
    [HAS_FUNCTION_OF_TURN] = {"a function of the turn", 12},
    [HAS_SILENT] = {"silence", 20},
    [HAS_WITHIN] = {"within", 50},
    [HAS_WHEN] = {"when", 50},
    [HAS_ALL] = {"all", 40},
    [HAS_ANY] = {"any", 50},
    [HAS_FIVE_TURNS] = {"five turns", 30},
    [HAS_MERGED] = {"states that are met again", 80},
    [HAS_SPREAD] = {"best, random and worst apart", 50},
};

static int census[FEATURE_COUNT], templates_activated[RULE_TEMPLATE_COUNT];
static uint64_t spots_walked;
static int stories, limited;

/* One story with both answers. */
struct pair {
    uint64_t seed;
    struct story story;
    struct naive naive;
    struct solution *solution;
    bool had[FEATURE_COUNT];
};

static void fail_pair(const struct pair *pair, const char *words)
{
    fail_msg("seed %llu: %s\n%s\n%s", (unsigned long long)pair->seed, words,
             pair->story.bundle->files[0].text, pair->story.bundle->files[3].text);
}

#define CHECK(pair, condition)           \
    do {                                 \
        if (!(condition))                \
            fail_pair(pair, #condition); \
    } while (0)

static bool same_value(double found, long double wanted)
{
    return fabsl((long double)found - wanted) <= EXACT;
}

static bool same_values(struct values found, const struct naive_spot *spot)
{
    return same_value(found.best, spot->best) && same_value(found.worst, spot->worst) &&
           same_value(found.random, spot->random);
}

/* ------------------------------------------------------------------------------- the walk ---- */

static const struct situation *situation_of(const struct pair *pair, struct cursor cursor)
{
    return situations_get(solution_situations(pair->solution), cursor.situation);
}

static const struct naive_world *world_of(const struct pair *pair, const struct naive_spot *spot,
                                          uint32_t index)
{
    return &pair->naive.worlds[spot->first_world + index];
}

static void check_belief(const struct pair *pair, const struct naive_spot *spot,
                         struct cursor cursor)
{
    const struct situations *situations = solution_situations(pair->solution);
    const struct situation *situation = situation_of(pair, cursor);
    CHECK(pair, situation->member_count == spot->world_count);
    CHECK(pair, situation->node == world_of(pair, spot, 0)->state.node);
    CHECK(pair, cursor.turn == spot->turn);
    for (uint32_t i = 0; i < spot->world_count; i++)
        CHECK(pair, situations_fits(situations, cursor.situation, &world_of(pair, spot, i)->state));
}

static void check_leaf(struct pair *pair, const struct naive_spot *spot, struct cursor cursor)
{
    struct worth worth = monitors_end(solution_monitors(pair->solution), cursor.vector);
    int turns = loaded_scenario(pair->story.loaded)->turns;
    CHECK(pair, cursor.over == !spot->stuck);
    CHECK(pair, worth.total == spot->total);
    CHECK(pair, worth.critical == spot->critical);
    pair->had[HAS_CRITICAL_BROKEN] |= spot->critical;
    pair->had[HAS_STUCK] |= spot->stuck;
    pair->had[HAS_TURN_LIMIT] |= spot->turn == turns;
    pair->had[HAS_ENDING] |= spot->turn < turns && !spot->stuck;
    pair->had[HAS_BELIEF_AT_END] |= spot->world_count > 1;
}

static void walk(struct pair *pair, const struct naive_spot *spot, struct cursor cursor);

/* The outcome that leads to `situation`, and how likely it is. */
static double chance_of(const struct pair *pair, const struct action *action, uint32_t situation)
{
    double sum = 0, found = -1;
    for (uint32_t i = 0; i < action->outcome_count; i++) {
        const struct outcome *outcome =
            situations_outcome(solution_situations(pair->solution), action, i);
        sum += outcome->probability;
        if (outcome->next == situation)
            found = outcome->probability;
    }
    CHECK(pair, fabs(sum - 1) < 1e-15 * 100);
    return found;
}

static void walk_branch(struct pair *pair, const struct naive_spot *spot,
                        const struct naive_branch *branch, struct cursor cursor)
{
    uint32_t number = UINT32_MAX;
    long double best = 0, weight = 0;
    for (uint32_t i = 0; i < branch->child_count; i++)
        weight += pair->naive.spots[pair->naive.children[branch->first_child + i]].weight;
    for (uint32_t i = 0; i < branch->child_count; i++) {
        const struct naive_spot *child =
            &pair->naive.spots[pair->naive.children[branch->first_child + i]];
        struct cursor next = cursor;
        CHECK(pair, solution_follow(pair->solution, &next, branch->response, branch->acts,
                                    &world_of(pair, child, 0)->state, &number));
        const struct action *action = situations_action(solution_situations(pair->solution),
                                                        situation_of(pair, cursor), number);
        CHECK(pair, action->outcome_count == branch->child_count);
        CHECK(pair,
              fabsl(chance_of(pair, action, next.situation) - child->weight / weight) < 1e-15L);
        best += child->best * (child->weight / weight);
        walk(pair, child, next);
    }
    CHECK(pair, same_value(solution_action(pair->solution, cursor, number).best, best));
    double share = solution_random_share(pair->solution, cursor, number);
    CHECK(pair, (share > 0) == branch->in_random_play);
    bool chance = branch->response >= 0 && loaded_scenario(pair->story.loaded)
                                                   ->nodes[world_of(pair, spot, 0)->state.node]
                                                   .responses[branch->response]
                                                   .target.kind == TARGET_CHANCE;
    pair->had[HAS_CHANCE] |= chance;
    pair->had[HAS_CHANCE_AND_DRAWS] |= chance && spot->world_count > 1;
    pair->had[HAS_SPLIT_LATER] |= !chance && branch->child_count > 1;
}

static void walk(struct pair *pair, const struct naive_spot *spot, struct cursor cursor)
{
    spots_walked++;
    check_belief(pair, spot, cursor);
    CHECK(pair, same_values(solution_at(pair->solution, cursor), spot));
    CHECK(pair, solution_action_count(pair->solution, cursor) == spot->branch_count);
    if (spot->branch_count == 0)
        check_leaf(pair, spot, cursor);
    double shares = 0;
    int forms = 0;
    for (uint32_t i = 0; i < spot->branch_count; i++) {
        const struct naive_branch *branch = &pair->naive.branches[spot->first_branch + i];
        walk_branch(pair, spot, branch, cursor);
        forms += branch->response < 0;
        shares += solution_random_share(pair->solution, cursor, i);
    }
    CHECK(pair, spot->branch_count == 0 || fabs(shares - 1) < 1e-15 * 10);
    pair->had[HAS_FORM] |= forms > 0;
    pair->had[HAS_UNFOUNDED_IMPOSSIBLE] |= forms > 0 && forms < FORM_CLASS_COUNT;
}

static void walk_all(struct pair *pair)
{
    const struct naive *naive = &pair->naive;
    CHECK(pair, solution_root_count(pair->solution) == naive->root_count);
    for (uint32_t i = 0; i < naive->root_count; i++) {
        const struct naive_spot *spot = &naive->spots[naive->roots[i]];
        struct cursor cursor;
        CHECK(pair, solution_enter(pair->solution, &world_of(pair, spot, 0)->state, &cursor));
        walk(pair, spot, cursor);
    }
    pair->had[HAS_SPLIT_OPENING] = naive->root_count > 1;
}

/* ---------------------------------------------------------------------------- reachable ---- */

/* A growing list of states with what was said left out, to be sorted and made unique. */
struct states {
    struct state *states;
    size_t count, capacity;
};

static void add_state(struct states *states, const struct state *state, int turn)
{
    if (states->count == states->capacity) {
        states->capacity = states->capacity ? 2 * states->capacity : 1024;
        states->states = realloc(states->states, states->capacity * sizeof *states->states);
        assert_non_null(states->states);
    }
    struct state *added = &states->states[states->count++];
    *added = *state;
    added->turn = (uint8_t)turn;
    added->acts_seen = added->cues_seen = 0;
}

static int compare_states(const void *left, const void *right)
{
    return memcmp(left, right, sizeof(struct state));
}

static void make_unique(struct states *states)
{
    size_t kept = 0;
    assert(states->states);
    qsort(states->states, states->count, sizeof *states->states, compare_states);
    for (size_t i = 0; i < states->count; i++) {
        if (kept == 0 || compare_states(&states->states[kept - 1], &states->states[i]) != 0)
            states->states[kept++] = states->states[i];
    }
    states->count = kept;
}

static void add_members(const struct pair *pair, struct states *states, struct cursor cursor)
{
    const struct situation *situation = situation_of(pair, cursor);
    for (uint32_t i = 0; i < situation->member_count; i++)
        add_state(states, situations_member(solution_situations(pair->solution), situation, i),
                  cursor.turn);
}

/* A state of a layer, and those that are over and so only children. The plain arrays agree. */
static void add_reached(const struct pair *pair, const struct layer_view *layer,
                        struct states *states, struct cursor cursor)
{
    uint32_t at = 0;
    add_members(pair, states, cursor);
    CHECK(pair, layer->situations[cursor.index] == cursor.situation);
    CHECK(pair, layer->vectors[cursor.index] == cursor.vector);
    for (uint32_t i = 0; i < solution_action_count(pair->solution, cursor); i++) {
        const struct action *action =
            situations_action(solution_situations(pair->solution), situation_of(pair, cursor), i);
        for (uint32_t j = 0; j < action->outcome_count; j++) {
            struct cursor child = solution_child(pair->solution, cursor, i, j);
            uint32_t plain = layer->children[layer->first_child[cursor.index] + at++];
            CHECK(pair, plain == (child.over ? CHILD_OVER | child.vector : child.index));
            if (child.over)
                add_members(pair, states, child);
        }
    }
    CHECK(pair, layer->first_child[cursor.index] + at == layer->first_child[cursor.index + 1]);
}

static void compare_reached(struct pair *pair)
{
    struct states found = {0}, wanted = {0};
    uint32_t states = 0;
    for (uint32_t i = 0; i < pair->naive.spot_count; i++) {
        const struct naive_spot *spot = &pair->naive.spots[i];
        for (uint32_t j = 0; j < spot->world_count; j++)
            add_state(&wanted, &world_of(pair, spot, j)->state, spot->turn);
    }
    for (int turn = 0; turn <= loaded_scenario(pair->story.loaded)->turns; turn++) {
        struct layer_view layer = solution_layer(pair->solution, turn);
        CHECK(pair, layer.count == solution_layer_count(pair->solution, turn));
        states += layer.count;
        for (uint32_t i = 0; i < layer.count; i++)
            add_reached(pair, &layer, &found, solution_cursor(pair->solution, turn, i));
    }
    make_unique(&found);
    make_unique(&wanted);
    CHECK(pair, found.count == wanted.count && found.count > 0);
    CHECK(pair, memcmp(found.states, wanted.states, found.count * sizeof *found.states) == 0);
    CHECK(pair, solution_states(pair->solution) == states);
    pair->had[HAS_MERGED] |= states < pair->naive.spot_count;
    free(found.states);
    free(wanted.states);
}

/* -------------------------------------------------------------------------------- a story ---- */

static void compare_totals(struct pair *pair)
{
    const struct naive *naive = &pair->naive;
    struct coverage coverage = monitors_coverage(solution_monitors(pair->solution));
    struct values values = solution_value(pair->solution);
    char text[COUNT_TEXT_SIZE], wanted[COUNT_TEXT_SIZE];
    CHECK(pair, solution_is_complete(pair->solution));
    CHECK(pair, same_value(values.best, naive->best));
    CHECK(pair, same_value(values.worst, naive->worst));
    CHECK(pair, same_value(values.random, naive->random));
    CHECK(pair, solution_count(pair->solution, text));
    snprintf(wanted, sizeof wanted, "%llu", (unsigned long long)naive->leaves);
    CHECK(pair, strcmp(text, wanted) == 0);
    CHECK(pair, coverage.activated == naive->activated);
    CHECK(pair, coverage.kept == naive->kept);
    CHECK(pair, coverage.broken == naive->broken);
    pair->had[HAS_SPREAD] = values.best > values.random && values.random > values.worst;
}

/* The same story with some of its draws shown openly, and with silences followed. */
static void compare_variants(struct pair *pair)
{
    int draws = loaded_scenario(pair->story.loaded)->draw_count;
    unsigned reveal = draws == 0 ? 0 : draws == 1 ? 1 : 1 + (unsigned)(pair->seed % 3);
    struct solve_options options = {.reveal = reveal, .silences = true};
    struct values before = solution_value(pair->solution);
    struct naive naive;
    struct error error = {0};
    CHECK(pair, naive_grow(&naive, pair->story.fresh, 8 * SPOT_LIMIT, reveal));
    struct solution *solution = solution_new(pair->story.loaded, NULL, &options, &error);
    CHECK(pair, solution != NULL);
    struct values values = solution_value(solution);
    CHECK(pair, same_value(values.best, naive.best));
    CHECK(pair, same_value(values.worst, naive.worst));
    CHECK(pair, same_value(values.random, naive.random));
    CHECK(pair, values.best >= before.best - EXACT && values.worst <= before.worst + EXACT);
    CHECK(pair, same_value(values.random, pair->naive.random));
    pair->had[HAS_REVEALED_WORTH] = values.best > before.best + EXACT;
    solution_free(solution);
    naive_free(&naive);
}

/* With a limit, the values are bounds and the count is at most the true one. */
static void compare_limited(const struct pair *pair, const struct solve_options *options)
{
    struct error error = {0};
    struct values wanted = solution_value(pair->solution);
    struct solution *solution = solution_new(pair->story.loaded, NULL, options, &error);
    char text[COUNT_TEXT_SIZE];
    CHECK(pair, solution != NULL);
    struct values values = solution_value(solution);
    CHECK(pair, solution_count(solution, text));
    CHECK(pair, strtoull(text, NULL, 10) <= pair->naive.leaves);
    CHECK(pair, values.best >= wanted.best - EXACT && values.worst <= wanted.worst + EXACT);
    CHECK(pair, values.best <= 100 + EXACT && values.worst >= 0);
    if (solution_is_complete(solution)) {
        CHECK(pair, values.best == wanted.best && values.worst == wanted.worst);
        CHECK(pair, values.random == wanted.random);
        CHECK(pair, strtoull(text, NULL, 10) == pair->naive.leaves);
    }
    limited += !solution_is_complete(solution);
    solution_free(solution);
}

static void note_rules(struct pair *pair)
{
    const struct scenario *scenario = loaded_scenario(pair->story.loaded);
    for (int i = 0; i < scenario->rule_count; i++) {
        const struct rule *rule = &scenario->rules[i];
        const struct operand *a = &rule->operands[0];
        if (pair->naive.activated >> i & 1)
            templates_activated[rule->template]++;
        pair->had[HAS_WITHIN] |= rule->within > 0;
        pair->had[HAS_WHEN] |= rule->when >= 0;
        pair->had[HAS_ALL] |= a->all;
        pair->had[HAS_ANY] |=
            !a->all && __builtin_popcountll(a->acts) + __builtin_popcountll(a->cues) > 1;
        pair->had[HAS_CRITICAL_KEPT] |= rule->critical && (pair->naive.kept >> i & 1);
    }
}

static void note_scenario(struct pair *pair)
{
    const struct scenario *scenario = loaded_scenario(pair->story.loaded);
    pair->had[HAS_ONE_DRAW] = scenario->draw_count == 1;
    pair->had[HAS_TWO_DRAWS] = scenario->draw_count == 2;
    pair->had[HAS_FIVE_TURNS] = scenario->turns == STORY_TURNS;
    pair->had[HAS_FUNCTION_OF_TURN] = loaded_read_turn(pair->story.loaded);
    for (int i = 0; i < scenario->node_count; i++) {
        const struct node *node = &scenario->nodes[i];
        for (int j = 0; j < node->response_count; j++)
            pair->had[HAS_SILENT] |= node->responses[j].silent;
    }
    note_rules(pair);
}

/* The longest conversations whose tree is still small. */
static void open_pair(struct pair *pair, uint64_t seed)
{
    *pair = (struct pair){.seed = seed};
    for (int turns = STORY_TURNS - (int)(seed % 2);; turns--) {
        story_random(&pair->story, seed, turns);
        if (naive_grow(&pair->naive, pair->story.fresh, SPOT_LIMIT, 0))
            break;
        naive_free(&pair->naive);
        story_close(&pair->story);
    }
}

static void solve_pair(struct pair *pair)
{
    struct error error = {0};
    pair->solution = solution_new(pair->story.loaded, pair->story.fresh, NULL, &error);
    if (!pair->solution)
        fail_pair(pair, error.message);
}

static void close_pair(struct pair *pair)
{
    solution_free(pair->solution);
    naive_free(&pair->naive);
    story_close(&pair->story);
}

static void stories_are_solved_exactly(void **unused)
{
    (void)unused;
    for (uint64_t seed = 0; seed < STORIES; seed++) {
        struct pair pair;
        open_pair(&pair, seed);
        solve_pair(&pair);
        walk_all(&pair);
        compare_totals(&pair);
        compare_reached(&pair);
        compare_variants(&pair);
        compare_limited(&pair, &(struct solve_options){.state_limit = 1 + seed % 50});
        compare_limited(&pair,
                        &(struct solve_options){.memory_limit = 100000 + 1000 * (seed % 99)});
        note_scenario(&pair);
        for (int i = 0; i < FEATURE_COUNT; i++)
            census[i] += pair.had[i];
        stories++;
        close_pair(&pair);
    }
}

static void stories_have_what_it_takes(void **unused)
{
    (void)unused;
    assert_int_equal(stories, STORIES);
    for (int i = 0; i < FEATURE_COUNT; i++) {
        if (census[i] * 100 < features[i].least * stories)
            fail_msg("only %d of %d stories have %s", census[i], stories, features[i].name);
    }
    for (int i = 0; i < RULE_TEMPLATE_COUNT; i++) {
        if (templates_activated[i] * 100 < TEMPLATE_LEAST * stories)
            fail_msg("only %d of %d stories activate %s", templates_activated[i], stories,
                     rule_template_name((enum rule_template)i));
    }
    assert_true(spots_walked >= (uint64_t)stories * SPOTS_LEAST);
    assert_true(limited > stories / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stories_are_solved_exactly),
        cmocka_unit_test(stories_have_what_it_takes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
