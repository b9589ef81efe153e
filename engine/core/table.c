/* table.c: stepping by table. */
#include "core/table.h"

#include <assert.h>

#include "base/random.h"

uint32_t table_start(const struct table *table, uint64_t seed)
{
    const struct scenario *scenario = table->scenario;
    uint32_t combination = 0;
    for (int i = 0; i < scenario->draw_count; i++)
        combination = combination * (uint32_t)scenario->draws[i].value_count +
                      (uint32_t)state_draw(scenario, seed, i);
    return combination;
}

static int chance_index(const struct target *target, uint64_t roll)
{
    return target->kind == TARGET_CHANCE ? state_roll(target, roll) : 0;
}

uint32_t table_edge(const struct table *table, uint32_t place, int response, uint64_t roll)
{
    const struct place_step *step = &table->steps[place];
    const struct target *target =
        &table->scenario->nodes[step->node].responses[response].target;
    uint32_t edge = step->first_edge +
                    table->response_edges[step->node * (RESPONSE_MAX + 1) + response] +
                    (uint32_t)chance_index(target, roll);
    assert(table->next[edge] != PLACE_NONE);
    return edge;
}

uint32_t table_form_edge(const struct table *table, uint32_t place, unsigned form)
{
    const struct place_step *step = &table->steps[place];
    return step->first_edge +
           table->response_edges[step->node * (RESPONSE_MAX + 1) + RESPONSE_MAX] + form;
}

/* ------------------------------------------------------------------------------- walks ---- */

static void step_rules(const struct table *table, uint16_t *rules, const uint8_t *classes)
{
    const struct automaton *automata = table->automata;
    int count = table->scenario->rule_count;
    for (int i = 0; i < count; i++)
        rules[i] = automata[i].next[rules[i] * automata[i].class_count + classes[i]];
}

void walk_begin(const struct table *table, uint64_t seed, struct walk *walk)
{
    uint32_t start = table_start(table, seed);
    int rules = table->scenario->rule_count;
    walk->place = table->starts[start];
    walk->turn = 0;
    for (int i = 0; i < rules; i++)
        walk->rules[i] = 0;
    step_rules(table, walk->rules, table->start_classes + (size_t)start * (size_t)rules);
}

bool walk_is_over(const struct table *table, const struct walk *walk)
{
    const struct scenario *scenario = table->scenario;
    return walk->turn >= scenario->turns ||
           scenario->nodes[table->steps[walk->place].node].ending >= 0;
}

void walk_pick(const struct table *table, struct walk *walk, int response, uint64_t roll)
{
    uint32_t edge = table_edge(table, walk->place, response, roll);
    step_rules(table, walk->rules,
               table->classes + (size_t)edge * (size_t)table->scenario->rule_count);
    walk->place = table->next[edge];
    walk->turn++;
}

double walk_score(const struct table *table, const struct walk *walk, bool *critical)
{
    struct mark_sum sum = {0};
    *critical = false;
    for (int i = 0; i < table->scenario->rule_count; i++) {
        const struct automaton *automaton = &table->automata[i];
        mark_sum_join(&sum, &automaton->worth[walk->rules[i]]);
        *critical |= table->scenario->rules[i].critical && automaton->broken[walk->rules[i]];
    }
    return mark_sum_score(&sum);
}
