/*
 * report_graph.h: a scenario's graph between its layout (report_graph.c) and its drawing
 * (report_graph_draw.c). Private to these.
 *
 * Vertices are the scenario's nodes, then the bends of long ways. Layout gives each a layer and a
 * place across the page, and the whole its size; drawing changes nothing of it.
 */
#ifndef YANLIAN_CLASS_REPORT_GRAPH_H
#define YANLIAN_CLASS_REPORT_GRAPH_H

#include "class/report_page.h"

enum { BOX_WIDTH = 164, BOX_HEIGHT = 42, LAYER_GAP = 38, COLUMN_GAP = 12, BEND_WIDTH = 8 };
enum { MARGIN = 8, KEY_WIDTH = 800, KEY_HEIGHT = 40 };
enum { BACK_REACH = 40 }; /* of a way back, beside its boxes */

struct vertex {
    int node;  /* index in the scenario; -1: a bend */
    int layer; /* from 0 */
    int place; /* in its layer, from 0 */
    double x;  /* of its middle */
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
};

double graph_top_of(int layer);
bool graph_leads_back(const struct graph *graph); /* some way does */

/* The n-th vertex along a way, from 0: its beginning, its bends, its end. */
int graph_along(const struct way *way, int n);

void graph_draw(struct buffer *out, const struct graph *graph, int number);

#endif
