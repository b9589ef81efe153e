/* check_summary.c: the figures of a scenario, and its best and shortest plays. */
#include "solve/check_parts.h"

void check_summarise_begin(struct check *check)
{
    struct check_report *report = check->report;
    const struct vocabulary *words = check->scenario->vocabulary;
    struct check_summary *summary = &report->summary;
    summary->ending_count = words->ending_count + 1;
    summary->endings =
        arena_alloc(report->arena, (size_t)summary->ending_count, sizeof *summary->endings);
    for (int i = 0; i < words->ending_count; i++)
        summary->endings[i].ending = &words->endings[i];
}

/* ------------------------------------------------------------------------------- plays ---- */

/* What the customer says at a state, or what can be seen there. */
static const struct text *line_at(const struct check *check, const struct cursor *cursor)
{
    const struct situations *situations = solution_situations(check->solution);
    const struct situation *situation = situations_get(situations, cursor->situation);
    const struct state *state = situations_member(situations, situation, 0);
    const struct node *node = &check->scenario->nodes[situation->node];
    const struct evaluator *evaluator = loaded_evaluator(check->report->loaded);
    const struct text *text = NULL;
    if (state_line(evaluator, state, &node->says, &text, NULL) && text)
        return text;
    return state_line(evaluator, state, &node->scene, &text, NULL) ? text : NULL;
}

static const struct action *action_at(const struct check *check, const struct cursor *cursor,
                                      uint32_t action)
{
    const struct situations *situations = solution_situations(check->solution);
    return situations_action(situations, situations_get(situations, cursor->situation), action);
}

/* Picks an action at a state that goes on; UINT32_MAX: the play stops here. */
typedef uint32_t picker(const struct check *check, struct cursor cursor);
/* How much an outcome is wanted; the first of the most wanted is followed. */
typedef double wish_for(const struct check *check, struct cursor child, double probability);

static struct cursor follow(const struct check *check, struct cursor cursor, uint32_t action,
                            wish_for *wanted)
{
    const struct situations *situations = solution_situations(check->solution);
    const struct action *taken = action_at(check, &cursor, action);
    struct cursor chosen = cursor;
    double most = -1;
    for (uint32_t i = 0; i < taken->outcome_count; i++) {
        struct cursor child = solution_child(check->solution, cursor, action, i);
        double wish = wanted(check, child, situations_outcome(situations, taken, i)->probability);
        if (wish > most) {
            most = wish;
            chosen = child;
        }
    }
    return chosen;
}

static void add_step(const struct check *check, const struct cursor *cursor, uint32_t action,
                     struct conversation *play)
{
    const struct situation *situation =
        situations_get(solution_situations(check->solution), cursor->situation);
    const struct node *node = &check->scenario->nodes[situation->node];
    struct line_step *step = &play->steps[play->step_count++];
    step->node = situation->node;
    step->says = line_at(check, cursor);
    if (action != UINT32_MAX && action_at(check, cursor, action)->response >= 0)
        step->answer = &node->responses[action_at(check, cursor, action)->response];
}

static struct cursor first_root(const struct check *check, wish_for *wanted)
{
    struct cursor chosen = {0};
    double most = -1;
    for (uint32_t i = 0; i < solution_root_count(check->solution); i++) {
        double probability;
        struct cursor root = solution_root(check->solution, i, &probability);
        double wish = wanted(check, root, probability);
        if (wish > most) {
            most = wish;
            chosen = root;
        }
    }
    return chosen;
}

static void play_through(const struct check *check, picker *pick, wish_for *wanted,
                         struct conversation *play)
{
    struct cursor cursor = first_root(check, wanted);
    uint32_t action;
    while (!cursor.over && (action = pick(check, cursor)) != UINT32_MAX) {
        add_step(check, &cursor, action, play);
        cursor = follow(check, cursor, action, wanted);
        play->turns++;
    }
    add_step(check, &cursor, UINT32_MAX, play);
    play->score = solution_at(check->solution, cursor).best;
}

static uint32_t pick_best(const struct check *check, struct cursor cursor)
{
    double best = solution_at(check->solution, cursor).best;
    uint32_t count = solution_action_count(check->solution, cursor);
    for (uint32_t i = 0; i < count; i++) {
        if (!action_at(check, &cursor, i)->silence &&
            best - solution_action(check->solution, cursor, i).best <= SAME)
            return i;
    }
    return UINT32_MAX;
}

static double want_likely(const struct check *check, struct cursor child, double probability)
{
    (void)check;
    (void)child;
    return probability;
}

/* Turns from a state to the nearest pass. */
static uint8_t distance(const struct check *check, const struct cursor *cursor)
{
    if (!cursor->over)
        return check->survey.shortest[cursor->turn][cursor->index];
    struct worth worth = monitors_end(solution_monitors(check->solution), cursor->vector);
    return check_passes(worth) ? 0 : NEVER;
}

static double want_near(const struct check *check, struct cursor child, double probability)
{
    (void)probability;
    return NEVER - distance(check, &child);
}

static uint32_t pick_nearest(const struct check *check, struct cursor cursor)
{
    uint32_t count = solution_action_count(check->solution, cursor), chosen = UINT32_MAX;
    uint8_t least = NEVER;
    for (uint32_t i = 0; i < count; i++) {
        if (action_at(check, &cursor, i)->silence)
            continue;
        struct cursor child = follow(check, cursor, i, want_near);
        uint8_t turns = distance(check, &child);
        if (turns < least) {
            least = turns;
            chosen = i;
        }
    }
    return chosen;
}

/* ---------------------------------------------------------------------------- the figures ---- */

static void summarise_rules(struct check *check)
{
    const struct scenario *scenario = check->scenario;
    struct check_summary *summary = &check->report->summary;
    struct coverage coverage = monitors_coverage(solution_monitors(check->wide));
    summary->rule_count = scenario->rule_count;
    summary->rules =
        arena_alloc(check->report->arena, (size_t)scenario->rule_count + 1, sizeof *summary->rules);
    for (int i = 0; i < scenario->rule_count; i++)
        summary->rules[i] = (struct rule_coverage){.rule = &scenario->rules[i],
                                                   .activated = coverage.activated >> i & 1,
                                                   .kept = coverage.kept >> i & 1,
                                                   .broken = coverage.broken >> i & 1};
}

void check_summarise(struct check *check)
{
    const struct scenario *scenario = check->scenario;
    struct check_summary *summary = &check->report->summary;
    struct values values = solution_value(check->solution);
    summary->nodes = scenario->node_count;
    for (int i = 0; i < scenario->node_count; i++)
        summary->responses += scenario->nodes[i].response_count;
    summary->states = solution_states(check->solution);
    if (!solution_count(check->solution, summary->conversations))
        summary->conversations[0] = '\0';
    summary->best = values.best;
    summary->worst = values.worst;
    summary->random = values.random;
    summary->random_pass = check->survey.pass;
    summary->random_stray = check->survey.stray;
    summarise_rules(check);
    if (!check->report->complete)
        return;
    play_through(check, pick_best, want_likely, &summary->best_line);
    struct cursor root = first_root(check, want_near);
    if (distance(check, &root) != NEVER)
        play_through(check, pick_nearest, want_near, &summary->shortest_pass);
}
