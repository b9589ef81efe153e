/* check_graph.c: the conversation as a drawing for Graphviz. */
#include <string.h>

#include "base/buffer.h"
#include "solve/check.h"

static const char *const unreachable = "style=dashed, color=grey, fontcolor=grey";

/* A quoted string of the DOT language. */
static void add_quoted(struct buffer *dot, const char *text)
{
    buffer_add(dot, "\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            buffer_add(dot, "\\");
        buffer_add_bytes(dot, text, 1);
    }
    buffer_add(dot, "\"");
}

static void add_node(struct buffer *dot, const struct scenario *scenario, int number, bool reached,
                     enum language language)
{
    const struct node *node = &scenario->nodes[number];
    buffer_add(dot, "  ");
    add_quoted(dot, node->id);
    buffer_add(dot, " [");
    if (node->ending >= 0) {
        char label[256];
        snprintf(label, sizeof label, "%s: %s", node->id,
                 scenario->vocabulary->endings[node->ending].label.words[language]);
        buffer_add(dot, "shape=doubleoctagon, label=");
        add_quoted(dot, label);
    } else {
        buffer_printf(dot, "shape=box, label=");
        add_quoted(dot, node->id);
    }
    if (number == scenario->start)
        buffer_add(dot, ", penwidth=3");
    if (!reached)
        buffer_printf(dot, ", %s", unreachable);
    buffer_add(dot, "];\n");
}

static void add_edge(struct buffer *dot, const char *from, const char *to, const char *label,
                     const char *style)
{
    buffer_add(dot, "  ");
    add_quoted(dot, from);
    buffer_add(dot, " -> ");
    add_quoted(dot, to);
    buffer_add(dot, " [label=");
    add_quoted(dot, label);
    if (style[0])
        buffer_printf(dot, ", %s", style);
    buffer_add(dot, "];\n");
}

static void add_response(struct buffer *dot, const struct scenario *scenario,
                         const struct node *node, int number, uint64_t taken)
{
    const struct response *response = &node->responses[number];
    const struct target *target = &response->target;
    for (int i = 0; i < target->count; i++) {
        char label[256];
        if (target->kind == TARGET_CHANCE)
            snprintf(label, sizeof label, "%s (%u/%u)", response->id, target->weights[i],
                     target->weight_sum);
        else if (target->kind == TARGET_CHOSEN)
            snprintf(label, sizeof label, "%s [%s]", response->id, target->selector.cases[i]);
        else
            snprintf(label, sizeof label, "%s", response->id);
        bool reached = i >= 64 || (taken >> i & 1);
        const char *style = response->silent ? "style=dotted" : reached ? "" : unreachable;
        add_edge(dot, node->id, scenario->nodes[target->nodes[i]].id, label, style);
    }
}

void check_graph(const struct check_report *report, enum language language, struct buffer *dot)
{
    const struct scenario *scenario = report->scenario;
    buffer_add(dot, "digraph ");
    add_quoted(dot, report->id);
    buffer_add(dot, " {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n"
                    "  edge [fontname=\"sans-serif\", fontsize=10];\n");
    for (int i = 0; scenario && i < scenario->node_count; i++) {
        const struct node *node = &scenario->nodes[i];
        const struct node_reach *reach = &report->reach[i];
        add_node(dot, scenario, i, reach->reached, language);
        for (int j = 0; j < node->response_count; j++)
            add_response(dot, scenario, node, j, reach->taken[j]);
        if (node->form_target >= 0)
            add_edge(dot, node->id, scenario->nodes[node->form_target].id, "(form)",
                     reach->filed ? "" : unreachable);
    }
    buffer_add(dot, "}\n");
}
