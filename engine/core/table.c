/* table.c: stepping by table. */
#include "core/table.h"

#include <string.h>

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

uint32_t table_form_edge(const struct table *table, uint32_t place, unsigned form)
{
    unsigned node = table_step(table, place)->node;
    return place + table->response_edges[node * (RESPONSE_MAX + 1) + RESPONSE_MAX] + form;
}

/* ------------------------------------------------------------------------------- walks ---- */

void walk_begin(const struct table *table, uint64_t seed, struct walk *walk)
{
    uint32_t start = table_start(table, seed);
    walk->place = table->starts[start];
    walk->turn = 0;
    memset(walk->rules, 0, (size_t)table->scenario->rule_count * sizeof *walk->rules);
    walk_step_rules(table, walk->rules, table->start_moves[start]);
}

double walk_score(const struct table *table, const struct walk *walk, bool *critical)
{
    struct mark_sum sum = {0};
    *critical = false;
    for (int i = 0; i < table->scenario->rule_count; i++) {
        const struct automaton *automaton = &table->automata[i];
        mark_sum_join(&sum, &automaton->worth[walk->rules[i]]);
        *critical |= automaton->critical && automaton->broken[walk->rules[i]];
    }
    return mark_sum_score(&sum);
}
