/* tabulate.c: visits every place, and unfolds every rule. */
#include "solve/tabulate.h"

#include <stdlib.h>
#include <string.h>

#include "solve/intern.h"
#include "solve/memo.h"
#include "solve/pool.h"
#include "solve/situations.h"

enum { STATES_MAX = 60000, CLASSES_MAX = 256 };

/* What was said (none at the opening) and heard: the label of an edge. */
struct move {
    struct step said, heard;
    int has_said;
};

struct tabulator {
    const struct scenario *scenario;
    struct memo_evaluator *memo;
    bool by_turn;
    uint32_t place_limit;
    struct intern places; /* of struct state, reduced */
    struct intern moves;  /* of struct move */
    struct pool cells, views;
    struct pool heads; /* by place: its head's cell */
    uint16_t *response_edges;
    uint16_t *cell_counts; /* by node: the head and its edges */
};

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count + 1, size);
    if (!memory)
        abort();
    return memory;
}

/* ------------------------------------------------------------------------------ places ---- */

/* Offsets of a node's edges, which are the same at all its places. */
static void lay_out_edges(struct tabulator *tab)
{
    const struct scenario *scenario = tab->scenario;
    size_t nodes = (size_t)scenario->node_count;
    tab->response_edges = allocate(nodes * (RESPONSE_MAX + 1), sizeof *tab->response_edges);
    tab->cell_counts = allocate(nodes, sizeof *tab->cell_counts);
    for (int i = 0; i < scenario->node_count; i++) {
        const struct node *node = &scenario->nodes[i];
        unsigned offset = 1; /* behind the head */
        for (int j = 0; j < node->response_count; j++) {
            const struct target *target = &node->responses[j].target;
            bool chance = target->kind == TARGET_CHANCE;
            tab->response_edges[i * (RESPONSE_MAX + 1) + j] =
                (uint16_t)(offset | (chance ? EDGE_CHANCE : 0));
            offset += chance ? (unsigned)target->count : 1;
        }
        tab->response_edges[i * (RESPONSE_MAX + 1) + RESPONSE_MAX] = (uint16_t)offset;
        tab->cell_counts[i] = (uint16_t)(offset + (node->form_target >= 0 ? EDGE_FORMS : 0));
    }
}

static bool look(struct tabulator *tab, const struct state *state, struct place_step *step,
                 struct place_view *view, struct error *error)
{
    const struct scenario *scenario = tab->scenario;
    const struct evaluator *evaluator = memo_evaluator(tab->memo);
    const struct node *node = &scenario->nodes[state->node];
    *step = (struct place_step){.node = state->node, .over = node->ending >= 0};
    *view = (struct place_view){.state = *state};
    unsigned open_bits = 0;
    for (int i = 0; i < node->response_count; i++) {
        bool open;
        if (!state_is_open(scenario, evaluator, state, i, &open, error))
            return false;
        open_bits |= (unsigned)open << i;
    }
    step->open = open_bits & ((1U << RESPONSE_MAX) - 1);
    return state_cues(scenario, evaluator, state, &view->cues, error) &&
           state_line(evaluator, state, &node->scene, &view->scene, error) &&
           state_line(evaluator, state, &node->says, &view->says, error);
}

/* The place's number; it is looked at, and gets room for its edges, when new. */
static bool add_place(struct tabulator *tab, const struct state *state, uint32_t *number,
                      struct error *error)
{
    struct state place = *state;
    bool added;
    place.acts_seen = place.cues_seen = 0;
    place.turn = tab->by_turn ? place.turn : 0;
    *number = intern_add(&tab->places, &place, &added);
    if (!added)
        return true;
    if (tab->place_limit && tab->places.count > tab->place_limit)
        return error_set(error, ERROR_NOT_ALLOWED, "more than %u places", tab->place_limit);
    struct place_step step;
    struct place_view *view = pool_add(&tab->views);
    if (!look(tab, &place, &step, view, error))
        return false;
    step.view = *number;
    *(uint32_t *)pool_add(&tab->heads) = tab->cells.count;
    union cell *cells = pool_add_many(&tab->cells, tab->cell_counts[place.node]);
    cells[0].step = step;
    for (uint32_t i = 1; i < tab->cell_counts[place.node]; i++)
        cells[i].edge.place = PLACE_NONE;
    return true;
}

static uint32_t head_of(const struct tabulator *tab, uint32_t place)
{
    return *(uint32_t *)pool_at(&tab->heads, place);
}

static uint32_t move_number(struct tabulator *tab, const struct state *from, uint64_t acts,
                            uint32_t to)
{
    const struct place_view *there = pool_at(&tab->views, to);
    struct move move;
    memset(&move, 0, sizeof move);
    if (from) {
        move.has_said = 1;
        move.said.speaker = SPEAKER_TRAINEE;
        move.said.labels = acts;
        move.said.mood = (enum mood)from->mood;
    }
    move.heard.speaker = SPEAKER_CUSTOMER;
    move.heard.labels = there->cues;
    move.heard.mood = (enum mood)there->state.mood;
    return intern_add(&tab->moves, &move, NULL);
}

static void set_edge(struct tabulator *tab, uint32_t cell, uint32_t to, uint32_t move)
{
    union cell *edge = pool_at(&tab->cells, cell);
    edge->edge = (struct edge){.place = head_of(tab, to), .move = move};
}

static bool add_response(struct tabulator *tab, const struct state *from, uint32_t first_edge,
                         int response, struct error *error)
{
    const struct response *chosen = &tab->scenario->nodes[from->node].responses[response];
    const struct target *target = &chosen->target;
    int count = target->kind == TARGET_CHANCE ? target->count : 1;
    uint64_t roll = 0;
    for (int i = 0; i < count; i++) {
        struct state to = *from;
        uint32_t place;
        if (!state_respond(tab->scenario, memo_evaluator(tab->memo), response, roll, &to, error) ||
            !add_place(tab, &to, &place, error))
            return false;
        roll += target->kind == TARGET_CHANCE ? target->weights[i] : 0;
        set_edge(tab, first_edge + (uint32_t)i, place, move_number(tab, from, chosen->acts, place));
    }
    return true;
}

/* All ways of filing lead to the same place; only what the rules make of it differs. */
static bool add_forms(struct tabulator *tab, const struct state *from, uint32_t first_edge,
                      struct error *error)
{
    const struct vocabulary *words = tab->scenario->vocabulary;
    struct state to = *from;
    uint32_t place;
    if (!state_file_form(tab->scenario, memo_evaluator(tab->memo), 0, &to, error) ||
        !add_place(tab, &to, &place, error))
        return false;
    for (unsigned form = 0; form < EDGE_FORMS; form++) {
        uint64_t acts = UINT64_C(1) << words->act_file_form;
        if (form == FORM_CLASS_TRUTHFUL)
            acts |= UINT64_C(1) << words->act_form_truthful;
        if (form & FORM_CLASS_INCOMPLETE)
            acts |= UINT64_C(1) << words->act_form_incomplete;
        if (form & FORM_CLASS_UNFOUNDED)
            acts |= UINT64_C(1) << words->act_form_unfounded;
        if (form & FORM_CLASS_NO_CONSENT)
            acts |= UINT64_C(1) << words->act_form_no_consent;
        set_edge(tab, first_edge + form, place, move_number(tab, from, acts, place));
    }
    return true;
}

static bool expand_place(struct tabulator *tab, uint32_t number, struct error *error)
{
    uint32_t head = head_of(tab, number);
    struct place_step step = ((union cell *)pool_at(&tab->cells, head))->step;
    struct state from = ((struct place_view *)pool_at(&tab->views, number))->state;
    const struct node *node = &tab->scenario->nodes[step.node];
    const uint16_t *offsets = &tab->response_edges[(size_t)step.node * (RESPONSE_MAX + 1)];
    if (tab->by_turn && from.turn >= tab->scenario->turns)
        return true;
    for (int i = 0; i < node->response_count; i++) {
        bool usable = (step.open >> i & 1) || i == node->timeout;
        if (usable && !add_response(tab, &from, head + (offsets[i] & ~EDGE_CHANCE), i, error))
            return false;
    }
    return node->form_target < 0 || add_forms(tab, &from, head + offsets[RESPONSE_MAX], error);
}

static bool expand_places(struct tabulator *tab, struct error *error)
{
    for (uint32_t i = 0; i < tab->places.count; i++) {
        if (!expand_place(tab, i, error))
            return false;
    }
    return true;
}

/* ------------------------------------------------------------------------------- rules ---- */

/* All that rule_step looks at in a step. */
static unsigned signature(const struct rule *rule, const struct step *step)
{
    unsigned bits = (int)step->mood == rule->when;
    for (int i = 0; i < rule->operand_count; i++)
        bits |= (unsigned)operand_matches(&rule->operands[i], step) << (i + 1);
    return bits;
}

/* Moves by what the rule sees of them: `classes` by move; `samples` holds a move of each class. */
static int find_classes(const struct tabulator *tab, const struct rule *rule, uint8_t *classes,
                        uint32_t samples[CLASSES_MAX])
{
    unsigned signatures[CLASSES_MAX];
    int count = 0;
    for (uint32_t i = 0; i < tab->moves.count; i++) {
        const struct move *move = intern_record(&tab->moves, i);
        unsigned bits = signature(rule, &move->heard) << 8;
        if (move->has_said)
            bits |= signature(rule, &move->said) << 1 | 1;
        int class = 0;
        while (class < count && signatures[class] != bits)
            class ++;
        if (class == CLASSES_MAX)
            return -1;
        if (class == count) {
            signatures[count] = bits;
            samples[count++] = i;
        }
        classes[i] = (uint8_t) class;
    }
    return count;
}

static uint16_t after_move(struct intern *states, const struct rule *rule, uint32_t from,
                           const struct move *move)
{
    struct rule_state state;
    memcpy(&state, intern_record(states, from), sizeof state);
    if (move->has_said)
        rule_step(rule, &state, &move->said);
    rule_step(rule, &state, &move->heard);
    rule_forget(rule, &state);
    return (uint16_t)intern_add(states, &state, NULL);
}

/* Unfolds the automaton, one turn a round; the last round's states have nowhere to go. */
static bool unfold(const struct tabulator *tab, const struct rule *rule, struct intern *states,
                   struct pool *next, const uint32_t *samples, int classes)
{
    struct rule_state start;
    rule_begin(rule, &start);
    intern_add(states, &start, NULL);
    uint32_t done = 0;
    for (int round = 0; round <= tab->scenario->turns; round++) {
        uint32_t end = states->count;
        for (; done < end; done++) {
            for (int class = 0; class < classes; class ++) {
                const struct move *move = intern_record(&tab->moves, samples[class]);
                uint16_t to = after_move(states, rule, done, move);
                if (states->count > STATES_MAX)
                    return false;
                *(uint16_t *)pool_add(next) = to;
            }
        }
    }
    for (; done < states->count; done++)
        for (int class = 0; class < classes; class ++)
            *(uint16_t *)pool_add(next) = (uint16_t)done;
    return true;
}

static void weigh_states(const struct rule *rule, struct automaton *automaton)
{
    struct mark_sum *worth = allocate((size_t)automaton->state_count, sizeof *worth);
    uint8_t *broken = allocate((size_t)automaton->state_count, sizeof *broken);
    for (int i = 0; i < automaton->state_count; i++) {
        struct rule_state ended = automaton->states[i];
        rule_end(rule, &ended);
        mark_sum_add(&worth[i], rule, &ended);
        broken[i] = ended.violated > 0;
    }
    automaton->worth = worth;
    automaton->broken = broken;
}

static bool add_automaton(const struct tabulator *tab, const struct rule *rule,
                          struct automaton *automaton, uint8_t *classes)
{
    uint32_t samples[CLASSES_MAX];
    struct intern states;
    struct pool next = {.size = sizeof(uint16_t)};
    automaton->critical = rule->critical;
    automaton->class_count = find_classes(tab, rule, classes, samples);
    if (automaton->class_count < 0)
        return false;
    intern_begin(&states, sizeof(struct rule_state));
    bool done = unfold(tab, rule, &states, &next, samples, automaton->class_count);
    automaton->state_count = (int)states.count;
    automaton->next = next.data;
    automaton->states = (const struct rule_state *)(void *)states.records;
    free(states.slots);
    weigh_states(rule, automaton);
    return done;
}

static size_t automaton_bytes(const struct automaton *automaton)
{
    return (size_t)automaton->state_count *
           ((size_t)automaton->class_count * sizeof(uint16_t) + sizeof(struct rule_state) +
            sizeof(struct mark_sum) + 1);
}

/* --------------------------------------------------------------------------- the table ---- */

/* The opening under every combination of draws, in the order that table_start counts. */
static bool add_starts(struct tabulator *tab, struct table *table, struct error *error)
{
    const struct scenario *scenario = tab->scenario;
    uint32_t count = 1;
    for (int i = 0; i < scenario->draw_count; i++)
        count *= (uint32_t)scenario->draws[i].value_count;
    uint32_t *starts = allocate(count, sizeof *starts);
    uint32_t *start_moves = allocate(count, sizeof *start_moves);
    table->starts = starts;
    table->start_moves = start_moves;
    for (uint32_t i = 0; i < count; i++) {
        struct state state;
        uint32_t rest = i;
        state_begin_undrawn(scenario, &state);
        for (int j = scenario->draw_count - 1; j >= 0; j--) {
            state.draws[j] = (uint8_t)(rest % (uint32_t)scenario->draws[j].value_count);
            rest /= (uint32_t)scenario->draws[j].value_count;
        }
        if (!state_enter_start(scenario, memo_evaluator(tab->memo), &state, error) ||
            !add_place(tab, &state, &starts[i], error))
            return false;
        start_moves[i] = move_number(tab, NULL, 0, starts[i]);
        starts[i] = head_of(tab, starts[i]);
    }
    return true;
}

static bool add_automata(struct tabulator *tab, struct table *table, struct error *error)
{
    const struct scenario *scenario = tab->scenario;
    size_t rules = (size_t)scenario->rule_count, moves = tab->moves.count;
    struct automaton *automata = allocate(rules, sizeof *automata);
    uint8_t *classes = allocate(moves * rules, 1), *by_move = allocate(moves, 1);
    bool done = true;
    table->automata = automata;
    table->classes = classes;
    for (size_t i = 0; done && i < rules; i++) {
        done = add_automaton(tab, &scenario->rules[i], &automata[i], by_move);
        table->bytes += automaton_bytes(&automata[i]);
        for (size_t move = 0; move < moves; move++)
            classes[move * rules + i] = by_move[move];
    }
    free(by_move);
    return done || error_set(error, ERROR_NOT_ALLOWED, "a rule has too many states for a table");
}

static bool fill(struct tabulator *tab, struct table *table, struct error *error)
{
    lay_out_edges(tab);
    bool done = add_starts(tab, table, error) && expand_places(tab, error) &&
                add_automata(tab, table, error);
    table->scenario = tab->scenario;
    table->by_turn = tab->by_turn;
    table->place_count = tab->places.count;
    table->cell_count = tab->cells.count;
    table->cells = tab->cells.data;
    table->views = tab->views.data;
    table->response_edges = tab->response_edges;
    table->bytes += tab->cells.count * tab->cells.size + tab->views.count * tab->views.size +
                    tab->moves.count * (size_t)tab->scenario->rule_count;
    return done;
}

static struct table *tabulate_once(const struct loaded *loaded, bool by_turn, uint32_t place_limit,
                                   struct error *error)
{
    struct tabulator tab = {.scenario = loaded_scenario(loaded),
                            .memo = memo_new(loaded_evaluator(loaded), by_turn),
                            .by_turn = by_turn,
                            .place_limit = place_limit,
                            .cells.size = sizeof(union cell),
                            .views.size = sizeof(struct place_view),
                            .heads.size = sizeof(uint32_t)};
    struct table *table = allocate(1, sizeof *table);
    intern_begin(&tab.places, sizeof(struct state));
    intern_begin(&tab.moves, sizeof(struct move));
    bool done = fill(&tab, table, error);
    intern_end(&tab.places);
    intern_end(&tab.moves);
    memo_free(tab.memo);
    free(tab.heads.data);
    free(tab.cell_counts);
    if (!done) {
        table_free(table);
        return NULL;
    }
    return table;
}

struct table *tabulate(const struct loaded *loaded, uint32_t place_limit, struct error *error)
{
    bool by_turn = loaded_read_turn(loaded);
    struct table *table = tabulate_once(loaded, by_turn, place_limit, error);
    if (table && !by_turn && loaded_read_turn(loaded)) { /* found out on the way */
        table_free(table);
        table = tabulate_once(loaded, true, place_limit, error);
    }
    return table;
}

static void release(const void *memory)
{
    free((void *)(uintptr_t)memory);
}

void table_free(struct table *table)
{
    if (!table)
        return;
    for (int i = 0; table->automata && i < table->scenario->rule_count; i++) {
        release(table->automata[i].next);
        release(table->automata[i].states);
        release(table->automata[i].worth);
        release(table->automata[i].broken);
    }
    release(table->automata);
    release(table->cells);
    release(table->views);
    release(table->classes);
    release(table->starts);
    release(table->start_moves);
    release(table->response_edges);
    free(table);
}
