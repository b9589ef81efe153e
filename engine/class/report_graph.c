/*
 * report_graph.c: a scenario's graph, with how many went where.
 *
 * A layered drawing (Sugiyama, Tagawa and Toda, 1981), left to right: ways back are set aside; each
 * node gets the layer of its longest way from the start; ways over several layers get a bend in
 * each of them; nodes of a layer are ordered by the mean place of their neighbours, a few times to
 * and fro; then they are moved towards these as far as their order allows. Only what somebody
 * reached is drawn. The more went a way, the thicker it is; its number stands on it where it covers
 * no other number and no node.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/report_page.h"

enum { BOX_WIDTH = 102, BOX_HEIGHT = 60, LAYER_GAP = 46, ROW_GAP = 12, BEND_HEIGHT = 8 };
enum {
    MARGIN = 8,
    ORDER_SWEEPS = 16,
    HEIGHT_SWEEPS = 80,
    LABEL_HEIGHT = 15,
    WIDEST = 15,
    KEY_HEIGHT = 48
};
enum { ID_SIZE = 15, NUMBER_SIZE = 13 }; /* of letters */

struct vertex {
    int node;  /* index in the scenario; -1: a bend */
    int layer; /* from 0 */
    int place; /* in its layer, from 0 */
    double y;  /* of its middle */
    double wish;
    bool open; /* on the way that is being looked along */
    bool seen;
};

struct way {
    int from, to; /* vertices, forwards unless `back` */
    int count;
    bool back;
    int first_bend, bend_count; /* vertices, in order of layers */
};

struct graph {
    const struct report_scenario *scenario;
    struct vertex *vertices;
    int vertex_count, room;
    struct way *ways;
    int way_count;
    int layer_count;
    int *order; /* vertices by layer and place */
    double width, height;
    struct svg_box *taken; /* by nodes and numbers */
    int taken_count;
};

static double height_of(const struct vertex *vertex)
{
    return vertex->node < 0 ? BEND_HEIGHT : BOX_HEIGHT;
}

static double left_of(int layer)
{
    return MARGIN + layer * (double)(BOX_WIDTH + LAYER_GAP);
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

/* The n-th vertex along a way, from 0: its beginning, its bends, its end. */
static int along(const struct way *way, int n)
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
 * both sides, of their heights on the page.
 */
static void make_wishes(struct graph *graph, enum side side)
{
    struct mean *means = allocate(graph->vertex_count, sizeof *means);
    bool by_y = side == SIDE_BOTH;
    for (int i = 0; i < graph->way_count; i++) {
        const struct way *way = &graph->ways[i];
        for (int n = 0; !way->back && n <= way->bend_count; n++) {
            int a = along(way, n), b = along(way, n + 1);
            const struct vertex *left = &graph->vertices[a], *right = &graph->vertices[b];
            if (side != SIDE_BEHIND)
                add_to_mean(&means[b], by_y ? left->y : left->place);
            if (side != SIDE_BEFORE)
                add_to_mean(&means[a], by_y ? right->y : right->place);
        }
    }
    for (int i = 0; i < graph->vertex_count; i++) {
        struct vertex *vertex = &graph->vertices[i];
        double here = by_y ? vertex->y : vertex->place;
        vertex->wish = means[i].count > 0 ? means[i].sum / means[i].count : here;
    }
    free(means);
}

static double gap_between(const struct vertex *above, const struct vertex *below)
{
    return (height_of(above) + height_of(below)) / 2 + ROW_GAP;
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
    double below = 0;
    for (int i = first; i < end; i++) {
        const struct vertex *vertex = &graph->vertices[graph->order[i]];
        below += i > first ? gap_between(&graph->vertices[graph->order[i - 1]], vertex) : 0;
        blocks[count++] = (struct block){.sum = vertex->wish - below, .count = 1};
        while (count > 1 && blocks[count - 1].sum / blocks[count - 1].count <
                                blocks[count - 2].sum / blocks[count - 2].count) {
            blocks[count - 2].sum += blocks[count - 1].sum;
            blocks[count - 2].count += blocks[count - 1].count;
            count--;
        }
    }
    below = 0;
    for (int i = 0; i < count; i++) {
        for (int n = 0; n < blocks[i].count; n++, at++) {
            struct vertex *vertex = &graph->vertices[graph->order[at]];
            below += at > first ? gap_between(&graph->vertices[graph->order[at - 1]], vertex) : 0;
            vertex->y = blocks[i].sum / blocks[i].count + below;
        }
    }
    free(blocks);
}

static void settle(struct graph *graph)
{
    for (int first = 0; graph->order[first] >= 0; first = layer_end(graph, first))
        settle_layer(graph, first, layer_end(graph, first));
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
    for (int sweep = 0; sweep < HEIGHT_SWEEPS; sweep++) {
        settle(graph);
        make_wishes(graph, SIDE_BOTH);
    }
}

static void frame_graph(struct graph *graph)
{
    double top = INFINITY, bottom = -INFINITY;
    for (int i = 0; graph->order[i] >= 0; i++) {
        const struct vertex *vertex = &graph->vertices[graph->order[i]];
        top = fmin(top, vertex->y - height_of(vertex) / 2);
        bottom = fmax(bottom, vertex->y + height_of(vertex) / 2);
    }
    for (int i = 0; graph->order[i] >= 0; i++)
        graph->vertices[graph->order[i]].y += MARGIN + 14 - top;
    graph->width = left_of(graph->layer_count - 1) + BOX_WIDTH + MARGIN;
    graph->height = bottom - top + 2 * MARGIN + 28 + KEY_HEIGHT;
}

/* ----------------------------------------------------------------------------- drawing ---- */

struct point {
    double x, y;
};

static struct point curve_at(const struct point p[4], double t)
{
    double s = 1 - t;
    double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (struct point){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                          a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

/* From the right edge of one vertex to the left edge of another. */
static void bezier(const struct graph *graph, int from, int to, struct point p[4])
{
    const struct vertex *a = &graph->vertices[from], *b = &graph->vertices[to];
    p[0] = (struct point){left_of(a->layer) + BOX_WIDTH, a->y};
    p[3] = (struct point){left_of(b->layer), b->y};
    double half = (p[3].x - p[0].x) / 2;
    p[1] = (struct point){p[0].x + half, p[0].y};
    p[2] = (struct point){p[3].x - half, p[3].y};
}

/* From a box's lower edge round to an earlier one's, below what lies between. */
static void back_bezier(const struct graph *graph, const struct way *way, struct point p[4])
{
    const struct vertex *a = &graph->vertices[way->from], *b = &graph->vertices[way->to];
    double low = fmax(a->y, b->y) + BOX_HEIGHT / 2.0 + 26;
    p[0] = (struct point){left_of(a->layer) + BOX_WIDTH * .3, a->y + BOX_HEIGHT / 2.0};
    p[3] = (struct point){left_of(b->layer) + BOX_WIDTH * .7, b->y + BOX_HEIGHT / 2.0};
    p[1] = (struct point){p[0].x - 10, low};
    p[2] = (struct point){p[3].x + 10, low};
}

static void draw_curve(struct buffer *out, const struct point p[4], bool move)
{
    if (move)
        buffer_printf(out, "M%.1f %.1f", p[0].x, p[0].y);
    buffer_printf(out, "C%.1f %.1f %.1f %.1f %.1f %.1f", p[1].x, p[1].y, p[2].x, p[2].y, p[3].x,
                  p[3].y);
}

static int most_on_a_way(const struct graph *graph)
{
    int most = 1;
    for (int i = 0; i < graph->way_count; i++)
        most = graph->ways[i].count > most ? graph->ways[i].count : most;
    return most;
}

static void draw_way(struct buffer *out, const struct graph *graph, const struct way *way, int most)
{
    struct point p[4];
    double width = fmax(1, WIDEST * (double)way->count / most);
    buffer_printf(out, "<path %s stroke-width=\"%.1f\" d=\"", svg_look(way->back ? "back" : "edge"),
                  width);
    if (way->back) {
        back_bezier(graph, way, p);
        draw_curve(out, p, true);
    }
    for (int n = 0; !way->back && n <= way->bend_count; n++) {
        bezier(graph, along(way, n), along(way, n + 1), p);
        if (n > 0)
            buffer_printf(out, "L%.1f %.1f", p[0].x, p[0].y);
        draw_curve(out, p, n == 0);
    }
    buffer_add(out, "\"/>\n");
}

static bool is_free(const struct graph *graph, const struct svg_box *box)
{
    for (int i = 0; i < graph->taken_count; i++) {
        const struct svg_box *other = &graph->taken[i];
        if (box->x < other->x + other->width && other->x < box->x + box->width &&
            box->y < other->y + other->height && other->y < box->y + box->height)
            return false;
    }
    return true;
}

/* Where the number covers nothing; the middle where there is no such place. */
static struct svg_box find_place(const struct graph *graph, const struct way *way, double width)
{
    static const double tries[] = {.35, .5, .25, .65, .78, .16, .42, .58, .88};
    struct point p[4];
    struct svg_box first = {0};
    for (int n = 0; n <= way->bend_count; n++) {
        if (way->back)
            back_bezier(graph, way, p);
        else
            bezier(graph, along(way, n), along(way, n + 1), p);
        for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
            struct point at = curve_at(p, tries[i]);
            struct svg_box box = {.x = at.x - width / 2,
                                  .y = at.y - LABEL_HEIGHT / 2.0,
                                  .width = width,
                                  .height = LABEL_HEIGHT};
            if (n == 0 && i == 0)
                first = box;
            if (is_free(graph, &box))
                return box;
        }
    }
    return first;
}

static void draw_number(struct buffer *out, struct graph *graph, const struct way *way)
{
    char text[16];
    snprintf(text, sizeof text, "%d", way->count);
    struct svg_box box = find_place(graph, way, svg_width(text, NUMBER_SIZE) + 4);
    graph->taken[graph->taken_count++] = box;
    svg_box(out, &box, "halo");
    svg_text(out, &(struct svg_label){.x = box.x + box.width / 2,
                                      .y = box.y + LABEL_HEIGHT - 3,
                                      .anchor = SVG_MIDDLE,
                                      .style = "count",
                                      .text = text});
}

/* A node's id on two lines at most, broken behind a hyphen. */
static void split_id(const char *id, char first[64], char second[64])
{
    const double room = BOX_WIDTH - 6.0;
    size_t cut = 0;
    second[0] = '\0';
    if (svg_width(id, ID_SIZE) <= room) {
        snprintf(first, 64, "%s", id);
        return;
    }
    for (size_t i = 0; id[i] && i < 60; i++) {
        char part[64];
        snprintf(part, sizeof part, "%.*s", (int)i + 1, id);
        if (id[i] == '-' && svg_width(part, ID_SIZE) <= room)
            cut = i + 1;
    }
    if (cut == 0) {
        svg_fit(id, room, ID_SIZE, first, 64);
        return;
    }
    snprintf(first, 64, "%.*s", (int)cut, id);
    svg_fit(id + cut, room, ID_SIZE, second, 64);
}

static void draw_node(struct buffer *out, const struct graph *graph, const struct vertex *vertex)
{
    const struct report_node *node = &graph->scenario->nodes[vertex->node];
    char first[64], second[64], count[64];
    double x = left_of(vertex->layer), y = vertex->y - BOX_HEIGHT / 2.0;
    struct svg_box box = {.x = x, .y = y, .width = BOX_WIDTH, .height = BOX_HEIGHT};
    struct svg_label label = {.x = x + BOX_WIDTH / 2.0, .anchor = SVG_MIDDLE, .style = "large"};
    split_id(node->id, first, second);
    buffer_add(out, "<g><title>");
    svg_escape(out, node->words);
    buffer_add(out, "</title>\n");
    svg_box(out, &box, node->ending ? "ending" : "node");
    label.text = first;
    label.y = y + (second[0] ? 18 : 25);
    svg_text(out, &label);
    label.text = second;
    label.y = y + 34;
    if (second[0])
        svg_text(out, &label);
    snprintf(count, sizeof count, "%d", node->arrivals);
    label.text = count;
    label.style = "large-bold";
    label.y = y + 53;
    svg_text(out, &label);
    buffer_add(out, "</g>\n");
}

static void draw_key(struct buffer *out, const struct graph *graph)
{
    double y = graph->height - 22;
    struct svg_box node = {.x = MARGIN, .y = y, .width = 24, .height = 14};
    struct svg_box end = {.x = MARGIN + 190, .y = y, .width = 24, .height = 14};
    svg_box(out, &node, "node");
    svg_box(out, &end, "ending");
    svg_text(out,
             &(struct svg_label){
                 .x = node.x + 30, .y = y + 11, .style = "count", .text = _("goes on, arrivals")});
    svg_text(out, &(struct svg_label){
                      .x = end.x + 30, .y = y + 11, .style = "count", .text = _("an ending")});
    buffer_printf(out, "<path %s stroke-width=\"6\" d=\"M%.0f %.1fh24\"/>\n", svg_look("edge"),
                  MARGIN + 330.0, y + 7);
    svg_text(out, &(struct svg_label){.x = MARGIN + 360,
                                      .y = y + 11,
                                      .style = "count",
                                      .text = _("the thicker, the more went that way")});
    buffer_printf(out, "<path %s d=\"M%.0f %.1fh24\"/>\n", svg_look("back"), MARGIN + 660.0, y + 7);
    svg_text(out, &(struct svg_label){
                      .x = MARGIN + 690, .y = y + 11, .style = "count", .text = _("a way back")});
}

static void draw(struct buffer *out, struct graph *graph, int number)
{
    char id[24], title[512];
    int most = most_on_a_way(graph);
    snprintf(id, sizeof id, "graph-%d", number);
    snprintf(title, sizeof title, _("Where they went: %s"), graph->scenario->title);
    struct svg_frame frame = {
        .width = fmax(graph->width, 860),
        .height = graph->height,
        .id = id,
        .title = title,
        .description = _("A graph from left to right: boxes are points of the conversation with "
                         "the number of arrivals, lines between them the ways taken, with how many "
                         "went there. The table below it has the same numbers.")};
    svg_begin(out, &frame);
    graph->taken = allocate(graph->vertex_count + graph->way_count, sizeof *graph->taken);
    for (int i = 0; i < graph->way_count; i++)
        draw_way(out, graph, &graph->ways[i], most);
    for (int i = 0; graph->order[i] >= 0; i++) {
        const struct vertex *vertex = &graph->vertices[graph->order[i]];
        if (vertex->node < 0)
            continue;
        draw_node(out, graph, vertex);
        graph->taken[graph->taken_count++] = (struct svg_box){.x = left_of(vertex->layer),
                                                              .y = vertex->y - BOX_HEIGHT / 2.0,
                                                              .width = BOX_WIDTH,
                                                              .height = BOX_HEIGHT};
    }
    for (int i = 0; i < graph->way_count; i++)
        draw_number(out, graph, &graph->ways[i]);
    draw_key(out, graph);
    svg_end(out);
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
    draw(out, &graph, number);
    free(graph.vertices);
    free(graph.ways);
    free(graph.order);
    free(graph.taken);
}
