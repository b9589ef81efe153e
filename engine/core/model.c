/* model.c: finding things in a scenario by their id. */
#include "core/model.h"

#include <string.h>

int scenario_find_node(const struct scenario *scenario, const char *id)
{
    for (int i = 0; i < scenario->node_count; i++) {
        if (strcmp(scenario->nodes[i].id, id) == 0)
            return i;
    }
    return -1;
}

int node_find_response(const struct node *node, const char *id)
{
    for (int i = 0; i < node->response_count; i++) {
        if (strcmp(node->responses[i].id, id) == 0)
            return i;
    }
    return -1;
}

int term_find(const struct term *terms, int count, const char *id)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(terms[i].id, id) == 0)
            return i;
    }
    return -1;
}
