/*
 * check_survey.c: goes over every state once, backwards, and counts what the diagnostics ask for.
 */
#include <stdlib.h>
#include <string.h>

#include "solve/check_parts.h"

/* What random play comes to from a state on. */
struct flow {
    double pass, stray;
};

/* What follows a pick, or a state. */
struct prospect {
    struct values values;
    struct flow flow;
    uint8_t shortest;
    bool ends;
};

/* What is known of a situation before any state of it is looked at. */
struct cast {
    int8_t longest[LANGUAGE_COUNT]; /* open response, strictly; -1: two are as long */
    int8_t first;                   /* open response; -1: none */
};

struct sweep {
    struct check *check;
    const struct scenario *scenario;
    const struct situations *situations;
    struct monitors *monitors;
    const struct cast *casts; /* by situation */
    struct layer_view here, next;
    struct flow *flows, *next_flows;
    uint8_t *ends, *next_ends; /* by state: an ending can be reached */
    int turn;
};

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count + 1, size);
    if (!memory)
        abort();
    return memory;
}

bool check_passes(struct worth worth)
{
    return worth.total + SAME >= PASS_SCORE && !worth.critical;
}

int check_characters(const char *text)
{
    int count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

/* ------------------------------------------------------------------------------- lengths ---- */

static struct cast cast_of(const struct node *node, uint16_t open,
                           const int (*lengths)[LANGUAGE_COUNT])
{
    struct cast cast = {.longest = {-1, -1}, .first = -1};
    int most[LANGUAGE_COUNT] = {0};
    for (int i = 0; i < node->response_count; i++) {
        if (!(open >> i & 1))
            continue;
        if (cast.first < 0)
            cast.first = (int8_t)i;
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            int length = lengths[i][language];
            if (length == most[language])
                cast.longest[language] = -1;
            if (length > most[language]) {
                most[language] = length;
                cast.longest[language] = (int8_t)i;
            }
        }
    }
    return cast;
}

static struct cast *cast_all(const struct scenario *scenario, const struct situations *situations)
{
    typedef int length_row[RESPONSE_MAX][LANGUAGE_COUNT];
    uint32_t count = situations_count(situations);
    struct cast *casts = allocate(count, sizeof *casts);
    length_row *lengths = allocate((size_t)scenario->node_count, sizeof *lengths);
    for (int i = 0; i < scenario->node_count; i++) {
        const struct node *node = &scenario->nodes[i];
        for (int j = 0; j < node->response_count; j++)
            for (int language = 0; language < LANGUAGE_COUNT; language++)
                lengths[i][j][language] = check_characters(node->responses[j].say.words[language]);
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct situation *situation = situations_get(situations, i);
        casts[i] = cast_of(&scenario->nodes[situation->node], situation->open,
                           (const int(*)[LANGUAGE_COUNT])lengths[situation->node]);
    }
    free(lengths);
    return casts;
}

/* ---------------------------------------------------------------------------- prospects ---- */

/*
 * The play is over: its score belongs to how it ended. `ending` is -1 when it did not come to one.
 */
static struct prospect close_play(struct sweep *sweep, uint32_t vector, int ending)
{
    struct check_summary *summary = &sweep->check->report->summary;
    struct worth worth = monitors_end(sweep->monitors, vector);
    struct ending_range *range =
        &summary->endings[ending >= 0 ? ending : summary->ending_count - 1];
    if (!range->reached || worth.total < range->low)
        range->low = worth.total;
    if (!range->reached || worth.total > range->high)
        range->high = worth.total;
    range->reached = true;
    bool pass = check_passes(worth);
    return (struct prospect){
        .values = {.best = worth.total, .worst = worth.total, .random = worth.total},
        .flow = {.pass = pass ? 1 : 0, .stray = ending < 0 ? 1 : 0},
        .shortest = pass ? 0 : NEVER,
        .ends = ending >= 0};
}

static struct prospect of_child(struct sweep *sweep, const struct outcome *outcome, uint32_t child)
{
    if (child & CHILD_OVER) {
        uint16_t node = situations_get(sweep->situations, outcome->next)->node;
        return close_play(sweep, child & ~CHILD_OVER, sweep->scenario->nodes[node].ending);
    }
    return (struct prospect){.values = sweep->next.values[child],
                             .flow = sweep->next_flows[child],
                             .shortest = sweep->check->survey.shortest[sweep->turn + 1][child],
                             .ends = sweep->next_ends[child]};
}

static struct prospect of_action(struct sweep *sweep, const struct action *action,
                                 const uint32_t *children)
{
    const struct outcome *outcomes = situations_outcome(sweep->situations, action, 0);
    struct prospect sum = of_child(sweep, outcomes, children[0]);
    if (action->outcome_count == 1)
        return sum;
    sum.values = (struct values){0};
    sum.flow = (struct flow){0};
    for (uint32_t i = 0; i < action->outcome_count; i++) {
        struct prospect child = of_child(sweep, &outcomes[i], children[i]);
        double probability = outcomes[i].probability;
        sum.values.best += probability * child.values.best;
        sum.values.worst += probability * child.values.worst;
        sum.values.random += probability * child.values.random;
        sum.flow.pass += probability * child.flow.pass;
        sum.flow.stray += probability * child.flow.stray;
        sum.shortest = child.shortest < sum.shortest ? child.shortest : sum.shortest;
        sum.ends |= child.ends;
    }
    return sum;
}

/* --------------------------------------------------------------------------- one state ---- */

static void widen(struct values *low, struct values *high, struct values values)
{
    low->best = values.best < low->best ? values.best : low->best;
    low->worst = values.worst < low->worst ? values.worst : low->worst;
    low->random = values.random < low->random ? values.random : low->random;
    high->best = values.best > high->best ? values.best : high->best;
    high->worst = values.worst > high->worst ? values.worst : high->worst;
    high->random = values.random > high->random ? values.random : high->random;
}

static double largest(double a, double b, double c)
{
    double most = a > b ? a : b;
    return most > c ? most : c;
}

/* What the picks at one state come to. */
struct tally {
    double best;                /* value of the state */
    double costs[RESPONSE_MAX]; /* by response; below 0: not offered */
    struct values low, high;
    uint32_t picks, best_picks, shares;
    struct prospect sum; /* of the state */
};

static void add_pick(struct tally *tally, const struct action *action, const struct prospect *pick)
{
    double cost = tally->best - pick->values.best;
    if (cost <= SAME)
        cost = 0;
    widen(&tally->low, &tally->high, pick->values);
    tally->picks++;
    tally->best_picks += cost <= 0;
    if (action->response >= 0)
        tally->costs[action->response] = cost;
    if (action->response >= 0 || action->form == FORM_CLASS_TRUTHFUL) {
        tally->sum.flow.pass += pick->flow.pass;
        tally->sum.flow.stray += pick->flow.stray;
        tally->shares++;
    }
    if (pick->shortest < tally->sum.shortest)
        tally->sum.shortest = pick->shortest;
    tally->sum.ends |= pick->ends;
}

static void add_picks(struct sweep *sweep, const struct situation *situation,
                      const uint32_t *children, struct tally *tally)
{
    for (uint32_t i = 0; i < situation->action_count; i++) {
        const struct action *action = situations_action(sweep->situations, situation, i);
        if (!action->silence) {
            struct prospect pick = of_action(sweep, action, children);
            add_pick(tally, action, &pick);
        }
        children += action->outcome_count;
    }
    tally->sum.flow.pass /= tally->shares;
    tally->sum.flow.stray /= tally->shares;
    if (tally->sum.shortest != NEVER)
        tally->sum.shortest++;
}

static void count_costs(struct node_survey *node, const struct tally *tally, bool choice)
{
    for (int i = 0; i < RESPONSE_MAX; i++) {
        struct response_survey *response = &node->responses[i];
        double cost = tally->costs[i];
        if (cost < 0)
            continue;
        response->least_cost = cost < response->least_cost ? cost : response->least_cost;
        response->best += choice && cost <= 0;
        response->only_best += choice && cost <= 0 && tally->best_picks == 1;
    }
}

/* Counts for the node what its picks come to at this state. */
static void count_picks(struct node_survey *node, const struct tally *tally,
                        const struct cast *cast)
{
    bool choice = tally->high.best - tally->low.best > SAME;
    double spread =
        largest(tally->high.best - tally->low.best, tally->high.worst - tally->low.worst,
                tally->high.random - tally->low.random);
    node->states++;
    node->most_picks = tally->picks > node->most_picks ? tally->picks : node->most_picks;
    node->ends |= tally->sum.ends;
    node->spread = spread > node->spread ? spread : node->spread;
    count_costs(node, tally, choice);
    if (!choice)
        return;
    node->choices++;
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        node->longest[i] += cast->longest[i] >= 0 && tally->costs[cast->longest[i]] == 0;
    node->first += cast->first >= 0 && tally->costs[cast->first] == 0;
}

/* A state at which the conversation goes on. */
static struct prospect survey_picks(struct sweep *sweep, uint32_t state)
{
    uint32_t number = sweep->here.situations[state];
    const struct situation *situation = situations_get(sweep->situations, number);
    struct tally tally = {.best = sweep->here.values[state].best,
                          .low = {.best = 101, .worst = 101, .random = 101},
                          .sum = {.values = sweep->here.values[state], .shortest = NEVER}};
    for (int i = 0; i < RESPONSE_MAX; i++)
        tally.costs[i] = -1;
    add_picks(sweep, situation, sweep->here.children + sweep->here.first_child[state], &tally);
    count_picks(&sweep->check->survey.nodes[situation->node], &tally, &sweep->casts[number]);
    return tally.sum;
}

/* A state with nothing behind it: stuck, or beyond the limit (of which nothing is known). */
static struct prospect survey_leaf(struct sweep *sweep, uint32_t state)
{
    if (!sweep->here.first_child)
        return (struct prospect){.flow = {.stray = 1}, .shortest = NEVER};
    return close_play(sweep, sweep->here.vectors[state], -1);
}

static void survey_layer(struct sweep *sweep)
{
    uint8_t *shortest = allocate(sweep->here.count, 1);
    for (uint32_t i = 0; i < sweep->here.count; i++) {
        const uint32_t *first = sweep->here.first_child;
        bool leaf = !first || first[i] == first[i + 1];
        struct prospect prospect = leaf ? survey_leaf(sweep, i) : survey_picks(sweep, i);
        sweep->flows[i] = prospect.flow;
        sweep->ends[i] = prospect.ends;
        shortest[i] = prospect.shortest;
    }
    sweep->check->survey.shortest[sweep->turn] = shortest;
}

/* ----------------------------------------------------------------------------- all of it ---- */

static void begin(struct check *check)
{
    struct survey *survey = &check->survey;
    survey->nodes = allocate((size_t)check->scenario->node_count, sizeof *survey->nodes);
    for (int i = 0; i < check->scenario->node_count; i++)
        for (int j = 0; j < RESPONSE_MAX; j++)
            survey->nodes[i].responses[j].least_cost = 101;
    for (int i = 0; i < check->scenario->node_count; i++)
        for (int j = 0; j < check->scenario->nodes[i].response_count; j++)
            for (int language = 0; language < LANGUAGE_COUNT; language++)
                survey->nodes[i].responses[j].rows[language] = check_response_rows(
                    &check->scenario->nodes[i].responses[j], (enum language)language);
}

static void sum_up(struct check *check, const struct flow *flows)
{
    struct survey *survey = &check->survey;
    const struct check_summary *summary = &check->report->summary;
    for (uint32_t i = 0; i < solution_root_count(check->solution); i++) {
        double probability;
        struct cursor root = solution_root(check->solution, i, &probability);
        survey->pass += probability * flows[root.index].pass;
        survey->stray += probability * flows[root.index].stray;
    }
    survey->highest = -1;
    for (int i = 0; i < summary->ending_count; i++) {
        if (summary->endings[i].reached && summary->endings[i].high > survey->highest)
            survey->highest = summary->endings[i].high;
    }
}

void check_survey(struct check *check)
{
    struct sweep sweep = {.check = check,
                          .scenario = check->scenario,
                          .situations = solution_situations(check->solution),
                          .monitors = solution_monitors(check->solution)};
    struct cast *casts = cast_all(check->scenario, sweep.situations);
    sweep.casts = casts;
    begin(check);
    sweep.turn = check->scenario->turns;
    do {
        sweep.next = sweep.here;
        free(sweep.next_flows);
        free(sweep.next_ends);
        sweep.next_flows = sweep.flows;
        sweep.next_ends = sweep.ends;
        sweep.here = solution_layer(check->solution, sweep.turn);
        sweep.flows = allocate(sweep.here.count, sizeof *sweep.flows);
        sweep.ends = allocate(sweep.here.count, 1);
        survey_layer(&sweep);
    } while (sweep.turn-- > 0);
    sum_up(check, sweep.flows);
    free(sweep.flows);
    free(sweep.next_flows);
    free(sweep.ends);
    free(sweep.next_ends);
    free(casts);
}

void check_survey_free(struct check *check)
{
    free(check->survey.nodes);
    for (int turn = 0; turn < TURN_MAX + 2; turn++)
        free(check->survey.shortest[turn]);
}
