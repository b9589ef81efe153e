/*
 * table.h: a scenario with its questions answered.
 *
 * What an author's functions say depends on the place alone: node, variables, mood, familiarity,
 * draws (and the turn, where a function reads it). A table lists every place that can be reached,
 * what is shown there, which responses are open, and where each leads; and every rule as a finite
 * automaton over the moves. It is built by the solver (solve/tabulate.h) and is const from then
 * on: shared by threads, no Lua, no evaluator, no failure.
 *
 * A session that is given the scenario's table steps by it, and gives the same events as without.
 * A *walk* is the bare conversation, for simulations by the million: a place and the rules'
 * states, no history.
 */
#ifndef YANLIAN_CORE_TABLE_H
#define YANLIAN_CORE_TABLE_H

#include <assert.h>

#include "core/score.h"
#include "core/state.h"

#define PLACE_NONE UINT32_MAX
#define EDGE_CHANCE 0x8000u
#define EDGE_FORMS 8 /* ways to file a form: a bit each for incomplete, unfounded, no consent */

/*
 * What is needed at every step lies together, since such a table is larger than the cache: a
 * place's head, and behind it its edges. The number of a place is where its head lies among all
 * cells.
 */
struct place_step {
    uint32_t view; /* index of its place_view */
    unsigned node : 16;
    unsigned open : RESPONSE_MAX; /* a bit a response */
    unsigned over : 1;            /* the node is an ending */
};

struct edge {
    uint32_t place; /* the next; PLACE_NONE where the response is closed */
    uint32_t move;  /* what the rules see of it */
};

union cell {
    struct place_step step;
    struct edge edge;
};

struct place_view {
    struct state state; /* acts_seen and cues_seen empty; turn 0 unless functions read it */
    uint64_t cues;
    const struct text *scene, *says; /* NULL when absent */
};

/*
 * One rule: states by number (0 is the start), and for each state and each class of moves the state
 * that follows. Classes are moves that the rule can't tell apart.
 */
struct automaton {
    int state_count, class_count;
    bool critical;                   /* the rule is */
    const uint16_t *next;            /* [state * class_count + class] */
    const struct rule_state *states; /* by number */
    const struct mark_sum *worth;    /* by number: what the rule adds if the trace ends here */
    const uint8_t *broken;           /* by number: violated if the trace ends here */
};

/*
 * Edges of a place: for each response of its node in file order, one for each target that chance
 * may choose (one otherwise), then EDGE_FORMS when the form may be filed here. An edge is the
 * next place, and the number of the *move*: of what was said and then heard. There are few moves;
 * each has a class for each rule.
 */
struct table {
    const struct scenario *scenario;
    bool by_turn;
    size_t bytes; /* of memory that it takes */
    uint32_t place_count, cell_count;
    const union cell *cells;
    const struct place_view *views;   /* place_count of them */
    const uint8_t *classes;           /* [move * scenario->rule_count + rule] */
    const struct automaton *automata; /* by rule */
    const uint32_t *starts;           /* by combination of draws, the first draw turning slowest */
    const uint32_t *start_moves;      /* likewise: of the opening line alone */
    /* [node * (RESPONSE_MAX + 1) + response]: offset from the head, with EDGE_CHANCE where chance
       chooses among several; entry RESPONSE_MAX: of the forms */
    const uint16_t *response_edges;
};

static inline const struct place_step *table_step(const struct table *table, uint32_t place)
{
    return &table->cells[place].step;
}

static inline const struct place_view *table_view(const struct table *table, uint32_t place)
{
    return &table->views[table_step(table, place)->view];
}

/* The place where this seed begins. */
uint32_t table_start(const struct table *table, uint64_t seed);

/* The cell of the edge that a response takes; `roll` as for state_respond. The response is open, or
   the timeout's. */
static inline uint32_t table_edge(const struct table *table, uint32_t place, int response,
                                  uint64_t roll)
{
    const struct place_step *step = table_step(table, place);
    unsigned offset = table->response_edges[step->node * (RESPONSE_MAX + 1) + (unsigned)response];
    uint32_t edge = place + (offset & ~EDGE_CHANCE);
    if (offset & EDGE_CHANCE) {
        const struct node *node = &table->scenario->nodes[step->node];
        edge += (uint32_t)state_roll(&node->responses[response].target, roll);
    }
    assert(table->cells[edge].edge.place != PLACE_NONE);
    return edge;
}

uint32_t table_form_edge(const struct table *table, uint32_t place, unsigned form);

/* ------------------------------------------------------------------------------- walks ---- */

struct walk {
    uint32_t place;
    int turn;
    uint16_t rules[RULE_MAX]; /* number of each rule's state */
};

void walk_begin(const struct table *table, uint64_t seed, struct walk *walk);

/* Part of the two below. */
static inline void walk_step_rules(const struct table *table, uint16_t *rules, uint32_t move)
{
    const struct automaton *automata = table->automata;
    int count = table->scenario->rule_count;
    const uint8_t *classes = table->classes + (size_t)move * (size_t)count;
    for (int i = 0; i < count; i++)
        rules[i] = automata[i].next[rules[i] * automata[i].class_count + classes[i]];
}

static inline bool walk_is_over(const struct table *table, const struct walk *walk)
{
    return walk->turn >= table->scenario->turns || table_step(table, walk->place)->over;
}

static inline void walk_pick(const struct table *table, struct walk *walk, int response,
                             uint64_t roll)
{
    struct edge edge = table->cells[table_edge(table, walk->place, response, roll)].edge;
    walk->place = edge.place;
    walk->turn++;
    /* The next place is on its way while the rules are stepped. */
    __builtin_prefetch(&table->cells[edge.place]);
    walk_step_rules(table, walk->rules, edge.move);
}

/* The score if the conversation ended now, and whether a critical rule is broken. */
double walk_score(const struct table *table, const struct walk *walk, bool *critical);

#endif
