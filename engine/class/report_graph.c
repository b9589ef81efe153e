/*
 * report_graph.c: a scenario's graph, with how many went where.
 *
 * A layered drawing (Sugiyama, Tagawa and Toda, 1981), from top to bottom: ways back are set aside;
 * each node gets the layer of its longest way from the start; ways over several layers get a bend
 * in each of them; nodes of a layer are ordered by the mean place of their neighbours, a few times
 * to and fro; then they are moved towards these as far as their order allows. Only what somebody
 * reached is drawn. The more went a way, the thicker it is; its number stands on it where it covers
 * no other number and no node.
 *
 * A conversation has more layers than a layer has nodes: downwards, a graph fits the width of a
 * screen and an upright sheet with letters that can be read.
 */
#include "class/report_graph.h"

#include <math.h>
#include <stdlib.h>

enum { ORDER_SWEEPS = 16, SETTLE_SWEEPS = 80 };

static double width_of(const struct vertex *vertex)
{
    return vertex->node < 0 ? BEND_WIDTH : BOX_WIDTH;
}

double graph_top_of(int layer)
{
    return MARGIN + layer * (double)(BOX_HEIGHT + LAYER_GAP);
}

/* -------------------------------------------------------------------------------- ways ---- */

static void *allocate(int count, size_t size)
{
    void *made = calloc((size_t)count + 1, size);
    if (!made)
        abort();
    return made;
}

static void add_way(struct graph *graph, int from, int to, int count)
{
    for (int i = 0; i < graph->way_count; i++) {
        if (graph->ways[i].from == from && graph->ways[i].to == to) {
            graph->ways[i].count += count;
            return;
        }
    }
    graph->ways[graph->way_count++] = (struct way){.from = from, .to = to, .count = count};
}

/* Vertices are numbered like the nodes to begin with; those nobody reached stay without a way. */
static void gather(struct graph *graph)
{
    const struct report_scenario *scenario = graph->scenario;
    int edges = 0;
    for (int i = 0; i < scenario->node_count; i++) {
        for (int j = 0; j < scenario->nodes[i].response_count; j++)
            edges += scenario->nodes[i].responses[j].edge_count;
    }
    graph->ways = allocate(edges, sizeof *graph->ways);
    for (int i = 0; i < scenario->node_count; i++) {
        for (int j = 0; j < scenario->nodes[i].response_count; j++) {
            const struct report_response *response = &scenario->nodes[i].responses[j];
            for (int k = 0; k < response->edge_count; k++)
                add_way(graph, i, response->edges[k].node, response->edges[k].count);
        }
    }
}

/* A way to a vertex that is on the way here leads back. No deeper than there are nodes. */
static void look_along(struct graph *graph, int vertex) /* NOLINT(misc-no-recursion) */
{
    graph->vertices[vertex].seen = graph->vertices[vertex].open = true;
    for (int i = 0; i < graph->way_count; i++) {
        struct way *way = &graph->ways[i];
        if (way->from != vertex)
            continue;
        if (graph->vertices[way->to].open)
            way->back = true;
        else if (!graph->vertices[way->to].seen)
            look_along(graph, way->to);
    }
    graph->vertices[vertex].open = false;
}

static void find_layers(struct graph *graph)
{
    bool moved = true;
    while (moved) { /* ends: without the ways back there is no circle */
        moved = false;
        for (int i = 0; i < graph->way_count; i++) {
            const struct way *way = &graph->ways[i];
            int least = graph->vertices[way->from].layer + 1;
            if (!way->back && graph->vertices[way->to].layer < least) {
                graph->vertices[way->to].layer = least;
                moved = true;
            }
        }
    }
}

static void add_bends(struct graph *graph)
{
    int bends = 0;
    for (int i = 0; i < graph->way_count; i++) {
        const struct way *way = &graph->ways[i];
        int span = graph->vertices[way->to].layer - graph->vertices[way->from].layer;
        bends += !way->back && span > 1 ? span - 1 : 0;
    }
    graph->room = graph->vertex_count + bends;
    graph->vertices =
        reallocarray(graph->vertices, (size_t)graph->room + 1, sizeof *graph->vertices);
    if (!graph->vertices)
        abort();
    for (int i = 0; i < graph->way_count; i++) {
        struct way *way = &graph->ways[i];
        if (way->back)
            continue;
        way->first_bend = graph->vertex_count;
        for (int layer = graph->vertices[way->from].layer + 1;
             layer < graph->vertices[way->to].layer; layer++) {
            graph->vertices[graph->vertex_count++] =
                (struct vertex){.node = -1, .layer = layer, .seen = true};
            way->bend_count++;
        }
    }
}

/* ------------------------------------------------------------------------------ places ---- */

int graph_along(const struct way *way, int n)
{
    return n == 0 ? way->from : n <= way->bend_count ? way->first_bend + n - 1 : way->to;
}

struct rank { /* of a vertex among all */
    int layer, place, vertex;
    double wish;
};

static int compare_ranks(const void *left, const void *right)
{
    const struct rank *a = left, *b = right;
    if (a->layer != b->layer)
        return a->layer - b->layer;
    if (a->wish != b->wish)
        return a->wish < b->wish ? -1 : 1;
    return a->place - b->place;
}

/* Orders the vertices of each layer by their wishes. */
static void order_layers(struct graph *graph)
{
    struct rank *ranks = allocate(graph->vertex_count, sizeof *ranks);
    int count = 0, place = 0;
    for (int i = 0; i < graph->vertex_count; i++) {
        const struct vertex *vertex = &graph->vertices[i];
        if (vertex->seen)
            ranks[count++] = (struct rank){
                .layer = vertex->layer, .place = vertex->place, .vertex = i, .wish = vertex->wish};
    }
    qsort(ranks, (size_t)count, sizeof *ranks, compare_ranks);
    for (int i = 0; i < count; i++) {
        place = i > 0 && ranks[i].layer == ranks[i - 1].layer ? place + 1 : 0;
        graph->order[i] = ranks[i].vertex;
        graph->vertices[ranks[i].vertex].place = place;
        graph->layer_count = ranks[i].layer + 1;
    }
    graph->order[count] = -1;
    free(ranks);
}

enum side { SIDE_BEFORE, SIDE_BEHIND, SIDE_BOTH };

struct mean {
    double sum;
    int count;
};

static void add_to_mean(struct mean *mean, double value)
{
    mean->sum += value;
    mean->count++;
}

/*
 * What a vertex would like: the mean of its neighbours' places in the layers on that side; with
 * both sides, of where they stand across the page.
 */
static void make_wishes(struct graph *graph, enum side side)
{
    struct mean *means = allocate(graph->vertex_count, sizeof *means);
    bool by_x = side == SIDE_BOTH;
    for (int i = 0; i < graph->way_count; i++) {
        const struct way *way = &graph->ways[i];
        for (int n = 0; !way->back && n <= way->bend_count; n++) {
            int a = graph_along(way, n), b = graph_along(way, n + 1);
            const struct vertex *above = &graph->vertices[a], *below = &graph->vertices[b];
            if (side != SIDE_BEHIND)
                add_to_mean(&means[b], by_x ? above->x : above->place);
            if (side != SIDE_BEFORE)
                add_to_mean(&means[a], by_x ? below->x : below->place);
        }
    }
    for (int i = 0; i < graph->vertex_count; i++) {
        struct vertex *vertex = &graph->vertices[i];
        double here = by_x ? vertex->x : vertex->place;
        vertex->wish = means[i].count > 0 ? means[i].sum / means[i].count : here;
    }
    free(means);
}

static double gap_between(const struct vertex *left, const struct vertex *right)
{
    return (width_of(left) + width_of(right)) / 2 + COLUMN_GAP;
}

/* The end (in graph->order) of the layer that begins at `first`. */
static int layer_end(const struct graph *graph, int first)
{
    int end = first;
    while (graph->order[end] >= 0 &&
           graph->vertices[graph->order[end]].layer == graph->vertices[graph->order[first]].layer)
        end++;
    return end;
}

/* Vertices that lie against each other move as one, to the mean of what they wish. */
struct block {
    double sum; /* of wishes, each as if it were the layer's first */
    int count;
};

/*
 * Everybody as near to their wishes as order and gaps allow: least squares, by pooling neighbours
 * that would cross (Ayer et al., "An empirical distribution function for sampling with incomplete
 * information", 1955).
 */
static void settle_layer(struct graph *graph, int first, int end)
{
    struct block *blocks = allocate(end - first, sizeof *blocks);
    int count = 0, at = first;
    double right = 0;
    for (int i = first; i < end; i++) {
        const struct vertex *vertex = &graph->vertices[graph->order[i]];
        right += i > first ? gap_between(&graph->vertices[graph->order[i - 1]], vertex) : 0;
        blocks[count++] = (struct block){.sum = vertex->wish - right, .count = 1};
        while (count > 1 && blocks[count - 1].sum / blocks[count - 1].count <
                                blocks[count - 2].sum / blocks[count - 2].count) {
            blocks[count - 2].sum += blocks[count - 1].sum;
            blocks[count - 2].count += blocks[count - 1].count;
            count--;
        }
    }
    right = 0;
    for (int i = 0; i < count; i++) {
        for (int n = 0; n < blocks[i].count; n++, at++) {
            struct vertex *vertex = &graph->vertices[graph->order[at]];
            right += at > first ? gap_between(&graph->vertices[graph->order[at - 1]], vertex) : 0;
            vertex->x = blocks[i].sum / blocks[i].count + right;
        }
    }
    free(blocks);
}

/* Half of the room that the fullest layer needs. */
static double half_width(const struct graph *graph)
{
    double most = 0;
    for (int first = 0; graph->order[first] >= 0; first = layer_end(graph, first)) {
        int end = layer_end(graph, first);
        double width = 0;
        for (int i = first; i < end; i++)
            width += width_of(&graph->vertices[graph->order[i]]) + COLUMN_GAP;
        most = fmax(most, width - COLUMN_GAP);
    }
    return most / 2;
}

/* No layer reaches out farther than the fullest one must: the picture stays narrow. */
static void hold_layer(struct graph *graph, int first, int end, double half)
{
    double least = -half, most = half;
    for (int i = first; i < end; i++) {
        struct vertex *vertex = &graph->vertices[graph->order[i]];
        vertex->x = fmax(vertex->x, least + width_of(vertex) / 2);
        least = vertex->x + width_of(vertex) / 2 + COLUMN_GAP;
    }
    for (int i = end - 1; i >= first; i--) {
        struct vertex *vertex = &graph->vertices[graph->order[i]];
        vertex->x = fmin(vertex->x, most - width_of(vertex) / 2);
        most = vertex->x - width_of(vertex) / 2 - COLUMN_GAP;
    }
}

static void settle(struct graph *graph, double half)
{
    for (int first = 0; graph->order[first] >= 0; first = layer_end(graph, first)) {
        settle_layer(graph, first, layer_end(graph, first));
        hold_layer(graph, first, layer_end(graph, first), half);
    }
}

static void place(struct graph *graph)
{
    graph->order = allocate(graph->vertex_count + 1, sizeof *graph->order);
    for (int i = 0; i < graph->vertex_count; i++)
        graph->vertices[i].place = i;
    order_layers(graph);
    for (int sweep = 0; sweep < ORDER_SWEEPS; sweep++) {
        make_wishes(graph, sweep % 2 == 0 ? SIDE_BEFORE : SIDE_BEHIND);
        order_layers(graph);
    }
    for (int i = 0; i < graph->vertex_count; i++)
        graph->vertices[i].wish = 0;
    double half = half_width(graph);
    for (int sweep = 0; sweep < SETTLE_SWEEPS; sweep++) {
        settle(graph, half);
        make_wishes(graph, SIDE_BOTH);
    }
}

bool graph_leads_back(const struct graph *graph)
{
    bool any = false;
    for (int i = 0; i < graph->way_count; i++)
        any = any || graph->ways[i].back;
    return any;
}

/* In the middle of the picture, which is as wide as its key at least. */
static void frame_graph(struct graph *graph)
{
    double left = INFINITY, right = -INFINITY;
    for (int i = 0; graph->order[i] >= 0; i++) {
        const struct vertex *vertex = &graph->vertices[graph->order[i]];
        left = fmin(left, vertex->x - width_of(vertex) / 2);
        right = fmax(right, vertex->x + width_of(vertex) / 2);
    }
    right += graph_leads_back(graph) ? BACK_REACH : 0;
    graph->width = fmax(right - left, KEY_WIDTH) + 2 * MARGIN;
    for (int i = 0; graph->order[i] >= 0; i++)
        graph->vertices[graph->order[i]].x += (graph->width - left - right) / 2;
    graph->height = graph_top_of(graph->layer_count - 1) + BOX_HEIGHT + MARGIN + KEY_HEIGHT;
}

void picture_graph(struct buffer *out, const struct report_scenario *scenario, int number)
{
    struct graph graph = {.scenario = scenario, .vertex_count = scenario->node_count};
    graph.vertices = allocate(graph.vertex_count, sizeof *graph.vertices);
    for (int i = 0; i < graph.vertex_count; i++)
        graph.vertices[i].node = i;
    gather(&graph);
    look_along(&graph, scenario->start);
    for (int i = 0; i < graph.vertex_count; i++) { /* a later version may begin elsewhere */
        if (!graph.vertices[i].seen && scenario->nodes[i].arrivals > 0)
            look_along(&graph, i);
    }
    find_layers(&graph);
    add_bends(&graph);
    place(&graph);
    frame_graph(&graph);
    graph_draw(out, &graph, number);
    free(graph.vertices);
    free(graph.ways);
    free(graph.order);
}
