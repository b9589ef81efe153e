/* check_smells.c: what works and teaches the wrong thing, measured against thresholds. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/words.h"
#include "solve/check_parts.h"

static const double give_away_share = 0.20; /* of random plays that pass */
static const double stray_share = 0.10;     /* of random plays that run out of turns */
static const double failing_share = 0.50;   /* of decisions whose worst pick fails */
static const double node_share = 0.50;      /* of a node's states that give it away */
static const double longest_share = 0.50, first_share = 0.50, dominated_share = 0.90; /* of nodes */
enum {
    NODES_MIN = 3, /* with a choice; of fewer no share is told */
    CROWD = 3,     /* wrong responses that are the same at once */
};

static struct place at_start(const struct check *check)
{
    return check_at_node(&check->scenario->nodes[check->scenario->start]);
}

/* ------------------------------------------------------------------- what gives it away ---- */

/* Names of the nodes told, for the author to start with. */
struct tale {
    int told, nodes;
    struct buffer names;
};

static void tell(struct tale *tale, const struct node *node, bool told)
{
    enum { NAMES_MAX = 5 };
    tale->nodes++;
    if (!told)
        return;
    if (tale->told < NAMES_MAX)
        buffer_printf(&tale->names, "%s%s", tale->told ? ", " : "", node->id);
    else if (tale->told == NAMES_MAX)
        buffer_add(&tale->names, " …");
    tale->told++;
}

static bool smells(const struct tale *tale, double share)
{
    return tale->nodes >= NODES_MIN && tale->told > share * tale->nodes;
}

static bool mostly(uint64_t count, const struct node_survey *survey)
{
    return (double)count > node_share * (double)survey->choices;
}

static void check_longest(struct check *check, enum language language)
{
    const char *const names[] = {[LANGUAGE_ZH] = _("Chinese"), [LANGUAGE_EN] = _("English")};
    struct tale tale = {0};
    for (int i = 0; i < check->scenario->node_count; i++) {
        const struct node_survey *survey = &check->survey.nodes[i];
        if (survey->choices > 0)
            tell(&tale, &check->scenario->nodes[i], mostly(survey->longest[language], survey));
    }
    if (smells(&tale, longest_share))
        check_add(check, CHECK_LONGEST, at_start(check),
                  _("the longest response is a best one at %d of %d nodes (in %s): %s; make wrong "
                    "ones as long"),
                  tale.told, tale.nodes, names[language], tale.names.data);
    buffer_free(&tale.names);
}

static void check_first(struct check *check)
{
    struct tale tale = {0};
    for (int i = 0; i < check->scenario->node_count; i++) {
        const struct node_survey *survey = &check->survey.nodes[i];
        if (survey->choices > 0)
            tell(&tale, &check->scenario->nodes[i], mostly(survey->first, survey));
    }
    if (smells(&tale, first_share))
        check_add(check, CHECK_FIRST, at_start(check),
                  _("the first response in the file is a best one at %d of %d nodes: %s; class "
                    "mode shows them in that order, so mix it"),
                  tale.told, tale.nodes, tale.names.data);
    buffer_free(&tale.names);
}

/* The node has several states, and one response is the only best in all of them. */
static bool is_dominated(const struct node_survey *survey)
{
    for (int i = 0; i < RESPONSE_MAX; i++) {
        if (survey->responses[i].only_best == survey->choices)
            return true;
    }
    return false;
}

static void check_dominated(struct check *check)
{
    struct tale tale = {0};
    for (int i = 0; i < check->scenario->node_count; i++) {
        const struct node_survey *survey = &check->survey.nodes[i];
        if (survey->choices >= 2)
            tell(&tale, &check->scenario->nodes[i], is_dominated(survey));
    }
    if (smells(&tale, dominated_share))
        check_add(check, CHECK_DOMINATES, at_start(check),
                  _("at %d of %d nodes one response is the only best whatever came before: %s; "
                    "let mood, draws or what was said change the right answer somewhere"),
                  tale.told, tale.nodes, tale.names.data);
    buffer_free(&tale.names);
}

/* -------------------------------------------------------------------------- responses ---- */

static bool are_twins(const struct node_survey *survey, int left, int right)
{
    const struct response_survey *response = &survey->responses[left];
    return (response->together >> right & 1) && !(response->differ >> right & 1);
}

/* The responses that never differ from `first` and come behind it, a bit each. */
static uint16_t twins_of(const struct node *node, const struct node_survey *survey, int first)
{
    uint16_t twins = 0;
    for (int i = first + 1; i < node->response_count; i++)
        twins |= (uint16_t)((unsigned)are_twins(survey, first, i) << i);
    return twins;
}

/* One finding for each set of responses that are the same. */
static void check_twins(struct check *check, const struct node *node,
                        const struct node_survey *survey)
{
    uint16_t told = 0;
    for (int i = 0; i < node->response_count; i++) {
        const struct response_survey *response = &survey->responses[i];
        uint16_t twins = twins_of(node, survey, i);
        struct buffer names = {0};
        if (!twins || (told >> i & 1) || (response->crowd < CROWD && response->best == 0))
            continue;
        told |= twins;
        buffer_printf(&names, "'%s'", node->responses[i].id);
        for (int j = i + 1; j < node->response_count; j++)
            if (twins >> j & 1)
                buffer_printf(&names, ", '%s'", node->responses[j].id);
        check_add(check, CHECK_TWINS, check_at_response(node, &node->responses[i]),
                  _("at '%s' these never differ in effect: %s; the same acts, and the same lines "
                    "follow: give one another act, effect or target, or drop it"),
                  node->id, names.data);
        buffer_free(&names);
    }
}

static void check_straw_men(struct check *check, const struct node *node,
                            const struct node_survey *survey)
{
    for (int i = 0; i < node->response_count; i++) {
        const struct response_survey *response = &survey->responses[i];
        if (response->seen_open && response->least_cost > PLAUSIBLE && response->least_cost <= 100)
            check_add(check, CHECK_STRAW_MAN, check_at_response(node, &node->responses[i]),
                      _("nobody would say '%s': in every play it costs %.1f points or more; make "
                        "it tempting"),
                      node->responses[i].key, response->least_cost);
    }
}

/* Where the pick's function begins; 0: there is none. */
static int pick_line(const struct check *check, const struct target *target)
{
    int line = 0;
    if (target->kind == TARGET_CHOSEN)
        loaded_function_place(check->report->loaded, target->selector.function, &line);
    return line;
}

/* The same pick, shared by several responses: one function, the same cases. */
static bool same_targets(const struct check *check, const struct target *left,
                         const struct target *right)
{
    return left->kind == right->kind && left->count == right->count &&
           memcmp(left->nodes, right->nodes, (size_t)left->count * sizeof *left->nodes) == 0 &&
           pick_line(check, left) == pick_line(check, right);
}

/* Which targets are led to by any response that has this pick too. */
static uint64_t taken_anywhere(const struct check *check, const struct target *target)
{
    uint64_t taken = 0;
    for (int i = 0; i < check->scenario->node_count; i++) {
        const struct node *node = &check->scenario->nodes[i];
        for (int j = 0; j < node->response_count; j++)
            if (same_targets(check, &node->responses[j].target, target))
                taken |= check->report->reach[i].taken[j];
    }
    return taken;
}

static void check_branches(struct check *check, int number)
{
    const struct node *node = &check->scenario->nodes[number];
    const struct node_reach *reach = &check->report->reach[number];
    for (int i = 0; i < node->response_count; i++) {
        const struct target *target = &node->responses[i].target;
        if (!(reach->responses >> i & 1) || target->count < 2)
            continue;
        uint64_t taken = taken_anywhere(check, target);
        for (int j = 0; j < target->count && j < 64; j++) {
            if (!(taken >> j & 1))
                check_add(check, CHECK_BRANCH, check_at_response(node, &node->responses[i]),
                          _("'%s' never leads to '%s': mend its pick, or take that case out"),
                          node->responses[i].key, check->scenario->nodes[target->nodes[j]].id);
        }
    }
}

static void check_node(struct check *check, int number)
{
    const struct node *node = &check->scenario->nodes[number];
    const struct node_survey *survey = &check->survey.nodes[number];
    check_twins(check, node, survey);
    check_straw_men(check, node, survey);
    check_branches(check, number);
    if (survey->most_picks > 1 && survey->spread <= SAME)
        check_add(check, CHECK_WEIGHTLESS, check_at_node(node),
                  _("what is said at '%s' never changes the score: give its responses acts that "
                    "some rule looks at"),
                  node->id);
}

/* --------------------------------------------------------------------- the first mistake ---- */

struct stumbles {
    uint64_t decisions, failing;
};

/* Looks at one state of best play; returns its first best action. */
static uint32_t stumble(const struct check *check, struct cursor cursor, struct stumbles *stumbles)
{
    uint32_t count = solution_action_count(check->solution, cursor), choice = UINT32_MAX;
    double best = solution_at(check->solution, cursor).best, least = best;
    const struct situation *situation =
        situations_get(solution_situations(check->solution), cursor.situation);
    for (uint32_t i = 0; i < count; i++) {
        if (situations_action(solution_situations(check->solution), situation, i)->silence)
            continue;
        double value = solution_action(check->solution, cursor, i).best;
        if (choice == UINT32_MAX && best - value <= SAME)
            choice = i;
        least = value < least ? value : least;
    }
    if (best - least > SAME) {
        stumbles->decisions++;
        stumbles->failing += least + SAME < PASS_SCORE;
    }
    return choice;
}

static void mark_children(const struct check *check, struct cursor cursor, uint32_t choice,
                          uint8_t *next)
{
    const struct situations *situations = solution_situations(check->solution);
    const struct situation *situation = situations_get(situations, cursor.situation);
    uint32_t outcomes = situations_action(situations, situation, choice)->outcome_count;
    for (uint32_t i = 0; i < outcomes; i++) {
        struct cursor child = solution_child(check->solution, cursor, choice, i);
        if (!child.over)
            next[child.index] = 1;
    }
}

static uint8_t *new_marks(const struct check *check, int turn)
{
    uint8_t *marks = calloc((size_t)solution_layer_count(check->solution, turn) + 1, 1);
    if (!marks)
        abort();
    return marks;
}

/* Every state that best play may come to, turn by turn. */
static struct stumbles survey_best_play(const struct check *check)
{
    struct stumbles stumbles = {0};
    uint8_t *marks = new_marks(check, 0);
    for (uint32_t i = 0; i < solution_root_count(check->solution); i++)
        marks[solution_root(check->solution, i, NULL).index] = 1;
    for (int turn = 0; turn < check->scenario->turns; turn++) {
        uint32_t count = solution_layer_count(check->solution, turn);
        uint8_t *next = new_marks(check, turn + 1);
        for (uint32_t i = 0; i < count; i++) {
            struct cursor cursor = solution_cursor(check->solution, turn, i);
            uint32_t choice = marks[i] ? stumble(check, cursor, &stumbles) : UINT32_MAX;
            if (choice != UINT32_MAX)
                mark_children(check, cursor, choice, next);
        }
        free(marks);
        marks = next;
    }
    free(marks);
    return stumbles;
}

static void check_unforgiving(struct check *check)
{
    struct stumbles stumbles = survey_best_play(check);
    if (stumbles.decisions >= NODES_MIN &&
        (double)stumbles.failing > failing_share * (double)stumbles.decisions)
        check_add(check, CHECK_UNFORGIVING, at_start(check),
                  _("one slip fails: after %d of the %d decisions of best play, the worst pick "
                    "leaves less than %.0f; let later turns make up for it"),
                  (int)stumbles.failing, (int)stumbles.decisions, PASS_SCORE);
}

/* --------------------------------------------------------------------------------- all ---- */

static void check_chance_play(struct check *check)
{
    const struct survey *survey = &check->survey;
    if (survey->pass > give_away_share)
        check_add(check, CHECK_GIVE_AWAY, at_start(check),
                  _("random picks pass %.1f %% of plays (more than %.0f %%): make wrong responses "
                    "more tempting, or weigh the rules they break higher"),
                  100 * survey->pass, 100 * give_away_share);
    if (survey->stray > stray_share)
        check_add(check, CHECK_OUT_OF_TURNS, (struct place){.line = check_line(check, "turns")},
                  _("%.1f %% of random plays run out of turns before any ending: allow more than "
                    "%d, or shorten the ways round"),
                  100 * survey->stray, check->scenario->turns);
}

void check_smells(struct check *check)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        check_longest(check, (enum language)language);
    check_first(check);
    check_dominated(check);
    for (int i = 0; i < check->scenario->node_count; i++)
        check_node(check, i);
    check_chance_play(check);
    check_unforgiving(check);
    if ((check->survey.moods & (check->survey.moods - 1)) == 0)
        check_add(check, CHECK_STILL_MOOD, at_start(check),
                  _("the customer's mood never moves: let some responses cheer or annoy"));
}
