/* report_outline.c: what the indexes of a fact mean, and where sessions went. */
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/report_parts.h"
#include "practice/library.h"

enum { UNSEEN = -1 };

/* --------------------------------------------------------------- scenarios and their nodes ---- */

static const char *keep(struct making *making, const char *text)
{
    return arena_strdup(making->report->arena, text);
}

static int find_scenario(struct making *making, const struct scenario *scenario)
{
    struct report *report = making->report;
    int at = 0;
    while (at < report->scenario_count && strcmp(report->scenarios[at].id, scenario->id) != 0)
        at++;
    if (at == report->scenario_count) {
        report->scenarios =
            report_extend(report->scenarios, report->scenario_count, sizeof *report->scenarios);
        struct report_scenario *added = &report->scenarios[report->scenario_count++];
        added->id = keep(making, scenario->id);
    }
    return at;
}

static int find_node(struct making *making, struct report_scenario *scenario,
                     const struct scenario *model, const struct node *node)
{
    enum language language = making->options->language;
    int at = 0;
    while (at < scenario->node_count && strcmp(scenario->nodes[at].id, node->id) != 0)
        at++;
    if (at == scenario->node_count) {
        scenario->nodes =
            report_extend(scenario->nodes, scenario->node_count, sizeof *scenario->nodes);
        struct report_node *added = &scenario->nodes[scenario->node_count++];
        added->id = keep(making, node->id);
    }
    struct report_node *found = &scenario->nodes[at];
    const struct line *line = node->says.variants ? &node->says : &node->scene;
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        found->lines[i] = keep(making, line->variants ? line->variants[0].words[i] : "");
    found->words = found->lines[language];
    if (node->ending >= 0) {
        const struct term *ending = &model->vocabulary->endings[node->ending];
        found->ending = keep(making, ending->id);
        found->ending_label = keep(making, ending->label.words[language]);
    }
    return at;
}

static int find_response(struct making *making, struct report_node *node,
                         const struct response *response)
{
    const char *id = response ? response->id : "";
    int at = 0;
    while (at < node->response_count && strcmp(node->responses[at].id, id) != 0)
        at++;
    if (at == node->response_count) {
        node->responses =
            report_extend(node->responses, node->response_count, sizeof *node->responses);
        struct report_response *added = &node->responses[node->response_count++];
        added->id = keep(making, id);
    }
    struct report_response *found = &node->responses[at];
    found->form = response == NULL;
    found->silent = response && response->silent;
    found->say = response ? keep(making, response->say.words[making->options->language])
                          : _("(files the referral form)");
    return at;
}

/* Two passes: the first may move the array of nodes. */
static void place_nodes(struct making *making, struct outline *outline,
                        const struct scenario *model)
{
    struct report_scenario *scenario = &making->report->scenarios[outline->scenario];
    outline->node_count = model->node_count;
    outline->nodes = calloc((size_t)model->node_count + 1, sizeof *outline->nodes);
    if (!outline->nodes)
        abort();
    for (int i = 0; i < model->node_count; i++)
        outline->nodes[i].node = find_node(making, scenario, model, &model->nodes[i]);
    for (int i = 0; i < model->node_count; i++) {
        const struct node *node = &model->nodes[i];
        struct report_node *placed = &scenario->nodes[outline->nodes[i].node];
        for (int j = 0; j <= RESPONSE_MAX; j++)
            outline->nodes[i].responses[j] = UNSEEN;
        for (int j = 0; j < node->response_count; j++)
            outline->nodes[i].responses[j] = find_response(making, placed, &node->responses[j]);
        if (node->form_target >= 0)
            outline->nodes[i].responses[RESPONSE_MAX] = find_response(making, placed, NULL);
    }
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        scenario->titles[i] = keep(making, model->title.words[i]);
    scenario->title = scenario->titles[making->options->language];
    scenario->start = outline->nodes[model->start].node;
}

/* ------------------------------------------------------------------------------- rules ---- */

static int find_rule(struct making *making, const struct scenario *model, const struct rule *rule)
{
    struct report *report = making->report;
    enum language language = making->options->language;
    char name[160];
    int at = 0;
    snprintf(name, sizeof name, "%.60s/%.60s", model->packs[rule->pack].id, rule->id);
    while (at < report->rule_count && strcmp(report->rules[at].name, name) != 0)
        at++;
    if (at == report->rule_count) {
        report->rules = report_extend(report->rules, report->rule_count, sizeof *report->rules);
        struct report_rule *added = &report->rules[report->rule_count++];
        added->name = keep(making, name);
    }
    struct report_rule *found = &report->rules[at];
    found->title = keep(making, rule->title.words[language]);
    found->instead = keep(making, rule->instead.words[language]);
    found->source = keep(making, rule->source);
    found->critical = found->critical || rule->critical;
    found->weight = rule->weight > found->weight ? rule->weight : found->weight;
    return at;
}

static void place_rules(struct making *making, struct outline *outline,
                        const struct scenario *model)
{
    outline->rule_count = model->rule_count;
    for (int i = 0; i < model->rule_count; i++) {
        outline->rules[i] = find_rule(making, model, &model->rules[i]);
        outline->critical[i] = model->rules[i].critical;
    }
}

/* ---------------------------------------------------------------------------- outlines ---- */

static bool read_outline(struct making *making, struct outline *outline, struct error *error)
{
    char *json = store_source(making->store, outline->row.digest, error);
    struct bundle *bundle = json ? bundle_from_json(json, error) : NULL;
    free(json);
    struct loaded *loaded = bundle ? scenario_load(bundle, NULL, error) : NULL;
    bundle_free(bundle);
    if (!loaded)
        return false;
    const struct scenario *model = loaded_scenario(loaded);
    outline->scenario = find_scenario(making, model);
    place_nodes(making, outline, model);
    place_rules(making, outline, model);
    if (making->final_count > 0)
        outline->loaded = loaded;
    else
        loaded_free(loaded);
    outline->read = true;
    return true;
}

struct outline *outline_of(struct making *making, const struct fact_row *fact, struct error *error)
{
    for (int i = 0; i < making->outline_count; i++) {
        struct outline *outline = &making->outlines[i];
        if (outline->row.number == fact->outline)
            return outline->read || read_outline(making, outline, error) ? outline : NULL;
    }
    error_set(error, ERROR_TAMPERED,
              _("session %s: the text that it was played by is not known; make the counts again "
                "with `yanlian report --recount`"),
              fact->session);
    return NULL;
}

void outlines_free(struct making *making)
{
    for (int i = 0; i < making->outline_count; i++) {
        free(making->outlines[i].nodes);
        loaded_free(making->outlines[i].loaded);
    }
    free(making->outlines);
}

/* -------------------------------------------------------------------------------- paths ---- */

static int node_at(const struct fact_row *fact, int step)
{
    const uint8_t *bytes = fact->path + (ptrdiff_t)step * FACT_STEP_SIZE;
    return bytes[0] | bytes[1] << 8;
}

static void add_edge(struct report_response *response, int node)
{
    int at = 0;
    while (at < response->edge_count && response->edges[at].node != node)
        at++;
    if (at == response->edge_count) {
        response->edges =
            report_extend(response->edges, response->edge_count, sizeof *response->edges);
        struct report_edge *added = &response->edges[response->edge_count++];
        added->node = node;
    }
    response->edges[at].count++;
}

/* A pick at `place` of `what`, which led to the node `next`. */
static bool add_pick(struct making *making, struct report_node *node,
                     const struct outline_node *place, int what, int next, double score)
{
    int column = what == FACT_FORM ? RESPONSE_MAX : what;
    if (column > RESPONSE_MAX || place->responses[column] < 0)
        return false;
    struct report_response *response = &node->responses[place->responses[column]];
    response->picks++;
    add_edge(response, next);
    if (response->seen != making->session)
        spread_add(&response->chosen, score);
    if (node->seen != making->session)
        spread_add(&node->asked, score);
    response->seen = node->seen = making->session;
    return true;
}

bool outline_add_path(struct making *making, const struct outline *outline,
                      const struct fact_row *fact, double score)
{
    struct report_scenario *scenario = &making->report->scenarios[outline->scenario];
    int count = fact->path_size / FACT_STEP_SIZE;
    if (count == 0)
        return fact->path_size == 0;
    if (fact->path_size % FACT_STEP_SIZE != 0 || fact->path[fact->path_size - 1] != FACT_ARRIVAL)
        return false;
    scenario->walked++;
    for (int i = 0; i < count; i++) {
        if (node_at(fact, i) >= outline->node_count)
            return false;
        const struct outline_node *place = &outline->nodes[node_at(fact, i)];
        struct report_node *node = &scenario->nodes[place->node];
        node->arrivals++;
        if (i == count - 1) {
            node->ends++;
            scenario->ran_out += node->ending == NULL;
            break;
        }
        int next = node_at(fact, i + 1);
        if (next >= outline->node_count ||
            !add_pick(making, node, place, fact->path[i * FACT_STEP_SIZE + 2],
                      outline->nodes[next].node, score))
            return false;
    }
    return true;
}
