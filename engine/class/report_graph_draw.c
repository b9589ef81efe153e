/*
 * report_graph_draw.c: the graph as a picture. Ways first, so that boxes cover their ends, then the
 * boxes, then the numbers on the ways, each where it covers nothing.
 */
#include <math.h>
#include <stdlib.h>

#include "base/words.h"
#include "class/report_graph.h"
#include "class/report_lines.h"

enum { LABEL_HEIGHT = 15, WIDEST = 15 };
enum { COUNT_WIDTH = 32 };                                   /* of the left part of a box */
enum { WORDS_SIZE = 14, NUMBER_SIZE = 14, COUNT_SIZE = 15 }; /* of letters */

struct point {
    double x, y;
};

struct sketch {
    struct buffer *out;
    const struct graph *graph;
    struct svg_box *taken; /* by nodes and numbers */
    int taken_count;
};

static struct point curve_at(const struct point p[4], double t)
{
    double s = 1 - t;
    double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (struct point){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                          a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

/* Where a way that comes from or goes to `other` touches the box: towards it, off the corners. */
static double touch(const struct vertex *vertex, const struct vertex *other)
{
    double most = vertex->node < 0 ? 0 : BOX_WIDTH * .38;
    return vertex->x + fmax(-most, fmin(most, (other->x - vertex->x) * .4));
}

/* From the lower edge of one vertex to the upper edge of another. */
static void bezier(const struct graph *graph, int from, int to, struct point p[4])
{
    const struct vertex *a = &graph->vertices[from], *b = &graph->vertices[to];
    p[0] = (struct point){touch(a, b), graph_top_of(a->layer) + BOX_HEIGHT};
    p[3] = (struct point){touch(b, a), graph_top_of(b->layer)};
    double half = (p[3].y - p[0].y) / 2;
    p[1] = (struct point){p[0].x, p[0].y + half};
    p[2] = (struct point){p[3].x, p[3].y - half};
}

/* From a box's right edge round to an earlier one's. */
static void back_bezier(const struct graph *graph, const struct way *way, struct point p[4])
{
    const struct vertex *a = &graph->vertices[way->from], *b = &graph->vertices[way->to];
    double reach = fmax(a->x, b->x) + BOX_WIDTH / 2.0 + BACK_REACH;
    p[0] = (struct point){a->x + BOX_WIDTH / 2.0, graph_top_of(a->layer) + BOX_HEIGHT * .3};
    p[3] = (struct point){b->x + BOX_WIDTH / 2.0, graph_top_of(b->layer) + BOX_HEIGHT * .7};
    p[1] = (struct point){reach, p[0].y - 10};
    p[2] = (struct point){reach, p[3].y + 10};
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
        bezier(graph, graph_along(way, n), graph_along(way, n + 1), p);
        if (n > 0)
            buffer_printf(out, "L%.1f %.1f", p[0].x, p[0].y);
        draw_curve(out, p, n == 0);
    }
    buffer_add(out, "\"/>\n");
}

static bool is_free(const struct sketch *sketch, const struct svg_box *box)
{
    for (int i = 0; i < sketch->taken_count; i++) {
        const struct svg_box *other = &sketch->taken[i];
        if (box->x < other->x + other->width && other->x < box->x + box->width &&
            box->y < other->y + other->height && other->y < box->y + box->height)
            return false;
    }
    return true;
}

/* Looks for a free place for a number along a curve, `aside` of its line. */
static bool try_curve(const struct sketch *sketch, const struct point p[4], double aside,
                      struct svg_box *box)
{
    static const double tries[] = {.35, .5, .25, .65, .78, .16, .42, .58, .88};
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        struct point at = curve_at(p, tries[i]);
        box->x = at.x + aside - box->width / 2;
        box->y = at.y - LABEL_HEIGHT / 2.0;
        if (is_free(sketch, box))
            return true;
    }
    return false;
}

/* Where the number covers nothing: on its way, or else close beside it. */
static struct svg_box find_place(const struct sketch *sketch, const struct way *way, double width)
{
    static const double asides[] = {0, .7, -.7, 1.4, -1.4, 2.1, -2.1};
    struct svg_box box = {.width = width, .height = LABEL_HEIGHT};
    for (size_t i = 0; i < sizeof asides / sizeof *asides; i++) {
        for (int n = 0; n <= way->bend_count; n++) {
            struct point p[4];
            if (way->back)
                back_bezier(sketch->graph, way, p);
            else
                bezier(sketch->graph, graph_along(way, n), graph_along(way, n + 1), p);
            if (try_curve(sketch, p, asides[i] * width, &box))
                return box;
        }
    }
    return box;
}

static void draw_number(struct sketch *sketch, const struct way *way)
{
    char text[16];
    snprintf(text, sizeof text, "%d", way->count);
    struct svg_box box = find_place(sketch, way, svg_width(text, NUMBER_SIZE) + 4);
    sketch->taken[sketch->taken_count++] = box;
    svg_box(sketch->out, &box, "halo");
    svg_text(sketch->out, &(struct svg_label){.x = box.x + box.width / 2,
                                              .y = box.y + LABEL_HEIGHT - 3,
                                              .anchor = SVG_MIDDLE,
                                              .style = "count",
                                              .text = text});
}

static struct svg_box box_of(const struct vertex *vertex)
{
    return (struct svg_box){.x = vertex->x - BOX_WIDTH / 2.0,
                            .y = graph_top_of(vertex->layer),
                            .width = BOX_WIDTH,
                            .height = BOX_HEIGHT};
}

/* What stands in a box, on two lines: the customer's words, or how it ended and these. */
static void split_words(const struct report_node *node, double room, char first[256],
                        char second[256])
{
    const char *words = line_node(node), *rest = words;
    if (node->ending) {
        svg_fit(node->ending_label, room, WORDS_SIZE, first, 256);
        rest = words == node->ending_label ? NULL : words;
    } else {
        size_t length = text_wrap(words, svg_cells(room, WORDS_SIZE), &rest);
        snprintf(first, 256, "%.*s", (int)length, words);
    }
    svg_fit(rest ? rest : "", room, WORDS_SIZE, second, 256);
}

static void draw_node(struct buffer *out, const struct graph *graph, const struct vertex *vertex)
{
    const struct report_node *node = &graph->scenario->nodes[vertex->node];
    char first[256], second[256], count[16];
    struct svg_box box = box_of(vertex);
    snprintf(count, sizeof count, "%d", node->arrivals);
    double left = fmax(COUNT_WIDTH, svg_width(count, COUNT_SIZE) + 8);
    split_words(node, BOX_WIDTH - left - 4, first, second);
    buffer_add(out, "<g><title>");
    svg_escape(out, line_node(node));
    buffer_add(out, " (");
    svg_escape(out, node->id);
    buffer_add(out, ")</title>\n");
    svg_box(out, &box, node->ending ? "ending" : "node");
    svg_text(out, &(struct svg_label){.x = box.x + left / 2,
                                      .y = box.y + BOX_HEIGHT / 2.0 + 5,
                                      .anchor = SVG_MIDDLE,
                                      .style = "large-bold",
                                      .text = count});
    struct svg_label label = {.x = box.x + left,
                              .y = box.y + (second[0] ? 17 : BOX_HEIGHT / 2.0 + 5),
                              .style = node->ending ? "words-bold" : "words",
                              .text = first};
    svg_text(out, &label);
    label.text = second;
    label.y = box.y + 35;
    label.style = "words";
    if (second[0])
        svg_text(out, &label);
    buffer_add(out, "</g>\n");
}

static void key_words(struct buffer *out, double x, double y, const char *words)
{
    svg_text(out, &(struct svg_label){.x = x + 30, .y = y + 12, .style = "count", .text = words});
}

static void draw_key(struct buffer *out, const struct graph *graph)
{
    double y = graph->height - 22, left = (graph->width - KEY_WIDTH) / 2;
    double x[] = {left, left + 200, left + 320, left + 640};
    svg_box(out, &(struct svg_box){.x = x[0], .y = y, .width = 24, .height = 14}, "node");
    key_words(out, x[0], y, _("goes on, arrivals"));
    svg_box(out, &(struct svg_box){.x = x[1], .y = y, .width = 24, .height = 14}, "ending");
    key_words(out, x[1], y, _("an ending"));
    buffer_printf(out, "<path %s stroke-width=\"6\" d=\"M%.0f %.1fh24\"/>\n", svg_look("edge"),
                  x[2], y + 7);
    key_words(out, x[2], y, _("the thicker, the more went that way"));
    if (!graph_leads_back(graph))
        return;
    buffer_printf(out, "<path %s d=\"M%.0f %.1fh24\"/>\n", svg_look("back"), x[3], y + 7);
    key_words(out, x[3], y, _("a way back"));
}

/* Numbers last, where there is room for them; short ways first, which have the least. */
static void draw_numbers(struct buffer *out, const struct graph *graph)
{
    struct sketch sketch = {.out = out, .graph = graph};
    sketch.taken =
        calloc((size_t)graph->vertex_count + (size_t)graph->way_count + 1, sizeof *sketch.taken);
    if (!sketch.taken)
        abort();
    for (int i = 0; graph->order[i] >= 0; i++) {
        if (graph->vertices[graph->order[i]].node >= 0)
            sketch.taken[sketch.taken_count++] = box_of(&graph->vertices[graph->order[i]]);
    }
    for (int i = 0; i < 2 * graph->way_count; i++) {
        const struct way *way = &graph->ways[i % graph->way_count];
        if ((way->bend_count > 0) == (i >= graph->way_count))
            draw_number(&sketch, way);
    }
    free(sketch.taken);
}

void graph_draw(struct buffer *out, const struct graph *graph, int number)
{
    char id[24], title[512];
    int most = most_on_a_way(graph);
    snprintf(id, sizeof id, "graph-%d", number);
    snprintf(title, sizeof title, _("Where they went: %s"), graph->scenario->title);
    struct svg_frame frame = {
        .width = graph->width,
        .height = graph->height,
        .id = id,
        .title = title,
        .description = _("A graph from top to bottom: boxes are points of the conversation with "
                         "the number of arrivals, lines between them the ways taken, with how many "
                         "went there. The table below it has the same numbers.")};
    svg_begin(out, &frame);
    for (int i = 0; i < graph->way_count; i++)
        draw_way(out, graph, &graph->ways[i], most);
    for (int i = 0; graph->order[i] >= 0; i++) {
        if (graph->vertices[graph->order[i]].node >= 0)
            draw_node(out, graph, &graph->vertices[graph->order[i]]);
    }
    draw_numbers(out, graph);
    draw_key(out, graph);
    svg_end(out);
}
