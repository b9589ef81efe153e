/*
 * test_monitors.c: all rules as one automaton: small cases worked by hand, and a hundred thousand
 * random walks over random graphs, each judged again by the rules themselves.
 */
#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/random.h"
#include "solve/monitors.h"
#include "solve/reach.h"
#include "unit/trace.h"

enum { NODES_MAX = 8, ANSWERS = 3, TARGETS = 3, RULES = 10, LABELS = 6 };
enum { FORM_ACT = 20 }; /* the first of the engine's five acts */

/* A scenario without texts and functions: a graph that carries acts and cues. */
struct graph {
    struct scenario scenario;
    struct vocabulary words;
    struct node nodes[NODES_MAX];
    struct response responses[NODES_MAX][ANSWERS];
    int targets[NODES_MAX][ANSWERS][TARGETS];
    uint64_t cues[NODES_MAX][2]; /* variants */
    struct rule rules[RULES];
};

static void begin_graph(struct graph *graph, int nodes)
{
    memset(graph, 0, sizeof *graph);
    graph->words = (struct vocabulary){.act_file_form = FORM_ACT,
                                       .act_form_truthful = FORM_ACT + 1,
                                       .act_form_incomplete = FORM_ACT + 2,
                                       .act_form_unfounded = FORM_ACT + 3,
                                       .act_form_no_consent = FORM_ACT + 4};
    graph->scenario = (struct scenario){.turns = TURN_MAX,
                                        .nodes = graph->nodes,
                                        .node_count = nodes,
                                        .vocabulary = &graph->words,
                                        .rules = graph->rules};
    for (int i = 0; i < nodes; i++) {
        graph->nodes[i] = (struct node){.ending = 0, .form_target = -1, .timeout = -1, .hint = -1};
        graph->nodes[i].responses = graph->responses[i];
        graph->nodes[i].cues = (struct cue_set){
            .selector = {.function = FUNCTION_NONE, .case_count = 1}, .variants = graph->cues[i]};
    }
}

/* A further answer at `from` that leads to `to`; the node is then no ending. */
static void add_answer(struct graph *graph, int from, uint64_t acts, int to)
{
    struct node *node = &graph->nodes[from];
    int number = node->response_count++;
    assert(number < ANSWERS);
    int *targets = graph->targets[from][number];
    targets[0] = to;
    node->ending = -1;
    graph->responses[from][number] =
        (struct response){.acts = acts,
                          .guard = FUNCTION_NONE,
                          .target = {.kind = TARGET_FIXED, .count = 1, .nodes = targets}};
}

static struct rule *add_rule(struct graph *graph, enum rule_template template, const char *operands)
{
    assert(graph->scenario.rule_count < RULES);
    struct rule *rule = &graph->rules[graph->scenario.rule_count++];
    *rule = rule_parse(template, operands);
    assert_null(rule_fault(rule));
    return rule;
}

/* The trace's steps, the opening first, arriving at `node` with each customer's line. */
static uint32_t follow(struct monitors *monitors, const char *text, const int *nodes)
{
    struct trace trace;
    trace_parse(text, &trace);
    uint32_t vector = monitors_step(monitors, monitors_start(monitors),
                                    monitors_step_number(monitors, &trace.steps[0]));
    for (int i = 1; i + 1 < trace.count; i += 2) {
        assert(trace.steps[i].speaker == SPEAKER_TRAINEE);
        uint32_t said = monitors_step_number(monitors, &trace.steps[i]);
        uint32_t heard = monitors_step_number(monitors, &trace.steps[i + 1]);
        uint32_t pair = monitors_pair_number(monitors, said, heard, nodes[i / 2]);
        monitors_follow(monitors, 1, &pair, false, &vector);
    }
    return vector;
}

#define LABEL(letter) (UINT64_C(1) << ((letter) - 'a'))

/* ---------------------------------------------------------------------------------- reach ---- */

/*
 * 0 -a-> 1, 0 -b-> 2; 1 -c-> 0; 2 -d-> 3, and a form that leads to 3; 3 -(nothing)-> 4, an ending
 * with cue E. Node i shows cue A + i; 3 has a second variant, F.
 */
static void make_reach_graph(struct graph *graph)
{
    begin_graph(graph, 5);
    for (int i = 0; i < 5; i++)
        graph->cues[i][0] = LABEL('a' + i);
    graph->cues[3][1] = LABEL('f');
    graph->nodes[3].cues.selector.case_count = 2;
    add_answer(graph, 0, LABEL('a'), 1);
    add_answer(graph, 0, LABEL('b'), 2);
    add_answer(graph, 1, LABEL('c'), 0);
    add_answer(graph, 2, LABEL('d'), 3);
    add_answer(graph, 3, 0, 4);
    graph->nodes[2].form_target = 3;
    graph->responses[2][0].silent = true; /* running out of time leads there as well */
}

static void reach_holds_all_that_may_come(void **unused)
{
    (void)unused;
    struct graph graph;
    make_reach_graph(&graph);
    struct reach *reach = reach_of(&graph.scenario);
    const uint64_t forms = UINT64_C(31) << FORM_ACT;
    const uint64_t abcd = LABEL('a') | LABEL('b') | LABEL('c') | LABEL('d');
    const uint64_t all_cues =
        LABEL('a') | LABEL('b') | LABEL('c') | LABEL('d') | LABEL('e') | LABEL('f');
    for (int i = 0; i < 2; i++) {
        assert_true(reach[i].acts == (abcd | forms));
        assert_true(reach[i].cues == all_cues);
        assert_false(reach[i].over);
    }
    assert_true(reach[2].acts == (LABEL('d') | forms));
    assert_true(reach[2].cues == (LABEL('d') | LABEL('e') | LABEL('f')));
    assert_true(reach[3].acts == 0 && reach[3].cues == LABEL('e') && !reach[3].over);
    assert_true(reach[4].acts == 0 && reach[4].cues == 0 && reach[4].over);
    free(reach);
}

/* Whether the rule is settled at node 2 or 3 of the graph above, after a trace. */
static bool settled(int node, enum rule_template template, const char *operands, const char *text)
{
    struct graph graph;
    struct trace trace;
    make_reach_graph(&graph);
    struct reach *reach = reach_of(&graph.scenario);
    struct rule rule = rule_parse(template, operands);
    trace_parse(text, &trace);
    assert_false(trace.ended);
    struct rule_state state = trace_judge(&rule, &trace);
    bool answer = reach_settles(&reach[node], &rule, &state);
    free(reach);
    return answer;
}

static void a_rule_settles_when_nothing_can_touch_it(void **unused)
{
    (void)unused;
    /* At 2, of the letters, only d, D, E and F can still come; at 3 only E. */
    assert_true(settled(2, RULE_ABSENCE, "a", "A.b.C~"));
    assert_false(settled(2, RULE_ABSENCE, "d", "A.b.C~"));
    assert_true(settled(3, RULE_ABSENCE, "d", "A.b.C~"));
    assert_true(settled(2, RULE_ABSENCE, "d", "A.d.C~")); /* broken already */
    assert_false(settled(3, RULE_LAST, "E", "A.b.C~"));
    assert_false(settled(3, RULE_LAST, "a", "A.b.C~")); /* an answer without acts may come */
    assert_true(settled(2, RULE_INIT, "a", "A.b.C~"));
    assert_true(settled(2, RULE_RESPONSE, "a d", "A.b.C~"));
    assert_false(settled(2, RULE_RESPONSE, "a d", "A.a.C~")); /* waits for d */
    assert_true(settled(3, RULE_RESPONSE, "a d", "A.a.C~"));  /* in vain */
    assert_false(settled(2, RULE_RESPONSE, "d a", "A.b.C~"));
    assert_true(settled(2, RULE_PRECEDENCE, "d a", "A.b.C~"));
    assert_false(settled(2, RULE_PRECEDENCE, "a d", "A.b.C~"));
    assert_false(settled(2, RULE_SUCCESSION, "a d", "A.b.C~"));
    assert_false(settled(2, RULE_SUCCESSION, "d a", "A.b.C~"));
    assert_true(settled(2, RULE_SUCCESSION, "a b", "A.a.C~"));
    assert_false(settled(2, RULE_NOT_COEXISTENCE, "a d", "A.a.C~"));
    assert_true(settled(2, RULE_NOT_COEXISTENCE, "a b", "A.a.C~"));
    assert_true(settled(2, RULE_ORDERED, "d a b", "A.b.C~"));
    assert_false(settled(2, RULE_ORDERED, "a b d", "A.b.C~"));
    assert_true(settled(4, RULE_LAST, "a", "A.b.C~")); /* it is over */
}

/* -------------------------------------------------------------------------------- vectors ---- */

static void vectors_forget_what_cannot_matter(void **unused)
{
    (void)unused;
    static const int home[] = {0, 0, 0};
    struct graph graph;
    make_reach_graph(&graph);
    struct rule *rule = add_rule(&graph, RULE_RESPONSE, "a d");
    struct monitors *monitors = monitors_new(&graph.scenario);
    uint32_t early = follow(monitors, "A.a.A.-.A.-.A~", home);
    assert_int_equal(early, follow(monitors, "A.-.A.-.A.a.A~", home));
    assert_int_not_equal(early, follow(monitors, "A.-.A.-.A.-.A~", home));
    assert_int_not_equal(early, follow(monitors, "A.a.A.-.A.a.A~", home)); /* two are open */
    monitors_free(monitors);
    rule->within = 9; /* now it matters when */
    monitors = monitors_new(&graph.scenario);
    early = follow(monitors, "A.a.A.-.A.-.A~", home);
    assert_int_not_equal(early, follow(monitors, "A.-.A.-.A.a.A~", home));
    monitors_free(monitors);
}

static void vectors_keep_the_sum_of_rules_that_retired(void **unused)
{
    (void)unused;
    static const int home[] = {1, 0}, away[] = {1, 2}, last[] = {0, 2, 3, 4};
    struct graph graph;
    make_reach_graph(&graph);
    add_rule(&graph, RULE_PRECEDENCE, "a b")->weight = 2;
    add_rule(&graph, RULE_ABSENCE, "c")->critical = true;
    struct monitors *monitors = monitors_new(&graph.scenario);
    /* Back at 0 it still matters whether there was an a; at 2 there is no b to come. */
    assert_int_not_equal(follow(monitors, "A.a.B.-.A~", home),
                         follow(monitors, "A.-.B.-.A~", home));
    assert_int_equal(follow(monitors, "A.a.B.-.C~", away), follow(monitors, "A.-.B.-.C~", away));
    assert_int_not_equal(follow(monitors, "A.a.B.c.C~", away),
                         follow(monitors, "A.a.B.-.C~", away));
    /* Both rules retire at 2, kept or broken, and are in the sum at the end. */
    struct worth worth = monitors_end(monitors, follow(monitors, "A.a.A.b.C.d.D.-.E~", last));
    assert_true(worth.total == 100 && !worth.critical);
    worth = monitors_end(monitors, follow(monitors, "A.ac.A.b.C.d.D.-.E~", last));
    assert_true(worth.total == (double)(200.0L / 3) && worth.critical);
    worth = monitors_end(monitors, follow(monitors, "A.-.A.b.C.d.D.-.E~", last));
    assert_true(worth.total == (double)(100.0L / 3) && !worth.critical);
    worth = monitors_end(monitors, follow(monitors, "A.-.A.-.C.d.D.-.E~", last));
    assert_true(worth.total == 100); /* no b: the precedence does not count */
    struct coverage coverage = monitors_coverage(monitors);
    assert_true(coverage.activated == 3 && coverage.kept == 3 && coverage.broken == 3);
    monitors_free(monitors);
}

static void marks_are_summed(void **unused)
{
    (void)unused;
    static const int home[] = {0, 0, 0, 0};
    struct graph graph;
    make_reach_graph(&graph);
    add_rule(&graph, RULE_RESPONSE, "a d")->weight = 4; /* 2 of 3 */
    add_rule(&graph, RULE_EXISTENCE, "c")->weight = 2;  /* no */
    add_rule(&graph, RULE_ABSENCE, "b")->weight = 1;    /* yes */
    add_rule(&graph, RULE_CHAIN_RESPONSE, "c b");       /* not activated */
    struct monitors *monitors = monitors_new(&graph.scenario);
    uint32_t vector = follow(monitors, "A.a.A.a.A.d.A.a.A~", home);
    struct worth worth = monitors_end(monitors, vector);
    assert_true(worth.total == (double)(100 * (8.0L / 3 + 1) / 7) && !worth.critical);
    struct coverage coverage = monitors_coverage(monitors);
    assert_true(coverage.activated == 7 && coverage.kept == 4 && coverage.broken == 3);
    monitors_free(monitors);
}

/* --------------------------------------------------------------------------- random walks ---- */

struct dice {
    uint64_t seed, thrown;
};

static int throw(struct dice * dice, int sides)
{
    return (int)random_below(dice->seed, RANDOM_TRAINEE, dice->thrown++, (uint64_t)sides);
}

static uint64_t some_labels(struct dice *dice, int most)
{
    uint64_t labels = 0;
    for (int i = throw(dice, most + 1); i > 0; i--)
        labels |= UINT64_C(1) << throw(dice, LABELS);
    return labels;
}

/* Engine's acts of a filed form: truthful, or wrong in some way. */
static uint64_t some_form(struct dice *dice)
{
    uint64_t wrong = (uint64_t) throw(dice, 8) << (FORM_ACT + 2);
    return UINT64_C(1) << FORM_ACT | (wrong ? wrong : UINT64_C(1) << (FORM_ACT + 1));
}

static struct operand some_operand(struct dice *dice)
{
    struct operand operand = {.all = throw(dice, 4) == 0};
    bool acts = throw(dice, 2), cues = !acts || (!operand.all && throw(dice, 4) == 0);
    while (acts && !operand.acts)
        operand.acts = some_labels(dice, 2) | (throw(dice, 4) ? 0 : some_form(dice));
    while (cues && !operand.cues)
        operand.cues = some_labels(dice, 2);
    return operand;
}

static struct rule some_rule(struct dice *dice)
{
    struct rule rule;
    do {
        rule = (struct rule){.template = (enum rule_template) throw(dice, RULE_TEMPLATE_COUNT),
                             .times = 1,
                             .when = throw(dice, 3) ? -1 : throw(dice, MOOD_COUNT),
                             .within = throw(dice, 3) ? 0 : 1 + throw(dice, 8),
                             .weight = 1 + throw(dice, 5),
                             .critical = throw(dice, 5) == 0};
        rule.operand_count = rule_template_is_trace_wide(rule.template) ? 1 : 2;
        if (rule.template == RULE_ORDERED)
            rule.operand_count += throw(dice, 3);
        if (rule.template == RULE_EXISTENCE || rule.template == RULE_EXACTLY)
            rule.times = 1 + throw(dice, 3);
        for (int i = 0; i < rule.operand_count; i++)
            rule.operands[i] = some_operand(dice);
    } while (rule_fault(&rule));
    return rule;
}

static void make_random_graph(struct graph *graph, struct dice *dice)
{
    int nodes = 2 + throw(dice, NODES_MAX - 1);
    begin_graph(graph, nodes);
    for (int i = 0; i < nodes; i++) {
        graph->cues[i][0] = some_labels(dice, 2);
        graph->cues[i][1] = some_labels(dice, 2);
        graph->nodes[i].cues.selector.case_count = throw(dice, 3);
        for (int j = i == nodes - 1 && throw(dice, 2) ? 0 : 1 + throw(dice, ANSWERS); j > 0; j--) {
            int number = graph->nodes[i].response_count;
            add_answer(graph, i, some_labels(dice, 2), throw(dice, nodes));
            graph->responses[i][number].target.count = 1 + throw(dice, TARGETS);
            for (int k = 1; k < TARGETS; k++)
                graph->targets[i][number][k] = throw(dice, nodes);
        }
        if (graph->nodes[i].response_count > 0 && throw(dice, 4) == 0)
            graph->nodes[i].form_target = throw(dice, nodes);
    }
    graph->scenario.rule_count = RULES;
    for (int i = 0; i < RULES; i++)
        graph->rules[i] = some_rule(dice);
}

/* A walk, and what the rules themselves make of it. */
struct walk {
    struct rule_state states[RULES];
    uint32_t vector, pair;
    int node;
    enum mood mood;
};

/* Walkers set out together, so that their pairs are followed in one batch. */
struct party {
    struct graph graph;
    struct dice dice;
    struct monitors *monitors;
    struct coverage wanted; /* of everything that was ended */
    struct walk walks[MONITORS_BATCH];
    int count;
};

static void step_states(const struct graph *graph, struct walk *walk, const struct step *step)
{
    for (int i = 0; i < graph->scenario.rule_count; i++)
        rule_step(&graph->rules[i], &walk->states[i], step);
}

/* The line at a node; the mood may have moved. */
static struct step arrive(struct party *party, struct walk *walk, int node)
{
    int cases = party->graph.nodes[node].cues.selector.case_count;
    walk->node = node;
    walk->mood = (enum mood) throw(&party->dice, MOOD_COUNT);
    return (struct step){.speaker = SPEAKER_CUSTOMER,
                         .labels = cases ? party->graph.cues[node][throw(&party->dice, cases)] : 0,
                         .mood = walk->mood};
}

static void begin_walk(struct party *party, struct walk *walk)
{
    for (int i = 0; i < party->graph.scenario.rule_count; i++)
        rule_begin(&party->graph.rules[i], &walk->states[i]);
    struct step heard = arrive(party, walk, 0);
    step_states(&party->graph, walk, &heard);
    walk->vector = monitors_step(party->monitors, monitors_start(party->monitors),
                                 monitors_step_number(party->monitors, &heard));
}

/* A response or form and the line after it; the vector is still that of before. */
static void take_turn(struct party *party, struct walk *walk)
{
    const struct node *node = &party->graph.nodes[walk->node];
    int answer = throw(&party->dice, node->response_count + (node->form_target >= 0));
    struct step said = {.speaker = SPEAKER_TRAINEE, .mood = walk->mood};
    int next = node->form_target;
    if (answer < node->response_count) {
        const struct target *target = &node->responses[answer].target;
        said.labels = node->responses[answer].acts;
        next = target->nodes[throw(&party->dice, target->count)];
    } else {
        said.labels = some_form(&party->dice);
    }
    struct step heard = arrive(party, walk, next);
    step_states(&party->graph, walk, &said);
    step_states(&party->graph, walk, &heard);
    walk->pair = monitors_pair_number(party->monitors, monitors_step_number(party->monitors, &said),
                                      monitors_step_number(party->monitors, &heard), next);
    assert_int_equal(monitors_pair_is_over(party->monitors, walk->pair),
                     party->graph.nodes[next].ending >= 0);
}

static void follow_together(struct party *party, bool last)
{
    uint32_t pairs[MONITORS_BATCH], vectors[MONITORS_BATCH], again[MONITORS_BATCH];
    for (int i = 0; i < party->count; i++) {
        pairs[i] = party->walks[i].pair;
        vectors[i] = again[i] = party->walks[i].vector;
    }
    monitors_follow(party->monitors, (uint32_t)party->count, pairs, last, vectors);
    monitors_follow(party->monitors, (uint32_t)party->count, pairs, last, again);
    assert_memory_equal(vectors, again, (size_t)party->count * sizeof *vectors);
    for (int i = 0; i < party->count; i++)
        party->walks[i].vector = vectors[i];
}

/* The trace may end here: both must think the same of it. */
static void compare_end(struct party *party, const struct walk *walk)
{
    const struct scenario *scenario = &party->graph.scenario;
    struct rule_state ended[RULES];
    bool critical = false;
    memcpy(ended, walk->states, sizeof ended);
    for (int i = 0; i < scenario->rule_count; i++) {
        uint64_t bit = UINT64_C(1) << i;
        rule_end(&scenario->rules[i], &ended[i]);
        critical |= scenario->rules[i].critical && ended[i].violated > 0;
        if (ended[i].activations == 0)
            continue;
        party->wanted.activated |= bit;
        party->wanted.kept |= ended[i].violated == 0 ? bit : 0;
        party->wanted.broken |= ended[i].violated > 0 ? bit : 0;
    }
    struct worth worth = monitors_end(party->monitors, walk->vector);
    assert_true(worth.total == score_total(scenario, ended));
    assert_int_equal(worth.critical, critical);
}

/* Everybody walks until an ending or the turn limit; returns the turns of all. */
static long walk_together(struct party *party)
{
    long turns = 0;
    party->count = MONITORS_BATCH;
    for (int i = 0; i < party->count; i++)
        begin_walk(party, &party->walks[i]);
    for (int turn = 1; turn <= TURN_MAX && party->count > 0; turn++) {
        int going = 0;
        turns += party->count;
        for (int i = 0; i < party->count; i++)
            take_turn(party, &party->walks[i]);
        follow_together(party, turn == TURN_MAX);
        if (monitors_crowded(party->monitors))
            return turns;
        for (int i = 0; i < party->count; i++) {
            struct walk *walk = &party->walks[i];
            bool over = turn == TURN_MAX || party->graph.nodes[walk->node].ending >= 0;
            if (over || throw(&party->dice, 4) == 0)
                compare_end(party, walk);
            if (!over)
                party->walks[going++] = *walk;
        }
        party->count = going;
    }
    return turns;
}

static void random_walks_are_judged_as_by_the_rules(void **unused)
{
    (void)unused;
    enum { GRAPHS = 400, PARTIES = 2 };
    static struct party party;
    long turns = 0;
    int covered = 0;
    for (uint64_t seed = 0; seed < GRAPHS; seed++) {
        party = (struct party){.dice = {.seed = seed}};
        make_random_graph(&party.graph, &party.dice);
        party.monitors = monitors_new(&party.graph.scenario);
        for (int i = 0; i < PARTIES; i++)
            turns += walk_together(&party);
        struct coverage found = monitors_coverage(party.monitors);
        assert_true(found.activated == party.wanted.activated);
        assert_true(found.kept == party.wanted.kept && found.broken == party.wanted.broken);
        covered += __builtin_popcountll(found.kept & found.broken);
        monitors_free(party.monitors);
    }
    static_assert(GRAPHS * PARTIES * MONITORS_BATCH >= 100000, "a hundred thousand walks");
    assert_true(turns > 4L * GRAPHS * PARTIES * MONITORS_BATCH);
    assert_true(covered > GRAPHS * RULES / 4); /* rules that were both kept and broken */
}

/*
 * Rules whose obligations age have a state for every way to arise. As long as there are numbers for
 * them, everything is right; then monitors say so.
 */
static void a_crowded_rule_is_told_of(void **unused)
{
    (void)unused;
    static struct party party;
    long turns = 0;
    party = (struct party){.dice = {.seed = 1}};
    begin_graph(&party.graph, 1);
    add_answer(&party.graph, 0, LABEL('a'), 0);
    add_answer(&party.graph, 0, 0, 0);
    party.graph.cues[0][1] = LABEL('b');
    party.graph.nodes[0].cues.selector.case_count = 2;
    add_rule(&party.graph, RULE_RESPONSE, "a c")->within = 40;
    add_rule(&party.graph, RULE_NOT_SUCCESSION, "aB a")->within = 40;
    party.monitors = monitors_new(&party.graph.scenario);
    for (int i = 0; i < 20 && !monitors_crowded(party.monitors); i++)
        turns += walk_together(&party);
    assert_true(monitors_crowded(party.monitors));
    assert_true(turns > UINT16_MAX);
    assert_true(monitors_count(party.monitors) > UINT16_MAX);
    monitors_free(party.monitors);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reach_holds_all_that_may_come),
        cmocka_unit_test(a_rule_settles_when_nothing_can_touch_it),
        cmocka_unit_test(vectors_forget_what_cannot_matter),
        cmocka_unit_test(vectors_keep_the_sum_of_rules_that_retired),
        cmocka_unit_test(marks_are_summed),
        cmocka_unit_test(random_walks_are_judged_as_by_the_rules),
        cmocka_unit_test(a_crowded_rule_is_told_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
